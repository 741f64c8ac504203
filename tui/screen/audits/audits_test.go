package audits_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// A second round is an audit of its own, and never touches the first.
func TestAnotherRound(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("A")
	a.Wait("Stages  1 of 2 begun, 0 done")
	a.Press("n")
	a.Wait("Another round: Discovery", "day-90")
	a.Press("enter")
	a.Wait("day-90", "not begun")
	a.Press("ctrl+n", "ctrl+r", "4")
	a.Wait("[4]")
	a.Press("esc", "esc")
	a.Wait("Discovery · day-90", "Stages  1 of 2 begun, 0 done")
	a.Press("j", "x")
	a.Wait("Delete audit")
	a.Press("n")
	a.Gone("Delete audit")
	e := a.Left(path).E
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
	if n := len(a.Left(path).E.Audits); n != 0 {
		t.Errorf("%d audits are left", n)
	}
}

// The sign of finished work is for finished work: every check of the playbook settled, not applicable included.
func TestHowFarAnAuditIs(t *testing.T) {
	var all, some []string
	for i, c := range playbook.Builtin().Checks(model.StageAudit, "discovery") {
		line := "      - {check: " + c.ID + ", na: true}"
		if all = append(all, line); i < 2 {
			some = append(some, line)
		}
	}
	some = append(some, "      - {check: of-another-playbook, rating: 3}", some[0])
	n := strconv.Itoa(len(all))
	for want, checks := range map[string][]string{"✓  Discovery|" + n + "/" + n: all, "◐  Discovery|2/" + n: some} {
		yaml := strings.Replace(tuitest.Sample, "      - {check: exit-criteria-written, rating: 1}", strings.Join(checks, "\n"), 1)
		a, _ := tuitest.Open(t, yaml, 80, 24)
		a.Wait("Northwind")
		a.Press("A")
		a.Wait(strings.Split(want, "|")...)
	}
}
