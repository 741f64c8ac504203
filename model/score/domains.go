package score

import "github.com/gapbook/gapbook/model/playbook"

// whole is the mean over all practices, whatever their domain.
func whole(practices []Practice) Overall {
	score, n := meanField(practices, func(Practice) bool { return true })
	return Overall{Score: score, Practices: n}
}

func domains(pb *playbook.Playbook, practices []Practice) []Domain {
	out := []Domain{}
	for _, d := range named(pb.Domains, func(d playbook.Domain) string { return d.ID }) {
		score, n := meanField(practices, func(p Practice) bool { return p.Domain == d.ID })
		out = append(out, Domain{Domain: d.ID, Score: score, Practices: n})
	}
	return out
}

// meanField is the weighted mean of field over the practices that have one, and their number.
func meanField(practices []Practice, in func(Practice) bool) (*float64, int) {
	var w weighted
	n := 0
	for _, p := range practices {
		if p.Field != nil && in(p) {
			w.add(*p.Field, p.Weight)
			n++
		}
	}
	return w.mean(), n
}

// blindSpotIndex counts only what leaders think is better than it is: a hidden strength makes up for nothing.
func blindSpotIndex(practices []Practice) *float64 {
	var w weighted
	for _, p := range practices {
		if p.BlindSpot != nil {
			w.add(max(0, *p.BlindSpot), p.Weight)
		}
	}
	return w.mean()
}
