package review_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/review"
)

func ptr[T any](x T) *T { return &x }

func book() *playbook.Playbook {
	check := []playbook.Check{{ID: "written", Practice: "exits"}, {ID: "held", Practice: "exits"}, {ID: "new", Practice: "exits"}}
	return &playbook.Playbook{
		Practices: []playbook.Practice{{ID: "exits"}, {ID: "notes"}, {ID: "hygiene"}},
		Audits:    playbook.Audits{Stage: check, Cadences: []playbook.Subject{{ID: "crm", Checks: []playbook.Check{{ID: "clean", Practice: "hygiene"}}}}},
		Calls:     playbook.Rubric{Checks: []playbook.Check{{ID: "asked", Practice: "exits"}}},
		Guides:    []playbook.Guide{{Role: model.Rep, Questions: []playbook.Question{{ID: "q", Practice: "exits"}}}},
	}
}

func audit(id, subject, round string, date model.Date, ratings ...any) model.Audit {
	a := model.Audit{ID: id, Kind: model.StageAudit, Subject: subject, Round: round, Date: date}
	for i := 0; i < len(ratings); i += 2 {
		a.Checks = append(a.Checks, model.AuditCheck{Check: ratings[i].(string), Rating: ptr(ratings[i+1].(int))})
	}
	return a
}

func call(id, round string, date model.Date, r model.Result) model.Call {
	return model.Call{ID: id, Round: round, Date: date, Checks: []model.CallCheck{{Check: "asked", Result: r}}}
}

// TestLikeWithLike compares over what both rounds asked: the other stage's audit, the check that is new and the interview
// that was not repeated are in neither side.
func TestLikeWithLike(t *testing.T) {
	e := &model.Engagement{
		PlanStart: "2026-01-05",
		People:    []model.Person{{ID: "p", Role: model.Rep}},
		Stages:    []model.Stage{{ID: "disc"}, {ID: "prop"}},
		Audits: []model.Audit{
			audit("a1", "disc", "", "2025-12-01", "written", 1, "held", 2),
			audit("a2", "prop", "", "2025-12-01", "written", 4, "held", 4),
			audit("a3", "disc", "day-90", "2026-04-06", "written", 4, "held", 3, "new", 0),
			audit("a4", "disc", "day-90", "2026-06-01", "written", 0), // after the day
		},
		Calls: []model.Call{
			call("c1", "", "2025-12-01", model.No), call("c2", "", "2025-12-01", model.Partly),
			call("c3", "day-90", "2026-04-01", model.Yes),
		},
		Interviews: []model.Interview{{ID: "i", Person: "p", Date: "2025-12-01", Answers: []model.Answer{{Question: "q", Rating: ptr(4)}}}},
	}
	r := review.Of(e, book(), 90, "2026-04-10")
	if len(r.Practices) != 1 {
		t.Fatalf("%+v", r.Practices)
	}
	p := r.Practices[0]
	if !reflect.DeepEqual(p.Lenses, []playbook.Lens{playbook.Observed, playbook.Recorded}) {
		t.Errorf("lenses %v", p.Lenses)
	}
	// before: calls (0 + 50) / 2 = 25, disc's audit (25 + 50) / 2 = 37.5, both of weight 2: 31.25
	// after: call 100, disc's audit (100 + 75) / 2 = 87.5: 93.75
	if p.Like.Before != 31.25 || p.Like.After != 93.75 || *p.Change != 62.5 || p.Like.NBefore != 3 || p.Like.NAfter != 2 {
		t.Errorf("%+v", p.Like)
	}
	// the whole baseline: reported 100 (weight 1), observed 25, recorded (37.5 + 100) / 2 = 68.75: 287.5 / 5
	if math.Abs(*p.Before-57.5) > 1e-9 {
		t.Errorf("baseline %v", *p.Before)
	}
}

func TestNothingInCommon(t *testing.T) {
	e := &model.Engagement{Stages: []model.Stage{{ID: "disc"}, {ID: "prop"}}, Audits: []model.Audit{
		audit("a1", "disc", "", "2025-12-01", "written", 1), audit("a2", "prop", "day-30", "2026-02-04", "written", 4),
	}}
	r := review.Of(e, book(), 30, "2026-04-10")
	if p := r.Practices[0]; p.Like != nil || p.Change != nil || *p.Before != 25 || *p.After != 100 {
		t.Errorf("%+v", p)
	}
}

func TestDays(t *testing.T) {
	e := &model.Engagement{
		PlanStart: "2026-01-05",
		Reviews:   []model.Review{{Day: 30, Date: "2026-02-06", Wins: []string{"w"}, Note: "n"}, {Day: 60, Date: "2026-03-09"}},
		Plan: &model.Plan{Actions: []model.Action{
			{ID: "late", Due: "2026-02-02", Status: model.ActionDone, Done: "2026-02-10"},
			{ID: "soon", Due: "2026-02-20"},
			{ID: "undated"},
			{ID: "overdue", Due: "2026-01-20", Depends: []string{"soon"}},
			{ID: "dropped", Due: "2026-01-20", Status: model.Dropped},
		}},
	}
	r := review.Of(e, book(), 30, "2026-11-24")
	if r.On != "2026-02-06" || r.AsOf != "2026-11-24" || !r.Written || r.Note != "n" {
		t.Errorf("%+v", r)
	}
	want := []review.Next{
		{Action: "overdue", Due: "2026-01-20", Overdue: true, Waits: []string{"soon"}},
		{Action: "late", Due: "2026-02-02", Overdue: true, Waits: []string{}},
		{Action: "soon", Due: "2026-02-20", Waits: []string{}},
		{Action: "undated", Waits: []string{}},
	}
	for i := range r.Next {
		r.Next[i].Of = model.Action{}
	}
	if !reflect.DeepEqual(r.Next, want) {
		t.Errorf("next %+v", r.Next)
	}
	if r := review.Of(e, book(), 90, "2026-11-24"); r.On != "2026-04-05" || r.Written {
		t.Errorf("not written: day 90 of the plan, not %s", r.On)
	}
	if r := review.Of(e, book(), 60, "2026-02-10"); r.On != "2026-02-10" || r.Written || len(r.Notes) != 1 {
		t.Errorf("a review to come: %+v", r)
	}
}

func TestFunnel(t *testing.T) {
	e := &model.Engagement{
		Stages: []model.Stage{{ID: "disc", Name: "Discovery"}},
		Plan:   &model.Plan{Actions: []model.Action{{ID: "x", Metric: &model.Metric{Name: "Slippage", From: "funnel.slippage"}}}},
	}
	if r := review.Of(e, book(), 90, "2026-11-24"); r.Funnel != nil || !strings.Contains(r.NoFunnel, "no funnel snapshot") {
		t.Errorf("%+v", r.NoFunnel)
	}
	e.Funnels = []model.Funnel{{Label: "baseline", From: "2025-01-01", To: "2025-12-31", Stages: []model.FunnelStage{
		{Stage: "disc", Reached: 250, Advanced: 48, Lost: 32, Slipped: ptr(100)},
	}}}
	if r := review.Of(e, book(), 90, "2026-11-24"); !strings.Contains(r.NoFunnel, "after the baseline yet") {
		t.Errorf("%+v", r.NoFunnel)
	}
	e.Funnels = append(e.Funnels, model.Funnel{Label: "b", From: "2026-01-01", To: "2026-06-30", Source: &model.Source{Imported: "2026-07-01"}, Stages: []model.FunnelStage{
		{Stage: "disc", Reached: 250, Advanced: 56, Lost: 14, Slipped: ptr(77)},
	}})
	if r := review.Of(e, book(), 90, "2026-06-30"); r.Funnel != nil {
		t.Error("the snapshot was not there yet")
	}
	f := review.Of(e, book(), 90, "2026-07-01").Funnel
	if f == nil || len(f.Shares) != 2 {
		t.Fatalf("%+v", f)
	}
	// the whole pipeline's slippage is its first stage's, and an action is judged by it; conversion is exploratory
	if s := f.Shares[0]; !s.Primary || s.From != "funnel.slippage" || !s.Moved() || !s.Improved(s.Change) || math.Abs(*s.Relative+0.23) > 1e-9 {
		t.Errorf("%+v", s)
	}
	if s := f.Shares[1]; s.Primary || s.From != "funnel.conversion" || math.Abs(*s.Change-0.2) > 1e-9 {
		t.Errorf("%+v", s)
	}
	e.Funnels[1].From = "2025-12-31"
	if r := review.Of(e, book(), 90, "2026-07-01"); r.Funnel != nil || !strings.Contains(r.NoFunnel, "overlap") {
		t.Errorf("%q", r.NoFunnel)
	}
}
