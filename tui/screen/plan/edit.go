package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// set is an edit of one field of an action.
func set(id string, value any, field ...string) screen.Edit {
	return screen.Set(value, append([]string{"plan", "actions", id}, field...)...)
}

// take puts drafted actions into the plan, and moves those that the draft moves, as one undo step. What was for later has no
// date yet: it gets its phase's end.
func (p *Page) take(name string, rows ...row) {
	var edits []screen.Edit
	moved := 0
	for _, r := range rows {
		if r.to != nil {
			edits = append(edits, moves(r)...)
			moved++
			continue
		}
		a := r.a
		if a.Due == "" {
			a.Due = weekday(p.day0().AddDays(plan.Phase(a.Phase)))
		}
		edits = append(edits, screen.Add(a, "plan", "actions"))
	}
	if len(edits) == 0 {
		return
	}
	if p.Env.Edit(name, edits...) == nil {
		var done []string
		if n := len(rows) - moved; n > 0 {
			done = append(done, fmt.Sprintf("%d in the plan", n))
		}
		if moved > 0 {
			done = append(done, fmt.Sprintf("%d moved", moved))
		}
		p.Env.Say(strings.Join(done, ", ") + "; ctrl+z takes that back")
		p.fill()
		if len(rows) == 1 && p.open == "" {
			p.selectID(rows[0].a.ID)
		}
	}
}

// moves gives an action the phase and date that the draft gives it.
func moves(r row) []screen.Edit {
	var edits []screen.Edit
	if r.to.Phase != r.a.Phase {
		edits = append(edits, set(r.a.ID, r.to.Phase, "phase"))
	}
	if r.to.Due != r.a.Due {
		edits = append(edits, set(r.a.ID, string(r.to.Due), "due"))
	}
	return edits
}

func (p *Page) selectID(id string) {
	for g, rows := range p.rows {
		for i, r := range rows {
			if r.a.ID == id {
				p.at, p.sel[g] = g, i
			}
		}
	}
}

func (p *Page) pin(a model.Action) {
	var v any = true
	word := "pinned: a new draft leaves its phase and date alone"
	if a.Pinned {
		v, word = nil, "no longer pinned"
	}
	if p.Env.Edit("pin action", set(a.ID, v, "pinned")) == nil {
		p.Env.Say(word)
	}
	p.fill()
}

func phaseOptions() []dialog.Option {
	return []dialog.Option{{Value: "30", Label: "Days 1 to 30"}, {Value: "60", Label: "Days 31 to 60"}, {Value: "90", Label: "Days 61 to 90"}}
}

// askPhase moves an action to another phase; its date moves by as many days. It is pinned: whoever moves an action wants it
// there.
func (p *Page) askPhase(a model.Action) *dialog.Choose {
	return &dialog.Choose{
		Title: "Move to", Options: phaseOptions(), Value: strconv.Itoa(plan.Phase(a.Phase)),
		Then: func(v string) tea.Cmd {
			to, _ := strconv.Atoi(v)
			if to == 0 || to == plan.Phase(a.Phase) {
				return nil
			}
			edits := []screen.Edit{set(a.ID, to, "phase")}
			if _, ok := a.Due.Time(); ok {
				edits = append(edits, set(a.ID, string(weekday(a.Due.AddDays(to-plan.Phase(a.Phase)))), "due"))
			}
			if !a.Pinned {
				edits = append(edits, set(a.ID, true, "pinned"))
			}
			if p.Env.Edit("move action", edits...) == nil {
				p.fill()
				p.selectID(a.ID)
			}
			return nil
		},
	}
}

// askRemove deletes an action, and takes it out of what waits for it.
func (p *Page) askRemove(a model.Action) *dialog.Confirm {
	text := short(a) + " goes out of the plan."
	if a.Remedy != "" {
		text += " The draft will offer it again while its reason stands; to say no for good, mark it dropped instead (s)."
	}
	edits := []screen.Edit{screen.Remove("plan", "actions", a.ID)}
	for _, x := range p.Env.E().Actions() {
		if slices.Contains(x.Depends, a.ID) {
			rest := slices.DeleteFunc(slices.Clone(x.Depends), func(d string) bool { return d == a.ID })
			var v any = rest
			if len(rest) == 0 {
				v = nil
			}
			edits = append(edits, set(x.ID, v, "depends"))
		}
	}
	if n := len(edits) - 1; n > 0 {
		text += fmt.Sprintf(" %d that wait for it no longer will.", n)
	}
	return &dialog.Confirm{
		Title: "Delete this action?", Text: text, YesLabel: "delete it", NoLabel: "keep it",
		Yes: func() tea.Cmd {
			if p.Env.Edit("delete action", edits...) == nil && p.open == a.ID {
				p.open = ""
			}
			return nil
		},
	}
}

// frame asks for the start of the plan and what the client can spend.
func (p *Page) frame() *dialog.Form {
	e := p.Env.E()
	capacity := ""
	if e.Capacity != nil {
		capacity = strconv.FormatFloat(*e.Capacity, 'g', -1, 64)
	}
	return &dialog.Form{
		Title: "Start and capacity",
		Fields: []dialog.Field{
			{
				ID: "start", Label: "Plan starts", Kind: dialog.Date, Value: string(e.PlanStart), Placeholder: string(p.Env.Today()),
				Hint: "day 0; the draft dates from it all but pinned and started actions",
			},
			{ID: "capacity", Label: "Effort days", Kind: dialog.Number, Value: capacity, Hint: "that the client has in each 30 days; empty: no limit"},
		},
		Check: func(v dialog.Values) (string, string) {
			if x, err := strconv.ParseFloat(v["capacity"], 64); err == nil && !(x >= 0) {
				return "capacity", "days cannot be fewer than none"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			var edits []screen.Edit
			if v["start"] != string(e.PlanStart) {
				edits = append(edits, screen.Set(orNil(v["start"]), "plan_start"))
			}
			if v["capacity"] != capacity {
				edits = append(edits, screen.Set(numberOrNil(v["capacity"]), "capacity"))
			}
			_ = p.Env.Edit("plan start and capacity", edits...)
			return nil
		},
	}
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func numberOrNil(s string) any {
	x, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return nil
	}
	return x
}
