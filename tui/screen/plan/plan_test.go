package plan_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func sample(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../../../engagements/midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestTakeTheDraft(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Home")
		a.Press("P")
		a.Wait("› Plan", "starts 6 Apr 2026", "The draft adds", "the draft adds", "t takes one, a all")
		a.Press("t")
		a.Wait("1 in the plan", "0 of 1 done", "Days 1–30", "1+")
		a.Press("a")
		a.Gone("The draft adds")
		a.File(path, "plan:")
		book, err := workbook.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range book.Now().E.Actions() {
			if x.Due == "" || x.Owner == "" || x.Title == "" {
				t.Errorf("%s has no date, owner or title: %+v", x.ID, x)
			}
		}
		a.Press("ctrl+z")
		a.Wait("undid: draft the plan", "The draft adds")
		if err := a.Quit(); err != nil {
			t.Error(err)
		}
	}
}

func TestStatusAndOwner(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("P")
	a.Wait("The draft adds")
	a.Press("s")
	a.Wait("takes it into the plan first")
	a.Press("t")
	a.Wait("0 of 1 done")
	a.Press("s")
	a.Wait("Status", "as it is")
	a.Press("enter") // what comes next is selected: doing, then done
	a.Wait("doing:")
	a.Press("s", "enter")
	a.Wait("1 of 1 done")
	a.File(path, "done: 2026-05-12")
	a.Press("s")
	a.Type("todo")
	a.Press("enter")
	a.Wait("0 of 1 done")
	a.Press("e")
	a.Wait("Edit action", "Owner", "Deliverable")
	a.Press("tab")
	for range 30 {
		a.Press("backspace")
	}
	a.Type("ana sousa")
	a.Press("enter")
	a.Wait("todo · Ana Sousa")
	a.File(path, "owner: p-r2")
	a.Press(">")
	a.Wait("Move to")
	a.Press("down", "enter")
	a.Wait("Days 31–60  1")
	a.File(path, "pinned: true") // whoever moves an action wants it there
	a.Press("p")
	a.Wait("no longer pinned", "The draft adds 12 actions and moves 1", "The draft moves it to days 1 to 30")
	a.Press("t")
	a.Wait("1 moved", "Days 1–30  1")
	a.Press("ctrl+z", "l", "g", "p")
	a.Wait("pinned: a new draft")
	a.Gone("The draft moves")
	a.Press("x")
	a.Wait("Delete this action?", "offer it again")
	a.Press("y")
	a.Wait("0 of 0 done")
}

func TestOwnActionAndFrame(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("P")
	a.Wait("The draft adds")
	a.Press("n")
	a.Wait("New action", "Action*")
	a.Type("Call the ten oldest deals")
	a.Press("enter")
	a.Wait("Call the ten oldest deals", "0 of 1 done", "no date") // the first phase is over: what is new is not late at once
	a.Press("x", "y")
	a.Wait("0 of 0 done")
	a.Press("right", "n")
	a.Wait("New action", "Action*")
	a.Type("Call the ten oldest deals")
	a.Press("enter")
	a.Wait("Call the ten oldest deals", "0 of 1 done")
	a.File(path, "due: 2026-06-05")
	a.Press("enter")
	a.Wait("An action of your own.", "No metric")
	a.Press("esc", "c")
	a.Wait("Start and capacity")
	a.Press("tab")
	a.Type("12")
	a.Press("enter")
	a.Wait("12 effort days a phase")
	a.File(path, "capacity: 12")
}

func TestWhyAnActionIsThere(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("P")
	a.Wait("The draft adds", "Days 61–90", "1 gap")
	a.Press("G", "k", "enter")
	a.Wait("Why it is here", "Mandatory fields, rank 1", "Findings that speak for it",
		"Deals leave discovery without an economic buyer (priority 20)", "Comes after")
	a.Press("enter")
	a.Wait("How the numbers come about")
	a.Press("esc", "esc")
	a.Wait("Why it is here")
	a.Press("tab", "enter")
	a.Wait("Findings › Deals leave discovery")
}

func TestDatesOwnersAndWhatWaits(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("P")
	a.Wait("The draft adds")
	a.Press("t")
	a.Wait("0 of 1 done")
	a.Press("down", "t")
	a.Wait("0 of 2 done")
	a.Press("d")
	a.Wait("Due date", "in days 1 to 30")
	a.Type("2026-06-19") // day 74 of a plan that starts on 6 April
	a.Wait("day 74, in days 61 to 90")
	a.Press("enter")
	a.Wait("Days 61–90  1")
	a.File(path, "pinned: true")
	a.Press("o")
	a.Wait("Who owns it?")
	a.Type("sousa")
	a.Press("enter")
	a.Wait("todo · Ana Sousa")
	a.Press("o")
	a.Wait("Who owns it?")
	a.Type("someone")
	a.Press("enter")
	a.Wait("› Owner ")
	a.Type("Board")
	a.Press("enter")
	a.Wait("Board · due 19 Jun")
	a.Press("w")
	a.Wait("What does it wait for?")
	a.Press("enter")
	a.Wait("✓ ", "What does it wait for?")
	a.Press("esc")
	a.File(path, "depends: [x-")
	a.Press("v")
	a.Wait("day", "━●")
	if err := a.Quit(); err != nil {
		t.Error(err)
	}
}

func TestSplitAndAlternative(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("P")
	a.Wait("The draft adds")
	a.Press("a")
	a.Gone("The draft adds")
	a.Press("2")
	a.Wait("Split in two", "Then*")
	a.Press("tab")
	a.Type("Roll it out to the other team")
	a.Press("enter")
	a.Wait("Roll it out to the other team")
	a.File(path, "title: Roll it out to the other team")
	book, err := workbook.Look(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range book.Now().E.Actions() {
		if x.Title == "Roll it out to the other team" && (len(x.Depends) != 1 || x.Owner == "" || x.Effort == nil) {
			t.Errorf("the second half: %+v", x)
		}
	}
	a.Press("enter")
	a.Wait("Why it is here")
}

// TestWhatWaitsAndWhatHasNoReason shows on the board what holds an action up, and takes the draft's word on one whose reason
// is gone; one that has a reason stays.
func TestWhatWaitsAndWhatHasNoReason(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample+`
plan:
  actions:
    - {id: x-first, title: Take the first step, phase: 30, due: 2026-04-20, status: doing, owner: p-m1}
    - {id: x-notes-template, title: A template nobody needs, phase: 30, due: 2026-04-24, owner: p-m1, remedy: notes-template, practice: qualification-notes}
    - {id: x-then, title: Take the second step, phase: 30, due: 2026-05-01, owner: p-m1, depends: [x-first]}
    - {id: x-done, title: Already done, phase: 30, due: 2026-04-10, done: 2026-04-09, status: done, owner: p-m1}
`, size[0], size[1])
		a.Wait("Home")
		a.Press("P")
		if size[0] > 100 {
			a.Wait("◷ 3  ✓ 1  ") // of the phase
		}
		a.Wait("waits", "◷ 3 late", "1 of 4 done", "the reason of 1 is gone")
		a.Press("g", "j", "j")
		a.Wait("Its reason is gone", "t drops it; left")
		a.Press("t")
		a.Wait("1 of 3 done", "dropped: A template nobody needs")
		a.File(path, "status: dropped")
		a.Press("g", "j", "j")
		a.Wait("Waits for: Take the first step.")
		a.Press("k", "s", "enter")
		a.Wait("2 of 3 done")
		a.Gone("waits")
	}
}

const threePhases = `gapbook: 1
client: {name: Acme}
plan_start: 2026-04-06
plan:
  actions:
    - {id: x-1, phase: 30, title: First thing, due: 2026-04-20, owner: Ann, pinned: true}
    - {id: x-2, phase: 30, title: Second thing, due: 2026-04-27, owner: Ann, pinned: true}
    - {id: x-3, phase: 30, title: Never to be, status: dropped}
    - {id: x-4, phase: 90, title: Third thing, due: 2027-01-29, owner: Ann, pinned: true}
`

// On the timeline the phases are one list: what is selected can be seen, and the words below are about it.
func TestTheTimelineKeepsItsCursor(t *testing.T) {
	a, _ := tuitest.Open(t, threePhases, 120, 40)
	a.Wait("Home")
	a.Press("P")
	a.Wait("› Plan", "First thing")
	a.Press("v")
	a.Wait("  day")
	for _, x := range []struct{ key, title string }{
		{"right", "Build content"},
		{"right", "Third thing"},
		{"right", "Third thing"},
		{"up", "Build a call library"},
		{"left", "First thing"},
		{"down", "Second thing"},
		{"down", "Never to be"},
		{"end", "Celebrate"},
		{"home", "First thing"},
	} {
		a.Press(x.key)
		a.Until("the cursor on "+x.title+" after "+x.key, func(s string) bool {
			return regexp.MustCompile(`(?m)^ *› . `+x.title).MatchString(s) && strings.Count(s, x.title) >= 2
		})
	}
}

// A phase counts what is planned in it: what was dropped stands apart and says so.
func TestDroppedActionsStandApart(t *testing.T) {
	a, _ := tuitest.Open(t, threePhases, 80, 24)
	a.Wait("Home")
	a.Press("P")
	a.Wait("[Days 1–30 2", "dropped, not counted", "Never to be")
	a.Press("right", "right")
	a.Wait("Third thing", "29 Jan 2027") // not of this year
	a.Press("?")
	a.Wait("Signs", "pinned: the draft")
}
