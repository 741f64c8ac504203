package funnel

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// askHand takes by hand what no export of deals holds: the forecast and what became of it, and the leads.
func (p *Page) askHand() {
	f, step := p.snapshot(), p.step()
	if f == nil {
		return
	}
	before := map[string]string{}
	field := func(id, label, hint string, value *float64) dialog.Field {
		if value != nil {
			before[id] = strconv.FormatFloat(*value, 'f', -1, 64)
		}
		return dialog.Field{ID: id, Label: label, Kind: dialog.Number, Value: before[id], Hint: hint}
	}
	forecast, leads := f.Forecast, f.Leads
	if forecast == nil {
		forecast = &model.Forecast{}
	}
	if leads == nil {
		leads = &model.Leads{}
	}
	p.Env.Ask(&dialog.Form{
		Title: "Leads and forecast of " + label(p.shown()),
		Fields: []dialog.Field{
			field("committed", "Committed", "what the team forecast for the period, in "+cmp.Or(p.currency(), "the client's currency"), forecast.Committed),
			field("closed", "Closed", "what closed of it", forecast.Closed),
			field("mql", "MQLs", "leads that marketing called qualified in the period", number(leads.MQL)),
			field("sql", "SQLs", "of these MQLs, those that sales took", number(leads.SQL)),
			field("hours", "Response, h", "median hours from lead to first response", leads.ResponseHours),
		},
		Check: func(v dialog.Values) (string, string) {
			for _, id := range []string{"committed", "closed", "mql", "sql", "hours"} {
				if x, _ := strconv.ParseFloat(v[id], 64); v[id] != "" && !(x >= 0 && x < 1e15) {
					return id, "a number of 0 or more"
				}
			}
			mql, err := strconv.Atoi(cmp.Or(v["mql"], "0"))
			if err != nil {
				return "mql", "a whole number"
			}
			sql, err := strconv.Atoi(cmp.Or(v["sql"], "0"))
			if err != nil {
				return "sql", "a whole number"
			}
			if v["mql"] != "" && sql > mql {
				return "sql", "SQLs are counted of the MQLs, so there cannot be more"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.view = ""
			var edits []screen.Edit
			set := func(id string, whole bool, path ...string) {
				if v[id] == before[id] {
					return
				}
				var value any
				if n, err := strconv.Atoi(v[id]); err == nil && whole {
					value = n
				} else if x, err := strconv.ParseFloat(v[id], 64); err == nil {
					value = x
				}
				edits = append(edits, screen.Set(value, append([]string{"funnels", step}, path...)...))
			}
			set("committed", false, "forecast", "committed")
			set("closed", false, "forecast", "closed")
			set("mql", true, "leads", "mql")
			set("sql", true, "leads", "sql")
			set("hours", false, "leads", "response_hours")
			_ = p.Env.Edit("leads and forecast of "+label(p.shown()), edits...)
			return nil
		},
	})
}

// step is the shown snapshot in the path of an edit.
func (p *Page) step() string { return place.Step(p.Env.E().Funnels, p.at) }

func number(n *int) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

// askRemove takes a snapshot away, after a word.
func (p *Page) askRemove() {
	if p.snapshot() == nil {
		return
	}
	text := "Its numbers go out of the engagement; the export itself is not touched. ctrl+z brings it back."
	if p.at == 0 {
		text = "It is the baseline: findings and plan rest on its numbers. " + text
	}
	name, step := label(p.shown()), p.step()
	p.Env.Ask(&dialog.Confirm{Title: "Delete the snapshot " + name + "?", Text: text, YesLabel: "delete it", NoLabel: "keep it", Yes: func() tea.Cmd {
		p.view = ""
		_ = p.Env.Edit("delete snapshot "+name, screen.Remove("funnels", step))
		return nil
	}})
}
