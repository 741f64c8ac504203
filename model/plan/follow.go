package plan

import (
	"fmt"
	"time"

	"github.com/gapbook/gapbook/model"
)

// hitRate is the share of milestones met by the date first agreed, of those agreed for as-of or before. Late, missing
// and re-dated ones are misses.
func (n Numbers) hitRate() Number {
	asOf, ok := n.AsOf.Time()
	if !ok {
		return Number{}
	}
	met, of := 0, 0
	for _, m := range n.Engagement.MAPs {
		for _, x := range m.Milestones {
			agreed := x.FirstDue
			if agreed == "" {
				agreed = x.Due
			}
			due, ok := agreed.Time()
			if !ok || due.After(asOf) {
				continue
			}
			of++
			if done, ok := x.Done.Time(); ok && !done.After(due) {
				met++
			}
		}
	}
	if of == 0 {
		return Number{}
	}
	return share0(float64(met)/float64(of), fmt.Sprintf("mutual action plans, %d of %d milestones", met, of), of < 10)
}

// adherence is the share of weeks with a coaching round, over all reps, from the start of coaching on. A rep who is
// never coached counts; before the start there is no number.
func (n Numbers) adherence() Number {
	asOf, ok := n.AsOf.Time()
	if !ok {
		return Number{}
	}
	type repWeek struct {
		rep  string
		week time.Time
	}
	reps, held := map[string]bool{}, map[repWeek]bool{}
	start, begun := n.Engagement.CoachingStart.Time()
	var rounds []model.Round
	for _, r := range n.Engagement.Coaching {
		if day, ok := r.Date.Time(); ok && r.Rep != "" && !day.After(asOf) {
			rounds = append(rounds, r)
			reps[r.Rep] = true
		}
	}
	if !begun {
		for _, r := range rounds {
			if day, _ := r.Date.Time(); !begun || day.Before(start) {
				start, begun = day, true
			}
		}
	}
	if !begun || start.After(asOf) {
		return Number{}
	}
	for _, p := range n.Engagement.People {
		if p.Role == model.Rep {
			reps[p.ID] = true
		}
	}
	first := monday(start)
	for _, r := range rounds {
		if day, _ := r.Date.Time(); !monday(day).Before(first) {
			held[repWeek{r.Rep, monday(day)}] = true
		}
	}
	weeks := int(monday(asOf).Sub(first).Hours()/(24*7)) + 1
	if len(reps) == 0 {
		return Number{}
	}
	of := weeks * len(reps)
	return share0(float64(len(held))/float64(of), fmt.Sprintf("coaching rounds, %d of %d rep-weeks", len(held), of), of < 10)
}

// monday is the first day of the week of t.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }
