package plan

import "github.com/gapbook/gapbook/tui/screen"

// reveal selects an action and opens it.
func (p *Page) reveal(id string) {
	for g, rows := range p.rows {
		for i, r := range rows {
			if r.a.ID == id {
				p.at, p.sel[g] = g, i
				p.open = id
				p.doc.Open(p.why())
				return
			}
		}
	}
}

func (p *Page) enter() {
	if p.open == "" {
		if r, ok := p.current(); ok {
			p.open = r.a.ID
			p.doc.Open(p.why())
		}
		return
	}
	switch to := p.doc.Link().(type) {
	case screen.Route:
		if p.Env.Has(to.Kind) {
			p.Env.Go(to)
		}
	case action:
		p.reveal(string(to))
	case alternative:
		p.takeAlternative(string(to))
	}
}

// action is a link to another action of the plan.
type action string

// Back leaves the explanation.
func (p *Page) Back() bool {
	was := p.open != ""
	p.open, p.view = "", ""
	p.clamp()
	return was
}
