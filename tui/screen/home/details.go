package home

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// details edits what the engagement says about itself.
func (p *Page) details() *dialog.Form {
	e := p.Env.E()
	before := dialog.Values{
		"name": e.Client.Name, "segment": e.Client.Segment, "currency": e.Client.Currency, "title": e.Title,
		"consultants": strings.Join(e.Consultants, ", "), "started": string(e.Started), "plan": string(e.PlanStart),
	}
	field := func(id, label string) dialog.Field { return dialog.Field{ID: id, Label: label, Value: before[id]} }
	name, started, plan, team := field("name", "Client"), field("started", "Started"), field("plan", "Plan starts"),
		field("consultants", "Consultants")
	name.Required = true
	started.Kind, plan.Kind = dialog.Date, dialog.Date
	plan.Hint = "day 0 of the 30-60-90 day plan"
	team.Hint = "names, with commas"
	return &dialog.Form{
		Title:  "Engagement",
		Fields: []dialog.Field{name, field("title", "Title"), field("segment", "Segment"), field("currency", "Currency"), team, started, plan},
		Then: func(v dialog.Values) tea.Cmd {
			var edits []screen.Edit
			set := func(id string, path ...string) {
				if v[id] != before[id] {
					edits = append(edits, screen.SetText(v[id], path...))
				}
			}
			set("name", "client", "name")
			set("segment", "client", "segment")
			set("currency", "client", "currency")
			set("title", "title")
			set("started", "started")
			set("plan", "plan_start")
			if v["consultants"] != before["consultants"] {
				edits = append(edits, screen.Set(names(v["consultants"]), "consultants"))
			}
			_ = p.Env.Edit("edit engagement", edits...)
			return nil
		},
	}
}

func names(list string) any {
	var out []string
	for n := range strings.SplitSeq(list, ",") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
