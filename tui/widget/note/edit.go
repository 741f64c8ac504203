package note

import (
	"strings"
	"unicode/utf8"
)

// edit is a change made by the user: it can be undone, and ends a selection.
func (e *Editor) edit(k kind, from, to Pos, text string) {
	if from == to && text == "" {
		return
	}
	e.history.add(step{kind: k, at: from, old: e.slice(from, to), new: text, before: e.cur})
	e.moveTo(e.splice(from, to, text))
	e.history.open = k != once
}

// insert puts text in the place of the selection, or at the cursor.
func (e *Editor) insert(k kind, text string) {
	from, to := e.selected()
	e.edit(k, from, to, text)
}

// InsertString puts text at the cursor, or in the place of the selection, as
// one step to undo. Whatever ends its lines becomes \n.
func (e *Editor) InsertString(s string) { e.insert(once, unixLines(s)) }

// InsertLine puts a line after the cursor's, or in its place if that is empty,
// with the cursor at its end.
func (e *Editor) InsertLine(s string) {
	at := end(e, e.cur)
	if s = unixLines(s); at.Col > 0 {
		s = "\n" + s
	}
	e.edit(once, at, at, s)
}

// SetLine changes the cursor's line, such as to mark it; the cursor stays with
// its words.
func (e *Editor) SetLine(s string) {
	e.patch(Pos{e.cur.Line, 0}, end(e, e.cur), unixLines(s))
}

// Adopt takes a text of the same document that was changed elsewhere, by a
// merge or by the owner's own undo. It is a step to undo; the cursor and the
// view stay with their words.
func (e *Editor) Adopt(s string) {
	was, line, below := e.cur, e.CurrentLine(), e.cur.Line-e.top.line
	e.patch(Pos{}, e.end(), s)
	// Changes on both sides of the cursor take its line away and put it back.
	if e.CurrentLine() != line {
		if i := e.nearest(line, was.Line); i >= 0 {
			e.cur = Pos{i, was.Col}
			e.top.line = max(i-below, 0)
		}
	}
}

// nearest is the line like this one that is nearest to line i, or -1.
func (e *Editor) nearest(line string, i int) int {
	for d := range len(e.lines) + i {
		if j := i - d; 0 <= j && j < len(e.lines) && e.lines[j] == line {
			return j
		}
		if j := i + d; j < len(e.lines) && e.lines[j] == line {
			return j
		}
	}
	return -1
}

// patch makes what lies between from and to into text by changing no more of
// it than differs.
func (e *Editor) patch(from, to Pos, text string) {
	old := e.slice(from, to)
	if old == text {
		return
	}
	n := min(len(old), len(text))
	head := 0
	for head < n && old[head] == text[head] {
		head++
	}
	for head > 0 && head < len(old) && !utf8.RuneStart(old[head]) {
		head--
	}
	tail := 0
	for tail < n-head && old[len(old)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	for tail > 0 && !utf8.RuneStart(old[len(old)-tail]) {
		tail--
	}
	begin := from.after(old[:head])
	stop := begin.after(old[head : len(old)-tail])
	text = text[head : len(text)-tail]

	cur, top, follow := e.cur, Pos{e.top.line, 0}, e.follow
	e.edit(once, begin, stop, text)
	e.moveTo(cur.shifted(begin, stop, text))
	e.top.line = top.shifted(begin, stop, text).Line
	e.follow = follow
}

// unixLines makes CRLF, and the bare CR some terminals paste, into \n.
func unixLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// newLine breaks the line, and begins the new one with the owner's text if
// nothing came along to it.
func (e *Editor) newLine() {
	text := "\n"
	if _, to := e.selected(); e.onNewLine != nil && to == end(e, to) {
		e.prefix = e.onNewLine()
		text += e.prefix
	}
	e.insert(once, text)
}

// deleteTo deletes by a motion: the selection if there is one, or what lies between
// the cursor and where the motion goes.
func (e *Editor) deleteTo(k kind, m motion) {
	if e.selecting {
		e.insert(once, "")
		return
	}
	to := m(e, e.cur)
	if to.before(e.cur) {
		e.edit(k, to, e.cur, "")
	} else {
		e.edit(k, e.cur, to, "")
	}
}

// backspace deletes a cluster, or a time stamp that has nothing after it.
func (e *Editor) backspace() {
	line := e.CurrentLine()
	bare := line != "" && (line == e.prefix || stampLen(line) == len(line))
	if bare && !e.selecting && e.cur.Col == len(line) {
		e.edit(once, Pos{e.cur.Line, 0}, e.cur, "")
		return
	}
	e.deleteTo(erasing, left)
}

// selectTo moves the cursor and selects what it passes.
func (e *Editor) selectTo(p Pos) {
	if !e.selecting {
		e.anchor = e.cur
	}
	e.place(p)
	e.selecting = e.cur != e.anchor
}

// selected is the selection, or twice the cursor when there is none.
func (e *Editor) selected() (from, to Pos) {
	switch {
	case !e.selecting:
		return e.cur, e.cur
	case e.cur.before(e.anchor):
		return e.cur, e.anchor
	default:
		return e.anchor, e.cur
	}
}

// Selection is the selected text, "" for none.
func (e *Editor) Selection() string { return e.slice(e.selected()) }

// DeleteSelection deletes the selected text, as after it was copied to be cut.
func (e *Editor) DeleteSelection() { e.insert(once, "") }

// SelectAll selects the document.
func (e *Editor) SelectAll() {
	e.moveTo(Pos{})
	e.selectTo(e.end())
}
