package render_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/review"
)

// lived is an engagement with a plan of two actions of its own, and nothing that the method would add.
func lived(first, second model.Action) *model.Engagement {
	first.ID, first.Title, first.Due, first.Phase = "x-1", "Write the exits", "2026-01-30", 30
	second.ID, second.Title, second.Due, second.Phase = "x-2", "Try them", "2026-02-20", 60
	return &model.Engagement{PlanStart: "2026-01-05", Plan: &model.Plan{Actions: []model.Action{first, second}}}
}

func TestFirstPageKnowsTheDay(t *testing.T) {
	done := model.Action{Status: model.ActionDone, Done: "2026-01-28"}
	on := func(e *model.Engagement, day model.Date) string {
		return asOn(t, e, &playbook.Playbook{}, render.Options{AsOf: day, Sections: []string{"summary", "plan"}})
	}
	holds(t, on(lived(model.Action{}, model.Action{}), "2026-01-12"), "**What to do first:** In days 1 to 30: “Write the exits” (to be named, by Fri 30 Jan).")
	holds(t, on(lived(done, model.Action{}), "2026-02-03"), "**What comes next:** In days 31 to 60: “Try them” (to be named, by Fri 20 Feb).", "; 1 is done.")
	late := on(lived(done, model.Action{}), "2027-02-03")
	holds(t, late, "**Still open:** “Try them” (to be named, overdue since 20 February 2026).", "1 is done; 1 is overdue.")
	lacks(t, late, "What to do first", "by Fri")

	e := lived(done, model.Action{Status: model.ActionDone, Done: "2026-02-20"})
	e.Reviews = []model.Review{{Day: 60, Date: "2026-03-06", Expand: []string{"Take it to Ghent"}}}
	holds(t, on(e, "2026-11-24"), "**What comes next:** Every action of the plan is done. The review of day 60 wants to take further: Take it to Ghent.")
}

// What was true of the baseline is not said as if it were true today.
func TestBaselineIsDated(t *testing.T) {
	e := &model.Engagement{
		Stages: []model.Stage{{ID: "disc", Name: "Discovery", TargetConversion: num(0.6)}},
		Funnels: []model.Funnel{{
			Label: "baseline", From: "2025-01-01", To: "2025-06-30", Won: whole(60), Lost: whole(240), WonAmount: num(3_000_000),
			Stages: []model.FunnelStage{{Stage: "disc", Reached: 300, Advanced: 150, Lost: 150}},
		}},
		Weeks: []model.Week{{Week: "2026-02-02", Indicators: map[string]float64{"conversion@disc": 0.57}}},
	}
	page := func() string {
		return asOn(t, e, playbook.Builtin(), render.Options{AsOf: "2026-11-24", Sections: []string{"summary"}})
	}
	holds(t, page(), "The bottleneck is Discovery: of the deals created in the first half of 2025, 50% (150 of 300; 95% interval 44% to 56%) of those decided moved on, against a target of 60%.")
	board := string(render.Markdown(render.Dashboard(e, playbook.Builtin(), dashboard.On(e, playbook.Builtin(), nil, "2026-02-08"), render.Options{AsOf: "2026-02-08"})))
	holds(t, strings.Join(strings.Fields(board), " "), "of the deals created in the first half of 2025, 50%", "The latest week, of 2 February 2026, says 57% as entered.")

	later := e.Funnels[0]
	later.Label, later.From, later.To = "later", "2026-01-01", "2026-03-31"
	later.Stages = []model.FunnelStage{{Stage: "disc", Reached: 300, Advanced: 165, Lost: 135}}
	e.Funnels = append(e.Funnels, later)
	holds(t, page(), "The bottleneck was Discovery: of the deals created in the first half of 2025", "Of those created in the first quarter of 2026 it is 55% (165 of 300;",
		"Closing half of the gap as it was then would be worth about")
}

func TestWithoutAPlanNothingIsSaidOfOne(t *testing.T) {
	e := &model.Engagement{PlanStart: "2025-01-06"}
	flat := func(s []byte) string { return strings.Join(strings.Fields(string(s)), " ") }
	got := flat(render.Markdown(render.Review(e, playbook.Builtin(), review.Of(e, playbook.Builtin(), 90, "2026-01-20"), render.Options{})))
	holds(t, got, "There is no plan yet.")
	lacks(t, got, "Every action of the plan is done", "Next actions")
	on := func(day model.Date) string {
		return flat(render.Markdown(render.Dashboard(e, playbook.Builtin(), dashboard.On(e, playbook.Builtin(), nil, day), render.Options{})))
	}
	holds(t, on("2026-01-20"), "There is no plan yet.")
	lacks(t, on("2026-01-20"), "of the plan")
	e.Plan = &model.Plan{Actions: []model.Action{{ID: "x-1", Title: "Write", Due: "2025-01-20"}}}
	holds(t, on("2025-01-20"), "day 15 of the plan")
	holds(t, on("2026-01-20"), "The plan's 90 days ended on 6 April 2025.")
	lacks(t, on("2026-01-20"), "day 380")
}

// With one rep's answers the caveat leads, and a draft into the past says that it is one.
func TestLittleIsSaidToBeLittle(t *testing.T) {
	e := &model.Engagement{
		PlanStart:  "2025-01-06",
		People:     []model.Person{{ID: "p-1", Role: model.Rep}},
		Interviews: []model.Interview{{ID: "i-1", Person: "p-1", Answers: []model.Answer{{Question: "rep-next-step", Rating: whole(1)}}}},
	}
	got := asOn(t, e, playbook.Builtin(), render.Options{AsOf: "2026-01-20", Sections: []string{"summary", "plan"}})
	holds(t, got, "## Summary This is a first impression, from 1 interview, 0 reviewed calls and 0 audited stages, handoffs and cadences: the confidence is low for 1 of 1 score. In the field",
		"by 14 January 2025", "No finding stands behind them yet: they are what the method begins with.",
		"The plan counts from 6 January 2025, so 11 actions drafted here have a date that has", "Agree on a new start before the plan is handed over.")
	e.PlanStart = ""
	got = asOn(t, e, playbook.Builtin(), render.Options{AsOf: "2026-01-20", Sections: []string{"summary", "plan"}})
	holds(t, got, "No start of the plan has been agreed. The dates count from 20 January 2026.")
	lacks(t, got, "a date that has")
}
