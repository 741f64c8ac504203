package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// Numbers are rounded here and nowhere else, half away from zero as on the screen.

func whole(x float64) string { return strconv.FormatFloat(math.Round(x)+0, 'f', 0, 64) }

// onePlace has exactly one digit after the point.
func onePlace(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10+0, 'f', 1, 64) }

// plusMinus writes the sign of a number that is rounded by how.
func plusMinus(x float64, how func(float64) string) string {
	if x < 0 {
		return "-" + how(-x)
	}
	return "+" + how(x)
}

func tenth(share float64) string { return onePlace(100*share) + "%" }

func percent(x float64) string { return whole(100*x) + "%" }

// points is a score, or what says that there is none.
func points(x *float64) string {
	if x == nil {
		return "no score"
	}
	return whole(*x)
}

// plain is a number with no more digits than it has, at most two after the point.
func plain(x float64) string {
	s := strconv.FormatFloat(math.Round(x*100)/100+0, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// money has three digits that count, the rest are noise.
func money(currency string, x float64) string {
	if step := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-2); x != 0 && step > 1 {
		x = math.Round(x/step) * step
	}
	return strings.TrimSpace(document.Clean(currency) + " " + grouped(whole(x)))
}

// grouped sets thousands apart.
func grouped(s string) string {
	whole, rest, point := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return whole + "." + rest
	}
	return whole
}

func day(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return document.Clean(string(d))
	}
	return t.Format("2 January 2006")
}

func shortDay(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return document.Clean(string(d))
	}
	return t.Format("Mon\u00A02\u00A0Jan") // a date does not break
}

// dueDay is shortDay, with its year where that is another than the plan begins in.
func (b *builder) dueDay(d model.Date) string {
	t, ok := d.Time()
	begin, known := b.d.Start.Time()
	if ok && known && t.Year() != begin.Year() {
		return t.Format("Mon\u00A02\u00A0Jan\u00A02006")
	}
	return shortDay(d)
}

// period is two days in words, the year once where it is the same.
func period(from, to model.Date) string {
	a, ok := from.Time()
	b, ok2 := to.Time()
	if ok && ok2 && a.Year() == b.Year() {
		return a.Format("2 January") + " to " + b.Format("2 January 2006")
	}
	return day(from) + " to " + day(to)
}

func many(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// shareText is k of n, with its interval where there are enough to speak of a share.
func shareText(s *funnel.Share, few int) string {
	if s == nil {
		return "no cases"
	}
	if s.N < few {
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s (%d of %d; 95%% interval %s to %s)", percent(s.Value), s.K, s.N, percent(s.Low), percent(s.High))
}

// amount is a metric's number in its unit. A number of one's own has no unit: between 0 and 1 it is a share.
func amount(x float64, unit plan.Unit, currency string) string {
	switch unit {
	case plan.Share:
		return percent(x)
	case plan.Points:
		return whole(x) + " of 100"
	case plan.Days:
		return plain(x) + " days"
	case plan.Hours:
		return plain(x) + " hours"
	case plan.PerDay:
		return money(currency, x) + " a day"
	}
	return grouped(plain(x))
}

func list(items []string) string {
	if n := len(items); n > 1 {
		return strings.Join(items[:n-1], ", ") + " and " + items[n-1]
	}
	return strings.Join(items, "")
}
