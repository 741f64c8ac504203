package plan

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// fill puts the actions into their groups: those in the plan by due date, dropped ones after them, then what the draft
// adds. The selection stays on its action.
func (p *Page) fill() {
	var keep [groups]string
	for g, rows := range p.rows {
		if p.sel[g] < len(rows) {
			keep[g] = rows[p.sel[g]].a.ID
		}
	}
	p.rows, p.prog = [groups][]row{}, plan.ProgressOn(p.Env.E(), p.Env.Today())
	taken := map[string]bool{}
	actions := slices.Clone(p.Env.E().Actions())
	slices.SortStableFunc(actions, before)
	for _, a := range actions {
		g := group(a.Phase)
		taken[a.ID] = true
		p.rows[g] = append(p.rows[g], row{a: a, to: p.moved(a)})
	}
	if d := p.draft; d != nil {
		for _, a := range d.Actions {
			if d.IsNew(a.ID) && !taken[a.ID] {
				p.rows[group(a.Phase)] = append(p.rows[group(a.Phase)], row{a: a, offered: true})
			}
		}
		for _, a := range d.Later {
			if !taken[a.ID] {
				p.rows[later] = append(p.rows[later], row{a: a, offered: true})
			}
		}
	}
	for g, rows := range p.rows {
		for i, r := range rows {
			if r.a.ID == keep[g] {
				p.sel[g] = i
			}
		}
	}
	p.clamp()
}

// moved is how the draft would place and date an action of the plan; nil where it leaves it as it is.
func (p *Page) moved(a model.Action) *model.Action {
	if p.draft == nil || a.Pinned || a.StatusOr() != model.Todo || !p.draft.IsMoved(a.ID) {
		return nil
	}
	to := model.ByID(p.draft.Actions, a.ID)
	if to == nil || (to.Phase == a.Phase && to.Due == a.Due) {
		return nil
	}
	return to
}

func group(phase int) int { return plan.Phase(phase)/30 - 1 }

// before sorts by due date, those without one last, dropped ones after all.
func before(a, b model.Action) int {
	rank := func(x model.Action) int {
		_, ok := x.Due.Time()
		switch {
		case x.Status == model.Dropped:
			return 2
		case !ok:
			return 1
		}
		return 0
	}
	switch x, y := rank(a), rank(b); {
	case x != y:
		return x - y
	case a.Due.After(b.Due):
		return 1
	case b.Due.After(a.Due):
		return -1
	}
	return 0
}

// offers is what the draft adds to the three phases, and what it moves there.
func (p *Page) offers() []row {
	var out []row
	for _, rows := range p.rows[:later] {
		for _, r := range rows {
			if r.open() {
				out = append(out, r)
			}
		}
	}
	return out
}

func (p *Page) reason(id string) plan.Reason {
	if p.draft == nil {
		return plan.Reason{}
	}
	return p.draft.Reasons[id]
}

// stale says why an action's reason is gone; empty while it has one.
func (p *Page) stale(id string) string { return p.reason(id).Gone }

// droppable says whether an action is still to be done though its reason is gone: the draft's word on it can be taken.
func (p *Page) droppable(r row) bool {
	return !r.offered && p.stale(r.a.ID) != "" && r.a.StatusOr() != model.ActionDone && r.a.Status != model.Dropped
}

// blocked are the actions that one waits for, which are neither done nor dropped.
func (p *Page) blocked(id string) []string {
	for _, b := range p.prog.Blocked {
		if b.Action == id {
			return b.By
		}
	}
	return nil
}

// owner is who does it, as people say it; named is false where nobody is named.
func (p *Page) owner(a model.Action) (who string, named bool) {
	if x := p.Env.E().Person(a.Owner); x != nil {
		return x.Label(), true
	}
	return explain.Or(a.Owner, "no owner"), a.Owner != ""
}

// change says where the draft would move an action.
func (r row) change() string {
	var parts []string
	if r.to.Phase != r.a.Phase {
		parts = append(parts, "to days "+plan.Span(plan.Phase(r.to.Phase)))
	}
	if r.to.Due != r.a.Due {
		parts = append(parts, "due "+explain.Day(r.to.Due))
	}
	return "The draft moves it " + strings.Join(parts, ", ") + ": " + keys.First(keys.Take) + " takes that, " + keys.First(keys.Pin) + " pins it as it is."
}

// day0 is the day that phases are counted from.
func (p *Page) day0() model.Date {
	if p.draft != nil && p.draft.Start != "" {
		return p.draft.Start
	}
	return explainDate(p.Env.E().PlanStart, p.Env.Today())
}

func explainDate(d, other model.Date) model.Date {
	if _, ok := d.Time(); ok {
		return d
	}
	return other
}

// weekday moves a day that falls on a weekend back to Friday.
func weekday(d model.Date) model.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	switch t.Weekday() {
	case 6:
		return d.AddDays(-1)
	case 0:
		return d.AddDays(-2)
	}
	return d
}

// effort is the days that the actions of a phase take, in the plan and with what the draft adds.
func effort(rows []row) (taken, all float64) {
	for _, r := range rows {
		if r.a.Effort == nil || r.a.Status == model.Dropped || *r.a.Effort < 0 {
			continue
		}
		all += *r.a.Effort
		if !r.offered {
			taken += *r.a.Effort
		}
	}
	return taken, all
}

func short(a model.Action) string { return explain.Or(a.Title, a.ID) }
