package tui_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestPaletteDoesWhatKeysDo(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("ctrl+k")
	a.Wait("Commands and records", "Edit details", "go to, F")
	a.Type("edit det")
	a.Press("enter")
	a.Wait("Client*")
	a.Press("esc")
	a.Gone("Client*")
	a.Press("ctrl+k")
	a.Wait("Commands and records")
	a.Type("undo")
	a.Press("enter")
	a.Gone("Commands and records")
	a.Press("ctrl+k")
	a.Wait("Commands and records")
	a.Type("findings")
	a.Press("enter")
	a.Wait("› Findings")
}

// A few letters of a name, without its accents, lead to the person from within a note.
func TestPaletteFindsRecords(t *testing.T) {
	a, _ := tuitest.Open(t, strings.Replace(tuitest.Sample, "Marcus Webb", "Márcus Wëbb", 1), 80, 24)
	a.Wait("Home")
	a.Press("I")
	a.Wait("› Interviews")
	a.Press("ctrl+k")
	a.Wait("Commands and records")
	a.Type("mrcswebb")
	a.Wait("Márcus Wëbb")
	a.Press("enter")
	a.Until("the person", func(s string) bool {
		return strings.Contains(s, "› People") || strings.Contains(s, "› Interviews › ")
	})
}

func TestPaletteAsksOutOfOrder(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("I")
	a.Wait("› Interviews")
	a.Press("enter")
	a.Wait("› Interviews › ")
	a.Press("ctrl+k")
	a.Wait("question")
	a.Type("when did you last")
	a.Until("a question that fits", func(s string) bool { return strings.Contains(strings.ToLower(s), "when did you last") })
}

func TestSearchGoesToTheLine(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("ctrl+f")
	a.Wait("Search")
	a.Type("HEADS péople")
	a.Wait("1 found", "in people's heads")
	a.Press("enter")
	a.Wait("› Interviews › ", "people's heads")
	a.Until("the cursor on the line", func(s string) bool {
		_, y, shown := a.Cursor()
		lines := strings.Split(s, "\n")
		return shown && y < len(lines) && strings.Contains(lines[y], "people's heads")
	})
}
