package intake

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/tui/dialog"
)

// keepProposal makes the proposed pipeline the person's own, to be changed: every name of the export stays what it stands
// for.
func (p *Page) keepProposal() {
	if p.own != nil || p.res == nil {
		return
	}
	p.own = slices.Clone(p.res.ProposedStages)
	for name, to := range p.res.StageMap {
		if i := slices.IndexFunc(p.own, func(s model.Stage) bool { return s.ID == to }); to == crm.Ignore || i >= 0 && p.own[i].Name != name {
			p.opt.Stages[name] = to
		}
	}
}

func (p *Page) at(id string) int {
	return slices.IndexFunc(p.own, func(s model.Stage) bool { return s.ID == id })
}

// moveStage puts a stage of the proposal further up or down.
func (p *Page) moveStage(id string, by int) tea.Cmd {
	p.keepProposal()
	i := p.at(id)
	if i < 0 || i+by < 0 || i+by >= len(p.own) {
		return nil
	}
	p.own[i], p.own[i+by] = p.own[i+by], p.own[i]
	return p.read()
}

// askName names a stage of the proposal as the client calls it.
func (p *Page) askName(s model.Stage) tea.Cmd {
	p.Env.Ask(dialog.Prompt("Stage", "Name", s.Name, func(name string) string {
		switch {
		case name == "":
			return "a stage needs a name"
		case slices.ContainsFunc(p.pipeline(), func(o model.Stage) bool { return o.ID != s.ID && strings.EqualFold(o.Name, name) }):
			return "there is a stage of this name already"
		}
		return ""
	}, func(name string) tea.Cmd {
		p.keepProposal()
		i := p.at(s.ID)
		if i < 0 || p.own[i].Name == name {
			return nil
		}
		for _, u := range p.res.Names { // what was found by its name is now given
			if p.res.StageMap[u.Name] == s.ID {
				p.opt.Stages[u.Name] = s.ID
			}
		}
		p.own[i].Name = name
		return p.read()
	}))
	return nil
}

// dropStage leaves a stage of the proposal out, with the names that stand for it.
func (p *Page) dropStage(id string) tea.Cmd {
	if len(p.pipeline()) < 2 {
		p.Env.Say("a pipeline needs a stage")
		return nil
	}
	p.keepProposal()
	i := p.at(id)
	if i < 0 {
		return nil
	}
	for name, to := range p.res.StageMap {
		if to == id {
			p.opt.Stages[name] = crm.Ignore
		}
	}
	p.own = slices.Delete(p.own, i, i+1)
	return p.read()
}
