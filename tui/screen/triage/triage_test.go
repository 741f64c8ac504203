package triage_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestEveryLineBecomesSomething(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Northwind")
		a.Press("T")
		a.Wait("Gap lines 2", "Follow-ups 1", "nobody can say what ends discovery", "stage audit")

		a.Press("m")
		a.Wait("New finding", "Title*")
		a.Press("enter")
		a.Wait("Gap lines 1", "1 of 2 triaged")
		a.File(path, "{in: a-1, text: nobody can say what ends discovery, finding: f-")
		a.File(path, "evidence: [a-1]")
		a.Press("u")
		a.Wait("Gap lines 2", "undid: make finding")

		a.Press("d")
		a.Wait("Gap lines 1", "Marcus Webb", "we just push the date")
		a.File(path, "dismissed: true")
		a.Press("l")
		a.Wait("Link to a finding")
		a.Press("enter")
		a.Wait("Gap lines 0", "2 of 2 triaged")
		a.File(path, "evidence: [a-1/exit-criteria-written, i-1/rep-next-step]")

		a.Press("tab")
		a.Wait("ask ops for the close-date change report", "0 of 1 done")
		a.Press("space")
		a.Wait("1 of 1 done", "Follow-ups 0")
		a.File(path, "done: 2026-05-12")
		a.Press("d")
		a.Wait("0 of 1 done")
		if err := a.Quit(); err != nil {
			t.Fatal(err)
		}
	}
}

// The same said twice: one line goes to the finding it looks like, two become one finding, with one key each.
func TestTheSameSaidTwice(t *testing.T) {
	yaml := strings.Replace(tuitest.Sample, "nobody can say what ends discovery", "the deal leaves discovery without an exit criterion", 1)
	yaml = strings.Replace(yaml, "          ! ", "          ! month end is when dates are pushed\n          ! the dates were pushed at month end\n          ! ", 1)
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, yaml, size[0], size[1])
		a.Wait("Northwind")
		a.Press("T")
		a.Wait("= looks like: the finding “Deals leave discovery", "= same")
		a.Press("=")
		a.Wait("Gap lines 3", "linked to: Deals leave discovery", "= looks like: “")
		a.Press("=")
		a.Wait("New finding", "pushed")
		a.Press("enter")
		a.Wait("Gap lines 1")
		a.File(path, "text: month end is when dates are pushed, finding: f-")
		a.File(path, "text: the dates were pushed at month end, finding: f-")
		a.Press("u")
		a.Wait("Gap lines 3")
		if err := a.Quit(); err != nil {
			t.Fatal(err)
		}
	}
}
