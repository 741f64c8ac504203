package scores

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// The columns of the practices.
const (
	colName = iota
	colBell
	colField
	colGap
	colBlind
	colSign
	colN
	colSure
)

// bellW is the room for a dumbbell, by width of the page.
func (p *Page) bellW() int { return [...]int{16, 31, 21, 41}[p.class] }

// classOf is the width class: what a width has room for beside the names of the practices.
func classOf(w int) int {
	switch {
	case w >= 132:
		return 3
	case w >= 110: // n by lens and confidence come in, and the dumbbell makes room
		return 2
	case w >= 96:
		return 1
	}
	return 0
}

// build makes the lists for the width: a list keeps its columns.
func (p *Page) build() {
	class := classOf(p.W)
	if p.lists[practices] != nil && class == p.class {
		p.buildStages()
		return
	}
	p.class = class
	t := p.Env.Style
	var keep [objections + 1]string
	for i, l := range p.lists {
		if l != nil {
			keep[i] = l.Key()
		}
	}
	sign := 4
	if class >= 2 {
		sign = 12
	}
	p.lists[practices] = widget.NewList(t,
		widget.Column{Title: "Practice"},
		widget.Column{Title: style.Ring + " belief " + style.Dot + " field", Width: p.bellW()},
		widget.Column{Title: "field", Width: 5, Right: true},
		widget.Column{Title: "gap", Width: 3, Right: true},
		widget.Column{Title: "blind", Width: 5, Right: true},
		widget.Column{Title: "", Width: sign},
		widget.Column{Title: "n by lens", Width: 16, Drop: 110},
		widget.Column{Title: "sure", Width: 6, Drop: 110})
	p.lists[objections] = widget.NewList(t,
		widget.Column{Title: "Objection"},
		widget.Column{Title: "share of calls", Width: p.bellW()},
		widget.Column{Title: "calls", Width: 8, Right: true},
		widget.Column{Title: "95 % interval", Width: 18})
	p.lists[objections].Empty = "No objections heard yet: they are noted on the calls."
	p.lists[practices].Empty = "The playbook has no practices."
	p.lists[stages] = p.stageList()
	p.fill()
	for i, l := range p.lists {
		l.Select(keep[i])
	}
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	if r.p == nil {
		if col == 0 {
			return "  " + r.heading
		}
		return ""
	}
	x := r.p
	switch col {
	case colName:
		return layout.Clean(p.name(x.Practice))
	case colBell:
		return widget.Dumbbell(t, p.bellW(), x.Lenses.Believed.Score, x.Field, x.Target)
	case colField:
		if x.Field == nil {
			return t.Dim.Render(style.Minus)
		}
		return t.Level(*x.Field, x.Target).Render(explain.Whole(*x.Field))
	case colGap:
		return explain.Points(x.Gap)
	case colBlind:
		if x.BlindSpot == nil {
			return t.Dim.Render(style.Minus)
		}
		look := t.Dim
		if x.Clear {
			look = t.Warn
		}
		return look.Render(explain.Signed(*x.BlindSpot))
	case colSign:
		if x.Contested {
			return p.sign(x, p.class < 2) + t.Warn.Render(" ≠")
		}
		return p.sign(x, p.class < 2)
	case colN:
		return t.Dim.Render(byLens(x.Lenses))
	default:
		return t.Dim.Render(string(x.Confidence))
	}
}

// sign says how far a blind spot can be believed; short where there is little room, in full in the line below the list.
func (p *Page) sign(x *score.Practice, short bool) string {
	t := p.Env.Style
	switch {
	case x.BlindSpot == nil:
		return ""
	case x.Clear && short:
		return t.Warn.Render(style.Check)
	case x.Clear:
		return t.Warn.Render(style.Check + " clear")
	case short:
		return t.Dim.Render("?")
	}
	return t.Dim.Render("first sign")
}

// byLens is the number of sources through each lens.
func byLens(l score.Lenses) string {
	var parts []string
	for _, lens := range playbook.Lenses() {
		parts = append(parts, style.Lens(string(lens))+strconv.Itoa(l.Of(lens).N))
	}
	return strings.Join(parts, " ")
}

func (p *Page) domainLine(id string) string {
	for _, d := range p.result.Domains {
		if d.Domain != id {
			continue
		}
		if d.Score == nil {
			return layout.Clean(p.domain(id)) + ": too few to say"
		}
		return fmt.Sprintf("%s: %s of 100 over %s", layout.Clean(p.domain(id)), explain.Whole(*d.Score),
			explain.Count(d.Practices, "practice", "practices"))
	}
	return layout.Clean(p.domain(id))
}

func (p *Page) fillObjections(r *score.Result) {
	t := p.Env.Style
	p.lists[objections].SetRows(widget.Rows{
		N:   len(r.Objections),
		Key: func(i int) string { return r.Objections[i].Theme },
		Cell: func(i, col int) string {
			o := r.Objections[i]
			switch col {
			case 0:
				return layout.Clean(p.theme(o.Theme))
			case 1:
				return widget.Bar(t, p.bellW(), float64(o.Calls)/float64(max(o.Of, 1)))
			case 2:
				return fmt.Sprintf("%d of %d", o.Calls, o.Of)
			}
			return interval(o)
		},
	})
}

func interval(o score.Objection) string {
	s := explain.Percent(o.Low) + " to " + explain.Percent(o.High)
	if o.Few {
		s += " few"
	}
	return s
}
