// Package mutuals is the page of all mutual action plans: how many milestones are met by the date first agreed, by side,
// stage and month, and what is due next in each deal. It imports the page contract, milestones, place and the widgets, and
// no other page.
package mutuals

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/milestones"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of plans.
type Page struct {
	screen.Base
	list *widget.List
	rows []row
	at   *follow.MAPs
	over bool // following has ended: the numbers are of that day
	file *milestones.Taking
	view string // the last drawing; empty: draw anew
}

// row is one plan.
type row struct {
	m    *model.MAP
	step string // in the path of an edit
	done int
	next *follow.Milestone // not done, and due first; nil: all are done, or none has a date
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style,
		widget.Column{Title: "Deal"},
		widget.Column{Title: "Stage", Width: 14},
		widget.Column{Title: "Rep", Width: 16, Drop: 100},
		widget.Column{Title: "Done", Width: 5, Right: true},
		widget.Column{Title: "Next due", Width: 10},
		widget.Column{Title: "Whose", Width: 6})
	p.list.Empty = "No mutual action plans yet. n begins one for a deal with the usual milestones; a list that you paste here, or i from a file, brings its own."
	p.file = milestones.New(env, screen.Route{Kind: screen.MAPs}, p.begin)
	p.Refresh()
	return p
}

func (p *Page) Title() string { return "MAPs" }
func (p *Page) Typing() bool  { return p.file.IsOpen() || p.list.Filtering() }

func (p *Page) Scope() keys.Scope {
	if p.file.IsOpen() {
		return p.file.Scope()
	}
	return keys.MAPs
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Open, keys.Edit, keys.Remove, keys.Filter:
		return p.file.IsOpen() || p.list.Total() > 0
	}
	return true
}

// Refresh puts what is due first on top, and what is done at the end.
func (p *Page) Refresh() {
	p.view, p.rows = "", nil
	e := p.Env.E()
	day, over := follow.End(e, p.Env.Today())
	p.over, p.at = over, follow.OfMAPs(e, day)
	all := follow.Milestones(e, day)
	for i := range e.MAPs {
		m := &e.MAPs[i]
		r := row{m: m, step: place.Step(e.MAPs, i)}
		for j := range m.Milestones {
			x := &all[j]
			switch {
			case x.Done != "":
				r.done++
			case x.Due != "" && (r.next == nil || r.next.Due.After(x.Due)):
				r.next = x
			}
		}
		all = all[len(m.Milestones):]
		p.rows = append(p.rows, r)
	}
	slices.SortStableFunc(p.rows, func(a, b row) int {
		switch {
		case a.next != nil && b.next != nil:
			return cmp.Compare(a.next.Due, b.next.Due)
		case a.next != nil:
			return -1
		case b.next != nil:
			return 1
		}
		return 0
	})
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].step },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
		Text: func(i int) string {
			return rows[i].m.Deal + " " + p.stage(rows[i].m.Stage) + " " + p.rep(rows[i].m.Rep)
		},
	})
}

func (p *Page) chosen() *row {
	if i := p.list.Index(); i >= 0 {
		return &p.rows[i]
	}
	return nil
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	if p.file.IsOpen() {
		return p.file.Update(msg)
	}
	switch msg := msg.(type) {
	case screen.Shown:
		p.list.Select(msg.At)
	case tea.PasteMsg:
		if p.list.Filtering() {
			p.list.Type(msg)
		} else {
			p.file.Paste(msg.Content)
		}
	case tea.MouseMsg:
		was := p.list.Key()
		if p.list.Mouse(msg, msg.Mouse().Y-p.parts()[2].Y) && p.list.Key() == was {
			p.open()
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	default:
		return p.file.Update(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	r := p.chosen()
	switch a := screen.Key(p, msg); {
	case a == keys.Open:
		p.open()
	case a == keys.New:
		p.begin("", nil)
	case a == keys.TakeList:
		return p.file.Ask()
	case a == keys.Edit && r != nil:
		p.Env.Ask(milestones.EditPlan(p.Env, *r.m, r.step))
	case a == keys.Remove && r != nil:
		name := place.Label(p.Env.E(), *r.m)
		if p.Env.Edit("delete "+name, screen.Remove("maps", r.step)) == nil {
			p.Env.Say(name + " is deleted; ctrl+z brings it back")
		}
	case a == keys.Filter && p.list.Total() > 0:
		p.list.AskFilter()
	case a == keys.Accept:
		p.list.Accept()
	case a == keys.None:
		p.list.Type(msg)
	default:
		p.list.Do(a)
	}
	return nil
}

// begin asks for a new plan, and goes to it.
func (p *Page) begin(name string, list []model.Milestone) {
	p.Env.Ask(milestones.NewPlan(p.Env, name, list, func(id string) {
		p.Env.Go(screen.Route{Kind: screen.MAP, ID: id})
	}))
}

func (p *Page) open() {
	switch r := p.chosen(); {
	case r == nil:
	case r.m.ID == "":
		p.Env.Say("this plan has no id to open it by; see the problems")
	default:
		p.Env.Go(screen.Route{Kind: screen.MAP, ID: r.m.ID})
	}
}

// Back leaves the picker, or the filter.
func (p *Page) Back() bool {
	p.view = ""
	if p.file.IsOpen() {
		return p.file.Close()
	}
	return p.list.Back()
}

func (p *Page) Cursor() *tea.Cursor {
	if p.file.IsOpen() {
		return p.file.Cursor(p.W)
	}
	at := p.parts()[2]
	c := p.list.Cursor(at.W)
	if c != nil {
		c.Y += at.Y
	}
	return c
}
