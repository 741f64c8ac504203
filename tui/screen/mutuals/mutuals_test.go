package mutuals_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// plans are two deals on 12 May: one with a hit, a late and a missing milestone, one with nothing due yet.
const plans = `
maps:
  - id: m-1
    deal: Acme rollout
    stage: proposal
    rep: p-r1
    milestones:
      - {what: Security form, owner: buyer, due: 2026-04-20, done: 2026-04-20}
      - {what: Pack, owner: seller, due: 2026-04-22, done: 2026-04-24}
      - {what: CFO signs, owner: buyer, due: 2026-05-15, first_due: 2026-05-08}
  - id: m-2
    deal: Beta
    milestones:
      - {what: Demo, due: 2026-06-01}
`

func open(t *testing.T, yaml string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, yaml, w, h)
	a.Wait("Home")
	a.Press("O")
	a.Wait("› MAPs")
	return a, path
}

func TestShowsTheHitRate(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := open(t, tuitest.Sample+plans, size[0], size[1])
		// CFO signs was agreed for the 8th and moved: missing
		a.Wait("1 of 3  few", "misses: 1 late, 1 missing", "Buyer", "1 of 2  few", "Seller", "0 of 1  few", "Proposal", "Apr 26", "1 of 2",
			"May 26", "0 of 1", "› Acme rollout", "2/3", "Fri 15 May", "Beta", "0/1", "Mon 1 Jun", "CFO signs",
			"a miss: agreed for Fri 8 May, moved to Fri 15 May, not done yet")
		a.Press("H")
		a.Wait("1 milestone due this week", "O MAPs  ")
	}
}

func TestNothingThereTeaches(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Wait("No mutual action plans yet. n begins one")
	a.Press("n")
	a.Wait("New mutual action plan", "the usual 9", "2026-05-12")
	a.Type("Gamma O?")
	a.Press("enter")
	a.Wait("MAPs › Gamma O?", "0 of 9 done", "2026-05-19", "Decision")
	a.File(path, "Gamma O?")
	a.File(path, "- {what: Decision, owner: buyer, due: 2026-07-07}")
	a.Press("esc", "x")
	a.Wait("Gamma O? is deleted", "No mutual action plans yet")
	a.Press("ctrl+z")
	a.Wait("0/9", "Tue 19 May")
	a.Press("e", "tab", "right", "enter")
	a.File(path, "stage: discovery")
}

func TestAPastedListBeginsAPlan(t *testing.T) {
	a, path := open(t, tuitest.Sample, 80, 24)
	a.Paste("Step\tWho\tBy when\nSecurity form\tbuyer\t03/04/2026\nPack\tMarcus Webb\t05/04/2026\n")
	a.Wait("How is 03/04/2026 to be read?", "3 April 2026", "4 March 2026")
	a.Press("enter")
	a.Wait("Take these milestones?", "2 milestones: 1 the buyer's, 1 the seller's", "read day first")
	a.Press("enter")
	a.Wait("New mutual action plan", "with the 2 milestones of the list")
	a.Type("Delta")
	a.Press("enter")
	a.Wait("MAPs › Delta", "Security form", "2026-04-03")
	a.File(path, "- {what: Pack, owner: seller, due: 2026-04-05}")
}

func TestAListThatIsNoneChangesNothing(t *testing.T) {
	a, path := open(t, tuitest.Sample+plans, 80, 24)
	a.Paste("Step,Due\n\"Demo,2026-04-03")
	a.Wait("a quote opens here")
	file := filepath.Join(filepath.Dir(path), "steps.csv")
	if err := os.WriteFile(file, []byte("What;Owner;Due\nKick-off;us;2026-06-01\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Press("i")
	a.Wait("List of milestones")
	a.Paste(file)
	a.Press("enter")
	a.Wait("Take these milestones?", "1 milestone: 0 the buyer's, 1 the seller's")
	a.Press("n", "/")
	a.Type("beta")
	a.Wait("1 match")
	a.Press("enter", "enter")
	a.Wait("MAPs › Beta")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != tuitest.Sample+plans {
		t.Errorf("looking changed the file:\n%s", strings.TrimPrefix(string(got), tuitest.Sample))
	}
}
