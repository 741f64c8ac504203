package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
)

// why are the findings; where none speaks for an action, what else does.
func (b *builder) why(a model.Action, r plan.Reason, findings []string) []document.Inline {
	var out []document.Inline
	for _, f := range b.live(findings) {
		if len(out) > 0 {
			out = append(out, document.Inline{Text: "; "})
		}
		label := document.Inline{Text: b.people.say(f.Label())}
		if n := b.finding[f.ID]; n > 0 {
			label.Link = fmt.Sprintf("#finding-%d", n)
		}
		out = append(out, label)
		if s := b.findingText(b.look.scored[f.ID]); s != "" && label.Link == "" {
			out = append(out, document.Inline{Text: " (" + s + ")", Muted: true})
		}
	}
	if len(out) > 0 {
		return out
	}
	return document.Text(strings.Join(b.reason(a, r), " "))
}

// reason is what speaks for an action without a finding, in sentences: why its practice matters and how far it is from
// its target; without a practice, what the action moves and leaves behind; then what builds on it.
func (b *builder) reason(a model.Action, r plan.Reason) []string {
	var out []string
	if p := b.pb.Practice(a.Practice); p != nil && p.Why != "" {
		out = append(out, sentence(document.Clean(p.Why)))
	}
	if p := b.sc.Practice(a.Practice); p != nil && p.Gap != nil && whole(*p.Gap) != "0" {
		s := "The field is " + inPoints(*p.Gap) + " short of the target"
		if len(r.Practices) > 0 {
			s += ", enough to act on without a single finding"
		}
		out = append(out, s+".")
	}
	if len(out) == 0 && (r.Remedy != "" || a.Remedy != "") {
		out = append(out, b.forItself(a)...)
	}
	var needed []string
	for _, id := range r.NeededBy {
		if n := b.number[id]; n > 0 {
			needed = append(needed, fmt.Sprint(n))
		}
	}
	switch {
	case len(needed) == 1:
		out = append(out, "Action "+needed[0]+" builds on it.")
	case len(needed) > 1:
		out = append(out, "Actions "+list(needed)+" build on it.")
	}
	return out
}

// forItself is the reason of an action that no practice asks for: what it leaves behind, else the number it is to move.
func (b *builder) forItself(a model.Action) []string {
	s := b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable })
	if i := strings.IndexAny(s, ",;:."); i > 0 { // the whole stands below
		s = s[:i]
	}
	if s != "" {
		first, rest, _ := strings.Cut(s, " ")
		if slices.Contains([]string{"A", "An", "The", "One", "Two", "Three", "Four", "Five", "Half", "Each", "Every"}, first) {
			return []string{sentence("To have " + strings.ToLower(first) + " " + rest)}
		}
		return []string{sentence("To have this: " + s)}
	}
	if a.Metric != nil && a.Metric.Name != "" {
		return []string{sentence("To move one number: " + b.metricName(a))}
	}
	return nil
}

func inPoints(x float64) string {
	if s := whole(x); s != "1" {
		return s + " points"
	}
	return "1 point"
}

func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

func (b *builder) findingText(s *score.Finding) string {
	if s == nil {
		return ""
	}
	var parts []string
	if st := b.e.Stage(s.Stage); st != nil {
		parts = append(parts, document.Clean(st.Label()))
	}
	if s.Quadrant != nil {
		parts = append(parts, string(*s.Quadrant))
	}
	if s.Value != nil && s.Value.Base > 0 {
		parts = append(parts, "about "+money(b.e.Client.Currency, s.Value.Base)+" a year at stake at this stage")
	}
	return strings.Join(parts, ", ")
}

// fewSources is the number of field sources from which on a score says something.
const fewSources = 3

// sources says what a score rests on, and that it is little where it is.
func sources(n int) string {
	if n < fewSources {
		return "too few to say much: " + many(n, "source")
	}
	return many(n, "source")
}

// practice says how the field scores, against target and belief, with what it rests on: in full once in a document.
func (b *builder) practice(id string) string {
	if id == "" {
		return ""
	}
	s, p := b.practiceName(id), b.sc.Practice(id)
	if b.told[id] && p != nil && p.Field != nil {
		return s + ": " + whole(*p.Field) + " of 100"
	}
	b.told[id] = true
	return s + b.fieldText(p)
}

// fieldText goes on after the name of a practice.
func (b *builder) fieldText(p *score.Practice) string {
	if p == nil || p.Field == nil {
		return ": not scored in the field"
	}
	s := fmt.Sprintf(": the field scores %s of 100 (%s; %s confidence) against a target of %s",
		whole(*p.Field), sources(p.FieldSources), p.Confidence, whole(p.Target))
	if p.Gap != nil && *p.Gap > 0 {
		s += ", a gap of " + whole(*p.Gap)
	}
	s += "."
	if believed := p.Lenses.Believed; believed.Score != nil && p.BlindSpot != nil {
		sign := "a first sign of a blind spot"
		if p.Clear {
			sign = "a clear blind spot"
		}
		s += fmt.Sprintf(" %s at %s", putIt(p.Roles, believed.N), whole(*believed.Score))
		switch x := *p.BlindSpot; {
		case x >= 10:
			s += ": " + sign
		case x <= -10:
			s += ": it is better than that"
		}
		s += "."
	}
	if p.Contested {
		s += " The sources disagree widely."
	}
	return s
}

// putIt says who was asked about a practice, by role, and how many they were.
func putIt(roles []score.RoleScore, n int) string {
	if n == 1 {
		for _, r := range roles {
			if r.Lens == playbook.Believed {
				return "The one " + document.Clean(string(r.Role)) + " asked puts it"
			}
		}
		return "The one person asked puts it"
	}
	return fmt.Sprintf("%s (%d people) put it", upperFirst(believers(roles)), n)
}

// believers are those who were asked what they believe, by role: "leaders and managers".
func believers(roles ...[]score.RoleScore) string {
	asked := map[model.Role]bool{}
	for _, list := range roles {
		for _, r := range list {
			if r.Lens == playbook.Believed && r.N > 0 {
				asked[r.Role] = true
			}
		}
	}
	var out []string
	for _, r := range model.Roles() {
		if asked[r] {
			out = append(out, card.Several(r))
		}
	}
	if len(out) == 0 {
		return "leaders and managers"
	}
	return list(out)
}
