package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// mostSteps are the actions that the first page names.
const mostSteps = 3

// steps are what to do, and what to call it on the day of the document: before the plan is under way the first actions of
// it, later what comes next, and what is overdue before both. Of the first phase that has any, those that the order of
// findings puts first.
func (b *builder) steps() (head string, sentences []string) {
	var todo, late []model.Action
	done, in := 0, 0
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			switch {
			case b.statusOn(a) == model.ActionDone:
				done++
				continue
			case b.overdue(a):
				late = append(late, a)
			}
			if in == 0 {
				in = phase
			}
			if phase == in {
				todo = append(todo, a)
			}
		}
	}
	switch {
	case len(b.number) == 0:
		return "What to do first", []string{"There is no action in the plan yet."}
	case len(late) > 0:
		rest := ""
		if n := len(late) - mostSteps; n > 0 {
			rest = fmt.Sprintf(" %d more %s overdue.", n, areIs(n))
		}
		return "Still open", append([]string{b.named3(late) + "." + rest}, b.settled()...)
	case len(todo) == 0:
		return "What comes next", append([]string{"Every action of the plan is done."}, b.further()...)
	case done > 0:
		head = "What comes next"
	default:
		head = "What to do first"
	}
	return head, append([]string{fmt.Sprintf("In days %s: %s.", plan.Span(in), b.named3(todo))}, b.settled()...)
}

// named3 are the most important of some actions, each with its owner and its date.
func (b *builder) named3(of []model.Action) string {
	rank := func(a model.Action) int {
		if r := b.d.Reasons[a.ID]; len(r.Practices) > 0 {
			return r.Practices[0].Rank
		}
		return 1 << 20
	}
	slices.SortStableFunc(of, func(x, y model.Action) int { return rank(x) - rank(y) })
	of = of[:min(mostSteps, len(of))]
	slices.SortStableFunc(of, func(x, y model.Action) int { return strings.Compare(string(x.Due), string(y.Due)) })
	var steps []string
	for _, a := range of {
		step := fmt.Sprintf("“%s” (%s", strings.TrimRight(b.title(a), "."), b.owner(a))
		switch {
		case b.overdue(a):
			step += ", overdue since " + b.sameYear(a.Due)
		case b.opt.AsOf.After(a.Due) && a.Due != "": // drafted into the past, which the note on dates says
			step += ", by " + b.sameYear(a.Due)
		case a.Due != "":
			step += ", by " + strings.ReplaceAll(shortDay(a.Due), "\u00A0", " ")
		}
		steps = append(steps, step+")")
	}
	return list(steps)
}

func (b *builder) statusOn(a model.Action) model.ActionStatus { return plan.StatusOn(a, b.opt.AsOf) }

// overdue says whether a day has passed on which an action of the file should have been done. What was drafted just now
// is nobody's delay.
func (b *builder) overdue(a model.Action) bool {
	return b.statusOn(a) != model.ActionDone && a.Due != "" && b.opt.AsOf.After(a.Due) && !b.isDrafted(a.ID)
}

// sameYear is a day without its year, where that is the document's.
func (b *builder) sameYear(d model.Date) string {
	t, ok := d.Time()
	if now, ok2 := b.opt.AsOf.Time(); ok && ok2 && t.Year() == now.Year() {
		return t.Format("2 January")
	}
	return day(d)
}

// further is what the latest review wants to be taken further.
func (b *builder) further() []string {
	var last model.Review
	for _, r := range b.e.Reviews {
		if len(r.Expand) > 0 && !b.tooLate(r.Date) && !last.Date.After(r.Date) {
			last = r
		}
	}
	var what []string
	for _, s := range last.Expand {
		if s = strings.TrimRight(b.people.say(s), "."); s != "" {
			what = append(what, s)
		}
	}
	if len(what) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("The review of day %d wants to take further: %s.", last.Day, strings.Join(what, "; "))}
}

// dates says what the dates of the plan count from, where a reader would not expect it.
func (b *builder) dates() {
	note := ""
	switch {
	case len(b.number) == 0:
	case b.d.From == plan.FromAsOf:
		note = "No start of the plan has been agreed. The dates count from " + day(b.d.Start) + "."
	default:
		past := 0
		for _, a := range b.d.Actions {
			if b.isDrafted(a.ID) && b.opt.AsOf.After(a.Due) && a.Due != "" {
				past++
			}
		}
		if past > 0 {
			note = fmt.Sprintf("The plan counts from %s, so %s here %s a date that has passed. Agree on a new start before the plan is handed over.",
				day(b.d.Start), many(past, "action")+" drafted", map[bool]string{true: "has", false: "have"}[past == 1])
		}
	}
	if note != "" {
		b.add(document.Note{Kind: document.Limit, Title: "Dates", Text: [][]document.Inline{document.Text(note)}})
	}
}
