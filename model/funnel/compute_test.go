package funnel_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

func ptr[T any](v T) *T { return &v }

func eq(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil {
		t.Errorf("%s: got nothing, want %v", what, want)
	} else if math.Abs(*got-want) > 1e-9*max(1, math.Abs(want)) {
		t.Errorf("%s: got %v, want %v", what, *got, want)
	}
}

func client() *model.Engagement {
	return &model.Engagement{
		Stages: []model.Stage{
			{ID: "disc", Name: "Discovery", TargetConversion: ptr(0.6)},
			{ID: "demo", TargetConversion: ptr(0.5)},
			{ID: "skip"}, // not in the snapshot
			{ID: "prop", TargetConversion: ptr(2.0)},
			{ID: "neg"},
		},
		Funnels: []model.Funnel{{
			Label: "baseline", From: "2025-01-01", To: "2025-03-14", // 31 + 28 + 14 = 73 days, a fifth of a year
			Stages: []model.FunnelStage{
				{Stage: "prop", Reached: 60, Advanced: 40, Lost: 10, Open: 10},
				{Stage: "old", Reached: 9, Advanced: 4, Lost: 5},
				{Stage: "disc", Reached: 400, Advanced: 180, Lost: 180, Open: 40, MedianDays: ptr(14.0), Slipped: ptr(100)},
				{Stage: "demo", Reached: 180, Advanced: 60, Lost: 60, Open: 60},
				{Stage: "neg", Reached: 20, Advanced: 9, Lost: 10, Open: 1},
				{Stage: "disc", Reached: 1},
			},
			Won: ptr(30), Lost: ptr(90), Open: ptr(60), WonAmount: ptr(600000.0), CycleDays: ptr(75.0),
		}},
	}
}

func TestComputeByHand(t *testing.T) {
	e := client()
	r := funnel.Compute(e, funnel.Baseline(e))
	var order []string
	for _, s := range r.Stages {
		order = append(order, s.Stage)
	}
	if got := strings.Join(order, " "); got != "disc demo prop neg old" {
		t.Fatalf("order %s", got)
	}
	eq(t, "win rate", r.WinRate, 0.25)        // 30 / 120
	eq(t, "average deal", r.AverageDeal, 2e4) // 600,000 / 30
	eq(t, "velocity", r.Velocity, 4000)       // 60 x 0.25 x 20,000 / 75
	eq(t, "annual won", r.AnnualWon, 3e6)     // 600,000 x 365 / 73
	disc, demo, prop := r.Stage("disc"), r.Stage("demo"), r.Stage("prop")
	eq(t, "conversion", disc.Conversion, 0.5)  // 180 / 360
	eq(t, "slippage", disc.Slippage, 0.25)     // 100 / 400
	eq(t, "disc low", &disc.Value.Low, 150000) // 3,000,000 x 25 % x (0.6 - 0.5)/0.5
	eq(t, "disc base", &disc.Value.Base, 300000)
	eq(t, "disc high", &disc.Value.High, 600000)
	if *demo.Value != (funnel.Value{}) { // at its target
		t.Errorf("%+v", demo.Value)
	}
	eq(t, "prop base", &prop.Value.Base, 375000) // target at most 1: 3,000,000 x 50 % x (1 - 0.8)/0.8
	if *r.Bottleneck != "prop" || *r.Busiest != "demo" {
		t.Errorf("bottleneck %s, busiest %s", *r.Bottleneck, *r.Busiest)
	}
	if neg := r.Stage("neg"); !neg.Few || neg.Value != nil || neg.Conversion == nil {
		t.Errorf("%+v", neg) // 19 decided
	}
	if disc.Few || demo.Slipped != nil || demo.Slippage != nil || demo.MedianDays != nil || disc.Name != "Discovery" {
		t.Errorf("%+v", disc)
	}
}

func TestNoTargets(t *testing.T) {
	e := client()
	for i := range e.Stages {
		e.Stages[i].TargetConversion = nil
	}
	// disc 0.5 and demo 0.5, prop 0.8, neg and old few: the first of the lowest
	r := funnel.Compute(e, &e.Funnels[0])
	if *r.Bottleneck != "disc" || r.Stages[0].Value != nil {
		t.Errorf("%s", *r.Bottleneck)
	}
	// a target, but no money: no value, and the lowest conversion does not stand in
	e.Stages[0].TargetConversion, e.Funnels[0].WonAmount = ptr(0.9), nil
	if r := funnel.Compute(e, &e.Funnels[0]); r.Bottleneck != nil || r.AnnualWon != nil || r.Velocity != nil {
		t.Errorf("%+v", r)
	}
	// no pipeline: the snapshot's order
	e.Stages = nil
	if r := funnel.Compute(e, &e.Funnels[0]); r.Stages[0].Stage != "prop" || len(r.Stages) != 5 {
		t.Errorf("%+v", r.Stages)
	}
}

func TestNothingToDivide(t *testing.T) {
	e := &model.Engagement{Stages: []model.Stage{{ID: "a", TargetConversion: ptr(0.5)}, {ID: "b", TargetConversion: ptr(math.NaN())}}}
	f := &model.Funnel{From: "2025-02-01", To: "2025-01-01", WonAmount: ptr(5.0), CycleDays: ptr(0.0), Stages: []model.FunnelStage{
		{Stage: "a", Reached: 30, Lost: 30, Slipped: ptr(31)}, // nothing advanced; more slipped than there were
		{Stage: "b", MedianDays: ptr(math.Inf(1))},
	}}
	r := funnel.Compute(e, f)
	if r.WinRate != nil || r.AverageDeal != nil || r.AnnualWon != nil || r.Velocity != nil || r.Bottleneck != nil || r.Busiest != nil {
		t.Errorf("%+v", r)
	}
	a, b := r.Stages[0], r.Stages[1]
	if *a.Conversion != 0 || a.Value != nil || a.SlippageShare != nil || b.Conversion != nil || b.Target != nil || b.MedianDays != nil {
		t.Errorf("%+v %+v", a, b)
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
	f.From, f.To = "2025-01-01", "2025-01-01" // one day; c = 0 still has no value
	if r := funnel.Compute(e, f); *r.AnnualWon != 5*365 || r.Stages[0].Value != nil {
		t.Errorf("%+v", r)
	}
}

func TestDocument(t *testing.T) {
	e := &model.Engagement{}
	b, _ := json.Marshal(funnel.Compute(e, &model.Funnel{Label: "R&D", Won: ptr(0), Stages: []model.FunnelStage{{Stage: "a", Reached: 1, Open: 1}}}))
	want := `{"label":"R\u0026D","from":null,"to":null,"stages":[{"stage":"a","reached":1,"advanced":0,"lost":0,"open":1,"conversion":null,
"few":true,"median_days":null,"p90_days":null,"stall_days":null,"slipped":null,"slippage":null,"target":null,"value":null}],
"won":0,"lost":null,"open":null,"win_rate":null,"average_deal":null,"cycle_days":null,"velocity":null,"annual_won":null,
"bottleneck":null,"busiest":"a","note":"` + funnel.ValueNote + `"}`
	if string(b) != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("got %s", b)
	}
	r := funnel.Compute(e, nil)
	if r == nil || r.Stages == nil || r.Stage("a") != nil {
		t.Errorf("%+v", r)
	}
	b, _ = json.Marshal(r)
	want = `{"label":null,"from":null,"to":null,"stages":[],"won":null,"lost":null,"open":null,"win_rate":null,"average_deal":null,
"cycle_days":null,"velocity":null,"annual_won":null,"bottleneck":null,"busiest":null,"note":"` + funnel.ValueNote + `"}`
	if string(b) != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("got %s", b)
	}
}

// A count that nobody gave is not 0, and what would rest on it does not exist.
func TestPartsThatAreMissing(t *testing.T) {
	for _, c := range []struct {
		missing                string
		win, average, velocity bool
		change                 func(f *model.Funnel)
	}{
		{"nothing", true, true, true, func(*model.Funnel) {}},
		{"won", false, false, false, func(f *model.Funnel) { f.Won = nil }},
		{"lost", false, true, false, func(f *model.Funnel) { f.Lost = nil }},
		{"open", true, true, false, func(f *model.Funnel) { f.Open = nil }},
	} {
		e := client()
		c.change(&e.Funnels[0])
		r := funnel.Compute(e, &e.Funnels[0])
		if (r.WinRate != nil) != c.win || (r.WinShare != nil) != c.win || (r.AverageDeal != nil) != c.average || (r.Velocity != nil) != c.velocity {
			t.Errorf("without %s: %+v", c.missing, r)
		}
	}
	e, a, b := two()
	a.Open, a.Leads.SQL, b.Won = nil, nil, nil
	x, err := funnel.Compare(e, a, b)
	if err != nil || x.MQLToSQL.Change != nil || x.WinRate.Change != nil || x.CycleDays.NB != nil || len(x.Notes) != 1 {
		t.Errorf("%v %+v", err, x)
	}
}

func TestFind(t *testing.T) {
	e := &model.Engagement{}
	if funnel.Baseline(e) != nil || funnel.Latest(e) != nil || funnel.ByLabel(e, "") != nil {
		t.Error("found something in nothing")
	}
	e.Funnels = []model.Funnel{{Label: "a", To: "2025-12-31"}, {Label: "b", To: "2026-06-30"}, {Label: "c"}, {Label: "d", To: "2026-03-31"}}
	if funnel.Baseline(e).Label != "a" || funnel.Latest(e).Label != "b" || funnel.ByLabel(e, "d").To != "2026-03-31" {
		t.Errorf("%s", funnel.Latest(e).Label)
	}
}
