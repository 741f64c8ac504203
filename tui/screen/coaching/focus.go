package coaching

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// behaviour is what some reps work on, and the numbers of its practice.
type behaviour struct {
	follow.Focus
	moved []dashboard.Indicator
}

// fillFocus lists what the reps work on now. The numbers are worked out only where a round names a practice.
func (p *Page) fillFocus() {
	now := p.Env.Now()
	p.focus = nil
	var d *dashboard.Dashboard
	for _, f := range follow.Focuses(now.E, p.at.AsOf, func(id string) bool { return now.Playbook.Practice(id) != nil }) {
		b := behaviour{Focus: f}
		if f.Practice != "" {
			if d == nil {
				d = p.dashboard()
			}
			b.moved = numbers(now.E, d, f.Practice)
		}
		p.focus = append(p.focus, b)
	}
	rows := p.focus
	p.lists[focus].SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].Practice + rows[i].Words },
		Cell: func(i, col int) string { return p.focusCell(rows[i], col) },
	})
}

func (p *Page) dashboard() *dashboard.Dashboard {
	now := p.Env.Now()
	if n := p.Env.Numbers; n != nil {
		return dashboard.On(now.E, now.Playbook, n.Result, p.at.AsOf)
	}
	return dashboard.On(now.E, now.Playbook, nil, p.at.AsOf)
}

// numbers are the indicators that an action for a practice is judged by.
func numbers(e *model.Engagement, d *dashboard.Dashboard, practice string) []dashboard.Indicator {
	var out []dashboard.Indicator
	for _, i := range d.Indicators {
		if slices.ContainsFunc(i.Actions, func(id string) bool {
			a := model.ByID(e.Actions(), id)
			return a != nil && a.Practice == practice
		}) {
			out = append(out, i)
		}
	}
	return out
}

func (p *Page) focusCell(b behaviour, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Words(layout.Clean(p.behaviour(b)), p.W-2-4-6-30-3*2)
	case 1:
		return strconv.Itoa(len(b.Reps))
	case 2:
		return strconv.Itoa(b.Rounds)
	}
	for _, i := range b.moved {
		if i.Lift != nil {
			return layout.Words(layout.Clean(i.Label()), 18) + " " + p.lift(i)
		}
	}
	return t.Dim.Render(style.Minus)
}

// behaviour is the practice's name, else the words of the latest round.
func (p *Page) behaviour(b behaviour) string {
	if x := p.Env.Now().Playbook.Practice(b.Practice); x != nil && b.Practice != "" {
		return explain.Or(x.Name, x.ID)
	}
	return oneLine(b.Words)
}

func (p *Page) lift(i dashboard.Indicator) string {
	t := p.Env.Style
	look := t.Text
	if up := i.Improved(); up != nil {
		if look = t.Warn; *up {
			look = t.Good
		}
	}
	return look.Render(explain.Delta(i.Lift, unit(i)))
}

func unit(i dashboard.Indicator) plan.Unit { return plan.UnitOf(i.Measure.From) }

// focusDetail is who works on it, in the words of the latest round, and how the numbers of its practice stand: before and
// now, never because of.
func (p *Page) focusDetail(w int) []string {
	i := p.list().Index()
	if i < 0 {
		return nil
	}
	t, b := p.Env.Style, p.focus[i]
	var names []string
	for _, id := range b.Reps {
		names = append(names, layout.Clean(p.who(id)))
	}
	lines := []string{
		t.Strong.Render(layout.Words(layout.Clean(oneLine(b.Words)), w)),
		t.Dim.Render("Now ") + t.Text.Render(layout.Words(explain.List(names), w-4)),
	}
	for _, x := range b.moved[:min(len(b.moved), 2)] {
		said := fmt.Sprintf(": %s before, no weeks to compare yet", explain.Value(x.Baseline, unit(x)))
		if x.Lift != nil {
			said = fmt.Sprintf(": %s before, %s now, %s (of %s)", explain.Value(x.Baseline, unit(x)), explain.Value(x.Mean, unit(x)),
				explain.Delta(x.Lift, unit(x)), explain.Count(x.Weeks, "week", "weeks"))
		}
		lines = append(lines, t.Dim.Render("Its number ")+t.Text.Render(layout.Words(layout.Clean(x.Label()+said), w-11)))
	}
	switch {
	case b.Practice == "":
		lines = append(lines, t.Dim.Render("No practice is named; ^o at Clarify names it, and brings its numbers."))
	case len(b.moved) == 0:
		lines = append(lines, t.Dim.Render("No action of the plan is judged by a number of this practice."))
	}
	return lines[:min(len(lines), 4)]
}
