// Package library is the page of all engagements of a folder: where each stands, to open one or begin another. Scanning
// runs in a command. It imports the page contract, pick and the widgets, and no other page.
package library

import (
	"fmt"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
	"github.com/gapbook/gapbook/tui/screen/progress"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the library.
type Page struct {
	screen.Base
	list    *widget.List
	pick    *pick.Picker // of a file in another folder
	rows    []row
	samples []row
	demo    bool // the samples are shown
	scanned bool
	err     error
}

// New makes the page. It scans when it is shown.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, pick: pick.New(env.Style, &env.Files)}
	p.pick.Title, p.pick.One, p.pick.Kinds = "Open an engagement", true, []string{".yaml", ".yml"}
	p.pick.For = func(cmd tea.Cmd) tea.Cmd { return screen.For(screen.Route{Kind: screen.Library}, cmd) }
	p.pick.Then = func(paths []string) tea.Cmd {
		env.Post(screen.OpenFile{Path: paths[0]})
		return nil
	}
	p.list = widget.NewList(env.Style,
		widget.Column{Title: "Client"},
		widget.Column{Title: "Engagement", Drop: 104},
		widget.Column{Title: "Stands at", Width: 13},
		widget.Column{Title: "Started", Width: 10},
		widget.Column{Title: "Changed", Width: 11},
		widget.Column{Title: "", Width: 3, Right: true})
	return p
}

// scannedMsg is what a scan of the folder found.
type scannedMsg struct {
	rows []row
	err  error
}

// samplesMsg are the finished examples, written out when they are first asked for.
type samplesMsg scannedMsg

// scan reads the folder, in a command.
func (p *Page) scan() tea.Cmd {
	shelf, folder, today := p.Env.Shelf, p.Env.Folder, p.Env.Today()
	if shelf == nil {
		return nil
	}
	return screen.For(screen.Route{Kind: screen.Library}, func() tea.Msg {
		entries, err := shelf.List(folder)
		return scannedMsg{rowsOf(entries, today), err}
	})
}

// askSamples reads the samples, in a command.
func (p *Page) askSamples() tea.Cmd {
	if !p.offersSamples() {
		return nil
	}
	shelf, today := p.Env.Shelf, p.Env.Today()
	return screen.For(screen.Route{Kind: screen.Library}, func() tea.Msg {
		entries, err := shelf.Samples()
		return samplesMsg{rowsOf(entries, today), err}
	})
}

func (p *Page) offersSamples() bool {
	return !p.demo && p.Env.Shelf != nil && p.Env.Shelf.HasSamples()
}

func rowsOf(entries []screen.Entry, today model.Date) []row {
	var out []row
	for _, e := range entries {
		r := row{Entry: e}
		if e.E != nil && e.Playbook != nil {
			s := score.Compute(e.E, e.Playbook, score.Options{AsOf: today})
			r.at = progress.Of(e.E, e.Playbook, s, today)
		}
		out = append(out, r)
	}
	return out
}

func (p *Page) Title() string {
	if p.demo {
		return "Samples"
	}
	return "Library"
}

func (p *Page) Typing() bool { return p.pick.IsOpen() || p.list.Filtering() }

func (p *Page) Scope() keys.Scope {
	if p.pick.IsOpen() {
		return p.pick.Scope()
	}
	return keys.Library
}

func (p *Page) Offers(a keys.Action) bool {
	if p.pick.IsOpen() {
		return a != keys.Next
	}
	switch a {
	case keys.Samples:
		return p.offersSamples()
	case keys.OpenPortfolio:
		return (p.list.Total() > 0 || !p.scanned) && p.Env.Has(screen.Portfolio) // it shows how far it has come, of thousands too
	case keys.Open, keys.Filter:
		return p.list.Total() > 0
	case keys.Back:
		return p.demo || p.list.Filtered() || p.Env.Book != nil
	}
	return true
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		return p.scan()
	case scannedMsg:
		p.scanned, p.err, p.rows = true, msg.err, msg.rows
		p.fill()
	case samplesMsg:
		if msg.err != nil {
			p.Env.Fail(msg.err)
			return nil
		}
		p.samples, p.demo = msg.rows, true
		p.fill()
	default:
		if p.pick.IsOpen() {
			return p.pick.Update(msg)
		}
		return p.input(msg)
	}
	return nil
}

// input takes keys, pastes and the mouse.
func (p *Page) input(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		was := p.list.Key()
		if p.list.Mouse(msg, msg.Mouse().Y) && p.list.Key() == was {
			p.open() // a click on what is selected opens it
		}
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := screen.Key(p, msg); a {
	case keys.Open:
		p.open()
	case keys.New:
		p.Env.Ask(p.newForm())
	case keys.Filter:
		if p.list.Total() > 0 {
			p.list.AskFilter()
		}
	case keys.Samples:
		return p.askSamples()
	case keys.OpenFrom:
		home, _ := os.UserHomeDir()
		return p.pick.Open(pick.Downloads(), p.Env.Folder, home)
	case keys.OpenPortfolio:
		p.portfolio()
	case keys.None:
		p.list.Type(msg)
	default:
		p.list.Do(a)
	}
	return nil
}

// Back leaves the filter, then the samples.
func (p *Page) Back() bool {
	if p.pick.Close() || p.list.Back() {
		return true
	}
	if p.demo {
		p.demo = false
		p.fill()
		return true
	}
	return false
}

func (p *Page) open() {
	i := p.list.Index()
	if i < 0 {
		return
	}
	r := p.shown()[i]
	if r.Err != nil {
		p.Env.Fail(fmt.Errorf("this file cannot be opened: %w", r.Err))
		return
	}
	p.list.Accept()
	p.Env.Post(screen.OpenFile{Path: r.Path})
}

// portfolio shows the engagements side by side, those of the samples where these are shown.
func (p *Page) portfolio() {
	if !p.Offers(keys.OpenPortfolio) {
		return
	}
	to := screen.Route{Kind: screen.Portfolio}
	if p.demo {
		to.ID = filepath.Dir(p.samples[0].Path)
	}
	p.list.Accept()
	p.Env.Go(to)
}

func (p *Page) shown() []row {
	if p.demo {
		return p.samples
	}
	return p.rows
}

// Refresh draws anew; the rows are those of the last scan.
func (p *Page) Refresh() {}

func (p *Page) Cursor() *tea.Cursor {
	if p.pick.IsOpen() {
		return p.pick.Cursor(p.W)
	}
	return p.list.Cursor(p.W)
}

func (p *Page) View() string {
	if p.pick.IsOpen() {
		return p.pick.View(p.W, p.H)
	}
	if !p.scanned {
		return layout.Block("\n  "+p.Env.Style.Dim.Render("reading the folder…"), layout.Screen(p.W, p.H))
	}
	if p.list.Total() == 0 {
		return p.welcome()
	}
	r := layout.Screen(p.W, p.H).Rows(1, layout.Flex(1), layout.Fixed(4))
	return layout.Stack(p.list.View(r[0].W, r[0].H), layout.Space(p.W), p.detail(r[1]))
}
