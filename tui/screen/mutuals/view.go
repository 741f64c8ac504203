package mutuals

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/milestones"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// The numbers stand above the list, months beside sides and stages.
const (
	headH   = 7
	tallH   = 30 // where all stages and a year have room
	tallest = 10
	detailH = 3
	labelW  = 13
)

// parts are the numbers, a rule, the list, a rule and the detail.
func (p *Page) parts() []layout.Rect {
	head := headH
	switch {
	case len(p.rows) == 0:
		head = 0
	case p.H >= tallH:
		head = tallest
	}
	rule, detail := min(head, 1), min(head, detailH)
	return layout.Screen(p.W, p.H).Rows(0, layout.Fixed(head), layout.Fixed(rule), layout.Flex(1), layout.Fixed(rule), layout.Fixed(detail))
}

func (p *Page) View() string {
	if p.file.IsOpen() {
		return p.file.View(p.W, p.H)
	}
	if p.view != "" {
		return p.view
	}
	at := p.parts()
	if len(p.rows) == 0 {
		p.view = p.list.View(p.W, p.H)
		return p.view
	}
	rule := p.Env.Style.Border.Render(strings.Repeat(style.Rule, p.W))
	cols := at[0].Cols(3, layout.FlexMin(3, 48), layout.FlexMin(2, 27))
	p.view = layout.Stack(
		layout.Beside(3, layout.BlockLines(p.numbers(cols[0]), cols[0]), layout.BlockLines(p.months(cols[1]), cols[1])),
		rule, p.list.View(at[2].W, at[2].H), rule, layout.BlockLines(p.detail(at[4].W), at[4]))
	return p.view
}

// numbers is the hit-rate, whole, by side and by stage.
func (p *Page) numbers(r layout.Rect) []string {
	t, h := p.Env.Style, p.at.Hits
	title := t.Title.Render("Hit-rate")
	if p.over {
		title += t.Dim.Render("  as of " + explain.Day(p.at.AsOf) + ", the end")
	}
	lines := []string{title}
	if h.Share == nil {
		return append(lines, t.Dim.Render("nothing was due yet"))
	}
	lines = append(lines, p.bar(r.W, "All", h.Share, t.Strong.Render))
	if misses := p.misses(h); misses != "" {
		lines = append(lines, t.Dim.Render("  "+layout.Words(misses, r.W-2)))
	}
	sides := p.at.ByOwner
	stages := p.at.ByStage
	if room := r.H - len(lines) - len(sides); len(stages) > room {
		stages = stages[:max(room, 0)]
	}
	for _, g := range sides {
		lines = append(lines, p.bar(r.W, upper(explain.Or(g.Of, "nobody's")), g.Hits.Share, t.Text.Render))
	}
	for _, g := range stages {
		lines = append(lines, p.bar(r.W, explain.Or(p.stage(g.Of), "no stage"), g.Hits.Share, t.Text.Render))
	}
	return lines
}

// misses says what became of the others.
func (p *Page) misses(h follow.Hits) string {
	var out []string
	for _, m := range []struct {
		n    int
		what string
	}{{h.Late, "late"}, {h.Redated, "re-dated"}, {h.Missing, "missing"}} {
		if m.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", m.n, m.what))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "misses: " + strings.Join(out, ", ")
}

// bar is a share with its counts and interval, or the counts alone where they are few.
func (p *Page) bar(w int, label string, s *funnel.Share, look func(...string) string) string {
	t := p.Env.Style
	said := t.Text.Render(fmt.Sprintf("%d of %d", s.K, s.N)) + t.Dim.Render("  few")
	if !s.Few {
		said = look(explain.Percent(s.Value)) + t.Dim.Render(fmt.Sprintf("  %d of %d, %s–%s", s.K, s.N, explain.Whole(100*s.Low), explain.Percent(s.High)))
	}
	barW := min(w-labelW-27, 24)
	return layout.Fit(look(layout.Fit(layout.Words(layout.Clean(label), labelW), labelW))+" "+widget.Bar(t, barW, s.Value)+" "+said, w)
}

// months is the trend: the latest months of the dates first agreed.
func (p *Page) months(r layout.Rect) []string {
	t := p.Env.Style
	lines := []string{t.Title.Render("By month agreed")}
	months := p.at.ByMonth
	if n := len(months) - (r.H - 1); n > 0 {
		months = months[n:]
	}
	for _, g := range months {
		name, s := g.Of, g.Hits.Share
		if d, ok := month(g.Of); ok {
			name = d
		}
		few := ""
		if s.Few {
			few = "  few"
		}
		lines = append(lines, layout.Fit(t.Text.Render(layout.Fit(name, 6))+" "+widget.Bar(t, max(r.W-22, 4), s.Value)+" "+
			t.Text.Render(fmt.Sprintf("%d of %d", s.K, s.N))+t.Dim.Render(few), r.W))
	}
	return lines
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(place.Label(p.Env.E(), *r.m))
	case 1:
		return t.Dim.Render(layout.Words(layout.Clean(p.stage(r.m.Stage)), 14))
	case 2:
		return t.Dim.Render(layout.Words(layout.Clean(p.rep(r.m.Rep)), 16))
	case 3:
		s := fmt.Sprintf("%d/%d", r.done, len(r.m.Milestones))
		if r.done == len(r.m.Milestones) && r.done > 0 {
			return t.Good.Render(s)
		}
		return s
	case 4:
		switch {
		case r.next == nil && r.done == len(r.m.Milestones) && r.done > 0:
			return t.Good.Render(style.Check + " all done")
		case r.next == nil:
			return t.Dim.Render(style.Minus)
		case p.at.AsOf.After(r.next.Due):
			return t.Bad.Render(explain.Weekday(r.next.Due))
		}
		return explain.Weekday(r.next.Due)
	default:
		if r.next == nil {
			return ""
		}
		return t.Dim.Render(layout.Clean(milestones.Side(r.next.Owner)))
	}
}

// detail is the selected plan: what is due next, and where the deal stands.
func (p *Page) detail(w int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	t := p.Env.Style
	var facts []string
	for _, s := range []string{p.stage(r.m.Stage), p.rep(r.m.Rep), r.m.Link} {
		if s != "" {
			facts = append(facts, layout.Clean(s))
		}
	}
	name := layout.Words(layout.Clean(place.Label(p.Env.E(), *r.m)), w)
	about := layout.Words(strings.Join(facts, " "+style.Bullet+" "), max(w-layout.Width(name)-3, 0))
	lines := []string{layout.Between(t.Strong.Render(name), t.Dim.Render(about), w)}
	switch {
	case r.next != nil:
		lines = append(lines, milestones.Glyph(t, *r.next)+" "+t.Text.Render(layout.Words(layout.Clean(r.next.What), w-2)),
			"  "+t.Dim.Render(layout.Words(layout.Clean(milestones.Words(*r.next)), w-2)))
	case len(r.m.Milestones) == 0:
		lines = append(lines, t.Dim.Render("no milestones yet; enter opens it to lay them down"))
	}
	return lines
}

func (p *Page) stage(id string) string {
	if s := p.Env.E().Stage(id); s != nil {
		return s.Label()
	}
	return id
}

func (p *Page) rep(id string) string {
	if x := p.Env.E().Person(id); x != nil {
		return x.Label()
	}
	return id
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

// month is 2026-03 as people say it.
func month(s string) (string, bool) {
	t, err := time.Parse("2006-01", s)
	return t.Format("Jan 06"), err == nil
}
