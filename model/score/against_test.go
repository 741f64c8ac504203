package score_test

import (
	"encoding/json"
	"math"
	"math/big"
	"sort"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

const asOf = "2026-06-01"

func near(t *rapid.T, what string, got *float64, want *big.Rat) {
	t.Helper()
	if (got == nil) != (want == nil) {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
	if want == nil {
		return
	}
	if w, _ := want.Float64(); math.Abs(*got-w) > 1e-9*max(1, math.Abs(w)) {
		t.Fatalf("%s: got %v, want %v", what, *got, w)
	}
}

func same[T comparable](t *rapid.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}

// exact is a decimal of at most two places as the fraction it was meant to be.
func exact(x float64) *big.Rat { return rat(int64(math.Round(x*100)), 100) }

func TestAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := draw(t, false)
		e, pb := g.engagement(), g.playbook()
		round := g.of("baseline", "baseline", "day-90")
		n := newNaive(e, pb, asOf, round)
		r := score.Compute(e, pb, score.Options{AsOf: asOf, Round: round})
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		n.practices(t, r)
		n.findings(t, r)
	})
}

func (n *naive) practices(t *rapid.T, r *score.Result) {
	var ids []string
	done := map[string]bool{"": true}
	sums := map[string][3]*big.Rat{} // by domain, "all" for the whole: weighted field, weight, number
	blind := [2]*big.Rat{new(big.Rat), new(big.Rat)}
	add := func(key string, field, weight *big.Rat) {
		s, ok := sums[key]
		if !ok {
			s = [3]*big.Rat{new(big.Rat), new(big.Rat), new(big.Rat)}
			sums[key] = s
		}
		s[0].Add(s[0], new(big.Rat).Mul(field, weight))
		s[1].Add(s[1], weight)
		s[2].Add(s[2], rat(1, 1))
	}
	for _, p := range n.pb.Practices {
		if done[p.ID] {
			continue
		}
		done[p.ID] = true
		ids = append(ids, p.ID)
		got := r.Practice(p.ID)
		if got == nil {
			t.Fatalf("no %s", p.ID)
		}
		rows := pick(n.rows, func(x row) bool { return x.practice == p.ID })
		field := n.field(rows)
		n.one(t, p, got, rows, field)
		weight := rat(1, 1)
		if p.Weight != nil {
			weight = exact(*p.Weight)
		}
		if field != nil {
			add("all", field, weight)
			add(p.Domain, field, weight)
		}
		if b := n.blind(rows); b != nil {
			if b.Sign() > 0 {
				blind[0].Add(blind[0], new(big.Rat).Mul(b, weight))
			}
			blind[1].Add(blind[1], weight)
		}
	}
	for i, p := range r.Practices {
		same(t, "order", p.Practice, ids[i])
	}
	check := func(key string, got *float64, number int) {
		s, ok := sums[key]
		if !ok || s[1].Sign() == 0 {
			near(t, key, got, nil)
		} else {
			near(t, key, got, new(big.Rat).Quo(s[0], s[1]))
		}
		if ok {
			same(t, key, int(s[2].Num().Int64()), number)
		} else {
			same(t, key, number, 0)
		}
	}
	check("all", r.Overall.Score, r.Overall.Practices)
	for _, d := range r.Domains {
		check(d.Domain, d.Score, d.Practices)
	}
	if blind[1].Sign() == 0 {
		near(t, "index", r.BlindSpotIndex, nil)
	} else {
		near(t, "index", r.BlindSpotIndex, blind[0].Quo(blind[0], blind[1]))
	}
}

func (n *naive) one(t *rapid.T, p playbook.Practice, got *score.Practice, rows []row, field *big.Rat) {
	target := rat(75, 1)
	if p.Target != nil {
		target = exact(*p.Target)
	}
	if x, ok := n.e.Targets[p.ID]; ok {
		target = exact(x)
	}
	near(t, "target", &got.Target, target)
	near(t, "field", got.Field, field)
	var gap *big.Rat
	if field != nil {
		if gap = new(big.Rat).Sub(target, field); gap.Sign() < 0 {
			gap = new(big.Rat)
		}
	}
	near(t, "gap", got.Gap, gap)
	near(t, "blind spot", got.BlindSpot, n.blind(rows))
	same(t, "clear", got.Clear, n.clear(rows))
	same(t, "contested", got.Contested, contested(rows))
	same(t, "confidence", string(got.Confidence), confidence(rows))
	for _, l := range playbook.Lenses() {
		s, k := lensOf(rows, string(l))
		near(t, string(l), got.Lenses.Of(l).Score, s)
		same(t, string(l), got.Lenses.Of(l).N, k)
	}
	at := 0
	done := map[string]bool{"": true}
	for _, s := range n.e.Stages {
		here := pick(rows, func(x row) bool { return x.stage == s.ID })
		if done[s.ID] || len(here) == 0 {
			continue
		}
		done[s.ID] = true
		same(t, "stage", got.Stages[at].Stage, s.ID)
		same(t, "stage n", got.Stages[at].N, len(bySource(here)))
		near(t, "stage field", got.Stages[at].Field, n.field(here))
		at++
	}
	same(t, "stages", len(got.Stages), at)
}

func (n *naive) findings(t *rapid.T, r *score.Result) {
	type entry struct {
		id                           string
		gap                          bool
		priority, impact, ease, sure int
		blind, field                 *big.Rat
	}
	var want []entry
	done := map[string]bool{}
	for _, f := range n.e.Findings {
		double := f.ID != "" && done[f.ID]
		done[f.ID] = true
		if double || f.Status == "dismissed" {
			continue
		}
		x := entry{id: f.ID, gap: f.Kind != "strength", impact: 3, ease: 3, blind: new(big.Rat), field: rat(-1, 1)}
		known := false
		for _, p := range n.pb.Practices {
			known = known || (p.ID != "" && p.ID == f.Practice)
		}
		if known {
			rows := pick(n.rows, func(o row) bool { return o.practice == f.Practice })
			if b := n.blind(rows); b != nil {
				x.blind = b
			}
			if b := n.field(rows); b != nil {
				x.field = b
			}
			x.sure = map[string]int{"none": 0, "low": 1, "medium": 2, "high": 3}[confidence(rows)]
		}
		if share := n.share(f.Stage); share != nil {
			x.impact = 1
			for _, percent := range []int64{1, 3, 7, 15} {
				if share.Cmp(rat(percent, 100)) >= 0 {
					x.impact++
				}
			}
		}
		if f.Impact != nil && *f.Impact >= 1 && *f.Impact <= 5 {
			x.impact = *f.Impact
		}
		if f.Ease != nil {
			x.ease = *f.Ease
		}
		x.priority = x.impact * x.ease
		want = append(want, x)
	}
	sort.SliceStable(want, func(i, j int) bool {
		a, b := want[i], want[j]
		switch {
		case a.gap != b.gap:
			return a.gap
		case !a.gap && a.field.Cmp(b.field) != 0:
			return a.field.Cmp(b.field) > 0
		case !a.gap:
			return a.id < b.id
		case a.priority != b.priority:
			return a.priority > b.priority
		case a.blind.Cmp(b.blind) != 0:
			return a.blind.Cmp(b.blind) > 0
		case a.sure != b.sure:
			return a.sure > b.sure
		}
		return a.id < b.id
	})
	same(t, "findings", len(r.Findings), len(want))
	for i, w := range want {
		got := r.Findings[i]
		same(t, "finding", got.ID, w.id)
		same(t, "impact", got.Impact, w.impact)
		same(t, "ease", got.Ease, w.ease)
		same(t, "priority", got.Priority != nil, w.gap)
		if w.gap {
			same(t, "priority", *got.Priority, w.priority)
		}
	}
}

// share is the base value of a stage over annual won: half of (min(1, target) - c) / c, where it is above 0.
func (n *naive) share(stage string) *big.Rat {
	if len(n.e.Funnels) == 0 || n.e.Funnels[0].WonAmount == nil || *n.e.Funnels[0].WonAmount == 0 || stage == "" {
		return nil
	}
	var target *float64
	for i := len(n.e.Stages) - 1; i >= 0; i-- {
		if n.e.Stages[i].ID == stage {
			target = n.e.Stages[i].TargetConversion
		}
	}
	for _, s := range n.e.Funnels[0].Stages {
		if s.Stage != stage || target == nil || s.Advanced+s.Lost < 20 || s.Advanced == 0 {
			continue
		}
		c := rat(int64(s.Advanced), int64(s.Advanced+s.Lost))
		x := new(big.Rat).Sub(exact(min(1, *target)), c)
		if x.Sign() > 0 {
			return x.Quo(x, c.Mul(c, rat(2, 1)))
		}
	}
	return nil
}
