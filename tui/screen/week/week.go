// Package week is the weekly dashboard: the bottleneck to coach, each indicator by week against baseline and target, and the
// numbers of a week typed in, or taken from the funnel. What stands on it is computed in a command. It imports the page
// contract, explain and the widgets, and no other page.
package week

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the dashboard.
type Page struct {
	screen.Base
	board *dashboard.Dashboard // nil until it is computed
	ended bool                 // nothing was followed after its day
	asked uint64               // the revision that was asked for last, plus 1

	weeks []model.Date // Mondays that have a number, oldest first
	at    model.Date   // the one shown; empty: the latest

	list  *widget.List
	class int // width class that the list was made for
	doc   *explain.Doc
	open  string // indicator that is explained
	view  string
}

// again asks for the board of the snapshot as it is.
type again struct{}

// computed is a board and the book it is of.
type computed struct {
	book  screen.Book
	board *dashboard.Dashboard
	ended bool
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, doc: explain.New(env.Style)}
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if i := p.indicator(p.open); i != nil {
		return "Weekly: " + i.Label()
	}
	return "Weekly"
}

func (p *Page) Scope() keys.Scope { return keys.Week }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Back:
		return true
	case keys.Open:
		if p.open != "" {
			return p.doc.Link() != nil
		}
		return p.list.Index() >= 0
	case keys.Left, keys.Right:
		return p.open == "" && len(p.weeks) > 1
	case keys.Edit, keys.Remove:
		return p.open == "" && p.entered() >= 0
	case keys.New, keys.TakeSnapshot, keys.AddIndicator, keys.DoExport:
		return p.open == "" && p.board != nil
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H, p.view = w, h, ""
	p.build()
}

// Refresh keeps what is shown until the new numbers are there.
func (p *Page) Refresh() {
	p.view = ""
	if p.asked != p.Env.Now().Rev+1 {
		p.Env.Post(again{})
	}
	p.build()
}

// compute makes the board of the current snapshot, in a command, once for each revision. An engagement that was followed to
// its end is shown as of that end, as the command line does.
func (p *Page) compute() tea.Cmd {
	now, day, book := p.Env.Now(), p.Env.Today(), p.Env.Book
	if p.asked == now.Rev+1 || book == nil {
		return nil
	}
	p.asked = now.Rev + 1
	return screen.For(screen.Route{Kind: screen.Week}, func() tea.Msg {
		end, over := follow.End(now.E, day)
		if over {
			day = end
		}
		sc := score.Compute(now.E, now.Playbook, score.Options{AsOf: day})
		return computed{book, dashboard.On(now.E, now.Playbook, sc, day), over}
	})
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case computed:
		if msg.book == p.Env.Book { // else it is of the engagement that was open before
			p.take(msg)
		}
	case screen.Shown:
		if weekAt(p.Env.E(), model.Date(msg.At)) >= 0 {
			p.at, p.open = model.Date(msg.At), ""
			p.fill()
		}
	case tea.KeyPressMsg:
		p.key(screen.Key(p, msg))
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return p.compute()
}

func (p *Page) take(msg computed) {
	p.board, p.ended = msg.board, msg.ended
	p.weeks = nil
	for _, i := range p.board.Indicators {
		for _, x := range i.Points {
			if !slices.Contains(p.weeks, x.Week) {
				p.weeks = append(p.weeks, x.Week)
			}
		}
	}
	slices.Sort(p.weeks)
	if !slices.Contains(p.weeks, p.at) && p.entered() < 0 {
		p.at = ""
	}
	p.fill()
	if p.open != "" {
		p.doc.Set(p.why())
	}
}

func (p *Page) key(a keys.Action) {
	if p.open != "" {
		if a == keys.Open {
			p.follow()
		} else {
			p.doc.Do(a)
		}
		return
	}
	if p.board == nil {
		return
	}
	switch a {
	case keys.Open:
		p.explain()
	case keys.New:
		p.askWeek(p.monday(), nil)
	case keys.Edit:
		if p.entered() >= 0 {
			p.askWeek(p.shown(), nil)
		}
	case keys.Remove:
		p.askRemove()
	case keys.TakeSnapshot:
		p.askSnapshot()
	case keys.AddIndicator:
		p.askAnother()
	case keys.DoExport:
		p.Env.Go(screen.Route{Kind: screen.Export, At: "dashboard"})
	case keys.Left, keys.Prev:
		p.turn(-1)
	case keys.Right, keys.Next:
		p.turn(1)
	default:
		p.list.Do(a)
	}
}

// shown is the week in the column of its own: the one chosen, else the latest.
func (p *Page) shown() model.Date {
	if p.at == "" && len(p.weeks) > 0 {
		return p.weeks[len(p.weeks)-1]
	}
	return p.at
}

func (p *Page) turn(by int) {
	if len(p.weeks) == 0 {
		return
	}
	i := max(slices.Index(p.weeks, p.shown()), 0) + by
	p.at = p.weeks[min(max(i, 0), len(p.weeks)-1)]
	if p.at == p.weeks[len(p.weeks)-1] {
		p.at = "" // the latest stays the latest when another comes in
	}
	p.fill()
}

// entered is the row of the shown week in the file; -1 where there is none, as of a week that is computed.
func (p *Page) entered() int { return weekAt(p.Env.E(), p.shown()) }

func weekAt(e *model.Engagement, week model.Date) int {
	return slices.IndexFunc(e.Weeks, func(w model.Week) bool { return w.Week == week && week != "" })
}

// monday is that of today's week.
func (p *Page) monday() model.Date { return mondayOf(p.Env.Today()) }

func mondayOf(d model.Date) model.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return model.DateOf(follow.Monday(t))
}

func (p *Page) indicator(id string) *dashboard.Indicator {
	if p.board == nil || id == "" {
		return nil
	}
	for i := range p.board.Indicators {
		if p.board.Indicators[i].ID == id {
			return &p.board.Indicators[i]
		}
	}
	return nil
}

func (p *Page) explain() {
	if p.open = p.list.Key(); p.open != "" {
		p.doc.Open(p.why())
	}
}

func (p *Page) follow() {
	if r, ok := p.doc.Link().(screen.Route); ok && p.Env.Has(r.Kind) {
		p.Env.Go(r)
	}
}

func (p *Page) mouse(msg tea.MouseMsg) {
	if p.open != "" {
		was := p.doc.Link()
		if p.doc.Mouse(msg, msg.Mouse().Y) && p.doc.Link() == was {
			p.follow()
		}
		return
	}
	was := p.list.Key()
	if p.board != nil && p.list.Mouse(msg, msg.Mouse().Y-len(p.head())) && p.list.Key() == was {
		p.explain()
	}
}

// Back leaves the explanation.
func (p *Page) Back() bool {
	was := p.open != ""
	p.open, p.view = "", ""
	return was
}
