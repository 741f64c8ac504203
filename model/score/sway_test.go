package score

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// gap is a finding of impact by ease.
func gap(id string, impact, ease int) Finding {
	p := impact * ease
	return Finding{ID: id, Gap: true, Impact: impact, Ease: ease, Priority: &p, Confidence: None}
}

func TestSwaysByHand(t *testing.T) {
	for _, c := range []struct {
		name    string
		gaps    []Finding
		want    []Sway
		flips   [][]int
		holding int
	}{
		{"none", nil, []Sway{}, nil, 0},
		{"one alone", []Finding{gap("a", 3, 3)}, []Sway{{1, 1, 1}}, [][]int{nil}, 1},
		// 25 can fall to 20, 4 can rise to 6: they never meet.
		{"far apart", []Finding{gap("a", 5, 5), gap("b", 2, 2)}, []Sway{{1, 1, 1}, {2, 2, 2}}, [][]int{nil, nil}, 2},
		// 20 (5 x 4) is 15 or 16 at the least; 16 (4 x 4) is 20 at the most, which as "b" comes after "a": only a's fall
		// to 15 puts it behind b; c (2 x 2) stays.
		{"near", []Finding{gap("a", 5, 4), gap("b", 4, 4), gap("c", 2, 2)}, []Sway{{1, 1, 2}, {2, 2, 2}, {3, 3, 3}}, [][]int{{2}, {1}, nil}, 1},
		// Equal but for the id: either may lead.
		{"tied", []Finding{gap("a", 3, 3), gap("b", 3, 3)}, []Sway{{1, 1, 2}, {2, 1, 2}}, [][]int{{2}, {1}}, 0},
		// 1 x 1 cannot be less, and 5 x 1 not more by impact: 5 falls to 4, 1 rises to 2.
		{"at the ends", []Finding{gap("a", 5, 1), gap("b", 1, 1)}, []Sway{{1, 1, 1}, {2, 2, 2}}, [][]int{nil, nil}, 2},
	} {
		got := Sways(append(c.gaps, Finding{ID: "strength"}))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i, want := range c.flips {
			if f := Flips(got, i+1); !slices.Equal(f, want) {
				t.Errorf("%s: place %d flips with %v, want %v", c.name, i+1, f, want)
			}
		}
		if n := Holding(got); n != c.holding {
			t.Errorf("%s: %d hold, want %d", c.name, n, c.holding)
		}
	}
}

// Against sorting anew for every grade that may be off.
func TestSwaysAgainstSorting(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var gaps []Finding
		for i := range rapid.IntRange(0, 12).Draw(rt, "n") {
			gaps = append(gaps, gap(string(rune('a'+i)), rapid.IntRange(1, 5).Draw(rt, "impact"), rapid.IntRange(1, 5).Draw(rt, "ease")))
		}
		slices.SortFunc(gaps, inOrder)
		place := map[string]int{}
		for i, f := range gaps {
			place[f.ID] = i
		}
		flipped := map[[2]string]bool{}
		for i, f := range gaps {
			for _, x := range []Finding{gap(f.ID, f.Impact-1, f.Ease), gap(f.ID, f.Impact+1, f.Ease), gap(f.ID, f.Impact, f.Ease-1), gap(f.ID, f.Impact, f.Ease+1)} {
				if !graded(&x.Impact) || !graded(&x.Ease) {
					continue
				}
				moved := slices.Clone(gaps)
				moved[i] = x
				slices.SortFunc(moved, inOrder)
				at := slices.IndexFunc(moved, func(y Finding) bool { return y.ID == f.ID })
				for j, y := range moved {
					if y.ID != f.ID && (j < at) != (place[y.ID] < i) {
						flipped[[2]string{f.ID, y.ID}], flipped[[2]string{y.ID, f.ID}] = true, true
					}
				}
			}
		}
		sways, holding := Sways(gaps), 0
		for i, f := range gaps {
			var want []int
			for j, y := range gaps {
				if flipped[[2]string{f.ID, y.ID}] {
					want = append(want, j+1)
				}
			}
			if got := Flips(sways, i+1); !slices.Equal(got, want) {
				rt.Fatalf("place %d flips with %v, want %v", i+1, got, want)
			}
			if want == nil {
				holding++
			}
		}
		if got := Holding(sways); got != holding {
			rt.Fatalf("%d hold, want %d", got, holding)
		}
	})
}
