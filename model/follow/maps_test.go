package follow_test

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
)

// plans is one of everything that can become of a milestone, as of 31 March.
func plans() *model.Engagement {
	return &model.Engagement{
		Stages: []model.Stage{{ID: "demo"}, {ID: "proposal"}},
		MAPs: []model.MAP{
			{ID: "m-1", Stage: "proposal", Milestones: []model.Milestone{
				{What: "on the day", Owner: "buyer", Due: "2026-03-10", Done: "2026-03-10"},                                  // hit
				{What: "early", Owner: "seller", Due: "2026-02-10", Done: "2026-02-01"},                                      // hit
				{What: "a day late", Owner: "buyer", Due: "2026-03-10", Done: "2026-03-11"},                                  // late
				{What: "moved, and met then", Owner: "buyer", FirstDue: "2026-03-02", Due: "2026-03-20", Done: "2026-03-18"}, // re-dated
				{What: "moved beyond today", Owner: "buyer", FirstDue: "2026-03-02", Due: "2026-04-20"},                      // missing, by the first date
			}},
			{ID: "m-2", Stage: "demo", Milestones: []model.Milestone{
				{What: "moved, and met by the first date after all", Owner: "seller", FirstDue: "2026-03-31", Due: "2026-04-30", Done: "2026-03-31"}, // hit
				{What: "moved forward", Owner: "seller", FirstDue: "2026-03-20", Due: "2026-03-10", Done: "2026-03-15"},                              // hit: d is the first date
				{What: "never", Due: "2026-03-31"},                                                            // missing, and nobody's
				{What: "done after today", Owner: "buyer", Due: "2026-03-30", Done: "2026-04-02"},             // missing as of today
				{What: "done ahead of a date to come", Owner: "buyer", Due: "2026-04-01", Done: "2026-03-01"}, // its date has not come
				{What: "no date", Owner: "buyer", Done: "2026-03-01"},                                         // counts nowhere
				{What: "no date at all", Owner: "buyer", Due: "soon"},
			}},
		},
	}
}

func share(t *testing.T, what string, got *funnel.Share, k, n int) {
	t.Helper()
	switch {
	case n == 0 && got != nil:
		t.Errorf("%s: %d of %d of nothing", what, got.K, got.N)
	case n > 0 && (got == nil || got.K != k || got.N != n):
		t.Errorf("%s: %+v, by hand %d of %d", what, got, k, n)
	}
}

func TestHitRateByHand(t *testing.T) {
	m := follow.OfMAPs(plans(), "2026-03-31")
	share(t, "all", m.Hits.Share, 4, 9)
	if h := m.Hits; h.Late != 1 || h.Redated != 1 || h.Missing != 3 || !h.Share.Few {
		t.Errorf("misses %+v", h)
	}
	// 4 of 9, Wilson: 0.1888 to 0.7333
	if s := m.Hits.Share; s.Low < 0.1887 || s.Low > 0.1889 || s.High < 0.7332 || s.High > 0.7334 {
		t.Errorf("interval %v to %v", s.Low, s.High)
	}
	byHand := map[string][2]int{"buyer": {1, 5}, "seller": {3, 3}, "": {0, 1}}
	if len(m.ByOwner) != 3 || m.ByOwner[0].Of != "buyer" || m.ByOwner[2].Of != "" {
		t.Errorf("sides %+v", m.ByOwner)
	}
	for _, g := range m.ByOwner {
		share(t, "side "+g.Of, g.Hits.Share, byHand[g.Of][0], byHand[g.Of][1])
	}
	if len(m.ByStage) != 2 || m.ByStage[0].Of != "demo" { // in the order of the pipeline
		t.Fatalf("stages %+v", m.ByStage)
	}
	share(t, "demo", m.ByStage[0].Hits.Share, 2, 4)
	share(t, "proposal", m.ByStage[1].Hits.Share, 2, 5)
	if len(m.ByMonth) != 2 || m.ByMonth[0].Of != "2026-02" {
		t.Fatalf("months %+v", m.ByMonth)
	}
	share(t, "February", m.ByMonth[0].Hits.Share, 1, 1)
	share(t, "March", m.ByMonth[1].Hits.Share, 3, 8)
	if len(m.Missed) != 5 || m.Missed[0].What != "never" {
		t.Errorf("missed %+v", m.Missed)
	}
	if len(m.Due) != 2 { // never; done after today. What is done, or moved to 20 April, is not asked for this week
		t.Errorf("due %+v", m.Due)
	}
}

func TestHitRateThroughTime(t *testing.T) {
	e := plans()
	share(t, "before any", follow.HitRate(e, "2026-02-09"), 0, 0)
	share(t, "the first", follow.HitRate(e, "2026-02-10"), 1, 1)
	share(t, "5 March: two moved ones are due by their first date", follow.HitRate(e, "2026-03-05"), 1, 3)
	share(t, "April: the one done in April stays a miss", follow.HitRate(e, "2026-04-30"), 5, 10)
	share(t, "no day", follow.HitRate(e, "soon"), 0, 0)
}
