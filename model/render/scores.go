package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// Scores is the scorecard, for reading in a terminal or a file: practices by lens, findings in order, what was heard, and
// how much was looked at.
func Scores(e *model.Engagement, pb *playbook.Playbook, sc *score.Result) *document.Document {
	d := &document.Document{Title: "Scores: " + document.Clean(e.Client.Name)}
	lead := fmt.Sprintf("Overall %s of 100 over %s. Blind-spot index %s.",
		points(sc.Overall.Score), many(sc.Overall.Practices, "practice"), points(sc.BlindSpotIndex))
	d.Add(document.Para{Lead: true, Text: document.Text(lead)})
	d.Add(document.Heading{Level: 1, ID: "practices", Text: "Practices"})
	d.Add(practiceTable(pb, sc))
	d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: "Belief is what leaders and managers say, field is what people, recordings and records show; n stands in brackets. " +
		"A blind spot is belief minus field: above 0, leaders see it better than it is; * marks a first sign, not yet clear."}}})
	if len(sc.Findings) > 0 {
		d.Add(document.Heading{Level: 1, ID: "findings", Text: "Findings"}, findingTable(e, pb, sc))
		if text := OrderHolds(score.Sways(sc.Findings)); text != "" {
			d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: text}}})
		}
	}
	if len(sc.Objections) > 0 {
		d.Add(document.Heading{Level: 1, ID: "objections", Text: "Objections"}, objectionTable(pb, sc))
	}
	if a := sc.Agreement; a != nil {
		d.Add(document.Heading{Level: 1, ID: "agreement", Text: "Two raters"}, document.Para{Text: document.Text(Agreement(a))})
	}
	d.Add(document.Heading{Level: 1, ID: "coverage", Text: "Coverage"}, coverageList(sc))
	return d
}

func practiceTable(pb *playbook.Playbook, sc *score.Result) document.Table {
	t := document.Table{Columns: []document.Column{
		{Head: "Practice"},
		{Head: "Belief", Align: document.Right},
		{Head: "Field", Align: document.Right},
		{Head: "Target", Align: document.Right},
		{Head: "Gap", Align: document.Right},
		{Head: "Blind spot", Align: document.Right},
		{Head: "Said", Align: document.Right},
		{Head: "Calls", Align: document.Right},
		{Head: "Records", Align: document.Right},
		{Head: "Confidence"},
	}}
	for _, dom := range sc.Domains {
		name := dom.Domain
		for _, x := range pb.Domains {
			if x.ID == dom.Domain && x.Name != "" {
				name = x.Name
			}
		}
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(document.Clean(name) + ": " + points(dom.Score))}})
		for i := range sc.Practices {
			if p := &sc.Practices[i]; p.Domain == dom.Domain {
				t.Rows = append(t.Rows, practiceRow(pb, p))
			}
		}
	}
	return t
}

func practiceRow(pb *playbook.Playbook, p *score.Practice) document.Row {
	confidence := string(p.Confidence)
	if p.Contested {
		confidence += "; sources differ"
	}
	blind := signed(p.BlindSpot)
	if p.BlindSpot != nil && !p.Clear {
		blind += "*"
	}
	return texts(practiceName(pb, p.Practice), lensCell(p.Lenses.Believed), scoreCell(p.Field), whole(p.Target), scoreCell(p.Gap), blind,
		lensCell(p.Lenses.Reported), lensCell(p.Lenses.Observed), lensCell(p.Lenses.Recorded), confidence)
}

func texts(cells ...string) document.Row {
	var r document.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, document.Text(c))
	}
	return r
}

func lensCell(l score.LensScore) string {
	if l.Score == nil {
		return "-"
	}
	return fmt.Sprintf("%s\u00A0(%d)", whole(*l.Score), l.N)
}

func scoreCell(x *float64) string {
	if x == nil {
		return "-"
	}
	return whole(*x)
}

func signed(x *float64) string {
	if x == nil {
		return "-"
	}
	if s := whole(*x); *x > 0 && s != "0" {
		return "+" + s
	}
	return whole(*x)
}

func practiceName(pb *playbook.Playbook, id string) string {
	if p := pb.Practice(id); p != nil && p.Name != "" {
		return document.Clean(p.Name)
	}
	return document.Clean(id)
}

func findingTable(e *model.Engagement, pb *playbook.Playbook, sc *score.Result) document.Table {
	t := document.Table{Columns: []document.Column{
		{Head: "#", Align: document.Right},
		{Head: "Priority", Align: document.Right},
		{Head: "Finding"},
		{Head: "Practice"},
		{Head: "Stage"},
		{Head: "Impact x ease"},
		{Head: "Quadrant"},
		{Head: "At stake a year", Align: document.Right},
		{Head: "Off by one"},
	}}
	look := newLookup(e, sc)
	sways := score.Sways(sc.Findings)
	for i := range sc.Findings {
		x := &sc.Findings[i]
		f := look.findings[x.ID]
		if f == nil {
			continue
		}
		holds := "-"
		if x.Gap {
			holds = Holds(sways, i+1)
		}
		priority, quadrant, value, stage := "strength", "-", "-", "-"
		if x.Priority != nil {
			priority = fmt.Sprint(*x.Priority)
		}
		if x.Quadrant != nil {
			quadrant = string(*x.Quadrant)
		}
		if x.Value != nil {
			value = money(e.Client.Currency, x.Value.Base)
		}
		if s := e.Stage(x.Stage); s != nil {
			stage = document.Clean(s.Label())
		}
		by := fmt.Sprintf("%s x %s", assumed(x.Impact, x.ImpactFrom), assumed(x.Ease, x.EaseFrom))
		t.Rows = append(t.Rows, texts(fmt.Sprint(i+1), priority, document.Clean(f.Label()), practiceName(pb, x.Practice), stage, by, quadrant, value, holds))
	}
	return t
}

// assumed marks a number that nobody gave.
func assumed(n int, from score.From) string {
	switch from {
	case score.Given:
		return fmt.Sprint(n)
	case score.FromValue:
		return fmt.Sprintf("%d (from value)", n)
	}
	return fmt.Sprintf("%d (assumed)", n)
}

func objectionTable(pb *playbook.Playbook, sc *score.Result) document.Table {
	t := document.Table{Columns: []document.Column{{Head: "Objection"}, {Head: "Calls", Align: document.Right}, {Head: "95% interval"}}}
	for _, o := range sc.Objections {
		name := o.Theme
		if x := pb.Theme(o.Theme); x != nil && x.Name != "" {
			name = x.Name
		}
		interval := percent(o.Low) + " to " + percent(o.High)
		if o.Few {
			interval += ", few"
		}
		t.Rows = append(t.Rows, texts(document.Clean(name), fmt.Sprintf("%d of %d", o.Calls, o.Of), interval))
	}
	return t
}

func coverageList(sc *score.Result) document.List {
	c := sc.Coverage
	var who []string
	for _, r := range model.Roles() {
		if n, ok := c.Interviews[r]; ok {
			who = append(who, fmt.Sprintf("%d %s", n, r))
		}
	}
	calls := fmt.Sprintf("%s reviewed, of %d to %d wanted", many(c.Calls.Reviewed, "call"), c.Calls.Wanted.Min, c.Calls.Wanted.Max)
	if !c.Calls.Enough {
		calls += ": too few for a pattern"
	}
	return document.List{Items: [][]document.Inline{
		document.Text(fmt.Sprintf("%d of %d stages, %d of %d handoffs and %d of %d cadences audited", c.Stages.Audited, c.Stages.Of,
			c.Handoffs.Audited, c.Handoffs.Of, c.Cadences.Audited, c.Cadences.Of)),
		document.Text("Interviews: " + strings.Join(who, ", ")),
		document.Text(calls),
	}}
}

// Agreement says how far two raters of the same calls agree.
func Agreement(a *score.Agreement) string {
	few := ""
	if a.Few {
		few = " Few: below 10 items this says little."
	}
	kappa := "Cohen's kappa " + Kappa(a) + "."
	if a.Kappa == nil {
		kappa = "No kappa: both gave one and the same answer throughout."
	}
	return fmt.Sprintf("The same answer on %s%% of %s that both raters answered, on %s. %s%s", whole(a.Percent), many(a.Items, "item"),
		many(a.Calls, "call"), kappa, few)
}

// Kappa is Cohen's kappa with two decimals; a dash where there is none.
func Kappa(a *score.Agreement) string {
	if a == nil || a.Kappa == nil {
		return "-"
	}
	return strconv.FormatFloat(math.Round(*a.Kappa*100)/100+0, 'f', 2, 64)
}
