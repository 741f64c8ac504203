package explain

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Numbers are rounded for the screen here, half away from zero: Sprintf rounds half to even, and the same number would
// read otherwise in the report.

// Points is a score of 0 to 100, or what stands for none.
func Points(x *float64) string {
	if x == nil {
		return style.Minus
	}
	return Whole(*x)
}

// Whole is a number without decimals; never -0.
func Whole(x float64) string { return strconv.FormatFloat(math.Round(x)+0, 'f', 0, 64) }

// Tenths is a number with at most one decimal.
func Tenths(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10+0, 'f', -1, 64)
}

// Tenth is a number with exactly one decimal.
func Tenth(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10+0, 'f', 1, 64) }

// Signed is a number with its sign, without decimals.
func Signed(x float64) string {
	switch r := math.Round(x); {
	case r > 0:
		return "+" + Whole(r)
	case r < 0:
		return "−" + Whole(-r)
	}
	return "0"
}

// SignedTenths is a number with its sign and at most one decimal.
func SignedTenths(x float64) string {
	switch r := math.Round(x * 10); {
	case r > 0:
		return "+" + Tenths(x)
	case r < 0:
		return "−" + Tenths(-x)
	}
	return "0"
}

// Percent is a share of 0 to 1.
func Percent(x float64) string { return Whole(100*x) + " %" }

// Share is a share with its counts and 95 % interval; below `few` cases it is counts alone, and says so.
func Share(s *funnel.Share, few int) string {
	switch {
	case s == nil:
		return "no cases"
	case s.N < few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s (%d of %d; 95 %% interval %s to %s)", Percent(s.Value), s.K, s.N, Percent(s.Low), Percent(s.High))
}

// Money is an amount short enough to compare at a glance; the currency may be absent.
func Money(currency string, x float64) string {
	unit := ""
	switch a := math.Abs(x); {
	case a >= 999_500:
		x, unit = x/1e6, "M"
	case a >= 1000:
		x, unit = x/1e3, "k"
	}
	s := Whole(x)
	if math.Abs(x) < 10 && unit != "" {
		s = Tenths(x)
	}
	return strings.TrimSpace(layout.Clean(currency) + " " + s + unit)
}

// Amount is an amount in full, for formulas.
func Amount(currency string, x float64) string {
	s := Whole(x)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return strings.TrimSpace(layout.Clean(currency) + " " + s)
}

// Count is a number of things in words.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Day is a date as people say it; one that is none stays as it was written.
func Day(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return string(d)
	}
	return t.Format("2 Jan 2006")
}

// Weekday is a date short, with its weekday.
func Weekday(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return string(d)
	}
	return t.Format("Mon 2 Jan")
}

// Or is the first text that is not empty.
func Or(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// List joins with commas and an and.
func List(items []string) string {
	if n := len(items); n > 1 {
		return strings.Join(items[:n-1], ", ") + " and " + items[n-1]
	}
	return strings.Join(items, "")
}
