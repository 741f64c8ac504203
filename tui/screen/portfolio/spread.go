package portfolio

import (
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

func (p *Page) fillSpread() {
	list := p.spreads
	p.spread.Empty = "No engagement has scores yet."
	if list == nil {
		p.spread.Empty = "computing…"
	}
	p.spread.SetRows(widget.Rows{
		N:    len(list),
		Key:  func(i int) string { return list[i].Playbook + " " + list[i].Practice },
		Cell: func(i, col int) string { return p.spreadCell(&list[i], col) },
	})
}

// practice is its name, with the playbook where there are several: ids of two may mean different things.
func (p *Page) practice(s *portfolio.Spread) string {
	name := s.Practice
	if s.Playbook == playbook.Default {
		if x := playbook.Builtin().Practice(s.Practice); x != nil {
			name = explain.Or(x.Name, name)
		}
	}
	for i := range p.spreads {
		if p.spreads[i].Playbook != s.Playbook {
			name += " (" + s.Playbook + ")"
			break
		}
	}
	return layout.Clean(name)
}

func (p *Page) spreadCell(s *portfolio.Spread, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return p.practice(s)
	case 1:
		return p.strip(s)
	case 2:
		if s.Field.Few && s.Field.N > 0 {
			return fmt.Sprintf("%d few", s.Field.N)
		}
		return fmt.Sprint(s.Field.N)
	case 3:
		return t.Dim.Render(explain.Points(s.Field.Low))
	case 4:
		return explain.Points(s.Field.Median)
	case 5:
		return t.Dim.Render(explain.Points(s.Field.High))
	}
	switch {
	case s.Place == nil:
		return t.Dim.Render(style.Minus)
	case col == 6:
		return t.Strong.Render(explain.Whole(s.Place.Field))
	case s.Place.Below == nil:
		return t.Dim.Render(style.Minus)
	}
	return explain.Whole(100**s.Place.Below) + "%"
}

// strip draws the middle half of the others as a bar with its median, and the placed one as a dot on it.
func (p *Page) strip(s *portfolio.Spread) string {
	t, w := p.Env.Style, p.stripW()
	cell := func(x float64) int { return int(math.Round(min(max(x, 0), 100) / 100 * float64(w-1))) }
	var b strings.Builder
	for c := range w {
		switch f := s.Field; {
		case s.Place != nil && cell(s.Place.Field) == c:
			b.WriteString(t.Accent.Render(style.Dot))
		case f.Median != nil && cell(*f.Median) == c:
			b.WriteString(t.Text.Render("┃"))
		case f.Low != nil && f.High != nil && c >= cell(*f.Low) && c <= cell(*f.High):
			b.WriteString(t.Bar.Render(style.BarLine))
		default:
			b.WriteString(t.Border.Render(style.Bullet))
		}
	}
	return b.String()
}

// spreadHead says who is placed among whom.
func (p *Page) spreadHead() []string {
	t := p.Env.Style
	who := "nobody placed"
	for i := range p.rows {
		if r := &p.rows[i]; r.path == p.placed && r.x != nil {
			who = p.name(r)
		}
	}
	n := 0
	for _, r := range p.rows {
		if r.x != nil && r.path != p.placed {
			n++
		}
	}
	left := t.Accent.Render(style.Dot) + " " + t.Strong.Render(who) + t.Dim.Render(" among "+explain.Count(n, "other", "others")+", field scores of the first round")
	right := ""
	if !p.done() {
		right = t.Warn.Render(fmt.Sprintf("%d of %d files read when this was asked for", p.read, len(p.files)))
	}
	return []string{layout.Between(left, right, p.W), ""}
}

// spreadDetail is the selected practice in words.
func (p *Page) spreadDetail(w int) []string {
	t := p.Env.Style
	i := p.spread.Index()
	if i < 0 || i >= len(p.spreads) {
		return nil
	}
	s := &p.spreads[i]
	if s.Field.N == 0 {
		return []string{t.Text.Render("No other engagement has a field score here.")}
	}
	text := fmt.Sprintf("Of %s, a quarter lie below %s, half below %s, a quarter above %s.", explain.Count(s.Field.N, "engagement", "engagements"),
		explain.Points(s.Field.Low), explain.Points(s.Field.Median), explain.Points(s.Field.High))
	if s.Place != nil && s.Place.Below != nil {
		text += fmt.Sprintf(" Here %s: above %s of them.", explain.Whole(s.Place.Field), explain.Percent(*s.Place.Below))
	}
	if s.BlindSpot.Median != nil {
		text += fmt.Sprintf(" Blind spot, median of %d: %s.", s.BlindSpot.N, explain.Signed(*s.BlindSpot.Median))
	}
	if s.Field.Few {
		text += fmt.Sprintf(" Few: with fewer than %d, a distribution says little.", portfolio.Few)
	}
	var lines []string
	for _, l := range layout.WrapAtMost(text, w, 3) {
		lines = append(lines, t.Text.Render(l))
	}
	return lines
}
