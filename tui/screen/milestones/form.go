package milestones

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// stages and reps are the choices of a plan; what stands in the file and is none of them stays one.
func stages(env *screen.Env, now string) []dialog.Option {
	out := []dialog.Option{{Label: "not said"}}
	known := now == ""
	for _, s := range env.E().Stages {
		out = append(out, dialog.Option{Value: s.ID, Label: s.Label()})
		known = known || s.ID == now
	}
	if !known {
		out = append(out, dialog.Option{Value: now, Label: now})
	}
	return out
}

func reps(env *screen.Env, now string) []dialog.Option {
	out := []dialog.Option{{Label: "not said"}}
	known := now == ""
	for _, p := range env.E().People {
		if p.Role == model.Rep || p.ID == now {
			out = append(out, dialog.Option{Value: p.ID, Label: p.Label()})
			known = known || p.ID == now
		}
	}
	if !known {
		out = append(out, dialog.Option{Value: now, Label: now})
	}
	return out
}

// fields are those of a plan.
func fields(env *screen.Env, m model.MAP) []dialog.Field {
	return []dialog.Field{
		{ID: "deal", Label: "Deal", Value: m.Deal, Required: true, Placeholder: "as the client calls it"},
		{ID: "stage", Label: "Stage", Kind: dialog.Choice, Options: stages(env, m.Stage), Value: m.Stage},
		{ID: "rep", Label: "Rep", Kind: dialog.Choice, Options: reps(env, m.Rep), Value: m.Rep},
		{ID: "link", Label: "Link", Value: m.Link, Hint: "where the deal stands in the CRM"},
	}
}

const (
	fromBook = "book"
	none     = "none"
)

// NewPlan asks for a new mutual action plan: with the milestones of a list, or those that the playbook brings, or none.
func NewPlan(env *screen.Env, deal string, list []model.Milestone, then func(id string)) *dialog.Form {
	f := &dialog.Form{Title: "New mutual action plan", Fields: fields(env, model.MAP{Deal: deal})}
	pb := env.Now().Playbook
	if n := len(list); n > 0 {
		f.Says = func(dialog.Values) string {
			return "with the " + explain.Count(n, "milestone", "milestones") + " of the list"
		}
	} else if n := len(pb.MapTemplate); n > 0 {
		f.Fields = append(f.Fields,
			dialog.Field{ID: "list", Label: "Milestones", Kind: dialog.Choice, Value: fromBook, Options: []dialog.Option{
				{Value: fromBook, Label: "the usual " + strconv.Itoa(n)}, {Value: none, Label: "none yet"},
			}},
			dialog.Field{ID: "from", Label: "Agreed on", Kind: dialog.Date, Value: string(env.Today()), Hint: "the usual dates count from here"})
	}
	f.Then = func(v dialog.Values) tea.Cmd {
		m := model.MAP{ID: model.NewID("m"), Deal: v["deal"], Link: v["link"], Stage: v["stage"], Rep: v["rep"], Milestones: list}
		if v["list"] == fromBook {
			m.Milestones = FromBook(pb, model.Date(v["from"]))
		}
		if env.Edit("new mutual action plan", screen.Add(m, "maps")) == nil {
			then(m.ID)
		}
		return nil
	}
	return f
}

// EditPlan changes what is said of a plan beside its milestones.
func EditPlan(env *screen.Env, m model.MAP, step string) *dialog.Form {
	f := &dialog.Form{Title: "Mutual action plan", Fields: fields(env, m)}
	f.Then = func(v dialog.Values) tea.Cmd {
		var edits []screen.Edit
		for _, x := range f.Fields {
			if v[x.ID] != x.Value {
				edits = append(edits, screen.Set(OrNil(v[x.ID]), "maps", step, x.ID))
			}
		}
		_ = env.Edit("edit mutual action plan", edits...)
		return nil
	}
	return f
}

// OrNil clears a field that is left empty.
func OrNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
