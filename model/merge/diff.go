package merge

import "sort"

// maxTable is how many pairs of lines are compared one by one before lines that are there once must do.
const maxTable = 1 << 20

// match2 is a longest common subsequence of two lists of n and m entries, as pairs of places.
func match2(n, m int, same func(i, j int) bool) [][2]int {
	var head, tail [][2]int
	lo := 0
	for lo < min(n, m) && same(lo, lo) {
		head = append(head, [2]int{lo, lo})
		lo++
	}
	for n > lo && m > lo && same(n-1, m-1) {
		n, m = n-1, m-1
		tail = append(tail, [2]int{n, m})
	}
	if h, w := n-lo, m-lo; h > 0 && w > 0 && h*w <= maxTable {
		length := make([][]int32, h+1)
		for i := range length {
			length[i] = make([]int32, w+1)
		}
		equal := make([]bool, h*w)
		for i := h - 1; i >= 0; i-- {
			for j := w - 1; j >= 0; j-- {
				if equal[i*w+j] = same(lo+i, lo+j); equal[i*w+j] {
					length[i][j] = length[i+1][j+1] + 1
				} else {
					length[i][j] = max(length[i+1][j], length[i][j+1])
				}
			}
		}
		for i, j := 0, 0; i < h && j < w; {
			switch {
			case equal[i*w+j]:
				head = append(head, [2]int{lo + i, lo + j})
				i, j = i+1, j+1
			case length[i+1][j] >= length[i][j+1]:
				i++
			default:
				j++
			}
		}
	}
	for i := len(tail) - 1; i >= 0; i-- {
		head = append(head, tail[i])
	}
	return head
}

// matchLines pairs the lines that two texts have in common. Long texts are cut at lines that are there once in each.
func matchLines(a, b []string) [][2]int {
	var out [][2]int
	var within func(a0, a1, b0, b1 int)
	within = func(a0, a1, b0, b1 int) {
		for a0 < a1 && b0 < b1 && a[a0] == b[b0] {
			out = append(out, [2]int{a0, b0})
			a0, b0 = a0+1, b0+1
		}
		var tail [][2]int
		for a0 < a1 && b0 < b1 && a[a1-1] == b[b1-1] {
			a1, b1 = a1-1, b1-1
			tail = append(tail, [2]int{a1, b1})
		}
		if cuts := onceInBoth(a[a0:a1], b[b0:b1], maxTable); len(cuts) > 0 {
			i, j := a0, b0
			for _, c := range cuts {
				within(i, a0+c[0], j, b0+c[1])
				out = append(out, [2]int{a0 + c[0], b0 + c[1]})
				i, j = a0+c[0]+1, b0+c[1]+1
			}
			within(i, a1, j, b1)
		} else {
			for _, p := range match2(a1-a0, b1-b0, func(i, j int) bool { return a[a0+i] == b[b0+j] }) {
				out = append(out, [2]int{a0 + p[0], b0 + p[1]})
			}
		}
		for i := len(tail) - 1; i >= 0; i-- {
			out = append(out, tail[i])
		}
	}
	within(0, len(a), 0, len(b))
	return out
}

// onceInBoth are the longest run of lines in the same order among those that each text has once; none for texts so short
// that all pairs of lines can be compared.
func onceInBoth(a, b []string, short int) [][2]int {
	if len(a)*len(b) <= short {
		return nil
	}
	type count struct{ a, b, at int }
	lines := map[string]*count{}
	for _, l := range a {
		if lines[l] == nil {
			lines[l] = &count{}
		}
		lines[l].a++
	}
	for j, l := range b {
		if c := lines[l]; c != nil {
			c.b++
			c.at = j
		}
	}
	var all [][2]int
	for i, l := range a {
		if c := lines[l]; c.a == 1 && c.b == 1 {
			all = append(all, [2]int{i, c.at})
		}
	}
	// The longest increasing run, by patience.
	var piles, before []int
	before = make([]int, len(all))
	for i, p := range all {
		k := sort.Search(len(piles), func(k int) bool { return all[piles[k]][1] >= p[1] })
		before[i] = -1
		if k > 0 {
			before[i] = piles[k-1]
		}
		if k == len(piles) {
			piles = append(piles, i)
		} else {
			piles[k] = i
		}
	}
	if len(piles) == 0 {
		return nil
	}
	out := make([][2]int, len(piles))
	for i, k := len(piles)-1, piles[len(piles)-1]; i >= 0; i, k = i-1, before[k] {
		out[i] = all[k]
	}
	return out
}
