package score

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// gathering collects observations by practice and numbers their sources in the order of first use.
type gathering struct {
	by      map[string][]Observation
	people  map[string]int
	sources int
}

func (g *gathering) next() int {
	g.sources++
	return g.sources - 1
}

// observe turns every rating that counts into an observation, by practice: interviews, calls, then audits, each in file
// order.
func (s *scope) observe() map[string][]Observation {
	g := &gathering{by: map[string][]Observation{}, people: map[string]int{}}
	for _, i := range s.interviews {
		s.interview(g, i)
	}
	for _, c := range s.calls {
		s.call(g, c)
	}
	for _, a := range s.audits {
		s.audit(g, a)
	}
	return g.by
}

func (s *scope) add(g *gathering, o Observation) {
	if s.known[o.Practice] {
		g.by[o.Practice] = append(g.by[o.Practice], o)
	}
}

// interview: whatever its status, an answer with a rating counts. All interviews of a person are one source.
func (s *scope) interview(g *gathering, i model.Interview) {
	p := s.person(i.Person)
	if p == nil {
		return
	}
	source, ok := g.people[p.ID]
	if !ok {
		source = g.next()
		g.people[p.ID] = source
	}
	for n, a := range i.Answers {
		if a.NA || !rated(a.Rating) {
			continue
		}
		practice, label := a.Practice, a.Ask
		if a.Question != "" {
			q := s.questions[a.Question]
			if q == nil {
				continue // the practice of an unknown question is unknown, whatever else stands there
			}
			practice, label = q.Practice, q.Ask
		}
		s.add(g, Observation{
			Practice: practice, Lens: s.lens(p.Role), Kind: PersonSource, Source: p.ID, Record: i.ID, Item: a.Question,
			Index: n, Label: label, Who: p.Label(), Role: p.Role,
			Value: 25 * float64(*a.Rating), From: fmt.Sprintf("rating %d", *a.Rating), source: source,
		})
	}
}

// call: the rubric as the first rater answered it. The second rater never counts.
func (s *scope) call(g *gathering, c model.Call) {
	source := g.next()
	for n, x := range c.Checks {
		value, ok := resultValue(x.Result)
		check := s.callChecks[x.Check]
		if !ok || check == nil || x.Check == "" {
			continue
		}
		s.add(g, Observation{
			Practice: check.Practice, Lens: playbook.Observed, Kind: CallSource, Source: c.ID, Record: c.ID, Item: x.Check,
			Index: n, Label: check.Ask, Who: c.Label(), Stage: c.Stage,
			Value: value, From: string(x.Result), source: source,
		})
	}
}

// audit: a rating counts before a sample. Only a stage audit carries a stage.
func (s *scope) audit(g *gathering, a model.Audit) {
	source := g.next()
	stage := ""
	if a.Kind == model.StageAudit {
		stage = a.Subject
	}
	for n, x := range a.Checks {
		value, from, ok := auditValue(x)
		if !ok || x.Check == "" {
			continue
		}
		check := s.pb.AuditCheck(a.Kind, a.Subject, x.Check)
		if check == nil {
			continue
		}
		s.add(g, Observation{
			Practice: check.Practice, Lens: playbook.Recorded, Kind: AuditSource, Source: a.ID, Record: a.ID, Item: x.Check,
			Index: n, Label: check.Ask, Who: s.subject(a), Stage: stage,
			Value: value, From: from, source: source,
		})
	}
}

// subject is how what was audited is called.
func (s *scope) subject(a model.Audit) string {
	if st := s.e.Stage(a.Subject); a.Kind == model.StageAudit && st != nil {
		return st.Label()
	}
	if x := s.pb.Subject(a.Kind, a.Subject); x != nil && x.Name != "" {
		return x.Name
	}
	return a.Subject
}

// Ref is the observation written like evidence.
func (o Observation) Ref() model.Ref { return model.Ref{Record: o.Record, Item: o.Item} }

// Of says whether the observation is one of a source's.
func (o Observation) Of(s Source) bool {
	return o.Kind == s.Kind && o.Source == s.ID && o.Lens == s.Lens && o.source == s.source
}

// rated says whether a rating is there and is one: whole numbers from 0 to 4.
func rated(r *int) bool { return r != nil && *r >= 0 && *r <= 4 }

func resultValue(r model.Result) (float64, bool) {
	switch r {
	case model.Yes:
		return 100, true
	case model.Partly:
		return 50, true
	case model.No:
		return 0, true
	}
	return 0, false
}

// auditValue: a rating out of range is no rating, so a sample beside it counts.
func auditValue(x model.AuditCheck) (value float64, from string, ok bool) {
	switch {
	case x.NA:
		return 0, "", false
	case rated(x.Rating):
		return 25 * float64(*x.Rating), fmt.Sprintf("rating %d", *x.Rating), true
	case x.Sample != nil && x.Sample.Of > 0 && x.Sample.Met >= 0 && x.Sample.Met <= x.Sample.Of:
		met, of := x.Sample.Met, x.Sample.Of
		return 100 * float64(met) / float64(of), fmt.Sprintf("%d of %d", met, of), true
	}
	return 0, "", false
}
