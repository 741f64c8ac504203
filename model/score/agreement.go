package score

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
)

// Agreement is how far two raters of the same calls agree, item by item. Items that only one of them answered are left
// out. That an item does not apply is an answer like any other: when one rater says so and the other does not, they
// disagree.
type Agreement struct {
	Items   int      `json:"items"`   // answered by both
	Percent float64  `json:"percent"` // of the items, 0 to 100
	Kappa   *float64 `json:"kappa"`   // Cohen's; null where both gave one and the same answer throughout
	Few     bool     `json:"few"`     // below 10 items

	Calls int    `json:"-"` // that the items come from
	Apart []Pair `json:"-"` // the items on which they differ, in the order of the calls and the rubric
}

// Pair is what two raters answered to one item of one call.
type Pair struct {
	Call, Check   string
	First, Second model.Result
}

// Agree compares the two raters over these calls; nil where no item has two answers. Cohen's kappa is
// (p - e) / (1 - e): p is the share of items with the same answer, e the share that would come by chance, from how often
// each rater gave each answer. With e = 1 there is nothing that chance could not explain, and no kappa.
func Agree(pb *playbook.Playbook, calls ...model.Call) *Agreement {
	a := &Agreement{}
	same := 0
	first, second := map[model.Result]int{}, map[model.Result]int{}
	for _, c := range calls {
		pairs := pairs(pb, c)
		if len(pairs) > 0 {
			a.Calls++
		}
		for _, p := range pairs {
			a.Items++
			first[p.First]++
			second[p.Second]++
			if p.First == p.Second {
				same++
			} else {
				a.Apart = append(a.Apart, p)
			}
		}
	}
	if a.Items == 0 {
		return nil
	}
	a.Percent = 100 * float64(same) / float64(a.Items)
	a.Few = a.Items < funnel.FewItems
	chance := 0 // in items squared, so that whole numbers decide whether there is a kappa
	for r, n := range first {
		chance += n * second[r]
	}
	if all := a.Items * a.Items; chance < all {
		k := float64(same*a.Items-chance) / float64(all-chance)
		a.Kappa = &k
	}
	return a
}

// pairs are the items of the rubric that both raters of a call answered. An item that one rater answered twice, and not in
// the same way, is left out.
func pairs(pb *playbook.Playbook, c model.Call) []Pair {
	if c.Second == nil {
		return nil
	}
	var out []Pair
	for _, check := range named(pb.Calls.Checks, func(c playbook.Check) string { return c.ID }) {
		p := Pair{c.ID, check.ID, result(c.Checks, check.ID), result(c.Second.Checks, check.ID)}
		if p.First != "" && p.Second != "" {
			out = append(out, p)
		}
	}
	return out
}

// result is what one rater answered to an item.
func result(checks []model.CallCheck, id string) model.Result {
	var r model.Result
	for _, x := range checks {
		switch {
		case x.Check != id || x.Result == "" || x.Result == r:
		case r != "":
			return ""
		default:
			r = x.Result
		}
	}
	return r
}
