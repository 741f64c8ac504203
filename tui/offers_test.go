package tui_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func last(screen string) string {
	lines := strings.Split(screen, "\n")
	return lines[len(lines)-1]
}

// Under a question the footer offers none of the page's keys, and the help in a text none that would type there.
func TestOnlyKeysThatActAreOffered(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("e edit details", "? help")
	a.Press("e")
	a.Wait("Client*", "f1 help")
	if s := a.Screen(); last(s) != "" {
		t.Errorf("under a form the footer offers keys:\n%s", s)
	}
	a.Press("esc", "I", "enter")
	a.Wait("f1 help")
	a.Press("f1")
	a.Wait("Keys", "esc close")
	seen := a.Screen()
	a.Press("pgdown")
	a.Wait("search all text")
	if seen += a.Screen(); strings.Contains(seen, "Go to") || strings.Contains(seen, "audits") {
		t.Errorf("in a note the help lists keys that type there:\n%s", seen)
	}
	a.Press("esc")
	a.Gone("esc close")
	a.Press("esc", "U", "n")
	a.Wait("Export of the CRM", "tab mark several")
	a.Type("/")
	a.Wait("tab complete")
	a.Press("f1")
	a.Wait("Keys", "Typing a path", "folder above")
	if s := a.Screen(); strings.Contains(s, "Go to") {
		t.Errorf("in the file chooser the help lists keys that type there:\n%s", s)
	}
}

// In a file that cannot be written no form opens that could only be filled in for nothing.
func TestAReadOnlyFileOpensNoForms(t *testing.T) {
	book, err := workbook.Look(tuitest.File(t, tuitest.Sample))
	if err != nil {
		t.Fatal(err)
	}
	a := tuitest.Start(t, tui.Options{Book: book}, 80, 24)
	a.Wait("Home", "opened to be read")
	if s := a.Screen(); strings.Contains(last(s), "edit") {
		t.Errorf("editing is offered:\n%s", s)
	}
	for _, keys := range [][]string{{"e"}, {"W", "n"}, {"W", "x"}, {"F", "n"}, {"C", "e"}, {"P", "c"}, {"U", "n"}} {
		a.Press(keys...)
		a.Wait("nothing can be changed here: opened to be read")
		if s := a.Screen(); strings.Contains(s, "enter done") || last(s) == "" {
			t.Errorf("%v opened a form:\n%s", keys, s)
		}
		a.Press("esc", "H")
		a.Gone("nothing can be changed here")
	}
}

// Undo says whose note and whose rating it took back.
func TestUndoSaysWhose(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("C", "enter")
	a.Wait("Acme discovery")
	a.Type("word")
	a.Press("ctrl+z")
	a.Wait("undid: note of Acme discovery")
	a.Press("esc", "I", "enter")
	a.Wait("f1 help")
	a.Press("ctrl+n")
	a.Type("word")
	a.Press("ctrl+r", "3")
	a.Wait("[3]")
	a.Press("ctrl+z")
	a.Wait("undid: rate 3 of ")
	a.Press("ctrl+z")
	a.Until("whose note it was", func(s string) bool {
		return strings.Contains(s, "undid: note of Marcus Webb, ") || strings.Contains(s, "undid: note of Lena Hart, ")
	})
}
