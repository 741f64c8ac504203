// Package problems is the page of everything that is wrong in the file, which is open nevertheless: where it stands, the
// line itself, and how to put it right without leaving the app. It imports the page contract, place and the widgets, and
// no other page.
package problems

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of problems.
type Page struct {
	screen.Base
	list  *widget.List
	rows  []row
	sure  bool      // the rows are of what is on the disk, and so is the engagement
	held  []tea.Msg // keys that wait until they are
	view  string    // the last drawing; empty: draw anew
	listY int       // where the list stands
	listH int
}

// row is a problem, or the heading above the errors or the warnings.
type row struct {
	screen.Problem
	heading string
	at      place.Place
	found   bool // the place leads somewhere in the engagement
	mended  bool // the value is another now; the file is about to be read anew
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style, columns...)
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Problems" }
func (p *Page) Scope() keys.Scope { return keys.Problems }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	r := p.chosen()
	switch a {
	case keys.Open:
		return r != nil && p.canGo(r)
	case keys.Mend:
		return r != nil && p.mend(r) != nil
	case keys.Clear:
		return r != nil && p.clear(r) != nil
	}
	return true
}

// Refresh takes up the problems. They are those of the file as it was last saved, and their places count records in it:
// while something waits to be saved, the places that were found before that hold.
func (p *Page) Refresh() {
	p.view = ""
	now := p.Env.Now()
	dirty := p.Env.Book != nil && p.Env.Book.Dirty()
	if dirty && p.sure {
		for i := range p.rows {
			r := &p.rows[i]
			at, ok := place.Of(now.E, r.Path)
			r.mended = r.found && (!ok || !at.Same(r.at))
		}
		if p.Env.Unsaved != nil {
			p.held = nil
		}
		return
	}
	p.sure = !dirty
	p.rows = nil
	for _, warnings := range []bool{false, true} {
		heading := len(p.rows)
		p.rows = append(p.rows, row{})
		for _, x := range now.Problems {
			if x.Warning == warnings {
				r := row{Problem: x}
				r.at, r.found = place.Of(now.E, x.Path)
				p.rows = append(p.rows, r)
			}
		}
		n := len(p.rows) - heading - 1
		if n == 0 {
			p.rows = p.rows[:heading]
			continue
		}
		p.rows[heading].heading = title(warnings, n)
	}
	p.fill()
	if p.sure {
		for _, msg := range p.held {
			p.Env.Post(msg)
		}
		p.held = nil
	}
}

func title(warnings bool, n int) string {
	switch {
	case warnings:
		return "Worth a look, but stops nothing: " + strconv.Itoa(n)
	case n == 1:
		return "One problem"
	}
	return strconv.Itoa(n) + " problems"
}

func (p *Page) fill() {
	rows := p.rows
	was := p.list.Index()
	p.list.SetRows(widget.Rows{
		N: len(rows),
		Key: func(i int) string {
			if rows[i].heading != "" {
				return ""
			}
			return strconv.Itoa(rows[i].Line) + ":" + strconv.Itoa(rows[i].Col) + " " + rows[i].Message
		},
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
	if p.list.Index() < 0 && was >= 0 { // what was mended is gone: the next one has its place
		p.list.Do(keys.Top)
	}
}

func (p *Page) chosen() *row { return widget.At(p.list, p.rows) }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	if p.hold(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case screen.Shown:
		p.held = nil
	case tea.MouseMsg:
		if y := msg.Mouse().Y - p.listY; y >= 0 && y < p.listH && p.list.Opens(msg, y) {
			p.open()
		}
	case tea.KeyPressMsg:
		switch a := screen.Key(p, msg); a {
		case keys.Open:
			p.open()
		case keys.Mend:
			p.ask(p.mend)
		case keys.Clear:
			p.ask(p.clear)
		default:
			p.list.Do(a)
		}
	}
	return nil
}

// hold keeps a key that would mend something while the file is saved and read again, and all that is typed after it, until
// the places are those of the file.
func (p *Page) hold(msg tea.Msg) bool {
	dirty := p.Env.Book != nil && p.Env.Book.Dirty()
	if len(p.held) == 0 && (!dirty || p.Env.Unsaved != nil) {
		return false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if len(p.held) == 0 {
			return false
		}
	case tea.KeyPressMsg:
		a := screen.Key(p, msg)
		if len(p.held) == 0 && a != keys.Mend && a != keys.Clear {
			return false
		}
	default:
		return false
	}
	p.held = append(p.held, msg)
	if dirty {
		p.Env.Post(screen.Save{})
	} else {
		p.Refresh()
	}
	return true
}

// Back drops the keys that wait.
func (p *Page) Back() bool {
	p.held = nil
	return false
}

// ask shows the dialog that puts the selected problem right, unless its place may be another by now.
func (p *Page) ask(how func(*row) *remedy) {
	r := p.chosen()
	if r == nil {
		return
	}
	x := how(r)
	switch {
	case x == nil && r.mended:
		p.Env.Say("mended already; it is being saved")
	case x == nil && p.mend(r) != nil:
		p.Env.Say("nothing to clear; " + keys.First(keys.Mend) + " mends it")
	case x == nil:
		p.Env.Say("this one can only be mended in the file, in a text editor")
	case !p.sure:
		p.Env.Say("the file cannot be written, so it cannot be looked at again yet")
	case x.do != nil:
		x.do()
	default:
		p.Env.Ask(x.dialog())
	}
}

func (p *Page) canGo(r *row) bool {
	to, ok := r.at.Route(p.Env.Has)
	return ok && to.Kind != screen.Problems
}

// open goes to the record, or to the room that it belongs to; where there is neither, it mends here.
func (p *Page) open() {
	r := p.chosen()
	if r == nil {
		return
	}
	if to, ok := r.at.Route(p.Env.Has); ok {
		p.Env.Go(to)
		return
	}
	p.ask(p.mend)
}

// remedy is a way to put a problem right.
type remedy struct {
	say    string // what it does, after the key
	do     func() // at once
	dialog func() dialog.Dialog
}

// set is the edit that puts a value at the place of a problem.
func (p *Page) set(r *row, value any) {
	_ = p.Env.Edit("mend "+last(r.at.Edit), screen.Set(value, r.at.Edit...))
}

func last(path []string) string {
	if len(path) == 0 {
		return "the file"
	}
	return path[len(path)-1]
}
