package follow

import (
	"cmp"
	"slices"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

// Coaching is the CORE coaching of an engagement, measured on a day.
type Coaching struct {
	AsOf       model.Date    `json:"as_of"`
	Start      model.Date    `json:"start"`      // coaching_start, else the team's first round
	Week       model.Date    `json:"week"`       // the Monday of the day's week
	Weeks      int           `json:"weeks"`      // from the start's to the day's, both counted
	Rounds     int           `json:"rounds"`     // held by the day
	Adherence  *funnel.Share `json:"adherence"`  // rep-weeks with a round, the day's week among them however young it is
	Finished   *funnel.Share `json:"finished"`   // the same over the weeks that are over
	Completion *funnel.Share `json:"completion"` // actions done by their date, of those due by the day
	Reps       []Coached     `json:"reps"`       // in the order of people
	Coaches    []Coached     `json:"coaches"`
	Due        []string      `json:"due"`   // reps without a round in the day's week
	Steps      []Step        `json:"steps"` // agreed, not done, and due by the end of the day's week
}

// Coached is one rep, or one coach over the reps that are theirs.
type Coached struct {
	Person     string        `json:"person"` // id; absent: reps whose coach nobody named
	Coach      string        `json:"coach,omitempty"`
	Reps       int           `json:"reps,omitempty"`
	Rounds     int           `json:"rounds"`
	Adherence  *funnel.Share `json:"adherence"`
	Completion *funnel.Share `json:"completion"`
	Last       model.Date    `json:"last"`            // of the latest round
	Focus      string        `json:"focus,omitempty"` // what the latest round was about
}

// Step is the one action that a round agreed on.
type Step struct {
	Round  string     `json:"round"`
	Rep    string     `json:"rep"`
	Coach  string     `json:"coach"`
	Action string     `json:"action"`
	Due    model.Date `json:"due"`
}

// tally counts rep-weeks and actions.
type tally struct{ weeks, of, over, overOf, done, due int }

func (t *tally) add(o tally) {
	t.weeks, t.of, t.done, t.due = t.weeks+o.weeks, t.of+o.of, t.done+o.done, t.due+o.due
	t.over, t.overOf = t.over+o.over, t.overOf+o.overOf
}

func (t tally) adherence() *funnel.Share  { return funnel.ShareOf(t.weeks, t.of) }
func (t tally) finished() *funnel.Share   { return funnel.ShareOf(t.over, t.overOf) }
func (t tally) completion() *funnel.Share { return funnel.ShareOf(t.done, t.due) }

// Adherence is the share alone: over all reps, a week with a round of all weeks from the start on. A rep who is never
// coached counts. Nil before the start.
func Adherence(e *model.Engagement, asOf model.Date) *funnel.Share {
	return OfCoaching(e, asOf).Adherence
}

// OfCoaching measures the coaching as of a day.
func OfCoaching(e *model.Engagement, asOf model.Date) *Coaching {
	c := &Coaching{AsOf: asOf, Reps: []Coached{}, Coaches: []Coached{}, Due: []string{}, Steps: []Step{}}
	day, ok := asOf.Time()
	if !ok {
		return c
	}
	c.Week = weekOf(day)
	rounds, start, begun := held(e, day)
	c.Rounds = len(rounds)
	if !begun || start.After(day) {
		return c
	}
	c.Start = model.DateOf(start)
	c.Weeks = int(Monday(day).Sub(Monday(start)).Hours()/(24*7)) + 1

	var all tally
	byCoach := map[string]*Coached{}
	coachTally := map[string]*tally{}
	var coaches []string
	for _, rep := range reps(e, rounds) {
		r, t := c.rep(e, rep, rounds, day)
		c.Reps = append(c.Reps, r)
		all.add(t)
		if r.Last == "" || weekBefore(r.Last, c.Week) {
			c.Due = append(c.Due, rep)
		}
		x := byCoach[r.Coach]
		if x == nil {
			x = &Coached{Person: r.Coach}
			byCoach[r.Coach], coachTally[r.Coach] = x, &tally{}
			coaches = append(coaches, r.Coach)
		}
		x.Reps++
		x.Rounds += r.Rounds
		x.Last = max(x.Last, r.Last)
		coachTally[r.Coach].add(t)
	}
	c.Adherence, c.Finished, c.Completion = all.adherence(), all.finished(), all.completion()
	slices.SortStableFunc(coaches, func(a, b string) int { return cmp.Compare(place(e, a), place(e, b)) })
	for _, id := range coaches {
		x := byCoach[id]
		x.Adherence, x.Completion = coachTally[id].adherence(), coachTally[id].completion()
		c.Coaches = append(c.Coaches, *x)
	}
	c.open(rounds, day)
	return c
}

// held are the rounds by a day that name a rep, and when coaching began.
func held(e *model.Engagement, day time.Time) (rounds []model.Round, start time.Time, begun bool) {
	start, begun = e.CoachingStart.Time()
	named := begun
	for _, r := range e.Coaching {
		t, ok := r.Date.Time()
		if !ok || r.Rep == "" || t.After(day) {
			continue
		}
		rounds = append(rounds, r)
		if !named && (!begun || t.Before(start)) {
			start, begun = t, true
		}
	}
	slices.SortStableFunc(rounds, func(a, b model.Round) int { return cmp.Compare(a.Date, b.Date) })
	return rounds, start, begun
}

// reps are all that should be coached: everyone of that role, in the order of people, and whoever had a round.
func reps(e *model.Engagement, rounds []model.Round) []string {
	var out []string
	take := func(id string) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, p := range e.People {
		if p.Role == model.Rep {
			take(p.ID)
		}
	}
	for _, r := range rounds {
		take(r.Rep)
	}
	return out
}

func (c *Coaching) rep(e *model.Engagement, id string, rounds []model.Round, day time.Time) (Coached, tally) {
	r, t := Coached{Person: id}, tally{of: c.Weeks}
	weeks := map[model.Date]bool{}
	first, _ := c.Start.Time()
	for _, x := range rounds {
		if x.Rep != id {
			continue
		}
		r.Rounds++
		r.Last, r.Focus, r.Coach = x.Date, x.Clarify, x.Coach
		if at, _ := x.Date.Time(); !Monday(at).Before(Monday(first)) {
			weeks[weekOf(at)] = true
		}
		if x.Execute == nil {
			continue
		}
		if due, ok := x.Execute.Due.Time(); ok && !due.After(day) {
			t.due++
			if done, ok := x.Execute.Done.Time(); ok && !done.After(due) {
				t.done++
			}
		}
	}
	t.weeks, t.over, t.overOf = len(weeks), len(weeks), c.Weeks
	if day.Weekday() != time.Sunday {
		t.overOf--
		if weeks[c.Week] {
			t.over--
		}
	}
	if r.Coach == "" {
		r.Coach = manager(e, id)
	}
	r.Adherence, r.Completion = t.adherence(), t.completion()
	return r, t
}

// manager is whose a rep is who has not been coached: the one manager of the same team; absent where that is nobody, or
// not one.
func manager(e *model.Engagement, rep string) string {
	p := e.Person(rep)
	if p == nil || p.Team == "" {
		return ""
	}
	found := ""
	for _, x := range e.People {
		if x.Role == model.Manager && x.Team == p.Team {
			if found != "" {
				return ""
			}
			found = x.ID
		}
	}
	return found
}

// open are the steps to ask about: not done by the day, and due by the end of its week.
func (c *Coaching) open(rounds []model.Round, day time.Time) {
	end := c.Week.AddDays(6)
	for _, r := range rounds {
		x := r.Execute
		if x == nil || x.Due.After(end) {
			continue
		}
		if done, ok := x.Done.Time(); ok && !done.After(day) {
			continue
		}
		if _, ok := x.Due.Time(); ok {
			c.Steps = append(c.Steps, Step{r.ID, r.Rep, r.Coach, x.Action, x.Due})
		}
	}
	slices.SortStableFunc(c.Steps, func(a, b Step) int { return cmp.Compare(a.Due, b.Due) })
}

// place is where a person stands among people; who is not there comes last.
func place(e *model.Engagement, id string) int {
	for i := range e.People {
		if e.People[i].ID == id && id != "" {
			return i
		}
	}
	return len(e.People)
}

// weekBefore says whether a day lies before a week that begins on a Monday.
func weekBefore(d, monday model.Date) bool { return monday.After(d) }
