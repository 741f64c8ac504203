package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
)

// phase is one phase with each of its actions.
func (b *builder) phase(phase int) {
	actions := b.d.InPhase(phase)
	if len(actions) == 0 {
		return
	}
	if !b.report {
		b.add(document.PageBreak{Soft: true})
	}
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
	b.add(document.Para{Text: document.Text(s + ".")})
	for _, a := range actions {
		b.action(a)
	}
}

func (b *builder) action(a model.Action) {
	b.head(2, b.anchor(a), fmt.Sprintf("%d. %s", b.number[a.ID], b.title(a)))
	r := b.d.Reasons[a.ID]
	f := &document.Facts{}
	fact := func(name string, text []document.Inline) {
		if len(text) > 0 && text[0].Text != "" {
			f.Items = append(f.Items, document.Fact{Name: name, Text: text})
		}
	}
	findings := r.Findings
	if len(findings) == 0 {
		findings = a.Findings
	}
	fact("Why", b.why(a, r, findings))
	if !b.report || !b.has("findings") || len(b.live(findings)) == 0 { // else it stands with the finding
		fact("Practice", document.Text(b.practice(a.Practice)))
	}
	fact("Deliverable", document.Text(b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable })))
	fact("Owner", document.Text(b.owner(a)))
	fact("Due", document.Text(day(a.Due)))
	if a.Effort != nil {
		fact("Effort", document.Text(days(*a.Effort)))
	}
	fact("Measured by", b.metric(a, true))
	fact("Depends on", document.Text(b.depends(a)))
	if s := a.StatusOr(); s != model.Todo {
		text := document.Clean(string(s))
		if s == model.ActionDone && a.Done != "" {
			text += " on " + day(a.Done)
		}
		fact("Status", document.Text(upperFirst(text)))
	}
	b.add(*f)
	if !b.report { // there it stands with the findings
		b.evidence(a, findings)
	}
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
	return document.Clean(a.ID)
}

func days(x float64) string {
	if x == 1 {
		return "1 day"
	}
	return plain(x) + " days"
}
