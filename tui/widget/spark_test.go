package widget_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/widget"
)

func TestSpark(t *testing.T) {
	ptr := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		w      int
		values []float64
		others []*float64
		want   string
	}{
		{5, nil, nil, ""},
		{5, []float64{3, 3}, nil, "▄▄"},
		{5, []float64{0, 7}, nil, "▁█"},
		{2, []float64{9, 0, 7}, nil, "▁█"},                           // the last two
		{3, []float64{0, 7}, []*float64{nil, ptr(14)}, "▁▄"},         // a target that is far off keeps it low
		{8, []float64{0, 1, 2, 3, 4, 5, 6, 7}, nil, "▁▂▃▄▅▆▇█"},      // each step
		{0, []float64{1, 2}, nil, ""},                                // no room
		{3, []float64{7, 0}, []*float64{ptr(7), ptr(0)}, "█▁"},       // the ends
		{4, []float64{-1, 0, 1}, []*float64{ptr(-1), ptr(1)}, "▁▄█"}, // below 0 too
	} {
		if got := widget.Spark(c.w, c.values, c.others...); got != c.want {
			t.Errorf("%v in %d: %q, want %q", c.values, c.w, got, c.want)
		}
	}
}
