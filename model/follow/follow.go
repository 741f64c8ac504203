// Package follow measures how a plan is lived: mutual action plans by their dates, and CORE coaching by its weeks. It is a
// pure function of an engagement and a day: it imports model, model/funnel, for shares with their intervals, and model/fold, and
// never touches files, clocks, randomness or a screen.
//
// A number that does not exist is nil, never 0, and nothing is rounded.
package follow

import (
	"time"

	"github.com/gapbook/gapbook/model"
)

// quiet is how long nothing may have been recorded before an engagement counts as finished.
const quiet = 14

// End is the day to look at an engagement when nobody names one. That is today; only where the 90 days are over and nothing
// has been recorded for two weeks it is the day when following ended, so that the weeks after it do not count as weeks
// without coaching. Over says which.
func End(e *model.Engagement, today model.Date) (day model.Date, over bool) {
	now, ok := today.Time()
	if !ok {
		return today, false
	}
	var last time.Time
	see := func(d model.Date, more int) {
		if t, ok := d.Time(); ok && t.AddDate(0, 0, more).After(last) && !t.After(now) {
			last = t.AddDate(0, 0, more)
		}
	}
	if start, ok := e.PlanStart.Time(); ok && start.AddDate(0, 0, 90).After(now) {
		return today, false
	}
	for _, w := range e.Weeks {
		see(w.Week, 6)
	}
	for _, r := range e.Coaching {
		see(r.Date, 0)
	}
	for _, r := range e.Reviews {
		see(r.Date, 0)
	}
	if last.IsZero() {
		return today, false // it was not followed: nothing has an end
	}
	see(e.PlanStart, 90)
	if now.Sub(last) < quiet*24*time.Hour {
		return today, false
	}
	return model.DateOf(last), true
}

// Monday is the first day of the week of t.
func Monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// weekOf is the Monday of a day's week.
func weekOf(t time.Time) model.Date { return model.DateOf(Monday(t)) }

// Kept is the day to which a file holds what is followed, where that is two weeks or more before the day asked for: rounds
// may well be held and counted elsewhere. Absent where there is nothing to say.
func (c *Coaching) Kept() model.Date {
	var last model.Date
	for _, r := range c.Reps {
		last = max(last, r.Last)
	}
	end, ok := last.Time()
	day, ok2 := c.AsOf.Time()
	if !ok || !ok2 || day.Sub(end) < quiet*24*time.Hour {
		return ""
	}
	return last
}
