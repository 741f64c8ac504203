package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// timeline draws the actions of the three phases under each other, each from the start of its phase to its due date, with
// today as a line. The selection is the same as in the columns.
func (p *Page) timeline(r layout.Rect) string {
	t := p.Env.Style
	titles := max(r.W*2/5, 30)
	width := r.W - titles - 1 - p.dateW()
	day := func(n int) int { return min(max(n, 0), 90) * (width - 1) / 90 }
	today, hasToday := p.dayNumber(p.Env.Today())
	hasToday = hasToday && today >= 0 && today <= 90

	scale := []rune(strings.Repeat(" ", width+2))
	for _, n := range []int{0, 30, 60, 90} {
		label := strconv.Itoa(n)
		copy(scale[min(day(n), width+2-len(label)):], []rune(label))
	}
	lines := []string{t.Dim.Render(layout.Fit("  day", titles) + string(scale))}
	rows := []int{-1}
	groups := []int{0}
	begin := 0
	for g := range later {
		for i, x := range p.rows[g] {
			on := g == p.at && i == p.sel[g]
			if on {
				begin = len(lines)
			}
			lines = append(lines, p.span(x, g, titles, width, day, on, today, hasToday))
			rows, groups = append(rows, i), append(groups, g)
		}
	}
	top := min(max(begin-r.H+2, 0), max(len(lines)-r.H, 0))
	if top > 0 {
		lines = append(lines[:1:1], lines[top+1:]...)
		rows = append(rows[:1:1], rows[top+1:]...)
		groups = append(groups[:1:1], groups[top+1:]...)
	}
	for i := range min(len(lines), r.H) {
		if rows[i] >= 0 {
			p.hits = append(p.hits, hit{layout.Rect{X: r.X, Y: r.Y + i, W: r.W, H: 1}, groups[i], []int{rows[i]}})
		}
	}
	return layout.BlockLines(lines[:min(len(lines), r.H)], r)
}

// along moves on the timeline: its phases are one list, and left and right go to the phase beside.
func (p *Page) along(a keys.Action) {
	type place struct{ group, row int }
	var all []place
	at := 0
	for g := range later {
		for i := range p.rows[g] {
			if g == p.at && i == p.sel[g] {
				at = len(all)
			}
			all = append(all, place{g, i})
		}
	}
	if len(all) == 0 {
		return
	}
	step := func(by int) { at = min(max(at+by, 0), len(all)-1) }
	phase := func(by int) {
		for to := at + by; to >= 0 && to < len(all); to += by {
			if all[to].group != all[at].group {
				at = slices.IndexFunc(all, func(x place) bool { return x.group == all[to].group })
				return
			}
		}
	}
	switch a {
	case keys.Left, keys.Prev:
		phase(-1)
	case keys.Right, keys.Next:
		phase(1)
	case keys.Up:
		step(-1)
	case keys.Down:
		step(1)
	case keys.PageUp:
		step(-5)
	case keys.PageDown:
		step(5)
	case keys.Top:
		at = 0
	case keys.Bottom:
		at = len(all) - 1
	}
	p.at = all[at].group
	p.sel[p.at] = all[at].row
}

// onTimeline puts the selection on an action that the timeline has.
func (p *Page) onTimeline() {
	if p.at < later && len(p.rows[p.at]) > 0 {
		return
	}
	p.at = 0
	for g := range later {
		if len(p.rows[g]) > 0 {
			p.at = g
		}
	}
}

// span is one action on the timeline.
func (p *Page) span(x row, g, titles, width int, day func(int) int, on bool, today int, hasToday bool) string {
	t := p.Env.Style
	pointer, look := "  ", t.Text
	switch {
	case on:
		pointer, look = style.Pointer+" ", t.Strong
	case x.a.Status == model.Dropped, x.a.Status == model.ActionDone:
		look = t.Dim
	}
	head := layout.Fit(pointer+p.glyph(x)+" "+look.Render(layout.Words(layout.Clean(short(x.a)), titles-5)), titles)
	end, dated := p.dayNumber(x.a.Due)
	if !dated {
		end = plan.Phase(x.a.Phase)
	}
	from, to := day(min(30*g, end)), day(end)
	line := make([]string, width)
	for c := range line {
		switch {
		case c == to && dated && end > 90:
			line[c] = look.Render(style.Move)
		case c == to && dated:
			line[c] = look.Render(style.Dot)
		case c == to:
			line[c] = t.Dim.Render(style.Ring)
		case c >= from && c < to:
			line[c] = t.Bar.Render(style.BarLine)
		case hasToday && c == day(today):
			line[c] = t.Accent.Render("│")
		case c == day(30) || c == day(60) || c == day(90):
			line[c] = t.Border.Render("┊")
		default:
			line[c] = " "
		}
	}
	return head + strings.Join(line, "") + " " + layout.FitRight(p.date(x), p.dateW())
}
