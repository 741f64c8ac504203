package note

import (
	"slices"
	"strings"
)

// Pos is a place in the document: a line, and a byte in it.
type Pos struct{ Line, Col int }

func (p Pos) before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Col < q.Col
}

// after is where p comes to when text is put in at p.
func (p Pos) after(text string) Pos {
	last := strings.LastIndexByte(text, '\n')
	if last < 0 {
		return Pos{p.Line, p.Col + len(text)}
	}
	return Pos{p.Line + strings.Count(text, "\n"), len(text) - last - 1}
}

// shifted is where p comes to when what lay between from and to becomes text.
// Lines added right after p leave it at the end of its own.
func (p Pos) shifted(from, to Pos, text string) Pos {
	end := from.after(text)
	switch {
	case p.before(from), p == from && strings.HasPrefix(text, "\n"):
		return p
	case p.before(to):
		return end
	case p.Line == to.Line:
		return Pos{end.Line, end.Col + p.Col - to.Col}
	default:
		return Pos{p.Line + end.Line - to.Line, p.Col}
	}
}

// end is the place after the last byte.
func (e *Editor) end() Pos {
	last := len(e.lines) - 1
	return Pos{last, len(e.lines[last])}
}

// slice is the text between two places.
func (e *Editor) slice(from, to Pos) string {
	if from.Line == to.Line {
		return e.lines[from.Line][from.Col:to.Col]
	}
	part := slices.Clone(e.lines[from.Line : to.Line+1])
	part[0] = part[0][from.Col:]
	part[len(part)-1] = part[len(part)-1][:to.Col]
	return join(part)
}

// splice puts text in the place of what lies between from and to, and returns
// where it ends. Every change of the document comes through here.
func (e *Editor) splice(from, to Pos, text string) Pos {
	head, tail := e.lines[from.Line][:from.Col], e.lines[to.Line][to.Col:]
	fresh := strings.Split(text, "\n")
	last := len(fresh) - 1
	fresh[0] = head + fresh[0]
	end := Pos{from.Line + last, len(fresh[last])}
	fresh[last] += tail

	e.tally(e.lines[from.Line:to.Line+1], -1)
	e.tally(fresh, 1)
	e.lines = slices.Replace(e.lines, from.Line, to.Line+1, fresh...)

	e.version++
	e.text.ok, e.view.ok = false, false
	return end
}

// tally keeps the sums over all lines up to date as lines come (1) and go (-1).
func (e *Editor) tally(lines []string, sign int) {
	for _, l := range lines {
		e.counts[e.layout.class(l)] += sign
		e.rows += sign * e.layout.guess(l)
	}
}

func join(lines []string) string { return strings.Join(lines, "\n") }
