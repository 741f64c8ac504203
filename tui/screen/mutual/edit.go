package mutual

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/fold"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/milestones"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// path leads to a milestone, or to one of its fields.
func (p *Page) path(step string, field ...string) []string {
	return append([]string{"maps", p.step, "milestones", step}, field...)
}

// tick says that a milestone is done today, or not done after all.
func (p *Page) tick(x model.Milestone, step string) {
	if x.Done != "" {
		_ = p.Env.Edit("milestone is not done", screen.Set(nil, p.path(step, "done")...))
		return
	}
	if p.Env.Edit("milestone done", screen.Set(string(p.Env.Today()), p.path(step, "done")...)) == nil {
		p.Env.Say("done today: " + x.What + "; e gives it another day")
	}
}

// moved are the edits of a date: the one first agreed is kept, once.
func (p *Page) moved(x model.Milestone, to model.Date, step string) []screen.Edit {
	if to == x.Due {
		return nil
	}
	var edits []screen.Edit
	if first, keep := milestones.Redated(x, to); keep {
		edits = append(edits, screen.Set(string(first), p.path(step, "first_due")...))
	}
	return append(edits, screen.Set(milestones.OrNil(string(to)), p.path(step, "due")...))
}

// willCount says what a move of the date means for the hit-rate.
func willCount(x *model.Milestone, to string) string {
	if x == nil || x.Due == "" || to == string(x.Due) {
		return ""
	}
	if _, ok := model.Date(to).Time(); !ok {
		return ""
	}
	first := x.FirstDue
	if first == "" {
		first = x.Due
	}
	return explain.Weekday(first) + " stays the date first agreed; the hit-rate counts by it"
}

func (p *Page) askDue(x model.Milestone, step string) *dialog.Form {
	return &dialog.Form{
		Title:  "Due date",
		Fields: []dialog.Field{{ID: "due", Label: "Due", Kind: dialog.Date, Value: string(x.Due), Hint: "a date, or today, tomorrow"}},
		Says:   func(v dialog.Values) string { return willCount(&x, v["due"]) },
		Then: func(v dialog.Values) tea.Cmd {
			_ = p.Env.Edit("move milestone", p.moved(x, model.Date(v["due"]), step)...)
			return nil
		},
	}
}

// form edits a milestone, or adds one below the selected.
func (p *Page) form(x *model.Milestone, step string) *dialog.Form {
	title, was := "Milestone", model.Milestone{}
	if x == nil {
		title = "New milestone"
	} else {
		was = *x
	}
	sides := []dialog.Option{{Label: "not said"}, {Value: "buyer", Label: "buyer"}, {Value: "seller", Label: "seller"}}
	if was.Owner != "" && was.Owner != "buyer" && was.Owner != "seller" {
		sides = append(sides, dialog.Option{Value: was.Owner, Label: was.Owner})
	}
	return &dialog.Form{
		Title: title,
		Fields: []dialog.Field{
			{ID: "what", Label: "Milestone", Value: was.What, Required: true, Placeholder: "something the buyer or we have done by then"},
			{ID: "owner", Label: "Whose", Kind: dialog.Choice, Options: sides, Value: was.Owner},
			{ID: "due", Label: "Due", Kind: dialog.Date, Value: string(was.Due)},
			{ID: "done", Label: "Done", Kind: dialog.Date, Value: string(was.Done), Hint: "the day it was done; empty: not yet"},
		},
		Says: func(v dialog.Values) string { return willCount(x, v["due"]) },
		Then: func(v dialog.Values) tea.Cmd {
			if x == nil {
				m := model.Milestone{What: v["what"], Owner: v["owner"], Due: model.Date(v["due"]), Done: model.Date(v["done"])}
				at := p.list.Index() + 1
				if p.Env.Edit("new milestone", screen.Insert(m, at, "maps", p.step, "milestones")) == nil {
					p.Refresh()
					p.list.Do("down")
				}
				return nil
			}
			edits := p.moved(was, model.Date(v["due"]), step)
			for _, f := range []struct{ id, was string }{{"owner", was.Owner}, {"done", string(was.Done)}} {
				if v[f.id] != f.was {
					edits = append(edits, screen.Set(milestones.OrNil(v[f.id]), p.path(step, f.id)...))
				}
			}
			if v["what"] != strings.TrimSpace(was.What) {
				edits = append(edits, screen.Set(v["what"], p.path(step, "what")...)) // last: it is the key
			}
			_ = p.Env.Edit("edit milestone", edits...)
			return nil
		},
	}
}

// usual lays down the playbook's milestones, dated from a day on.
func (p *Page) usual() *dialog.Form {
	return &dialog.Form{
		Title:  "Usual milestones",
		Fields: []dialog.Field{{ID: "from", Label: "Agreed on", Kind: dialog.Date, Value: string(p.Env.Today()), Hint: "their dates count from here"}},
		Then: func(v dialog.Values) tea.Cmd {
			p.take(milestones.FromBook(p.Env.Now().Playbook, model.Date(v["from"])))
			return nil
		},
	}
}

// take adds milestones to the plan; those that are there already stay as they are.
func (p *Page) take(list []model.Milestone) {
	if p.m == nil {
		return
	}
	have := map[string]bool{}
	for _, x := range p.m.Milestones {
		have[fold.Of(x.What).S] = true
	}
	var edits []screen.Edit
	for _, x := range list {
		if !have[fold.Of(x.What).S] {
			edits = append(edits, screen.Add(x, "maps", p.step, "milestones"))
		}
	}
	known := len(list) - len(edits)
	if len(edits) > 0 && p.Env.Edit("take milestones", edits...) != nil {
		return
	}
	said := explain.Count(len(edits), "milestone", "milestones") + " added"
	if known > 0 {
		said += "; " + explain.Count(known, "was", "were") + " there already, left as it stands"
	}
	p.Env.Say(said)
}
