package funnel

import "fmt"

// leastDays is the shortest period that a year is worked out from without a word of doubt.
const leastDays = 28

// YearDoubt says what the year's worth rests on where that is too little; else it is empty. The number stays as it is.
func (r *Result) YearDoubt() string {
	if r.AnnualWon == nil || r.Days >= leastDays {
		return ""
	}
	if r.Days == 1 {
		return "from 1 day: too short to speak for a year"
	}
	return fmt.Sprintf("from %d days: too short to speak for a year", r.Days)
}

// CycleDoubt says why a cycle of 0 days is none; else it is empty.
func (r *Result) CycleDoubt() string {
	if r.CycleDays == nil || *r.CycleDays > 0 {
		return ""
	}
	return "half or more were won on the day they were created: no cycle to go by"
}
