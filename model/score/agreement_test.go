package score_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// rated is a call with two raters, from pairs like "yes/no"; a missing side is an item that this rater left open.
func rated(pairs string) (*playbook.Playbook, model.Call) {
	pb, c := &playbook.Playbook{}, model.Call{ID: "c", Second: &model.Second{}}
	for i, p := range strings.Fields(pairs) {
		id := strconv.Itoa(i)
		pb.Calls.Checks = append(pb.Calls.Checks, playbook.Check{ID: id})
		first, second, _ := strings.Cut(p, "/")
		c.Checks = append(c.Checks, model.CallCheck{Check: id, Result: model.Result(first)})
		c.Second.Checks = append(c.Second.Checks, model.CallCheck{Check: id, Result: model.Result(second)})
	}
	return pb, c
}

func times(n int, pair string) string { return strings.Repeat(pair+" ", n) }

func TestAgreementByHand(t *testing.T) {
	none := math.NaN()
	for _, c := range []struct {
		name, pairs    string
		items          int
		percent, kappa float64
		few            bool
	}{
		// 7 of 10 the same; yes 6 and 5, no 4 and 5: by chance (6x5 + 4x5)/100 = 0.5, so (0.7 - 0.5)/0.5
		{"some of each", times(4, "yes/yes") + times(3, "no/no") + times(2, "yes/no") + "no/yes", 10, 70, 0.4, false},
		// 6 of 8 the same; yes 4 and 3, partly 3 and 3, no 1 and 2: by chance (12 + 9 + 2)/64
		{"three answers", times(3, "yes/yes") + "yes/partly partly/partly partly/partly partly/no no/no", 8, 75, (0.75 - 23.0/64) / (1 - 23.0/64), true},
		{"all the same, two answers", times(5, "yes/yes") + times(5, "no/no"), 10, 100, 1, false},
		{"one and the same answer throughout", times(12, "yes/yes"), 12, 100, none, false},
		{"both say throughout that it does not apply", times(3, "na/na"), 3, 100, none, true},
		{"one yes, the other no throughout", times(4, "yes/no"), 4, 0, 0, true},
		{"one rater has one answer: no better than chance", times(5, "yes/yes") + times(5, "yes/no"), 10, 50, 0, false},
		{"always the opposite", times(5, "yes/no") + times(5, "no/yes"), 10, 0, -1, false},
		// n/a is an answer: 2 of 4 the same; yes 2 and 2, na 1 and 2, no 1 and 0: (4 + 2)/16, so (8/16 - 6/16)/(10/16)
		{"whether it applies", "yes/yes yes/na na/na no/yes", 4, 50, 0.2, true},
		{"what one left open is left out", "yes/yes no/ /no no/no", 2, 100, 1, true},
	} {
		pb, call := rated(c.pairs)
		a := score.Agree(pb, call)
		if a == nil {
			t.Errorf("%s: nothing", c.name)
			continue
		}
		k := none
		if a.Kappa != nil {
			k = *a.Kappa
		}
		if a.Items != c.items || math.Abs(a.Percent-c.percent) > 1e-9 || math.IsNaN(k) != math.IsNaN(c.kappa) || math.Abs(k-c.kappa) > 1e-9 || a.Few != c.few {
			t.Errorf("%s: %d items, %.3f %%, kappa %.4f, few %v; want %d, %.3f, %.4f, %v", c.name, a.Items, a.Percent, k, a.Few, c.items, c.percent, c.kappa, c.few)
		}
	}
}

func TestAgreementIsOfWhatBothAnswered(t *testing.T) {
	pb, c := rated("yes/ no/")
	if a := score.Agree(pb, c); a != nil {
		t.Errorf("%+v", a)
	}
	if a := score.Agree(pb, model.Call{Checks: c.Checks}); a != nil {
		t.Errorf("no second rater: %+v", a)
	}
	pb, c = rated("yes/yes no/yes")
	other := c
	other.ID, other.Second = "d", &model.Second{Checks: []model.CallCheck{{Check: "1", Result: model.No}, {Check: "unknown", Result: model.No}}}
	a := score.Agree(pb, c, other)
	if a.Items != 3 || a.Calls != 2 || len(a.Apart) != 1 || a.Apart[0] != (score.Pair{Call: "c", Check: "1", First: model.No, Second: model.Yes}) {
		t.Errorf("%+v", a)
	}
}

// A second rater's answers count in no score, and those of another round not in the agreement.
func TestAgreementLeavesScoresAlone(t *testing.T) {
	e, pb := client(), book()
	before := score.Compute(e, pb, score.Options{})
	for i := range e.Calls {
		e.Calls[i].Second = &model.Second{Checks: []model.CallCheck{{Check: pb.Calls.Checks[0].ID, Result: model.No}}}
	}
	after := score.Compute(e, pb, score.Options{})
	if before.Agreement != nil || after.Agreement == nil || *before.Overall.Score != *after.Overall.Score {
		t.Errorf("%+v %+v, overall %v and %v", before.Agreement, after.Agreement, *before.Overall.Score, *after.Overall.Score)
	}
	n := after.Agreement.Items
	e.Calls[0].Round = "day-90"
	if a := score.Compute(e, pb, score.Options{}).Agreement; a != nil && a.Items == n {
		t.Errorf("a call of another round still counts: %+v", a)
	}
}
