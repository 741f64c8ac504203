// Package portfolio is the page of many engagements side by side: where each stands, and how each practice is spread over
// them with one client placed in it. Files are read in commands, some at a time, so that thousands hold nothing up. It
// imports the page contract, the portfolio of the model and the widgets, and no other page.
package portfolio

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the portfolio of one folder.
type Page struct {
	screen.Base
	route screen.Route
	run   int // which reading of the folder; older ones no longer count
	files []string
	read  int // files that have been looked at
	began bool
	err   error

	rows []row
	ids  map[string]int
	by   int  // of the sorts
	anon bool // ids for names

	list  *widget.List
	class int

	practices bool // the distributions are shown
	placed    string
	spreads   []portfolio.Spread
	spread    *widget.List
	view      string
}

// row is what became of one file.
type row struct {
	path     string
	x        *portfolio.Entry // nil: it was passed over
	locked   bool
	problems int
	err      error
}

// listed are the files of the folder; some is what was found in a part of them; spread is how the practices are spread.
type (
	listed struct {
		run   int
		files []string
		err   error
	}
	some struct {
		run  int
		rows []row
		upTo int
	}
	spread struct {
		placed string
		list   []portfolio.Spread
	}
)

// New makes the page for a folder, the library's unless the route names another.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, route: r.Page()}
	p.build()
	return p
}

func (p *Page) folder() string {
	if p.route.ID != "" {
		return p.route.ID
	}
	return p.Env.Folder
}

func (p *Page) Title() string {
	if p.practices {
		return "Portfolio: practices"
	}
	return "Portfolio"
}

func (p *Page) Scope() keys.Scope { return keys.Portfolio }
func (p *Page) Typing() bool      { return !p.practices && p.list.Filtering() }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Open:
		return !p.practices && p.list.Index() >= 0
	case keys.Filter, keys.Sort:
		return !p.practices && len(p.rows) > 0
	case keys.Next, keys.Names:
		return len(p.rows) > 0
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H, p.view = w, h, ""
	p.build()
}

// Busy says how far reading has come.
func (p *Page) Busy() (float64, bool) {
	if !p.began || p.done() {
		return -1, false
	}
	return float64(p.read) / float64(len(p.files)), true
}

// Refresh draws anew; what was read stays.
func (p *Page) Refresh() { p.view = "" }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		return p.look()
	case listed:
		if msg.run == p.run {
			p.began, p.err, p.files, p.read, p.rows, p.ids = true, msg.err, msg.files, 0, nil, map[string]int{}
			p.fill()
			return p.more()
		}
	case some:
		if msg.run == p.run {
			p.take(msg)
			return p.more()
		}
	case spread:
		if msg.placed == p.placed {
			p.spreads = msg.list
			p.fillSpread()
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := screen.Key(p, msg); a {
	case keys.Next, keys.Prev:
		return p.turn()
	case keys.Names:
		p.anon = !p.anon
		p.fill()
	case keys.Sort:
		if !p.practices {
			p.by = (p.by + 1) % len(sorts)
			p.fill()
		}
	case keys.Filter:
		if !p.practices && len(p.rows) > 0 {
			p.list.AskFilter()
		}
	case keys.Open:
		if !p.practices {
			p.open()
		}
	case keys.None:
		if !p.practices {
			p.list.Type(msg)
		}
	default:
		if p.practices {
			p.spread.Do(a)
		} else {
			p.list.Do(a)
		}
	}
	return nil
}

// turn shows the distributions, with the selected engagement placed in them, or goes back.
func (p *Page) turn() tea.Cmd {
	if p.practices {
		p.practices = false
		return nil
	}
	if len(p.rows) == 0 {
		return nil
	}
	p.practices, p.placed, p.spreads = true, p.list.Key(), nil
	p.fillSpread()
	placed, rows := p.placed, p.rows
	return screen.For(p.route, func() tea.Msg {
		var all portfolio.Spreads
		var here *portfolio.Entry
		for _, r := range rows {
			switch {
			case r.x == nil:
			case r.path == placed:
				here = r.x
			default:
				all.Add(r.x)
			}
		}
		return spread{placed, all.All(here)}
	})
}

// at is the selected file.
func (p *Page) at() *row {
	key := p.list.Key()
	for i := range p.rows {
		if p.rows[i].path == key {
			return &p.rows[i]
		}
	}
	return nil
}

func (p *Page) open() {
	r := p.at()
	switch {
	case r == nil:
	case r.err != nil:
		p.Env.Fail(fmt.Errorf("this file cannot be opened: %w", r.err))
	default:
		p.list.Accept()
		p.Env.Post(screen.OpenFile{Path: r.path})
	}
}

func (p *Page) mouse(msg tea.MouseMsg) {
	y := msg.Mouse().Y - headH
	if p.practices {
		p.spread.Mouse(msg, y)
		return
	}
	was := p.list.Key()
	if p.list.Mouse(msg, y) && p.list.Key() == was {
		p.open()
	}
}

// Back leaves the distributions, then the filter.
func (p *Page) Back() bool {
	p.view = ""
	if p.practices {
		p.practices = false
		return true
	}
	return p.list.Back()
}

func (p *Page) Cursor() *tea.Cursor {
	if !p.Typing() {
		return nil
	}
	c := p.list.Cursor(p.W)
	if c != nil {
		c.Y += headH
	}
	return c
}

// name is how an engagement is called here.
func (p *Page) name(r *row) string {
	switch {
	case r.x == nil && p.anon:
		return "a file"
	case r.x == nil:
		return layout.Clean(base(r.path))
	case p.anon || r.x.Client == "":
		return layout.Clean(r.x.ID)
	}
	return layout.Clean(r.x.Client)
}
