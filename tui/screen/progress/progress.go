// Package progress says where an engagement stands: what the method has covered, what waits, and the next best step. It
// is pure: engagement, playbook and scores in, words and counts out. Home and the library show it. It imports model,
// evidence and the route type, and no widget.
package progress

import (
	"slices"
	"strconv"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// Progress is where an engagement stands on a day.
type Progress struct {
	E        *model.Engagement
	Playbook *playbook.Playbook
	Score    *score.Result // nil while it is not computed: coverage is then zero
	Today    model.Date

	Raw, Chase      int // `!` lines to triage and `?` lines to chase that nothing has become of
	Gaps, Strengths int // findings that are not dismissed
	Unproven        int // findings without evidence
	Actions, Done   int // of the plan, dropped ones left out
	Overdue         int
	Unowned         int // actions without owner or date
	Milestones      int // of mutual action plans, due within the week or overdue, while the plan is followed
	Rounds          int // reps without a coaching round this week, while the plan is followed
}

// Of counts.
func Of(e *model.Engagement, pb *playbook.Playbook, s *score.Result, today model.Date) Progress {
	p := Progress{E: e, Playbook: pb, Score: s, Today: today}
	p.Raw, p.Chase = open(e, pb, model.GapLine), open(e, pb, model.FollowUp)
	for _, f := range e.Findings {
		if f.Status == model.Dismissed {
			continue
		}
		if f.IsGap() {
			p.Gaps++
		} else {
			p.Strengths++
		}
		if len(f.Evidence) == 0 {
			p.Unproven++
		}
	}
	for _, x := range e.Actions() {
		st := x.StatusOr()
		if st == model.Dropped {
			continue
		}
		p.Actions++
		switch {
		case st == model.ActionDone:
			p.Done++
		case today.After(x.Due):
			p.Overdue++
		}
		if x.Owner == "" || x.Due == "" {
			p.Unowned++
		}
	}
	if _, over := follow.End(e, today); p.Day() > 0 && !over {
		p.Milestones, p.Rounds = len(follow.OfMAPs(e, today).Due), len(follow.OfCoaching(e, today).Due)
	}
	return p
}

// open counts the lines of a mark of which nothing has become yet.
func open(e *model.Engagement, pb *playbook.Playbook, mark model.Mark) int {
	n := 0
	for _, l := range evidence.Lines(e, pb, mark) {
		if l.Open() {
			n++
		}
	}
	return n
}

// Coverage is the scores' own; zero while they are not computed.
func (p Progress) Coverage() score.Coverage {
	if p.Score == nil {
		return score.Coverage{}
	}
	return p.Score.Coverage
}

// Day is the day of the plan, counted from its start; 0 before it or without a start.
func (p Progress) Day() int {
	start, ok := p.E.PlanStart.Time()
	today, ok2 := p.Today.Time()
	if !ok || !ok2 || today.Before(start) {
		return 0
	}
	return int(today.Sub(start).Hours()/24) + 1
}

// Phase is where the engagement stands in two or three words.
func (p Progress) Phase() string {
	c := p.Coverage()
	switch {
	case p.Actions > 0 && p.Done == p.Actions:
		return "plan done"
	case p.Actions > 0 && p.Day() > 90:
		return "after day 90"
	case p.Actions > 0 && p.Day() > 0:
		return "day " + strconv.Itoa(p.Day()) + " of 90"
	case p.Actions > 0:
		return "plan drafted"
	case p.Gaps > 0 && c.Calls.Enough:
		return "findings"
	case c.Stages.Audited > 0, len(p.E.Interviews) > 0, len(p.E.Calls) > 0:
		return "fieldwork"
	}
	return "setting up"
}

// Spot is a practice that leaders see differently from the field.
type Spot struct {
	Name          string
	Belief, Field float64
	Distance      float64 // above 0: leaders think it is better
	Clear         bool
}

// BlindSpots are the n widest, clear ones first.
func (p Progress) BlindSpots(n int) []Spot {
	if p.Score == nil {
		return nil
	}
	var out []Spot
	for _, x := range p.Score.Practices {
		if x.BlindSpot == nil || x.Field == nil || x.Lenses.Believed.Score == nil || *x.BlindSpot <= 0 {
			continue
		}
		s := Spot{Name: x.Practice, Belief: *x.Lenses.Believed.Score, Field: *x.Field, Distance: *x.BlindSpot, Clear: x.Clear}
		if pr := p.Playbook.Practice(x.Practice); pr != nil && pr.Name != "" {
			s.Name = pr.Name
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Spot) int {
		if a.Clear != b.Clear {
			if a.Clear {
				return -1
			}
			return 1
		}
		switch {
		case a.Distance > b.Distance:
			return -1
		case a.Distance < b.Distance:
			return 1
		}
		return 0
	})
	return out[:min(n, len(out))]
}
