package merge_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
	"pgregory.net/rapid"
)

func rich(t interface{ Fatal(...any) }) []byte {
	src, err := os.ReadFile(filepath.Join("testdata", "rich.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var token = regexp.MustCompile(`\b[ot]\d+q\b`)

// writer changes a tree at random places; each word it writes is its own.
type writer struct {
	t    *rapid.T
	side string
	n    int
	take bool // things away, too
}

func (w *writer) word() string {
	w.n++
	return fmt.Sprintf("%s%dq", w.side, w.n)
}

func (w *writer) draw(n int, what string) int { return rapid.IntRange(0, n-1).Draw(w.t, what) }

// change makes one change somewhere at or below n.
func (w *writer) change(n *exact.Node, depth int) *exact.Node {
	switch {
	case n.Kind == exact.Scalar && strings.Contains(n.Text, "\n"):
		lines := strings.Split(n.Text, "\n")
		i := w.draw(len(lines), "line")
		switch w.draw(4, "edit") {
		case 0:
			lines[i] += " " + w.word()
		case 1:
			lines = slices.Insert(lines, i, w.word()+" line")
		case 2:
			if w.take && len(lines) > 2 {
				lines = slices.Delete(lines, i, i+1)
			}
		default:
			lines[i] = w.word()
		}
		return exact.Text(strings.Join(lines, "\n"))
	case n.Kind == exact.Scalar || n.Kind == exact.Null || len(n.Items) == 0:
		return exact.Text(rapid.SampledFrom([]string{w.word(), n.Text + " " + w.word(), "two\n" + w.word()}).Draw(w.t, "text"))
	}
	i := w.draw(len(n.Items), "at")
	keys, items := slices.Clone(n.Keys), slices.Clone(n.Items)
	if kind := w.draw(12, "kind"); kind < 9 && depth < 6 || depth == 0 && kind < 11 {
		if n.Kind == exact.Map && (n.Keys[i] == "id" || n.Keys[i] == "gapbook" || !w.take && finds[n.Keys[i]]) {
			return n
		}
		items[i] = w.change(items[i], depth+1)
		return n.With(keys, items)
	}
	switch w.draw(4, "do") {
	case 0:
		if !w.take || len(items) < 2 || n.Kind == exact.Map && (n.Keys[i] == "id" || n.Keys[i] == "gapbook") {
			return n
		}
		items = slices.Delete(items, i, i+1)
		if n.Kind == exact.Map {
			keys = slices.Delete(keys, i, i+1)
		}
	case 1:
		if n.Kind == exact.List && w.take {
			j := w.draw(len(items), "to")
			items[i], items[j] = items[j], items[i]
		}
	default:
		x := exact.Text(w.word())
		if n.Kind == exact.Map {
			keys = append(keys, "k"+w.word())
			items = append(items, x)
			break
		}
		if n.Items[0].Kind == exact.Map {
			x = exact.NewMap([]string{"id", "note"}, []*exact.Node{exact.Text(w.word()), exact.Text("new\n" + w.word())})
			if k := n.Items[0].Keys[0]; k != "id" {
				x = exact.NewMap([]string{k, "note"}, []*exact.Node{exact.Text(w.word()), exact.Text(w.word())})
			}
		}
		items = slices.Insert(items, i, x)
	}
	return n.With(keys, items)
}

// finds are the keys that records are found by; to change one is to delete a record.
var finds = map[string]bool{
	"label": true, "question": true, "ask": true, "check": true, "theme": true, "deal": true, "stage": true, "week": true, "in": true,
	"text": true, "what": true, "day": true, "field": true,
}

func (w *writer) edited(doc *exact.Document, most int) *exact.Document {
	tree := doc.Tree()
	for range rapid.IntRange(1, most).Draw(w.t, w.side) {
		tree = w.change(tree, 0)
	}
	next, err := doc.Become(tree, new(model.Engagement))
	if err != nil {
		w.t.Fatalf("%v\n%s\n%v", err, doc.Bytes(), tree)
	}
	return next
}

func words(d *exact.Document) map[string]int {
	out := map[string]int{}
	_, _ = d.Rewrite(exact.Words{Value: func(_ []any, s string) string {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\t,.;:!?>#\"'", r) }) {
			out[w]++
		}
		return s
	}, Key: func(_ []any, s string) string {
		out[s]++
		return s
	}})
	return out
}

// fresh are the lines that a document has and another has not, and those that it has not.
func fresh(base, doc *exact.Document) string {
	var out strings.Builder
	was, is := strings.Split(string(base.Bytes()), "\n"), strings.Split(string(doc.Bytes()), "\n")
	for i, l := range is {
		if !slices.Contains(was, l) {
			fmt.Fprintf(&out, "%4d + %s\n", i+1, l)
		}
	}
	for i, l := range was {
		if !slices.Contains(is, l) {
			fmt.Fprintf(&out, "%4d - %s\n", i+1, l)
		}
	}
	return out.String()
}

var marker = regexp.MustCompile(`(?m)^\s*(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)`)

// Whatever both change, fitting or not: each word that either wrote is there, as is each that neither took away.
func TestNoWordIsLost(t *testing.T) { rapid.Check(t, noWordIsLost(parse(t, string(rich(t))))) }

func FuzzEdits(f *testing.F) { f.Fuzz(rapid.MakeFuzz(noWordIsLost(parse(f, string(rich(f)))))) }

func noWordIsLost(base *exact.Document) func(*rapid.T) {
	old := words(base)
	return func(t *rapid.T) {
		ours := (&writer{t: t, side: "o", take: true}).edited(base, 8)
		theirs := (&writer{t: t, side: "t", take: true}).edited(base, 8)
		from := base
		if w := rapid.IntRange(0, 9).Draw(t, "no base"); w == 0 {
			from = nil
		}
		got, report, err := merge.Documents(from, ours, theirs, names)
		if err != nil {
			t.Fatalf("%v\n--- ours\n%s--- theirs\n%s", err, fresh(base, ours), fresh(base, theirs))
		}
		o, th, g := words(ours), words(theirs), words(got)
		for _, side := range []map[string]int{o, th} {
			for w := range side {
				if (token.MatchString(w) || from == nil || old[w] == 1 && o[w] > 0 && th[w] > 0) && g[w] == 0 {
					t.Fatalf("lost %q\n--- ours\n%s--- theirs\n%s--- merged\n%s\n%v", w, fresh(base, ours), fresh(base, theirs), fresh(base, got), report.Lines())
				}
			}
		}
		if marker.Match(got.Bytes()) {
			t.Fatalf("a conflict marker:\n%s", got.Bytes())
		}
		for _, c := range []struct{ b, o, t, want *exact.Document }{
			{base, ours, base, ours}, {base, base, theirs, theirs}, {base, ours, ours, ours}, {ours, ours, ours, ours},
		} {
			if x, r, err := merge.Documents(c.b, c.o, c.t, names); err != nil || !r.Quiet() || !bytes.Equal(x.Bytes(), c.want.Bytes()) {
				t.Fatalf("where one side changed nothing: %v %v", err, r.Lines())
			}
		}
		again, _, err := merge.Documents(ours, got, ours, names)
		if err != nil || !bytes.Equal(again.Bytes(), got.Bytes()) {
			t.Fatalf("merging ours once more changed something: %v", err)
		}
	}
}

// Where nothing is in conflict it does not matter who merges, but for the order of what both added at one place.
func TestSymmetric(t *testing.T) {
	base := parse(t, string(rich(t)))
	rapid.Check(t, func(t *rapid.T) {
		ours := (&writer{t: t, side: "o", take: true}).edited(base, 5)
		theirs := (&writer{t: t, side: "t", take: true}).edited(base, 5)
		a, r1, err1 := merge.Documents(base, ours, theirs, merge.Options{})
		b, r2, err2 := merge.Documents(base, theirs, ours, merge.Options{})
		if err1 != nil || err2 != nil || r1.Quiet() != r2.Quiet() {
			t.Fatalf("%v %v %v %v", err1, err2, r1.Lines(), r2.Lines())
		}
		if len(r1.Unsettled)+len(r1.Both) > 0 {
			return
		}
		if x, y := sorted(a.Tree()), sorted(b.Tree()); x != y {
			t.Fatalf("differ in\n%s--- ours\n%s--- theirs\n%s", fresh(a, b), fresh(base, ours), fresh(base, theirs))
		}
	})
}

// sorted is a tree without any order.
func sorted(n *exact.Node) string {
	if len(n.Items) == 0 {
		lines := strings.Split(n.Text, "\n")
		slices.Sort(lines)
		return fmt.Sprintf("%q", lines)
	}
	var parts []string
	for i, x := range n.Items {
		if x.Kind != exact.Scalar && len(x.Items) == 0 {
			continue // as good as absent
		}
		s := sorted(x)
		if n.Kind == exact.Map {
			s = n.Keys[i] + ": " + s
		}
		parts = append(parts, s)
	}
	slices.Sort(parts)
	return "(" + strings.Join(parts, ", ") + ")"
}

// Comments of ours stay wherever they are, if theirs takes nothing away.
func TestCommentsOfOursStay(t *testing.T) {
	base := parse(t, string(rich(t)))
	rapid.Check(t, func(t *rapid.T) {
		ours := (&writer{t: t, side: "o"}).edited(base, 4)
		theirs := (&writer{t: t, side: "t"}).edited(base, 4)
		var want []string
		for i := range 5 {
			lines := strings.Split(string(ours.Bytes()), "\n")
			at := rapid.IntRange(0, len(lines)-1).Draw(t, "comment")
			c := fmt.Sprintf("# comment %d", i)
			if rapid.Bool().Draw(t, "own line") {
				lines = slices.Insert(lines, at, strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "indent"))+c)
			} else {
				lines[at] += "  " + c
			}
			next, err := exact.Parse([]byte(strings.Join(lines, "\n")))
			if err == nil && exact.Identical(next.Tree(), ours.Tree()) {
				ours, want = next, append(want, c)
			}
		}
		got, _, err := merge.Documents(base, ours, theirs, names)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range want {
			if !strings.Contains(string(got.Bytes()), c) {
				t.Fatalf("lost %q\n--- ours\n%s--- theirs\n%s--- merged\n%s", c, fresh(base, ours), fresh(base, theirs), fresh(base, got))
			}
		}
	})
}

// Edits as the app makes them: the result has no problem that neither side has.
func TestNoNewProblems(t *testing.T) {
	base := parse(t, string(rich(t)))
	rapid.Check(t, func(t *rapid.T) {
		side := func(s string) *exact.Document {
			var e model.Engagement
			base.Decode(&e)
			for range rapid.IntRange(1, 6).Draw(t, s) {
				edit(t, &e, s)
			}
			next, err := base.Update(&e)
			if err != nil {
				t.Fatal(err)
			}
			return next
		}
		ours, theirs := side("o"), side("t")
		got, report, err := merge.Documents(base, ours, theirs, names)
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, d := range []*exact.Document{base, ours, theirs} {
			_, problems := check.Read(d, nil)
			for _, p := range problems {
				known[p.Message] = true
				if _, record, ok := strings.Cut(p.Message, "no interview, call or audit "); ok {
					known[record] = true // evidence of it leads nowhere there, whatever in it was meant
				}
			}
		}
		e, problems := check.Read(got, nil)
		for _, p := range problems {
			_, record, _ := strings.Cut(p.Message, " in ")
			if !known[p.Message] && !known[fmt.Sprintf("%q", record)] {
				t.Fatalf("%v\n--- ours\n%s--- theirs\n%s--- merged\n%s\n%v", p, fresh(base, ours), fresh(base, theirs), fresh(base, got), report.Lines())
			}
		}
		fields := map[string]bool{}
		for _, u := range e.Unsettled {
			fields[u.Field] = true
		}
		for _, f := range report.Unsettled {
			if !fields[f] {
				t.Fatalf("%s is not listed", f)
			}
		}
	})
}
