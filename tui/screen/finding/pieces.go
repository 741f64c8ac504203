package finding

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// jump goes to where the evidence stands.
func (p *Page) jump() {
	x := p.at()
	switch {
	case x == nil:
	case x.Problem != "":
		p.Env.Say(x.Problem)
	case !p.Env.Has(x.Kind):
		p.Env.Say(x.Who + " cannot be opened yet")
	default:
		p.Env.Go(x.Route())
	}
}

// add asks for one more piece of evidence, out of everything that was noted.
func (p *Page) add() {
	now := p.Env.Now()
	var options []dialog.Option
	for _, c := range evidence.Choices(now.E, now.Playbook, p.f.Evidence) {
		options = append(options, dialog.Option{Value: c.Ref, Label: c.Label, Detail: c.Detail})
	}
	if len(options) == 0 {
		p.Env.Say("there is nothing in the fieldwork yet to point at")
		return
	}
	p.Env.Ask(&dialog.Choose{Title: "Evidence", Options: options, Then: func(ref string) tea.Cmd {
		if f := p.Env.E().Finding(p.id); f != nil {
			_ = p.Env.Edit("add evidence", screen.Set(append(slices.Clone(f.Evidence), ref), "findings", p.id, "evidence"))
			p.Refresh() // so that the list knows the row it is to select
			p.list.Select(ref)
		}
		return nil
	}})
}

func (p *Page) takeAway() {
	x := p.at()
	if x == nil {
		return
	}
	left := slices.DeleteFunc(slices.Clone(p.f.Evidence), func(ref string) bool { return ref == x.Ref })
	if p.Env.Edit("take evidence away", screen.Set(left, "findings", p.id, "evidence")) == nil {
		p.Env.Say("taken away; the note it points at stays")
	}
}
