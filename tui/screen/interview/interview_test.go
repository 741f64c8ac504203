package interview_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// quit ends the app and says whether it ended well.
func quit(t *testing.T, a *tuitest.App) {
	t.Helper()
	if err := a.Quit(); err != nil {
		t.Error(err)
	}
}

// open starts the app in an interview of the sample.
func open(t *testing.T, yaml, id string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, yaml, w, h)
	a.Wait("Northwind")
	a.Send(screen.Go{Route: screen.Route{Kind: screen.Interview, ID: id}})
	return a, path
}

func TestAnInterviewFromTheFirstWordToTheLast(t *testing.T) {
	a, path := open(t, tuitest.Sample, "i-2", 80, 24)
	a.Wait("Lena Hart", "planned", "Opening", "Consent is not noted yet")
	a.Press("ctrl+n")
	a.Wait("1 of ", "not rated", "Type here.")
	a.Type("> we look at calls\n! nobody knows conversion?")
	a.Wait("! nobody knows conversion?", "started", "> ! ─")
	a.File(path, "nobody knows conversion?")
	a.Press("ctrl+r")
	a.Wait("What do you see?", "n not applicable")
	a.Press("1")
	a.Gone("What do you see?")
	a.File(path, "rating: 1")
	a.Press("ctrl+g")
	a.Wait("New finding", "nobody knows conversion?")
	a.Press("enter")
	a.File(path, "evidence: [i-2/lead-outcome-metrics]")
	a.File(path, "in: i-2/lead-outcome-metrics")
	a.Press("ctrl+n")
	a.Wait("2 of ")
	a.Type("next")
	a.Press("ctrl+p")
	a.Wait("! nobody knows conversion?", "[1]")
	e := a.Left(path).E
	iv := e.Interview("i-2")
	if len(iv.Answers) != 2 || iv.Answers[0].Note != "> we look at calls\n! nobody knows conversion?\n" || iv.Answers[1].Note != "next" {
		t.Errorf("answers: %+v", iv.Answers)
	}
	if iv.Status != "started" || iv.Date != tuitest.Today {
		t.Errorf("status %q, date %q", iv.Status, iv.Date)
	}
	f := e.Findings[len(e.Findings)-1]
	if len(e.Lines) != 1 || e.Lines[0].Finding != f.ID || e.Lines[0].Text != "nobody knows conversion?" || f.Practice != "outcome-metrics" {
		t.Errorf("lines %+v, finding %+v", e.Lines, f)
	}
}

// At the end of the guide the key for the next question leads on: to the note of the whole, and to done. A letter in between is
// a letter.
func TestTheEndLeadsToDone(t *testing.T) {
	a, path := open(t, tuitest.Sample, "i-2", 80, 24)
	a.Wait("Opening")
	a.Press("ctrl+n")
	a.Type("a word")
	for range 25 {
		a.Press("ctrl+p")
	}
	a.Wait("Opening")
	a.Send(screen.Go{Route: screen.Route{Kind: screen.Interview, ID: "i-2", Line: "x"}})
	a.Wait("Outside the guide")
	a.Press("ctrl+n")
	a.Wait("^n once more")
	a.Type("y")
	a.Press("ctrl+n")
	a.Wait("^n once more")
	a.File(path, "status: started")
	a.Press("ctrl+n")
	a.Wait("answered: Lena Hart", "done with ")
	a.File(path, "status: done")
	a.File(path, `note: "y"`)
	a.Press("ctrl+z")
	a.Wait("started")
	quit(t, a)
}

// Every printable key types; after ctrl+r a letter that rates nothing goes to the note all the same.
func TestNoKeyIsLost(t *testing.T) {
	a, path := open(t, tuitest.Sample, "i-2", 120, 40)
	a.Wait("Opening")
	a.Press("ctrl+n")
	a.Wait("1 of ")
	all := "q?HAIECS!/nprsx01234-jkhlgG~é漢🙂 "
	a.Type(all)
	a.Press("ctrl+r", "b", "ctrl+r", "esc")
	a.Type("end")
	a.File(path, all+"bend")
	quit(t, a)
}

func TestUndoTakesBackTheRatingThenTheWords(t *testing.T) {
	a, path := open(t, tuitest.Sample, "i-2", 80, 24)
	a.Wait("Opening")
	a.Press("ctrl+n")
	a.Type("one")
	a.File(path, "note: one")
	a.Type(" two")
	a.Press("ctrl+r", "3")
	a.Wait("[3]")
	a.Press("ctrl+z")
	a.Gone("[3]")
	a.Wait("one two")
	a.Press("ctrl+z")
	a.Gone("two")
	a.Wait("one")
	quit(t, a)
}

func TestWhatTheGuideDoesNotKnowCanBeMended(t *testing.T) {
	yaml := strings.Replace(tuitest.Sample, "        rating: 1\n        note: |", "        rating: 9\n        note: |", 1)
	yaml = strings.Replace(yaml, "      - question: rep-next-step\n", "      - question: gone-question\n", 1)
	a, path := open(t, yaml, "i-1", 120, 40)
	a.Wait("Marcus Webb", "Not in this guide", "gone-question")
	a.Press("esc", "end")
	a.Wait("a rating is 0 to 4", "gone-question", "we just push the date")
	a.Press("2")
	a.File(path, "rating: 2")
	a.Press("x")
	a.Wait("Remove answer")
	a.Press("y")
	a.Gone("Not in this guide")
	quit(t, a)
}

func TestAQuestionOfOnesOwn(t *testing.T) {
	a, path := open(t, strings.Replace(tuitest.Sample, "role: leader", "role: ops", 1), "i-2", 80, 24)
	a.Wait("no guide for", "operations")
	a.Press("ctrl+o")
	a.Wait("Question of your own")
	a.Wait("Practice   none")
	a.Type("Who owns the fields?")
	a.Press("enter")
	a.Wait("1 of 1", "Own question", "no practice", "Who owns the fields?")
	a.Type("nobody")
	a.Press("ctrl+r", "0")
	a.File(path, `{ask: "Who owns the fields?", rating: 0, note: nobody}`)
	quit(t, a)
}

// A finding is made of the gap line that is meant, so that it is triaged by it: that of the cursor, else the nearest one
// above that is still open, else one below.
func TestAFindingTakesTheGapLine(t *testing.T) {
	a, path := open(t, tuitest.Sample, "i-2", 80, 24)
	a.Wait("Opening")
	a.Press("ctrl+n")
	a.Wait("1 of ")
	a.Type("! first gap of all\n> a quote\n! second gap of all\nplain words ")
	for _, want := range []string{"second gap of all", "first gap of all"} {
		a.Press("ctrl+g")
		a.Wait("New finding", "Title*     "+want)
		a.Press("enter")
		a.File(path, "text: "+want)
	}
	a.Press("ctrl+g")
	a.Wait("New finding", "Title*     plain words")
	a.Press("esc")
	a.Gone("New finding")
	a.Press("ctrl+n", "ctrl+p")
	if got := a.Left(path).E.Interview("i-2").Answers[0].Note; !strings.HasSuffix(got, "\nplain words\n") {
		t.Errorf("the note one has left ends %q", got)
	}
}

func TestExactSizes(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		a, _ := open(t, tuitest.Sample, "i-2", size[0], size[1])
		a.Wait("Opening")
		for _, keys := range [][]string{{"ctrl+n"}, {"ctrl+l"}, {"ctrl+r"}, {"esc"}, {"esc"}, {"j"}, {"/"}, {"s"}, {"esc"}} {
			a.Press(keys...)
		}
		a.Wait("help")
		s := a.Screen()
		lines := strings.Split(s, "\n")
		if len(lines) != size[1] {
			t.Fatalf("%v: %d lines", size, len(lines))
		}
		for _, l := range lines {
			if layout.Width(l) > size[0] {
				t.Errorf("%v: too wide: %q", size, l)
			}
		}
		quit(t, a)
	}
}
