package score

import (
	"math"
	"slices"
)

// hair is the width below which two scores are the same: it keeps a difference of exactly 25 from being missed because
// its parts have no exact binary form.
const hair = 1e-9

// mean adds up in order of size, so that the order of the records changes no bit of it. There is at least one value.
func mean(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	sum := 0.0
	for _, v := range sorted {
		sum += v
	}
	return within(sum/float64(len(sorted)), sorted)
}

// deviation is the sample standard deviation; nil below two values.
func deviation(values []float64) *float64 {
	if len(values) < 2 {
		return nil
	}
	m := mean(values)
	sum := 0.0
	for _, v := range slices.Sorted(slices.Values(values)) {
		sum += (v - m) * (v - m)
	}
	sd := math.Sqrt(sum / float64(len(values)-1))
	return &sd
}

// weighted is a mean under weights, of which those not above 0 do not count; nil where none counts.
type weighted struct {
	sum, weight float64
	values      []float64
}

func (w *weighted) add(value, weight float64) {
	if weight > 0 && !math.IsInf(weight, 0) {
		w.sum += value * weight
		w.weight += weight
		w.values = append(w.values, value)
	}
}

func (w *weighted) mean() *float64 {
	if len(w.values) == 0 {
		return nil
	}
	m := within(w.sum/w.weight, w.values)
	return &m
}

// within keeps a mean from leaving the range of its values by a rounding error.
func within(m float64, values []float64) float64 {
	return min(max(m, slices.Min(values)), slices.Max(values))
}

// sign with a hair's breadth around 0.
func sign(x float64) int {
	switch {
	case x > hair:
		return 1
	case x < -hair:
		return -1
	}
	return 0
}

// rank is a score in steps of a hair, for sorting: equal scores stay equal however they were added up.
func rank(x *float64, absent float64) float64 {
	if x == nil {
		return absent
	}
	return math.Round(*x / hair)
}
