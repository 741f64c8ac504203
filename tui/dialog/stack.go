// Package dialog is the overlay stack: a question over the page, answered or cancelled before anything else happens. It
// knows nothing of engagements; a screen builds a dialog, gives it a function for the answer, and asks the root to show
// it. It imports style, layout, keys and widget, never a screen.
package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Dialog is one question. Make them with Confirm, Prompt, Choose and Form.
type Dialog interface {
	// Update takes a key, a paste or a mouse event; done is true when the dialog is answered or cancelled. The answer
	// has then been given to the dialog's function, whose command is returned.
	Update(msg tea.Msg) (cmd tea.Cmd, done bool)
	// View draws the dialog for a screen of w by h, at the size it likes; cursor is in its own coordinates.
	View(th *style.Theme, w, h int) (box string, cursor *tea.Cursor)
	Scope() keys.Scope
	Typing() bool
}

// Stack holds the open dialogs; the last is on top and takes all the keys.
type Stack struct{ open []Dialog }

// Push opens a dialog.
func (s *Stack) Push(d Dialog) { s.open = append(s.open, d) }

// Top is the dialog that has the keyboard; nil when none is open.
func (s *Stack) Top() Dialog {
	if len(s.open) == 0 {
		return nil
	}
	return s.open[len(s.open)-1]
}

// Clear closes all without an answer.
func (s *Stack) Clear() { s.open = nil }

// Update gives a message to the dialog on top. A dialog that its answer opens comes after the old one has gone.
func (s *Stack) Update(msg tea.Msg) tea.Cmd {
	top := s.Top()
	if top == nil {
		return nil
	}
	cmd, done := top.Update(msg)
	if done {
		s.open = s.open[:len(s.open)-1]
	}
	return cmd
}
