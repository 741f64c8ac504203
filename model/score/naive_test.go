package score_test

import (
	"math/big"
	"sort"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// This is scoring.md once more, written down without a look at the package: rows of observations, filtered over and over,
// in exact fractions. It knows no order of summation and no rounding.

type row struct {
	practice, lens, source, stage string
	value                         *big.Rat
}

func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

type naive struct {
	e    *model.Engagement
	pb   *playbook.Playbook
	rows []row
}

func inTime(d, asOf, round, want string) bool {
	if round == "" {
		round = "baseline"
	}
	_, valid := model.Date(d).Time()
	return round == want && !(valid && d > asOf)
}

func newNaive(e *model.Engagement, pb *playbook.Playbook, asOf, round string) *naive {
	n := &naive{e: e, pb: pb}
	n.interviews(asOf, round)
	n.calls(asOf, round)
	n.audits(asOf, round)
	return n
}

func (n *naive) interviews(asOf, round string) {
	done := map[string]bool{"": false}
	for _, i := range n.e.Interviews {
		double := i.ID != "" && done[i.ID]
		done[i.ID] = true
		if double || !inTime(string(i.Date), asOf, i.Round, round) {
			continue
		}
		role := ""
		for k := len(n.e.People) - 1; k >= 0; k-- {
			if n.e.People[k].ID == i.Person {
				role = string(n.e.People[k].Role)
			}
		}
		if role == "" {
			continue
		}
		lens := "reported"
		if role == "leader" || role == "manager" {
			lens = "believed"
		}
		if l := n.pb.Roles[model.Role(role)]; l == "believed" || l == "reported" || l == "observed" || l == "recorded" {
			lens = string(l)
		}
		for _, a := range i.Answers {
			practice := a.Practice
			if a.Question != "" {
				practice = ""
				for g := len(n.pb.Guides) - 1; g >= 0; g-- {
					for q := len(n.pb.Guides[g].Questions) - 1; q >= 0; q-- {
						if n.pb.Guides[g].Questions[q].ID == a.Question {
							practice = n.pb.Guides[g].Questions[q].Practice
						}
					}
				}
			}
			if a.Rating != nil && !a.NA && *a.Rating >= 0 && *a.Rating <= 4 {
				n.rows = append(n.rows, row{practice, lens, "person " + i.Person, "", rat(int64(25**a.Rating), 1)})
			}
		}
	}
}

func first(checks []playbook.Check, id string) string {
	for _, c := range checks {
		if c.ID == id {
			return c.Practice
		}
	}
	return ""
}

func (n *naive) calls(asOf, round string) {
	done := map[string]bool{}
	for k, c := range n.e.Calls {
		double := c.ID != "" && done[c.ID]
		done[c.ID] = true
		if double || !inTime(string(c.Date), asOf, c.Round, round) {
			continue
		}
		for _, x := range c.Checks {
			if v, ok := map[model.Result]int64{"yes": 100, "partly": 50, "no": 0}[x.Result]; ok {
				source := "call " + string(rune('A'+k))
				n.rows = append(n.rows, row{first(n.pb.Calls.Checks, x.Check), "observed", source, c.Stage, rat(v, 1)})
			}
		}
	}
}

func (n *naive) audits(asOf, round string) {
	done := map[string]bool{}
	for k, a := range n.e.Audits {
		double := a.ID != "" && done[a.ID]
		done[a.ID] = true
		if double || !inTime(string(a.Date), asOf, a.Round, round) {
			continue
		}
		var checks []playbook.Check
		stage := ""
		lists := map[model.AuditKind][]playbook.Subject{"handoff": n.pb.Audits.Handoffs, "cadence": n.pb.Audits.Cadences}
		if a.Kind == "stage" {
			checks, stage = n.pb.Audits.Stage, a.Subject
		}
		for _, s := range lists[a.Kind] {
			if s.ID == a.Subject {
				checks = s.Checks
				break
			}
		}
		for _, x := range a.Checks {
			r := row{first(checks, x.Check), "recorded", "audit " + string(rune('A'+k)), stage, nil}
			if x.Rating != nil && *x.Rating >= 0 && *x.Rating <= 4 {
				r.value = rat(int64(*x.Rating)*25, 1)
			} else if s := x.Sample; s != nil && s.Of > 0 && s.Met >= 0 && s.Met <= s.Of {
				r.value = rat(int64(100*s.Met), int64(s.Of))
			}
			if r.value != nil && !x.NA {
				n.rows = append(n.rows, r)
			}
		}
	}
}

func avg(values []*big.Rat) *big.Rat {
	if len(values) == 0 {
		return nil
	}
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, v)
	}
	return sum.Quo(sum, rat(int64(len(values)), 1))
}

// pick filters rows; sources and their means follow from what is left.
func pick(rows []row, keep func(row) bool) (out []row) {
	for _, r := range rows {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

func bySource(rows []row) map[string]*big.Rat {
	out := map[string]*big.Rat{}
	for _, r := range rows {
		var values []*big.Rat
		for _, o := range pick(rows, func(o row) bool { return o.source == r.source }) {
			values = append(values, o.value)
		}
		out[r.source] = avg(values)
	}
	return out
}

func lensOf(rows []row, lens string) (*big.Rat, int) {
	var means []*big.Rat
	for _, m := range bySource(pick(rows, func(r row) bool { return r.lens == lens })) {
		means = append(means, m)
	}
	return avg(means), len(means)
}

func (n *naive) field(rows []row) *big.Rat {
	top, bottom := new(big.Rat), new(big.Rat)
	for lens, weight := range map[string]float64{"reported": 1, "observed": 2, "recorded": 2} {
		if w, ok := n.pb.LensWeights[playbook.Lens(lens)]; ok {
			weight = w
		}
		if score, _ := lensOf(rows, lens); score != nil {
			w := new(big.Rat).SetFloat64(weight)
			bottom.Add(bottom, w)
			top.Add(top, w.Mul(w, score))
		}
	}
	if bottom.Sign() == 0 {
		return nil
	}
	return top.Quo(top, bottom)
}

func (n *naive) blind(rows []row) *big.Rat {
	believed, _ := lensOf(rows, "believed")
	field := n.field(rows)
	if believed == nil || field == nil {
		return nil
	}
	return new(big.Rat).Sub(believed, field)
}

func (n *naive) clear(rows []row) bool {
	b := n.blind(rows)
	_, leaders := lensOf(rows, "believed")
	everyone := bySource(rows)
	if b == nil || leaders < 2 || len(everyone)-leaders < 3 || new(big.Rat).Abs(b).Cmp(rat(25, 1)) < 0 {
		return false
	}
	for source := range everyone {
		without := n.blind(pick(rows, func(r row) bool { return r.source != source }))
		if without == nil || without.Sign() != b.Sign() {
			return false
		}
	}
	return true
}

func contested(rows []row) bool {
	var means []*big.Rat
	for _, m := range bySource(pick(rows, func(r row) bool { return r.lens != "believed" })) {
		means = append(means, m)
	}
	if len(means) < 4 {
		return false
	}
	middle, sum := avg(means), new(big.Rat)
	for _, m := range means {
		d := new(big.Rat).Sub(m, middle)
		sum.Add(sum, d.Mul(d, d))
	}
	return sum.Quo(sum, rat(int64(len(means)-1), 1)).Cmp(rat(900, 1)) >= 0
}

func confidence(rows []row) string {
	var n []int
	for _, lens := range []string{"reported", "observed", "recorded"} {
		_, k := lensOf(rows, lens)
		n = append(n, k)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(n)))
	switch {
	case n[1] >= 3:
		return "high"
	case n[1] >= 1 || n[0] >= 5:
		return "medium"
	case n[0] > 0:
		return "low"
	}
	return "none"
}
