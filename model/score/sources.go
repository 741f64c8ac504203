package score

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// sourcesOf averages observations within their source. One talkative rep is one voice. The order is lens by lens, in
// each the order of first use.
func sourcesOf(observations []Observation) []Source {
	var order []Source
	values := [][]float64{}
	place := map[int]int{}
	for _, o := range observations {
		at, ok := place[o.source]
		if !ok {
			at = len(order)
			place[o.source] = at
			order = append(order, Source{Kind: o.Kind, ID: o.Source, Who: o.Who, Role: o.Role, Lens: o.Lens, source: o.source})
			values = append(values, nil)
		}
		values[at] = append(values[at], o.Value)
	}
	var out []Source
	for _, l := range playbook.Lenses() {
		for i, s := range order {
			if s.Lens == l {
				s.Mean, s.N = mean(values[i]), len(values[i])
				out = append(out, s)
			}
		}
	}
	return out
}

// lensesOf averages over sources, leaving out the one at skip (-1: none).
func lensesOf(sources []Source, skip int) Lenses {
	of := func(l playbook.Lens) LensScore {
		var means []float64
		for i, s := range sources {
			if s.Lens == l && i != skip {
				means = append(means, s.Mean)
			}
		}
		return scoreOf(means)
	}
	return Lenses{
		Believed: of(playbook.Believed), Reported: of(playbook.Reported),
		Observed: of(playbook.Observed), Recorded: of(playbook.Recorded),
	}
}

func scoreOf(means []float64) LensScore {
	if len(means) == 0 {
		return LensScore{}
	}
	m := mean(means)
	return LensScore{Score: &m, N: len(means)}
}

// fieldLenses are those that show what is done rather than what is believed.
func fieldLenses() []playbook.Lens {
	return []playbook.Lens{playbook.Reported, playbook.Observed, playbook.Recorded}
}

// fieldOf is the weighted mean of the field lenses that saw something; nil where none did.
func fieldOf(pb *playbook.Playbook, lenses Lenses) *float64 {
	var w weighted
	for _, l := range fieldLenses() {
		if s := lenses.Of(l); s.Score != nil {
			w.add(*s.Score, pb.LensWeight(l))
		}
	}
	return w.mean()
}

// blindSpot is believed - field; nil where either does not exist.
func blindSpot(lenses Lenses, field *float64) *float64 {
	if field == nil || lenses.Believed.Score == nil {
		return nil
	}
	b := *lenses.Believed.Score - *field
	return &b
}

// rolesOf shows the interviewed roles apart, leaders from managers above all.
func rolesOf(sources []Source) []RoleScore {
	var out []RoleScore
	for _, role := range model.Roles() {
		var means []float64
		var lens playbook.Lens
		for _, s := range sources {
			if s.Kind == PersonSource && s.Role == role {
				means, lens = append(means, s.Mean), s.Lens
			}
		}
		if s := scoreOf(means); s.N > 0 {
			out = append(out, RoleScore{Role: role, Lens: lens, Score: s.Score, N: s.N})
		}
	}
	return out
}
