// Package home is the first page of an engagement: what the method has covered, what waits, what leaders do not see, the
// next best step, and the way to every room. It imports the page contract, progress and widgets, and no other page.
package home

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/progress"
)

// Page is the home of the open engagement.
type Page struct {
	screen.Base
	at    progress.Progress
	next  progress.Step
	rooms []screen.Room // those there are
	sel   int           // 0: the next step; then the rooms
	cols  int           // of the menu, on the last drawing
	menu  layout.Rect   // where the rooms stand, on the last drawing
	nextY int
	view  string // the last drawing; empty: draw anew
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, cols: 2}
	for _, r := range screen.Rooms() {
		if env.Has(r.Kind) {
			p.rooms = append(p.rooms, r)
		}
	}
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Home" }
func (p *Page) Scope() keys.Scope { return keys.Home }

func (p *Page) Refresh() {
	now := p.Env.Now()
	s := p.Env.Numbers
	if s == nil {
		s = &screen.Numbers{}
	}
	p.at = progress.Of(now.E, now.Playbook, s.Result, p.Env.Today())
	p.next = p.at.Next()
	p.view = ""
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	if a == keys.Open {
		return p.sel > 0 || p.goal() != nil
	}
	return true
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		p.sel, p.view = 0, ""
	case tea.MouseClickMsg:
		p.click(msg.X, msg.Y)
	case tea.KeyPressMsg:
		switch screen.Key(p, msg) {
		case keys.Open:
			p.open()
		case keys.Edit:
			p.Env.Ask(p.details())
		case keys.Up:
			p.move(-p.cols, 0)
		case keys.Down:
			p.move(p.cols, len(p.rooms))
		case keys.Left, keys.Prev:
			p.move(-1, 0)
		case keys.Right, keys.Next:
			p.move(1, len(p.rooms))
		case keys.Top:
			p.move(-len(p.rooms), 0)
		case keys.Bottom:
			p.move(len(p.rooms), len(p.rooms))
		}
	}
	return nil
}

// move goes on in the menu; from the next step, down is the first room. Past an end it stays.
func (p *Page) move(by, end int) {
	p.view = ""
	to := p.sel + by
	switch {
	case p.sel == 0 && by > 0:
		to = min(1, len(p.rooms))
		if end > 0 && by >= len(p.rooms) {
			to = end
		}
	case p.sel > 0 && to < 1:
		to = 0
	case to > len(p.rooms):
		if by > 1 && by < len(p.rooms) {
			to = p.sel // no room below
		} else {
			to = len(p.rooms)
		}
	}
	p.sel = to
}

func (p *Page) open() {
	if p.sel > 0 && p.sel <= len(p.rooms) {
		p.Env.Go(screen.Route{Kind: p.rooms[p.sel-1].Kind})
		return
	}
	if r := p.goal(); r != nil {
		p.Env.Go(*r)
	}
}

// goal is the page of the next step, or the one above where that is not there; nil when neither is.
func (p *Page) goal() *screen.Route {
	r := p.next.Route
	if p.Env.Has(r.Kind) {
		return &r
	}
	if up := r.Kind.Parent(); up != screen.Home && p.Env.Has(up) {
		return &screen.Route{Kind: up}
	}
	return nil
}

func (p *Page) click(x, y int) {
	if y == p.nextY {
		p.sel = 0
		p.open()
		return
	}
	if !p.menu.Has(x, y) {
		return
	}
	rows := (len(p.rooms) + p.cols - 1) / p.cols
	i := (x-p.menu.X)*p.cols/max(p.menu.W, 1) + (y-p.menu.Y)*p.cols
	if y-p.menu.Y < rows && i < len(p.rooms) {
		p.sel = i + 1
		p.open()
	}
}
