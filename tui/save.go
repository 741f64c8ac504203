package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// When the last word reaches the disk: after a pause, and at the latest so long after the first change that is not
// there yet. After a failure it is tried again.
const (
	pause   = 300 * time.Millisecond
	longest = time.Second
	again   = 5 * time.Second
)

// saver decides when to save. At most one timer and one save run at any time.
type saver struct {
	first, last time.Time // of the changes since the last save; first is zero when there are none
	ticking     bool
	saving      bool
	err         error
	at          time.Time // of the last save
}

type (
	tickMsg  struct{ book screen.Book }
	savedMsg struct {
		book screen.Book
		err  error
		at   time.Time
	}
)

// touched notes that something changed or is being typed.
func (a *app) touched() tea.Cmd {
	s, now := &a.saver, a.now()
	s.last = now
	if s.first.IsZero() {
		s.first = now
	}
	return a.tickIn(pause)
}

func (a *app) tickIn(d time.Duration) tea.Cmd {
	if a.saver.ticking {
		return nil
	}
	a.saver.ticking = true
	book := a.env.Book
	return tea.Tick(d, func(time.Time) tea.Msg { return tickMsg{book} })
}

// tick saves when the person has paused or typed for long enough; else it looks again when that could be.
func (a *app) tick(msg tickMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	s := &a.saver
	s.ticking = false
	if s.first.IsZero() {
		return nil
	}
	now := a.now()
	wait := min(pause-now.Sub(s.last), longest-now.Sub(s.first))
	if wait > 0 {
		return a.tickIn(wait)
	}
	return a.save()
}

// save sends what is typed and writes the file in a command.
func (a *app) save() tea.Cmd {
	s, book := &a.saver, a.env.Book
	if book == nil {
		return nil
	}
	a.page().Flush()
	if s.saving {
		return nil // saved looks whether there is more
	}
	s.first = time.Time{}
	if !book.Dirty() {
		return nil
	}
	s.saving = true
	now := a.opt.Now
	return func() tea.Msg {
		err := book.Save()
		return savedMsg{book, err, now()}
	}
}

func (a *app) saved(msg savedMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	s := &a.saver
	s.saving, s.err = false, msg.err
	if msg.err != nil {
		if a.quit.waiting {
			return a.quitFailed(msg.err)
		}
		s.first, s.last = a.now(), a.now()
		return a.tickIn(again)
	}
	s.at = msg.at
	a.stale() // the problems of the file may be others now, without a new revision
	if a.quit.waiting {
		return a.finishQuit()
	}
	if a.env.Book.Dirty() {
		return a.touched()
	}
	return nil
}

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
	a.quit.waiting = true
	return a.finishQuit()
}

// finishQuit leaves when everything is on the disk, else saves first.
func (a *app) finishQuit() tea.Cmd {
	book := a.env.Book
	if book != nil {
		if cmd := a.save(); cmd != nil {
			return cmd
		}
		if a.saver.saving {
			return nil
		}
	}
	a.quit.done = true
	return func() tea.Msg {
		if book != nil {
			_ = book.Close() // all is saved already
		}
		return tea.QuitMsg{}
	}
}

func (a *app) quitFailed(err error) tea.Cmd {
	a.quit.err = err
	if a.quit.forced {
		a.quit.done = true
		return tea.Quit
	}
	a.quit.waiting = false
	a.dialogs.Push(&dialog.Confirm{
		Title:    "Not saved",
		Text:     "The last changes could not be written: " + err.Error() + ". Nothing is lost while gapbook stays open.",
		YesLabel: "quit and lose them",
		NoLabel:  "stay",
		Yes: func() tea.Cmd {
			a.quit.done = true
			return tea.Quit
		},
		No: func() tea.Cmd { return a.tickIn(again) },
	})
	return nil
}

// undo asks the text field first: inside a note, undo is about letters.
func (a *app) undo(p *page) tea.Cmd {
	if u, ok := p.Screen.(screen.Undoer); ok && u.Undo() {
		return a.typedIn(true)
	}
	a.stepped(p, "undid", "nothing to undo", func(b screen.Book) (string, bool) { return b.Undo() })
	return nil
}

func (a *app) redo(p *page) tea.Cmd {
	if u, ok := p.Screen.(screen.Undoer); ok && u.Redo() {
		return a.typedIn(true)
	}
	a.stepped(p, "did again", "nothing to do again", func(b screen.Book) (string, bool) { return b.Redo() })
	return nil
}

func (a *app) stepped(p *page, did, nothing string, step func(screen.Book) (string, bool)) {
	if a.env.Book == nil {
		return
	}
	p.Flush()
	if name, ok := step(a.env.Book); ok {
		a.status.say(did+": "+name, a.now())
	} else {
		a.status.say(nothing, a.now())
	}
}
