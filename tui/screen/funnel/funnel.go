// Package funnel is the page of the pipeline: each snapshot stage by stage, what a leak is worth, where the bottleneck is
// and why, and two snapshots side by side. It imports the page contract, explain and the widgets, and no other page.
package funnel

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the funnel.
type Page struct {
	screen.Base
	results []*funnel.Result // of every snapshot
	at      int              // the one shown
	count   int              // how many there were
	made    bool
	stages  *widget.List

	pair      [2]int // compared: before, after
	comparing bool
	both      *funnel.Comparison
	bothErr   error
	changes   []change
	moves     *widget.List

	class int // width class that the lists were made for
	doc   *explain.Doc
	open  string // stage or change explained now
	view  string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, doc: explain.New(env.Style), pair: [2]int{0, 1}}
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	switch {
	case p.open == groupsOpen:
		return "Funnel: by " + p.splits()
	case p.open != "" && p.comparing:
		return "Funnel: " + p.open
	case p.open != "":
		return "Funnel: " + p.stageName(p.open)
	case p.comparing:
		return "Funnel: before and after"
	}
	return "Funnel"
}

func (p *Page) Scope() keys.Scope { return keys.Funnel }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Back:
		return true
	case keys.Open:
		if p.open != "" {
			return p.doc.Link() != nil
		}
		return len(p.results) > 0
	case keys.Right:
		return len(p.results) > 1 && !p.comparing && p.open == ""
	case keys.Compare:
		return len(p.results) > 1 && p.open == ""
	case keys.Groups:
		f := p.snapshot()
		return f != nil && len(f.By) > 0 && p.open == "" && !p.comparing
	case keys.Edit, keys.Remove:
		return len(p.results) > 0 && p.open == "" && !p.comparing
	case keys.New:
		return p.open == "" && p.Env.Has(screen.Import)
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
	p.build()
}

// Refresh computes the snapshots: a few sums each.
func (p *Page) Refresh() {
	e := p.Env.E()
	p.view = ""
	p.results = nil
	for i := range e.Funnels {
		p.results = append(p.results, funnel.Compute(e, &e.Funnels[i]))
	}
	if n := len(p.results); p.made && n > p.count {
		p.at = n - 1 // one that has just come in is looked at
	}
	p.count, p.made = len(p.results), true
	p.at = max(min(p.at, len(p.results)-1), 0)
	p.compare()
	p.build()
	if p.open != "" {
		p.doc.Set(p.items())
	}
}

// shown is the snapshot on the screen; nil when there is none.
func (p *Page) shown() *funnel.Result {
	if p.at < len(p.results) {
		return p.results[p.at]
	}
	return nil
}

func (p *Page) snapshot() *model.Funnel {
	if e := p.Env.E(); p.at < len(e.Funnels) {
		return &e.Funnels[p.at]
	}
	return nil
}

func (p *Page) list() *widget.List {
	if p.comparing {
		return p.moves
	}
	return p.stages
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		if msg.At != "" && p.shown().Stage(msg.At) != nil {
			p.comparing = false
			p.stages.Select(msg.At)
			p.why()
		}
	case tea.KeyPressMsg:
		p.key(screen.Key(p, msg))
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
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
	if a == keys.New && p.Env.Has(screen.Import) {
		p.Env.Go(screen.Route{Kind: screen.Import})
		return
	}
	if len(p.results) == 0 {
		return
	}
	switch a {
	case keys.Groups:
		p.whyGroups()
	case keys.Edit:
		p.askHand()
	case keys.Remove:
		p.askRemove()
	case keys.Open:
		p.why()
	case keys.Compare:
		p.askCompare()
	case keys.Left, keys.Prev:
		p.turn(-1)
	case keys.Right, keys.Next:
		p.turn(1)
	default:
		p.list().Do(a)
	}
}

// turn shows another snapshot; the selection stays on its stage.
func (p *Page) turn(by int) {
	if n := len(p.results); !p.comparing && n > 1 {
		p.at = (p.at + by + n) % n
		p.fill()
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
	if p.list().Opens(msg, msg.Mouse().Y-p.headH()) {
		p.why()
	}
}

func (p *Page) why() {
	if p.open = p.list().Key(); p.open != "" {
		p.doc.Open(p.items())
	}
}

func (p *Page) items() []explain.Item {
	if p.open == groupsOpen {
		return p.groups()
	}
	if p.comparing {
		return p.whyChange(p.open)
	}
	return p.whyStage(p.open)
}

func (p *Page) follow() {
	if r, ok := p.doc.Link().(screen.Route); ok && p.Env.Has(r.Kind) {
		p.Env.Go(r)
	}
}

// Back leaves the explanation, then the comparison.
func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.open != "":
		p.open = ""
	case p.comparing:
		p.comparing = false
	default:
		return false
	}
	return true
}

func label(r *funnel.Result) string { return explain.Or(r.Label, "without a label") }

func (p *Page) stageName(id string) string {
	if s := p.Env.E().Stage(id); s != nil {
		return s.Label()
	}
	return id
}

func (p *Page) currency() string { return p.Env.E().Client.Currency }
