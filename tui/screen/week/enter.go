package week

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// number is one field of a week's form.
type number struct {
	id, label string
	unit      plan.Unit
	past      bool // a share that may be above 1: more closed than was committed
	last      string
}

// taken is what a snapshot gives a week, by indicator.
type taken struct {
	from   string // which snapshot, in words
	values map[string]float64
	where  map[string]string
}

// noteField is no id of an indicator.
const noteField = " note"

// numbers are those that a week is asked for: the page's, but for what is computed, and what the week has besides.
func (p *Page) numbers(week model.Date, more []string) []number {
	var out []number
	add := func(i *dashboard.Indicator) {
		label := i.Label()
		if i.StageName != "" {
			label = i.StageName + ": " + i.Name
		}
		out = append(out, number{i.ID, label, i.In(), i.Measure.From == "funnel.forecast", p.lastOf(i, week)})
	}
	has := map[string]float64{}
	if n := weekAt(p.Env.E(), week); n >= 0 {
		has = p.Env.E().Weeks[n].Indicators
	}
	for i := range p.board.Indicators {
		x := &p.board.Indicators[i]
		_, in := has[x.ID]
		if !x.Computed || in || slices.Contains(more, x.ID) {
			add(x)
		}
	}
	for _, id := range append(slices.Sorted(maps.Keys(has)), more...) {
		if !slices.ContainsFunc(out, func(n number) bool { return n.id == id }) {
			x := p.unknown(id)
			add(&x)
		}
	}
	return out
}

// unknown is an indicator that is not on the page yet.
func (p *Page) unknown(id string) dashboard.Indicator {
	base, stage, _ := strings.Cut(id, "@")
	i := dashboard.Indicator{ID: id, Name: base}
	for _, x := range p.Env.Now().Playbook.Indicators {
		if x.ID == base {
			i.Name, i.Unit, i.Measure.From = explain.Or(x.Name, x.ID), x.Unit, x.From
		}
	}
	if stage != "" {
		i.StageName = stage
		if s := p.Env.E().Stage(stage); s != nil {
			i.StageName = s.Label()
		}
	}
	return i
}

// lastOf is the latest number before a week, in words.
func (p *Page) lastOf(i *dashboard.Indicator, week model.Date) string {
	for n := len(i.Points) - 1; n >= 0; n-- {
		if x := i.Points[n]; week.After(x.Week) {
			return explain.Value(&x.Value, i.In()) + " in the week of " + day(x.Week)
		}
	}
	return ""
}

// askWeek asks for the numbers of a week, those before it beside. What a snapshot gives stands there already.
func (p *Page) askWeek(week model.Date, from *taken, more ...string) {
	e := p.Env.E()
	var row *model.Week
	if n := weekAt(e, week); n >= 0 {
		row = &e.Weeks[n]
	}
	list := p.numbers(week, more)
	if len(list) == 0 {
		p.askAnother()
		return
	}
	before := dialog.Values{"week": string(week)}
	fields := []dialog.Field{{ID: "week", Label: "Week of", Kind: dialog.Date, Value: string(week), Required: true, Hint: "any day of it; a week begins on Monday"}}
	for _, n := range list {
		f := dialog.Field{ID: n.id, Label: layout.Cut(n.label, 30), Replace: true, Placeholder: n.last, Hint: how(n.unit)}
		if n.last != "" {
			f.Hint = n.last + "; " + f.Hint
		}
		if row != nil {
			if x, ok := row.Indicators[n.id]; ok {
				f.Value = typed(&x, n.unit)
			}
		}
		before[n.id] = f.Value
		if from != nil {
			if x, ok := from.values[n.id]; ok {
				f.Value, f.Hint = typed(&x, n.unit), "from "+from.where[n.id]
			}
		}
		fields = append(fields, f)
	}
	if row == nil || !strings.Contains(row.Note, "\n") { // a longer one is not for a line
		f := dialog.Field{ID: noteField, Label: "Note", Hint: "what happened in the week, in a line"}
		if row != nil {
			f.Value = row.Note
		}
		before[noteField] = f.Value
		fields = append(fields, f)
	}
	if len(more) > 0 { // it was chosen to be entered
		i := slices.IndexFunc(fields, func(f dialog.Field) bool { return f.ID == more[len(more)-1] })
		chosen := fields[i]
		fields = slices.Insert(slices.Delete(fields, i, i+1), 0, chosen)
	}
	form := &dialog.Form{
		Title: "The week's numbers", Enter: "keep them", Fields: fields,
		Says: func(v dialog.Values) string { return says(list, before, v, from) },
		Check: func(v dialog.Values) (string, string) {
			any := false
			for _, n := range list {
				if v[n.id] == "" {
					continue
				}
				any = true
				if _, problem := read(v[n.id], n.unit, n.past); problem != "" {
					return n.id, problem
				}
			}
			to := mondayOf(model.Date(v["week"]))
			switch {
			case !any:
				return list[0].id, "a week needs a number; x takes a week away"
			case to.After(p.Env.Today()):
				return "week", "that week is still to come"
			case to != week && weekAt(p.Env.E(), to) >= 0:
				return "week", "that week has numbers already; edit it there"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.keep(week, list, before, v)
			return nil
		},
	}
	p.Env.Ask(form)
}

// says shows what was typed as it was understood.
func says(list []number, before, v dialog.Values, from *taken) string {
	var parts []string
	for _, n := range list {
		if v[n.id] == before[n.id] {
			continue
		}
		if v[n.id] == "" {
			parts = append(parts, n.label+" taken out")
		} else if x, problem := read(v[n.id], n.unit, n.past); problem == "" {
			parts = append(parts, n.label+" "+shownBack(x, n.unit))
		}
	}
	s := ""
	if from != nil {
		s = "From " + from.from + ". "
	}
	switch len(parts) {
	case 0:
		return s + "Nothing typed yet."
	case 1, 2:
		return s + "Reads: " + explain.List(parts) + "."
	}
	return s + "Reads " + explain.Count(len(parts), "number", "numbers") + ", the last: " + parts[len(parts)-1] + "."
}

// keep writes what changed, as one step. A week that is not there yet comes in at its place.
func (p *Page) keep(was model.Date, list []number, before, v dialog.Values) {
	e := p.Env.E()
	to := mondayOf(model.Date(v["week"]))
	at := weekAt(e, was)
	var edits []screen.Edit
	if at < 0 {
		w := model.Week{Week: to, Indicators: map[string]float64{}, Note: v[noteField]}
		for _, n := range list {
			if x, problem := read(v[n.id], n.unit, n.past); v[n.id] != "" && problem == "" {
				w.Indicators[n.id] = x
			}
		}
		place := len(e.Weeks)
		for i := len(e.Weeks) - 1; i >= 0 && e.Weeks[i].Week.After(to); i-- {
			place = i
		}
		edits = append(edits, screen.Insert(w, place, "weeks"))
	} else {
		step := place.Step(e.Weeks, at)
		for _, n := range list {
			if v[n.id] == before[n.id] {
				continue
			}
			var value any
			if v[n.id] != "" {
				value, _ = read(v[n.id], n.unit, n.past)
			}
			edits = append(edits, screen.Set(value, "weeks", step, "indicators", n.id))
		}
		if v[noteField] != before[noteField] {
			var value any
			if v[noteField] != "" {
				value = v[noteField]
			}
			edits = append(edits, screen.Set(value, "weeks", step, "note"))
		}
		if to != was {
			edits = append(edits, screen.Set(string(to), "weeks", step, "week"))
		}
	}
	p.view = ""
	if len(edits) > 0 && p.Env.Edit("numbers of the week of "+day(to), edits...) == nil {
		p.at = to
		p.Env.Say("kept: the week of " + explain.Day(to))
	}
}

// askRemove takes the shown week away, after a word.
func (p *Page) askRemove() {
	n := p.entered()
	if n < 0 {
		return
	}
	w := p.Env.E().Weeks[n]
	step := place.Step(p.Env.E().Weeks, n)
	p.Env.Ask(&dialog.Confirm{
		Title: "Delete the week of " + explain.Day(w.Week) + "?", YesLabel: "delete it", NoLabel: "keep it",
		Text: explain.Count(len(w.Indicators), "number goes", "numbers go") + " out of the engagement. ctrl+z brings them back.",
		Yes: func() tea.Cmd {
			p.view = ""
			_ = p.Env.Edit("delete week", screen.Remove("weeks", step))
			return nil
		},
	})
}
