package merge

import "slices"

// hunk is a stretch of a merged text: lines, or what each side made of lines from..to of base where both changed them.
type hunk struct {
	conflict           bool
	lines              []string
	from, to           int
	base, ours, theirs []string
}

// change says that one side has its lines start..end in place of lines from..to of base.
type change struct{ from, to, start, end int }

func changes(base, side []string) []change {
	var out []change
	i, j := 0, 0
	for _, p := range append(matchLines(base, side), [2]int{len(base), len(side)}) {
		if i < p[0] || j < p[1] {
			out = append(out, change{i, p[0], j, p[1]})
		}
		i, j = p[0]+1, p[1]+1
	}
	return out
}

// diff3 merges by line. Changes of lines that merely adjoin do not conflict: notes are no programs.
func diff3(base, ours, theirs []string) []hunk {
	co, ct := changes(base, ours), changes(base, theirs)
	var out []hunk
	at := 0
	lines := func(l []string) {
		if len(l) > 0 {
			out = append(out, hunk{lines: l})
		}
	}
	for len(co) > 0 || len(ct) > 0 {
		if len(ct) == 0 || len(co) > 0 && before(co[0], ct[0]) {
			c := co[0]
			lines(base[at:c.from])
			lines(ours[c.start:c.end])
			at, co = c.to, co[1:]
			continue
		}
		if len(co) == 0 || before(ct[0], co[0]) {
			c := ct[0]
			lines(base[at:c.from])
			lines(theirs[c.start:c.end])
			at, ct = c.to, ct[1:]
			continue
		}
		// All changes that overlap, one after the other, are one.
		from, to := min(co[0].from, ct[0].from), max(co[0].to, ct[0].to)
		i, j := 1, 1
		for {
			if i < len(co) && co[i].from < to {
				to = max(to, co[i].to)
				i++
			} else if j < len(ct) && ct[j].from < to {
				to = max(to, ct[j].to)
				j++
			} else {
				break
			}
		}
		h := hunk{conflict: true, from: from, to: to, base: base[from:to]}
		h.ours, h.theirs = version(base, ours, co[:i], from, to), version(base, theirs, ct[:j], from, to)
		lines(base[at:from])
		if slices.Equal(h.ours, h.theirs) {
			lines(h.ours)
		} else {
			out = append(out, h)
		}
		at, co, ct = to, co[i:], ct[j:]
	}
	lines(base[at:])
	return out
}

// before says whether a lies wholly before b; two insertions at one place do not.
func before(a, b change) bool {
	return a.to < b.from || a.to == b.from && (a.from < a.to || b.from < b.to)
}

// version is what a side has in place of lines from..to of base.
func version(base, side []string, cs []change, from, to int) []string {
	var out []string
	for _, c := range cs {
		out = append(append(out, base[from:c.from]...), side[c.start:c.end]...)
		from = c.to
	}
	return append(out, base[from:to]...)
}
