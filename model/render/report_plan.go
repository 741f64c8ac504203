package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

// reportPlan is the plan as `gapbook plan` has it, a level lower. The evidence stands with the findings.
func (b *builder) reportPlan() {
	b.open("plan")
	if s := b.settled(); len(s) > 0 {
		b.add(document.Para{Text: document.Text(strings.Join(s, " "))})
	}
	b.deeper = true
	b.onePage()
	for _, phase := range plan.Phases() {
		b.phase(phase)
	}
	b.later()
	b.stale()
	b.deeper = false
}

// measures are the numbers to watch, where they stand, and the days on which someone looks back.
func (b *builder) measures() {
	b.open("indicators")
	b.add(document.Para{Text: document.Text("Outcomes, not activity: these numbers are filled in once a week and looked at together. A number that moves after the work did not necessarily move because of it.")})
	t := document.Table{Caption: "Indicators", Columns: []document.Column{
		{Head: "Indicator", Width: 27}, {Head: "Now", Align: document.Right, Width: 12}, {Head: "Taken from", Width: 25}, {Head: "Goal in the plan", Width: 18}, {Head: "Latest week", Width: 18},
	}}
	for _, i := range b.pb.Indicators {
		n := b.indicatorNumber(i)
		now, from := "not measured", ""
		if n.Value != nil {
			now, from = b.inUnit(i, *n.Value), b.takenFrom(i, n)
		}
		t.Rows = append(t.Rows, texts(document.Clean(named(i.Name, i.ID)), now, from, b.goal(i, n.Value), b.latest(i)))
	}
	if len(t.Rows) > 0 {
		b.add(t)
	}
	if end := b.opt.Followed; end != "" && end != b.opt.AsOf {
		b.add(document.Para{Text: []document.Inline{{Muted: true, Text: "Coaching and milestones are counted to " + day(end) + ", as in the dashboard: nothing was followed after it."}}})
	}
	b.reviews()
}

// inUnit is an indicator's number.
func (b *builder) inUnit(i playbook.Indicator, x float64) string {
	unit := plan.UnitOf(i.From)
	if unit == plan.Unknown {
		unit = plan.Unit(i.Unit)
	}
	if unit == plan.Share {
		return b.value(x, unit) // as in the dashboard
	}
	return amount(x, unit, b.e.Client.Currency)
}

// goal is what the plan's actions want of an indicator, of those that begin at the same number.
func (b *builder) goal(i playbook.Indicator, value *float64) string {
	var out []string
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			r := b.pb.Remedy(a.Remedy)
			if a.Metric == nil || a.Metric.Target == nil || r == nil || r.Metric == nil || r.Metric.From != i.From || i.From == "" {
				continue
			}
			if now := a.Metric.Baseline; !b.isDrafted(a.ID) && (now == nil || value == nil || math.Abs(*now-*value) > 1e-6) {
				continue // a hand gave it another number
			}
			if s := fmt.Sprintf("%s (action %d)", b.inUnit(i, *a.Metric.Target), b.number[a.ID]); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, "; ")
}

// latest is the last week in which an indicator was filled in, stage by stage where it is of stages.
func (b *builder) latest(i playbook.Indicator) string {
	var last model.Date
	for _, w := range b.e.Weeks {
		for key := range w.Indicators {
			if id, _, _ := strings.Cut(key, "@"); id == i.ID && !b.tooLate(w.Week) && (last == "" || w.Week.After(last)) {
				last = w.Week
			}
		}
	}
	var out []string
	for _, w := range b.e.Weeks {
		if w.Week != last || last == "" {
			continue
		}
		if x, ok := w.Indicators[i.ID]; ok {
			out = append(out, b.inUnit(i, x))
		}
		for _, s := range b.e.Stages {
			if x, ok := w.Indicators[i.ID+"@"+s.ID]; ok {
				out = append(out, document.Clean(s.Label())+" "+b.inUnit(i, x))
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, ", ") + " (week of " + monthDay(last) + ")"
}

// asked at each review, whatever the client.
var reviewed = map[int]string{
	30: "Which actions of the first phase are done, which are not and why. What is in use, and what only on paper.",
	60: "The same for the second phase. What managers saw in coaching. Which wins can be shown to others.",
	90: "A second funnel snapshot beside the baseline: what moved, and what could be chance. What to keep, change, expand or stop.",
}

// reviews are the days to look back, and what was said on those that have been.
func (b *builder) reviews() {
	b.head(2, "", "How they will be reviewed")
	t := document.Table{Caption: "Reviews", Columns: []document.Column{{Head: "Review", Width: 12}, {Head: "Date", Width: 18}, {Head: "What is looked at", Width: 45}}}
	t.Rows = append(t.Rows, texts("Every week", "", "The indicators, stage by stage. Ten minutes: what moved, who acts on it."))
	for _, phase := range plan.Phases() {
		when := b.reviewDay(phase)
		t.Rows = append(t.Rows, texts(fmt.Sprintf("Day %d", phase), day(when), reviewed[phase]))
	}
	b.add(t)
	for _, r := range b.e.Reviews {
		if r.Date == "" || b.tooLate(r.Date) {
			continue
		}
		var items [][]document.Inline
		for _, w := range r.Wins {
			items = append(items, []document.Inline{document.Bold("Win: "), {Text: b.people.say(w)}})
		}
		for _, w := range r.Expand {
			items = append(items, []document.Inline{document.Bold("To expand: "), {Text: b.people.say(w)}})
		}
		for line := range strings.SplitSeq(document.CleanLines(r.Note), "\n") {
			if l := model.ParseLine(line); l.Mark == model.Plain && l.Text != "" { // whose words a quote is, is not known
				items = append(items, document.Text(b.people.say(l.Text)))
			}
		}
		if len(items) > 0 {
			b.head(3, "", fmt.Sprintf("Day %d, held on %s", r.Day, day(r.Date)))
			b.add(document.List{Items: items})
		}
	}
}

// reviewDay is when a review is or was held: as agreed, else at the end of its phase.
func (b *builder) reviewDay(phase int) model.Date {
	for _, r := range b.e.Reviews {
		if r.Day == phase && r.Date != "" {
			return r.Date
		}
	}
	if _, ok := b.d.Start.Time(); !ok {
		return ""
	}
	return b.d.Start.AddDays(phase)
}
