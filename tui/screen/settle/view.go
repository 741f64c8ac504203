package settle

import (
	"strings"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

const wide = 104 // from here on the list says the values, too

var columns = []widget.Column{
	{Title: "Field", Width: 18},
	{Title: "Of"},
	{Title: "Ours", Width: 22, Drop: wide},
	{Title: "Theirs", Width: 22, Drop: wide},
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	last := len(r.about) - 1
	switch col {
	case 0:
		return layout.Words(layout.Clean(r.about[last]), 18)
	case 1:
		return t.Dim.Render(layout.Clean(strings.Join(r.about[:last], " "+style.Crumb+" ")))
	case 2:
		return layout.Words(one(r.now), 22)
	}
	return layout.Words(one(r.theirs), 22)
}

// one is a value in a cell.
func one(s string) string {
	if s == "" {
		return style.Minus
	}
	return layout.Clean(strings.ReplaceAll(s, "\n", "; "))
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

// valuesH is how many lines the two values have on a page of h.
func valuesH(h int) int { return max(h/2-6, 3) }

func (p *Page) draw() string {
	t := p.Env.Style
	if len(p.rows) == 0 {
		return layout.BlockLines([]string{
			"", "", "  " + t.Good.Render(style.Check+" Nothing is left to settle"),
			"  " + t.Dim.Render("a field that both sides of a merge changed would stand here"),
		}, layout.Screen(p.W, p.H))
	}
	r := layout.Screen(p.W, p.H).Rows(0, layout.Flex(1), layout.Fixed(1), layout.Fixed(valuesH(p.H)+6))
	p.listH = r[0].H
	return layout.Stack(p.list.View(r[0].W, r[0].H), t.Rule(r[1].W),
		layout.BlockLines(p.detail(r[2].W), r[2]))
}

// detail is the selected field: what it is about, the two values side by side, and what can be done.
func (p *Page) detail(w int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	t := p.Env.Style
	lines := []string{""}
	for i, s := range layout.WrapAtMost(layout.Clean(strings.Join(r.about, " "+style.Crumb+" ")), w, 2) {
		if i == 1 {
			lines = lines[1:] // the second line has the room of the empty one
		}
		lines = append(lines, t.Strong.Render(s))
	}
	const gap = 4
	cols := layout.Screen(w, 1).Cols(gap, layout.Flex(1), layout.Flex(1))
	side := func(i int, head, value string) []string {
		out := []string{t.Title.Render(layout.Words(layout.Clean(head), cols[i].W))}
		if value == "" {
			return append(out, t.Dim.Render("nothing stands there"))
		}
		for s := range strings.SplitSeq(value, "\n") {
			for _, l := range layout.Wrap(layout.Clean(s), cols[i].W) {
				out = append(out, t.Text.Render(l))
			}
		}
		return out
	}
	head := "Ours, as the file has it"
	switch {
	case !r.found:
		head = "Ours"
	case r.other:
		head = "The file now, changed since"
	}
	left := side(0, head, r.now)
	if r.other {
		left = append(left, t.Dim.Render(layout.Words("the merge had "+one(r.ours), cols[0].W)))
	}
	right := side(1, theirs(r.by), r.theirs)
	lines = append(lines, p.values(cols, left, right)...)
	return append(append(lines, ""), p.ways(r, cols)...)
}

func theirs(by string) string {
	if by == "" {
		return "Theirs"
	}
	return "Theirs, by " + by
}

// values sets the two sides next to each other, as many lines as there is room for from the one that was scrolled to.
func (p *Page) values(cols []layout.Rect, left, right []string) []string {
	t, room := p.Env.Style, valuesH(p.H)
	n := max(len(left), len(right)) - 1
	p.most = max(n-room, 0)
	p.top = min(p.top, p.most)
	cut := func(i int, side []string) string {
		lines := side[1:]
		lines = lines[min(p.top, len(lines)):]
		return layout.BlockLines(append([]string{side[0]}, lines[:min(len(lines), room)]...), layout.Screen(cols[i].W, room+1))
	}
	out := layout.Lines(layout.Beside(4, cut(0, left), cut(1, right)))
	if p.most > 0 {
		more := "pgdn shows more"
		if p.top == p.most {
			more = "pgup goes back"
		}
		out = append(out, t.Dim.Render(more))
	}
	return out
}

// ways are what can be done, each under its side.
func (p *Page) ways(r *row, cols []layout.Rect) []string {
	t := p.Env.Style
	way := func(a keys.Action, text string) string {
		return t.Key.Render(keys.First(a)) + "  " + t.Text.Render(text)
	}
	if !r.found {
		return []string{
			t.Warn.Render("This is not in the file any more, or gapbook does not know it."),
			t.Key.Render("x") + "  " + t.Text.Render("take it off the list"),
		}
	}
	keep, take := way(keys.KeepOurs, "keep this"), way(keys.TakeTheirs, "take this")
	if r.wrong != nil {
		take = t.Warn.Render("does not fit there")
	}
	if r.now == r.theirs {
		take = t.Dim.Render("the file has it already")
	}
	var more []string
	if p.form(r) != nil {
		more = append(more, t.Key.Render("e")+"  "+t.Text.Render("write it anew"))
	}
	if to, ok := r.at.Route(p.Env.Has); ok {
		more = append(more, t.Key.Render("enter")+"  "+t.Text.Render("see it "+where(to.Kind)))
	}
	return []string{
		layout.Beside(4, layout.Fit(keep, cols[0].W), layout.Fit(take, cols[1].W)),
		strings.Join(more, "     "),
	}
}

// where says in what page something stands.
func where(k screen.Kind) string {
	if k == screen.Home {
		return "on the home page"
	}
	if name := k.Name(); name != "" {
		return "in " + strings.ToLower(name)
	}
	return "in the " + string(k)
}
