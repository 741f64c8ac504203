package exact_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/exact"
	"pgregory.net/rapid"
)

func TestRewriteSeesEveryComment(t *testing.T) {
	var got []string
	doc := parse(t, awkward)
	next, err := doc.Rewrite(exact.Words{Comment: func(_ int, s string) string {
		got = append(got, s)
		return s
	}})
	if err != nil || !bytes.Equal(next.Bytes(), doc.Bytes()) {
		t.Fatalf("changed without being asked: %v", err)
	}
	want := []string{
		"# Northwind, spring", "# format", "# unknown key inside", "# our own key", "# leaders", "# since 2019", "# the quiet one",
		"# his team", "# by the book", "# low", "# as typed", "# the end of it", "# two", "# the tail",
	}
	if !slices.Equal(got, want) {
		t.Errorf("comments: %q", got)
	}
}

func TestRewriteReachesWhatNobodyKnows(t *testing.T) {
	doc := parse(t, awkward)
	next, err := doc.Rewrite(exact.Words{
		Value: func(path []any, s string) string {
			return strings.NewReplacer("Ortiz", "X: y", "tired", "two\nlines", "Mutual next step", "# odd", "b # c", "").Replace(s)
		},
		Key: func(_ []any, s string) string { return strings.ReplaceAll(s, "mood", "the mood: ") },
		Comment: func(_ int, s string) string {
			return strings.NewReplacer("# his team", "", "# since 2019", "", "low", "l\now").Replace(s)
		},
		Drop: func(path []any) bool {
			last := path[len(path)-1]
			return last == "shoe_size" || last == "crm_system" || path[0] == "people" && last == 2
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := string(next.Bytes())
	for _, gone := range []string{"Ortiz", "tired", "his team", "since 2019", "shoe_size", "crm_system", "b # c", "Iris"} {
		if strings.Contains(got, gone) {
			t.Errorf("%q is still there", gone)
		}
	}
	for _, there := range []string{
		`{partner: "D. X: y", tags: [a, ""]}   # our own key`, "role: leader}\n", "\"the mood: \": |-\n          two\n          lines\n",
		`- "# odd"`, "# l ow", "name: >-\n      Marcus\n      Webb\n", "segment: 01067}   # unknown key inside",
	} {
		if !strings.Contains(got, there) {
			t.Errorf("%q is missing in\n%s", there, got)
		}
	}
}

// Whatever is put in the place of whichever texts of a sample: it reads back, and every other text and comment is as before.
func TestRewriteKeepsTheRest(t *testing.T) {
	files, _ := filepath.Glob("../../engagements/*.yaml")
	if len(files) < 3 {
		t.Fatal("no samples")
	}
	var docs []*exact.Document
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, parse(t, string(src)))
	}
	docs = append(docs, parse(t, awkward))
	words := rapid.OneOf(rapid.SampledFrom([]string{"", " ", "# x", "a\nb\n", "\n", "- a", "x: y", "'", "\"", "[…]", "a rep", "|", "no"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		doc := rapid.SampledFrom(docs).Draw(t, "doc")
		every := rapid.IntRange(1, 60).Draw(t, "every")
		offset := rapid.IntRange(0, 59).Draw(t, "offset")
		put := strings.ToValidUTF8(words.Draw(t, "words"), "")
		n := 0
		var comments []string
		next, err := doc.Rewrite(exact.Words{
			Value: func(_ []any, s string) string {
				if n++; n%every == offset%every {
					return put
				}
				return s
			},
			Comment: func(_ int, s string) string {
				comments = append(comments, s)
				return s
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		var after []string
		if _, err := next.Rewrite(exact.Words{Comment: func(_ int, s string) string {
			after = append(after, s)
			return s
		}}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(comments, after) {
			t.Fatalf("comments changed:\n%q\n%q", comments, after)
		}
	})
}

func TestLines(t *testing.T) {
	doc := parse(t, awkward)
	for _, c := range []struct {
		path        []any
		first, last string
	}{
		{[]any{"people", 1}, "- id: p-r1", "shoe_size: 44"},
		{[]any{"people", 0}, "- {id: p-vp", "- {id: p-vp"},
		{[]any{"interviews", 0}, "- id: i-1", "# the end of it"},
		{[]any{"interviews", 0, "answers", 0}, "- question", "mood: tired"},
	} {
		first, last, ok := doc.Lines(c.path...)
		if !ok || !strings.Contains(doc.Source(first), c.first) || !strings.Contains(doc.Source(last), c.last) {
			t.Errorf("%v: %d %q to %d %q", c.path, first, doc.Source(first), last, doc.Source(last))
		}
	}
	if _, _, ok := doc.Lines("people", 9); ok {
		t.Error("found what is not there")
	}
}
