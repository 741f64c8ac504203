package render

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// metric is the number an action is judged by, from baseline to target; in full with where the baseline came from.
func (b *builder) metric(a model.Action, full bool) []document.Inline {
	m := a.Metric
	if m == nil {
		return document.Text("")
	}
	name := b.metricName(a)
	unit := b.unit(a)
	show := func(x float64) string { return amount(x, unit, b.e.Client.Currency) }
	out := []document.Inline{{Text: name}}
	sep := ": "
	if name == "" {
		sep = ""
	}
	switch {
	case m.Baseline != nil && m.Target != nil:
		out = append(out, document.Inline{Text: sep}, document.Inline{Text: fromTo(show(*m.Baseline), show(*m.Target)), Bold: true})
	case m.Baseline != nil:
		out = append(out, document.Inline{Text: sep + "now " + show(*m.Baseline)})
	case m.Target != nil:
		out = append(out, document.Inline{Text: sep + "to reach " + show(*m.Target)})
	default:
		out = append(out, document.Inline{Text: " (no baseline yet)", Muted: true})
	}
	few := ""
	if m.Baseline != nil {
		few = b.few(a)
	}
	source := ""
	if full && m.From != "" {
		source = "taken from: " + b.from(m.From)
	}
	switch {
	case few != "" && source != "":
		out = append(out, document.Inline{Text: ", " + few + ", " + strings.ReplaceAll(source, " (few)", ""), Muted: true})
	case few != "":
		out = append(out, document.Inline{Text: ", " + few, Muted: true})
	case source != "":
		out = append(out, document.Inline{Text: " (" + source + ")", Muted: true})
	}
	return out
}

func (b *builder) metricName(a model.Action) string {
	return b.written(a, a.Metric.Name, func(r remedyText) string { return r.Metric })
}

var (
	fewOf      = regexp.MustCompile(`(\d+) of (\d+)(?: ([a-z-]+?)s?)? \(few\)`)
	fromScores = regexp.MustCompile(`field score, (\d+) sources?`)
)

// few says that a baseline rests on very little: "few (1 call)". A draft writes into the plan what a number was taken
// from; where a hand wrote the playbook's name for it, the scores know.
func (b *builder) few(a model.Action) string {
	from := a.Metric.From
	if m := fewOf.FindStringSubmatch(from); m != nil {
		n, _ := strconv.Atoi(m[2])
		what := m[3]
		switch {
		case what != "":
		case strings.HasPrefix(from, "leads"):
			what = "lead"
		default:
			what = "deal"
		}
		return "few (" + many(n, what) + ")"
	}
	if check, ok := strings.CutPrefix(from, "calls."); ok {
		for _, x := range b.sc.CallItems {
			if x.Check == check && x.Share != nil && x.Share.Few {
				return "few (" + many(x.Share.N, "call") + ")"
			}
		}
		return ""
	}
	n := fewSources
	if m := fromScores.FindStringSubmatch(from); m != nil {
		n, _ = strconv.Atoi(m[1])
	} else if p := b.sc.Practice(a.Practice); p != nil && plan.UnitOf(from) == plan.Points {
		n = p.FieldSources
	}
	if n < fewSources {
		return sources(n)
	}
	return ""
}

// from is where a baseline came from. A hand may have written the playbook's name for the number.
func (b *builder) from(s string) string {
	if plan.UnitOf(s) == plan.Unknown {
		return b.people.say(s)
	}
	room, _, _ := strings.Cut(s, ".")
	return map[string]string{
		"funnel": "baseline funnel", "practice": "field score", "calls": "call reviews", "maps": "mutual action plans", "coaching": "coaching rounds",
	}[room]
}

// fromTo is two amounts with an arrow that no line breaks at; what they count stands once.
func fromTo(a, b string) string {
	for _, unit := range []string{" of 100", " days", " hours", " a day"} {
		if strings.HasSuffix(b, unit) {
			a = strings.TrimSuffix(a, unit)
		}
	}
	return strings.ReplaceAll(a, " ", "\u00A0") + "\u00A0→\u00A0" + b
}

// unit is that of the remedy's number; one's own metric is a share where it looks like one.
func (b *builder) unit(a model.Action) plan.Unit {
	if u := plan.UnitOf(a.Metric.From); u != plan.Unknown {
		return u
	}
	if r := b.pb.Remedy(a.Remedy); r != nil && r.Metric != nil && (b.isDrafted(a.ID) || r.Metric.Name == a.Metric.Name) {
		return plan.UnitOf(r.Metric.From)
	}
	fraction := false
	for _, x := range []*float64{a.Metric.Baseline, a.Metric.Target} {
		if x == nil {
			continue
		}
		if *x < 0 || *x > 1 {
			return plan.Unknown
		}
		fraction = fraction || (*x > 0 && *x < 1)
	}
	if fraction {
		return plan.Share
	}
	return plan.Unknown
}
