// Package settle is the page of the fields that both sides of a merge changed: what each is about, what the file has and
// what the other side had, to be decided one by one. It imports the page contract, place, the merge and the widgets, and
// no other page.
package settle

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/merge"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of unsettled fields.
type Page struct {
	screen.Base
	list *widget.List
	rows []row
	view string // the last drawing; empty: draw anew

	listH int
	top   int // the first line of the values in sight
	most  int // the last that may stand there
}

// row is one unsettled field.
type row struct {
	key    string
	step   string // of its entry in the list, for an edit
	at     place.Place
	found  bool // the field is in the engagement
	about  []string
	by     string // whose theirs is
	now    string // what the file has
	other  bool   // that is another than after the merge
	ours   string // what it was then
	theirs string
	value  any   // theirs, of the field's type
	wrong  error // why theirs cannot be taken
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style, columns...)
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return screen.Settle.Name() }
func (p *Page) Scope() keys.Scope { return keys.Settle }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	r := p.chosen()
	switch a {
	case keys.KeepOurs:
		return r != nil && r.found
	case keys.TakeTheirs:
		return r != nil && r.found && r.wrong == nil
	case keys.Edit:
		return r != nil && p.form(r) != nil
	case keys.Open:
		return r != nil && p.canGo(r)
	case keys.Remove:
		return r != nil && !r.found
	}
	return true
}

// Refresh takes up what is unsettled now. What was settled is gone, and the next one has its place.
func (p *Page) Refresh() {
	p.view = ""
	e := p.Env.E()
	p.rows = nil
	seen := map[string]int{}
	for i, u := range e.Unsettled {
		r := p.row(e, u)
		r.step = place.Step(e.Unsettled, i)
		name := u.Field + "\x00" + r.theirs
		r.key = name + "\x00" + strconv.Itoa(seen[name])
		seen[name]++
		p.rows = append(p.rows, r)
	}
	was := p.list.Key()
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].key },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
	if p.list.Key() != was {
		p.top = 0
	}
}

func (p *Page) row(e *model.Engagement, u model.Unsettled) row {
	r := row{by: u.TheirsBy, about: []string{u.Field}}
	w := words{e, p.Env.Now().Playbook}
	path, theirs, err := merge.Settle(e, u, true)
	if path != nil {
		r.at, r.found = place.At(e, path)
	}
	if !r.found {
		r.now, r.theirs, r.wrong = w.of("", u.Ours), w.of("", u.Theirs), err
		return r
	}
	r.about = w.about(r.at)
	r.now = w.value(r.at.Key, r.at.Value)
	r.theirs, r.value, r.wrong = w.of(r.at.Key, theirs), theirs, err
	if err != nil {
		r.theirs = w.of(r.at.Key, u.Theirs)
	}
	r.ours = w.of(r.at.Key, u.Ours)
	if _, x, err := merge.Settle(e, u, false); err == nil {
		r.ours = w.of(r.at.Key, x)
	}
	r.other = r.ours != r.now
	return r
}

func (p *Page) chosen() *row { return widget.At(p.list, p.rows) }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	was := p.list.Key()
	switch msg := msg.(type) {
	case tea.MouseMsg:
		if y := msg.Mouse().Y; y < p.listH && p.list.Opens(msg, y) {
			p.open()
		}
	case tea.KeyPressMsg:
		p.do(screen.Key(p, msg))
	}
	if p.list.Key() != was {
		p.top = 0
	}
	return nil
}

func (p *Page) do(a keys.Action) {
	r := p.chosen()
	switch {
	case a == keys.PageDown && p.most > 0:
		p.top = min(p.top+valuesH(p.H)-1, p.most)
	case a == keys.PageUp && p.most > 0:
		p.top = max(p.top-valuesH(p.H)+1, 0)
	case r == nil || p.list.Do(a):
	case a == keys.Open:
		p.open()
	case a == keys.Remove && r.found:
		p.Env.Say(keys.First(keys.KeepOurs) + " keeps what the file has, and takes it off the list")
	case a == keys.Remove:
		p.settle(r, "it is off the list")
	case !r.found && (a == keys.KeepOurs || a == keys.TakeTheirs || a == keys.Edit):
		p.Env.Say("there is nothing left to settle here; " + keys.First(keys.Remove) + " takes it off the list")
	case a == keys.KeepOurs:
		p.settle(r, "ours stays")
	case a == keys.TakeTheirs && r.wrong != nil:
		p.Env.Say("theirs does not fit there; enter leads to the place")
	case a == keys.TakeTheirs:
		p.settle(r, "theirs is taken", screen.Set(r.value, r.at.Edit...))
	case a == keys.Edit:
		if f := p.form(r); f != nil {
			p.Env.Ask(f)
		} else {
			p.Env.Say("enter leads to where it is changed; then " + keys.First(keys.KeepOurs) + " keeps it")
		}
	}
}

// settle makes the edits and takes the entry off the list, as one step.
func (p *Page) settle(r *row, said string, edits ...screen.Edit) {
	edits = append(edits, screen.Remove("unsettled", r.step))
	if p.Env.Edit("settle "+r.about[len(r.about)-1], edits...) != nil {
		return
	}
	if left := len(p.Env.E().Unsettled); left == 0 {
		said += "; all is settled"
	}
	p.Env.Say(said + "; ctrl+z takes it back")
}

// form asks for a text that is neither side's; nil where the field takes no text of one line.
func (p *Page) form(r *row) *dialog.Form {
	if !r.found || isReference(r.at.Key) || strings.Contains(r.at.Text()+r.theirs, "\n") {
		return nil
	}
	f := dialog.Field{ID: "value", Label: "Text", Value: r.at.Text(), Required: r.at.Need}
	switch kindOf(r.at.Type) {
	case date:
		f.Label, f.Kind = "Date", dialog.Date
	case text:
	default:
		return nil
	}
	key := r.key
	return &dialog.Form{
		Title: "Write it anew: " + r.about[len(r.about)-1], Fields: []dialog.Field{f},
		Then: func(v dialog.Values) tea.Cmd {
			for i := range p.rows {
				if p.rows[i].key == key {
					p.settle(&p.rows[i], "settled", screen.Set(v["value"], p.rows[i].at.Edit...))
				}
			}
			return nil
		},
	}
}

func (p *Page) canGo(r *row) bool {
	if !r.found {
		return false
	}
	_, ok := r.at.Route(p.Env.Has)
	return ok
}

func (p *Page) open() {
	r := p.chosen()
	if r == nil || !r.found {
		return
	}
	if to, ok := r.at.Route(p.Env.Has); ok {
		p.Env.Go(to)
	}
}
