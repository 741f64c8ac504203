package plan_test

import (
	"reflect"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
)

func days(x float64) *float64 { return &x }

func TestProgressByHand(t *testing.T) {
	e := &model.Engagement{Capacity: days(5), Plan: &model.Plan{Actions: []model.Action{
		{ID: "on-time", Phase: 30, Due: "2026-05-10", Done: "2026-05-10", Status: model.ActionDone, Effort: days(2)},
		{ID: "late", Phase: 30, Due: "2026-05-10", Done: "2026-05-12", Status: model.ActionDone, Effort: days(4)},
		{ID: "done-later", Phase: 30, Due: "2026-05-10", Done: "2026-06-01", Status: model.ActionDone}, // not by 20 May
		{ID: "early", Phase: 60, Due: "2026-06-10", Done: "2026-05-15", Status: model.ActionDone, Depends: []string{"open"}},
		{ID: "open", Phase: 60, Due: "2026-05-19", Effort: days(5), Depends: []string{"late", "dropped", "gone"}},
		{ID: "today", Phase: 60, Due: "2026-05-20", Status: model.Doing, Depends: []string{"open", "done-later", "open"}},
		{ID: "dropped", Phase: 60, Due: "2026-05-01", Status: model.Dropped, Effort: days(9)},
		{ID: "undated", Phase: 90, Depends: []string{"undated"}},
	}}}
	p := plan.ProgressOn(e, "2026-05-20")
	if p.Actions != 7 || p.Done != 3 || p.Doing != 2 || p.Dropped != 1 || p.Due != 5 || p.DueDone != 2 || p.OnTime != 1 {
		t.Errorf("%+v", p)
	}
	if !reflect.DeepEqual(p.Overdue, []string{"done-later", "open"}) { // what is due today is not overdue
		t.Errorf("overdue %v", p.Overdue)
	}
	if !reflect.DeepEqual(p.Blocked, []plan.Blocked{{Action: "today", By: []string{"open", "done-later"}}}) {
		t.Errorf("blocked %+v", p.Blocked)
	}
	first, second := p.Phases[0], p.Phases[1]
	if first.Effort != 6 || first.Spent != 6 || !first.Over || first.Overdue != 1 || first.Done != 2 {
		t.Errorf("%+v", first)
	}
	if second.Effort != 5 || second.Over || second.Actions != 3 || second.Doing != 1 {
		t.Errorf("%+v", second)
	}
}

// TestMeasureOf finds the number that a metric is about, as drafts write it and as hands do.
func TestMeasureOf(t *testing.T) {
	e := &model.Engagement{
		Stages:   []model.Stage{{ID: "disc", Name: "Discovery"}, {ID: "fit", Name: "Solution fit"}, {ID: "fit2", Name: "Fit"}},
		Findings: []model.Finding{{ID: "f", Stage: "disc"}},
	}
	pb := &playbook.Playbook{
		Remedies: []playbook.Remedy{
			{ID: "r", Metric: &playbook.Metric{Name: "Conversion at {stage}", From: "funnel.conversion"}},
			{ID: "m", Metric: &playbook.Metric{Name: "Hit-rate", From: "maps.hit_rate"}},
		},
		Indicators: []playbook.Indicator{{ID: "core", Name: "CORE adherence", From: "coaching.adherence"}},
	}
	fit := "fit"
	f := &funnel.Result{Bottleneck: &fit, Stages: []funnel.Stage{{Stage: "disc"}, {Stage: "fit"}}}
	for _, x := range []struct {
		name        string
		a           model.Action
		from, stage string
	}{
		{"a draft's, filled in", model.Action{Remedy: "r", Metric: &model.Metric{Name: "Conversion at Discovery", From: "Discovery, baseline funnel, 3 of 9"}}, "funnel.conversion", "disc"},
		{"the longest stage name", model.Action{Metric: &model.Metric{Name: "Slippage from solution fit", From: "funnel.slippage"}}, "funnel.slippage", "fit"},
		{"whole words alone", model.Action{Metric: &model.Metric{Name: "Profit", From: "funnel.slippage"}}, "funnel.slippage", ""},
		{"by its findings", model.Action{Findings: []string{"f"}, Metric: &model.Metric{Name: "Median", From: "funnel.median_days"}}, "funnel.median_days", "disc"},
		{"the bottleneck, where there is no whole", model.Action{Metric: &model.Metric{From: "funnel.p90_days"}}, "funnel.p90_days", "fit"},
		{"another number than the remedy's", model.Action{Remedy: "m", Metric: &model.Metric{Name: "Deals with a plan", From: "audit"}}, "", ""},
		{"the remedy's, under its name", model.Action{Remedy: "m", Metric: &model.Metric{Name: "Hit-rate"}}, "maps.hit_rate", ""},
		{"an indicator's name", model.Action{Metric: &model.Metric{Name: "core adherence", From: "audit"}}, "coaching.adherence", ""},
		{"none", model.Action{}, "", ""},
	} {
		if m := plan.MeasureOf(e, pb, f, x.a); m.From != x.from || m.Stage != x.stage {
			t.Errorf("%s: %+v", x.name, m)
		}
	}
}
