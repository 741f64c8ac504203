package intake

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// stages are the names of the export and what they stand for; where the engagement has no pipeline, the proposed one first.
func (p *Page) stages() {
	pipeline := p.pipeline()
	if p.proposing() {
		p.rows = append(p.rows, row{heading: "Pipeline, proposed from the file: put it in order"})
		for i, s := range pipeline {
			p.rows = append(p.rows, row{
				key: "stage " + s.ID, what: fmt.Sprintf("%d  %s", i+1, s.Name), stage: s.ID, says: p.from(s.ID),
				open: func() tea.Cmd { return p.askName(s) }, remove: func() tea.Cmd { return p.dropStage(s.ID) },
			})
		}
	}
	heading := "Stages of the file"
	if n := len(p.res.Unmapped); n > 0 {
		heading = "Stages of the file: " + explain.Count(n, "is", "are") + " to be placed"
	}
	p.rows = append(p.rows, row{heading: heading})
	open := map[string]bool{}
	for _, u := range p.res.Unmapped {
		open[u.Name] = true
	}
	names := slices.Clone(p.res.Names)
	slices.SortStableFunc(names, func(a, b crm.Unmapped) int { // what is to be placed comes first
		switch {
		case open[a.Name] == open[b.Name]:
			return 0
		case open[a.Name]:
			return -1
		}
		return 1
	})
	for _, u := range names {
		r := row{
			key: "name " + u.Name, what: u.Name, n: explain.Count(u.Deals, "passed", "passed"), says: p.standsFor(p.res.StageMap[u.Name]),
			open: func() tea.Cmd { return p.askStage(u) },
		}
		if r.asks = open[u.Name]; r.asks {
			r.says = "which stage is it?"
			if s := p.likely(u.Name); s != "" {
				r.says = "is it " + p.standsFor(s) + "?"
			}
		} else if _, given := p.opt.Stages[u.Name]; given {
			r.remove = func() tea.Cmd {
				delete(p.opt.Stages, u.Name)
				return p.read()
			}
		}
		p.rows = append(p.rows, r)
	}
}

// likely is the stage that a name may stand for.
func (p *Page) likely(name string) string { return crm.Likely(name, p.pipeline()) }

// standsFor is the target of a name in words.
func (p *Page) standsFor(to string) string {
	switch to {
	case crm.Won:
		return "won"
	case crm.Lost:
		return "lost"
	case crm.Ignore:
		return "left out"
	case "by flag":
		return "won or lost, by its flags"
	}
	for _, s := range p.pipeline() {
		if s.ID == to {
			return s.Label()
		}
	}
	return to
}

// proposing says whether the pipeline comes from the file.
func (p *Page) proposing() bool { return len(p.Env.E().Stages) == 0 }

// pipeline is the engagement's, else the one being proposed.
func (p *Page) pipeline() []model.Stage {
	switch {
	case !p.proposing():
		return p.Env.E().Stages
	case len(p.own) > 0:
		return p.own
	case p.res != nil:
		return p.res.ProposedStages
	}
	return nil
}

// from says which names of the export a proposed stage gathers, where that is not just its own.
func (p *Page) from(id string) string {
	var names []string
	for _, u := range p.res.Names {
		if p.res.StageMap[u.Name] == id {
			names = append(names, u.Name)
		}
	}
	return explain.List(names)
}
