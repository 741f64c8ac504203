package round_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

const before = `
coaching:
  - id: k-1
    rep: p-r1
    coach: p-m1
    date: 2026-05-05
    clarify: Next step before the demo ends
    execute: {action: Ask at minute 35, due: 2026-05-11}
`

func begin(t *testing.T, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, tuitest.Sample+before, w, h)
	a.Wait("Home")
	a.Press("N")
	a.Wait("› Coaching", "› Marcus Webb")
	a.Press("n")
	a.Wait("Coaching › Marcus Webb 2026-05-12", "Marcus Webb with Omar Reyes", "Last time: Ask at minute 35", "due Mon 11 May, not done", "› Clarify")
	return a, path
}

// A round in a few keys: what came of the last action, four notes, a link, a day.
func TestARound(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := begin(t, size[0], size[1])
		a.Press("f9")
		a.Wait("done Tue 12 May, after Mon 11 May")
		a.Type("Who signs? s d x n")
		a.Press("tab")
		a.Wait("› Observe")
		a.Press("ctrl+o")
		a.Wait("What did you look at?", "Acme discovery")
		a.Press("enter")
		a.Wait("Call: Acme discovery (c-1)", "→ Acme discovery")
		a.Type("34:10, no next step")
		a.Press("tab")
		a.Type("I was relieved\nand rushed out")
		a.Press("tab")
		a.Wait("› Execute")
		a.Type("Ask Ana on Friday")
		a.Press("ctrl+d")
		a.Wait("When will it be done?", "2026-05-19")
		a.Press("enter")
		a.Wait("due Tue 19 May")
		a.Press("esc")
		a.File(path, "    clarify: \"Who signs? s d x n\"\n    observe: |\n      Call: Acme discovery (c-1)\n      34:10, no next step\n    reflect: |\n      I was relieved\n      and rushed out\n"+
			"    execute: {action: Ask Ana on Friday, due: 2026-05-19}")
		a.File(path, "execute: {action: Ask at minute 35, due: 2026-05-11, done: 2026-05-12}")
		a.Press("x")
		a.Wait("the round is deleted", "[Reps 2]")
		a.Press("ctrl+z")
		a.Wait("Tue 12 May", "Who signs? s d x n")
	}
}

// A round that was only opened is no round held.
func TestLookingHoldsNoRound(t *testing.T) {
	a, path := begin(t, 80, 24)
	a.Wait("counts from its first word")
	a.Press("tab", "tab", "ctrl+d", "enter", "f8", "enter", "esc", "esc")
	a.Wait("› Coaching", "[Reps 2]")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != tuitest.Sample+before {
		t.Errorf("looking changed the file:\n%s", strings.TrimPrefix(string(got), tuitest.Sample))
	}
}

func TestClarifyNamesAPractice(t *testing.T) {
	a, path := begin(t, 80, 24)
	a.Press("ctrl+o")
	a.Wait("Which practice is it?")
	a.Type("mutual next")
	a.Press("enter")
	a.Wait("Practice: Mutual next steps (next-steps)", "→ Mutual next steps")
	a.File(path, "Practice: Mutual next steps (next-steps)")
}

// Undo takes the round out of the file with its first word, and the next word brings it back.
func TestUndoOfTheFirstWord(t *testing.T) {
	a, path := begin(t, 80, 24)
	a.Type("Who signs")
	a.File(path, "clarify: Who signs")
	a.Press("ctrl+z")
	a.Wait("counts from its first word")
	a.Gone("Who signs")
	a.Type("Ask for the date")
	a.File(path, "clarify: Ask for the date")
	a.Press("ctrl+z", "ctrl+y")
	a.Wait("Ask for the date")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); strings.Count(string(got), "coach: p-m1, date: 2026-05-12, clarify: Ask for the date") != 1 {
		t.Errorf("%s", got)
	}
}
