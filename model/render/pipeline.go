package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/render/document"
)

// Funnel is one snapshot, for reading in a terminal or a file.
func Funnel(e *model.Engagement, r *funnel.Result) *document.Document {
	d := &document.Document{Title: "Funnel: " + document.Clean(e.Client.Name)}
	cur := e.Client.Currency
	lead := document.Clean(r.Label)
	if r.From != "" || r.To != "" {
		lead += ", deals created " + period(r.From, r.To)
	}
	d.Add(document.Para{Lead: true, Text: document.Text(lead + ": " + outcomes(r) + ".")})
	t := document.Table{Columns: []document.Column{
		{Head: "Stage"},
		{Head: "Reached", Align: document.Right},
		{Head: "Conversion"},
		{Head: "Target", Align: document.Right},
		{Head: "Days, median / stall / p90", Align: document.Right},
		{Head: "Slipped", Align: document.Right},
		{Head: "Open", Align: document.Right},
		{Head: "At stake a year: low / base / high", Align: document.Right},
	}}
	for i := range r.Stages {
		t.Rows = append(t.Rows, funnelRow(cur, r, &r.Stages[i]))
	}
	d.Add(t)
	for i := range r.By {
		d.Add(groupTable(r, &r.By[i]))
	}
	if len(r.By) > 0 {
		d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: "Small groups differ by chance alone: where intervals overlap, nothing is said of who is better. A deal counts for the one who has it now."}}})
	}
	d.Add(funnelFacts(e, r))
	d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: "Conversion of n decided deals, with its 95% interval. Stall: three in four moved on sooner. At stake: annual won x 25, 50 or 100% of the gap x (target - conversion) / conversion. " + funnel.ValueNote}}})
	return d
}

// outcomes counts the deals by what became of them. What the snapshot does not say is not 0.
func outcomes(r *funnel.Result) string {
	var known, unknown []string
	for _, x := range []struct {
		what string
		n    *int
	}{{"won", r.Won}, {"lost", r.Lost}, {"open", r.Open}} {
		if x.n != nil {
			known = append(known, fmt.Sprintf("%d %s", *x.n, x.what))
		} else {
			unknown = append(unknown, x.what)
		}
	}
	if len(unknown) > 0 {
		known = append(known, list(unknown)+" not known")
	}
	return strings.Join(known, ", ")
}

func funnelRow(currency string, r *funnel.Result, s *funnel.Stage) document.Row {
	name := document.Clean(s.Name)
	if r.Bottleneck != nil && *r.Bottleneck == s.Stage {
		name += " (bottleneck)"
	}
	conversion, target, days, slipped, value := "-", "-", "-", "-", "-"
	if s.ConversionShare != nil {
		conversion = interval(s.ConversionShare)
	}
	if s.Target != nil {
		target = percent(*s.Target)
	}
	if s.MedianDays != nil {
		days = plain(*s.MedianDays) + " / " + orDash(s.StallDays) + " / " + orDash(s.P90Days)
	}
	if s.Slippage != nil && s.Slipped != nil {
		slipped = fmt.Sprintf("%d (%s)", *s.Slipped, percent(*s.Slippage))
	}
	if s.Value != nil {
		value = strings.TrimSpace(document.Clean(currency) + " " + money("", s.Value.Low) + " / " + money("", s.Value.Base) + " / " + money("", s.Value.High))
	}
	return texts(name, fmt.Sprint(s.Reached), conversion, target, days, slipped, fmt.Sprint(s.Open), value)
}

func orDash(x *float64) string {
	if x == nil {
		return "-"
	}
	return plain(*x)
}

func funnelFacts(e *model.Engagement, r *funnel.Result) document.Facts {
	var f document.Facts
	say := func(name, text string) {
		f.Items = append(f.Items, document.Fact{Name: name, Text: document.Text(text)})
	}
	if r.WinRate != nil {
		say("Win rate", interval(r.WinShare))
	}
	if r.AnnualWon != nil {
		say("Won in a year", money(e.Client.Currency, *r.AnnualWon)+", from the deals created in the period"+but(r.YearDoubt()))
	}
	if r.AverageDeal != nil {
		say("Average deal", money(e.Client.Currency, *r.AverageDeal))
	}
	if r.CycleDays != nil {
		say("Cycle", plain(*r.CycleDays)+" days from created to won, median"+but(r.CycleDoubt()))
	}
	if r.Velocity != nil {
		say("Velocity", money(e.Client.Currency, *r.Velocity)+" a day")
	}
	if s := r.Stage(deref(r.Bottleneck)); s != nil {
		say("Bottleneck", document.Clean(s.Name))
		if s.Value != nil {
			f.Items[len(f.Items)-1].Text = document.Text(fmt.Sprintf("%s: closing half its gap to target is worth %s a year (base), more than at any other stage",
				document.Clean(s.Name), money(e.Client.Currency, s.Value.Base)))
		}
		if s.Value == nil || s.Value.Base == 0 {
			f.Items[len(f.Items)-1].Text = document.Text(document.Clean(s.Name) + ": the lowest conversion; no stage has a target")
		}
	}
	if s := r.Stage(deref(r.Busiest)); s != nil {
		say("Busiest", fmt.Sprintf("%s: %d open deals", document.Clean(s.Name), s.Open))
	}
	return f
}

// but adds what a number's doubt is, where there is one.
func but(doubt string) string {
	if doubt == "" {
		return ""
	}
	return "; " + doubt
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Comparison sets two snapshots side by side.
func Comparison(e *model.Engagement, c *funnel.Comparison) *document.Document {
	d := &document.Document{Title: "Funnel, before and after: " + document.Clean(e.Client.Name)}
	d.Add(document.Para{Lead: true, Text: document.Text(fmt.Sprintf("%s (%s) against %s (%s).", document.Clean(c.A.Label), period(c.A.From, c.A.To), document.Clean(c.B.Label), period(c.B.From, c.B.To)))})
	t := document.Table{Columns: []document.Column{{Head: "Share"}, {Head: "Before"}, {Head: "After"}, {Head: "Change, points"}, {Head: "95% interval"}, {Head: "Relative", Align: document.Right}, {Head: "Verdict"}}}
	for i := range c.Stages {
		s := &c.Stages[i]
		t.Rows = append(t.Rows, shareRow(document.Clean(s.Name)+", conversion", &s.Conversion), shareRow(document.Clean(s.Name)+", slippage", &s.Slippage))
	}
	t.Rows = append(t.Rows, shareRow("Win rate", &c.WinRate), shareRow("MQL to SQL", &c.MQLToSQL))
	d.Add(t)
	n := document.Table{Columns: []document.Column{{Head: "Number"}, {Head: "Before", Align: document.Right}, {Head: "After", Align: document.Right}, {Head: "Change", Align: document.Right}}}
	for i := range c.Stages {
		s := &c.Stages[i]
		n.Rows = append(n.Rows, changeRow(document.Clean(s.Name)+", median days", &s.MedianDays, plain), changeRow(document.Clean(s.Name)+", 90th percentile of days", &s.P90Days, plain))
	}
	n.Rows = append(n.Rows, changeRow("Created to won, median days", &c.CycleDays, plain), changeRow("Average deal", &c.AverageDeal, func(x float64) string { return money(e.Client.Currency, x) }),
		changeRow("Hours to first response, median", &c.ResponseHours, plain))
	d.Add(n)
	if len(c.Notes) > 0 {
		l := document.List{}
		for _, s := range c.Notes {
			l.Items = append(l.Items, document.Text(document.Clean(s)))
		}
		d.Add(l)
	}
	d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: "Moved: the 95% interval of the difference excludes 0. What moved did so after the work, not necessarily because of it."}}})
	return d
}

func shareRow(name string, c *funnel.ShareChange) document.Row {
	side := func(s *funnel.Share) string {
		switch {
		case s == nil:
			return "-"
		case s.N < funnel.Few:
			return fmt.Sprintf("%d of %d (few)", s.K, s.N)
		}
		return fmt.Sprintf("%s (%d of %d)", tenth(s.Value), s.K, s.N)
	}
	change, interval, relative := "-", "-", "-"
	if c.Change != nil {
		change = plusMinus(100**c.Change, onePlace)
	}
	if c.Low != nil && c.High != nil {
		interval = plusMinus(100**c.Low, onePlace) + " to " + plusMinus(100**c.High, onePlace)
	}
	if c.Relative != nil {
		relative = plusMinus(100**c.Relative, whole) + "%"
	}
	verdict := string(c.Verdict)
	if verdict == "" {
		verdict = "-"
	}
	return texts(name, side(c.A), side(c.B), change, interval, relative, verdict)
}

func changeRow(name string, c *funnel.Change, show func(float64) string) document.Row {
	side := func(x *float64, n *int) string {
		switch {
		case x == nil:
			return "-"
		case n == nil || *n == 0:
			return show(*x)
		}
		return fmt.Sprintf("%s (n %d)", show(*x), *n)
	}
	change := "-"
	if c.Change != nil {
		change = show(*c.Change)
		if *c.Change > 0 {
			change = "+" + change
		}
	}
	return texts(name, side(c.A, c.NA), side(c.B, c.NB), change)
}
