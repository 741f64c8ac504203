package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// none is the goal column while up and down have none to aim for.
const none = -1

// A motion is where a key takes the cursor from p.
type motion func(e *Editor, p Pos) Pos

// moveTo puts the cursor at p and drops the selection. What is typed next is
// another step to undo.
func (e *Editor) moveTo(p Pos) {
	e.selecting = false
	e.place(p)
	e.goal = none
}

// place moves the cursor and keeps the selection and the goal.
func (e *Editor) place(p Pos) {
	e.cur = p
	e.follow = true
	e.history.open = false
	e.view.ok = false
}

// GotoLine moves the cursor to the beginning of line n, counted from 1.
func (e *Editor) GotoLine(n int) {
	e.moveTo(Pos{min(max(n, 1), len(e.lines)) - 1, 0})
}

// Seek moves the cursor to the first line that reads so, blanks at its ends apart; false where there is none.
func (e *Editor) Seek(line string) bool {
	line = strings.TrimSpace(line)
	for i, l := range e.lines {
		if line != "" && strings.TrimSpace(l) == line {
			e.moveTo(Pos{i, 0})
			return true
		}
	}
	return false
}

// GotoEnd moves the cursor after the last word.
func (e *Editor) GotoEnd() { e.moveTo(e.end()) }

// prev is where the cluster before a byte of a line begins.
func (e *Editor) prev(line string, col int) int {
	d := e.layout.of(line)
	i, _ := d.row(line, d.rowOf(col-1))
	for {
		c := e.layout.cell(line, i, 0)
		if c.end >= col {
			return c.start
		}
		i = c.end
	}
}

// next is where the cluster at a byte of a line ends.
func (e *Editor) next(line string, col int) int {
	d := e.layout.of(line)
	i, _ := d.row(line, d.rowOf(col))
	for i <= col {
		i = e.layout.cell(line, i, 0).end
	}
	return i
}

func left(e *Editor, p Pos) Pos {
	switch {
	case p.Col > 0:
		return Pos{p.Line, e.prev(e.lines[p.Line], p.Col)}
	case p.Line > 0:
		return Pos{p.Line - 1, len(e.lines[p.Line-1])}
	}
	return p
}

func right(e *Editor, p Pos) Pos {
	switch {
	case p.Col < len(e.lines[p.Line]):
		return Pos{p.Line, e.next(e.lines[p.Line], p.Col)}
	case p.Line+1 < len(e.lines):
		return Pos{p.Line + 1, 0}
	}
	return p
}

// wordLeft goes to the beginning of a word, and from the beginning of a line
// to the end of the one before.
func wordLeft(e *Editor, p Pos) Pos {
	line := e.lines[p.Line]
	if p.Col == 0 {
		return left(e, p)
	}
	for p.Col > 0 && runeKind(last(line[:p.Col])) == blank {
		p.Col = e.prev(line, p.Col)
	}
	for p.Col > 0 {
		start := e.prev(line, p.Col)
		p.Col = start
		if start == 0 || runeKind(last(line[:start])) != runeKind(first(line[start:])) {
			break
		}
	}
	return p
}

// wordRight goes to the end of a word, and from the end of a line to the
// beginning of the next.
func wordRight(e *Editor, p Pos) Pos {
	line := e.lines[p.Line]
	if p.Col == len(line) {
		return right(e, p)
	}
	for p.Col < len(line) && runeKind(first(line[p.Col:])) == blank {
		p.Col = e.next(line, p.Col)
	}
	for p.Col < len(line) {
		k := runeKind(first(line[p.Col:]))
		p.Col = e.next(line, p.Col)
		if p.Col == len(line) || runeKind(first(line[p.Col:])) != k {
			break
		}
	}
	return p
}

// What words are made of: letters with letters, signs with signs.
const (
	blank = iota
	letter
	sign
)

func runeKind(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.In(r, unicode.L, unicode.N, unicode.M), r == '_', r == '\'', r == '’', r == utf8.RuneError:
		return letter
	}
	return sign
}

// home goes after the time stamp, where a mark belongs, and from there to the
// very beginning.
func home(e *Editor, p Pos) Pos {
	if body := stampLen(e.lines[p.Line]); p.Col > body {
		return Pos{p.Line, body}
	}
	return Pos{p.Line, 0}
}

func end(e *Editor, p Pos) Pos { return Pos{p.Line, len(e.lines[p.Line])} }

func docStart(*Editor, Pos) Pos   { return Pos{} }
func docEnd(e *Editor, _ Pos) Pos { return e.end() }

func up(e *Editor, p Pos) Pos       { return e.vertical(p, -1) }
func down(e *Editor, p Pos) Pos     { return e.vertical(p, 1) }
func pageUp(e *Editor, p Pos) Pos   { return e.vertical(p, 1-max(e.height, 2)) }
func pageDown(e *Editor, p Pos) Pos { return e.vertical(p, max(e.height, 2)-1) }

// vertical moves n screen rows, aiming for the column the run of vertical
// moves began in.
func (e *Editor) vertical(p Pos, n int) Pos {
	at, x := e.locate(p)
	if e.goal == none {
		e.goal = x
	}
	to := e.walk(at, n)
	if to == at {
		return p
	}
	return e.posAt(to, e.goal)
}
