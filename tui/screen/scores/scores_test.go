package scores_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// alone makes the page without the app.
func alone(t *testing.T, yaml string) (*screen.Env, screen.Screen) {
	t.Helper()
	env := tuitest.Alone(t, yaml)
	env.SetKinds(map[screen.Kind]bool{screen.Interview: true, screen.Audit: true, screen.Call: true, screen.Finding: true})
	return env, scores.New(env, screen.Route{Kind: screen.Scores})
}

func press(s screen.Screen, names ...string) {
	for _, n := range names {
		s.Update(tuitest.Key(n))
	}
}

func TestEverySizeIsExact(t *testing.T) {
	_, s := alone(t, tuitest.Whole(t))
	for _, keys := range [][]string{nil, {"v"}, {"o"}, {"enter"}} {
		press(s, keys...)
		for _, size := range [][2]int{{78, 20}, {90, 27}, {118, 36}, {160, 50}} {
			tuitest.Exact(t, s, size[0], size[1])
		}
	}
}

// small is one practice seen by everyone, with sums that can be done by hand.
const small = `gapbook: 1
client: {name: Small}
playbook: sales-execution
people:
  - {id: p-1, name: Lena Hart, role: leader}
  - {id: p-2, name: Omar Reyes, role: manager}
  - {id: p-3, name: Ana Sousa, role: rep}
stages:
  - {id: discovery, name: Discovery}
audits:
  - {id: a-1, kind: stage, subject: discovery, checks: [{check: exit-criteria-written, rating: 1}]}
interviews:
  - id: i-1
    person: p-1
    answers:
      - question: lead-stage-exits
        rating: 3
        note: |
          > we have exit criteria
  - {id: i-2, person: p-2, answers: [{question: mgr-stage-exits, rating: 4}]}
  - id: i-3
    person: p-3
    answers:
      - question: rep-stage-exit
        rating: 2
        note: |
          > whatever gets you through the call
calls:
  - {id: c-1, title: Acme, stage: discovery, checks: [{check: exit-criterion-worked, result: "no"}],
     objections: [{theme: price, at: "12:41", quote: too dear}]}
`

func TestPracticesSayHowSureTheyAre(t *testing.T) {
	_, s := alone(t, small)
	got := tuitest.Exact(t, s, 118, 36)
	for _, want := range []string{"Overall 20 of 100 over 1 practice", "blind-spot index 68 over 1", "Stage exit criteria", "+68  ✓ clear", "○2 ◆1 ●1 ■1", "medium"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
	press(s, "s")
	if got = tuitest.Exact(t, s, 78, 20); !strings.Contains(got, "largest blind spot first") {
		t.Error("not sorted by blind spot")
	}
	press(s, "v")
	if got = tuitest.Exact(t, s, 78, 20); !strings.Contains(got, "░  13 n2") {
		t.Errorf("the map has no score of 13 over 2 sources:\n%s", got)
	}
}

func TestAnExplanationLeadsToTheNote(t *testing.T) {
	env, s := alone(t, small)
	s.SetSize(78, 20)
	press(s, "enter")
	got := strings.Join(strings.Fields(tuitest.Exact(t, s, 78, 70)), " ")
	for _, want := range []string{
		"Field 20 = (1 × reported 50 + 2 × observed 0 + 2 × recorded 25) / 5", "Gap 60 = target 80 − field 20", "Blind spot +67.5 = believed 87.5 − field 20",
		"The blind spot is clear: 2 believed sources", "Leaders 75 (n 1)", "Managers 100 (n 1)", "one voice, too few to say",
		"› “we have exit criteria” (Lena Hart, leader)", "“whatever gets you through the call” (Ana Sousa, rep)", "rating 3 = 75",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
	press(s, "enter")
	var to screen.Go
	for _, m := range env.Taken() {
		if g, ok := m.(screen.Go); ok {
			to = g
		}
	}
	if want := (screen.Route{Kind: screen.Interview, ID: "i-1", At: "lead-stage-exits"}); to.Route != want {
		t.Errorf("enter led to %+v", to)
	}
	if first, second := s.Back(), s.Back(); !first || second {
		t.Error("esc does not close the explanation, and only that")
	}
}

func TestAFirstSignSaysWhatItLacks(t *testing.T) {
	less, _, _ := strings.Cut(small, "calls:")
	_, s := alone(t, less)
	if got := tuitest.Exact(t, s, 118, 36); !strings.Contains(got, "first sign") {
		t.Errorf("two field sources are enough:\n%s", got)
	}
	press(s, "enter")
	got := strings.Join(strings.Fields(tuitest.Exact(t, s, 78, 70)), " ")
	if !strings.Contains(got, "a first sign, not clear: 2 sources in the field, 3 are needed.") {
		t.Errorf("it is not said what is missing:\n%s", got)
	}
}

func TestTooFewIsSaid(t *testing.T) {
	_, s := alone(t, tuitest.Sample)
	got := tuitest.Exact(t, s, 78, 20)
	if !strings.Contains(got, "too few to say") || !strings.Contains(got, "no observations") {
		t.Errorf("a practice without observations has numbers:\n%s", got)
	}
}

func TestInTheApp(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := tuitest.Open(t, small, size[0], size[1])
		a.Wait("Home")
		a.Press("S")
		a.Wait("› Scores", "blind-spot index", "s sort", "v by stage", "w whole", "esc back")
		a.Press("v")
		a.Wait("by stage", "Discovery", "n2")
		a.Press("o")
		a.Wait("Objection", "Price or budget", "1 of 1", "few")
		a.Press("enter")
		a.Wait("Heard on 1 of 1 reviewed call,", "[12:41] “too dear”", "below 10 calls")
		a.Press("esc", "esc")
		a.Wait("playbook order")
	}
}
