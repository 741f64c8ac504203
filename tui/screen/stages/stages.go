// Package stages is the page of the client's own pipeline: its stages in order, what ends each, which fields are
// mandatory, and how many deals should go on. It imports the page contract, place, explain and the widgets, and no other page.
package stages

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the pipeline.
type Page struct {
	screen.Base
	list  *widget.List
	rows  []row
	lines lines  // the editor of criteria or fields
	from  string // label of the snapshot that the shares are of
	view  string // the last drawing; empty: draw anew
}

// row is one stage.
type row struct {
	s     *model.Stage
	step  string // in the path of an edit
	audit []model.Audit
	seen  bool          // something was answered in an audit of it
	now   *funnel.Stage // in the latest snapshot; nil where there is none
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style, columns...)
	p.lines.env = env
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Deal stages" }
func (p *Page) Scope() keys.Scope { return keys.Stages }
func (p *Page) Typing() bool      { return p.lines.open() }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Suggest:
		return len(p.rows) == 0
	case keys.New, keys.Back:
		return true
	case keys.MoveUp, keys.MoveDown:
		return len(p.rows) > 1
	}
	return len(p.rows) > 0
}

func (p *Page) Refresh() {
	p.view, p.rows = "", nil
	e := p.Env.E()
	var now *funnel.Result
	p.from = ""
	if f := funnel.Latest(e); f != nil {
		p.from = f.Label
		now = funnel.Compute(e, f)
	}
	for i := range e.Stages {
		r := row{s: &e.Stages[i], step: place.Step(e.Stages, i)}
		r.now = now.Stage(r.s.ID)
		for _, a := range e.Audits {
			if a.Kind != model.StageAudit || a.Subject != r.s.ID || r.s.ID == "" {
				continue
			}
			r.audit = append(r.audit, a)
			for _, c := range a.Checks {
				r.seen = r.seen || c.Answered()
			}
		}
		p.rows = append(p.rows, r)
	}
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].step },
		Cell: func(i, col int) string { return p.cell(i, col) },
	})
	p.lines.refresh()
}

// arrive selects the record of an id; of two with the same one, the later is the one that is wrong.
func (p *Page) arrive(id string) {
	if id == "" || p.list.Select(id) {
		return
	}
	for _, r := range p.rows {
		if r.s.ID == id {
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
	case tea.PasteMsg:
		p.lines.update(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	a := screen.Key(p, msg)
	if p.Typing() {
		if a == keys.Next || a == keys.Prev {
			p.write(other(p.lines.field))
			return nil
		}
		return p.lines.update(msg)
	}
	switch a {
	case keys.Open:
		p.open()
	case keys.New:
		p.Env.Ask(p.form(nil))
	case keys.Edit:
		if r := p.chosen(); r != nil {
			p.Env.Ask(p.form(r))
		}
	case keys.Criteria, keys.Next:
		p.write(criteria)
	case keys.Fields, keys.Prev:
		p.write(fields)
	case keys.MoveUp:
		p.move(-1)
	case keys.MoveDown:
		p.move(1)
	case keys.Remove:
		p.remove()
	case keys.Suggest:
		p.suggest()
	default:
		p.list.Do(a)
	}
	return nil
}

// write opens one of the two lists of the stage in the editor.
func (p *Page) write(field string) {
	p.lines.close()
	if r := p.chosen(); r != nil {
		p.lines.edit(r.step, field)
	}
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m, at := msg.Mouse(), p.parts()
	_, click := msg.(tea.MouseClickMsg)
	for field, r := range map[string]layout.Rect{criteria: at.criteria, fields: at.fields} {
		if !r.Has(m.X, m.Y) {
			continue
		}
		if click && p.lines.field != field {
			p.write(field)
		}
		p.lines.mouse(msg, m.X-r.X, m.Y-r.Y-1)
		return
	}
	if !at.list.Has(m.X, m.Y) {
		return
	}
	if click {
		p.lines.close()
	}
	if p.list.Opens(msg, m.Y-at.list.Y) {
		p.open()
	}
}

// Back leaves the editor.
func (p *Page) Back() bool {
	p.view = ""
	return p.lines.close()
}

func (p *Page) Flush()      { p.lines.flush() }
func (p *Page) Draft() bool { return p.lines.draft() }

func (p *Page) Cursor() *tea.Cursor {
	c := p.lines.cursor()
	if c == nil {
		return nil
	}
	r := p.parts().of(p.lines.field)
	return widget.CursorAt(r.X+c.X, r.Y+1+c.Y)
}
