// Package tui is the app: the root model, which owns the pages, the dialogs, the keys that hold everywhere, saving and
// scoring, and draws the frame around the page. It is the one Bubble Tea model. It imports the rooms below it and the
// workbook; pages never import it.
package tui

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model/machine"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

// app is the root model.
type app struct {
	opt     Options
	env     *screen.Env
	theme   style.Theme
	profile colorprofile.Profile
	w, h    int

	pages   map[screen.Route]*page
	route   screen.Route
	trail   []screen.Route // the pages before, the latest last
	dialogs dialog.Stack

	rev     uint64 // the revision that is on the screen
	saver   saver
	scoring scoring
	status  status
	quit    quitting

	after func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // tea.Tick, but in tests

	crash *machine.Crash
	abort func() // ends the program after a crash, from any goroutine
}

func newApp(opt Options) *app {
	a := &app{opt: opt, after: tea.Tick, pages: map[screen.Route]*page{}, profile: colorprofile.TrueColor, w: 80, h: 24}
	a.saver.pause = cmp.Or(opt.Pause, pause)
	a.restyle(true)
	a.env = &screen.Env{
		Book: opt.Book, Shelf: opt.Shelf, Folder: opt.Folder, Style: &a.theme, Me: opt.Me, Today: opt.Today,
	}
	kinds := map[screen.Kind]bool{}
	for k := range makers {
		kinds[k] = true
	}
	a.env.SetKinds(kinds)
	return a
}

func (a *app) Init() tea.Cmd {
	start := screen.Route{Kind: screen.Library}
	if a.env.Book != nil {
		start.Kind = screen.Home
		a.rev = a.env.Book.Now().Rev
	}
	cmds := []tea.Cmd{tea.RequestBackgroundColor, a.show(start), a.settle(), a.score(), a.began()}
	if a.opt.Notice != nil {
		a.status.fail(a.opt.Notice)
	}
	if book := a.env.Book; book != nil {
		cmds = append(cmds, func() tea.Msg {
			if err := a.keep(book); err != nil {
				return screen.Fail{Err: err}
			}
			return recallMsg{book}
		})
	}
	return tea.Batch(cmds...)
}

func (a *app) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = a
	defer a.caught("the app")
	cmd = a.handle(msg)
	return a, a.guarded(tea.Batch(cmd, a.settle()))
}

// handle gives a message to whom it belongs: the root's own first, then the dialog, the keys that hold everywhere, and
// the page.
func (a *app) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.resize()
		return nil
	case tea.BackgroundColorMsg:
		if msg.IsDark() != a.theme.Dark {
			a.restyle(msg.IsDark())
		}
		return nil
	case tea.ColorProfileMsg:
		a.profile = msg.Profile
		a.restyle(a.theme.Dark)
		return nil
	case tickMsg:
		return a.tick(msg)
	case savedMsg:
		return a.saved(msg)
	case lookMsg:
		return a.looks(msg)
	case lookedMsg:
		return a.looked(msg)
	case deniedMsg:
		if msg.book == a.env.Book {
			a.saver.denied, a.env.Astray = msg.err, msg.err
			a.stale()
		}
		return nil
	case copiedMsg:
		return a.copied(msg)
	case holdMsg:
		return a.hold(msg)
	case brokeMsg:
		a.broke(msg.crash)
		return nil
	case recallMsg:
		return a.recall()
	case recalledMsg:
		if msg.book == a.env.Book {
			a.env.Lately = &msg.recent
			a.stale()
		}
		return nil
	case scoreMsg:
		return a.scoreAgain(msg)
	case scoredMsg:
		return a.scored(msg)
	case readMsg:
		return a.read(msg)
	case quitMsg:
		return a.startQuit(true)
	case screen.Owned:
		if p := a.pages[msg.To]; p != nil {
			return p.Update(msg.Msg)
		}
		return nil
	case tea.MouseMsg:
		return a.mouse(msg)
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.PasteMsg:
		return a.typed(msg)
	}
	if cmd, ok := a.do(msg); ok {
		return cmd
	}
	return a.page().Update(msg)
}

// settle takes up what changed and does what the pages asked for, until nothing is left. It runs after every message, also
// after each that a page gave back: a key that had to wait meets what the key before it did.
func (a *app) settle() tea.Cmd {
	var cmds []tea.Cmd
	for {
		if a.env.Book != nil {
			if rev := a.env.Book.Now().Rev; rev != a.rev {
				a.rev = rev
				a.stale()
				cmds = append(cmds, a.touched(), a.score())
			}
		}
		if a.route.Kind != "" {
			a.page().fresh()
		}
		asked := a.env.Taken()
		if len(asked) == 0 {
			return tea.Batch(cmds...)
		}
		for _, msg := range asked {
			cmds = append(cmds, a.handle(msg), a.settle())
		}
	}
}

func (a *app) now() time.Time { return a.opt.Now() }
