package score

import (
	"slices"
	"sort"
)

// Sway is how far a finding moves in the order when its impact or its ease, one of the two, is off by one: its best and
// its worst place, from 1.
type Sway struct{ Place, Best, Worst int }

// Sways are those of the gaps among findings that are in order, gap by gap.
func Sways(findings []Finding) []Sway {
	n := slices.IndexFunc(findings, func(f Finding) bool { return !f.Gap })
	if n < 0 {
		n = len(findings)
	}
	gaps := findings[:n]
	out := make([]Sway, n)
	for i, f := range gaps {
		out[i] = Sway{i + 1, i + 1, i + 1}
		for _, off := range [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			impact, ease := f.Impact+off[0], f.Ease+off[1]
			if !graded(&impact) || !graded(&ease) {
				continue
			}
			priority := impact * ease
			x := f
			x.Priority = &priority
			// The others stay in order: how many of them come before it is its place.
			at := 1 + sort.Search(n-1, func(j int) bool {
				if j >= i {
					j++
				}
				return inOrder(gaps[j], x) > 0
			})
			out[i].Best, out[i].Worst = min(out[i].Best, at), max(out[i].Worst, at)
		}
	}
	return out
}

// Flips are the places whose findings change sides with the one at a place when an impact or an ease of either is off by
// one. None: it holds.
func Flips(sways []Sway, place int) []int {
	var out []int
	for _, s := range sways {
		own := sways[place-1]
		if s.Place != place && (own.Best <= s.Place && s.Place <= own.Worst || s.Best <= place && place <= s.Worst) {
			out = append(out, s.Place)
		}
	}
	return out
}

// Holding is how many findings hold their place, whichever one impact or ease of all is off by one.
func Holding(sways []Sway) int {
	passed := make([]int, len(sways)+2) // how many ranges begin at a place, less those that ended before it
	for _, s := range sways {
		passed[s.Best]++
		passed[s.Worst+1]--
	}
	holding, over := 0, 0
	for _, s := range sways {
		over += passed[s.Place]
		if over == 1 && s.Best == s.Worst { // only its own range lies over it
			holding++
		}
	}
	return holding
}
