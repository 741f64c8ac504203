package funnel_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

// Section 5 once more, in exact fractions and without a look at the package.
func TestAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Evenly from a seed: left to itself rapid prefers small numbers, and nearly every stage would be few.
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		n := func(to int) int { return random.IntN(to + 1) }
		e, f := &model.Engagement{}, &model.Funnel{From: "2025-01-01"}
		period := n(500)
		f.To = f.From.AddDays(period)
		won, lost, open := n(20), n(60), n(30)
		f.Won, f.Lost, f.Open = &won, &lost, &open
		amount, cycle := n(9)*1000, n(90)
		f.WonAmount, f.CycleDays = ptr(float64(amount)), ptr(float64(cycle))
		targets := map[string]int{} // in hundredths
		for i := range n(5) {
			s := model.Stage{ID: fmt.Sprint("s", i)}
			if n(2) > 0 {
				targets[s.ID] = n(120)
				s.TargetConversion = ptr(float64(targets[s.ID]) / 100)
			}
			e.Stages = append(e.Stages, s)
			row := model.FunnelStage{Stage: s.ID, Advanced: n(60), Lost: n(60), Open: n(9)}
			row.Reached = row.Advanced + row.Lost + row.Open
			row.Slipped = ptr(n(row.Reached))
			f.Stages = append(f.Stages, row)
		}
		rows := append([]model.FunnelStage(nil), f.Stages...)
		for i, j := range rapid.Permutation(rows).Draw(t, "rows") {
			f.Stages[i] = j // the pipeline's order counts, not the snapshot's
		}
		r := funnel.Compute(e, f)

		annual := big.NewRat(int64(amount)*365, int64(period+1))
		near(t, "annual", r.AnnualWon, annual)
		var win *big.Rat
		if won+lost > 0 {
			win = big.NewRat(int64(won), int64(won+lost))
		}
		near(t, "win rate", r.WinRate, win)
		if won > 0 && cycle > 0 {
			// open x won/(won+lost) x amount/won / cycle
			near(t, "velocity", r.Velocity, big.NewRat(int64(open*amount), int64((won+lost)*cycle)))
		} else {
			near(t, "velocity", r.Velocity, nil)
		}
		bottleneck, busiest := "", ""
		var most, lowest *big.Rat
		busy := 0
		for i, s := range rows {
			got := r.Stages[i]
			if got.Stage != s.Stage {
				t.Fatalf("%s at %d", got.Stage, i)
			}
			if s.Open > busy {
				busy, busiest = s.Open, s.Stage
			}
			var c, base *big.Rat
			if s.Advanced+s.Lost > 0 {
				c = big.NewRat(int64(s.Advanced), int64(s.Advanced+s.Lost))
			}
			few := s.Advanced+s.Lost < 20
			target, ok := targets[s.Stage]
			if ok && !few {
				goal := big.NewRat(int64(min(100, target)), 100)
				switch {
				case c.Cmp(big.NewRat(int64(target), 100)) >= 0:
					base = new(big.Rat)
				case c.Sign() > 0:
					base = new(big.Rat).Sub(goal, c)
					base.Mul(base.Quo(base, c), annual).Mul(base, big.NewRat(1, 2))
				}
			}
			near(t, "conversion", got.Conversion, c)
			if got.Value == nil {
				near(t, "value", nil, base)
			} else {
				near(t, "value", &got.Value.Base, base)
				near(t, "low", &got.Value.Low, new(big.Rat).Mul(base, big.NewRat(1, 2)))
				near(t, "high", &got.Value.High, new(big.Rat).Mul(base, big.NewRat(2, 1)))
			}
			if len(targets) > 0 && base != nil && base.Sign() > 0 && (most == nil || base.Cmp(most) > 0) {
				most, bottleneck = base, s.Stage
			}
			if len(targets) == 0 && !few && (lowest == nil || c.Cmp(lowest) < 0) {
				lowest, bottleneck = c, s.Stage
			}
		}
		if text(r.Bottleneck) != bottleneck || text(r.Busiest) != busiest {
			t.Fatalf("bottleneck %q, busiest %q, want %q and %q", text(r.Bottleneck), text(r.Busiest), bottleneck, busiest)
		}
	})
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func near(t *rapid.T, what string, got *float64, want *big.Rat) {
	t.Helper()
	if (got == nil) != (want == nil) {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
	if want != nil {
		w, _ := want.Float64()
		if d := *got - w; d > 1e-9*(1+w) || d < -1e-9*(1+w) {
			t.Fatalf("%s: got %v, want %v", what, *got, w)
		}
	}
}
