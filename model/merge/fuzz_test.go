package merge_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
)

// FuzzMerge merges whatever parses. Nothing may panic or hang, no text that only one side has may be lost, and a merge that
// succeeds reads back.
func FuzzMerge(f *testing.F) {
	src := string(rich(f))
	f.Add(src, strings.Replace(src, "impact: 5", "impact: 1", 1), strings.Replace(src, "impact: 5", "impact: 2", 1))
	f.Add(src, strings.Replace(src, "> we just", "> they just", 1), strings.Replace(src, "> we just push", "> we never push", 1))
	f.Add("gapbook: 1\n", "gapbook: 1\npeople:\n- {id: a}\n", "gapbook: 1\npeople: [{id: b}, {id: a, x: 1}]\n")
	f.Add("", "a: |\n  x\n  y\n", "a: |\n  x\n  z\nb: [1, {c: d}, [e]]\n")
	f.Add("lines: [{in: a}]", "lines: [{in: a}, {in: a}]", "lines: [{in: a, text: b}]\nunsettled: x")
	f.Fuzz(func(t *testing.T, b, o, th string) {
		if len(b)+len(o)+len(th) > 64<<10 {
			return
		}
		var docs [3]*exact.Document
		for i, src := range []string{b, o, th} {
			doc, err := exact.Parse([]byte(src))
			if err != nil {
				return
			}
			docs[i] = doc
		}
		got, _, err := merge.Documents(docs[0], docs[1], docs[2], names)
		if err != nil {
			return // refused: nothing is written
		}
		if again, err := exact.Parse(got.Bytes()); err != nil || !exact.Identical(again.Tree(), got.Tree()) {
			t.Fatalf("the result does not read back: %v\n%s", err, got.Bytes())
		}
		var e model.Engagement
		got.Decode(&e)
		if bytes.Equal(got.Bytes(), docs[1].Bytes()) || bytes.Equal(got.Bytes(), docs[2].Bytes()) {
			return
		}
		was, is := texts(docs[0]), texts(got)
		for _, side := range docs[1:] {
			for line := range texts(side) {
				if line != "" && !was[line] && !is[line] {
					t.Fatalf("lost %q in\n%s", line, got.Bytes())
				}
			}
		}
	})
}

// texts are the lines of all texts in a document.
func texts(d *exact.Document) map[string]bool {
	out := map[string]bool{}
	var walk func(n *exact.Node)
	walk = func(n *exact.Node) {
		for _, x := range n.Items {
			walk(x)
		}
		if n.Kind == exact.Scalar && !n.Plain {
			for l := range strings.SplitSeq(n.Text, "\n") {
				out[strings.TrimSpace(l)] = true
			}
		}
	}
	walk(d.Tree())
	return out
}
