package plan

import (
	"cmp"
	"math"
	"slices"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// hair keeps a gap of exactly the limit, and gaps that are equal, from being lost to floating point.
const hair = 1e-9

// inPlay ranks the practices that ask for a remedy: those with a gap found, by their best finding; then those whose gap
// alone is large and sure enough.
func inPlay(pb *playbook.Playbook, sc *score.Result) []InPlay {
	if sc == nil {
		return nil
	}
	var out []InPlay
	at := map[string]int{}
	for _, f := range sc.Findings { // in the order of section 6, dismissed left out
		if !f.Gap || f.Practice == "" {
			continue
		}
		i, ok := at[f.Practice]
		if !ok {
			i = len(out)
			at[f.Practice] = i
			out = append(out, InPlay{Practice: f.Practice})
		}
		out[i].Findings = append(out[i].Findings, f.ID)
	}
	var byGap []InPlay
	for _, p := range sc.Practices { // in playbook order, which settles equal gaps
		sure := p.Confidence == score.Medium || p.Confidence == score.High
		if _, found := at[p.Practice]; !found && sure && p.Gap != nil && *p.Gap >= BigGap-hair {
			byGap = append(byGap, InPlay{Practice: p.Practice, Gap: p.Gap})
		}
	}
	slices.SortStableFunc(byGap, func(a, b InPlay) int {
		if math.Abs(*a.Gap-*b.Gap) <= hair {
			return 0 // equal but for floating point
		}
		return cmp.Compare(*b.Gap, *a.Gap)
	})
	out = append(out, byGap...)
	for i := range out {
		p := &out[i]
		p.Rank = i + 1
		if s := sc.Practice(p.Practice); s != nil {
			p.Gap = s.Gap
		}
		if r := remediesFor(pb, p.Practice); len(r) > 0 {
			p.Remedy = r[0]
		}
	}
	return out
}

// remediesFor are the ids of the remedies that list a practice, in playbook order.
func remediesFor(pb *playbook.Playbook, practice string) []string {
	var out []string
	for _, r := range pb.Remedies {
		if r.ID != "" && slices.Contains(r.Practices, practice) && !slices.Contains(out, r.ID) {
			out = append(out, r.ID)
		}
	}
	return out
}
