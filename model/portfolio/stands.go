package portfolio

import (
	"strconv"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/review"
)

// stands is where an engagement is on the day of the look, whenever it ended.
func (f *found) stands() string {
	day := 0
	start, ok := f.e.PlanStart.Time()
	if on, ok2 := f.opt.AsOf.Time(); ok && ok2 && !on.Before(start) {
		day = int(on.Sub(start).Hours()/24) + 1
	}
	p := f.Plan
	switch {
	case p.Actions > 0 && p.Done == p.Actions:
		return "plan done"
	case p.Actions > 0 && day > 90:
		return "after day 90"
	case p.Actions > 0 && day > 0:
		return "day " + strconv.Itoa(day) + " of 90"
	case p.Actions > 0:
		return "plan drafted"
	case len(f.e.Findings) > 0:
		return "findings"
	case len(f.e.Audits) > 0, len(f.e.Interviews) > 0, len(f.e.Calls) > 0:
		return "fieldwork"
	}
	return "setting up"
}

// next is the first day to come on which something of the plan is due, or a review is.
func (f *found) next() model.Date {
	var next model.Date
	see := func(d model.Date) {
		if _, ok := d.Time(); ok && !f.opt.AsOf.After(d) && (next == "" || next.After(d)) {
			next = d
		}
	}
	for _, a := range f.e.Actions() {
		if s := plan.StatusOn(a, f.opt.AsOf); s != model.ActionDone && s != model.Dropped {
			see(a.Due)
		}
	}
	if _, ok := f.e.PlanStart.Time(); ok && len(f.e.Actions()) > 0 {
		for _, d := range review.Days() {
			see(f.e.PlanStart.AddDays(d))
		}
	}
	return next
}
