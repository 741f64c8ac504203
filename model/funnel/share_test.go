package funnel_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/funnel"
)

// Wilson's interval solves (x - p)² n = z² x (1 - x): put back in, both ends must.
func TestWilson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		s := funnel.ShareOf(k, n)
		if !(0 <= s.Low && s.Low <= s.Value && s.Value <= s.High && s.High <= 1) || s.Few != (n < 10) {
			t.Fatalf("%+v", s)
		}
		for _, x := range []float64{s.Low, s.High} {
			left, right := (x-s.Value)*(x-s.Value)*float64(n), 1.96*1.96*x*(1-x)
			if math.Abs(left-right) > 1e-9 {
				t.Fatalf("%d of %d: %v does not solve it", k, n, x)
			}
		}
		mirror := funnel.ShareOf(n-k, n)
		if math.Abs(mirror.Low-(1-s.High)) > 1e-12 {
			t.Fatalf("%v and %v", s, mirror)
		}
	})
	for _, c := range [][2]int{{0, 0}, {1, 0}, {-1, 3}, {4, 3}, {1, -2}} {
		if _, _, ok := funnel.Wilson(c[0], c[1]); ok || funnel.ShareOf(c[0], c[1]) != nil {
			t.Errorf("%v is no share", c)
		}
	}
	// 7 of 12, as printed in the command's page: 0.32 to 0.81
	low, high, _ := funnel.Wilson(7, 12)
	if math.Abs(low-0.3195) > 5e-4 || math.Abs(high-0.8067) > 5e-4 {
		t.Errorf("%v to %v", low, high)
	}
}

// Newcombe (1998), table II, method 10: 56/70 - 48/80 = 0.2 with 0.0524 to 0.3339; 10/10 - 0/10 with 0.6075 to 1.
func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		k1, n1, k2, n2  int
		diff, low, high float64
	}{
		{48, 80, 56, 70, 0.2, 0.0524, 0.3339},
		{56, 70, 48, 80, -0.2, -0.3339, -0.0524},
		{0, 10, 10, 10, 1, 0.6075, 1},
		{3, 10, 9, 10, 0.6, 0.1705, 0.8090},
	} {
		diff, low, high, ok := funnel.Newcombe(c.k1, c.n1, c.k2, c.n2)
		if !ok || math.Abs(diff-c.diff) > 1e-9 || math.Abs(low-c.low) > 6e-5 || math.Abs(high-c.high) > 6e-5 {
			t.Errorf("%+v: %v, %v to %v", c, diff, low, high)
		}
	}
	if _, _, _, ok := funnel.Newcombe(1, 0, 1, 2); ok {
		t.Error("no share, no difference")
	}
}
