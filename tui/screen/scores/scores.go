// Package scores is the page of the numbers: every practice with belief against field, practice by stage, objections, and
// behind each number what it is made of, down to the note it came from. It imports the page contract, evidence, explain
// and the widgets, and no other page.
package scores

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/widget"
)

// shows is what the page shows.
type shows int

const (
	practices shows = iota
	stages
	objections
)

// Page is the scores.
type Page struct {
	screen.Base
	result *score.Result // nil until it is computed
	old    bool          // it is of an earlier revision
	show   shows
	order  order
	first  int // stage that the map begins with, where not all fit

	rows  []row
	lists [objections + 1]*widget.List
	class int // width class that the lists were made for

	doc  *explain.Doc
	open what       // explained now
	card *card.Card // of the practice explained; nil when it is gone
	view string
}

// row is one line of the list: a practice, or the heading of a domain.
type row struct {
	p       *score.Practice
	heading string
}

// what is explained: a practice (at one stage, or all), a theme, or the whole.
type what struct {
	practice, stage, theme string
	whole                  bool
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, doc: explain.New(env.Style)}
	p.build()
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	switch {
	case p.open.practice != "":
		return "Scores: " + p.name(p.open.practice)
	case p.open.theme != "":
		return "Objection: " + p.theme(p.open.theme)
	case p.open.whole:
		return "Scores: the whole"
	}
	return "Scores"
}

func (p *Page) Scope() keys.Scope {
	if p.opened() {
		return keys.Card
	}
	return keys.Scores
}

func (p *Page) Offers(a keys.Action) bool {
	switch {
	case a == keys.Back:
		return true
	case p.opened():
		return p.offersHere(a)
	case a == keys.Open:
		return p.result != nil && p.list().Key() != ""
	case a == keys.SortBy:
		return p.show == practices && p.result != nil
	case a == keys.Open:
		return p.list().Index() >= 0
	case a == keys.Objections && p.show == objections, a == keys.ByStage && p.show == stages:
		return false // it is what one looks at; esc leads back
	}
	return p.result != nil
}

func (p *Page) opened() bool { return p.open != what{} }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
	p.build()
	p.fill()
}

// Refresh takes up the scores as they are. While newer ones are computed the old ones stand, and it says so.
func (p *Page) Refresh() {
	p.view = ""
	if n := p.Env.Numbers; n != nil && n.Result != nil {
		p.result, p.old = n.Result, n.Rev != p.Env.Now().Rev
	} else {
		p.result = nil
	}
	p.fill()
	if p.opened() {
		p.doc.Set(p.items())
	}
}

// fill puts the rows of all three lists in order.
func (p *Page) fill() {
	p.rows = nil
	r := p.result
	if r == nil {
		r = &score.Result{}
	}
	if p.order == byPlaybook {
		last := "\x00"
		for i := range r.Practices {
			x := &r.Practices[i]
			if x.Domain != last {
				last = x.Domain
				p.rows = append(p.rows, row{heading: p.domainLine(x.Domain)})
			}
			p.rows = append(p.rows, row{p: x})
		}
	} else {
		for i := range r.Practices {
			p.rows = append(p.rows, row{p: &r.Practices[i]})
		}
		slices.SortStableFunc(p.rows, func(a, b row) int { return descending(p.sortBy(a.p), p.sortBy(b.p)) })
	}
	rows := p.rows
	p.lists[practices].SetRows(widget.Rows{
		N: len(rows),
		Key: func(i int) string {
			if rows[i].p == nil {
				return ""
			}
			return rows[i].p.Practice
		},
		Note: func(i int) bool { return rows[i].p == nil },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
	p.fillStages(r)
	p.fillObjections(r)
}

func (p *Page) list() *widget.List { return p.lists[p.show] }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		if msg.At != "" {
			p.Refresh()
			if p.result.Practice(msg.At) != nil {
				p.show = practices
				p.list().Select(msg.At)
				p.explain(what{practice: msg.At})
			}
		}
	case tea.KeyPressMsg:
		p.key(screen.Key(p, msg))
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

func (p *Page) key(a keys.Action) {
	if p.opened() {
		p.keyHere(a)
		return
	}
	switch a {
	case keys.Open:
		p.enter()
	case keys.SortBy:
		if p.show == practices {
			p.order = (p.order + 1) % orders
			p.fill()
		}
	case keys.Whole:
		p.explain(what{whole: true})
	case keys.ByStage:
		p.toggle(stages)
	case keys.Objections:
		p.toggle(objections)
	case keys.Next:
		p.show = (p.show + 1) % (objections + 1)
	case keys.Prev:
		p.show = (p.show + objections) % (objections + 1)
	case keys.Left, keys.Right:
		p.turn(a == keys.Right)
	default:
		p.list().Do(a)
	}
}

func (p *Page) toggle(s shows) {
	if p.show == s {
		s = practices
	}
	p.show = s
}

func (p *Page) mouse(msg tea.MouseMsg) {
	if p.opened() {
		was := p.doc.Link()
		if p.doc.Mouse(msg, msg.Mouse().Y-p.docTop()) && p.doc.Link() == was {
			p.follow()
		}
		return
	}
	if p.list().Opens(msg, msg.Mouse().Y-headH) {
		p.enter() // a click on what is selected opens it
	}
}

func (p *Page) enter() {
	key := p.list().Key()
	switch {
	case key == "":
	case p.show == objections:
		p.explain(what{theme: key})
	default:
		p.explain(what{practice: key})
	}
}

func (p *Page) explain(w what) {
	p.open = w
	p.doc.Open(p.items())
}

func (p *Page) items() []explain.Item {
	if p.result == nil {
		return nil
	}
	if p.open.whole {
		return p.whyWhole(p.result)
	}
	if p.open.theme != "" {
		return p.whyTheme(p.open.theme)
	}
	p.card = card.Build(p.Env.E(), p.Env.Now().Playbook, p.result, p.open.practice, card.Options{Stage: p.open.stage})
	return p.why(p.card)
}

// follow goes to what the selected line rests on.
func (p *Page) follow() {
	if r, ok := p.doc.Link().(screen.Route); ok {
		if p.Env.Has(r.Kind) {
			p.Env.Go(r)
		} else {
			p.Env.Say("there is no page for that yet: " + r.ID)
		}
	}
}

// Back leaves the explanation, then the map or the objections.
func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.open.stage != "":
		p.explain(what{practice: p.open.practice})
	case p.opened():
		p.open = what{}
	case p.show != practices:
		p.show = practices
	default:
		return false
	}
	return true
}
