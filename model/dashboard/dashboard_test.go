package dashboard_test

import (
	"math"
	"reflect"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

func ptr[T any](x T) *T { return &x }

func near(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > 1e-9 {
		t.Errorf("%s: %v, by hand %v", what, got, want)
	}
}

func book() *playbook.Playbook {
	return &playbook.Playbook{Indicators: []playbook.Indicator{
		{ID: "conversion", Name: "Conversion", Unit: "share", Better: "up", From: "funnel.conversion"},
		{ID: "slippage", Name: "Slippage", Unit: "share", Better: "down", From: "funnel.slippage"},
		{ID: "hours", Name: "Hours", Unit: "hours", Better: "down", From: "funnel.response_hours"},
		{ID: "hits", Name: "Hit-rate", Unit: "share", Better: "up", From: "maps.hit_rate"},
		{ID: "core", Name: "CORE adherence", Unit: "share", Better: "up", From: "coaching.adherence"},
	}}
}

func client() *model.Engagement {
	week := func(monday model.Date, of map[string]float64) model.Week {
		return model.Week{Week: monday, Indicators: of}
	}
	return &model.Engagement{
		PlanStart: "2026-01-05",
		Stages:    []model.Stage{{ID: "disc", Name: "Discovery", TargetConversion: ptr(0.6)}, {ID: "prop", Name: "Proposal"}},
		Funnels: []model.Funnel{
			{
				Label: "baseline", From: "2025-01-01", To: "2025-06-30", WonAmount: ptr(1000.0), Won: ptr(10), Leads: &model.Leads{ResponseHours: ptr(20.0)},
				Stages: []model.FunnelStage{{Stage: "disc", Reached: 100, Advanced: 40, Lost: 60, Slipped: ptr(50)}, {Stage: "prop", Reached: 40, Advanced: 30, Lost: 10}},
			},
			{
				Label: "later", From: "2026-01-01", To: "2026-02-28", Source: &model.Source{Imported: "2026-03-01"},
				Stages: []model.FunnelStage{{Stage: "disc", Reached: 50, Advanced: 30, Lost: 20, Slipped: ptr(10)}},
			},
		},
		Plan: &model.Plan{Actions: []model.Action{
			{ID: "x-1", Metric: &model.Metric{Name: "Conversion at Discovery", From: "funnel.conversion", Baseline: ptr(0.4), Target: ptr(0.5)}},
			{ID: "x-2", Metric: &model.Metric{Name: "Conversion at Discovery", From: "funnel.conversion", Baseline: ptr(0.4), Target: ptr(0.6)}},
			{ID: "x-3", Metric: &model.Metric{Name: "Slippage from Discovery", From: "funnel.slippage", Baseline: ptr(0.5), Target: ptr(0.4)}},
			{ID: "x-4", Status: model.Dropped, Metric: &model.Metric{Name: "Hours", From: "funnel.response_hours", Baseline: ptr(99.0), Target: ptr(1.0)}},
		}},
		Weeks: []model.Week{
			week("2026-02-09", map[string]float64{"conversion@disc": 0.52, "slippage@disc": 0.44, "own thing": 3}),
			week("2026-01-12", map[string]float64{"conversion@disc": 0.10, "hours": 18}), // older than the last four
			week("2026-01-19", map[string]float64{"conversion@disc": 0.46, "slippage@disc": 0.48, "hours": math.NaN()}),
			week("2026-01-26", map[string]float64{"conversion@disc": 0.48}),
			week("2026-02-02", map[string]float64{"conversion@disc": 0.50}),
			week("2026-02-16", map[string]float64{"conversion@disc": 0.99}), // to come
		},
		MAPs: []model.MAP{{Milestones: []model.Milestone{
			{Due: "2026-01-02", Done: "2026-01-09"}, // before the plan: its baseline, 0 of 1
			{Due: "2026-01-14", Done: "2026-01-14"},
			{Due: "2026-02-10", FirstDue: "2026-01-20", Done: "2026-02-10"},
			{Due: "2026-02-11", Done: "2026-02-11"},
		}}},
		People:        []model.Person{{ID: "a", Role: model.Rep}},
		CoachingStart: "2026-02-02",
		Coaching:      []model.Round{{ID: "k", Rep: "a", Date: "2026-02-03"}},
	}
}

func on(e *model.Engagement, day model.Date) *dashboard.Dashboard {
	return dashboard.On(e, book(), score.Compute(e, book(), score.Options{AsOf: day}), day)
}

func find(t *testing.T, d *dashboard.Dashboard, id string) dashboard.Indicator {
	t.Helper()
	for _, i := range d.Indicators {
		if i.ID == id {
			return i
		}
	}
	t.Fatalf("no %s", id)
	return dashboard.Indicator{}
}

func TestLiftByHand(t *testing.T) {
	d := on(client(), "2026-02-13")
	c := find(t, d, "conversion@disc")
	near(t, "mean of the last four", c.Mean, (0.46+0.48+0.50+0.52)/4)
	near(t, "lift", c.Lift, 0.49-0.4)
	near(t, "of the way, to the farthest target", c.Way, 0.09/0.2)
	if *c.Action != "x-2" || !reflect.DeepEqual(c.Actions, []string{"x-1", "x-2"}) || c.BaseFrom != "plan" || c.Computed || !*c.Improved() {
		t.Errorf("%+v", c)
	}
	s := find(t, d, "slippage@disc")
	near(t, "mean of two", s.Mean, 0.46)
	near(t, "lift", s.Lift, -0.04)
	near(t, "down is the way", s.Way, 0.4)
	if s.Weeks != 2 || !*s.Improved() {
		t.Errorf("%+v", s)
	}
	h := find(t, d, "hours") // the action is dropped: the file's baseline, and no target
	near(t, "baseline", h.Baseline, 20)
	near(t, "lift", h.Lift, -2)
	if h.Target != nil || h.Way != nil || h.Weeks != 1 {
		t.Errorf("%+v", h)
	}
	if own := find(t, d, "own thing"); own.Lift != nil || len(own.Points) != 1 {
		t.Errorf("what the playbook does not know is shown, and no more: %+v", own)
	}
	if *d.Day != 40 || d.Week != "2026-02-09" {
		t.Errorf("day %d, week %s", *d.Day, d.Week)
	}
}

func TestComputedSeries(t *testing.T) {
	d := on(client(), "2026-02-13")
	h := find(t, d, "hits")
	if !h.Computed || h.BaseFrom == "" {
		t.Fatalf("%+v", h)
	}
	near(t, "baseline, the day before the plan", h.Baseline, 0)
	got := []float64{}
	for _, p := range h.Points {
		got = append(got, p.Value)
	}
	// 11 and 18 January: 0/1, 1/2; from the 25th the re-dated one is due and missed: 1/3; with 11 February: 2/4
	if want := []float64{0, 0.5, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0.5}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, by hand %v", got, want)
	}
	if h.Now.Share.K != 2 || h.Now.Share.N != 4 {
		t.Errorf("%+v", h.Now)
	}
	c := find(t, d, "core")
	if !c.Computed || len(c.Points) != 2 || c.Points[0].Value != 1 || c.Points[1].Value != 0.5 || c.Baseline != nil {
		t.Errorf("from the start of coaching on: %+v", c)
	}
}

// TestEnteredStands keeps what somebody entered, and says so where the file gives another number.
func TestEnteredStands(t *testing.T) {
	e := client()
	e.Weeks[0].Indicators["hits"] = 0.9
	d := on(e, "2026-02-13")
	h := find(t, d, "hits")
	if h.Computed || len(h.Points) != 1 || h.Now.Value != 0.5 || !h.Apart() || len(d.Notes) != 1 {
		t.Errorf("%+v %v", h, d.Notes)
	}
	e.Weeks[0].Indicators["hits"] = 0.5
	if d := on(e, "2026-02-13"); len(d.Notes) != 0 {
		t.Errorf("the same number: %v", d.Notes)
	}
}

func TestSnapshotAndBottleneck(t *testing.T) {
	if c := find(t, on(client(), "2026-02-28"), "conversion@disc"); c.Now != nil {
		t.Errorf("a snapshot that was not imported yet: %+v", c.Now)
	}
	d := on(client(), "2026-03-01")
	c := find(t, d, "conversion@disc")
	near(t, "from the later snapshot", &c.Now.Value, 0.6)
	if c.Now.Share.N != 50 || c.Now.Where != "Discovery, funnel “later”, 30 of 50" {
		t.Errorf("%+v", c.Now)
	}
	b := on(client(), "2026-02-13").Bottleneck
	if b == nil || b.Stage != "disc" || b.Snapshot != "baseline" || !reflect.DeepEqual(b.Weeks, []string{"conversion@disc", "slippage@disc"}) ||
		!reflect.DeepEqual(b.Actions, []string{"x-1", "x-2", "x-3"}) {
		t.Errorf("%+v", b)
	}
	if d.Bottleneck != nil {
		t.Errorf("at its target in the later snapshot, Discovery is no bottleneck: %+v", d.Bottleneck)
	}
}

func TestEmpty(t *testing.T) {
	d := dashboard.On(&model.Engagement{}, &playbook.Playbook{}, nil, "2026-02-13")
	if len(d.Indicators) != 0 || d.Bottleneck != nil || d.Day != nil || d.Plan.Actions != 0 {
		t.Errorf("%+v", d)
	}
}
