package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/score"
)

// phase is one phase with each of its actions.
func (b *builder) phase(phase int) {
	actions := b.d.InPhase(phase)
	if len(actions) == 0 {
		return
	}
	b.add(PageBreak{})
	b.head(1, fmt.Sprintf("phase-%d", phase), b.phaseTitle(phase))
	effort := 0.0
	for _, a := range actions {
		if a.Effort != nil && *a.Effort > 0 {
			effort += *a.Effort
		}
	}
	s := many(len(actions), "action")
	if effort > 0 {
		s += ", about " + days(effort) + " of effort"
		if c := b.e.Capacity; c != nil {
			s += " of the " + plain(*c) + " available"
		}
	}
	b.add(Para{Text: Text(s + ".")})
	for _, a := range actions {
		b.action(a)
	}
}

func (b *builder) action(a model.Action) {
	b.head(2, b.anchor(a), fmt.Sprintf("%d. %s", b.number[a.ID], b.title(a)))
	r := b.d.Reasons[a.ID]
	f := &Facts{}
	fact := func(name string, text []Inline) {
		if len(text) > 0 && text[0].Text != "" {
			f.Items = append(f.Items, Fact{Name: name, Text: text})
		}
	}
	findings := r.Findings
	if len(findings) == 0 {
		findings = a.Findings
	}
	fact("Why", b.why(a, r, findings))
	fact("Practice", Text(b.practice(a.Practice)))
	fact("Deliverable", Text(b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable })))
	fact("Owner", Text(b.owner(a)))
	fact("Due", Text(day(a.Due)))
	if a.Effort != nil {
		fact("Effort", Text(days(*a.Effort)))
	}
	fact("Measured by", b.metric(a, true))
	fact("Depends on", Text(b.depends(a)))
	if s := a.StatusOr(); s != model.Todo {
		text := clean(string(s))
		if s == model.ActionDone && a.Done != "" {
			text += " on " + day(a.Done)
		}
		fact("Status", Text(upperFirst(text)))
	}
	b.add(*f)
	if ev := b.evidence(findings); len(ev) > 0 {
		b.head(3, "", "Evidence")
		b.add(List{Items: ev})
	}
}

// why are the findings; where none speaks for an action, what else does.
func (b *builder) why(a model.Action, r plan.Reason, findings []string) []Inline {
	var out []Inline
	for _, id := range findings {
		f := b.e.Finding(id)
		if f == nil {
			continue
		}
		if len(out) > 0 {
			out = append(out, Inline{Text: "; "})
		}
		out = append(out, Inline{Text: b.people.say(f.Label())})
		if s := b.findingText(b.sc.Finding(id)); s != "" {
			out = append(out, Inline{Text: " (" + s + ")", Muted: true})
		}
	}
	if len(out) > 0 {
		return out
	}
	var needed []string
	for _, id := range r.NeededBy {
		if n := b.number[id]; n > 0 {
			needed = append(needed, fmt.Sprintf("action %d", n))
		}
	}
	switch {
	case len(r.Practices) > 0:
		return Text("The gap of its practice is large enough to act on without a single finding")
	case r.Backbone && len(needed) > 0:
		return Text("Part of the backbone that every plan of this method has; needed by " + list(needed))
	case r.Backbone:
		return Text("Part of the backbone that every plan of this method has")
	case len(needed) > 0:
		return Text("Needed by " + list(needed))
	}
	return nil
}

func (b *builder) findingText(s *score.Finding) string {
	if s == nil {
		return ""
	}
	var parts []string
	if st := b.e.Stage(s.Stage); st != nil {
		parts = append(parts, clean(st.Label()))
	}
	if s.Quadrant != nil {
		parts = append(parts, string(*s.Quadrant))
	}
	if s.Value != nil && s.Value.Base > 0 {
		parts = append(parts, "about "+money(b.e.Client.Currency, s.Value.Base)+" a year at stake at this stage")
	}
	return strings.Join(parts, ", ")
}

// practice says how the field scores, against target and belief, with what it rests on.
func (b *builder) practice(id string) string {
	if id == "" {
		return ""
	}
	s := b.practiceName(id)
	p := b.sc.Practice(id)
	if p == nil || p.Field == nil {
		return s + ": not scored in the field"
	}
	s += fmt.Sprintf(": the field scores %s of 100 (%s, %s confidence) against a target of %s",
		whole(*p.Field), many(p.FieldSources, "source"), p.Confidence, whole(p.Target))
	if p.Gap != nil && *p.Gap > 0 {
		s += ", a gap of " + whole(*p.Gap)
	}
	s += "."
	if believed := p.Lenses.Believed; believed.Score != nil && p.BlindSpot != nil {
		sign := "a first sign of a blind spot"
		if p.Clear {
			sign = "a clear blind spot"
		}
		s += fmt.Sprintf(" Leaders and managers put it at %s (n = %d)", whole(*believed.Score), believed.N)
		switch x := *p.BlindSpot; {
		case x >= 10:
			s += ": " + sign
		case x <= -10:
			s += ": it is better than they think"
		}
		s += "."
	}
	if p.Contested {
		s += " The sources disagree widely."
	}
	return s
}

// metric is the number an action is judged by, from baseline to target; in full with where the baseline came from.
func (b *builder) metric(a model.Action, full bool) []Inline {
	m := a.Metric
	if m == nil {
		return Text("")
	}
	name := b.written(a, m.Name, func(r remedyText) string { return r.Metric })
	unit := b.unit(a)
	show := func(x float64) string { return amount(x, unit, b.e.Client.Currency) }
	out := []Inline{{Text: name}}
	sep := ": "
	if name == "" {
		sep = ""
	}
	switch {
	case m.Baseline != nil && m.Target != nil:
		out = append(out, Inline{Text: sep}, Inline{Text: fromTo(show(*m.Baseline), show(*m.Target)), Bold: true})
	case m.Baseline != nil:
		out = append(out, Inline{Text: sep + "now " + show(*m.Baseline)})
	case m.Target != nil:
		out = append(out, Inline{Text: sep + "to reach " + show(*m.Target)})
	default:
		out = append(out, Inline{Text: " (no baseline yet)", Muted: true})
	}
	if full && m.From != "" {
		out = append(out, Inline{Text: " (baseline: " + b.from(m.From) + ")", Muted: true})
	}
	return out
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
	return strings.ReplaceAll(a, " ", "\u00A0") + "\u00A0→ " + b
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

func (b *builder) depends(a model.Action) string {
	var out []string
	for _, id := range a.Depends {
		x := b.d.Action(id)
		switch {
		case x == nil:
		case b.number[id] > 0:
			out = append(out, fmt.Sprintf("%d. %s", b.number[id], b.title(*x)))
		default:
			out = append(out, b.title(*x))
		}
	}
	return strings.Join(out, "; ")
}

func (b *builder) owner(a model.Action) string {
	if s := b.people.owner(a.Owner); s != "" {
		return s
	}
	return "to be named"
}

func (b *builder) anchor(a model.Action) string { return fmt.Sprintf("action-%d", b.number[a.ID]) }

func (b *builder) title(a model.Action) string {
	if s := b.written(a, a.Title, func(r remedyText) string { return r.Title }); s != "" {
		return s
	}
	return clean(a.ID)
}

func days(x float64) string {
	if x == 1 {
		return "1 day"
	}
	return plain(x) + " days"
}
