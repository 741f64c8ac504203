package coaching_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// coached is two reps from 4 May on, and 12 May is the Tuesday of the second week: one was coached in the first week, one never.
const coached = `
coaching:
  - id: k-1
    rep: p-r1
    coach: p-m1
    date: 2026-05-05
    clarify: Next step before the demo ends
    observe: "Call: Acme discovery (c-1)"
    execute: {action: Ask at minute 35, due: 2026-05-11}
coaching_start: 2026-05-04
`

func open(t *testing.T, yaml string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, yaml, w, h)
	a.Wait("Home")
	a.Press("N")
	a.Wait("› Coaching")
	return a, path
}

func TestShowsWhoIsDue(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := open(t, tuitest.Sample+coached, size[0], size[1])
		a.Wait("Weeks with a round  1 of 4, few", "Actions in time     0 of 1, few", "since 4 May 2026", "Due in the week of Mon 11 May 2",
			"› Marcus Webb       Tue 5 May     1 of 2    0 of 1  Next step before", "Ana Sousa         never         0 of 2         –",
			"Clarify  Next step before the demo ends", "✗ Mon 11 May")
		a.Press("s")
		a.Wait("done today: Ask at minute 35", "◷ done late")
		a.File(path, "execute: {action: Ask at minute 35, due: 2026-05-11, done: 2026-05-12}")
		a.Press("tab", "tab")
		a.Wait("[In focus 1]", "› Next step before the demo ends", "Now Marcus Webb", "No practice is named")
		a.Press("tab")
		a.Wait("[Coaches 2]", "Omar Reyes", "nobody named")
		a.Press("esc")
		a.Wait("[Reps 2]")
		a.Press("H")
		a.Wait("2 reps to coach this week")
	}
}

func TestRoundsAreOpenedDeletedAndComeBack(t *testing.T) {
	a, path := open(t, tuitest.Sample+coached, 80, 24)
	a.Press("enter")
	a.Wait("[Rounds of Marcus Webb 1]", "› 2026-05-05")
	a.Press("enter")
	a.Wait("Coaching › Marcus Webb 2026-05-05", "→ Acme discovery", "due Mon 11 May, not done")
	a.Press("f")
	a.Wait("Calls › Acme discovery")
	a.Press("esc", "esc")
	a.Wait("Coaching › Marcus Webb 2026-05-05")
	a.Press("e")
	a.Wait("Coaching round", "Coach")
	a.Press("shift+tab", "ctrl+u")
	a.Type("6 May 2026")
	a.Press("enter")
	a.Wait("Coaching › Marcus Webb 2026-05-06")
	a.File(path, "date: 2026-05-06")
	a.Press("esc", "x")
	a.Wait("the round is deleted", "No rounds yet. n holds one")
	a.Press("ctrl+z")
	a.Wait("› 2026-05-06")
	a.Press("ctrl+k")
	a.Type("marcus coaching")
	a.Wait("coaching round")
}

func TestNothingThereTeaches(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Wait("Coaching has not begun.", "To coach 2", "No round yet; enter holds the first.")
	a.Press("c")
	a.Type("2026-05-04")
	a.Press("enter")
	a.Wait("0 of 4, few", "since 4 May 2026")
	a.File(path, "coaching_start: 2026-05-04")
}

// What a round names as a practice is shown with the numbers that the plan judges it by.
func TestTheNumbersOfWhatIsInFocus(t *testing.T) {
	yaml := strings.Replace(tuitest.Sample+coached, "Next step before the demo ends", `"Practice: Next steps (next-steps)"`, 1) + `
plan:
  actions:
    - {id: x-1, title: Say the next step, phase: 30, practice: next-steps, metric: {name: Response, from: funnel.response_hours, baseline: 41, target: 4}}
weeks:
  - {week: 2026-05-04, indicators: {response-hours: 30}}
`
	a, _ := open(t, yaml, 80, 24)
	a.Press("tab", "tab")
	a.Wait("[In focus 1]", "› Mutual next steps", "Hours to the… −11 h", "Now Marcus Webb",
		"Its number Hours to the first answer: 41 h before, 30 h now, −11 h (of 1 week)")
}
