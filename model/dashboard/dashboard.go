// Package dashboard is the weekly page: each indicator by week against its baseline and target, the bottleneck to coach, and
// how plan, mutual action plans and coaching stand. It is a pure function of the engagement, its playbook, its scores and a
// day: it imports model and, of its rooms, playbook, score, funnel, plan and follow, and never touches files, clocks,
// randomness or a screen.
//
// A number that does not exist is nil, never 0, and nothing is rounded.
package dashboard

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Dashboard is the page of one day. Its JSON is the document of `gapbook dashboard --json`.
type Dashboard struct {
	AsOf       model.Date       `json:"as_of"`
	Week       model.Date       `json:"week"` // the Monday of its week
	Day        *int             `json:"day"`  // of the plan, counted from 1; null before it, and without a start
	Indicators []Indicator      `json:"indicators"`
	Bottleneck *Bottleneck      `json:"bottleneck"`
	Plan       *plan.Progress   `json:"plan"`
	MAPs       *follow.MAPs     `json:"maps"`
	Coaching   *follow.Coaching `json:"coaching"`
	Notes      []string         `json:"notes"` // what a reader must know beside the numbers
}

// board is what the page is made from.
type board struct {
	e     *model.Engagement
	pb    *playbook.Playbook
	sc    *score.Result
	day   model.Date
	later *model.Funnel // a snapshot after the baseline that was there on the day
}

// On makes the page of a day. The scores are those of the baseline round.
func On(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, day model.Date) *Dashboard {
	if sc == nil {
		sc = &score.Result{}
	}
	b := &board{e, pb, sc, day, funnel.Later(e, day)}
	d := &Dashboard{
		AsOf: day, Plan: plan.ProgressOn(e, day), MAPs: follow.OfMAPs(e, day), Coaching: follow.OfCoaching(e, day), Notes: []string{},
	}
	if t, ok := day.Time(); ok {
		d.Week = model.DateOf(follow.Monday(t))
		if start, ok := e.PlanStart.Time(); ok && !t.Before(start) {
			n := int(t.Sub(start).Hours()/24) + 1
			d.Day = &n
		}
	}
	d.Indicators = b.indicators()
	d.Bottleneck = b.bottleneck(d)
	for _, i := range d.Indicators {
		if i.Apart() {
			note := i.Label() + ": the weeks as entered and what this file gives differ."
			if last := d.Coaching.Kept(); last != "" && i.Measure.From == plan.CORE && i.Points[len(i.Points)-1].Week.After(last) {
				note = fmt.Sprintf("%s: the rounds in this file end on %s, the weeks as entered go on. Weeks after that count as weeks without a round.", i.Label(), words(last))
			}
			d.Notes = append(d.Notes, note)
		}
	}
	return d
}

// words is a day for a sentence.
func words(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return string(d)
	}
	return t.Format("2 January 2006")
}
