package funnel

import "math"

// z of a 95 % interval, as the method fixes it.
const z = 1.96

// FewItems is the number below which a share, or anything else that is counted over items, is shown with "few".
const FewItems = 10

// Share is k of n with its 95 % Wilson interval.
type Share struct {
	K     int     `json:"k"`
	N     int     `json:"n"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Few   bool    `json:"few"` // n below 10
}

// ShareOf is k of n; nil where that is no share (n not above 0, k not within 0 and n).
func ShareOf(k, n int) *Share {
	low, high, ok := Wilson(k, n)
	if !ok {
		return nil
	}
	return &Share{K: k, N: n, Value: float64(k) / float64(n), Low: low, High: high, Few: n < FewItems}
}

// Wilson is the 95 % Wilson interval of k of n; not ok where that is no share.
func Wilson(k, n int) (low, high float64, ok bool) {
	if n <= 0 || k < 0 || k > n {
		return 0, 0, false
	}
	size := float64(n)
	p := float64(k) / size
	scale := 1 + z*z/size
	middle := (p + z*z/(2*size)) / scale
	half := z / scale * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	// The ends are exact for none and for all; only floating point would miss 0, 1 or the share itself by a hair.
	low, high = max(0, min(p, middle-half)), min(1, max(p, middle+half))
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high, true
}

// Newcombe is the difference k2/n2 - k1/n1 with its 95 % interval, put together from the two Wilson intervals; not ok
// where either is no share.
func Newcombe(k1, n1, k2, n2 int) (diff, low, high float64, ok bool) {
	a, b := ShareOf(k1, n1), ShareOf(k2, n2)
	if a == nil || b == nil {
		return 0, 0, 0, false
	}
	diff = b.Value - a.Value
	low = diff - math.Hypot(b.Value-b.Low, a.High-a.Value)
	high = diff + math.Hypot(b.High-b.Value, a.Value-a.Low)
	return diff, low, high, true
}
