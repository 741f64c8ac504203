package scores

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

func (p *Page) name(practice string) string {
	if x := p.Env.Now().Playbook.Practice(practice); x != nil {
		return explain.Or(x.Name, x.ID)
	}
	return practice
}

func (p *Page) theme(id string) string {
	if x := p.Env.Now().Playbook.Theme(id); x != nil {
		return explain.Or(x.Name, id)
	}
	return id
}

func (p *Page) domain(id string) string {
	for _, d := range p.Env.Now().Playbook.Domains {
		if d.ID == id {
			return explain.Or(d.Name, id)
		}
	}
	return explain.Or(id, "No domain")
}

func (p *Page) stage(id string) string {
	if s := p.Env.E().Stage(id); s != nil {
		return s.Label()
	}
	return id
}

// roleOf is the role of a source's person, in words.
func roleOf(r model.Role) string {
	if r == "" {
		return "no role"
	}
	return string(r)
}

// route leads to where an observation stands. A question of one's own is found by its words.
func route(o score.Observation) screen.Route {
	r := screen.Route{ID: o.Record, At: explain.Or(o.Item, o.Label)}
	switch o.Kind {
	case score.PersonSource:
		r.Kind = screen.Interview
	case score.CallSource:
		r.Kind = screen.Call
	case score.AuditSource:
		r.Kind = screen.Audit
	}
	return r
}
