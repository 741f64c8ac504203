package week

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

var (
	thousands = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)
	suffixes  = map[plan.Unit][]string{
		plan.Days: {"days", "day", "d"}, plan.Hours: {"hours", "hour", "h"}, plan.Points: {"points", "of 100"}, plan.Share: {"percent"},
	}
)

// read understands a number as it is typed in its unit: a share as 54, 54 %, 54,5 or 0.54. A share that is written as a
// bare 1 could be either, and is asked about rather than guessed.
func read(s string, unit plan.Unit, past bool) (x float64, problem string) {
	s = strings.ToLower(strings.TrimSpace(s))
	percent := false
	if unit == plan.Share {
		s, percent = strings.CutSuffix(s, "%")
		s = strings.TrimSpace(s)
	}
	for _, end := range suffixes[unit] {
		if rest, ok := strings.CutSuffix(s, end); ok {
			s, percent = strings.TrimSpace(rest), percent || unit == plan.Share
			break
		}
	}
	switch {
	case unit != plan.Share && thousands.MatchString(s):
		s = strings.ReplaceAll(s, ",", "")
	case strings.Count(s, ",") == 1 && !strings.Contains(s, "."):
		s = strings.Replace(s, ",", ".", 1)
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || strings.ContainsAny(s, "xp_") {
		return 0, "a number, " + how(unit)
	}
	if unit != plan.Share {
		if x < 0 && unit != plan.Unknown {
			return 0, "a number of 0 or more"
		}
		if unit == plan.Points && x > 100 {
			return 0, "a score lies between 0 and 100"
		}
		return x, ""
	}
	switch {
	case x == 1 && !percent && !strings.Contains(s, "."):
		return 0, "1 % or 100 %? Write it with the sign"
	case percent || x > 1:
		x = hundredth(s, x)
	}
	switch {
	case x < 0:
		return 0, "a share is not below 0 %"
	case x > 1 && !past:
		return 0, "a share is not above 100 %"
	}
	return x, ""
}

// hundredth moves the point of a number as it was typed by two places, so that 54.7 becomes 0.547 and no neighbour of it.
func hundredth(s string, x float64) float64 {
	if y, err := strconv.ParseFloat(s+"e-2", 64); err == nil {
		return y
	}
	return x / 100
}

// how is how a number is written.
func how(unit plan.Unit) string {
	switch unit {
	case plan.Share:
		return "like 54, 54 % or 0.54"
	case plan.Days:
		return "in days"
	case plan.Hours:
		return "in hours"
	case plan.Points:
		return "0 to 100"
	}
	return "with a point for decimals"
}

// typed is a number as one would type it, and as read understands it.
func typed(x *float64, unit plan.Unit) string {
	switch {
	case x == nil:
		return ""
	case unit == plan.Share:
		return strconv.FormatFloat(math.Round(*x*1e10)/1e8, 'f', -1, 64) + " %"
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// shownBack is a number as it was understood.
func shownBack(x float64, unit plan.Unit) string { return explain.Value(&x, unit) }
