package plan

import (
	"slices"

	"github.com/gapbook/gapbook/model/score"
)

// explain adds to every reason what it rests on.
func (d *drafter) explain() {
	ids := map[string]string{} // action by remedy
	for _, c := range d.wanted {
		ids[c.ID] = d.actionID(c.ID)
	}
	neededBy := map[string][]string{}
	for _, c := range d.wanted {
		for _, need := range c.depends {
			neededBy[ids[need]] = append(neededBy[ids[need]], ids[c.ID])
		}
	}
	for i, a := range slices.Concat(d.out.Actions, d.out.Later) {
		r := d.out.Reasons[a.ID]
		if i < len(d.whyMoved) {
			r.Moved = d.whyMoved[i]
		}
		if remedy := d.remedyOf(a); r.Remedy == "" && remedy != nil {
			r.Remedy, r.Backbone = remedy.ID, d.isBackbone(a)
		}
		var practices []string
		if remedy := d.pb.Remedy(r.Remedy); remedy != nil {
			practices = remedy.Practices
		}
		for _, p := range d.out.Practices {
			if slices.Contains(practices, p.Practice) || (r.Remedy == "" && p.Practice == a.Practice) {
				r.Practices = append(r.Practices, p)
			}
		}
		r.Findings = d.live(practices, a.Findings)
		r.NeededBy = neededBy[a.ID]
		d.out.Reasons[a.ID] = r
	}
}

// gaps are the findings that ask for something, found by their practice and by their id.
type gaps struct {
	ids        []string // in their order
	byPractice map[string][]int
	byID       map[string]int
	stage      map[string]string // by id
}

func gapsOf(sc *score.Result) *gaps {
	g := &gaps{byPractice: map[string][]int{}, byID: map[string]int{}, stage: map[string]string{}}
	for _, f := range sc.Findings {
		if !f.Gap {
			continue
		}
		if f.Practice != "" {
			g.byPractice[f.Practice] = append(g.byPractice[f.Practice], len(g.ids))
		}
		if _, twice := g.byID[f.ID]; !twice {
			g.byID[f.ID], g.stage[f.ID] = len(g.ids), f.Stage
		}
		g.ids = append(g.ids, f.ID)
	}
	return g
}

// live are the gaps, in their order, that concern one of the practices or are named.
func (d *drafter) live(practices, named []string) []string {
	var at []int
	for _, p := range practices {
		at = append(at, d.gaps.byPractice[p]...)
	}
	for _, id := range named {
		if i, ok := d.gaps.byID[id]; ok {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	var out []string
	for _, i := range slices.Compact(at) {
		out = append(out, d.gaps.ids[i])
	}
	return out
}
