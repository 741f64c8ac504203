package coaching

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// rep is who is selected: among the reps, or the rep of the round; empty where that is nobody.
func (p *Page) rep() string {
	switch p.show {
	case reps:
		if i := p.list().Index(); i >= 0 {
			return p.reps[i].Person
		}
	case rounds:
		if i := p.list().Index(); i >= 0 {
			return p.rounds[i].Rep
		}
		return p.only
	}
	return ""
}

// round is the selected round, or the latest of the selected rep; nil where there is none.
func (p *Page) round() *model.Round {
	e := p.Env.E()
	switch p.show {
	case reps:
		if i, ok := p.last[p.rep()]; ok && p.rep() != "" {
			return &e.Coaching[i]
		}
	case rounds:
		if i := p.list().Index(); i >= 0 {
			return &p.rounds[i]
		}
	}
	return nil
}

// open shows the rounds of a rep, or a round.
func (p *Page) open() {
	switch {
	case p.show == reps && p.rep() != "":
		if p.round() == nil {
			p.begin()
			return
		}
		rep := p.rep()
		p.show = rounds
		p.narrow(rep)
		p.list().Do("top")
	case p.show == rounds:
		r := p.round()
		switch {
		case r == nil:
		case r.ID == "":
			p.Env.Say("this round has no id to open it by; see the problems")
		default:
			p.Env.Go(screen.Route{Kind: screen.Round, ID: r.ID})
		}
	}
}

// begin opens a new round with the selected rep, or asks with whom.
func (p *Page) begin() {
	if rep := p.rep(); rep != "" {
		p.hold(rep)
		return
	}
	c := &dialog.Choose{Title: "With whom?", Enter: "begin", Then: func(v string) tea.Cmd {
		p.hold(v)
		return nil
	}}
	for _, of := range []bool{true, false} {
		for _, x := range p.Env.E().People {
			if (x.Role == model.Rep) == of && x.ID != "" {
				c.Options = append(c.Options, dialog.Option{Value: x.ID, Label: x.Label(), Detail: string(x.Role)})
			}
		}
	}
	if len(c.Options) > 0 {
		p.Env.Ask(c)
	}
}

func (p *Page) hold(rep string) {
	p.Env.Go(screen.Route{Kind: screen.Round, ID: model.NewID("k"), At: screen.NewRound + rep})
}

// tick says that the action of a round is done today, or not done after all.
func (p *Page) tick() {
	r := p.round()
	if r == nil || r.Execute == nil || r.Execute.Action == "" {
		p.Env.Say("no action was agreed in that round")
		return
	}
	list := p.Env.E().Coaching
	step := r.ID
	for i := range list {
		if list[i].ID == r.ID {
			step = place.Step(list, i)
			break
		}
	}
	at := []string{"coaching", step, "execute", "done"}
	if r.Execute.Done != "" {
		_ = p.Env.Edit("action is not done", screen.Set(nil, at...))
		return
	}
	if p.Env.Edit("action done", screen.Set(string(p.Env.Today()), at...)) == nil {
		p.Env.Say("done today: " + r.Execute.Action)
	}
}

func (p *Page) remove() {
	i := p.list().Index()
	if i < 0 {
		return
	}
	if p.Env.Edit("delete coaching round", screen.Remove("coaching", p.steps[i])) == nil {
		p.Env.Say("the round is deleted; ctrl+z brings it back")
	}
}

// askStart asks since when weeks count.
func (p *Page) askStart() *dialog.Form {
	was := string(p.Env.E().CoachingStart)
	return &dialog.Form{
		Title: "Coaching counts since",
		Fields: []dialog.Field{{
			ID: "start", Label: "Since", Kind: dialog.Date, Value: was, Placeholder: string(p.at.Start),
			Hint: "empty: the team's first round",
		}},
		Then: func(v dialog.Values) tea.Cmd {
			if v["start"] != was {
				var value any
				if v["start"] != "" {
					value = v["start"]
				}
				_ = p.Env.Edit("coaching counts since", screen.Set(value, "coaching_start"))
			}
			return nil
		},
	}
}
