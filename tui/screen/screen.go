package screen

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
)

// Screen is one page of the app. It is a pointer struct that the root keeps, so that a person comes back to where they
// were. Embed Base for the methods that most screens leave alone.
type Screen interface {
	// Init runs once, when the screen is made.
	Init() tea.Cmd
	// Update takes keys, pastes, mouse events in the screen's own coordinates, and the screen's own messages (those
	// also while another screen is shown). It does no I/O and nothing slow; commands do.
	Update(tea.Msg) tea.Cmd
	// View draws exactly the size set last. It runs after every Update of anything: cache what did not change.
	View() string
	SetSize(w, h int)
	// Cursor is where the terminal's cursor stands, in the screen's coordinates; nil where no text is edited.
	Cursor() *tea.Cursor
	// Title is the last part of the breadcrumb: the room, or the thing in it.
	Title() string
	// Scope names the bindings that hold now. It may change with what the screen is doing.
	Scope() keys.Scope
	// Typing says whether a text field has the keyboard. While it has, every printable key comes to Update.
	Typing() bool
	// Refresh takes up a new snapshot, new scores or a new theme. It runs before the next View of a screen that was
	// hidden, so it may run after several changes at once.
	Refresh()
	// Back is esc: leave the field, close the filter, step out one level. False when there is nothing left to leave:
	// then the root goes to the page before.
	Back() bool
	// Flush sends text that was typed and not yet sent (Env.Edit). The root calls it before it leaves the screen,
	// saves, undoes or quits.
	Flush()
}

// Maker makes a page. The root keeps it by its route.
type Maker func(*Env, Route) Screen

// Drafter is a screen that can tell whether text was typed that Flush has yet to send: the header then says so.
type Drafter interface{ Draft() bool }

// Offerer is a screen on which some bindings mean nothing at times (no samples, an empty list): what it does not offer is
// left out of the footer.
type Offerer interface{ Offers(keys.Action) bool }

// Busy is a screen that can tell of long work under way, which the terminal then shows as progress. A share below 0 is not known.
type Busy interface {
	Busy() (share float64, under bool)
}

// Base gives a screen its size and the quiet answers.
type Base struct {
	Env  *Env
	W, H int
}

func (b *Base) Init() tea.Cmd       { return nil }
func (b *Base) SetSize(w, h int)    { b.W, b.H = w, h }
func (b *Base) Cursor() *tea.Cursor { return nil }
func (b *Base) Typing() bool        { return false }
func (b *Base) Refresh()            {}
func (b *Base) Back() bool          { return false }
func (b *Base) Flush()              {}
