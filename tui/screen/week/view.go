package week

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// wide is the width from which the mean has a column of its own.
const wide = 104

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t, all := p.Env.Style, layout.Screen(p.W, p.H)
	switch {
	case p.board == nil:
		return layout.Block(t.Dim.Render("computing…"), all)
	case p.open != "":
		return p.doc.View(p.W, p.H)
	case len(p.board.Indicators) == 0:
		return p.empty()
	}
	head := p.head()
	rows := all.Rows(0, layout.Fixed(len(head)), layout.Flex(1), layout.Fixed(1), layout.Fixed(4))
	return layout.Stack(layout.BlockLines(head, rows[0]), p.list.View(rows[1].W, rows[1].H),
		t.Border.Render(strings.Repeat(style.Rule, p.W)), layout.BlockLines(p.detail(rows[3].W), rows[3]))
}

// empty says how a week comes in.
func (p *Page) empty() string {
	t := p.Env.Style
	lines := []string{"", "  " + t.Strong.Render("No week has been entered yet"), ""}
	key := func(a keys.Action, s string) {
		lines = append(lines, "  "+t.Key.Render(keys.First(a))+"  "+t.Text.Render(s))
	}
	key(keys.AddIndicator, "chooses a number to follow and enters this week's")
	key(keys.TakeSnapshot, "takes the week's numbers from the latest snapshot of the funnel")
	lines = append(lines, "")
	for _, s := range layout.Wrap("MAP hit-rate and CORE adherence come by themselves, from milestones and coaching rounds. The numbers that the plan is judged by stand here as soon as there is a plan.", min(p.W-4, 84)) {
		lines = append(lines, "  "+t.Text.Render(s))
	}
	return layout.BlockLines(lines, layout.Screen(p.W, p.H))
}

// head is the week, and the bottleneck to coach in it.
func (p *Page) head() []string {
	t, b := p.Env.Style, p.board
	left := t.Text.Render("Week of " + explain.Day(b.Week))
	if b.Day != nil {
		left += t.Dim.Render(fmt.Sprintf(", day %d of the plan", *b.Day))
	}
	if p.ended {
		left = t.Text.Render("As of "+explain.Day(b.AsOf)) + t.Dim.Render(": nothing was followed after it")
	}
	right := ""
	if n := len(p.weeks); n > 0 {
		right = t.Dim.Render("column: week of ") + t.Text.Render(day(p.shown()))
		if n > 1 {
			right += " " + t.Key.Render("← →")
		}
	}
	lines := []string{layout.Between(left, right, p.W)}
	if c := b.Bottleneck; c != nil {
		for i, s := range layout.WrapAtMost("Coach this week: "+p.coach(c), p.W, 3) {
			look := t.Text
			if i == 0 {
				look = t.Strong
			}
			lines = append(lines, look.Render(s))
		}
	}
	return append(lines, "")
}

// coach is the bottleneck in words.
func (p *Page) coach(c *dashboard.Bottleneck) string {
	s := layout.Clean(c.Name)
	if c.Conversion != nil {
		s += ". " + explain.Share(c.Conversion, funnel.Few) + " of its decided deals go on"
		if c.Target != nil {
			s += ", target " + explain.Percent(*c.Target)
		}
	}
	s += "."
	if c.Practice != nil && c.Field != nil {
		name := *c.Practice
		if x := p.Env.Now().Playbook.Practice(name); x != nil {
			name = explain.Or(x.Name, name)
		}
		s += fmt.Sprintf(" Farthest from target on its calls: %s, %s of 100 from %s.", layout.Clean(name), explain.Whole(*c.Field), explain.Count(c.N, "source", "sources"))
	}
	return s
}

func day(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return layout.Clean(string(d))
	}
	return t.Format("2 Jan")
}

// build makes the list for the width: a list keeps its columns.
func (p *Page) build() {
	class := 0
	if p.W >= wide {
		class = 1
	}
	if p.list == nil || class != p.class {
		key := ""
		if p.list != nil {
			key = p.list.Key()
		}
		p.class = class
		p.list = widget.NewList(p.Env.Style,
			widget.Column{Title: "Number"},
			widget.Column{Title: "Weeks", Width: p.sparkW()},
			widget.Column{Title: "Base", Width: 6, Right: true},
			widget.Column{Title: "Target", Width: 6, Right: true},
			widget.Column{Title: "Week", Width: 6, Right: true},
			widget.Column{Title: "Mean of 4", Width: 9, Right: true, Drop: wide},
			widget.Column{Title: "Lift", Width: 9, Right: true},
			widget.Column{Title: "Way", Width: 5, Right: true})
		defer p.list.Select(key)
	}
	p.fill()
}

// sparkW is how many weeks are drawn.
func (p *Page) sparkW() int {
	if p.class == 1 {
		return 16
	}
	return 7
}

func (p *Page) fill() {
	var list []dashboard.Indicator
	if p.board != nil {
		list = p.board.Indicators
	}
	p.list.SetRows(widget.Rows{
		N:    len(list),
		Key:  func(i int) string { return list[i].ID },
		Cell: func(i, col int) string { return p.cell(&list[i], col) },
	})
}

func (p *Page) cell(i *dashboard.Indicator, col int) string {
	t, unit := p.Env.Style, i.In()
	short := func(x *float64) string { return strings.ReplaceAll(explain.Value(x, unit), " ", "") }
	switch col {
	case 0:
		if i.Computed { // not entered
			return t.Dim.Render("= ") + layout.Clean(p.label(i))
		}
		return layout.Clean(p.label(i))
	case 1:
		var values []float64
		for _, x := range i.Points {
			values = append(values, x.Value)
		}
		return t.Bar.Render(widget.Spark(p.sparkW(), values, i.Baseline, i.Target))
	case 2:
		return t.Dim.Render(short(i.Baseline))
	case 3:
		return t.Dim.Render(short(i.Target))
	case 4:
		return short(at(i, p.shown()))
	case 5:
		s := short(i.Mean)
		if i.Mean != nil && i.Weeks < dashboard.Recent {
			s = fmt.Sprintf("(of %d) ", i.Weeks) + s
		}
		return t.Dim.Render(s)
	case 6:
		s := explain.Delta(i.Lift, unit)
		switch up := i.Improved(); {
		case up == nil:
			return t.Dim.Render(s)
		case *up:
			return t.Good.Render(s)
		}
		return t.Bad.Render(style.Warn + " " + s)
	}
	if i.Way == nil {
		return t.Dim.Render(style.Minus)
	}
	return strings.Replace(explain.Whole(100**i.Way), "-", "−", 1) + "%"
}

// label is the number with its stage, which comes first where there is room for the beginning alone.
func (p *Page) label(i *dashboard.Indicator) string {
	if i.StageName != "" && p.class == 0 {
		return i.StageName + ": " + i.Name
	}
	return i.Label()
}

// at is a week's number; nil where it has none.
func at(i *dashboard.Indicator, week model.Date) *float64 {
	for n := range i.Points {
		if i.Points[n].Week == week {
			return &i.Points[n].Value
		}
	}
	return nil
}

// detail is the selected number in words.
func (p *Page) detail(w int) []string {
	t := p.Env.Style
	i := p.indicator(p.list.Key())
	if i == nil {
		return nil
	}
	lines := []string{layout.Between(t.Strong.Render(layout.Clean(i.Label())), t.Key.Render(keys.First(keys.Open))+t.Dim.Render(" why"), w)}
	for _, s := range layout.WrapAtMost(p.sentence(i), w, 2) {
		lines = append(lines, t.Text.Render(s))
	}
	if n := p.entered(); n >= 0 && p.Env.E().Weeks[n].Note != "" {
		note := strings.Join(strings.Fields(layout.Clean(p.Env.E().Weeks[n].Note)), " ")
		return append(lines, t.Dim.Render(layout.Words(day(p.shown())+": "+note, w)))
	}
	if len(p.board.Notes) > 0 {
		return append(lines, t.Warn.Render(layout.Cut(style.Warn+" "+layout.Clean(p.board.Notes[0]), w)))
	}
	return append(lines, t.Dim.Render(layout.Cut("= computed  lift: mean of the last 4 weeks less the baseline  ! the worse way", w)))
}

// sentence says how far the number has come.
func (p *Page) sentence(i *dashboard.Indicator) string {
	unit := i.In()
	switch {
	case len(i.Points) == 0:
		return "No week has a number yet. Baseline " + explain.Value(i.Baseline, unit) + ", target " + explain.Value(i.Target, unit) + "."
	case i.Mean == nil:
		return "Its weeks have no mean."
	}
	s := fmt.Sprintf("Mean of %s %s", explain.Count(i.Weeks, "week", "weeks"), explain.Value(i.Mean, unit))
	if i.Lift == nil {
		return s + "; there is no baseline to compare it with."
	}
	s += fmt.Sprintf(" against a baseline of %s: %s", explain.Value(i.Baseline, unit), explain.Delta(i.Lift, unit))
	if i.Way != nil {
		s += fmt.Sprintf(", %s of the way to %s", explain.Percent(*i.Way), explain.Value(i.Target, unit))
	}
	return s + "."
}
