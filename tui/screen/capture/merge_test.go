package capture_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/tuitest"
)

var two = tuitest.Sample + `  - id: f-2
    title: Discovery ends when the rep says so
    tag: culture
    ease: 2
    evidence: [i-1/rep-next-step, i-1]
    note: the reps decide
lines:
  - {in: i-1/rep-next-step, text: next steps live in people's heads, finding: f-2}
plan:
  start: 2026-05-12
  actions:
    - {id: x-1, title: Write exits, phase: 30, findings: [f-2]}
    - {id: x-2, title: Read them, phase: 30, findings: [f-1, f-2]}
`

func TestMergedLosesNothingAndUndoesAtOnce(t *testing.T) {
	e := tuitest.Alone(t, two)
	before := saved(t, e)
	gone, kept := *e.E().Finding("f-2"), *e.E().Finding("f-1")
	if err := e.Edit("merge findings", capture.Merged(e.E(), gone, kept)...); err != nil {
		t.Fatal(err)
	}
	after := e.E()
	f := after.Finding("f-1")
	if after.Finding("f-2") != nil || strings.Join(f.Evidence, " ") != "a-1/exit-criteria-written i-1/rep-next-step i-1" {
		t.Errorf("evidence %v", f.Evidence)
	}
	if want := strings.TrimSpace(kept.Note + "\n\nDiscovery ends when the rep says so\nthe reps decide"); strings.TrimSpace(f.Note) != want {
		t.Errorf("note %q, want %q", f.Note, want)
	}
	if f.Tag != kept.Tag || *f.Ease != *kept.Ease {
		t.Errorf("what it says itself changed: %+v", f)
	}
	if after.Lines[0].Finding != "f-1" {
		t.Errorf("the line points at %q", after.Lines[0].Finding)
	}
	for _, a := range after.Actions() {
		if len(a.Findings) != 1 || a.Findings[0] != "f-1" {
			t.Errorf("%s carries %v", a.ID, a.Findings)
		}
	}
	e.Book.Undo()
	if now := saved(t, e); now != before {
		t.Errorf("one undo does not bring back\n%s\nbut\n%s", before, now)
	}
}

// saved is the file as it would be written now.
func saved(t *testing.T, e *screen.Env) string {
	t.Helper()
	if err := e.Book.Save(); err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(e.Now().Path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestMergeAndSplitOnTheScreen(t *testing.T) {
	a, path := tuitest.Open(t, two, 80, 24)
	a.Wait("Northwind")
	a.Press("F")
	a.Wait("Discovery ends when", "Deals leave", "off by one: holds")
	a.Press("j", "enter")
	a.Wait("Evidence 2", "the reps decide")
	a.Press("2")
	a.Wait("Split: the second finding")
	a.Type("Dates are pushed")
	a.Press("enter")
	a.Wait("Evidence 1")
	a.File(path, "title: Dates are pushed")
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(src), "next steps live in people's heads, finding: f-2}") {
		t.Errorf("the line stayed with the first finding:\n%s", src)
	}
	a.Press("ctrl+z")
	a.Wait("Evidence 2")
	a.Press("=")
	a.Wait("The same as which finding?", "merge into it")
	a.Press("enter")
	a.Wait("Evidence 3", "merged into: Deals leave")
	a.File(path, "text: next steps live in people's heads, finding: f-1")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
}
