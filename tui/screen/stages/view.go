package stages

import (
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

const (
	wide   = 104 // from here on the list has bars
	barW   = 30
	leastH = 9 // of criteria and fields under the list
)

var columns = []widget.Column{
	{Title: "#", Width: 2, Right: true},
	{Title: "Stage"},
	{Title: "Criteria", Width: 8, Right: true},
	{Title: "Fields", Width: 6, Right: true},
	{Title: "Target", Width: 7, Right: true},
	{Title: "Go on", Width: 7, Right: true},
	{Title: "", Width: barW, Drop: wide},
	{Title: "Audited", Width: 12},
}

func (p *Page) cell(i, col int) string {
	t, r := p.Env.Style, p.rows[i]
	number := func(n int) string {
		if n == 0 {
			return t.Warn.Render("none")
		}
		return t.Text.Render(strconv.Itoa(n))
	}
	switch col {
	case 0:
		return t.Dim.Render(strconv.Itoa(i + 1))
	case 1:
		return layout.Clean(r.s.Label())
	case 2:
		return number(len(r.s.ExitCriteria))
	case 3:
		return number(len(r.s.MandatoryFields))
	case 4:
		switch x := r.s.TargetConversion; {
		case x == nil:
			return t.Dim.Render(style.Minus)
		case *x < 0 || *x > 1:
			return t.Bad.Render(percent(x) + " %" + style.Warn)
		default:
			return t.Text.Render(percent(x) + " %")
		}
	case 5:
		return p.goOn(r)
	case 6:
		if r.now == nil || r.now.Conversion == nil || r.now.Few {
			return ""
		}
		return widget.Bar(t, barW, *r.now.Conversion)
	}
	switch {
	case r.seen:
		return t.Good.Render(style.Check + " " + string(r.audit[len(r.audit)-1].Date))
	case len(r.audit) > 0:
		return t.Text.Render(style.Half + " begun")
	}
	return t.Dim.Render(style.Ring + " not yet")
}

// goOn is how many of the decided deals went on, against the target; of a few deals only the counts.
func (p *Page) goOn(r row) string {
	t := p.Env.Style
	switch n, x := r.now, r.s.TargetConversion; {
	case n == nil || n.Conversion == nil:
		return t.Dim.Render(style.Minus)
	case n.Few:
		return t.Dim.Render(strconv.Itoa(n.Advanced) + "/" + strconv.Itoa(n.Advanced+n.Lost))
	case x == nil:
		return t.Text.Render(explain.Percent(*n.Conversion))
	default:
		return t.Level(100**n.Conversion, 100**x).Render(explain.Percent(*n.Conversion))
	}
}

// rects are where the parts of the page stand. A pane begins with its heading.
type rects struct{ list, rule, head, criteria, fields layout.Rect }

func (r rects) of(field string) layout.Rect {
	if field == criteria {
		return r.criteria
	}
	return r.fields
}

func (p *Page) parts() rects {
	all := layout.Screen(p.W, p.H)
	h := max(min(len(p.rows)+1, p.H-leastH-3), 2) // more stages than that scroll
	r := all.Rows(0, layout.Fixed(h), layout.Fixed(1), layout.Fixed(2), layout.Flex(1))
	c := r[3].Cols(3, layout.Flex(3), layout.Flex(2))
	return rects{list: r[0], rule: r[1], head: r[2], criteria: c[0], fields: c[1]}
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	if len(p.rows) == 0 {
		return p.welcome()
	}
	t, at := p.Env.Style, p.parts()
	list := p.list.View(at.list.W, at.list.H)
	head := layout.BlockLines(p.head(at.head.W), at.head)
	a, b := p.pane(criteria, "Exit criteria", at.criteria), p.pane(fields, "Mandatory fields", at.fields)
	rule := t.Rule(at.rule.W)
	if p.from != "" {
		from := t.Dim.Render(layout.Cut(" go on: of the snapshot "+layout.Clean(p.from), at.rule.W-4) + " ")
		rule = t.Rule(at.rule.W-layout.Width(from)-2) + from + t.Rule(2)
	}
	return layout.Stack(list, rule, head, layout.Beside(3, a, b))
}

// head is about the stage as a whole.
func (p *Page) head(w int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	t := p.Env.Style
	to := "be won"
	if i := p.list.Index(); i+1 < len(p.rows) {
		to = "reach " + p.rows[i+1].s.Label()
	}
	goal := "no target conversion yet"
	if x := r.s.TargetConversion; x != nil {
		goal = percent(x) + " % should " + to
	}
	if n := r.now; n != nil && n.Conversion != nil {
		goal += "; of " + strconv.Itoa(n.Advanced+n.Lost) + " decided deals " + strconv.Itoa(n.Advanced) + " went on"
	}
	return []string{
		layout.Between(t.Strong.Render(layout.Words(layout.Clean(r.s.Label()), w/2)), t.Dim.Render(layout.Cut("id "+layout.Clean(r.s.ID), w/2-1)), w),
		t.Dim.Render(layout.Words(layout.Clean(goal), w)),
	}
}

// pane is one of the two lists: in the editor, or to read.
func (p *Page) pane(field, title string, r layout.Rect) string {
	t := p.Env.Style
	if p.lines.open() && p.lines.field == field {
		p.lines.ed.SetSize(r.W, max(r.H-1, 0))
		head := t.Accent.Render(style.Pointer+" ") + t.Title.Render(title) + t.Dim.Render("  one a line")
		return layout.Stack(layout.Fit(head, r.W), p.lines.ed.View())
	}
	key := keys.First(keys.Criteria)
	if field == fields {
		key = keys.First(keys.Fields)
	}
	out := []string{layout.Between(t.Title.Render(title), t.Key.Render(key)+t.Dim.Render(" edits"), r.W)}
	at := p.chosen()
	if at == nil {
		return layout.BlockLines(out, r)
	}
	list, none := at.s.ExitCriteria, "None written: nothing says when a deal may go on."
	if field == fields {
		list, none = at.s.MandatoryFields, "None mandatory."
	}
	if len(list) == 0 {
		for _, l := range layout.Wrap(none, r.W) {
			out = append(out, t.Dim.Render(l))
		}
	}
	for _, s := range list {
		for i, l := range layout.Wrap(layout.Clean(s), r.W-2) {
			mark := "  "
			if i == 0 {
				mark = t.Dim.Render(style.Bullet) + " "
			}
			out = append(out, mark+t.Text.Render(l))
		}
	}
	if len(out) > r.H && r.H > 1 {
		out = append(out[:r.H-1], t.Dim.Render(style.Ellipsis+" "+key+" shows all "+strconv.Itoa(len(list))))
	}
	return layout.BlockLines(out, r)
}

// welcome is the page without stages.
func (p *Page) welcome() string {
	t := p.Env.Style
	out := []string{
		"", "",
		t.Strong.Render("No stages yet"),
		t.Dim.Render("the client's own pipeline, in order, without the closed stages"),
		"",
		t.Key.Render(keys.First(keys.New)) + "  " + t.Text.Render("add the first one, as the client calls it"),
		t.Key.Render(keys.First(keys.Suggest)) + "  " + t.Text.Render("begin with "+strings.Join(usual, ", ")),
	}
	for i := range out {
		out[i] = "  " + out[i]
	}
	return layout.BlockLines(out, layout.Screen(p.W, p.H))
}
