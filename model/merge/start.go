package merge

import (
	"slices"
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
func starts(base, ours, theirs *exact.Document) []start {
	var out []start
	if base != nil && !base.Empty() {
		hunks := diff3(rawLines(base), rawLines(ours), rawLines(theirs))
		for _, united := range []bool{true, false} {
			var text strings.Builder
			for _, h := range hunks {
				for _, l := range h.lines {
					text.WriteString(l)
				}
				if !h.conflict {
					continue
				}
				for _, l := range h.ours {
					text.WriteString(l)
				}
				for _, l := range h.theirs {
					if united && h.from == h.to && !slices.Contains(h.ours, l) {
						text.WriteString(l)
					}
				}
			}
			if doc, err := exact.Parse([]byte(text.String())); err == nil {
				out = append(out, start{doc: doc})
			}
		}
	}
	return append(out, start{doc: ours, sure: true})
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
