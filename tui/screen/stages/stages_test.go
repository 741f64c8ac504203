package stages_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func open(t *testing.T, yaml string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, yaml, w, h)
	a.Wait("Home")
	a.Press("D")
	a.Wait("› Deal stages")
	return a, path
}

func TestShowsThePipeline(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := open(t, tuitest.Sample, size[0], size[1])
		a.Wait("1  Discovery", "none", "55 %", "✓ 2026-03-03", "2  Proposal", "○ not yet", "55 % should reach Proposal",
			"Exit criteria", "Mandatory fields", "id discovery")
	}
}

func TestCriteriaAreTyped(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Press("c")
	a.Wait("› Exit criteria")
	a.Type("Buyer named? J/K x\n\n Next step on the calendar")
	a.File(path, `exit_criteria: ["Buyer named? J/K x", Next step on the calendar]`)
	a.Press("tab")
	a.Wait("› Mandatory fields")
	a.Type("next_step")
	a.Press("esc")
	a.Wait("· Buyer named? J/K x", "· next_step")
	a.File(path, "mandatory_fields: [next_step]")
	a.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	a.Gone("· Buyer")
}

func TestAddRenameMoveDelete(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Press("n")
	a.Wait("New stage")
	a.Type("Demo & Proof")
	a.Press("tab")
	a.Type("33.3%")
	a.Press("enter")
	a.Wait("2  Demo & Proof", "33.3 %", "3  Proposal")
	a.File(path, "{id: demo-proof, name: Demo & Proof, target_conversion: 0.333}")
	a.Press("J")
	a.Wait("3  Demo & Proof")
	a.Press("K", "e")
	a.Wait("Target, %")
	a.Press("ctrl+u")
	a.Type("Proof")
	a.Press("enter")
	a.Wait("2  Proof")
	a.File(path, "id: demo-proof, name: Proof")
	a.Press("x")
	a.Wait("Proof is deleted", "2  Proposal")
	a.Press("g", "x")
	a.Wait("Not deleted: named in 3 places", "audit of Discovery", "subject", "call Acme discovery", "finding Deals leave")
}

func TestAnEmptyPipeline(t *testing.T) {
	a, path := open(t, "gapbook: 1\nclient: {name: X}\n", 80, 24)
	a.Wait("No stages yet", "Qualification, Discovery")
	a.Press("s")
	a.Wait("1  Qualification", "5  Negotiation")
	a.File(path, "id: negotiation")
	a.Press("ctrl+z")
	a.Wait("No stages yet")
}

func TestEnterOpensTheAudit(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Press("down", "enter")
	a.Wait("Audits › Proposal")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); !strings.EqualFold(string(got), tuitest.Sample) {
		t.Errorf("looking changed the file:\n%s", got)
	}
}
