package plan

import (
	"cmp"
	"time"

	"github.com/gapbook/gapbook/model"
)

// start is day 0 of the plan and where it came from.
func start(e *model.Engagement, asOf model.Date) (model.Date, StartFrom) {
	if _, ok := e.PlanStart.Time(); ok {
		return e.PlanStart, FromPlanStart
	}
	if _, ok := asOf.Time(); ok {
		return asOf, FromAsOf
	}
	return "", FromNowhere
}

// due is the day of the j-th of a phase's k actions: spread evenly, and never on a weekend. It moves back to Friday; only
// where that lies before the phase (many actions, a phase that starts on a weekend) it moves on to Monday.
func due(day0 model.Date, phase, j, k int) model.Date {
	t, ok := day0.Time()
	if !ok || k <= 0 {
		return ""
	}
	begin := t.AddDate(0, 0, phase-30)
	day := begin.AddDate(0, 0, (30*j+k-1)/k)
	back := 0
	switch day.Weekday() {
	case time.Saturday:
		back = 1
	case time.Sunday:
		back = 2
	}
	if friday := day.AddDate(0, 0, -back); !friday.Before(begin) {
		return model.DateOf(friday)
	}
	return model.DateOf(day.AddDate(0, 0, 3-back))
}

// byDue sorts by due date, those without a readable one last.
func byDue(a, b model.Action) int {
	x, ok := a.Due.Time()
	y, ok2 := b.Due.Time()
	switch {
	case ok && ok2:
		return x.Compare(y)
	case ok == ok2:
		return 0
	}
	return cmp.Compare(rank(ok2), rank(ok))
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}
