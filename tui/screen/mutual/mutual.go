// Package mutual is the page of one mutual action plan: its milestones with whose they are, the date first agreed, the date
// now, and what became of each. It imports the page contract, milestones, place and the widgets, and no other page.
package mutual

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/milestones"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is one plan.
type Page struct {
	screen.Base
	id   string
	m    *model.MAP // nil: it is not in the file
	step string     // in the path of an edit
	list *widget.List
	rows []follow.Milestone
	day  model.Date
	file *milestones.Taking
	view string // the last drawing; empty: draw anew
}

// New makes the page of a plan by its id.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID}
	p.list = widget.NewList(env.Style,
		widget.Column{Width: 1},
		widget.Column{Title: "Milestone"},
		widget.Column{Title: "Whose", Width: 6},
		widget.Column{Title: "Agreed", Width: 10},
		widget.Column{Title: "Due now", Width: 10},
		widget.Column{Title: "Done", Width: 10})
	p.list.Empty = "No milestones yet. t lays down the usual ones, n adds one, a list that you paste here or i from a file brings its own."
	p.file = milestones.New(env, r.Page(), func(_ string, list []model.Milestone) { p.take(list) })
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if p.m == nil {
		return p.id
	}
	return place.Label(p.Env.E(), *p.m)
}

func (p *Page) Typing() bool { return p.file.IsOpen() }

func (p *Page) Scope() keys.Scope {
	if p.file.IsOpen() {
		return p.file.Scope()
	}
	return keys.MAP
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.MarkDone, keys.SetDue, keys.Open, keys.Edit, keys.Remove:
		return p.list.Total() > 0
	case keys.New, keys.TakeList, keys.PlanFrame:
		return p.m != nil
	case keys.FromBook:
		return p.m != nil && p.list.Total() == 0 && len(p.Env.Now().Playbook.MapTemplate) > 0
	}
	return true
}

func (p *Page) Refresh() {
	p.view, p.m, p.rows = "", nil, nil
	e := p.Env.E()
	p.day, _ = follow.End(e, p.Env.Today())
	all := follow.Milestones(e, p.day)
	for i := range e.MAPs {
		n := len(e.MAPs[i].Milestones)
		if e.MAPs[i].ID == p.id && p.m == nil {
			p.m, p.step, p.rows = &e.MAPs[i], place.Step(e.MAPs, i), all[:n]
			for j := range p.rows {
				p.rows[j].Done = p.m.Milestones[j].Done // also after the day that counts
			}
		}
		all = all[n:]
	}
	rows := p.rows
	steps := make([]string, len(rows))
	for i := range rows {
		steps[i] = place.Step(p.m.Milestones, i)
	}
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return steps[i] },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

// chosen is the selected milestone and its step in the path of an edit; nil where there is none.
func (p *Page) chosen() (*model.Milestone, string) {
	if i := p.list.Index(); i >= 0 && p.m != nil {
		return &p.m.Milestones[i], p.list.Key()
	}
	return nil, ""
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
		if p.m != nil {
			p.file.Paste(msg.Content)
		}
	case tea.MouseMsg:
		p.list.Mouse(msg, msg.Mouse().Y-p.parts()[1].Y)
	case tea.KeyPressMsg:
		return p.key(msg)
	default:
		return p.file.Update(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	x, step := p.chosen()
	switch a := screen.Key(p, msg); {
	case p.m == nil:
	case a == keys.New:
		p.Env.Ask(p.form(nil, ""))
	case a == keys.TakeList:
		return p.file.Ask()
	case a == keys.PlanFrame:
		p.Env.Ask(milestones.EditPlan(p.Env, *p.m, p.step))
	case a == keys.FromBook && p.Offers(a):
		p.Env.Ask(p.usual())
	case a == keys.MarkDone && x != nil:
		p.tick(*x, step)
	case a == keys.SetDue && x != nil:
		p.Env.Ask(p.askDue(*x, step))
	case (a == keys.Edit || a == keys.Open) && x != nil:
		p.Env.Ask(p.form(x, step))
	case a == keys.Remove && x != nil:
		if p.Env.Edit("delete milestone", screen.Remove(p.path(step)...)) == nil {
			p.Env.Say("the milestone is deleted; ctrl+z brings it back")
		}
	default:
		p.list.Do(a)
	}
	return nil
}

// Back leaves the picker.
func (p *Page) Back() bool {
	p.view = ""
	return p.file.Close()
}

func (p *Page) Cursor() *tea.Cursor {
	if p.file.IsOpen() {
		return p.file.Cursor(p.W)
	}
	return nil
}
