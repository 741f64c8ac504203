package calls_test

import (
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
