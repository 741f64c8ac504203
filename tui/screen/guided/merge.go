package guided

import (
	"slices"
	"strings"
)

// merge brings together two texts that come from the same one: ours, which is being typed, and theirs, which came from
// the file meanwhile (a colleague's copy, say). Each is taken as one change of the lines between what stayed at the
// beginning and at the end. Where the two touch the same lines both stand there, ours first: no word is lost.
func merge(base, ours, theirs string) string {
	switch {
	case ours == theirs || theirs == base:
		return ours
	case ours == base:
		return theirs
	}
	b, o, t := strings.Split(base, "\n"), strings.Split(ours, "\n"), strings.Split(theirs, "\n")
	oHead, oTail := same(b, o)
	tHead, tTail := same(b, t)
	oEnd, tEnd := len(b)-oTail, len(b)-tTail // where the changed lines of the base end
	switch {
	case oEnd <= tHead:
		return lines(o[:len(o)-oTail], b[oEnd:tHead], t[tHead:])
	case tEnd <= oHead:
		return lines(t[:len(t)-tTail], b[tEnd:oHead], o[oHead:])
	}
	head, end := min(oHead, tHead), max(oEnd, tEnd)
	mine := o[head : len(o)-(len(b)-end)]
	for _, l := range t[head : len(t)-(len(b)-end)] {
		if !slices.Contains(mine, l) {
			mine = append(slices.Clone(mine), l)
		}
	}
	return lines(b[:head], mine, b[end:])
}

// same counts the lines that two texts share at the beginning and at the end.
func same(a, b []string) (head, tail int) {
	n := min(len(a), len(b))
	for head < n && a[head] == b[head] {
		head++
	}
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

func lines(parts ...[]string) string { return strings.Join(slices.Concat(parts...), "\n") }
