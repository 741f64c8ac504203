package render_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render"
)

// What was said once is not said again: a stage's value, a practice's scores, a question, and a finding's own title.
func TestNothingIsSaidTwice(t *testing.T) {
	e := first()
	e.Stages[0].TargetConversion = num(0.6)
	e.Funnels = []model.Funnel{{
		Label: "baseline", From: "2025-01-01", To: "2025-12-31", Won: whole(60), Lost: whole(240), WonAmount: num(3_000_000),
		Stages: []model.FunnelStage{{Stage: "disc", Reached: 300, Advanced: 150, Lost: 150}},
	}}
	second := e.Calls[0]
	second.ID, second.Title = "c-2", "Acme close"
	e.Calls = append(e.Calls, second)
	e.Calls[0].Checks[0].Note, e.Calls[1].Checks[0].Note = "", ""
	e.Findings = []model.Finding{
		{ID: "f-1", Title: "Calls end without a date", Practice: "next-steps", Stage: "disc", Impact: whole(5), Ease: whole(4), Evidence: []string{"c-1/mutual-next-step", "c-2/mutual-next-step"}},
		{ID: "f-2", Title: "Close dates are a default nobody chose", Practice: "next-steps", Stage: "disc", Impact: whole(4), Ease: whole(4), Evidence: []string{"a-1"}},
	}
	e.Lines = []model.Line{{In: "a-1", Text: "close dates are a default nobody chose", Finding: "f-2"}}
	got := report(t, e, render.Options{Sections: []string{"findings"}})
	for what, n := range map[string]int{
		"would be worth about USD 300,000": 0, "would be worth about EUR 300,000": 1, "the same EUR 300,000 as finding 1": 1,
		"against a target of": 1, "Was the next meeting fixed": 1, "Call “Acme close”, Rep 1: No": 1, "(Discovery, stage audit)": 0, "Discovery, stage audit: noted in these words": 1,
	} {
		if strings.Count(got, what) != n {
			t.Errorf("%q stands there %d times, not %d:\n%s", what, strings.Count(got, what), n, got)
		}
	}
}
