package portfolio

import (
	"cmp"
	"slices"
)

// Few engagements: with fewer than this a distribution says little.
const Few = 10

// Spread is how a practice is distributed over the engagements that could score it.
type Spread struct {
	Practice  string        `json:"practice"`
	Playbook  string        `json:"playbook"` // ids of different playbooks may mean different things
	Field     Quartiles     `json:"field"`
	BlindSpot Quartiles     `json:"blind_spot"`
	Place     *Placed       `json:"place,omitempty"` // of the one engagement to be placed
	values    *[2][]float64 // field and blind spots, sorted
}

// Quartiles of n numbers, between two of them by straight line (as PERCENTILE_CONT does).
type Quartiles struct {
	N      int      `json:"n"`
	Few    bool     `json:"few"`
	Low    *float64 `json:"q1"`
	Median *float64 `json:"median"`
	High   *float64 `json:"q3"`
}

// Placed is one engagement among the others.
type Placed struct {
	Field float64  `json:"field"`
	Below *float64 `json:"share_below"` // of the others' field scores, those below; equal ones count half
}

// Spreads gathers distributions as engagements are read.
type Spreads struct {
	at   map[[2]string]*Spread
	list []*Spread // in the order in which practices were first seen, which is that of the playbook
}

// Add takes an engagement in.
func (s *Spreads) Add(e *Entry) {
	for _, p := range e.Practices {
		d := s.of(p.Practice, e.Playbook)
		if p.Field != nil {
			d.values[0] = append(d.values[0], *p.Field)
		}
		if p.BlindSpot != nil {
			d.values[1] = append(d.values[1], *p.BlindSpot)
		}
	}
}

func (s *Spreads) of(practice, playbook string) *Spread {
	key := [2]string{practice, playbook}
	if s.at == nil {
		s.at = map[[2]string]*Spread{}
	}
	if s.at[key] == nil {
		s.at[key] = &Spread{Practice: practice, Playbook: playbook, values: &[2][]float64{}}
		s.list = append(s.list, s.at[key])
	}
	return s.at[key]
}

// All are the distributions, playbook by playbook. One engagement may be placed in those of its playbook; it should not be
// among those that were added.
func (s *Spreads) All(place *Entry) []Spread {
	out := []Spread{}
	for _, d := range s.list {
		slices.Sort(d.values[0])
		slices.Sort(d.values[1])
		d.Field, d.BlindSpot = quartiles(d.values[0]), quartiles(d.values[1])
		d.Place = nil
		if place != nil && place.Playbook == d.Playbook {
			for _, p := range place.Practices {
				if p.Practice == d.Practice && p.Field != nil {
					d.Place = &Placed{*p.Field, below(d.values[0], *p.Field)}
				}
			}
		}
		out = append(out, *d)
	}
	slices.SortStableFunc(out, func(a, b Spread) int { return cmp.Compare(a.Playbook, b.Playbook) })
	return out
}

func quartiles(sorted []float64) Quartiles {
	return Quartiles{len(sorted), len(sorted) < Few, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)}
}

func quantile(sorted []float64, q float64) *float64 {
	if len(sorted) == 0 {
		return nil
	}
	at := q * float64(len(sorted)-1)
	i := int(at)
	x := sorted[i]
	if i+1 < len(sorted) {
		x += (at - float64(i)) * (sorted[i+1] - x)
	}
	return &x
}

func below(sorted []float64, x float64) *float64 {
	if len(sorted) == 0 {
		return nil
	}
	first, _ := slices.BinarySearch(sorted, x)
	n := first
	for n < len(sorted) && sorted[n] == x {
		n++
	}
	share := (float64(first) + float64(n-first)/2) / float64(len(sorted))
	return &share
}
