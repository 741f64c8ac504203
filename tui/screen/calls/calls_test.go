package calls_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestCalls(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("C")
	a.Wait("Acme discovery", "Marcus Webb", "1/14", "Reviewed 1 of 10–15", "too few for a pattern yet")
	a.Press("n")
	a.Wait("New call")
	a.Type("Borealis demo")
	a.Press("enter")
	a.Wait("Borealis demo", "rubric 0/14")
	a.File(path, "title: Borealis demo")
	a.Press("esc", "esc")
	a.Wait("Reviewed 1 of 10–15", "Borealis demo")
	a.Press("G", "e")
	a.Wait("Length")
	a.Press("tab", "tab", "tab", "tab")
	a.Type("38")
	a.Press("enter")
	a.Wait("a length looks like 38:20")
	a.Type(":20")
	a.Press("enter")
	a.File(path, `length: "38:20"`)
	a.Press("x")
	a.Wait("Delete this call?")
	a.Press("y")
	a.Gone("Borealis demo”")
	a.Press("ctrl+z")
	a.Wait("undid: delete call", "Borealis demo")
}

// Calls stand in the order in which they were held, whatever the order of the file.
func TestCallsAreInOrderOfTheirDates(t *testing.T) {
	yaml := strings.Replace(tuitest.Sample, "calls:\n", `calls:
  - {id: c-8, title: Held in June, date: 2026-06-01}
  - {id: c-9, title: Of no date}
  - {id: c-7, title: Held in May, date: 2026-05-01}
`, 1)
	a, _ := tuitest.Open(t, yaml, 80, 24)
	a.Wait("Northwind")
	a.Press("C")
	a.Wait("Reviewed 1 of")
	last := 0
	for _, title := range []string{"Acme discovery", "Held in May", "Held in June", "Of no date"} {
		at := strings.Index(a.Screen(), title)
		if at <= last {
			t.Fatalf("%s is not where its date is:\n%s", title, a.Screen())
		}
		last = at
	}
	a.Press("down", "enter")
	a.Wait("› Held in May")
}
