package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"
)

// quitting says how far the app is on its way out.
type quitting struct {
	waiting bool  // for the save
	forced  bool  // by a signal: nobody can be asked
	done    bool  // the next QuitMsg is ours
	err     error // what could not be saved
}

// quitMsg is a quit from outside: a signal, a closed terminal.
type quitMsg struct{}

func (a *app) startQuit(forced bool) tea.Cmd {
	a.quit.forced = a.quit.forced || forced
	if book := a.env.Book; book != nil && !a.quit.forced && book.ReadOnly() != "" && a.unsent() {
		a.dialogs.Push(&unsaved{err: errors.New("the file is " + book.ReadOnly()), lost: true, quit: a.leaveNow})
		return nil
	}
	a.quit.waiting = true
	return a.finishQuit()
}

// unsent says whether a page holds text that the workbook does not take.
func (a *app) unsent() bool {
	before := a.env.Refused
	for _, p := range a.pages {
		p.Flush()
	}
	return a.env.Refused > before
}

// finishQuit leaves when everything is on the disk, else saves first.
func (a *app) finishQuit() tea.Cmd {
	if a.env.Book != nil {
		if cmd := a.save(); cmd != nil {
			return cmd
		}
		if a.saver.saving {
			return nil
		}
	}
	return a.leaveNow()
}

// leaveNow lets go of the file and ends the program. What could not be saved stays in the journal.
func (a *app) leaveNow() tea.Cmd {
	a.quit.done = true
	book := a.env.Book
	return func() tea.Msg {
		if book != nil {
			_ = book.Close() // what can be saved is, and what cannot has been said
		}
		return tea.QuitMsg{}
	}
}

func (a *app) quitFailed(err error) tea.Cmd {
	a.quit.err = err
	if a.quit.forced {
		return a.leaveNow()
	}
	a.quit.waiting = false
	_, lost := a.env.Book.Journal()
	a.dialogs.Push(&unsaved{
		err: err, lost: lost != nil, quit: a.leaveNow,
		copy: func() tea.Cmd { a.askCopy(true); return nil },
	})
	return nil
}

// filter turns a quit from outside into one that saves first.
func (a *app) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		if !a.quit.done {
			return quitMsg{}
		}
	case tea.SuspendMsg:
		return nil // ctrl+z is undo
	case tickMsg:
		if a.stray(msg) {
			return nil
		}
	}
	return msg
}
