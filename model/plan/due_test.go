package plan

import (
	"testing"

	"github.com/gapbook/gapbook/model"
)

func TestDue(t *testing.T) {
	for _, c := range []struct {
		day0        model.Date
		phase, j, k int
		want        model.Date
	}{
		{"2026-04-06", 30, 1, 9, "2026-04-10"},   // ceil(30/9) = 4
		{"2026-04-06", 30, 2, 9, "2026-04-13"},   // 7
		{"2026-04-06", 30, 3, 9, "2026-04-16"},   // 10
		{"2026-04-06", 30, 4, 9, "2026-04-20"},   // ceil(13.3) = 14
		{"2026-04-06", 60, 1, 1, "2026-06-05"},   // day 60
		{"2026-04-06", 90, 1, 1, "2026-07-03"},   // day 90 is a Sunday
		{"2026-04-04", 30, 1, 30, "2026-04-06"},  // back from day 1, a Sunday, would be before the plan
		{"2026-04-06", 30, 30, 30, "2026-05-06"}, // day 30 belongs to the phase
		{"", 30, 1, 1, ""},
		{"April", 30, 1, 1, ""},
	} {
		if got := due(c.day0, c.phase, c.j, c.k); got != c.want {
			t.Errorf("due(%s, %d, %d of %d) = %s, want %s", c.day0, c.phase, c.j, c.k, got, c.want)
		}
	}
}
