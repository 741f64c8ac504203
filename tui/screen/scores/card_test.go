package scores_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// From the list to the card, to the note it rests on, and back to the card as it was left.
func TestFromTheCardToItsSourceAndBack(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := tuitest.Open(t, small, size[0], size[1])
		a.Wait("Home")
		a.Press("S")
		a.Wait("blind-spot index")
		a.Press("enter")
		a.Wait("Leaders and managers say", "88", "n2", "leaders 75 n1   managers 100 n1", "Reps say", "Calls show", "The records show",
			"✓ clear", "all stages", "practice 1 of 17", "enter go there", "tab source", "→ next practice", "v stage", "esc back")
		a.Press("tab")
		a.Wait("›   “whatever gets you through the call” (Ana Sousa, rep)")
		a.Press("enter")
		a.Wait("Interviews › ", "> whatever gets you through the call")
		a.Press("esc")
		if !strings.Contains(a.Screen(), "Scores") { // the first esc leaves the note
			a.Press("esc")
		}
		a.Wait("practice 1 of 17", "›   “whatever gets you through the call” (Ana Sousa, rep)")
	}
}

func TestNextPracticeAndByStage(t *testing.T) {
	a, _ := tuitest.Open(t, small, 80, 24)
	a.Wait("Home")
	a.Press("S")
	a.Wait("blind-spot index")
	a.Press("enter")
	a.Wait("practice 1 of 17")
	a.Press("v")
	a.Wait("at Discovery", "What is said in an interview is about all stages.", "Calls show", "n1")
	a.Press("v")
	a.Wait("all stages", "Leaders and managers say")
	a.Press("v", "esc")
	a.Wait("all stages")
	a.Press("right")
	a.Wait("practice 2 of 17", "too few to say", "Nobody has been asked yet.", "No call has been rated on this yet.")
	a.Gone("v stage") // nothing was seen at any stage
	a.Press("left", "left")
	a.Wait("practice 17 of 17")
	a.Press("right", "esc")
	a.Wait("playbook order", "› Stage exit criteria")
}

// An answer given on a call is on the card when one comes back to it.
func TestAnAnswerOnACallChangesTheCard(t *testing.T) {
	a, _ := tuitest.Open(t, small, 80, 24)
	a.Wait("Home")
	a.Press("S")
	a.Wait("blind-spot index")
	a.Press("enter")
	a.Wait("Calls show", "blind spot +68", "field 20")
	a.Press("C")
	a.Wait("Acme")
	a.Press("enter")
	a.Wait("rubric 1/14")
	a.Press("tab")
	a.Wait("y yes")
	a.Press("down", "down", "down", "down", "down", "down", "down")
	a.Wait("Did the rep work towards")
	a.Press("y")
	a.Wait("✓  exit criterion worked")
	a.Press("S")
	// observed 100 now: (50 + 200 + 50)/5
	a.Wait("field 60", "blind spot +28", "practice 1 of 17")
}
