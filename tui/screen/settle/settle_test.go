package settle_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

const sample = tuitest.Sample + `targets: {stage-exits: 70}
`

// The two consultants' versions of the sample.
var (
	ours = strings.NewReplacer("impact: 5", "impact: 1", "tag: process", "tag: culture", "date: 2026-03-03", "date: 2026-03-10",
		"rating: 1\n        note", "rating: 2\n        note", "without an economic buyer", "with nobody who can pay",
		"stage-exits: 70", "stage-exits: 71", "rep: p-r1", "rep: p-r2", "target_conversion: 0.55", "target_conversion: 0.5").Replace(sample)
	theirs = strings.NewReplacer("impact: 5", "impact: 3", "    tag: process\n", "", "date: 2026-03-03", "date: 2026-03-11",
		"rating: 1\n        note", "rating: 3\n        note", "without an economic buyer", "before budget is known",
		"stage-exits: 70", "stage-exits: 72", "rep: p-r1", "rep: p-m1", "target_conversion: 0.55", "target_conversion: 0.6").Replace(sample)
)

// merged is the file that a merge of the two leaves, with whose theirs is.
func merged(t *testing.T) string {
	t.Helper()
	var docs []*exact.Document
	for _, name := range []string{sample, ours, theirs} {
		path := tuitest.File(t, name)
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := workbook.Parse(path, src)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	got, report, err := merge.Documents(docs[0], docs[1], docs[2], merge.Options{Ours: "Dana Ortiz", Theirs: "Iris Chen"})
	if err != nil || len(report.Unsettled) != 8 {
		t.Fatalf("%v, unsettled: %v", err, report.Unsettled)
	}
	return string(got.Bytes())
}

func open(t *testing.T, src string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, src, w, h)
	a.Wait("Home", "Settle ", "changed", "to settle M")
	a.Press("enter")
	a.Wait("› Settle", "Theirs, by Iris Chen")
	return a, path
}

// What a consultant sees: each field in plain words, both values, and who gave theirs.
func TestBothSidesAreShown(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := open(t, merged(t), size[0], size[1])
		seen := [][]string{
			{"stage Discovery › target conversion", "50% ", "60%", "see it in deal stages"},
			{"audit of Discovery › date", "2026-03-10 ", "2026-03-11", "write it anew", "see it in the audit"},
			{"interview with Marcus Webb › Think of your last meeting", "2 ", "3", "see it in the interview"},
			{"call Acme discovery › rep", "Ana Sousa ", "Omar Reyes"},
			{"nobody who can pay › title", "Deals leave discovery with nobody who", "Deals leave discovery before budget"},
			{"nobody who can pay › tag", "culture ", "nothing stands there"},
			{"nobody who can pay › impact", "1 ", "3"},
			{"› target", "71 ", "72", "see it in scores"},
		}
		for i, want := range seen {
			if i > 0 {
				a.Press("j")
			}
			a.Wait(append(want, "Ours, as the file has it", "Theirs, by Iris Chen", "o  keep this", "t  take this")...)
		}
		if size[0] == 120 {
			a.Wait("Ours ", "50% ", "Deals leave discovery…")
		}
	}
}

// All is settled by keyboard, each way, and what comes to stand in the file is what was chosen.
func TestSettledBothWays(t *testing.T) {
	src := merged(t)
	for key, want := range map[string]string{"o": ours, "t": theirs} {
		a, path := open(t, src, 80, 24)
		for range 8 {
			a.Press(key)
		}
		a.Wait("Nothing is left to settle", "all is settled")
		a.Gone("to settle M")
		if err := a.Quit(); err != nil {
			t.Fatal(err)
		}
		same(t, path, want)
	}
}

// same compares engagements, as a merge may place and order what it takes over in another way.
func same(t *testing.T, path, want string) {
	t.Helper()
	got, err := workbook.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	other, err := workbook.Read(tuitest.File(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.E, other.E) {
		src, _ := os.ReadFile(path)
		t.Errorf("the file is\n%s\nand should say\n%s", src, want)
	}
	if src, _ := os.ReadFile(path); strings.Contains(string(src), "unsettled") != strings.Contains(want, "unsettled") {
		t.Errorf("an empty list is left behind, or taken away:\n%s", src)
	}
}

// A decision is one step of undo: the field and the entry come back together. The next field is selected after each.
func TestUndoAndTheNext(t *testing.T) {
	src := merged(t)
	a, path := open(t, src, 80, 24)
	a.Press("j", "t")
	a.Wait("theirs is taken", "7 to settle", "interview with Marcus Webb › Think")
	a.File(path, "date: 2026-03-11")
	a.Press("ctrl+z")
	a.Wait("8 to settle")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	same(t, path, src)
}

func TestWrittenAnew(t *testing.T) {
	a, path := open(t, merged(t), 80, 24)
	a.Press("e")
	a.Wait("enter leads to where it is changed", "8 to settle")
	a.Press("j", "j", "j", "j", "e")
	a.Wait("Write it anew: title")
	a.Press("ctrl+u")
	a.Type("Nobody asks who pays")
	a.Press("enter")
	a.Wait("7 to settle", "finding Nobody asks who pays › tag")
	a.File(path, "title: Nobody asks who pays")
}

// Whoever changes the field where it stands finds that version here, and keeps it.
func TestChangedWhereItStands(t *testing.T) {
	a, path := open(t, merged(t), 80, 24)
	a.Press("j", "j", "j", "j", "j", "j", "enter")
	a.Wait("Findings › ")
	a.Press("i", "4")
	a.Press("esc")
	a.Wait("› Settle", "The file now, changed since", "the merge had 1")
	a.Press("o")
	a.Wait("ours stays", "7 to settle")
	a.File(path, "impact: 4")
}

// What is gone can only be taken off the list.
func TestGone(t *testing.T) {
	src := tuitest.Sample + `unsettled:
  - {field: f-9.impact, ours: 5, theirs: 3, theirs_by: Iris Chen}
  - {field: f-1.impact, ours: 5, theirs: many, theirs_by: Iris Chen}
`
	a, path := open(t, src, 80, 24)
	a.Wait("f-9.impact", "not in the file any more", "x  take it off the list")
	a.Press("t")
	a.Wait("nothing left to settle here", "2 to settle")
	a.Press("x")
	a.Wait("off the list", "1 to settle", "does not fit there", "many")
	a.Press("t")
	a.Wait("theirs does not fit there; enter", "1 to settle")
	a.Press("x")
	a.Wait("keeps what the file has")
	a.Press("o")
	a.Wait("Nothing is left to settle")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != tuitest.Sample {
		t.Errorf("the file is\n%s", got)
	}
}

// A text longer than its room is read by scrolling, and control characters do nothing.
func TestLongText(t *testing.T) {
	long := strings.Repeat("so it went on, ", 40)
	src := tuitest.Sample + `unsettled:
  - {field: f-1.title, ours: a, theirs: "\e[31mred ` + long + `the end", theirs_by: Iris Chen}
`
	a, _ := open(t, src, 80, 24)
	a.Wait("pgdn shows more", "[31mred so it")
	a.Press("pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	a.Wait("the end", "pgup goes back")
}
