package screen

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Env is what the root hands to every screen. What a screen asks for (Go, Ask, Say…) is put down here and done by the
// root as soon as the screen's Update returns: in order, on the same goroutine, before the next key. Commands would be
// unordered, and a key typed meanwhile would reach the wrong page.
type Env struct {
	Book    Book // nil only in the library
	Shelf   Shelf
	Folder  string // of the library
	Files   string // the folder of the file chooser, as it was left in this session
	Style   *style.Theme
	Me      string
	Today   func() model.Date
	Lately  *history.Recent // what was done the last days; nil until it is known, and where nobody knows
	Unsaved error           // why the file could not be written the last time; nil: it could
	Astray  error           // what is wrong with the file on the disk, though nothing waits to be written; nil: nothing
	Refused int             // edits that the workbook did not take
	Numbers *Numbers        // the latest; nil until the first are computed. Older than the snapshot where Rev differs.

	kinds map[Kind]bool
	out   []tea.Msg
}

// The requests. A screen calls the methods of Env; a command may also return one as its message.
type (
	Go       struct{ Route }                // show another page
	Back     struct{}                       // show the page before
	Say      struct{ Text string }          // a passing word in the status line
	Fail     struct{ Err error }            // an error; it stays there until esc, another page, or the next message
	OpenFile struct{ Path string }          // open another engagement
	Save     struct{}                       // write the file now, without waiting for a pause
	Ask      struct{ Dialog dialog.Dialog } // open a dialog
	Copy     struct{ Text string }          // to the clipboard (OSC 52)
	Owned    struct {                       // a message for one page, whether it is shown or not
		To  Route
		Msg tea.Msg
	}
)

// Opened is an engagement that a command has opened or made: show it. Notice, if any, is said with it: something that
// went wrong on the way and did not stop it.
type Opened struct {
	Book   Book
	Notice error
}

// Shown comes to a page each time it becomes the one on the screen, with the route that led to it.
type Shown struct{ Route }

// Now is the current snapshot. Cheap; never keep it across updates.
func (e *Env) Now() Snapshot {
	if e.Book == nil {
		return Snapshot{E: &model.Engagement{}}
	}
	return e.Book.Now()
}

// E is the current engagement, never nil and never to be changed.
func (e *Env) E() *model.Engagement { return e.Now().E }

// Edit changes the engagement as one undo step. It takes effect at once: Now is the new snapshot when it returns. An
// error (a read-only file, say) is shown by the root; the screen keeps the person's text.
func (e *Env) Edit(name string, edits ...Edit) error {
	if e.Book == nil || len(edits) == 0 {
		return nil
	}
	err := e.Book.Apply(name, edits...)
	if err != nil {
		e.Refused++
		e.Post(Fail{err})
	}
	return err
}

// Go shows another page.
func (e *Env) Go(r Route) { e.Post(Go{r}) }

// GoBack shows the page before.
func (e *Env) GoBack() { e.Post(Back{}) }

// Say puts a word into the status line.
func (e *Env) Say(text string) { e.Post(Say{text}) }

// Fail puts an error into the status line, where it stays.
func (e *Env) Fail(err error) { e.Post(Fail{err}) }

// Ask opens a dialog.
func (e *Env) Ask(d dialog.Dialog) {
	if f, ok := d.(*dialog.Form); ok && f.Today == "" && e.Today != nil {
		f.Today = string(e.Today())
	}
	e.Post(Ask{d})
}

// AskRemove asks before a record is taken away, as the step of undo that is named.
func (e *Env) AskRemove(q dialog.Confirm, step string, path ...string) {
	q.Yes = func() tea.Cmd {
		_ = e.Edit(step, Remove(path...))
		return nil
	}
	e.Ask(&q)
}

// Copy puts text on the clipboard of the terminal's user.
func (e *Env) Copy(text string) { e.Post(Copy{text}) }

// Post puts down any request or message; the root takes it up after this update.
func (e *Env) Post(msg tea.Msg) { e.out = append(e.out, msg) }

// Taken hands over what was put down, once. For the root, and for tests of a screen alone.
func (e *Env) Taken() []tea.Msg {
	out := e.out
	e.out = nil
	return out
}

// Has says whether there is a page of that kind; what is not there is not offered.
func (e *Env) Has(k Kind) bool { return e.kinds[k] }

// SetKinds tells which pages there are. For the root.
func (e *Env) SetKinds(kinds map[Kind]bool) { e.kinds = kinds }

// For wraps a command so that its message comes to the page that asked, even when it is hidden by then.
func For(r Route, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return Owned{r.Page(), cmd()} }
}

// Key is the action of a key on a screen.
func Key(s Screen, msg tea.KeyPressMsg) keys.Action { return keys.Match(s.Scope(), s.Typing(), msg) }
