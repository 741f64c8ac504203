package finding_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestEvidenceAndNote(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Northwind")
		a.Press("F")
		a.Wait("Deals leave discovery")
		a.Press("enter")
		a.Wait("Evidence 1", "rated 1", "Note", "Priority 20")

		a.Press("n")
		a.Wait("type to filter")
		a.Type("push the date")
		a.Wait("1 match")
		a.Press("enter")
		a.Wait("Evidence 2", "Marcus Webb", "we just push the date")
		a.File(path, "evidence: [a-1/exit-criteria-written, i-1/rep-next-step]")
		a.Press("x")
		a.Wait("Evidence 1")

		a.Press("tab")
		a.Type("p and x are letters; the rest is Lena's")
		a.File(path, "p and x are letters; the rest is Lena's")
		a.Press("esc", "p")
		a.Wait("no tag")
		if err := a.Quit(); err != nil {
			t.Fatal(err)
		}
	}
}
