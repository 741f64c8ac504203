package exact

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// Where a comma or a quote is missing the parser would glue, or drop; the place is said instead.
func TestWhatCouldLoseAWordIsRefused(t *testing.T) {
	for src, want := range map[string]string{
		"a: {b: 1 c: 2}":                  "1:11: a second : in one entry inside brackets; a comma is missing before it, or quotes around the text",
		"a: {b: 1\n  c: 2}":               "2:3: not YAML: ',' or '}' must be specified",
		"a: [b, c\n \"d\"]":               "2:2: a comma is missing before this",
		"a: [b, c\n\n   'd']":             "3:4: a comma is missing before this",
		"a: [b, [c] d]":                   "1:12: not YAML: ',' or ']' must be specified",
		"a: [b c} d]":                     "1:8: } in a text without quotes, inside brackets; a comma is missing, or quotes around the text",
		"a: [\"b\" \"c\"]":                "1:9: not YAML: ',' or ']' must be specified",
		"a: \"b\" c":                      "1:8: not YAML: value is not allowed in this context. map key-value is pre-defined",
		"a: ! nobody knows":               "1:4: text that begins with ! needs quotes around it, or it is read as a tag",
		"a: !nobody knows":                "1:4: text that begins with ! needs quotes around it, or it is read as a tag",
		"a: |10":                          "1:4: text behind | or > belongs on the next line, indented; or put quotes around it all",
		"a: >1x":                          "1:4: text behind | or > belongs on the next line, indented; or put quotes around it all",
		"!id: a":                          "1:1: text that begins with ! needs quotes around it, or it is read as a tag",
		"a:\n  - ! b":                     "2:5: text that begins with ! needs quotes around it, or it is read as a tag",
		"a: b\n---\n\n---\nc: d":          "5:1: a second document begins here; one file holds one",
		"a: b\n---\n \n---\n\n---\n- 'd'": "7:3: a second document begins here; one file holds one",
	} {
		_, err := Parse([]byte(src))
		var p Problem
		if !errors.As(err, &p) || p.Error() != want {
			t.Errorf("%q: got %v\nwant %s", src, err, want)
		}
	}
}

// What only looks odd is read as every YAML reader reads it.
func TestPlainTextIsReadToTheLetter(t *testing.T) {
	for src, want := range map[string]string{
		"a: one\ttwo":             "one\ttwo",
		"a: 12\t3":                "12\t3",
		"a: b\t\n  c\td\n\n  e  ": "b c\td\ne",
		"a: [b\tc]":               "b\tc",
		"a: [he said \"no\" to]":  "he said \"no\" to",
		"a: [it's, b]":            "it's",
		"a: [http://x.example/a]": "http://x.example/a",
		"a: [\"12:41\"]":          "12:41",
		"a: !!str 012":            "012",
		"a: |\n  one\ttwo\n":      "one\ttwo\n",
		"--- # x\na: b\n---\n":    "b",
	} {
		d, err := Parse([]byte(src))
		if err != nil {
			t.Errorf("%q: %v", src, err)
			continue
		}
		n := d.Tree().Get("a")
		if n.Kind == List {
			n = n.Items[0]
		}
		if n.Text != want {
			t.Errorf("%q: got %q, want %q", src, n.Text, want)
		}
	}
}

// A byte too many or one too few: the file is refused, or every word of it is in a value or a key.
func TestNoWordIsLostToAMistake(t *testing.T) {
	texts := samples(t)
	rapid.Check(t, func(t *rapid.T) {
		src := rapid.SampledFrom(texts).Draw(t, "text")
		for range rapid.IntRange(1, 2).Draw(t, "mistakes") {
			at := rapid.IntRange(0, len(src)-1).Draw(t, "at")
			if rapid.Bool().Draw(t, "delete") {
				src = src[:at] + src[at+1:]
			} else {
				src = src[:at] + rapid.SampledFrom(strings.Split("\"'[]{},:-|>?!%@ \n\tab01", "")).Draw(t, "byte") + src[at:]
			}
		}
		if lost := lostWord(src); lost != "" {
			t.Fatalf("%q is in no value of\n%s", lost, src)
		}
	})
}

// What is no file at all, but made of what files are made of.
func TestNoWordIsLostInBrackets(t *testing.T) {
	pieces := strings.Split("[|]|{|}|, |\"w\"|'w'|w|: |\n |\n  - | |? |-|:|\n|\n---\n|\n...\n|\t|!t |\n    - |\n\n ", "|")
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString(rapid.SampledFrom([]string{"k: ", "k:\n  - ", "k: [", "k: {", ""}).Draw(t, "head"))
		for i, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 16).Draw(t, "pieces") {
			b.WriteString(strings.ReplaceAll(p, "w", "w"+string(rune('a'+i))))
		}
		if lost := lostWord(b.String()); lost != "" {
			t.Fatalf("%q is in no value of %q", lost, b.String())
		}
	})
}

func FuzzNoWordIsLost(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if strings.ContainsAny(src, "#%\\\ufeff") { // comments and escapes are not told apart here
			return
		}
		if lost := lostWord(src); lost != "" {
			t.Fatalf("%q is in no value of\n%q", lost, src)
		}
	})
}

// samples are pieces of the sample files without comments and escapes, and a bit of everything.
func samples(t testing.TB) []string {
	out := []string{
		"a: {b: 1, c: [x, y,\n  \"z w\", 'q r'], d: plain text}\nlist:\n  - {id: a-1, name: foo bar, e: [k, \"l\"]}\n" +
			"  - id: b\n    note: |\n      lit one\n      lit two\n    quoted: \"one two\n      three\"\n    folded: >-\n      some words\n      more\n",
		"k:\n  - [a, b,\n   \"c\"]\n  - x\n", "? key one\n: value two\n", "- - a\n  - b\n- c\n  d\n",
	}
	files, _ := filepath.Glob("../../engagements/*.yaml")
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(src), "\n")
		for i := 0; i+30 < len(lines); i += 31 {
			s := strings.Join(lines[i:i+30], "\n")
			if _, err := Parse([]byte(s)); err == nil && !strings.ContainsAny(s, "#\\") {
				out = append(out, s)
			}
		}
	}
	if len(out) < 10 {
		t.Fatal("too few samples")
	}
	return out
}

// blockHeads are | and > with what belongs to them, which are no words.
var blockHeads = regexp.MustCompile(`([|>])[-+]?[0-9]?[-+]?[ \t]*\n`)

// lostWord is a word that a file has more often than its values and keys have.
func lostWord(src string) string {
	d, err := Parse([]byte(src))
	if err != nil {
		return ""
	}
	var b strings.Builder
	var gather func(n *Node)
	gather = func(n *Node) {
		for _, s := range slices.Concat([]string{n.Tag, n.Text}, n.Keys) {
			b.WriteString(s + "\n")
		}
		for _, x := range n.Items {
			gather(x)
		}
	}
	gather(d.Tree())
	words := func(s string) map[string]int {
		out := map[string]int{}
		for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			out[w]++
		}
		return out
	}
	have := words(b.String())
	for w, n := range words(blockHeads.ReplaceAllString(strings.ReplaceAll(src, "\r", "\n")+"\n", "$1\n")) {
		if have[w] < n {
			return w
		}
	}
	return ""
}
