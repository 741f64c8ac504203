package score_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// seen makes one practice seen by so many people: ratings of leaders, of reps; results of calls; ratings of audits.
func seen(believed, reported []int, observed []model.Result, recorded []int) score.Practice {
	e := &model.Engagement{}
	for i, r := range believed {
		id := fmt.Sprintf("b%d", i)
		e.People = append(e.People, model.Person{ID: id, Role: model.Leader})
		e.Interviews = append(e.Interviews, model.Interview{ID: "i" + id, Person: id, Answers: []model.Answer{answer("r1", r)}})
	}
	for i, r := range reported {
		id := fmt.Sprintf("r%d", i)
		e.People = append(e.People, model.Person{ID: id, Role: model.Ops})
		e.Interviews = append(e.Interviews, model.Interview{ID: "i" + id, Person: id, Answers: []model.Answer{answer("r1", r)}})
	}
	for i, r := range observed {
		e.Calls = append(e.Calls, model.Call{ID: fmt.Sprintf("c%d", i), Checks: []model.CallCheck{{Check: "exit", Result: r}}})
	}
	for i, r := range recorded {
		e.Audits = append(e.Audits, model.Audit{ID: fmt.Sprintf("a%d", i), Kind: "stage", Checks: []model.AuditCheck{{Check: "written", Rating: &r}}})
	}
	return *score.Compute(e, book(), score.Options{}).Practice("exits")
}

func TestConfidence(t *testing.T) {
	no := func(n int) []model.Result {
		return results(strings.Repeat("no ", n))
	}
	for _, c := range []struct {
		reported, observed, recorded int
		want                         score.Confidence
	}{
		{0, 0, 0, score.None},
		{1, 0, 0, score.Low},
		{4, 0, 0, score.Low},
		{5, 0, 0, score.Medium}, // one lens with n >= 5
		{9, 0, 0, score.Medium}, // one lens is never high
		{1, 1, 0, score.Medium}, // two lenses
		{2, 9, 2, score.Medium}, // only one with 3
		{3, 0, 3, score.High},
		{3, 3, 1, score.High},
	} {
		p := seen(nil, make([]int, c.reported), no(c.observed), make([]int, c.recorded))
		if p.Confidence != c.want {
			t.Errorf("%+v: got %s", c, p.Confidence)
		}
	}
}

func results(s string) (out []model.Result) {
	for _, w := range strings.Fields(s) {
		out = append(out, model.Result(w))
	}
	return out
}

func TestClear(t *testing.T) {
	for _, c := range []struct {
		name               string
		believed, reported []int
		blind              float64
		want               bool
		hinges             int
	}{
		// 75 - 50 = 25, exactly enough; without any one of them it stays above 0
		{"exactly 25", []int{3, 3}, []int{2, 2, 2}, 25, true, 0},
		// believed (75+50+50)/3 = 58.33, field (25+25+50)/3 = 33.33: 25 again, in thirds
		{"25 in thirds", []int{3, 2, 2}, []int{1, 1, 2}, 25, true, 0},
		{"one believed", []int{4}, []int{0, 0, 0}, 100, false, 1}, // without the leader there is none
		{"two field", []int{4, 4}, []int{0, 0}, 100, false, 0},
		// 62.5 - 41.67 = 20.83; no one turns it, but it is small
		{"too small", []int{2, 3}, []int{2, 2, 1}, 62.5 - 125.0/3, false, 0},
		// believed (100+0)/2 = 50, field 25: 25; without the 100 it is 0 - 25 < 0: hangs on one voice
		{"hangs on one", []int{4, 0}, []int{1, 1, 1}, 25, false, 1},
		// field (100 + 0 + 0 + 0)/4 = 25, believed 0: -25; without the 100 it is 0 - 0: no sign left
		{"a hidden strength on one", []int{0, 0}, []int{4, 0, 0, 0}, -25, false, 1},
		{"a hidden strength", []int{1, 1}, []int{4, 4, 4}, -75, true, 0},
	} {
		p := seen(c.believed, c.reported, nil, nil)
		eq(t, c.name, p.BlindSpot, c.blind)
		if p.Clear != c.want || len(p.Clarity.Hinges) != c.hinges {
			t.Errorf("%s: clear %v, %+v", c.name, p.Clear, p.Clarity)
		}
	}
}

func TestContested(t *testing.T) {
	for _, c := range []struct {
		name     string
		reported []int
		observed string
		want     bool
	}{
		// 0 0 75 75 : mean 37.5, 4 x 37.5² / 3 = 1875, root 43.3
		{"two camps", []int{0, 0, 3, 3}, "", true},
		{"three only", []int{0, 4, 4}, "", false},
		// 0 50 50 50 : mean 37.5, (37.5² + 3 x 12.5²)/3 = 625, root 25
		{"one apart", []int{0, 2, 2, 2}, "", false},
		// across lenses: reported 0 0, observed 100 100: mean 50, 4 x 2500 / 3 = 3333, root 57.7
		{"reps against calls", []int{0, 0}, "yes yes", true},
	} {
		if p := seen([]int{4, 0}, c.reported, results(c.observed), nil); p.Contested != c.want {
			t.Errorf("%s: %v, spread %v", c.name, p.Contested, *p.Spread)
		}
	}
}

// Samples of 10, 40, 40 and 92 in 100: mean 45.5, deviations -35.5, -5.5, -5.5 and 46.5, squares 1260.25 + 30.25 + 30.25
// + 2162.25 = 3483, over 3 = 1161. 15, 15, 67, 67 is 4 x 26² / 3 = 901.3, above 900;
// 15, 15, 66, 66 is 4 x 25.5² / 3 = 867, below.
func TestContestedAtTheEdge(t *testing.T) {
	for _, c := range []struct {
		met      []int
		variance float64
		want     bool
	}{
		{[]int{10, 40, 40, 92}, 1161, true},
		{[]int{15, 15, 67, 67}, 2704.0 / 3, true},
		{[]int{15, 15, 66, 66}, 867, false},
		{[]int{0, 45, 45, 45, 45, 90}, 810, false},      // 2 x 2025 / 5
		{[]int{10, 10, 40, 40, 40, 70, 70}, 600, false}, // 4 x 900 / 6
		{[]int{0, 0, 30, 60, 60}, 900, true},            // 4 x 900 / 4: exactly 30
	} {
		e := &model.Engagement{}
		for i, met := range c.met {
			e.Audits = append(e.Audits, model.Audit{ID: fmt.Sprint("a", i), Kind: "stage", Checks: []model.AuditCheck{
				{Check: "filled", Sample: &model.Sample{Met: met, Of: 100}},
			}})
		}
		p := score.Compute(e, book(), score.Options{}).Practice("exits")
		eq(t, fmt.Sprint(c.met), p.Spread, math.Sqrt(c.variance))
		if p.Contested != c.want {
			t.Errorf("%v: %v", c.met, p.Contested)
		}
	}
}

func TestLenses(t *testing.T) {
	pb := book()
	pb.Roles = map[model.Role]playbook.Lens{model.Manager: playbook.Reported, model.Rep: "hearsay"}
	pb.LensWeights = map[playbook.Lens]float64{playbook.Observed: 0, playbook.Recorded: 3}
	p := score.Compute(client(), pb, score.Options{}).Practice("exits")
	// the manager now reports: reported (75 + 25 + 50)/3 = 50, observed does not weigh, recorded 27.5 three times:
	// (50 + 3x27.5)/4 = 33.125. A lens that is none of the four is as good as not set.
	eq(t, "believed", p.Lenses.Believed.Score, 100)
	eq(t, "reported", p.Lenses.Reported.Score, 50)
	eq(t, "field", p.Field, 33.125)
	if p.Lenses.Observed.N != 1 {
		t.Error("what does not weigh is still shown")
	}
}
