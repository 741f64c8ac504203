package note

import (
	"unicode"
	"unicode/utf8"
)

// kind is what an edit was, for telling which ones undo together.
type kind int

const (
	once kind = iota // a step of its own
	typing
	erasing  // leftwards
	deleting // rightwards
)

// A step is undone at once: at that place, old became new.
type step struct {
	kind     kind
	at       Pos
	old, new string
	before   Pos // where the cursor was
}

// history holds the steps done and those undone. While it is open, an edit
// that goes on where the last one ended joins it.
type history struct {
	done, undone []step
	open         bool
}

// longStep bounds a step in writing that has no spaces between words.
const longStep = 48

func (h *history) add(s step) {
	h.undone = nil
	last := len(h.done) - 1
	if last < 0 || !h.open || !h.done[last].join(s) {
		h.done = append(h.done, s)
	}
}

// join takes s into the step, if it goes on in the same word or the spaces after it.
func (t *step) join(s step) bool {
	if s.kind != t.kind || len(t.old)+len(t.new) >= longStep {
		return false
	}
	switch s.kind {
	case typing:
		if s.old != "" || s.at != t.at.after(t.new) || wordBegins(last(t.new), first(s.new)) {
			return false
		}
		t.new += s.new
	case erasing:
		if s.at.after(s.old) != t.at || wordBegins(first(t.old), last(s.old)) {
			return false
		}
		t.at, t.old = s.at, s.old+t.old
	case deleting:
		if s.at != t.at || wordBegins(last(t.old), first(s.old)) {
			return false
		}
		t.old += s.old
	default:
		return false
	}
	return true
}

func wordBegins(prev, next rune) bool { return unicode.IsSpace(prev) && !unicode.IsSpace(next) }

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func last(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// Undo takes back the last step, about a word of typing, and reports whether
// there was one.
func (e *Editor) Undo() bool {
	n := len(e.history.done) - 1
	if n < 0 {
		return false
	}
	s := e.history.done[n]
	e.history.done = e.history.done[:n]
	e.history.undone = append(e.history.undone, s)
	e.splice(s.at, s.at.after(s.new), s.old)
	e.moveTo(s.before)
	return true
}

// Redo does again what Undo took back, and reports whether there was anything.
func (e *Editor) Redo() bool {
	n := len(e.history.undone) - 1
	if n < 0 {
		return false
	}
	s := e.history.undone[n]
	e.history.undone = e.history.undone[:n]
	e.history.done = append(e.history.done, s)
	e.moveTo(e.splice(s.at, s.at.after(s.old), s.new))
	return true
}
