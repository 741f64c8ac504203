// Package export is the page that writes what leaves the laptop: what, in which format, where to, with whose names; and
// before that, what stands between the engagement and a client. Rendering and writing run in commands. It imports the
// page contract, explain and the widgets, and no other page.
package export

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// The choices, from top to bottom.
const (
	rowWhat = iota
	rowFormat
	rowFile
	rowNames
	rowQuotes
	rowSections
	rowWords
	rowWrite
	rowCount
)

// Page is the export.
type Page struct {
	screen.Base
	what    int    // of whats
	format  int    // of the formats of that
	path    string // typed; empty: beside the engagement
	names   bool
	quotes  bool
	out     map[string]bool // sections that are left out
	sel     int
	reading bool // the readiness list has the keyboard

	ready *readiness
	asked uint64 // revision that readiness was asked for, plus 1
	doc   *explain.Doc

	writing bool
	done    *outcome // the last file written
	view    string
}

// New makes the page. The web page is first: it is what most clients open.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, quotes: true, out: map[string]bool{}, sel: rowFormat, doc: explain.New(env.Style)}
	p.setFormat("html")
	p.Refresh()
	return p
}

func (p *Page) setFormat(name string) bool {
	for i, f := range p.formats() {
		if f == name {
			p.format = i
			return true
		}
	}
	return false
}

func (p *Page) formatName() string { return p.formats()[p.format] }

func (p *Page) Title() string     { return "Export" }
func (p *Page) Scope() keys.Scope { return keys.Export }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.DoExport:
		return !p.writing
	case keys.Open:
		return !p.reading || p.doc.Link() != nil
	case keys.Right:
		return !p.reading && (p.sel == rowWhat || p.sel == rowFormat || p.sel == rowNames || p.sel == rowQuotes)
	case keys.Next:
		return !p.reading
	case keys.CopyPath:
		return p.done != nil && p.done.Err == nil
	}
	return true
}

// Busy says that a file is being written.
func (p *Page) Busy() (float64, bool) { return -1, p.writing }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

// again asks for the readiness of the snapshot as it is.
type again struct{}

// Refresh keeps the choices; the readiness follows from a command.
func (p *Page) Refresh() {
	p.view = ""
	if p.asked != p.Env.Now().Rev+1 {
		p.Env.Post(again{})
	}
	p.doc.Set(p.items())
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case screen.Shown:
		if i := slices.IndexFunc(whats, func(w what) bool { return w.name == msg.At }); i >= 0 && i != p.what {
			p.choose(i)
		}
	case readiness:
		if msg.book == p.Env.Book { // else it is of the engagement that was open before
			p.ready = &msg
		}
	case outcome:
		cmd = p.came(msg)
	case tea.KeyPressMsg:
		cmd = p.key(screen.Key(p, msg))
	case tea.MouseMsg:
		cmd = p.mouse(msg)
	}
	p.doc.Set(p.items())
	return tea.Batch(cmd, p.look())
}

func (p *Page) key(a keys.Action) tea.Cmd {
	switch {
	case a == keys.DoExport:
		return p.write(false)
	case a == keys.CopyPath:
		if p.done == nil || p.done.Err != nil {
			p.Env.Say("no file has been written yet; " + keys.First(keys.DoExport) + " writes it")
			return nil
		}
		p.Env.Copy(p.done.Path)
		p.Env.Say("copied: " + p.done.Path)
	case a == keys.Next || a == keys.Prev:
		p.reading = !p.reading
	case p.reading && a == keys.Open:
		p.follow()
	case p.reading:
		p.doc.Do(a)
	case a == keys.Open:
		return p.enter()
	case a == keys.Left:
		p.turn(-1)
	case a == keys.Right:
		p.turn(1)
	case a == keys.Up:
		p.step(-1)
	case a == keys.Down:
		p.step(1)
	case a == keys.Top:
		p.sel = 0
	case a == keys.Bottom:
		p.sel = rowCount - 1
	}
	return nil
}

func (p *Page) step(by int) {
	rows := p.rows()
	i := slices.Index(rows, p.sel) + by
	p.sel = rows[min(max(i, 0), len(rows)-1)]
}

// enter changes the selected choice, or writes.
func (p *Page) enter() tea.Cmd {
	switch p.sel {
	case rowFile:
		p.Env.Ask(p.askFile())
	case rowSections:
		if p.sectioned() {
			p.Env.Ask(p.askSections())
		}
	case rowWords:
		p.Env.Go(screen.Route{Kind: screen.Readout})
	case rowWrite:
		return p.write(false)
	default:
		p.turn(1)
	}
	return nil
}

func (p *Page) turn(by int) {
	switch n := len(p.formats()); p.sel {
	case rowWhat:
		p.choose((p.what + by + len(whats)) % len(whats))
	case rowFormat:
		p.format = (p.format + by + n) % n
		p.path = withEnding(p.path, p.formatName())
	case rowNames:
		p.names = !p.names
	case rowQuotes:
		p.quotes = !p.quotes
	default:
		return
	}
	p.done = nil // what was written was something else
}

func (p *Page) follow() {
	if r, ok := p.doc.Link().(screen.Route); ok && p.Env.Has(r.Kind) {
		p.Env.Go(r)
	}
}

func (p *Page) mouse(msg tea.MouseMsg) tea.Cmd {
	left, right := p.panes()
	m := msg.Mouse()
	if right.Has(m.X, m.Y) {
		was := p.doc.Link()
		if p.doc.Mouse(msg, m.Y-right.Y-1) {
			if p.reading && p.doc.Link() == was {
				p.follow()
			}
			p.reading = true
		}
		return nil
	}
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft && left.Has(m.X, m.Y) {
		if i := m.Y - left.Y - 1; i >= 0 && i < len(p.rows()) {
			row := p.rows()[i]
			again := !p.reading && p.sel == row
			p.sel, p.reading = row, false
			if again {
				return p.enter()
			}
		}
	}
	return nil
}

// Back leaves the readiness list.
func (p *Page) Back() bool {
	was := p.reading
	p.reading, p.view = false, ""
	return was
}
