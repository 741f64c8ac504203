package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Guard stands between esc and what was typed: where something was, esc asks first.
type Guard struct{ asking bool }

// Key takes a key before the dialog does. used: it was the guard's; leave: the dialog is to close.
func (g *Guard) Key(msg tea.KeyPressMsg, changed bool) (used, leave bool) {
	if g.asking {
		g.asking = false
		switch keys.Match(keys.Discard, false, msg) {
		case keys.Yes:
			return true, true
		case keys.No:
			return true, false
		}
		return false, false // the person goes on
	}
	if keys.Match(keys.Dialog, true, msg) != keys.Cancel {
		return false, false
	}
	g.asking = changed
	return true, !changed
}

// Asking says whether the question is on the screen; its words are Question, its keys Hints.
func (g *Guard) Asking() bool { return g.asking }

// Question is what is asked.
func (g *Guard) Question(th *style.Theme) string {
	return th.Warn.Render(style.Warn + " Discard what was typed?")
}

// Hints are the keys that answer.
func (g *Guard) Hints() []keys.Hint { return keys.Footer(keys.Discard, false) }
