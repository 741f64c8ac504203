package note

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// layout wraps lines, and remembers them by their content: a line that did not
// change is not wrapped again wherever it moves, and there is nothing to
// invalidate but the width.
type layout struct {
	width    int
	method   ansi.Method
	classify func(string) Class

	lines  map[string]*laid
	held   int // bytes of lines remembered
	glyphs map[string]glyph
}

// laid is a line as it is laid out.
type laid struct {
	rows  []int // the byte each screen row begins with; the first is 0
	class Class
	stamp int      // the length of the time stamp it begins with
	drawn []string // the rows as last drawn, without selection; "" is not yet
}

// Past these the layouts are forgotten; what the screen shows is soon back.
const (
	maxHeld   = 1 << 20
	maxLines  = 4096
	maxGlyphs = 4096
)

// reset forgets all that depends on width, method and style.
func (l *layout) reset() {
	l.lines, l.held = map[string]*laid{}, 0
	l.glyphs = map[string]glyph{}
}

func (l *layout) class(line string) Class {
	if l.classify == nil {
		return Plain
	}
	if c := l.classify(line); c > Plain && c < classes {
		return c
	}
	return Plain
}

// guess is about how many rows a line takes, for the scroll bar.
func (l *layout) guess(line string) int { return 1 + len(line)/max(l.width, 2) }

// of lays out a line, or remembers how.
func (l *layout) of(line string) *laid {
	if d, ok := l.lines[line]; ok {
		return d
	}
	if l.held > maxHeld || len(l.lines) > maxLines {
		l.lines, l.held = map[string]*laid{}, 0
	}
	if len(l.glyphs) > maxGlyphs {
		l.glyphs = map[string]glyph{}
	}
	d := &laid{rows: l.wrap(line), class: l.class(line), stamp: stampLen(line)}
	l.lines[line] = d
	l.held += len(line)
	return d
}

// row is where row n of a line begins and ends.
func (d *laid) row(line string, n int) (start, end int) {
	if n+1 < len(d.rows) {
		return d.rows[n], d.rows[n+1]
	}
	return d.rows[n], len(line)
}

// rowOf is the row that holds a byte of the line.
func (d *laid) rowOf(col int) int {
	return sort.Search(len(d.rows), func(i int) bool { return d.rows[i] > col }) - 1
}

// wrap finds where the rows of a line begin. The last column is kept for the
// cursor; only a space may stand in it, so that a word that just fits need not
// take the space after it to the next row.
func (l *layout) wrap(line string) []int {
	rows := []int{0}
	start, x, brk := 0, 0, 0
	for i := 0; i < len(line); {
		c := l.cell(line, i, x)
		fits := x+c.width < l.width || isBlank(line[i]) && x < l.width
		if !fits && i > start {
			if brk > start {
				i = brk
			}
			rows = append(rows, i)
			start, x = i, 0
			continue
		}
		x, i = min(x+c.width, l.width), c.end
		if i < len(line) && breakable(line, i) {
			brk = i
		}
	}
	return rows
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// breakable reports whether a row may end before byte i: after blanks, and
// around ideographs, but not so that closing punctuation begins a row.
func breakable(line string, i int) bool {
	if a := line[i-1]; a < utf8.RuneSelf && line[i] < utf8.RuneSelf {
		return isBlank(a)
	}
	a, b := last(line[:i]), first(line[i:])
	if a == ' ' || a == '\t' {
		return true
	}
	return (ideograph(a) || ideograph(b)) && !opens(a) && !closes(b)
}

func ideograph(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF ||
		0xFF00 <= r && r <= 0xFFEF || 0x20000 <= r && r <= 0x3FFFF
}

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

func closes(r rune) bool {
	return unicode.IsPunct(r) && !opens(r) || strings.ContainsRune("ー々ゝゞ", r)
}

// stampLen is the length of the time stamp a line begins with, "[12:30] " or
// "[1:02:30] ", with the blanks before it and the one after; 0 for none.
func stampLen(line string) int {
	i := len(line) - len(strings.TrimLeft(line, " \t"))
	if i == len(line) || line[i] != '[' {
		return 0
	}
	i++
	for part := 1; ; part++ {
		digits := i
		for i < len(line) && '0' <= line[i] && line[i] <= '9' {
			i++
		}
		if i == digits || i == len(line) {
			return 0
		}
		switch {
		case line[i] == ':' && part < 3:
			i++
		case line[i] == ']' && part > 1:
			if i++; i < len(line) && line[i] == ' ' {
				i++
			} else if i < len(line) {
				return 0
			}
			return i
		default:
			return 0
		}
	}
}
