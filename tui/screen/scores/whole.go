package scores

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// whyWhole explains the numbers at the top: the overall score, the domains and the blind-spot index, each as the mean that
// it is, with the weights where they are not all alike.
func (p *Page) whyWhole(r *score.Result) []explain.Item {
	var out []explain.Item
	head := func(s string) { out = append(out, explain.Item{Head: true, Text: s}) }
	say := func(s string) { out = append(out, explain.Item{Text: s}) }

	head("Overall")
	say(p.mean("Overall", r.Overall.Score, r.Practices, field) +
		" Over all practices that have a field score, not over the domains.")
	for _, d := range r.Domains {
		var in []score.Practice
		for _, x := range r.Practices {
			if x.Domain == d.Domain {
				in = append(in, x)
			}
		}
		name := layout.Clean(p.domain(d.Domain))
		head(name)
		say(p.mean(name, d.Score, in, field))
	}
	head("Blind-spot index")
	say(p.mean("Index", r.BlindSpotIndex, r.Practices, overrated) +
		" A practice that is better than leaders think counts as 0: the index says how much is believed that does not happen.")
	head("What it rests on")
	for _, x := range r.Practices {
		line := fmt.Sprintf("%s: field %s, blind spot %s, weight %s", layout.Clean(p.name(x.Practice)), explain.Points(x.Field),
			signedOr(x.BlindSpot), explain.Tenths(x.Weight))
		out = append(out, explain.Item{Text: line, Link: screen.Route{Kind: screen.Scores, At: x.Practice}})
	}
	return out
}

// mean writes a weighted mean with its numbers put in.
func (p *Page) mean(name string, value *float64, in []score.Practice, of func(score.Practice) *float64) string {
	if value == nil {
		return name + ": too few to say."
	}
	var parts []string
	weights, alike := 0.0, true
	for _, x := range in {
		v := of(x)
		if v == nil || x.Weight <= 0 {
			continue
		}
		alike = alike && x.Weight == 1
		weights += x.Weight
		parts = append(parts, explain.Tenths(*v))
		if x.Weight != 1 {
			parts[len(parts)-1] = explain.Tenths(x.Weight) + " × " + parts[len(parts)-1]
		}
	}
	s := fmt.Sprintf("%s %s = (%s) / %s", name, explain.Tenths(*value), strings.Join(parts, " + "), explain.Tenths(weights))
	if !alike {
		s += ", practices under the playbook's weights"
	}
	return s + "."
}

func field(x score.Practice) *float64 { return x.Field }

func overrated(x score.Practice) *float64 {
	if x.BlindSpot == nil {
		return nil
	}
	v := max(0, *x.BlindSpot)
	return &v
}

func signedOr(x *float64) string {
	if x == nil {
		return "not known"
	}
	return explain.Signed(*x)
}
