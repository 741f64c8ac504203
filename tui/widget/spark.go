package widget

import "strings"

// Spark draws the last values as a line of w characters, the oldest first. The others (baseline, target) only set the
// scale.
func Spark(w int, values []float64, others ...*float64) string {
	if len(values) > w {
		values = values[len(values)-max(w, 0):]
	}
	if len(values) == 0 {
		return ""
	}
	low, high := values[0], values[0]
	see := func(x float64) { low, high = min(low, x), max(high, x) }
	for _, x := range values {
		see(x)
	}
	for _, x := range others {
		if x != nil {
			see(*x)
		}
	}
	steps := []rune("▁▂▃▄▅▆▇█")
	var b strings.Builder
	for _, x := range values {
		at := 3 // all the same
		if high > low {
			at = int((x - low) / (high - low) * float64(len(steps)-1) * 1.0001)
		}
		b.WriteRune(steps[min(max(at, 0), len(steps)-1)])
	}
	return b.String()
}
