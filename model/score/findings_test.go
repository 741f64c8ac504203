package score_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
)

func TestFindingsByHand(t *testing.T) {
	e := client()
	// disc: 50 of 100 advance, target 0.6: (0.6 - 0.5)/0.5 = 20 % more, annual won is
	// 1000 x 365 / 365 = 1000: 50, 100 and 200. Base is 10 % of annual won: impact 4.
	e.Funnels = []model.Funnel{{From: "2025-01-01", To: "2025-12-31", WonAmount: ptr(1000.0), Stages: []model.FunnelStage{
		{Stage: "disc", Reached: 100, Advanced: 50, Lost: 50},
		{Stage: "prop", Reached: 50, Advanced: 30, Lost: 20}, // no target: no value
	}}}
	e.Findings = []model.Finding{
		{ID: "strong", Kind: model.Strength, Practice: "steps"},                   // field 58.3
		{ID: "stronger", Kind: model.Strength, Practice: "exits", Impact: ptr(5)}, // field 18.5: after
		{ID: "nowhere", Kind: model.Strength},                                     // no field: last
		{ID: "gone", Status: model.Dismissed, Practice: "exits", Impact: ptr(5)},  // out
		{ID: "d", Practice: "steps"},                                              // 3 x 3 = 9, no blind spot
		{ID: "c", Practice: "exits"},                                              // 9, blind spot 69: before d
		{ID: "b", Practice: "exits", Stage: "disc", Ease: ptr(4)},                 // 4 (value) x 4 = 16
		{ID: "a", Practice: "exits", Stage: "prop", Impact: ptr(2), Ease: ptr(5)}, // 10
		{ID: "e", Practice: "steps", Stage: "disc", Status: model.Accepted},       // 4 x 3 = 12, ease assumed
		{ID: "z", Practice: "sla"},                                                // 9, blind 0, confidence none
		{ID: "0", Practice: "sla", Impact: ptr(9), Ease: ptr(0)},                  // out of range: 9 as well
		{ID: "b", Practice: "exits", Impact: ptr(5), Ease: ptr(5)},                // second of its id
	}
	r := score.Compute(e, book(), score.Options{})
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.ID)
	}
	if want := "b e a c d 0 z strong stronger nowhere"; strings.Join(got, " ") != want {
		t.Fatalf("got %v, want %s", got, want)
	}
	b := r.Finding("b")
	if *b.Priority != 16 || b.ImpactFrom != score.FromValue || *b.Quadrant != score.QuickWin {
		t.Errorf("%+v", b)
	}
	eq(t, "low", &b.Value.Low, 50)
	eq(t, "base", &b.Value.Base, 100)
	eq(t, "high", &b.Value.High, 200)
	eq(t, "ratio", b.Ratio, 0.1)
	if a := r.Finding("a"); *a.Quadrant != score.EasyFix || a.Value != nil || a.ImpactFrom != score.Given {
		t.Errorf("%+v", a)
	}
	if e := r.Finding("e"); e.Quadrant != nil || e.EaseFrom != score.Assumed || *e.Priority != 12 {
		t.Errorf("%+v", e)
	}
	if s := r.Finding("stronger"); s.Priority != nil || s.Quadrant != nil {
		t.Errorf("%+v", s)
	}
}

// The thresholds: base is half of (t - c)/c of annual won. With c = 0.5 that is t - 0.5.
func TestSuggestedImpact(t *testing.T) {
	for _, c := range []struct {
		target float64
		impact int
		from   score.From
	}{
		{0.5, 3, score.Assumed}, // nothing to gain: value 0
		{0.505, 1, score.FromValue},
		{0.51, 2, score.FromValue}, // exactly 1 % is not below it
		{0.529, 2, score.FromValue},
		{0.53, 3, score.FromValue},
		{0.57, 4, score.FromValue},
		{0.649, 4, score.FromValue},
		{0.65, 5, score.FromValue},
		{7, 5, score.FromValue}, // as if 1
	} {
		e := client()
		e.Stages[0].TargetConversion = &c.target
		e.Findings = []model.Finding{{ID: "f", Stage: "disc"}}
		e.Funnels = []model.Funnel{{From: "2025-01-01", To: "2025-03-31", WonAmount: ptr(777.7), Stages: []model.FunnelStage{
			{Stage: "disc", Reached: 100, Advanced: 50, Lost: 50},
		}}}
		f := score.Compute(e, book(), score.Options{}).Finding("f")
		if f.Impact != c.impact || f.ImpactFrom != c.from {
			t.Errorf("target %v: %d %s", c.target, f.Impact, f.ImpactFrom)
		}
	}
}

func TestQuadrants(t *testing.T) {
	for _, c := range []struct {
		impact, ease int
		want         score.Quadrant
	}{
		{4, 4, score.QuickWin}, {5, 3, score.BigBet}, {3, 5, score.EasyFix}, {3, 3, score.Park}, {1, 1, score.Park},
	} {
		e := &model.Engagement{Findings: []model.Finding{{ID: "f", Impact: &c.impact, Ease: &c.ease}}}
		if f := score.Compute(e, nil, score.Options{}).Finding("f"); *f.Quadrant != c.want || *f.Priority != c.impact*c.ease {
			t.Errorf("%+v: %s", c, *f.Quadrant)
		}
	}
}
