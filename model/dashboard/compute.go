package dashboard

import (
	"math"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
)

// mostWeeks bounds a series that is computed.
const mostWeeks = 53

// numbers are what the file gives as of a day, from a snapshot of the funnel.
func (b *board) numbers(day model.Date, snapshot *model.Funnel) plan.Numbers {
	return plan.Numbers{Engagement: b.e, Playbook: b.pb, Score: b.sc, AsOf: day, Snapshot: snapshot}
}

func (b *board) number(i *Indicator, day model.Date, snapshot *model.Funnel) plan.Number {
	return b.numbers(day, snapshot).Baseline(i.Measure.From, plan.Place{Stage: i.Measure.Stage})
}

// compute adds what the file gives by itself. A series that somebody entered stays as it is; one that nobody did is
// computed, each week as of its Sunday.
func (b *board) compute(i *Indicator) {
	followed := plan.Followed(i.Measure.From)
	switch {
	case followed:
		i.Now = now(b.number(i, b.day, nil))
	case b.later != nil:
		if n := b.number(i, b.day, b.later); b.about(i, n) {
			i.Now = now(n)
		}
	}
	if !followed || len(i.Points) > 0 || i.Now == nil {
		return
	}
	i.Computed = true
	for _, week := range b.span() {
		day := week.AddDays(6)
		if day.After(b.day) {
			day = b.day
		}
		if n := b.number(i, day, nil); n.Value != nil {
			i.Points = append(i.Points, Point{week, *n.Value, n.Share})
		}
	}
}

// about says whether a number of a later snapshot is that of the indicator, and not of another stage that stood in for it.
func (b *board) about(i *Indicator, n plan.Number) bool {
	return n.Value != nil && n.Where != "" && b.fromFunnel(i) && (i.Measure.Stage == "" || n.Stage == i.Measure.Stage)
}

func (b *board) fromFunnel(i *Indicator) bool {
	return len(i.Measure.From) > len("funnel.") && i.Measure.From[:len("funnel.")] == "funnel."
}

func now(n plan.Number) *Now {
	if n.Value == nil {
		return nil
	}
	return &Now{*n.Value, n.Share, n.Where}
}

// span are the Mondays from the plan's start, else the first week or round there is, to the day.
func (b *board) span() []model.Date {
	day, ok := b.day.Time()
	if !ok {
		return nil
	}
	first, begun := b.e.PlanStart.Time()
	if !begun {
		c := follow.OfCoaching(b.e, b.day)
		first, begun = c.Start.Time()
		for _, s := range follow.Milestones(b.e, b.day) {
			if t, ok := s.Agreed.Time(); ok && (!begun || t.Before(first)) {
				first, begun = t, true
			}
		}
	}
	if !begun {
		return nil
	}
	var out []model.Date
	for t := follow.Monday(day); !t.Before(follow.Monday(first)) && len(out) < mostWeeks; t = t.AddDate(0, 0, -7) {
		out = append(out, model.DateOf(t))
	}
	slices.Reverse(out)
	return out
}

// plan finds the actions that a number judges, and takes baseline and target from the one that aims farthest. A number that
// the plan does not name has the baseline that the file gives: of the baseline snapshot, of the calls, or as of the day
// before the plan began.
func (b *board) plan(i *Indicator) {
	var of *model.Metric
	for _, a := range b.e.Actions() {
		m := plan.MeasureOf(b.e, b.pb, b.sc.Funnel, a)
		if m.From == "" || m.From != i.Measure.From || m.Stage != i.Measure.Stage || plan.StatusOn(a, b.day) == model.Dropped {
			continue
		}
		i.Actions = append(i.Actions, a.ID)
		if of == nil || (of.Baseline == nil && a.Metric.Baseline != nil) || farther(i.Better, a.Metric, of) {
			of = a.Metric
			i.Action = &a.ID
		}
	}
	if of != nil {
		i.Baseline, i.Target = sound(of.Baseline), sound(of.Target)
	}
	if i.Baseline != nil {
		i.BaseFrom = "plan"
		return
	}
	day := b.day
	if _, ok := b.e.PlanStart.Time(); ok {
		day = b.e.PlanStart.AddDays(-1)
	}
	n := b.number(i, day, nil)
	if i.Measure.Stage != "" && n.Stage != i.Measure.Stage {
		return // the stage is not in the snapshot, and another is no baseline for it
	}
	i.Baseline, i.BaseFrom = n.Value, n.Where
}

func farther(better string, a, b *model.Metric) bool {
	if sound(a.Target) == nil || sound(a.Baseline) == nil || sound(b.Target) == nil || sound(b.Baseline) == nil {
		return false
	}
	if better == "down" {
		return *a.Target < *b.Target
	}
	return *a.Target > *b.Target
}

func sound(x *float64) *float64 {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return nil
	}
	return x
}
