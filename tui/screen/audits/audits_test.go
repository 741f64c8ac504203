package audits_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// A second round is an audit of its own, and never touches the first.
func TestAnotherRound(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages  1 of 2 audited")
	a.Press("n")
	a.Wait("Another round: Discovery", "day-90")
	a.Press("enter")
	a.Wait("day-90", "not begun")
	a.Press("ctrl+n", "ctrl+r", "4")
	a.Wait("[4]")
	a.Press("esc", "esc")
	a.Wait("Discovery · day-90", "Stages  1 of 2 audited")
	a.Press("j", "x")
	a.Wait("Delete audit")
	a.Press("n")
	a.Gone("Delete audit")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	e := b.Now().E
	if len(e.Audits) != 2 || e.Audits[1].Round != "day-90" || *e.Audits[0].Checks[0].Rating != 1 || *e.Audits[1].Checks[0].Rating != 4 {
		t.Errorf("%+v", e.Audits)
	}
}

// An audit of a stage that is gone stays in sight and can be deleted.
func TestAnAuditOfNothing(t *testing.T) {
	a, path := tuitest.Open(t, strings.Replace(tuitest.Sample, "subject: discovery", "subject: demo", 1), 120, 40)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Of nothing that is there", "demo")
	a.Press("G", "enter")
	a.Wait("Checks")
	a.Press("esc", "home")
	a.Wait("unknown stage", "There is no stage")
	a.Press("esc", "x")
	a.Wait("Delete audit")
	a.Press("y")
	a.Gone("Of nothing that is there")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if n := len(b.Now().E.Audits); n != 0 {
		t.Errorf("%d audits are left", n)
	}
}
