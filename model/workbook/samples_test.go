package workbook_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
)

// On the real thing: every kind of edit touches its own lines only, and undoing it gives the very same bytes.
func TestEditsOfTheSamplesAreSmall(t *testing.T) {
	files, err := filepath.Glob("../../engagements/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, path := open(t, read(t, file))
			src := read(t, path)
			if p := b.Now().Problems; len(p) > 0 {
				t.Fatalf("problems: %v", p)
			}
			e := b.Now().E
			iv, call, f, au := e.Interviews[1], e.Calls[2], e.Findings[0], e.Audits[0]
			act := e.Plan.Actions[3]
			for _, c := range []struct {
				name string
				most int // lines that may differ, gone and come together
				edit workbook.Edit
			}{
				{"a note", 2, workbook.Set(strings.Replace(iv.Answers[0].Note, " ", " really ", 1), "interviews", iv.ID, "answers", iv.Answers[0].Question, "note")},
				{"a rating", 2, workbook.Set((deref(iv.Answers[1].Rating)+1)%5, "interviews", iv.ID, "answers", iv.Answers[1].Question, "rating")},
				{"a new answer", 6, workbook.Set("> new\nlines\n", "interviews", iv.ID, "answers", "lead-nothing", "note")},
				{"a call check", 2, workbook.Set(model.Partly, "calls", call.ID, "checks", call.Checks[0].Check, "result")},
				{"an objection", 2, workbook.Add(model.Objection{Theme: "price", At: "01:00", Quote: "too much: really"}, "calls", call.ID, "objections")},
				{"an impact", 2, workbook.Set(deref(f.Impact)%5+1, "findings", f.ID, "impact")},
				{"a finding's evidence", 6, workbook.Set(append(append([]string{}, f.Evidence...), iv.ID), "findings", f.ID, "evidence")},
				{"a finding gone", 60, workbook.Remove("findings", f.ID)},
				{"a finding", 2, workbook.Add(model.Finding{ID: "f-new00", Title: "New", Practice: "stage-exits"}, "findings")},
				{"an audit check", 2, workbook.Set((deref(au.Checks[0].Rating)+1)%5, "audits", au.ID, "checks", au.Checks[0].Check, "rating")},
				{"a person's title", 2, workbook.Set("Head: of \"it\"", "people", e.People[0].ID, "title")},
				{"an action's owner", 2, workbook.Set("The team", "plan", "actions", act.ID, "owner")},
				{"two stages swapped", 60, workbook.Move(1, "stages", e.Stages[0].ID)},
				{"a target", 2, workbook.Set(55, "targets", "stage-exits")},
			} {
				must(t, b.Apply(c.name, c.edit))
				must(t, b.Save())
				if n := changed(src, read(t, path)); read(t, path) == src && c.name != "a call check" || n > c.most {
					t.Errorf("%s changed %d lines", c.name, n)
				}
				if _, ok := b.Undo(); !ok {
					t.Fatal("nothing to undo")
				}
				must(t, b.Save())
				if got := read(t, path); got != src {
					t.Fatalf("%s, undone, left %d lines changed", c.name, changed(src, got))
				}
			}
		})
	}
}

func deref(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// changed counts the lines that are in one text more often than in the other.
func changed(a, b string) int {
	count := map[string]int{}
	for l := range strings.SplitSeq(a, "\n") {
		count[l]++
	}
	for l := range strings.SplitSeq(b, "\n") {
		count[l]--
	}
	n := 0
	for _, c := range count {
		n += max(c, -c)
	}
	return n
}

func BenchmarkSave(b *testing.B) {
	src, err := os.ReadFile("../../engagements/midmarket-saas.yaml")
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "x.yaml")
	if err := os.WriteFile(path, src, 0o600); err != nil {
		b.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	id := book.Now().E.Interviews[0].ID
	for i := 0; b.Loop(); i++ {
		if err := book.Apply("note", workbook.Set(strings.Repeat("word ", i%7+1)+"x", "interviews", id, "note")); err != nil {
			b.Fatal(err)
		}
		if err := book.Save(); err != nil {
			b.Fatal(err)
		}
	}
}
