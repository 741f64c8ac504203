package render

import (
	"testing"

	"github.com/gapbook/gapbook/model/score"
)

func TestPlaces(t *testing.T) {
	for want, list := range map[string][]int{"": nil, "3": {3}, "1, 2": {1, 2}, "2-4, 7": {2, 3, 4, 7}, "1, 3, 5-7": {1, 3, 5, 6, 7}} {
		if got := places(list); got != want {
			t.Errorf("%v: %q, want %q", list, got, want)
		}
	}
}

func TestHolds(t *testing.T) {
	sways := []score.Sway{{Place: 1, Best: 1, Worst: 2}, {Place: 2, Best: 2, Worst: 2}, {Place: 3, Best: 3, Worst: 3}}
	for place, want := range map[int]string{1: "flips with 2", 2: "flips with 1", 3: "holds"} {
		if got := Holds(sways, place); got != want {
			t.Errorf("place %d: %q, want %q", place, got, want)
		}
	}
	if got, want := OrderHolds(sways), "Were an impact or an ease off by one, 1 of 3 findings would still hold their place."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := OrderHolds([]score.Sway{{Place: 1, Best: 1, Worst: 1}}); got != "" {
		t.Errorf("one alone: %q", got)
	}
}
