package exact

import "reflect"

// meant is the key of a struct that differs from name by a slip or two, or nothing.
func meant(t reflect.Type, name string) string {
	var known []string
	for _, f := range fieldsOf(t) {
		known = append(known, f.name)
	}
	return Meant(name, known)
}

// Meant is the one of the known words that differs from what was written by a slip or two, or nothing.
func Meant(written string, known []string) string {
	for _, k := range known {
		if n := len(k); n > 3 && slips(k, written) <= min(2, n/4) {
			return k
		}
	}
	return ""
}

// slips counts what must be changed to make one word of the other: a letter put in, left out, replaced, or swapped with
// its neighbour.
func slips(a, b string) int {
	if len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return 3
	}
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}
