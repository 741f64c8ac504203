package plan

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// form edits an action, or asks for a new one of one's own. Only what was changed is written; whoever gives it another
// phase or date pins it.
func (p *Page) form(a model.Action, isNew bool) *dialog.Form {
	owner, named := p.owner(a)
	if !named {
		owner = ""
	}
	m := a.Metric
	if m == nil {
		m = &model.Metric{}
	}
	fields := []dialog.Field{
		{ID: "title", Label: "Action", Value: a.Title, Required: true},
		{ID: "owner", Label: "Owner", Value: owner, Hint: "a person's name, or any text"},
		{ID: "due", Label: "Due", Kind: dialog.Date, Value: string(a.Due)},
		{ID: "phase", Label: "Phase", Kind: dialog.Choice, Options: phaseOptions(), Value: strconv.Itoa(plan.Phase(a.Phase))},
		{ID: "effort", Label: "Effort", Kind: dialog.Number, Value: text(a.Effort), Hint: "days"},
		{ID: "deliverable", Label: "Deliverable", Value: a.Deliverable, Hint: "what is there when it is done"},
		{ID: "metric", Label: "Metric", Value: m.Name, Hint: "the one number it is judged by"},
		{ID: "baseline", Label: "Baseline", Kind: dialog.Number, Value: text(m.Baseline), Hint: "a share is a number from 0 to 1"},
		{ID: "target", Label: "Target", Kind: dialog.Number, Value: text(m.Target), Hint: "in the unit of the baseline"},
		{ID: "from", Label: "Measured in", Value: m.From, Hint: "where the baseline came from"},
		{ID: "note", Label: "Note", Value: a.Note},
	}
	title := "Edit action"
	if isNew {
		title = "New action"
		if a.Due == "" {
			if due := weekday(p.day0().AddDays(plan.Phase(a.Phase))); !p.Env.Today().After(due) {
				fields[2].Value = string(due) // a date that has passed is nobody's wish
			}
		}
	}
	before := dialog.Values{}
	for _, f := range fields {
		before[f.ID] = f.Value
	}
	return &dialog.Form{
		Title: title, Fields: fields,
		Check: func(v dialog.Values) (string, string) {
			if x, err := strconv.ParseFloat(v["effort"], 64); err == nil && !(x >= 0) {
				return "effort", "days cannot be fewer than none"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			if isNew {
				p.add(v)
				return nil
			}
			var edits []screen.Edit
			pin := false
			for _, f := range fields {
				if v[f.ID] != strings.TrimSpace(before[f.ID]) {
					edits = append(edits, p.edit(a.ID, f.ID, v[f.ID]))
					pin = pin || f.ID == "phase" || f.ID == "due"
				}
			}
			if pin && !a.Pinned {
				edits = append(edits, set(a.ID, true, "pinned"))
			}
			_ = p.Env.Edit("edit action", edits...)
			return nil
		},
	}
}

// edit is one changed field of the form as an edit.
func (p *Page) edit(id, field, v string) screen.Edit {
	switch field {
	case "owner":
		return set(id, orNil(p.ownerOf(v)), field)
	case "phase":
		n, _ := strconv.Atoi(v)
		return set(id, n, field)
	case "effort":
		return set(id, numberOrNil(v), field)
	case "metric":
		return set(id, orNil(v), "metric", "name")
	case "from":
		return set(id, orNil(v), "metric", "from")
	case "baseline", "target":
		return set(id, numberOrNil(v), "metric", field)
	}
	return set(id, orNil(v), field)
}

// ownerOf turns a name into the person's id where there is exactly one of that name; else the text stands as it is.
func (p *Page) ownerOf(v string) string {
	found := ""
	for _, x := range p.Env.E().People {
		if x.ID == v {
			return v
		}
		if strings.EqualFold(strings.TrimSpace(x.Name), v) && v != "" {
			if found != "" {
				return v
			}
			found = x.ID
		}
	}
	if found != "" {
		return found
	}
	return v
}

func (p *Page) add(v dialog.Values) {
	phase, _ := strconv.Atoi(v["phase"])
	a := model.Action{
		ID: model.NewID("x"), Title: v["title"], Phase: phase, Owner: p.ownerOf(v["owner"]), Due: model.Date(v["due"]),
		Effort: number(v["effort"]), Deliverable: v["deliverable"], Status: model.Todo, Note: v["note"],
	}
	if m := (model.Metric{Name: v["metric"], From: v["from"], Baseline: number(v["baseline"]), Target: number(v["target"])}); m != (model.Metric{}) {
		a.Metric = &m
	}
	if p.Env.Edit("new action", screen.Add(a, "plan", "actions")) == nil {
		p.fill()
		p.selectID(a.ID)
	}
}

func number(s string) *float64 {
	if x, ok := numberOrNil(s).(float64); ok {
		return &x
	}
	return nil
}

func text(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}
