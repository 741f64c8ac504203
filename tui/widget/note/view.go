package note

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// A pen is a style taken apart: what turns it on and what turns it off.
// Lipgloss renders a run of text in microseconds; a pen writes two strings.
type pen struct{ on, off string }

// The pens: one for each class of line, and then these.
const (
	stampPen = int(classes) + iota
	dimPen
	selectionPen
	placeholderPen
	penCount
)

type pens [penCount]pen

func newPens(s Styles) pens {
	var ps pens
	for i, st := range map[int]lipgloss.Style{
		int(Plain): s.Text, int(Quote): s.Quote, int(Gap): s.Gap, int(Follow): s.Follow, int(Objection): s.Objection,
		stampPen: s.Stamp, dimPen: s.Dim, selectionPen: s.Selection, placeholderPen: s.Placeholder,
	} {
		on, off, _ := strings.Cut(st.Inline(true).Render("x"), "x")
		// Only the escapes: room a style may have would upset the width.
		ps[i] = pen{strings.ReplaceAll(on, " ", ""), strings.ReplaceAll(off, " ", "")}
	}
	return ps
}

// View is the editor on the screen: as many lines as it is high, each exactly
// as wide as it is.
func (e *Editor) View() string {
	e.settle()
	if !e.view.ok {
		e.view = memo{e.draw(), true}
	}
	return e.view.s
}

func (e *Editor) draw() string {
	rows := make([]string, 0, e.height)
	if e.Empty() {
		for l := range strings.SplitSeq(e.placeholder, "\n") {
			d := e.layout.of(l)
			for n := range d.rows {
				start, stop := d.row(l, n)
				rows = append(rows, e.paint(strip{line: l, start: start, end: stop, pen: placeholderPen}))
			}
		}
	} else {
		s := e.top
		for i := s.line; i < len(e.lines) && len(rows) < e.height; i++ {
			rows = e.drawLine(rows, i, s.row)
			s.row = 0
		}
	}
	for len(rows) < e.height {
		rows = append(rows, e.paint(strip{}))
	}
	return join(rows[:e.height])
}

// drawLine adds the rows of line i, from the given one on, as long as there is room.
func (e *Editor) drawLine(rows []string, i, row int) []string {
	line := e.lines[i]
	d := e.layout.of(line)
	if d.drawn == nil {
		d.drawn = make([]string, len(d.rows))
	}
	from, to := e.selected()
	touched := e.selecting && from.Line <= i && i <= to.Line
	for n := row; n < len(d.rows) && len(rows) < e.height; n++ {
		start, stop := d.row(line, n)
		s := strip{line: line, start: start, end: stop, pen: int(d.class), stamp: d.stamp}
		if touched {
			s.from, s.to = 0, len(line)+1 // with the line's end
			if from.Line == i {
				s.from = from.Col
			}
			if to.Line == i {
				s.to = to.Col
			}
			rows = append(rows, e.paint(s))
			continue
		}
		if d.drawn[n] == "" {
			d.drawn[n] = e.paint(s)
		}
		rows = append(rows, d.drawn[n])
	}
	return rows
}

// A strip is the part of a line that is one screen row.
type strip struct {
	line       string
	start, end int
	pen        int
	stamp      int // bytes of the line that are its time stamp
	from, to   int // bytes of the line that are selected
}

// paint draws a strip as wide as the editor.
func (e *Editor) paint(s strip) string {
	var b strings.Builder
	x, on := 0, pen{}
	use := func(n int) {
		if p := e.pens[n]; p != on {
			b.WriteString(on.off)
			b.WriteString(p.on)
			on = p
		}
	}
	for i := s.start; i < s.end; {
		c := e.layout.cell(s.line, i, x)
		switch {
		case s.from <= i && i < s.to:
			use(selectionPen)
		case c.code:
			use(dimPen)
		case i < s.stamp:
			use(stampPen)
		default:
			use(s.pen)
		}
		g := c.cut(e.layout.width - x)
		b.WriteString(g.text)
		x, i = x+g.width, c.end
	}
	if s.end == len(s.line) && s.from <= s.end && s.end < s.to && x < e.layout.width {
		use(selectionPen) // the line's end
		b.WriteByte(' ')
		x++
	}
	use(int(Plain))
	b.WriteString(strings.Repeat(" ", e.layout.width-x))
	b.WriteString(on.off)
	return b.String()
}

// cut makes a glyph fit into room that is too narrow for it.
func (g glyph) cut(room int) glyph {
	switch {
	case g.width <= room:
		return g
	case g.code:
		g.text = string([]rune(g.text)[:room])
	default:
		g.text = strings.Repeat(" ", room)
	}
	g.width = room
	return g
}
