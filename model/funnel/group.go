package funnel

import "github.com/gapbook/gapbook/model"

// Splits computes the groups of a snapshot. A group has no period of its own, so nothing in it is reckoned by the year: it
// has no values at stake and no bottleneck.
func Splits(e *model.Engagement, f *model.Funnel) (splits []Split) {
	if f == nil {
		return nil
	}
	for _, s := range f.By {
		out := Split{By: s.By, Groups: []Group{}}
		for _, g := range s.Groups {
			r := Compute(e, &model.Funnel{Label: g.Name, Stages: g.Stages, Won: g.Won, Lost: g.Lost, Open: g.Open})
			out.Groups = append(out.Groups, Group{
				Name: g.Name, Won: r.Won, Lost: r.Lost, Open: r.Open, WinRate: r.WinRate, WinShare: r.WinShare, Stages: r.Stages,
			})
		}
		splits = append(splits, out)
	}
	return splits
}

// Stage finds a stage of the group by id; nil when there is none.
func (g *Group) Stage(id string) *Stage { return (&Result{Stages: g.Stages}).Stage(id) }
