package week

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/plan"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		typed string
		unit  plan.Unit
		want  float64
	}{
		{"54", plan.Share, 0.54},
		{"54%", plan.Share, 0.54},
		{"54 %", plan.Share, 0.54},
		{"0.54", plan.Share, 0.54},
		{".54", plan.Share, 0.54},
		{"54,5", plan.Share, 0.545},
		{"0,54", plan.Share, 0.54},
		{"70.6 %", plan.Share, 0.706},
		{"1%", plan.Share, 0.01},
		{"0.5%", plan.Share, 0.005},
		{"1.0", plan.Share, 1},
		{"100", plan.Share, 1},
		{"0", plan.Share, 0},
		{"54 percent", plan.Share, 0.54},
		{"19", plan.Days, 19},
		{"19,5 days", plan.Days, 19.5},
		{"16 h", plan.Hours, 16},
		{"12,340", plan.PerDay, 12340},
		{"12,5", plan.PerDay, 12.5},
		{"-3", plan.Unknown, -3},
		{"62", plan.Points, 62},
	} {
		if got, problem := read(c.typed, c.unit, false); problem != "" || got != c.want {
			t.Errorf("%q in %v: %v %q, want %v", c.typed, c.unit, got, problem, c.want)
		}
	}
	for _, c := range []struct {
		typed string
		unit  plan.Unit
	}{
		{"1", plan.Share}, // 1 % or all of it
		{"101", plan.Share},
		{"-1", plan.Share},
		{"-1%", plan.Share},
		{"half", plan.Share},
		{"NaN", plan.Share},
		{"inf", plan.Days},
		{"0x10", plan.Days},
		{"1.234,5", plan.PerDay},
		{"-2", plan.Days},
		{"101", plan.Points},
		{"5 %", plan.Days},
		{"%", plan.Share},
	} {
		if got, problem := read(c.typed, c.unit, false); problem == "" {
			t.Errorf("%q in %v is read as %v", c.typed, c.unit, got)
		}
	}
	if x, problem := read("112 %", plan.Share, true); problem != "" || x != 1.12 {
		t.Errorf("more may close than was committed: %v %q", x, problem)
	}
}

// What a form shows is read as the number that it was, so that a week looked at and kept is as it was.
func TestTypedIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]plan.Unit{plan.Share, plan.Days, plan.Hours, plan.PerDay}).Draw(t, "unit")
		x := rapid.Float64Range(0, 1e6).Draw(t, "x")
		if unit == plan.Share {
			x = float64(rapid.IntRange(0, 1000).Draw(t, "tenths")) / 1000
		}
		got, problem := read(typed(&x, unit), unit, false)
		if problem != "" || got != x {
			t.Fatalf("%v is shown as %q and read as %v: %s", x, typed(&x, unit), got, problem)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"54", "54 %", "0.54", "1", "1,000", "12,5 h", "1e9", "-0", "\x1b[2J", "％"} {
		f.Add(s, 0)
	}
	units := []plan.Unit{plan.Share, plan.Days, plan.Hours, plan.PerDay, plan.Points, plan.Unknown}
	f.Fuzz(func(t *testing.T, s string, unit int) {
		u := units[((unit%len(units))+len(units))%len(units)]
		x, problem := read(s, u, false)
		if problem == "" && (math.IsNaN(x) || math.IsInf(x, 0) || (u == plan.Share && (x < 0 || x > 1)) || (u != plan.Unknown && x < 0)) {
			t.Errorf("%q is read as %v", s, x)
		}
	})
}
