package week

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// why explains a number: where its baseline is from, what the lift is made of, and which actions it judges.
func (p *Page) why() []explain.Item {
	i := p.indicator(p.open)
	if i == nil {
		return []explain.Item{{Text: "This number is no longer on the page."}}
	}
	t, unit := p.Env.Style, i.In()
	var out []explain.Item
	head := func(s string) { out = append(out, explain.Item{Head: true, Text: s}) }
	say := func(s string) { out = append(out, explain.Item{Text: s}) }
	value := func(x *float64) string { return explain.Value(x, unit) }

	head(i.Label())
	switch i.Better {
	case "up":
		say("More is better.")
	case "down":
		say("Less is better.")
	default:
		say("The playbook does not say which way is better.")
	}
	head("Baseline " + value(i.Baseline))
	switch {
	case i.Baseline == nil:
		say("There is none: the plan names no number for it, and the file gives none.")
	case i.BaseFrom == "plan":
		say("As the plan names it, in the action that aims farthest.")
	default:
		say("Computed: " + i.BaseFrom + ". The plan names no other.")
	}
	if i.Target != nil {
		say("Target: " + value(i.Target) + ", from the same action.")
	}
	head("Lift " + explain.Delta(i.Lift, unit))
	out = append(out, explain.Item{Text: p.lift(i)})
	if i.Way != nil {
		say(fmt.Sprintf("Of the way: %s / (%s − %s) = %s.", explain.Delta(i.Lift, unit), value(i.Target), value(i.Baseline), explain.Percent(*i.Way)))
	}
	say("Weeks are few and come one after the other, so no interval is put on a lift; the comparison of two snapshots in a review has one.")
	if i.Now != nil {
		head("What this file gives")
		s := value(&i.Now.Value)
		if i.Now.Share != nil {
			s = explain.Share(i.Now.Share, 10)
		}
		say(s + ", from " + i.Now.Where + ".")
		if i.Apart() {
			out = append(out, explain.Item{Text: "The latest week as entered is another number. What was entered stands.", Look: &t.Warn})
		}
	}
	head("Actions judged by it")
	for _, id := range i.Actions {
		a := model.ByID(p.Env.E().Actions(), id)
		if a == nil {
			continue
		}
		s := explain.Or(a.Title, a.ID) + " (" + string(a.StatusOr()) + ")"
		if a.Metric != nil && a.Metric.Target != nil {
			s += ", aims at " + value(a.Metric.Target)
		}
		out = append(out, explain.Item{Text: s, Link: screen.Route{Kind: screen.Plan, At: id}})
	}
	if len(i.Actions) == 0 {
		say("None: what moves here is a hint at most.")
	}
	head("Weeks")
	if i.Computed {
		say("Computed from milestones or coaching rounds, each as of its Sunday; nobody has to enter them.")
	}
	for n := len(i.Points) - 1; n >= 0; n-- {
		x := i.Points[n]
		s := explain.Day(x.Week) + "   " + value(&x.Value)
		if x.Share != nil {
			s += fmt.Sprintf("   %d of %d", x.Share.K, x.Share.N)
		}
		out = append(out, explain.Item{Text: s, Indent: 2})
	}
	if len(i.Points) == 0 {
		say("None yet.")
	}
	return out
}

// lift is the mean of the last weeks with the numbers put in.
func (p *Page) lift(i *dashboard.Indicator) string {
	unit := i.In()
	if i.Mean == nil {
		return "No week has a number, so there is no mean."
	}
	var parts []string
	for _, x := range i.Points[len(i.Points)-i.Weeks:] {
		parts = append(parts, explain.Value(&x.Value, unit))
	}
	s := fmt.Sprintf("Mean of the last %s with a number: (%s) / %d = %s.", explain.Count(i.Weeks, "week", "weeks"), strings.Join(parts, " + "), i.Weeks, explain.Value(i.Mean, unit))
	if i.Lift != nil {
		s += fmt.Sprintf(" Less the baseline of %s: %s.", explain.Value(i.Baseline, unit), explain.Delta(i.Lift, unit))
	}
	return s
}
