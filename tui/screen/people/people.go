// Package people is the page of who is who at the client: by role, what each has been asked, and whether they may be
// quoted. It imports the page contract, place, pick and the widgets, and no other page.
package people

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of people.
type Page struct {
	screen.Base
	list *widget.List
	pick *pick.Picker // of a list of people
	rows []row
	view string // the last drawing; empty: draw anew
}

// row is a person, or the heading above those of a role.
type row struct {
	p     *model.Person
	step  string // in the path of an edit
	asked []model.Interview
	role  model.Role // of a heading
	n     int        // people of that role
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.pick = newPicker(env, p.readRoster)
	p.list = widget.NewList(env.Style, columns...)
	p.list.Empty = "Nobody here yet. n adds the first person, i a whole list (CSV): leaders, managers and reps, and whoever sits at the handoffs."
	p.Refresh()
	return p
}

func (p *Page) Title() string { return "People" }
func (p *Page) Typing() bool  { return p.pick.IsOpen() || p.list.Filtering() }

func (p *Page) Scope() keys.Scope {
	if p.pick.IsOpen() {
		return p.pick.Scope()
	}
	return keys.People
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	if p.pick.IsOpen() {
		return a != keys.Next
	}
	switch a {
	case keys.Open, keys.Edit, keys.TurnQuote, keys.Remove, keys.Filter:
		return p.list.Total() > 0
	}
	return true
}

// Refresh groups people by role, in the order of the roles; a role that there is not comes last.
func (p *Page) Refresh() {
	p.view, p.rows = "", nil
	e := p.Env.E()
	roles := model.Roles()
	for _, x := range e.People {
		if !slices.Contains(roles, x.Role) {
			roles = append(roles, x.Role)
		}
	}
	for _, role := range roles {
		at := len(p.rows)
		p.rows = append(p.rows, row{role: role})
		for i := range e.People {
			if x := &e.People[i]; x.Role == role {
				p.rows = append(p.rows, row{p: x, step: place.Step(e.People, i), asked: asked(e, x.ID)})
			}
		}
		if p.rows[at].n = len(p.rows) - at - 1; p.rows[at].n == 0 {
			p.rows = p.rows[:at]
		}
	}
	p.fill()
}

func asked(e *model.Engagement, id string) []model.Interview {
	var out []model.Interview
	for _, i := range e.Interviews {
		if id != "" && i.Person == id {
			out = append(out, i)
		}
	}
	return out
}

func (p *Page) fill() {
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].step },
		Note: func(i int) bool { return rows[i].p == nil },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
		Text: func(i int) string {
			if x := rows[i].p; x != nil {
				return x.Label() + " " + x.Title + " " + x.Team + " " + roleName(x.Role)
			}
			return ""
		},
	})
}

// arrive selects the record of an id; of two with the same one, the later is the one that is wrong.
func (p *Page) arrive(id string) {
	if id == "" || p.list.Select(id) {
		return
	}
	for _, r := range p.rows {
		if r.p != nil && r.p.ID == id {
			p.list.Select(r.step)
		}
	}
}

func (p *Page) chosen() *row { return widget.At(p.list, p.rows) }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		p.arrive(msg.At)
		return nil
	case rosterMsg:
		return p.came(msg)
	}
	key, pressed := msg.(tea.KeyPressMsg)
	switch {
	case p.pick.IsOpen():
		return p.pick.Update(msg)
	case pressed && screen.Key(p, key) == keys.TakeList:
		return p.askRoster()
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		if p.list.Opens(msg, msg.Mouse().Y) {
			p.open() // a click on what is selected opens it
		}
	case tea.KeyPressMsg:
		p.key(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	switch a := screen.Key(p, msg); a {
	case keys.Open:
		p.open()
	case keys.New:
		p.Env.Ask(p.form(nil))
	case keys.Edit:
		if r := p.chosen(); r != nil {
			p.Env.Ask(p.form(r))
		}
	case keys.TurnQuote:
		p.turnQuote()
	case keys.Remove:
		p.remove()
	default:
		p.list.Press(a, msg)
	}
}

// Back leaves the filter.
func (p *Page) Back() bool {
	p.view = ""
	return p.pick.Close() || p.list.Back()
}

func (p *Page) Cursor() *tea.Cursor {
	if p.pick.IsOpen() {
		return p.pick.Cursor(p.W)
	}
	list, _ := p.parts()
	return p.list.Cursor(list.W)
}
