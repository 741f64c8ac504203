package funnel_test

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

// A demo of two days must not speak for a year without saying so, nor may a cycle of 0 days pass for one.
func TestWhatANumberRestsOnIsSaidWhereItIsTooLittle(t *testing.T) {
	for _, c := range []struct {
		to           model.Date
		cycle        *float64
		year, cycle0 string
	}{
		{"2026-01-01", ptr(0.0), "from 1 day: too short to speak for a year", "half or more were won on the day they were created: no cycle to go by"},
		{"2026-01-02", ptr(0.5), "from 2 days: too short to speak for a year", ""},
		{"2026-01-27", nil, "from 27 days: too short to speak for a year", ""},
		{"2026-01-28", ptr(70.0), "", ""},
	} {
		f := model.Funnel{From: "2026-01-01", To: c.to, Won: ptr(10), WonAmount: ptr(1000.0), CycleDays: c.cycle}
		r := funnel.Compute(&model.Engagement{}, &f)
		if got := r.YearDoubt(); got != c.year {
			t.Errorf("until %s: %q", c.to, got)
		}
		if got := r.CycleDoubt(); got != c.cycle0 {
			t.Errorf("until %s: %q", c.to, got)
		}
	}
	f := model.Funnel{From: "2026-01-01", To: "2026-01-02"}
	if got := funnel.Compute(&model.Engagement{}, &f).YearDoubt(); got != "" {
		t.Errorf("there is no year's worth to doubt: %q", got)
	}
}
