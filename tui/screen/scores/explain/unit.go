package explain

import (
	"strings"

	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/style"
)

// Value is a number in its unit, with no more digits than were given, one after the point at most.
func Value(x *float64, unit plan.Unit) string {
	if x == nil {
		return style.Minus
	}
	switch unit {
	case plan.Share:
		return Tenths(100**x) + " %"
	case plan.Points:
		return Whole(*x)
	case plan.Days:
		return Tenths(*x) + " d"
	case plan.Hours:
		return Tenths(*x) + " h"
	case plan.PerDay:
		return Money("", *x)
	}
	return Tenths(*x)
}

// Delta is a difference in its unit, with its sign; that of shares is in points.
func Delta(x *float64, unit plan.Unit) string {
	if x == nil {
		return style.Minus
	}
	switch unit {
	case plan.Share:
		return SignedTenths(100**x) + " pts"
	case plan.Points:
		return Signed(*x)
	case plan.Days:
		return SignedTenths(*x) + " d"
	case plan.Hours:
		return SignedTenths(*x) + " h"
	case plan.PerDay:
		if *x < 0 {
			return strings.Replace(Money("", *x), "-", "−", 1)
		}
		return "+" + Money("", *x)
	}
	return SignedTenths(*x)
}
