package plan

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// why explains the open action: what it is, and everything that speaks for it.
func (p *Page) why() []explain.Item {
	t := p.Env.Style
	r, ok := p.find(p.open)
	if !ok {
		return []explain.Item{{Text: "This action is no longer in the plan or the draft."}}
	}
	a, reason := r.a, p.reason(r.a.ID)
	out := []explain.Item{{Text: short(a), Look: &t.Strong}}
	head := func(text string) { out = append(out, explain.Item{Head: true, Text: text}) }
	say := func(text string) { out = append(out, explain.Item{Text: text}) }
	if r.offered {
		out = append(out, explain.Item{Text: "The draft offers this; it is not in the plan yet. t takes it.", Look: &t.Accent})
	}
	if r.to != nil {
		out = append(out, explain.Item{Text: r.change(), Look: &t.Accent})
	}
	say(p.facts(r, true))
	if a.Deliverable != "" {
		say("Deliverable: " + a.Deliverable)
	}
	for _, s := range p.metric(a) {
		say(s)
	}
	if a.Note != "" {
		out = append(out, explain.Item{Text: a.Note, Look: &t.Dim})
	}
	head("Why it is here")
	if reason.Gone != "" {
		out = append(out, explain.Item{Text: "Its reason is gone: " + reason.Gone + ".", Look: &t.Warn})
	}
	for _, s := range p.place(r, reason) {
		say(s)
	}
	for _, x := range reason.Practices {
		out = append(out, p.practice(x))
	}
	ids := reason.Findings
	if p.draft == nil {
		ids = a.Findings
	}
	if len(ids) > 0 {
		head("Findings that speak for it")
		for _, id := range ids {
			out = append(out, p.finding(id)...)
		}
	}
	out = append(out, p.links("Comes after", a.Depends)...)
	out = append(out, p.links("Needed by", reason.NeededBy)...)
	return append(out, p.alternatives(reason)...)
}

// facts are status, owner, date and effort in a line.
func (p *Page) facts(r row, phase bool) string {
	a := r.a
	who, _ := p.owner(a)
	s := string(a.StatusOr())
	if a.Done != "" {
		s += " " + explain.Day(a.Done)
	}
	s += fmt.Sprintf(" %s %s", style.Bullet, who)
	if phase {
		s += fmt.Sprintf(" %s days %s", style.Bullet, plan.Span(plan.Phase(a.Phase)))
	}
	if a.Due != "" {
		s += fmt.Sprintf(" %s due %s", style.Bullet, explain.Day(a.Due))
	} else {
		s += " " + style.Bullet + " no date"
	}
	if a.Effort != nil {
		unit := "days"
		if *a.Effort == 1 {
			unit = "day"
		}
		s += fmt.Sprintf(" %s %s %s of effort", style.Bullet, explain.Tenths(*a.Effort), unit)
	}
	if a.Pinned {
		s += " " + style.Bullet + " pinned"
	}
	return s
}

// metric is the number that the action is judged by, baseline to target, and where it comes from.
func (p *Page) metric(a model.Action) []string {
	m := a.Metric
	if m == nil {
		return []string{"No metric: nothing says yet whether it worked."}
	}
	unit := plan.Unknown
	lift := ""
	if r := p.Env.Now().Playbook.Remedy(a.Remedy); r != nil && r.Metric != nil {
		unit = plan.UnitOf(r.Metric.From)
		if m.Baseline != nil && m.Target != nil && r.Metric.Lift != nil {
			lift = fmt.Sprintf(" The playbook hopes for a change of %s.", change(p.amount(*r.Metric.Lift, unit), unit))
		}
	}
	few := ""
	if strings.Contains(m.From, "(few)") { // the draft says so where a share rests on too few
		few = " (few)"
	}
	s := "Metric: " + explain.Or(m.Name, "unnamed")
	switch {
	case m.Baseline != nil && m.Target != nil:
		s += fmt.Sprintf(", from %s%s to %s.", p.amount(*m.Baseline, unit), few, p.amount(*m.Target, unit))
	case m.Baseline != nil:
		s += fmt.Sprintf(", now %s%s, no target yet.", p.amount(*m.Baseline, unit), few)
	case m.Target != nil:
		s += fmt.Sprintf(", target %s, no baseline yet.", p.amount(*m.Target, unit))
	default:
		s += "; no baseline yet: the number is not in the engagement."
	}
	out := []string{s + lift}
	if m.From != "" {
		out = append(out, "Baseline from: "+m.From+".")
	}
	return out
}

// change is a difference: of shares and scores, in points.
func change(amount string, unit plan.Unit) string {
	if unit == plan.Share || unit == plan.Points {
		return strings.NewReplacer("%", "points", "of 100", "points").Replace(amount)
	}
	return amount
}

func (p *Page) amount(x float64, unit plan.Unit) string {
	switch unit {
	case plan.Share:
		return explain.Tenths(100*x) + " %"
	case plan.Points:
		return explain.Tenths(x) + " of 100"
	case plan.Days:
		return explain.Tenths(x) + " days"
	case plan.Hours:
		return explain.Tenths(x) + " hours"
	case plan.PerDay:
		return explain.Money(p.Env.E().Client.Currency, x) + " a day"
	}
	return text(&x)
}

// place says how the draft came to put it where it is.
func (p *Page) place(r row, reason plan.Reason) []string {
	var out []string
	switch {
	case p.draft == nil:
		return []string{"The draft is being computed…"}
	case reason.Backbone:
		out = append(out, "Backbone: the method always puts it in, or something that it always puts in depends on it.")
	case reason.Remedy == "":
		out = append(out, "An action of your own.")
	case len(reason.Practices) == 0 && reason.Gone == "":
		out = append(out, "Something else in the plan rests on it.")
	}
	switch {
	case reason.Moved == "":
	case r.to != nil && plan.Phase(r.to.Phase) != plan.Phase(r.a.Phase):
		out = append(out, fmt.Sprintf("In days %s: %s.", plan.Span(plan.Phase(r.to.Phase)), reason.Moved))
	default:
		out = append(out, "In this phase: "+reason.Moved+".")
	}
	if reason.Later != "" {
		out = append(out, "For later: "+reason.Later+".")
	}
	if r.offered && p.draft.From == plan.FromAsOf && r.a.Due != "" {
		out = append(out, "Its date counts from today: the plan has no start yet (c sets it).")
	}
	return out
}

// practice is one that asks for the action, with its gap; enter goes to its score.
func (p *Page) practice(x plan.InPlay) explain.Item {
	name := x.Practice
	if pr := p.Env.Now().Playbook.Practice(x.Practice); pr != nil {
		name = explain.Or(pr.Name, name)
	}
	s := fmt.Sprintf("%s, rank %d", name, x.Rank)
	if x.Gap != nil {
		if sc := p.sc.Practice(x.Practice); sc != nil && sc.Field != nil {
			s += fmt.Sprintf(": gap %s = target %s − field %s", explain.Tenths(*x.Gap), explain.Tenths(sc.Target), explain.Tenths(*sc.Field))
			if sc.Lenses.Believed.Score != nil {
				s += fmt.Sprintf("; leaders and managers believe %s", explain.Tenths(*sc.Lenses.Believed.Score))
			}
			s += fmt.Sprintf(" (confidence %s)", sc.Confidence)
		}
	}
	if len(x.Findings) == 0 {
		s += "; in play by its gap alone"
	}
	return explain.Item{Text: s, Link: screen.Route{Kind: screen.Scores, At: x.Practice}}
}

// finding is one finding and its evidence in words; enter goes there.
func (p *Page) finding(id string) []explain.Item {
	t, now := p.Env.Style, p.Env.Now()
	f := now.E.Finding(id)
	if f == nil {
		return []explain.Item{{Text: id + ": no such finding", Look: &t.Warn}}
	}
	title := f.Label()
	if s := p.sc.Finding(id); s != nil && s.Priority != nil {
		title += fmt.Sprintf(" (priority %d)", *s.Priority)
	}
	out := []explain.Item{{Text: title, Link: screen.Route{Kind: screen.Finding, ID: id}}}
	if len(f.Evidence) == 0 {
		return append(out, explain.Item{Text: "no evidence yet", Look: &t.Warn, Indent: 2})
	}
	for _, ref := range f.Evidence {
		x := evidence.Find(now.E, now.Playbook, ref)
		if x.Problem != "" {
			out = append(out, explain.Item{Text: ref + ": " + x.Problem, Look: &t.Warn, Indent: 2})
			continue
		}
		line, look := x.About(), &t.Dim
		if x.Value != "" {
			line += " = " + x.Value
		}
		if x.Text != "" {
			line = x.Who + ": “" + x.Text + "”"
			if x.Mark == model.Quote {
				look = &t.Quote
			}
		}
		out = append(out, explain.Item{Text: line, Look: look, Indent: 2, Link: x.Route()})
	}
	return out
}

// links lists other actions by their ids.
func (p *Page) links(title string, ids []string) []explain.Item {
	var out []explain.Item
	for _, id := range ids {
		if out == nil {
			out = append(out, explain.Item{Head: true, Text: title})
		}
		r, ok := p.find(id)
		switch {
		case !ok:
			out = append(out, explain.Item{Text: id + " (not in the plan)"})
		case r.offered:
			out = append(out, explain.Item{Text: "+ " + short(r.a) + " (offered)", Link: action(id)})
		default:
			out = append(out, explain.Item{Text: style.Status(string(r.a.StatusOr())) + " " + short(r.a), Link: action(id)})
		}
	}
	return out
}

// alternatives are the other remedies that the playbook has for the same practices.
func (p *Page) alternatives(reason plan.Reason) []explain.Item {
	if p.draft == nil {
		return nil
	}
	var out []explain.Item
	seen := map[string]bool{reason.Remedy: true}
	for _, x := range reason.Practices {
		for _, id := range p.draft.Alternatives[x.Practice] {
			r := p.Env.Now().Playbook.Remedy(id)
			if r == nil || seen[id] {
				continue
			}
			seen[id] = true
			if out == nil {
				out = append(out, explain.Item{Head: true, Text: "What else the playbook has for this"})
			}
			out = append(out, p.alternative(r))
		}
	}
	return out
}

func (p *Page) alternative(r *playbook.Remedy) explain.Item {
	s := fmt.Sprintf("%s (days %s)", explain.Or(r.Title, r.ID), plan.Span(plan.Phase(r.Phase)))
	if x, ok := p.find(plan.IDPrefix + r.ID); ok {
		where := "in the plan"
		if x.offered {
			where = "offered"
		}
		return explain.Item{Text: s + ", " + where, Link: action(x.a.ID)}
	}
	return explain.Item{Text: "+ " + s + ": enter takes it", Link: alternative(r.ID)}
}
