package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

// Dashboard is the weekly page.
func Dashboard(e *model.Engagement, pb *playbook.Playbook, d *dashboard.Dashboard, opt Options) *document.Document {
	b := newBuilder(e, pb, nil, nil, opt)
	b.titled("Weekly dashboard", d.AsOf)
	var lead []string
	if d.Week != "" {
		s := "Week of " + day(d.Week)
		switch {
		case d.Day == nil || d.Plan.Actions == 0:
		case *d.Day > 91:
			s += ". The plan's 90 days ended on " + day(e.PlanStart.AddDays(90))
		default:
			s += fmt.Sprintf(", day %d of the plan", *d.Day)
		}
		lead = append(lead, s+".")
	}
	if s := planWords(d.Plan); s != "" {
		lead = append(lead, s)
	}
	b.add(document.Para{Lead: true, Text: document.Text(strings.Join(lead, " "))})
	b.stageToCoach(d)
	if len(d.Indicators) > 0 {
		b.head(1, "indicators", "Indicators")
		b.indicators(d.Indicators, d.Coaching)
		if p := b.sparklines(d.Indicators); len(p.Shapes) > 0 {
			b.add(p)
		}
		b.weekly(d.Indicators)
	}
	b.milestones(d.MAPs, true)
	b.coaching(d.Coaching, true)
	b.progress(d.Plan)
	b.beside(d.Notes)
	return b.doc
}

// titled begins a document of a day.
func (b *builder) titled(title string, asOf model.Date) {
	b.doc.Title = title
	b.doc.Meta = document.Meta{
		Kicker: b.people.say(b.e.Title), Client: document.Clean(b.e.Client.Name), Date: asOf, Lang: "en", Authors: authors(b.e.Consultants), Brand: b.opt.Brand,
	}
}

// planWords is how the plan stands, in a sentence.
func planWords(p *plan.Progress) string {
	if p.Actions == 0 {
		return "There is no plan yet."
	}
	s := fmt.Sprintf("%d of the plan's %s %s done.", p.Done, many(p.Actions, "action"), areIs(p.Done))
	if p.Due > 0 {
		s += fmt.Sprintf(" %d %s due by %s: %d done, %d of these by their date", p.Due, wereWas(p.Due), day(p.AsOf), p.DueDone, p.OnTime)
		if n := len(p.Overdue); n > 0 {
			s += fmt.Sprintf("; %d overdue", n)
		}
		s += "."
	}
	return s
}

func wereWas(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func areIs(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (b *builder) actionTitles(ids []string) []string {
	var out []string
	for _, id := range ids {
		if a := model.ByID(b.e.Actions(), id); a != nil {
			out = append(out, b.title(*a))
		}
	}
	return out
}

// indicators is each indicator on a line. Where the format has no pictures, its weeks stand beside it as characters.
func (b *builder) indicators(list []dashboard.Indicator, c *follow.Coaching) {
	t := document.Table{Columns: []document.Column{
		{Head: "Indicator", Width: 26},
		{Head: "Baseline", Align: document.Right, Width: 10},
		{Head: "Target", Align: document.Right, Width: 10},
		{Head: "Latest week", Align: document.Right, Width: 12},
		{Head: fmt.Sprintf("Mean of %d", dashboard.Recent), Align: document.Right, Width: 12},
		{Head: "Lift", Align: document.Right, Width: 13},
		{Head: "Way to target", Align: document.Right, Width: 8},
	}}
	if b.opt.Blocks {
		t.Columns = append(t.Columns, document.Column{Head: "Weeks"})
	}
	var now []string
	for _, i := range list {
		unit := unitOf(i)
		show := func(x *float64) string {
			if x == nil {
				return "-"
			}
			return b.value(*x, unit)
		}
		name := b.people.say(i.Label())
		if i.Computed {
			name += " (computed)"
		}
		latest, mean, lift, way := "-", show(i.Mean), "-", "-"
		if n := len(i.Points); n > 0 {
			latest = show(&i.Points[n-1].Value)
		}
		if i.Mean != nil && i.Weeks < dashboard.Recent {
			mean += fmt.Sprintf(" (%d)", i.Weeks)
		}
		if i.Lift != nil {
			lift = b.delta(*i.Lift, unit)
			if up := i.Improved(); up != nil && !*up {
				lift += " (worse)"
			}
		}
		if i.Way != nil {
			way = percent(*i.Way)
		}
		row := texts(name, show(i.Baseline), show(i.Target), latest, mean, lift, way)
		if b.opt.Blocks {
			row.Cells = append(row.Cells, document.Text(spark(i.Points)))
		}
		t.Rows = append(t.Rows, row)
		if i.Now != nil && (!i.Computed || i.Now.Share != nil) {
			s := fmt.Sprintf("%s: %s, computed from %s", name, b.computed(i), document.Clean(i.Now.Where))
			if i.Measure.From == plan.CORE {
				s += b.kept(c)
			}
			now = append(now, s)
		}
	}
	b.add(t)
	b.add(document.Para{Text: []document.Inline{{Muted: true, Text: "Lift: the mean of the last four weeks with a value, less the baseline that the plan names, else the one computed from the file. " +
		"Way to target: the lift, as a share of the distance from baseline to target. Weeks are as entered, unless marked as computed."}}})
	if len(now) > 0 {
		var items [][]document.Inline
		for _, s := range now {
			items = append(items, document.Text(s+"."))
		}
		b.add(document.Para{Text: document.Text("What the file itself gives:")}, document.List{Items: items})
	}
}

// computed is the number that the file gives, with its interval where it is a share.
func (b *builder) computed(i dashboard.Indicator) string {
	s := i.Now.Share
	switch {
	case s == nil:
		return b.value(i.Now.Value, unitOf(i))
	case s.Few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s (95%% interval %s to %s)", b.value(s.Value, plan.Share), percent(s.Low), percent(s.High))
}

// weeklyColumns are how many weeks a table has room for.
const weeklyColumns = 6

// weekly is the last weeks in numbers.
func (b *builder) weekly(list []dashboard.Indicator) {
	weeks := recentWeeks(list, weeklyColumns)
	if len(weeks) == 0 {
		return
	}
	t := document.Table{Caption: "The last weeks, by their Monday", Columns: []document.Column{{Head: "Indicator", Width: 40}}}
	for _, w := range weeks {
		t.Columns = append(t.Columns, document.Column{Head: monthDay(w), Align: document.Right, Width: 10})
	}
	for _, i := range list {
		at := map[model.Date]string{}
		for _, p := range i.Points {
			at[p.Week] = b.value(p.Value, unitOf(i))
		}
		if len(at) == 0 {
			continue
		}
		row := []string{b.people.say(i.Label())}
		for _, w := range weeks {
			if at[w] == "" {
				at[w] = "-"
			}
			row = append(row, at[w])
		}
		t.Rows = append(t.Rows, texts(row...))
	}
	b.add(t)
}

// beside is what a reader must know beside the numbers.
func (b *builder) beside(notes []string) {
	if len(notes) == 0 {
		return
	}
	var out [][]document.Inline
	for _, s := range notes {
		out = append(out, document.Text(b.people.say(s)))
	}
	b.add(document.Note{Kind: document.Limit, Title: "Beside the numbers", Text: out})
}

// unitOf is the unit of an indicator.
func unitOf(i dashboard.Indicator) plan.Unit { return i.In() }

// value is a number of a table: a share with no more digits than were given, one after the point at most.
func (b *builder) value(x float64, unit plan.Unit) string {
	switch unit {
	case plan.Share:
		return strings.TrimSuffix(onePlace(100*x), ".0") + "%"
	case plan.Points:
		return whole(x)
	case plan.Days, plan.Hours:
		return plain(x)
	}
	return amount(x, unit, b.e.Client.Currency)
}

// delta is a difference in its unit, with its sign.
func (b *builder) delta(x float64, unit plan.Unit) string {
	sign := "+"
	if x < 0 {
		sign, x = "-", -x
	}
	switch unit {
	case plan.Share:
		return sign + onePlace(100*x) + " points"
	case plan.Points:
		return sign + whole(x)
	case plan.Days:
		return sign + onePlace(x) + " days"
	case plan.Hours:
		return sign + onePlace(x) + " hours"
	}
	return sign + amount(x, unit, b.e.Client.Currency)
}
