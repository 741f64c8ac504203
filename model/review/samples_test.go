package review_test

import (
	"math"
	"path/filepath"
	"testing"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/model/workbook"
)

// TestSamplesTellTheirStory holds the samples to what they say of themselves, counted out by hand from their snapshots.
func TestSamplesTellTheirStory(t *testing.T) {
	for _, x := range []struct {
		file, from, stage    string
		before, after        [2]int
		change, relative     float64
		low, high            float64 // to a tenth of a point
		milestones, rounds   [2]int  // on the review's day
		due, done, practices int
	}{
		{"midmarket-saas", "funnel.slippage", "solution-fit", [2]int{150, 312}, [2]int{121, 327}, -0.111, -0.230, -0.186, -0.034, [2]int{25, 32}, [2]int{26, 36}, 21, 20, 8},
		{"industrial-distributor", "funnel.mql_sql", "", [2]int{820, 5816}, [2]int{925, 5604}, 0.024, 0.171, 0.011, 0.037, [2]int{15, 17}, [2]int{30, 56}, 20, 18, 4},
		{"professional-services", "funnel.conversion", "discovery", [2]int{287, 700}, [2]int{170, 340}, 0.090, 0.220, 0.026, 0.154, [2]int{24, 32}, [2]int{35, 60}, 21, 19, 7},
	} {
		t.Run(x.file, func(t *testing.T) {
			now, err := workbook.Read(filepath.Join("..", "..", "engagements", x.file+".yaml"))
			if err != nil {
				t.Fatal(err)
			}
			r := review.Of(now.E, now.Playbook, 90, "2026-11-24")
			var s *review.Share
			for i := range r.Funnel.Shares {
				if c := &r.Funnel.Shares[i]; c.From == x.from && c.Stage == x.stage {
					s = c
				}
			}
			alike := 0 // a story in which everything changes by the same is nobody's
			for _, c := range r.Funnel.Shares {
				if c.Relative != nil && math.Round(100*math.Abs(*c.Relative)) == math.Round(100*math.Abs(x.relative)) {
					alike++
				}
			}
			if alike != 1 {
				t.Errorf("%d shares change by the same %.0f%%", alike, 100*x.relative)
			}
			if s == nil || !s.Primary || s.Verdict != funnel.Moved || !s.Improved(s.Change) {
				t.Fatalf("%+v", s)
			}
			if (s.A.K != x.before[0]) || s.A.N != x.before[1] || s.B.K != x.after[0] || s.B.N != x.after[1] {
				t.Errorf("%+v to %+v", s.A, s.B)
			}
			for _, n := range []struct{ got, want float64 }{{*s.Change, x.change}, {*s.Relative, x.relative}, {*s.Low, x.low}, {*s.High, x.high}} {
				if math.Abs(n.got-n.want) > 0.0006 {
					t.Errorf("%.4f, not %.3f", n.got, n.want)
				}
			}
			began := map[string]float64{} // an indicator has one baseline, however many actions it judges
			for _, a := range now.E.Actions() {
				if m := a.Metric; m != nil && m.Baseline != nil {
					if was, ok := began[m.Name]; ok && was != *m.Baseline {
						t.Errorf("%s begins at %v and at %v", m.Name, was, *m.Baseline)
					}
					began[m.Name] = *m.Baseline
				}
			}
			if h := r.MAPs.Hits.Share; h.K != x.milestones[0] || h.N != x.milestones[1] {
				t.Errorf("milestones %+v", h)
			}
			if a := r.Coaching.Adherence; a.K != x.rounds[0] || a.N != x.rounds[1] {
				t.Errorf("rep-weeks %+v", a)
			}
			if r.Plan.Due != x.due || r.Plan.DueDone != x.done || len(r.Practices) != x.practices || len(r.Wins) == 0 || len(r.Expand) == 0 {
				t.Errorf("%+v, %d practices", r.Plan, len(r.Practices))
			}
			for _, p := range r.Practices {
				if p.Like == nil {
					t.Errorf("%s was rated again by nothing that was asked before", p.Practice)
				}
			}
		})
	}
}
