package merge

// mergedOrder puts the entries of a list in order: as ours has them, unless only theirs moved some. What only the other
// has follows the entry that it follows there, behind what was added at the same place here.
func mergedOrder(b, o, t []*row) []*row {
	if moved(b, t) && !moved(b, o) {
		return weave(t, o)
	}
	return weave(o, t)
}

// moved says whether the entries of a version that were in base are in another order than there.
func moved(b, version []*row) bool {
	place := map[*row]int{}
	for i, r := range b {
		place[r] = i + 1
	}
	last := 0
	for _, r := range version {
		if p := place[r]; p > 0 {
			if p < last {
				return true
			}
			last = p
		}
	}
	return false
}

func weave(main, other []*row) []*row {
	next, in := map[*row][]*row{}, map[*row]bool{}
	for _, r := range main {
		in[r] = true
	}
	var prev *row // nil: the beginning
	for _, r := range other {
		if in[r] {
			prev = r
			continue
		}
		next[prev] = append(next[prev], r)
	}
	var out []*row
	var wait []*row
	add := func(r *row) {
		if r.b != nil { // the run of what was added behind the last of base's is over
			out, wait = append(out, wait...), nil
		}
		out = append(out, r)
		if n := next[r]; r.b != nil {
			wait = n
		} else {
			out = append(out, n...)
		}
	}
	wait = next[nil]
	for _, r := range main {
		add(r)
	}
	return append(out, wait...)
}
