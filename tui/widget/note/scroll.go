package note

import tea "charm.land/bubbletea/v2"

// A spot is a screen row of the document: a line, and a row of it.
type spot struct{ line, row int }

func (s spot) before(t spot) bool {
	return s.line < t.line || s.line == t.line && s.row < t.row
}

// walk is the spot n rows on (or back), or the last (or first) there is.
func (e *Editor) walk(s spot, n int) spot {
	for n < 0 {
		if s.row += n; s.row >= 0 {
			return s
		}
		if s.line == 0 {
			return spot{}
		}
		n = s.row + 1 // one of them takes us up to the line above
		s.line--
		s.row = e.rowsOf(s.line) - 1
	}
	for n > 0 {
		left := e.rowsOf(s.line) - 1 - s.row
		if n <= left {
			return spot{s.line, s.row + n}
		}
		if s.line == len(e.lines)-1 {
			return spot{s.line, s.row + left}
		}
		n -= left + 1
		s = spot{s.line + 1, 0}
	}
	return s
}

func (e *Editor) rowsOf(line int) int { return len(e.layout.of(e.lines[line]).rows) }

// locate is the screen row and the column of a place.
func (e *Editor) locate(p Pos) (s spot, x int) {
	line := e.lines[p.Line]
	d := e.layout.of(line)
	s = spot{p.Line, d.rowOf(p.Col)}
	i, _ := d.row(line, s.row)
	for i < p.Col {
		c := e.layout.cell(line, i, x)
		if c.end > p.Col {
			break // inside a cluster, which is drawn as one
		}
		x, i = x+c.width, c.end
	}
	return s, x
}

// posAt is the place of the cell drawn at column x of a screen row.
func (e *Editor) posAt(s spot, x int) Pos {
	line := e.lines[s.line]
	d := e.layout.of(line)
	start, end := d.row(line, s.row)
	for i, at := start, 0; i < end; {
		c := e.layout.cell(line, i, at)
		// The end of a row that goes on is the beginning of the next.
		if at+c.width > x || c.end == end && end < len(line) {
			return Pos{s.line, i}
		}
		at, i = at+c.width, c.end
	}
	return Pos{s.line, end}
}

// settle brings the view to where it should be before it is looked at: with
// the cursor in it, and no room left empty that could show lines.
func (e *Editor) settle() {
	e.top.line = min(e.top.line, len(e.lines)-1)
	e.top.row = min(e.top.row, e.rowsOf(e.top.line)-1)
	top, page := e.top, max(e.height, 1)-1
	if e.follow {
		at, _ := e.locate(e.cur)
		if at.before(top) {
			top = at
		} else if e.walk(top, page).before(at) {
			top = e.walk(at, -page)
		}
	}
	end := len(e.lines) - 1
	if lowest := e.walk(spot{end, e.rowsOf(end) - 1}, -page); lowest.before(top) {
		top = lowest
	}
	if top != e.top {
		e.top = top
		e.view.ok = false
	}
}

// Cursor is where the terminal's cursor belongs, from the editor's top left
// cell; nil when the editor is blurred or scrolled away from it.
func (e *Editor) Cursor() *tea.Cursor {
	if !e.focused || e.layout.width == 0 {
		return nil
	}
	e.settle()
	at, x := e.locate(e.cur)
	s := e.top
	for y := range e.height {
		if s == at {
			return tea.NewCursor(min(x, e.layout.width-1), y)
		}
		s = e.walk(s, 1)
	}
	return nil
}

// ScrollInfo is for a scroll bar: how many rows lie above, how many are on the
// screen, and how many there are. It is exact when all are on the screen and
// a good guess otherwise, since rows out of sight are not counted but estimated.
func (e *Editor) ScrollInfo() (top, visible, total int) {
	e.settle()
	bottom := spot{len(e.lines) - 1, e.rowsOf(len(e.lines)-1) - 1}
	s := e.top
	for visible = min(1, e.height); visible < e.height && s != bottom; visible++ {
		s = e.walk(s, 1)
	}
	switch {
	case s == bottom && e.top == spot{}:
		return 0, visible, visible
	case s == bottom:
		total = max(e.rows, visible+1)
		return total - visible, visible, total
	}
	total = max(e.rows, visible+1)
	top = e.top.line*total/len(e.lines) + e.top.row
	if e.top != (spot{}) {
		top = max(top, 1)
	}
	return min(top, total-visible-1), visible, total
}
