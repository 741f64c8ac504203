package plan

import (
	"slices"

	"github.com/gapbook/gapbook/model"
)

// Progress is how far a plan has got by a day. Dropped actions count nowhere but in Dropped.
type Progress struct {
	AsOf    model.Date      `json:"as_of"`
	Actions int             `json:"actions"`
	Done    int             `json:"done"`
	Doing   int             `json:"doing"`
	Dropped int             `json:"dropped"`
	Due     int             `json:"due"`         // of the actions: due by the day
	DueDone int             `json:"done_of_due"` // of these, done by the day
	OnTime  int             `json:"on_time"`     // of these, done by their date
	Phases  []PhaseProgress `json:"phases"`
	Overdue []string        `json:"overdue"` // action ids, the longest overdue first
	Blocked []Blocked       `json:"blocked"` // in the order of the plan
}

// PhaseProgress is one of the three phases.
type PhaseProgress struct {
	Phase    int      `json:"phase"`
	Actions  int      `json:"actions"`
	Done     int      `json:"done"`
	Doing    int      `json:"doing"`
	Overdue  int      `json:"overdue"`
	Effort   float64  `json:"effort"`      // days, of all its actions
	Spent    float64  `json:"effort_done"` // of those that are done
	Capacity *float64 `json:"capacity"`    // what the client can spend; absent: not said
	Over     bool     `json:"over"`        // it asks for more than that
}

// Blocked is an action that waits for others.
type Blocked struct {
	Action string   `json:"action"`
	By     []string `json:"by"` // actions that are neither done nor dropped
}

// StatusOn is an action's status on a day. What was done later was not done then; nobody wrote down when it was begun, so it
// counts as doing.
func StatusOn(a model.Action, day model.Date) model.ActionStatus {
	s := a.StatusOr()
	if s == model.ActionDone && a.Done.After(day) {
		return model.Doing
	}
	return s
}

// ProgressOn measures the plan that stands in the file.
func ProgressOn(e *model.Engagement, day model.Date) *Progress {
	p := &Progress{AsOf: day, Overdue: []string{}, Blocked: []Blocked{}}
	phases := map[int]*PhaseProgress{}
	for _, n := range Phases() {
		p.Phases = append(p.Phases, PhaseProgress{Phase: n, Capacity: cloned(e.Capacity)})
	}
	for i := range p.Phases {
		phases[p.Phases[i].Phase] = &p.Phases[i]
	}
	var late []model.Action
	for _, a := range e.Actions() {
		s := StatusOn(a, day)
		if s == model.Dropped {
			p.Dropped++
			continue
		}
		in := phases[Phase(a.Phase)]
		p.Actions++
		in.Actions++
		in.Effort += days(a.Effort)
		_, dated := a.Due.Time()
		due := dated && !a.Due.After(day)
		if due {
			p.Due++
		}
		switch {
		case s == model.ActionDone:
			p.Done++
			in.Done++
			in.Spent += days(a.Effort)
			if due {
				p.DueDone++
				if !a.Done.After(a.Due) {
					p.OnTime++
				}
			}
			continue
		case s == model.Doing:
			p.Doing++
			in.Doing++
		}
		if dated && day.After(a.Due) {
			in.Overdue++
			late = append(late, a)
		}
		if by := waitsFor(e, a, day); len(by) > 0 {
			p.Blocked = append(p.Blocked, Blocked{a.ID, by})
		}
	}
	for i := range p.Phases {
		c := p.Phases[i].Capacity
		p.Phases[i].Over = c != nil && p.Phases[i].Effort > *c+hair
	}
	slices.SortStableFunc(late, byDue)
	for _, a := range late {
		p.Overdue = append(p.Overdue, a.ID)
	}
	return p
}

// waitsFor are the actions that another depends on and that are still to be done. What is dropped, or not there, holds
// nothing up.
func waitsFor(e *model.Engagement, a model.Action, day model.Date) []string {
	var out []string
	for _, id := range a.Depends {
		on := model.ByID(e.Actions(), id)
		if on == nil || on.ID == a.ID || slices.Contains(out, id) {
			continue
		}
		if s := StatusOn(*on, day); s != model.ActionDone && s != model.Dropped {
			out = append(out, id)
		}
	}
	return out
}

// ByDue are actions by due date, those without one last.
func ByDue(actions []model.Action) []model.Action {
	out := slices.Clone(actions)
	slices.SortStableFunc(out, byDue)
	return out
}
