// Package note is the editor in which every note is typed: a plain multi-line
// text field that keeps each byte it is given, wraps softly, colours marked
// lines at once and costs the same per key in a long note as in an empty one.
//
// How it stays quick: a document is a slice of lines; only the lines on the
// screen are wrapped and drawn, and both are remembered by the line's content.
// Nothing an ordinary key does looks at the whole document. Text, which does,
// is for the owner to call when Version has moved and it wants to save.
//
// The files, from the ground up: document (lines and positions), undo, glyph
// (how a cluster looks), layout (how a line wraps), move, edit, scroll, view,
// keys.
//
// It is a widget: it knows nothing of engagements, marks or the clock (a
// classifier and a hook are handed in) and must not import model, nor anything
// of tui above it.
package note

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Class is what a line is, as far as colour and counting go.
type Class int

// The classes of lines.
const (
	Plain Class = iota
	Quote
	Gap
	Follow
	Objection
	classes
)

// Styles are the looks of an editor. They give colour and weight; room around
// the text (padding, borders, sizes) is the owner's to draw.
type Styles struct {
	Text, Quote, Gap, Follow, Objection lipgloss.Style
	Stamp, Dim, Selection, Placeholder  lipgloss.Style
}

// Options are what an editor is made with. The zero value is a plain editor.
type Options struct {
	Styles      Styles
	Placeholder string

	// Classify says what a line is; nil takes every line as Plain. It must
	// answer the same for the same line, since its answers are remembered.
	Classify func(line string) Class

	// OnNewLine gives the text a fresh empty line begins with after Enter,
	// such as a time stamp; nil or "" begins it empty.
	OnNewLine func() string
}

// Editor is a note being edited. Make one with New and use it by pointer.
type Editor struct {
	lines  []string // never empty; joined by \n they are the document
	counts [classes]int
	rows   int // about how many screen rows the document takes, see ScrollInfo

	cur       Pos
	anchor    Pos // the other end of the selection
	selecting bool
	goal      int // the column that up and down aim for, or none
	prefix    string

	history history
	layout  layout
	pens    pens

	height  int
	top     spot
	follow  bool // the view stays with the cursor; scrolling lets go of it
	focused bool

	placeholder string
	onNewLine   func() string

	version uint64
	text    memo
	view    memo
}

// A memo is a string remembered until something changes.
type memo struct {
	s  string
	ok bool
}

// New makes an empty, blurred editor of 80 by 24 cells.
func New(o Options) *Editor {
	e := &Editor{
		lines:       []string{""},
		goal:        none,
		follow:      true,
		height:      24,
		placeholder: o.Placeholder,
		onNewLine:   o.OnNewLine,
		layout:      layout{width: 80, method: ansi.GraphemeWidth, classify: o.Classify},
	}
	e.layout.reset()
	e.SetStyles(o.Styles)
	e.SetText("")
	return e
}

// SetText opens another document, byte for byte: the cursor goes to its start
// and there is nothing to undo. For a newer text of the same document, see Adopt.
func (e *Editor) SetText(s string) {
	e.lines, e.counts, e.rows = []string{""}, [classes]int{}, 0
	e.tally(e.lines, 1)
	e.splice(Pos{}, Pos{}, s)
	e.history = history{}
	e.top = spot{}
	e.moveTo(Pos{})
}

// Text is the document, byte for byte. It is put together when asked for after
// a change, so owners ask when they save and not at every key.
func (e *Editor) Text() string {
	if !e.text.ok {
		e.text = memo{join(e.lines), true}
	}
	return e.text.s
}

// Version counts the changes of the text; it only grows.
func (e *Editor) Version() uint64 { return e.version }

// Empty reports whether there is no text at all, without putting it together.
func (e *Editor) Empty() bool { return len(e.lines) == 1 && e.lines[0] == "" }

// Counts tells how many lines there are of each class. It costs nothing.
func (e *Editor) Counts() (quotes, gaps, followups, objections int) {
	return e.counts[Quote], e.counts[Gap], e.counts[Follow], e.counts[Objection]
}

// SetSize gives the editor its room in cells.
func (e *Editor) SetSize(w, h int) {
	e.view.ok = false
	e.height = max(h, 0)
	if w = max(w, 0); w != e.layout.width {
		e.layout.width = w
		e.layout.reset()
		e.rows = 0
		for _, l := range e.lines {
			e.rows += e.layout.guess(l)
		}
	}
}

// SetWidthMethod says how the terminal measures: by clusters (the default) or,
// where it does not know mode 2027, rune by rune. It must match the renderer's,
// or the cursor strays on lines with joined emoji.
func (e *Editor) SetWidthMethod(m ansi.Method) {
	e.layout.method = m
	e.layout.reset()
	e.view.ok = false
}

// SetStyles changes the looks, as when the theme changes.
func (e *Editor) SetStyles(s Styles) {
	e.pens = newPens(s)
	e.layout.reset()
	e.view.ok = false
}

// SetPlaceholder changes what an empty editor shows.
func (e *Editor) SetPlaceholder(s string) {
	e.placeholder = s
	e.view.ok = false
}

// SetOnNewLine changes the text a fresh line begins with; see Options.
func (e *Editor) SetOnNewLine(f func() string) { e.onNewLine = f }

// Focus lets the editor take keys and show its cursor.
func (e *Editor) Focus() { e.focused = true }

// Blur makes it take no keys and show no cursor.
func (e *Editor) Blur() {
	e.focused = false
	e.history.open = false
}

// Focused reports whether the editor takes keys.
func (e *Editor) Focused() bool { return e.focused }

// LineNumber is the number of the cursor's line, from 1.
func (e *Editor) LineNumber() int { return e.cur.Line + 1 }

// LineCount is the number of lines, 1 for an empty document.
func (e *Editor) LineCount() int { return len(e.lines) }

// CurrentLine is the text of the cursor's line.
func (e *Editor) CurrentLine() string { return e.lines[e.cur.Line] }
