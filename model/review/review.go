// Package review is the look back at day 30, 60 or 90: what was done of what was due, what moved since the baseline and what
// could be chance, practices rated again, and what comes next. It is a pure function of the engagement, its playbook and a
// day: it imports model and, of its rooms, playbook, score, funnel, plan, follow and dashboard, and never touches files,
// clocks, randomness or a screen.
//
// It says what moved after the plan began, never what moved because of it.
package review

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Review is the look back of one day. Its JSON is the document of `gapbook review --json`.
type Review struct {
	Day  int        `json:"day"`
	On   model.Date `json:"on"`    // the day that plan, milestones, coaching and indicators are looked at
	AsOf model.Date `json:"as_of"` // the day up to which snapshots and ratings count: a funnel takes longer to ripen

	Plan       *plan.Progress        `json:"plan"`
	Indicators []dashboard.Indicator `json:"indicators"`
	MAPs       *follow.MAPs          `json:"maps"`
	Coaching   *follow.Coaching      `json:"coaching"`
	Funnel     *Funnel               `json:"funnel"`     // null: there are no two snapshots to compare
	NoFunnel   string                `json:"no_funnel"`  // why not
	Round      string                `json:"round"`      // of the re-audit
	Practices  []Practice            `json:"practices"`  // those rated again, in playbook order
	Next       []Next                `json:"next"`       // open actions, overdue ones first
	Bottleneck *dashboard.Bottleneck `json:"bottleneck"` // on the review's day

	Written bool     `json:"written"` // somebody wrote the review of this day
	Note    string   `json:"note"`
	Wins    []string `json:"wins"`
	Expand  []string `json:"expand"`
	Notes   []string `json:"notes"` // what a reader must know beside the numbers
}

// Next is an action that is still to be done.
type Next struct {
	Action  string     `json:"action"`
	Due     model.Date `json:"due"`
	Overdue bool       `json:"overdue"`
	Waits   []string   `json:"waits_for"`

	Of model.Action `json:"-"`
}

// Days are those that have a review.
func Days() []int { return []int{30, 60, 90} }

// Of looks back at a day. What is dated after asOf is left out.
func Of(e *model.Engagement, pb *playbook.Playbook, day int, asOf model.Date) *Review {
	r := &Review{
		Day: day, AsOf: asOf, Round: fmt.Sprintf("day-%d", day), Practices: []Practice{}, Next: []Next{}, Wins: []string{}, Expand: []string{},
		Notes: []string{},
	}
	for _, x := range e.Reviews {
		if x.Day == day && !r.Written && !x.Date.After(asOf) {
			r.Written, r.Note, r.On = true, x.Note, x.Date
			r.Wins, r.Expand = append(r.Wins, x.Wins...), append(r.Expand, x.Expand...)
		}
	}
	r.on(e)
	before := score.Compute(e, pb, score.Options{AsOf: asOf})
	page := dashboard.On(e, pb, before, r.On)
	r.Plan, r.Indicators, r.MAPs, r.Coaching, r.Bottleneck = page.Plan, page.Indicators, page.MAPs, page.Coaching, page.Bottleneck
	r.Notes = append(r.Notes, page.Notes...)
	r.Funnel, r.NoFunnel = Compare(e, pb, before, r.On, asOf)
	r.rerated(pb, before, score.Compute(e, pb, score.Options{AsOf: asOf, Round: r.Round}))
	r.next(e)
	return r
}

// on settles the day to look at: the one that the review bears, else that day of the plan, and never one to come.
func (r *Review) on(e *model.Engagement) {
	if _, ok := r.On.Time(); !ok {
		r.On = ""
		if _, ok := e.PlanStart.Time(); ok {
			r.On = e.PlanStart.AddDays(r.Day)
		}
	}
	switch {
	case r.On == "":
		r.On = r.AsOf
		r.Notes = append(r.Notes, "The plan has no start, so the review is as of today.")
	case r.On.After(r.AsOf):
		r.Notes = append(r.Notes, fmt.Sprintf("Day %d is %s and still to come: this is where things stand.", r.Day, r.On))
		r.On = r.AsOf
	}
}

func (r *Review) next(e *model.Engagement) {
	waits := map[string][]string{}
	for _, b := range r.Plan.Blocked {
		waits[b.Action] = b.By
	}
	take := func(a model.Action, late bool) {
		by := waits[a.ID]
		if by == nil {
			by = []string{}
		}
		r.Next = append(r.Next, Next{a.ID, a.Due, late, by, a})
	}
	var rest []model.Action
	for _, a := range plan.ByDue(e.Actions()) {
		_, dated := a.Due.Time()
		switch s := plan.StatusOn(a, r.On); {
		case s == model.ActionDone, s == model.Dropped:
		case dated && r.On.After(a.Due):
			take(a, true)
		default:
			rest = append(rest, a)
		}
	}
	for _, a := range rest {
		take(a, false)
	}
}
