package score_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

func document(t *rapid.T, e *model.Engagement, pb *playbook.Playbook) string {
	b, err := json.Marshal(score.Compute(e, pb, score.Options{AsOf: asOf}))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func shuffle[T any](g gen, list []T) {
	g.random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// The order of records, answers and checks changes no byte of the document.
func TestOrderOfRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := draw(t, true)
		e, pb := g.engagement(), g.playbook()
		before := document(t, e, pb)
		shuffle(g, e.People)
		shuffle(g, e.Interviews)
		shuffle(g, e.Calls)
		shuffle(g, e.Audits)
		shuffle(g, e.Findings)
		for i := range e.Interviews {
			shuffle(g, e.Interviews[i].Answers)
		}
		for i := range e.Calls {
			shuffle(g, e.Calls[i].Checks)
			shuffle(g, e.Calls[i].Objections)
		}
		for i := range e.Audits {
			shuffle(g, e.Audits[i].Checks)
		}
		if after := document(t, e, pb); after != before {
			t.Fatalf("before\n%s\nafter\n%s", before, after)
		}
	})
}

// What is not applicable, unrated, of another round, too late, or seen by a second rater changes no score.
func TestWhatDoesNotCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := draw(t, true)
		e, pb := g.engagement(), g.playbook()
		before := score.Compute(e, pb, score.Options{AsOf: asOf})
		four := 4
		for i := range e.Interviews {
			e.Interviews[i].Answers = append(e.Interviews[i].Answers,
				model.Answer{Question: "q0", NA: true, Rating: &four}, model.Answer{Question: "q1"}, model.Answer{Question: "?", Rating: &four})
		}
		for i := range e.Calls {
			e.Calls[i].Checks = append(e.Calls[i].Checks, model.CallCheck{Check: "k0", Result: "na"}, model.CallCheck{Check: "k1"})
			e.Calls[i].Second = &model.Second{Checks: []model.CallCheck{{Check: "k0", Result: "yes"}}}
		}
		for i := range e.Audits {
			e.Audits[i].Checks = append(e.Audits[i].Checks,
				model.AuditCheck{Check: "k0", NA: true, Rating: &four}, model.AuditCheck{Check: "k1", Sample: &model.Sample{Met: 1}})
		}
		yes := []model.CallCheck{{Check: "k0", Result: "yes"}}
		e.Calls = append(e.Calls, model.Call{ID: "late", Date: "2026-06-02", Checks: yes},
			model.Call{ID: "other", Round: "day-90", Checks: yes})
		after := score.Compute(e, pb, score.Options{AsOf: asOf})
		a, _ := json.Marshal(before.Practices)
		b, _ := json.Marshal(after.Practices)
		if string(a) != string(b) {
			t.Fatalf("before\n%s\nafter\n%s", a, b)
		}
	})
}

func TestRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := draw(t, false)
		e, pb := g.engagement(), g.playbook()
		r := score.Compute(e, pb, score.Options{AsOf: asOf})
		score100 := func(what string, x *float64, low float64) {
			if x != nil && !(*x >= low && *x <= 100) {
				t.Fatalf("%s is %v", what, *x)
			}
		}
		score100("overall", r.Overall.Score, 0)
		score100("index", r.BlindSpotIndex, 0)
		for _, d := range r.Domains {
			score100("domain", d.Score, 0)
		}
		for _, p := range r.Practices {
			score100("field", p.Field, 0)
			score100("gap", p.Gap, 0)
			score100("blind spot", p.BlindSpot, -100)
			n := 0
			for _, l := range playbook.Lenses() {
				s := p.Lenses.Of(l)
				score100("lens", s.Score, 0)
				if (s.Score == nil) != (s.N == 0) {
					t.Fatalf("score %v of %d sources", s.Score, s.N)
				}
				n += s.N
			}
			if n != len(p.Sources) {
				t.Fatalf("%d sources listed, %d counted", len(p.Sources), n)
			}
			if p.Clear && (p.BlindSpot == nil || len(p.Clarity.Hinges) > 0) {
				t.Fatalf("clear without ground: %+v", p.Clarity)
			}
		}
		for _, o := range r.Objections {
			if o.Calls < 1 || o.Calls > o.Of || o.Of != r.Coverage.Calls.Reviewed {
				t.Fatalf("%+v of %d", o, r.Coverage.Calls.Reviewed)
			}
		}
	})
}
