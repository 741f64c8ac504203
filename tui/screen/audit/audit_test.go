package audit_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestAnAuditBeginsWithItsFirstAnswer(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages  1 of 2 audited", "Discovery", "Proposal", "Handoffs", "Marketing to Sales", "Cadences")
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
	a.Press("tab", "space", "down", "x", "enter")
	a.Wait("OP-1 x", "Metrics, Economic buyer")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	e := b.Now().E
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
	if len(b.Now().Problems) > 0 {
		t.Errorf("problems: %v", b.Now().Problems)
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
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if e := b.Now().E; len(e.Audits) != 1 || e.Audits[0].Note != "! nobody can say what ends discovery\n" {
		t.Errorf("audits: %+v", e.Audits)
	}
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
