package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
)

// page is a screen that is kept, with what it has yet to hear.
type page struct {
	screen.Screen
	old bool // something changed since its last Refresh
}

func (p *page) fresh() {
	if p.old {
		p.old = false
		p.Refresh()
	}
}

// page is the one on the screen.
func (a *app) page() *page { return a.pages[a.route.Page()] }

// stale tells all pages that something changed; they take it up when they are next drawn.
func (a *app) stale() {
	for _, p := range a.pages {
		p.old = true
	}
}

func (a *app) resize() {
	b := a.body()
	for _, p := range a.pages {
		p.SetSize(b.W, b.H)
	}
}

// show makes a page the one on the screen, and remembers the one before for esc. Going to a page that was on the way
// here goes back to it.
func (a *app) show(r screen.Route) tea.Cmd {
	if makers[r.Kind] == nil {
		return nil
	}
	a.leave()
	if a.route.Kind != "" && a.route.Page() != r.Page() {
		a.trail = append(a.trail, a.route)
	}
	if i := slices.IndexFunc(a.trail, func(t screen.Route) bool { return t.Page() == r.Page() }); i >= 0 {
		a.trail = a.trail[:i]
	}
	if r.Kind == screen.Home {
		a.trail = slices.DeleteFunc(a.trail, func(t screen.Route) bool { return t.Kind != screen.Library })
	}
	return a.arrive(r)
}

// back shows the page before, else the one above.
func (a *app) back() {
	if n := len(a.trail); n > 0 {
		r := a.trail[n-1]
		a.leave()
		a.trail = a.trail[:n-1]
		a.env.Post(arrived{r})
		return
	}
	if up := a.route.Kind.Parent(); up != "" && up != screen.Library && a.env.Has(up) {
		a.leave()
		a.env.Post(arrived{screen.Route{Kind: up}})
	}
}

// arrived is the second half of going back, done like any other request.
type arrived struct{ screen.Route }

func (a *app) arrive(r screen.Route) tea.Cmd {
	a.route = r
	key := r.Page()
	var init tea.Cmd
	if a.pages[key] == nil {
		p := &page{Screen: makers[r.Kind](a.env, r)}
		a.pages[key] = p
		b := a.body()
		p.SetSize(b.W, b.H)
		init = p.Init()
	}
	return tea.Batch(init, a.pages[key].Update(screen.Shown{Route: r}))
}

// leave sends what was typed and forgets what was said about the page.
func (a *app) leave() {
	a.status.clear()
	if p := a.page(); p != nil {
		p.Flush()
	}
}

// worth says whether a page has anything to show: there is seldom something to settle.
func (a *app) worth(k screen.Kind) bool {
	return a.env.Has(k) && (k != screen.Settle || len(a.env.E().Unsettled) > 0)
}

// goes is the page that a go-to key leads to.
func goes(action keys.Action) (screen.Kind, bool) {
	switch action {
	case keys.GoHome:
		return screen.Home, true
	case keys.GoLibrary:
		return screen.Library, true
	case keys.GoSettle:
		return screen.Settle, true
	}
	for _, r := range screen.Rooms() {
		if r.Go == action {
			return r.Kind, true
		}
	}
	return "", false
}

// do carries out a request of a page or of a command; false when the message is none.
func (a *app) do(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case screen.Go:
		return a.show(msg.Route), true
	case screen.Back:
		a.back()
		return nil, true
	case pressed:
		return a.key(msg.key), true
	case arrived:
		return a.arrive(msg.Route), true
	case screen.Say:
		a.status.say(msg.Text, a.now())
		return nil, true
	case screen.Fail:
		a.status.fail(msg.Err)
		return nil, true
	case screen.Ask:
		a.dialogs.Push(msg.Dialog)
		msg.Dialog.View(&a.theme, max(a.w, leastW), max(a.h, leastH)) // it takes keys before it is drawn
		return nil, true
	case screen.Save:
		return a.save(), true
	case screen.Copy:
		a.status.say("copied", a.now())
		return tea.SetClipboard(inert.Strip(msg.Text)), true
	case screen.OpenFile:
		return a.openFile(msg.Path), true
	case screen.Opened:
		return a.opened(msg), true
	case lockedMsg:
		a.askPassphrase(msg)
		return nil, true
	}
	return nil, false
}

// openFile saves and closes the open engagement and opens another, all in a command.
func (a *app) openFile(path string) tea.Cmd {
	old, shelf := a.env.Book, a.opt.Shelf
	if old != nil && old.Now().Path == path {
		return a.show(screen.Route{Kind: screen.Home})
	}
	a.status.say("opening…", a.now())
	return func() tea.Msg {
		book, err := shelf.Open(path)
		if err != nil {
			return notOpened(path, err)
		}
		return screen.Opened{Book: book, Notice: a.keep(book)}
	}
}

// keep takes a backup of what was opened to be written to. Without one the work goes on.
func (a *app) keep(book screen.Book) error {
	if a.opt.Keep == nil || book.ReadOnly() != "" {
		return nil
	}
	return a.opt.Keep(book.Now().Path)
}

// opened shows another engagement. The one before is saved, then closed; if it cannot be saved, it stays.
func (a *app) opened(msg screen.Opened) tea.Cmd {
	old, book := a.env.Book, msg.Book
	if old != nil && old != book {
		if p := a.page(); p != nil {
			p.Flush()
		}
		if old.Dirty() {
			return func() tea.Msg {
				if err := old.Save(); err != nil {
					_ = book.Close()
					return screen.Fail{Err: err}
				}
				return msg
			}
		}
	}
	a.status.clear()
	a.env.Book, a.env.Numbers, a.env.Lately = book, nil, nil
	a.rev = book.Now().Rev
	a.saver, a.scoring, a.env.Unsaved, a.env.Astray = saver{pause: a.saver.pause}, scoring{}, nil, nil
	for r := range a.pages {
		if r.Kind != screen.Library {
			delete(a.pages, r)
		}
	}
	a.stale()
	cmds := []tea.Cmd{a.show(screen.Route{Kind: screen.Home}), a.score(), a.began(), a.recall()}
	if msg.Notice != nil {
		a.status.fail(msg.Notice)
	}
	if old != nil && old != book {
		cmds = append(cmds, func() tea.Msg {
			if err := old.Close(); err != nil {
				return screen.Fail{Err: err}
			}
			return nil
		})
	}
	return tea.Batch(cmds...)
}
