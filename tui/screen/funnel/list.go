package funnel

import (
	"math"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// The parts of a bar: told by the glyph, not by colour alone.
const (
	glyphLost = "▒"
	glyphOpen = "░"
)

func (p *Page) barW() int {
	if p.class == 1 {
		return 30
	}
	return 16
}

// build makes the lists for the width: a list keeps its columns.
func (p *Page) build() {
	class := 0
	if p.W >= 110 {
		class = 1
	}
	if p.stages == nil || class != p.class {
		p.class = class
		key, move := "", ""
		if p.stages != nil {
			key, move = p.stages.Key(), p.moves.Key()
		}
		t := p.Env.Style
		p.stages = widget.NewList(t,
			widget.Column{Title: "Stage"},
			widget.Column{Title: style.BarFull + "on " + glyphLost + "lost " + glyphOpen + "open", Width: p.barW()},
			widget.Column{Title: "deals", Width: 5, Right: true},
			widget.Column{Title: "goes on", Width: 14, Right: true},
			widget.Column{Title: "aim", Width: 4, Right: true},
			widget.Column{Title: "days, p90", Width: 9, Right: true, Drop: 110},
			widget.Column{Title: "slipped", Width: 7, Right: true, Drop: 110},
			widget.Column{Title: "worth", Width: 6, Right: true})
		p.moves = widget.NewList(t,
			widget.Column{Title: "What"},
			widget.Column{Title: "before", Width: 8, Right: true},
			widget.Column{Title: "after", Width: 8, Right: true},
			widget.Column{Title: "change (95 %)", Width: 18, Right: true},
			widget.Column{Title: "relative", Width: 8, Right: true, Drop: 110},
			widget.Column{Title: "", Width: 15})
		defer func() { p.stages.Select(key); p.moves.Select(move) }()
	}
	p.fill()
}

func (p *Page) fill() {
	r := p.shown()
	if r == nil {
		r = &funnel.Result{}
	}
	most := 0
	for _, s := range r.Stages {
		most = max(most, s.Reached)
	}
	p.stages.SetRows(widget.Rows{
		N:    len(r.Stages),
		Key:  func(i int) string { return r.Stages[i].Stage },
		Cell: func(i, col int) string { return p.cell(r, &r.Stages[i], col, most) },
	})
	rows := p.changes
	p.moves.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].key() },
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.changeCell(rows[i], col) },
	})
}

func (p *Page) cell(r *funnel.Result, s *funnel.Stage, col, most int) string {
	t := p.Env.Style
	switch col {
	case 0:
		name := layout.Clean(s.Name)
		switch {
		case is(r.Bottleneck, s.Stage):
			return t.Bad.Render(style.Warn) + " " + t.Strong.Render(name)
		case is(r.Busiest, s.Stage):
			return t.Dim.Render(style.Clock) + " " + name
		}
		return "  " + name
	case 1:
		return p.bar(s, most)
	case 2:
		return strconv.Itoa(s.Reached)
	case 3:
		return conversion(s)
	case 4:
		if s.Target == nil {
			return t.Dim.Render(style.Minus)
		}
		return t.Dim.Render(strings.ReplaceAll(explain.Percent(*s.Target), " ", ""))
	case 5:
		if s.MedianDays == nil {
			return t.Dim.Render(style.Minus)
		}
		d := explain.Whole(*s.MedianDays)
		if s.P90Days != nil {
			d += ", " + explain.Whole(*s.P90Days)
		}
		return d
	case 6:
		switch {
		case s.Slippage == nil:
			return t.Dim.Render(style.Minus)
		case s.SlippageShare != nil && s.SlippageShare.Few:
			return strconv.Itoa(*s.Slipped) + " few"
		}
		return strings.ReplaceAll(explain.Percent(*s.Slippage), " ", "")
	default:
		if s.Value == nil {
			return t.Dim.Render(style.Minus)
		}
		return explain.Money("", s.Value.Base)
	}
}

func is(id *string, stage string) bool { return id != nil && *id == stage }

// conversion is never a bare percentage where few deals are decided.
func conversion(s *funnel.Stage) string {
	switch {
	case s.ConversionShare == nil:
		return "none decided"
	case s.Few:
		return strconv.Itoa(s.Advanced) + " of " + strconv.Itoa(s.Advanced+s.Lost) + " few"
	}
	c := s.ConversionShare
	return explain.Whole(100*c.Value) + "% " + explain.Whole(100*c.Low) + "–" + explain.Whole(100*c.High)
}

// bar shows what became of the deals that reached a stage, its length against the largest stage.
func (p *Page) bar(s *funnel.Stage, most int) string {
	t, w := p.Env.Style, p.barW()
	if most == 0 {
		return ""
	}
	cells := func(n int) int { return int(math.Round(float64(n) / float64(most) * float64(w))) }
	on, lost := cells(s.Advanced), cells(s.Advanced+s.Lost)
	all := cells(s.Reached)
	return t.Good.Render(strings.Repeat(style.BarFull, on)) +
		t.Bad.Render(strings.Repeat(glyphLost, max(lost-on, 0))) + t.Dim.Render(strings.Repeat(glyphOpen, max(all-lost, 0)))
}
