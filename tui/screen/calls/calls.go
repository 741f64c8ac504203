// Package calls is the page of all recordings under review: how far each rubric is and how many more make a pattern, the
// library of those worth learning from, and the objections that were heard. It imports the page contract, capture,
// transcripts and the widgets, and no other page.
package calls

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/transcripts"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// shows is what the page shows; tab leads from one to the next.
type shows int

const (
	reviews shows = iota
	library
	heard
)

// Page is the list of calls.
type Page struct {
	screen.Base
	show  shows
	lists [heard + 1]*widget.List
	calls [library + 1][]model.Call // of the lists
	items int                       // of the rubric
	file  *transcripts.Attaching
	view  string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, file: transcripts.New(env, screen.Route{Kind: screen.Calls})}
	p.lists[reviews] = widget.NewList(env.Style,
		widget.Column{Title: "Call"},
		widget.Column{Title: "Rep", Width: 14},
		widget.Column{Title: "Stage", Width: 14, Drop: 100},
		widget.Column{Title: "Date", Width: 10},
		widget.Column{Title: "Length", Width: 7, Right: true, Drop: 100},
		widget.Column{Title: "Rubric", Width: 6, Right: true},
		widget.Column{Title: "Obj", Width: 3, Right: true},
		widget.Column{Title: "Lib", Width: 3, Right: true})
	p.lists[reviews].Empty = "No calls yet. n begins one: a title is enough, the recording plays in another window."
	p.lists[library] = widget.NewList(env.Style,
		widget.Column{Title: "Call"},
		widget.Column{Title: "Rep", Width: 8},
		widget.Column{Title: "Stage", Width: 14},
		widget.Column{Title: "Teaches", Drop: 100})
	p.lists[library].Empty = "Nothing in the library yet. e on a call says that it is worth keeping, and what it teaches."
	p.lists[heard] = widget.NewList(env.Style,
		widget.Column{Title: "Objection"},
		widget.Column{Title: "Calls", Width: 9, Right: true},
		widget.Column{Width: 20, Drop: 70},
		widget.Column{Title: "95 % interval", Width: 18})
	p.lists[heard].Empty = "No objection noted yet."
	p.Refresh()
	return p
}

func (p *Page) list() *widget.List { return p.lists[p.show] }

func (p *Page) Title() string {
	return [...]string{"Calls", "Call library", "Objections"}[p.show]
}

func (p *Page) Scope() keys.Scope {
	if p.file.IsOpen() {
		return p.file.Scope()
	}
	return keys.Calls
}

func (p *Page) Typing() bool { return p.file.IsOpen() || p.list().Filtering() }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Back:
		return true
	case keys.New, keys.Next:
		return !p.file.IsOpen()
	case keys.Open:
		if p.file.IsOpen() {
			return true
		}
	}
	return p.file.IsOpen() || p.show != heard && p.list().Total() > 0
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Refresh() {
	now := p.Env.Now()
	p.view, p.items = "", len(now.Playbook.Calls.Checks)
	p.calls[reviews], p.calls[library] = slices.Clone(now.E.Calls), nil
	slices.SortStableFunc(p.calls[reviews], byDate)
	for _, c := range p.calls[reviews] {
		if c.Library {
			p.calls[library] = append(p.calls[library], c)
		}
	}
	for i, cell := range []func(model.Call, int) string{p.cell, p.libraryCell} {
		rows := p.calls[i] // the list looks at its old rows once more when it gets new ones
		p.lists[i].SetRows(widget.Rows{
			N:   len(rows),
			Key: func(i int) string { return rows[i].ID },
			Text: func(i int) string {
				c := rows[i]
				return strings.Join([]string{c.Title, p.rep(c), capture.StageName(p.Env, c.Stage), string(c.Date), c.ID, c.Teaches}, " ")
			},
			Cell: func(i, col int) string { return cell(rows[i], col) },
		})
	}
	p.fillHeard()
}

func (p *Page) rep(c model.Call) string {
	if x := p.Env.E().Person(c.Rep); x != nil {
		return x.Label()
	}
	return c.Rep
}

// answered counts the rubric's items that have an answer.
func answered(c model.Call) (n int) {
	for _, x := range c.Checks {
		if x.Result != "" {
			n++
		}
	}
	return n
}

func (p *Page) cell(c model.Call, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(c.Label())
	case 1:
		return t.Dim.Render(layout.Clean(p.rep(c)))
	case 2:
		return t.Dim.Render(layout.Clean(capture.StageName(p.Env, c.Stage)))
	case 3:
		return t.Dim.Render(layout.Clean(string(c.Date)))
	case 4:
		return t.Dim.Render(layout.Clean(string(c.Length)))
	case 5:
		n := answered(c)
		s := strconv.Itoa(n) + "/" + strconv.Itoa(p.items)
		switch {
		case n == 0:
			return t.Dim.Render(s)
		case n >= p.items:
			return t.Good.Render(s)
		}
		return s
	case 6:
		if len(c.Objections) > 0 {
			return strconv.Itoa(len(c.Objections))
		}
	case 7:
		if c.Library {
			return t.Accent.Render(style.Check)
		}
	}
	return ""
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	if p.file.IsOpen() {
		return p.file.Update(msg)
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		p.list().Type(msg)
	case tea.MouseMsg:
		if p.list().Opens(msg, msg.Mouse().Y-headH) {
			p.open("") // a click on what is selected opens it
		}
	case screen.Shown:
	default:
		return p.file.Update(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	c := p.at()
	a := screen.Key(p, msg)
	switch {
	case a == keys.New:
		p.Env.Ask(capture.NewCall(p.Env))
	case a == keys.Next && !p.Typing():
		p.show = (p.show + 1) % (heard + 1)
	case a == keys.Prev && !p.Typing():
		p.show = (p.show + heard) % (heard + 1)
	case a == keys.Open:
		p.open("")
	case a == keys.Edit && c != nil:
		p.Env.Ask(capture.EditCall(p.Env, *c))
	case a == keys.Remove && c != nil:
		p.Env.Ask(capture.RemoveCall(p.Env, *c))
	case a == keys.AttachFile && c != nil:
		return p.file.Ask(c)
	case a == keys.SecondRater && c != nil:
		capture.Second(p.Env, c, func() { p.open(screen.SecondRater) })
	default:
		p.list().Press(a, msg)
	}
	return nil
}

// at is the selected call; nil when there is none.
func (p *Page) at() *model.Call {
	if p.show == heard {
		return nil
	}
	return widget.At(p.list(), p.calls[p.show])
}

func (p *Page) open(at string) {
	if c := p.at(); c != nil {
		p.list().Accept()
		p.Env.Go(screen.Route{Kind: screen.Call, ID: c.ID, At: at})
	}
}

func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.file.IsOpen():
		p.file.Close()
	case p.list().Back():
	case p.show != reviews:
		p.show = reviews
	default:
		return false
	}
	return true
}
