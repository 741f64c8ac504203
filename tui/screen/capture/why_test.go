package capture_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// A half goes away from zero, on the screen as in the report: 62.5 is 63 in both.
func TestHalvesAreRoundedAsInTheReport(t *testing.T) {
	env := tuitest.Alone(t, tuitest.Sample)
	half := func(x float64) *float64 { return &x }
	env.Numbers.Result = &score.Result{Practices: []score.Practice{{
		Practice: "stage-exits", Target: 80, Field: half(62.5), BlindSpot: half(22.5),
		Lenses: score.Lenses{Believed: score.LensScore{Score: half(84.5)}},
	}}}
	f := &model.Finding{ID: "f-1", Practice: "stage-exits"}
	got := strings.Join(capture.Why(env, f, &score.Finding{ID: "f-1", Practice: "stage-exits"}), "\n")
	for _, want := range []string{"field 63 of 100", "leaders and managers believe 85", "blind spot +23"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	a := &score.Agreement{Percent: 62.5, Kappa: half(0.125)}
	if got := capture.Agreement(a); got != "63 % alike, kappa 0.13" {
		t.Error(got)
	}
	if got := render.Agreement(a); !strings.Contains(got, "63% of") || !strings.Contains(got, "kappa 0.13") {
		t.Error(got)
	}
}
