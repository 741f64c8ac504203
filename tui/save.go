package tui

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/screen"
)

// When the last word reaches the disk. What is typed goes to the workbook so long after the first letter that is not
// there yet, and from there to its journal at once; the whole file is written after a pause, or when the journal is
// long. What fails is tried again, each time after a longer wait.
var (
	flushed = 60 * time.Millisecond
	pause   = time.Second
)

const (
	longest  = 256 << 10 // bytes of a journal
	again    = 2 * time.Second
	rarest   = time.Minute
	lookOver = 3 * time.Second // for what other programs do to the file
)

// saver decides when to save. At most one timer counts and one save runs at any time.
type saver struct {
	pause  time.Duration // after the last change, before the file is written
	typed  time.Time     // the first letter that the workbook does not have; zero: none
	last   time.Time     // the last change
	due    time.Time     // of the timer that counts; zero: none
	retry  time.Time     // not before, after a failure
	wait   time.Duration
	took   time.Duration // the last save: that of a large file comes after a longer pause
	saving bool
	err    error
	denied error     // why it could not be saved, if there were anything to save
	at     time.Time // of the last save
	looked string    // what was last said about the file
}

type (
	tickMsg struct {
		book screen.Book
		due  time.Time
	}
	deniedMsg struct {
		book screen.Book
		err  error
	}
	savedMsg struct {
		book screen.Book
		err  error
		at   time.Time
		took time.Duration
	}
)

// stuck says that what is typed does not come to the file.
func (s *saver) stuck() bool { return s.err != nil || s.denied != nil }

// rested is the pause after which the file is written.
func (s *saver) rested() time.Duration { return max(s.pause, 4*s.took) }

// touched notes that the engagement changed.
func (a *app) touched() tea.Cmd {
	a.saver.last = a.now()
	return a.wake(a.saver.rested())
}

// typing notes that a letter was typed which the workbook does not have.
func (a *app) typing() tea.Cmd {
	if a.saver.typed.IsZero() {
		a.saver.typed = a.now()
	}
	return a.wake(flushed)
}

// wake sets the timer, unless one is due earlier.
func (a *app) wake(d time.Duration) tea.Cmd {
	s := &a.saver
	due := a.now().Add(max(d, 0))
	if !s.due.IsZero() && !s.due.After(due) {
		return nil
	}
	s.due = due
	book := a.env.Book
	return a.after(d, func(time.Time) tea.Msg { return tickMsg{book, due} })
}

// stray says that a timer has been overtaken by another: nothing happens, and nothing is drawn.
func (a *app) stray(msg tickMsg) bool { return msg.book != a.env.Book || !msg.due.Equal(a.saver.due) }

// tick sends what was typed, saves when it is time, and sets the timer for what comes next.
func (a *app) tick(msg tickMsg) tea.Cmd {
	if a.stray(msg) {
		return nil
	}
	s, book, now := &a.saver, a.env.Book, a.now()
	s.due = time.Time{}
	if !s.typed.IsZero() {
		if left := flushed - now.Sub(s.typed); left > 0 {
			return a.wake(left)
		}
		s.typed = time.Time{}
		rev := book.Now().Rev
		a.page().Flush()
		if book.Now().Rev != rev {
			s.last = now
		}
	}
	if s.saving || !book.Dirty() {
		return nil
	}
	size, err := book.Journal()
	left := s.rested() - now.Sub(s.last)
	if size > longest || err != nil { // a letter is safe nowhere but in the file
		left = 0
	}
	if left = max(left, s.retry.Sub(now)); left > 0 {
		return a.wake(left)
	}
	return a.save()
}

// save sends what is typed and writes the file in a command.
func (a *app) save() tea.Cmd {
	s, book := &a.saver, a.env.Book
	if book == nil {
		return nil
	}
	s.typed = time.Time{}
	a.page().Flush()
	if s.saving || !book.Dirty() {
		return nil // when it runs, saved looks whether there is more
	}
	s.saving = true
	return a.saveFile(book)
}

func (a *app) saveFile(book screen.Book) tea.Cmd {
	now := a.opt.Now
	return func() tea.Msg {
		begin := time.Now()
		err := book.Save()
		return savedMsg{book, err, now(), time.Since(begin)}
	}
}

func (a *app) saved(msg savedMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	s := &a.saver
	s.saving, s.err, a.env.Unsaved = false, msg.err, msg.err
	if msg.err != nil {
		a.stale()
		s.wait = min(max(2*s.wait, again), rarest)
		s.retry = a.now().Add(s.wait)
		if a.quit.waiting {
			return a.quitFailed(msg.err)
		}
		return a.wake(s.wait)
	}
	s.denied = nil
	s.at, s.took, s.wait, s.retry = msg.at, msg.took, 0, time.Time{}
	a.takeUp()
	a.stale() // the problems of the file may be others now, without a new revision
	if a.quit.waiting {
		return a.finishQuit()
	}
	if a.env.Book.Dirty() {
		return a.touched()
	}
	return nil
}

// takeUp brings in what was changed outside. First what was typed goes to where it was typed.
func (a *app) takeUp() {
	if a.env.Book.ReadOnly() == "" {
		a.page().Flush()
		a.saver.typed = time.Time{}
	}
	if note := a.env.Book.Take(); note != "" {
		a.status.say(note, a.now())
	}
}

type (
	lookMsg   struct{ book screen.Book }
	lookedMsg struct {
		book        screen.Book
		err, denied error
	}
)

// look waits a while, then has the file looked at.
func (a *app) look() tea.Cmd {
	book := a.env.Book
	if book == nil {
		return nil
	}
	return a.after(lookOver, func(time.Time) tea.Msg { return lookMsg{book} })
}

func (a *app) looks(msg lookMsg) tea.Cmd {
	if msg.book != a.env.Book || a.quit.waiting {
		return nil
	}
	denied := a.saver.denied
	try := a.saver.stuck()
	return func() tea.Msg {
		if try {
			denied = msg.book.Denied()
		}
		return lookedMsg{msg.book, msg.book.Refresh(), denied}
	}
}

func (a *app) looked(msg lookedMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	s, said := &a.saver, ""
	opened := s.denied != nil && msg.denied == nil
	s.denied = msg.denied
	if msg.err != nil {
		said = msg.err.Error()
	}
	if astray := cmp.Or(msg.err, msg.denied); (astray == nil) != (a.env.Astray == nil) || astray != nil && astray.Error() != a.env.Astray.Error() {
		a.env.Astray = astray
		a.stale()
	}
	if said != s.looked && said != "" && s.err == nil {
		a.status.fail(msg.err)
	}
	s.looked = said
	if msg.err == nil {
		a.takeUp()
	}
	return tea.Batch(a.look(), a.mended(opened))
}

// mended saves without waiting for the next try, when what kept the file from being written has gone.
func (a *app) mended(opened bool) tea.Cmd {
	s := &a.saver
	switch {
	case s.err == nil || s.saving:
		return nil
	case !a.env.Book.Dirty(): // looking at the file has brought all of it there
		return a.saved(savedMsg{book: a.env.Book, at: a.now()})
	case opened:
		return a.save()
	}
	return nil
}

// began takes up a book that was just opened.
func (a *app) began() tea.Cmd {
	book := a.env.Book
	if book == nil {
		return nil
	}
	if s := book.Recovered(); s != "" {
		a.status.say(s, a.now())
	}
	var save tea.Cmd
	if book.Dirty() {
		save = a.touched()
	}
	return tea.Batch(save, a.look(), func() tea.Msg { return deniedMsg{book, book.Denied()} })
}
