package model

import "cmp"

// Rec is a type of record that carries an id.
type Rec interface{ RecordID() string }

func (p Person) RecordID() string    { return p.ID }
func (s Stage) RecordID() string     { return s.ID }
func (a Audit) RecordID() string     { return a.ID }
func (i Interview) RecordID() string { return i.ID }
func (c Call) RecordID() string      { return c.ID }
func (f Finding) RecordID() string   { return f.ID }
func (a Action) RecordID() string    { return a.ID }
func (m MAP) RecordID() string       { return m.ID }
func (r Round) RecordID() string     { return r.ID }

// ByID finds the record with that id; nil when there is none.
func ByID[R Rec](records []R, id string) *R {
	if id == "" {
		return nil
	}
	for i := range records {
		if records[i].RecordID() == id {
			return &records[i]
		}
	}
	return nil
}

// Person finds a person by id; nil when there is none.
func (e *Engagement) Person(id string) *Person { return ByID(e.People, id) }

// Stage finds a stage by id; nil when there is none.
func (e *Engagement) Stage(id string) *Stage { return ByID(e.Stages, id) }

// Audit finds an audit by id; nil when there is none.
func (e *Engagement) Audit(id string) *Audit { return ByID(e.Audits, id) }

// Interview finds an interview by id; nil when there is none.
func (e *Engagement) Interview(id string) *Interview { return ByID(e.Interviews, id) }

// Call finds a call by id; nil when there is none.
func (e *Engagement) Call(id string) *Call { return ByID(e.Calls, id) }

// Finding finds a finding by id; nil when there is none.
func (e *Engagement) Finding(id string) *Finding { return ByID(e.Findings, id) }

// Actions are the plan's, none when there is no plan yet.
func (e *Engagement) Actions() []Action {
	if e.Plan == nil {
		return nil
	}
	return e.Plan.Actions
}

// StatusOr gives an absent status its meaning.
func (i Interview) StatusOr() InterviewStatus {
	if i.Status == "" {
		return Done
	}
	return i.Status
}

// Answered says whether something was looked at, n/a included.
func (c AuditCheck) Answered() bool { return c.NA || c.Rating != nil || c.Sample != nil }

// IsGap says whether a finding is a gap (the default) rather than a strength.
func (f Finding) IsGap() bool { return f.Kind != Strength }

// StatusOr gives an absent status its meaning.
func (a Action) StatusOr() ActionStatus {
	if a.Status == "" {
		return Todo
	}
	return a.Status
}

// Label is how a record is called on a screen: its name, else its id.
func (p Person) Label() string { return cmp.Or(p.Name, p.ID) }

// Label is how a stage is called on a screen.
func (s Stage) Label() string { return cmp.Or(s.Name, s.ID) }

// Label is how a call is called on a screen.
func (c Call) Label() string { return cmp.Or(c.Title, c.ID) }

// Label is how a finding is called on a screen.
func (f Finding) Label() string { return cmp.Or(f.Title, f.ID) }
