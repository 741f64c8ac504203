package merge_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
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
		doubled := false // where one side has an id twice, its list is merged by place, and others may meet there
		for _, d := range []*exact.Document{base, ours, theirs} {
			_, problems := check.Read(d, nil)
			for _, p := range problems {
				known[p.Message] = true
				doubled = doubled || strings.Contains(p.Message, "is there twice")
				if _, record, ok := strings.Cut(p.Message, "no interview, call or audit "); ok {
					known[record] = true // evidence of it leads nowhere there, whatever in it was meant
				}
			}
		}
		e, problems := check.Read(got, nil)
		for _, p := range problems {
			_, record, _ := strings.Cut(p.Message, " in ")
			if doubled && strings.Contains(p.Message, "is there twice") {
				continue
			}
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
