package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
)

// key finds what a key means here. While text is typed in a field, only chords can mean anything to the root.
func (a *app) key(msg tea.KeyPressMsg) tea.Cmd {
	if a.quit.waiting || a.unseen(msg) {
		return nil
	}
	if a.dialogs.Top() != nil {
		return a.dialogs.Update(msg)
	}
	a.status.pass(a.now())
	p := a.page()
	if a.saver.stuck() && keys.Match(keys.NotSaved, p.Typing(), msg) == keys.SaveCopy {
		a.askCopy(false)
		return nil
	}
	switch action := screen.Key(p, msg); action {
	case keys.None:
	case keys.Quit:
		return a.startQuit(false)
	case keys.AskHelp:
		a.dialogs.Push(newHelp(p.Scope(), p.Typing(), a.worth))
		return nil
	case keys.Palette:
		return a.askPalette()
	case keys.Search:
		return a.askSearch()
	case keys.Back:
		a.status.clear()
		was := p.Typing()
		if !p.Back() {
			a.back()
		}
		return a.typedIn(was)
	case keys.Undo:
		a.undo(p)
	case keys.Redo:
		a.redo(p)
	case keys.Stop:
		a.status.say("ctrl+q quits", a.now())
		return nil
	default:
		if a.closed(action) {
			a.status.say("nothing can be changed here: "+a.env.Book.ReadOnly(), a.now())
			return nil
		}
		if k, ok := goes(action); ok {
			if a.env.Has(k) && (k == screen.Library || a.env.Book != nil) {
				return a.show(screen.Route{Kind: k})
			}
			return nil
		}
	}
	return a.typed(msg)
}

// typed gives a key or a paste to what has the keyboard.
func (a *app) typed(msg tea.Msg) tea.Cmd {
	if a.dialogs.Top() != nil {
		return a.dialogs.Update(msg)
	}
	p := a.page()
	was := p.Typing()
	cmd := p.Update(msg)
	return tea.Batch(cmd, a.typedIn(was || p.Typing()))
}

// typedIn has the text sent soon, if a field had the keyboard.
func (a *app) typedIn(field bool) tea.Cmd {
	if !field || a.env.Book == nil {
		return nil
	}
	return a.typing()
}

// mouse brings the place of the mouse into the coordinates of what lies under it.
func (a *app) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.quit.waiting || !a.fits() {
		return nil
	}
	if top := a.dialogs.Top(); top != nil {
		box, _, at := a.overlay(top)
		m := msg.Mouse()
		if !at.Has(m.X, m.Y) || box == "" {
			return nil
		}
		return a.dialogs.Update(shift(msg, at.X, at.Y))
	}
	body := a.body()
	if m := msg.Mouse(); !body.Has(m.X, m.Y) {
		return nil
	}
	return a.page().Update(shift(msg, body.X, body.Y))
}

func shift(msg tea.MouseMsg, x, y int) tea.Msg {
	m := msg.Mouse()
	m.X -= x
	m.Y -= y
	switch msg.(type) {
	case tea.MouseClickMsg:
		return tea.MouseClickMsg(m)
	case tea.MouseWheelMsg:
		return tea.MouseWheelMsg(m)
	case tea.MouseReleaseMsg:
		return tea.MouseReleaseMsg(m)
	}
	return tea.MouseMotionMsg(m)
}
