package plan_test

import (
	"math"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/score"
)

func TestBaseline(t *testing.T) {
	e := &model.Engagement{
		Stages: []model.Stage{{ID: "disc", Name: "Discovery", TargetConversion: num(0.6)}, {ID: "prop", Name: "Proposal"}},
		Funnels: []model.Funnel{{
			From: "2025-01-01", To: "2025-12-31", Won: whole(60), Lost: whole(300), Open: whole(42), WonAmount: num(1200000), CycleDays: num(84),
			Leads: &model.Leads{MQL: whole(2400), SQL: whole(312), ResponseHours: num(41)}, Forecast: &model.Forecast{Committed: num(2000000), Closed: num(2500000)},
			Stages: []model.FunnelStage{
				{Stage: "disc", Reached: 400, Advanced: 200, Lost: 160, Open: 40, MedianDays: num(14), Slipped: whole(100)},
				{Stage: "prop", Reached: 20, Advanced: 5, Lost: 7, Open: 8, P90Days: num(41), Slipped: whole(8)},
			},
		}},
		MAPs: []model.MAP{{Milestones: []model.Milestone{
			{Due: "2026-04-10", Done: "2026-04-10"},                         // met
			{Due: "2026-04-20", FirstDue: "2026-04-10", Done: "2026-04-18"}, // met only the moved date
			{Due: "2026-04-11"},                     // missing
			{Due: "2026-06-01", Done: "2026-04-01"}, // not yet due
		}}},
		People:        []model.Person{{ID: "r1", Role: model.Rep}, {ID: "r2", Role: model.Rep}}, // r2 is never coached
		CoachingStart: "2026-04-08",                                                             // a Wednesday
		Coaching: []model.Round{
			{Rep: "r1", Date: "2026-04-08"}, {Rep: "r1", Date: "2026-04-10"}, {Rep: "r1", Date: "2026-04-20"}, {Rep: "r1", Date: "2026-05-20"},
		},
	}
	sc := &score.Result{
		Funnel:    funnel.Compute(e, funnel.Baseline(e)),
		Practices: []score.Practice{{Practice: "exits", Field: num(33.3), FieldSources: 4}, {Practice: "unseen"}},
		CallItems: []score.CallItem{{Check: "next", Share: funnel.ShareOf(3, 12)}, {Check: "rare", Share: funnel.ShareOf(1, 4)}},
	}
	n := plan.Numbers{Engagement: e, Playbook: small(), Score: sc, AsOf: "2026-04-30"}
	none := math.NaN()
	for _, c := range []struct {
		from  string
		at    plan.Place
		want  float64
		where string
	}{
		{"funnel.conversion", plan.Place{}, 200. / 360, "Discovery, baseline funnel, 200 of 360"}, // the bottleneck
		{"funnel.conversion", plan.Place{Stage: "prop"}, 5. / 12, "Proposal, baseline funnel, 5 of 12 (few)"},
		{"funnel.conversion", plan.Place{Stage: "unknown"}, 200. / 360, "Discovery, baseline funnel, 200 of 360"},
		{"funnel.median_days", plan.Place{}, 14, "Discovery, baseline funnel, median"},
		{"funnel.p90_days", plan.Place{Stage: "prop"}, 41, "Proposal, baseline funnel, 90th percentile"},
		{"funnel.p90_days", plan.Place{}, none, ""},
		{"funnel.slippage", plan.Place{}, 0.25, "Discovery, baseline funnel, 100 of 400"}, // of all deals
		{"funnel.slippage", plan.Place{Stage: "prop"}, 0.4, "Proposal, baseline funnel, 8 of 20"},
		{"funnel.win_rate", plan.Place{}, 60. / 360, "baseline funnel, 60 of 360"},
		{"funnel.velocity", plan.Place{}, 42 * (60. / 360) * 20000 / 84, "baseline funnel, 42 open deals"},
		{"funnel.mql_sql", plan.Place{}, 0.13, "leads, baseline funnel, 312 of 2400"},
		{"funnel.response_hours", plan.Place{}, 41, "leads, baseline funnel, median"},
		{"funnel.forecast", plan.Place{}, 0.75, "baseline funnel, closed against committed"}, // a quarter too much is a miss too
		{"practice.field", plan.Place{Practice: "exits"}, 33.3, "Exits, field score, 4 sources"},
		{"practice.field", plan.Place{Practice: "unseen"}, none, ""},
		{"practice.field", plan.Place{}, none, ""},
		{"calls.next", plan.Place{}, 0.25, "call reviews, 3 of 12 calls"},
		{"calls.rare", plan.Place{}, 0.25, "call reviews, 1 of 4 calls (few)"},
		{"calls.unknown", plan.Place{}, none, ""},
		{"maps.hit_rate", plan.Place{}, 1. / 3, "mutual action plans, 1 of 3 milestones (few)"},
		{"coaching.adherence", plan.Place{}, 2. / 8, "coaching rounds, 2 of 8 rep-weeks (few)"}, // four weeks, two reps
		{"anything", plan.Place{}, none, ""},
		{"", plan.Place{}, none, ""},
	} {
		got := n.Baseline(c.from, c.at)
		switch {
		case math.IsNaN(c.want):
			if got.Value != nil || got.Where != "" {
				t.Errorf("%s %+v: %v %q, want none", c.from, c.at, *got.Value, got.Where)
			}
		case got.Value == nil || math.Abs(*got.Value-c.want) > 1e-9 || got.Where != c.where:
			t.Errorf("%s %+v: %v %q, want %v %q", c.from, c.at, got.Value, got.Where, c.want, c.where)
		}
	}
	e.Funnels[0].Leads.SQL, e.Funnels[0].Forecast.Closed, e.Funnels[0].Open = nil, nil, nil
	sc.Funnel = funnel.Compute(e, funnel.Baseline(e))
	for _, from := range []string{"funnel.mql_sql", "funnel.forecast", "funnel.velocity"} {
		if got := n.Baseline(from, plan.Place{}); got.Value != nil || got.Where != "" {
			t.Errorf("%s without one of its parts: %v %q", from, *got.Value, got.Where)
		}
	}
	empty := plan.Numbers{Engagement: &model.Engagement{}}
	for _, from := range []string{"funnel.conversion", "funnel.forecast", "practice.field", "calls.next", "maps.hit_rate", "coaching.adherence"} {
		if got := empty.Baseline(from, plan.Place{Practice: "exits"}); got.Value != nil {
			t.Errorf("%s out of nothing", from)
		}
	}
}

func TestTargetsStayWithinTheirUnit(t *testing.T) {
	for _, c := range []struct {
		from    string
		x, want float64
	}{
		{"funnel.win_rate", 1.2, 1}, {"funnel.slippage", -0.1, 0}, {"practice.field", 120, 100}, {"funnel.p90_days", -4, 0}, {"calls.x", 0.4, 0.4},
	} {
		if got := plan.UnitOf(c.from).Clamp(c.x); got != c.want {
			t.Errorf("%s %v: %v, want %v", c.from, c.x, got, c.want)
		}
	}
}
