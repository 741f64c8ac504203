package tui_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// In a window in which nothing can be read no key does anything unseen, in a page or in a dialog. What is typed into a
// field is not lost.
func TestATooSmallWindowTakesNoCommands(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("F")
	a.Wait("Deals leave discovery")
	a.Resize(60, 15)
	a.Wait("A little more room")
	a.Press("x", "y")
	a.Resize(80, 24)
	a.Wait("Deals leave discovery", "? help")
	a.Press("x")
	a.Wait("y delete")
	a.Resize(60, 15)
	a.Wait("A little more room")
	a.Press("y")
	a.Resize(80, 24)
	a.Wait("y delete")
	a.Press("n")
	a.Gone("y delete")

	a.Press("H", "e")
	a.Wait("Client*")
	a.Press("end")
	a.Resize(60, 15)
	a.Wait("A little more room")
	a.Type("xy")
	a.Press("backspace", "enter", "esc", "y")
	a.Resize(80, 24)
	a.Wait("Client*", "Northwind Analyticsxy")
	a.Press("enter")
	a.Wait("Analyticsxy › Home")
	a.File(path, "Analyticsxy")
	a.Resize(60, 15)
	a.Wait("A little more room")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if src, _ := os.ReadFile(path); !strings.Contains(string(src), "Deals leave discovery") {
		t.Error("a finding was deleted unseen")
	}
}
