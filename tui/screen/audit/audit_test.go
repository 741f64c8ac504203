package audit_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestAnAuditBeginsWithItsFirstAnswer(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages  1 of 2 begun", "Discovery", "Proposal", "Handoffs", "Marketing to Sales", "Cadences")
	a.Press("j", "enter")
	a.Wait("Proposal", "not begun", "none written")
	a.Press("ctrl+n")
	a.Wait("1 of ", "Exit criteria written")
	a.Press("ctrl+r", "2")
	a.Wait("[2]")
	a.Type("! one slide from 2024")
	a.Press("ctrl+n", "ctrl+s")
	a.Wait("Sample: ", "3 of 10")
	a.Type("11 of 10")
	a.Press("enter")
	a.Wait("no more than all of them")
	a.Press("ctrl+u")
	a.Type("3")
	a.Press("enter")
	a.Wait("3 of 10 sampled records meet it")
	a.Press("ctrl+p")
	a.Wait("one slide from 2024")
	a.Press("ctrl+g")
	a.Wait("New finding", "one slide from 2024")
	a.Press("enter")
	a.Press("ctrl+o")
	a.Wait("Another sampled record", "MEDDIC")
	a.Type("OP-1 x")
	a.Press("tab", "space", "down", "x", "h", "l", "space", "enter")
	a.Wait("OP-1 x", "Metrics, Economic buyer")
	now := a.Left(path)
	e := now.E
	if len(e.Audits) != 2 {
		t.Fatalf("%d audits", len(e.Audits))
	}
	x := e.Audits[1]
	if x.Subject != "proposal" || x.By != "Dana Ortiz" || x.Date != tuitest.Today || len(x.Checks) != 2 || *x.Checks[0].Rating != 2 ||
		x.Checks[0].Note != "! one slide from 2024" || x.Checks[1].Sample == nil || x.Checks[1].Sample.Met != 3 {
		t.Errorf("audit: %+v", x)
	}
	if len(x.Records) != 1 || x.Records[0].Deal != "OP-1 x" || strings.Join(x.Records[0].Found, " ") != "metrics economic-buyer" {
		t.Errorf("records: %+v", x.Records)
	}
	f := e.Findings[len(e.Findings)-1]
	if f.Stage != "proposal" || len(f.Evidence) != 1 || f.Evidence[0] != x.ID+"/exit-criteria-written" {
		t.Errorf("finding: %+v", f)
	}
	if len(now.Problems) > 0 {
		t.Errorf("problems: %v", now.Problems)
	}
}

// Looking at an audit writes nothing, and the note of the whole is not touched by walking past the records.
func TestLookingChangesNothing(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages")
	a.Press("j", "enter")
	a.Wait("not begun")
	a.Press("esc", "end", "up", "down", "up", "up", "esc")
	a.Wait("Stages  1 of 2")
	a.Press("k", "enter")
	a.Wait("Discovery", "Checks")
	a.Press("esc", "end")
	a.Wait("nobody can say what ends discovery")
	a.Press("k", "j", "k", "k", "end", "tab")
	a.Wait("nobody can say what ends discovery")
	if e := a.Left(path).E; len(e.Audits) != 1 || e.Audits[0].Note != "! nobody can say what ends discovery\n" {
		t.Errorf("audits: %+v", e.Audits)
	}
}

// What is typed and taken away again, and blanks alone, leave no answer behind; nor does a rating that was cleared.
func TestNothingIsLeftBehind(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages")
	a.Press("enter")
	a.Wait("2 of ")
	a.Type("x")
	a.File(path, "note: x")
	a.Press("backspace")
	a.Type("\n\n")
	a.Press("ctrl+n")
	a.Wait("3 of ", "○○") // and neither counts as begun
	a.Press("ctrl+r", "2")
	a.Wait("[2]")
	a.Press("ctrl+r", "x")
	a.Wait("not rated")
	a.Press("ctrl+n", "ctrl+r", "x") // there is nothing to clear
	if x := a.Left(path).E.Audits[0]; len(x.Checks) != 1 || x.Checks[0].Check != "exit-criteria-written" {
		t.Errorf("%+v", x.Checks)
	}
}

// After ctrl+r where there is nothing to rate, the digit is no text; any other key is.
func TestNothingToRate(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages")
	a.Press("j", "enter")
	a.Wait("Proposal", "not begun")
	a.Press("ctrl+r", "3")
	a.Wait("nothing to rate here")
	a.Press("ctrl+r")
	a.Type("b3")
	a.File(path, "note: b3")
}

// A rating and a sample of one check are both on the screen, and which of them counts.
func TestARatingAndASample(t *testing.T) {
	yaml := strings.Replace(tuitest.Sample, "exit-criteria-written, rating: 1", "exit-criteria-written, rating: 1, sample: {met: 3, of: 10}", 1)
	for _, w := range []int{80, 120} {
		a, _ := tuitest.Open(t, yaml, w, 24)
		a.Wait("Northwind")
		a.Press("A")
		a.Wait("Stages")
		a.Press("enter")
		a.Wait("2 of ")
		a.Press("ctrl+p")
		a.Wait("rated 1 · 3 of 10 sampled; the rating counts")
	}
}

// However one comes to an audit, the cursor stands in the note.
func TestComingBackOneTypes(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages")
	a.Press("enter")
	a.Wait("Type here.")
	a.Press("esc")
	a.Wait("note, enter to type")
	a.Gone("Type here.")
	a.Press("esc")
	a.Wait("Stages")
	a.Press("enter")
	a.Wait("Type here.")
	a.Type("qnx ")
	a.File(path, "note: qnx")
}

func TestExactSizes(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Northwind")
		a.Press("A")
		a.Wait("Cadences")
		a.Press("enter")
		a.Wait("Discovery")
		a.Press("ctrl+n", "ctrl+l", "esc", "/")
		a.Type("record")
		a.Press("enter")
		a.Wait("No record was sampled yet")
		for _, l := range strings.Split(a.Screen(), "\n") {
			if layout.Width(l) > size[0] {
				t.Errorf("%v: too wide: %q", size, l)
			}
		}
	}
}
