package guided

import (
	"cmp"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// Notes is the note pane: one editor for each note, so that cursor and undo are there when one comes back, and the text
// that was typed and has not been sent.
type Notes struct {
	NewLine  func() string                // what a fresh line begins with; nil: nothing
	Classify func(line string) note.Class // what a line is; as in fieldwork
	Resting  string                       // what an empty note says while it has not the keyboard; empty: as else

	th          *style.Theme
	placeholder string
	open        map[string]*sheet
	key         string
	w, h        int
	focused     bool
}

// sheet is one note.
type sheet struct {
	ed   *note.Editor
	sent string // what the engagement has
	at   uint64 // the version of the editor that is the same

	typed bool // since one came to it
	ended bool // the file's text ended with a line end
	old   bool // the looks are of another theme
}

// NewNotes makes an empty pane.
func NewNotes(th *style.Theme, placeholder string) *Notes {
	return &Notes{th: th, placeholder: placeholder, open: map[string]*sheet{}, Classify: Classify}
}

// Classify says what a line of a note is.
func Classify(line string) note.Class {
	switch model.ParseLine(line).Mark {
	case model.Quote:
		return note.Quote
	case model.GapLine:
		return note.Gap
	case model.FollowUp:
		return note.Follow
	case model.ObjLine:
		return note.Objection
	}
	return note.Plain
}

// Looks are the styles of a note in a theme.
func Looks(t *style.Theme) note.Styles {
	return note.Styles{
		Text: t.Text, Quote: t.Quote, Gap: t.Gap, Follow: t.Follow, Objection: t.Objection,
		Stamp: t.Stamp, Dim: t.Dim, Selection: t.Selection, Placeholder: t.Placeholder,
	}
}

// Show brings a note to the screen. At the first time the cursor stands at its end, where one goes on.
func (n *Notes) Show(key, text string) {
	if s := n.open[n.key]; s != nil && key != n.key {
		s.ed.Blur()
	}
	n.key = key
	s := n.open[key]
	if s == nil {
		s = &sheet{ed: note.New(note.Options{
			Styles: Looks(n.th), Placeholder: n.placeholder, Classify: n.Classify, OnNewLine: n.NewLine,
		}), sent: text, ended: strings.HasSuffix(text, "\n")}
		s.ed.SetSize(max(n.w, 1), n.h)
		s.ed.SetText(text)
		s.ed.GotoEnd()
		s.at = s.ed.Version()
		n.open[key] = s
	}
	n.Take(key, text)
	if s.old {
		s.old = false
		s.ed.SetStyles(Looks(n.th))
	}
	n.settle(s)
}

func (n *Notes) settle(s *sheet) {
	s.ed.SetSize(max(n.w, 1), n.h)
	words := n.placeholder
	if n.focused {
		s.ed.Focus()
	} else {
		s.ed.Blur()
		words = cmp.Or(n.Resting, words)
	}
	s.ed.SetPlaceholder(words)
}

// Take gives the pane the text of a note as the engagement has it now. Nothing happens where it is what was sent. Where
// it was changed elsewhere, the cursor stays with its words; what was typed meanwhile stays too.
func (n *Notes) Take(key, text string) {
	s := n.open[key]
	if s == nil || text == s.sent {
		return
	}
	switch {
	case s.ed.Version() != s.at:
		both := merge(s.sent, s.ed.Text(), text)
		s.ed.Adopt(both)
		s.sent, s.at = text, s.ed.Version()
		if both != text {
			s.at-- // there is still something to send
		}
		return
	default:
		s.ed.Adopt(text)
	}
	s.sent, s.at = text, s.ed.Version()
}

// Unsent lists the notes in which something was typed that has not been sent.
func (n *Notes) Unsent() []string {
	var out []string
	for key, s := range n.open {
		if s.ed.Version() != s.at {
			out = append(out, key)
		}
	}
	sort.Strings(out)
	return out
}

// Send gives the text of a note to a function that records it, without blanks at its end. Only when that succeeds does
// it count as sent.
func (n *Notes) Send(key string, record func(text string) error) {
	n.send(key, record, func(s *sheet) string { return kept(s.ed.Text()) })
}

// SendWhole is Send before something else is done: the text is recorded as it will be when one leaves the note, so that
// leaving is no step of its own, which undo would come to first.
func (n *Notes) SendWhole(key string, record func(text string) error) {
	n.send(key, record, func(s *sheet) string { return tidied(s.ed.Text(), s.ended) })
}

func (n *Notes) send(key string, record func(text string) error, of func(*sheet) string) {
	s := n.open[key]
	if s == nil || s.ed.Version() == s.at {
		return
	}
	text, at := of(s), s.ed.Version()
	if text != s.sent && record(text) != nil {
		return
	}
	s.sent, s.at = text, at
}

// Leave tidies the note on the screen, if something was typed in it. What changed is yet to be sent.
func (n *Notes) Leave() {
	s := n.open[n.key]
	if s == nil || !s.typed {
		return
	}
	s.typed = false
	if text := tidied(s.ed.Text(), s.ended); text != s.ed.Text() {
		s.ed.Adopt(text)
	}
}

// Editor is that of the note on the screen; nil before the first Show.
func (n *Notes) Editor() *note.Editor {
	if s := n.open[n.key]; s != nil {
		return s.ed
	}
	return nil
}

// Key tells which note is on the screen.
func (n *Notes) Key() string { return n.key }

// Marks counts in a note that is open, as it is typed; ok is false for one that is not.
func (n *Notes) Marks(key string) (m Marks, ok bool) {
	s := n.open[key]
	if s == nil {
		return m, false
	}
	m.Quotes, m.Gaps, m.Follows, m.Objections = s.ed.Counts()
	return m, true
}

// Empty says whether nothing at all stands in a note that is open.
func (n *Notes) Empty(key string) (empty, ok bool) {
	s := n.open[key]
	if s == nil {
		return false, false
	}
	return s.ed.Empty(), true
}

// SetSize gives the pane its room.
func (n *Notes) SetSize(w, h int) {
	if w == n.w && h == n.h {
		return
	}
	n.w, n.h = w, h
	if s := n.open[n.key]; s != nil {
		n.settle(s)
	}
}

// SetFocus gives or takes the keyboard.
func (n *Notes) SetFocus(on bool) {
	if n.focused && !on {
		n.Leave()
	}
	n.focused = on
	if s := n.open[n.key]; s != nil {
		n.settle(s)
	}
}

// Restyle takes up another theme.
func (n *Notes) Restyle() {
	for key, s := range n.open {
		if s.old = key != n.key; !s.old {
			s.ed.SetStyles(Looks(n.th))
		}
	}
}

// Update gives a key or paste to the note on the screen.
func (n *Notes) Update(msg tea.Msg) (tea.Cmd, bool) {
	s := n.open[n.key]
	if s == nil {
		return nil, false
	}
	was := s.ed.Version()
	cmd, used := s.ed.Update(msg)
	s.typed = s.typed || s.ed.Version() != was
	return cmd, used
}

// View draws it at its size.
func (n *Notes) View() string {
	if ed := n.Editor(); ed != nil {
		return ed.View()
	}
	return layout.Block("", layout.Screen(n.w, n.h))
}

// Cursor is the terminal's cursor, in the pane's coordinates.
func (n *Notes) Cursor() *tea.Cursor {
	ed := n.Editor()
	if ed == nil {
		return nil
	}
	c := ed.Cursor()
	if c == nil {
		return nil
	}
	return widget.CursorAt(c.X, c.Y)
}
