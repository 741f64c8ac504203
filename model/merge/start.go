package merge

import (
	"iter"
	"strings"

	"github.com/gapbook/gapbook/model/exact"
)

// start is a document to change into the merged one.
type start struct {
	doc  *exact.Document
	sure bool // ours itself: its comments stay by themselves
}

// starts are the documents to begin with, the best first. Where the lines of the files can be merged, comments that only
// theirs has come along; what such a text says is put right afterwards, so it need not be right, only YAML.
func starts(base, ours, theirs *exact.Document) iter.Seq[start] {
	return func(yield func(start) bool) {
		if base != nil && !base.Empty() {
			hunks := diff3(rawLines(base), rawLines(ours), rawLines(theirs))
			before := ""
			for _, united := range []bool{true, false} {
				text := overlay(hunks, united)
				if doc, err := exact.Parse([]byte(text)); err == nil && text != before && !yield(start{doc: doc}) {
					return
				}
				before = text
			}
		}
		yield(start{doc: ours, sure: true})
	}
}

// overlay writes the lines of ours where both changed them; united, those that theirs added at the same place follow.
func overlay(hunks []hunk, united bool) string {
	var text strings.Builder
	write := func(lines []string) {
		for _, l := range lines {
			text.WriteString(l)
		}
	}
	for _, h := range hunks {
		write(h.lines)
		write(h.ours)
		if united && h.conflict && h.from == h.to {
			write(without(h.theirs, h.ours))
		}
	}
	return text.String()
}

func rawLines(d *exact.Document) []string {
	lines := strings.SplitAfter(string(d.Bytes()), "\n")
	last := len(lines) - 1
	if lines[last] == "" {
		return lines[:last]
	}
	lines[last] += "\n"
	return lines
}

// commentsStay says whether a merged document has all comments of ours, but for those that theirs took out of base.
func commentsStay(base, ours, theirs, merged *exact.Document) bool {
	b, o, t, m := comments(base), comments(ours), comments(theirs), comments(merged)
	for c, n := range o {
		if m[c] < n-max(0, b[c]-t[c]) {
			return false
		}
	}
	return true
}

func comments(d *exact.Document) map[string]int {
	out := map[string]int{}
	_, err := d.Rewrite(exact.Words{Comment: func(_ int, c string) string {
		out[strings.TrimSpace(c)]++
		return c
	}})
	if err != nil {
		return nil
	}
	return out
}
