package mutual_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

const plan = `
maps:
  - id: m-1
    deal: Acme rollout
    milestones:
      - {what: Security form, owner: buyer, due: 2026-05-20}
      - {what: Security form, owner: seller, due: 2026-05-21}
`

func open(t *testing.T, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, tuitest.Sample+plan, w, h)
	a.Wait("Home")
	a.Press("O", "enter")
	a.Wait("MAPs › Acme rollout", "0 of 2 done", "none was due by Tue 12 May")
	return a, path
}

// The date first agreed is kept once, and whatever moves later leaves it alone.
func TestMovingKeepsTheFirstDate(t *testing.T) {
	a, path := open(t, 120, 40)
	a.Press("d", "ctrl+u")
	a.Type("2026-05-27")
	a.Wait("Wed 20 May stays the date first agreed")
	a.Press("enter")
	a.Wait("moved from Wed 20 May to Wed 27 May: it will be a miss")
	a.File(path, "due: 2026-05-27, first_due: 2026-05-20}")
	a.Press("e", "tab", "tab", "ctrl+u")
	a.Type("3 Jun 2026")
	a.Press("enter")
	a.File(path, "{what: Security form, owner: buyer, due: 2026-06-03, first_due: 2026-05-20}")
	a.Press("ctrl+z", "ctrl+z")
	a.Wait("due Wed 20 May")
	a.File(path, "{what: Security form, owner: buyer, due: 2026-05-20}")
}

func TestTickAddDelete(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("down", "s") // the second of two with one name
	a.Wait("1 of 2 done", "done today")
	a.File(path, "owner: seller, due: 2026-05-21, done: 2026-05-12")
	a.Press("space")
	a.Wait("0 of 2 done")
	a.Press("e", "shift+tab")
	a.Type("2026-05-11")
	a.Press("enter")
	a.File(path, "owner: seller, due: 2026-05-21, done: 2026-05-11")
	a.Press("n")
	a.Wait("New milestone")
	a.Type("CFO s, d, x?")
	a.Press("tab", "right", "tab")
	a.Type("tomorrow")
	a.Press("enter")
	a.Wait("1 of 3 done", "› ○  CFO s, d, x?", "the buyer's · due Wed 13 May")
	a.File(path, "owner: buyer, due: 2026-05-13")
	a.Press("x")
	a.Wait("the milestone is deleted", "1 of 2 done")
	a.Press("ctrl+z")
	a.Wait("1 of 3 done", "CFO s, d, x?")
	a.Paste("security FORM; buyer; 2026-07-01\nKick-off; us; 2026-07-02")
	a.Wait("Take these milestones?")
	a.Press("y")
	a.Wait("1 milestone added; 1 was there already", "1 of 4 done")
	a.File(path, "{what: Kick-off, owner: seller, due: 2026-07-02}")
	a.Press("c", "tab", "right", "enter")
	a.Wait("Discovery")
	a.File(path, "stage: discovery")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); !strings.HasPrefix(string(got), tuitest.Sample) {
		t.Errorf("more than the plan changed:\n%s", got)
	}
}
