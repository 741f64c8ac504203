// Package plan is the page of the 30-60-90 day plan: three phases side by side, what the draft would add apart from what
// is in the plan, and behind every action why it is there. Drafting runs in a command. It imports the page contract,
// explain and the widgets, and no other page.
package plan

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// groups are the three phases, and what is for later.
const (
	groups = 4
	later  = 3
)

// Page is the plan.
type Page struct {
	screen.Base
	draft *plan.Drafted // nil until it is drafted
	sc    *score.Result // what it was drafted from
	asked uint64        // the revision that was asked for last, plus 1

	rows [groups][]row
	prog *plan.Progress // of the plan in the file, today
	at   int            // group that has the keyboard
	sel  [groups]int    // row in each
	top  [groups]int    // first line drawn
	hits []hit          // where the columns stood on the last drawing

	doc  *explain.Doc
	open string // id of the action that is explained

	asTimeline bool // else as columns
	view       string
}

// row is one action: in the plan, or offered by the draft.
type row struct {
	a       model.Action
	offered bool
	to      *model.Action // in the plan, and this is how the draft would place and date it; nil: as it is
}

// open says whether the draft waits for an answer here.
func (r row) open() bool { return r.offered || r.to != nil }

// again asks for a draft of the snapshot as it is.
type again struct{}

// drafted is a draft and the revision it is of.
type drafted struct {
	book  screen.Book
	rev   uint64
	draft *plan.Drafted
	score *score.Result
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, doc: explain.New(env.Style)}
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if r, ok := p.find(p.open); ok {
		return "Plan: " + explain.Or(r.a.Title, r.a.ID)
	}
	return "Plan"
}

func (p *Page) Scope() keys.Scope { return keys.Plan }

func (p *Page) Offers(a keys.Action) bool {
	r, ok := p.current()
	switch a {
	case keys.Open:
		return ok && (p.open == "" || p.doc.Link() != nil)
	case keys.Take:
		return ok && (r.open() || p.droppable(r))
	case keys.TakeAll:
		return p.open == "" && len(p.offers()) > 0
	case keys.SetStatus, keys.SetOwner, keys.SetDue, keys.SetDepends, keys.Split, keys.Edit, keys.MovePhase, keys.Pin, keys.Remove:
		return ok && !r.offered
	case keys.New, keys.PlanFrame, keys.Timeline:
		return p.open == ""
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

// Refresh shows the actions as they are at once; what the draft adds follows when it is drafted.
func (p *Page) Refresh() {
	p.view = ""
	p.fill()
	if p.asked != p.Env.Now().Rev+1 {
		p.Env.Post(again{})
	}
	if p.open != "" {
		p.doc.Set(p.why())
	}
}

// redraft drafts the current snapshot, in a command, once for each revision.
func (p *Page) redraft() tea.Cmd {
	now, today, book := p.Env.Now(), p.Env.Today(), p.Env.Book
	if p.asked == now.Rev+1 {
		return nil
	}
	p.asked = now.Rev + 1
	var sc *score.Result
	if n := p.Env.Numbers; n != nil && n.Rev == now.Rev {
		sc = n.Result
	}
	return screen.For(screen.Route{Kind: screen.Plan}, func() tea.Msg {
		if sc == nil {
			sc = score.Compute(now.E, now.Playbook, score.Options{AsOf: today})
		}
		return drafted{book, now.Rev, plan.Draft(now.E, now.Playbook, sc, today), sc}
	})
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		if msg.At != "" {
			p.reveal(msg.At)
		}
	case drafted:
		if msg.book == p.Env.Book { // else it is of the engagement that was open before
			p.draft, p.sc = msg.draft, msg.score
			p.fill()
			if p.open != "" {
				p.doc.Set(p.why())
			}
		}
	case tea.KeyPressMsg:
		p.key(screen.Key(p, msg))
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return p.redraft()
}

func (p *Page) key(a keys.Action) {
	r, ok := p.current()
	switch a {
	case keys.Take:
		switch {
		case ok && r.offered:
			p.take("take "+short(r.a), r)
		case ok && r.to != nil:
			p.take("move "+short(r.a), r)
		case ok && p.droppable(r):
			p.setStatus(r.a, model.Dropped)
		}
	case keys.TakeAll:
		if p.open == "" {
			p.take("draft the plan", p.offers()...)
		}
	case keys.SetStatus, keys.SetOwner, keys.SetDue, keys.SetDepends, keys.Split, keys.Pin, keys.MovePhase, keys.Edit, keys.Remove:
		switch {
		case ok && r.offered:
			p.Env.Say(keys.First(keys.Take) + " takes it into the plan first")
		case ok:
			p.change(a, r.a)
		}
	case keys.New:
		p.Env.Ask(p.form(model.Action{Phase: []int{30, 60, 90, 90}[p.at]}, true))
	case keys.PlanFrame:
		p.Env.Ask(p.frame())
	case keys.Timeline:
		p.asTimeline = !p.asTimeline && p.open == ""
		p.clamp()
	case keys.Open:
		p.enter()
	default:
		p.move(a)
	}
}

// change does to an action in the plan what a key asks for.
func (p *Page) change(a keys.Action, x model.Action) {
	switch a {
	case keys.SetStatus:
		p.Env.Ask(p.askStatus(x))
	case keys.SetOwner:
		p.Env.Ask(p.askOwner(x))
	case keys.SetDue:
		p.Env.Ask(p.askDue(x))
	case keys.SetDepends:
		p.Env.Ask(p.askDepends(x))
	case keys.Split:
		p.Env.Ask(p.askSplit(x))
	case keys.Pin:
		p.pin(x)
	case keys.MovePhase:
		p.Env.Ask(p.askPhase(x))
	case keys.Edit:
		p.Env.Ask(p.form(x, false))
	case keys.Remove:
		p.Env.Ask(p.askRemove(x))
	}
}

func (p *Page) move(a keys.Action) {
	if p.open != "" {
		p.doc.Do(a)
		return
	}
	if p.asTimeline {
		p.along(a)
		return
	}
	switch a {
	case keys.Left, keys.Prev:
		p.at = max(p.at-1, 0)
	case keys.Right, keys.Next:
		p.at = min(p.at+1, p.last())
	case keys.Up:
		p.sel[p.at]--
	case keys.Down:
		p.sel[p.at]++
	case keys.PageUp:
		p.sel[p.at] -= 5
	case keys.PageDown:
		p.sel[p.at] += 5
	case keys.Top:
		p.sel[p.at] = 0
	case keys.Bottom:
		p.sel[p.at] = len(p.rows[p.at])
	}
	p.clamp()
}

// last is the last group with something in it that can be gone to; the phases always can.
func (p *Page) last() int {
	if len(p.rows[later]) > 0 {
		return later
	}
	return later - 1
}

func (p *Page) clamp() {
	p.at = min(p.at, p.last())
	for g := range p.sel {
		p.sel[g] = max(min(p.sel[g], len(p.rows[g])-1), 0)
	}
	if p.asTimeline {
		p.onTimeline()
	}
}

// current is the action that a key is about: the open one, else the selected one.
func (p *Page) current() (row, bool) {
	if p.open != "" {
		return p.find(p.open)
	}
	if rows := p.rows[p.at]; p.sel[p.at] < len(rows) {
		return rows[p.sel[p.at]], true
	}
	return row{}, false
}

func (p *Page) find(id string) (row, bool) {
	for _, rows := range p.rows {
		for _, r := range rows {
			if r.a.ID == id && id != "" {
				return r, true
			}
		}
	}
	return row{}, false
}
