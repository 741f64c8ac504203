package crm

import "slices"

// median averages the middle two; nil of nothing. It sorts days.
func median(days []int32) *float64 {
	if len(days) == 0 {
		return nil
	}
	slices.Sort(days)
	n := len(days)
	m := (float64(days[(n-1)/2]) + float64(days[n/2])) / 2
	return &m
}

// nearestRank is the smallest value with at least per cent of the values at or below it; nil of nothing. It sorts days.
func nearestRank(days []int32, percent int) *float64 {
	if len(days) == 0 {
		return nil
	}
	slices.Sort(days)
	rank := (percent*len(days) + 99) / 100
	v := float64(days[max(rank, 1)-1])
	return &v
}
