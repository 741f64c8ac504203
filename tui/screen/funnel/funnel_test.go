package funnel_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/funnel"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func alone(t *testing.T, yaml string) screen.Screen {
	t.Helper()
	return funnel.New(tuitest.Alone(t, yaml), screen.Route{Kind: screen.Funnel})
}

// sample is an engagement with a baseline and a later snapshot.
func sample(t *testing.T) string {
	t.Helper()
	const snapshots = `stages:
  - {id: qualify, name: Qualify, target_conversion: 0.75}
  - {id: discovery, name: Discovery, target_conversion: 0.70}
  - {id: solution-fit, name: Solution fit, target_conversion: 0.78}

funnels:
  - label: baseline
    from: 2025-01-01
    to: 2025-06-30
    stages:
      - {stage: qualify, reached: 640, advanced: 470, lost: 146, open: 24, median_days: 6, p90_days: 18, slipped: 219}
      - {stage: discovery, reached: 470, advanced: 312, lost: 131, open: 27, median_days: 13, p90_days: 38, slipped: 197}
      - {stage: solution-fit, reached: 312, advanced: 192, lost: 98, open: 22, median_days: 27, p90_days: 66, slipped: 150}
    won: 78
    lost: 468
    open: 94
    won_amount: 4056000
    cycle_days: 79
  - label: later
    from: 2026-01-01
    to: 2026-06-30
    stages:
      - {stage: qualify, reached: 655, advanced: 486, lost: 148, open: 21, median_days: 6, p90_days: 17, slipped: 214}
      - {stage: discovery, reached: 486, advanced: 327, lost: 134, open: 25, median_days: 12, p90_days: 35, slipped: 190}
      - {stage: solution-fit, reached: 327, advanced: 218, lost: 91, open: 18, median_days: 21, p90_days: 49, slipped: 121}
    won: 100
    lost: 470
    open: 85
    won_amount: 5310000
    cycle_days: 71

audits:`
	head, rest, _ := strings.Cut(tuitest.Sample, "stages:")
	_, rest, ok := strings.Cut(rest, "audits:")
	if !ok {
		t.Fatal("the sample of tuitest has another shape")
	}
	return head + snapshots + rest
}

// exact is what one reads in a size, as one line.
func exact(t *testing.T, s screen.Screen, w, h int) string {
	t.Helper()
	return strings.Join(strings.Fields(tuitest.Exact(t, s, w, h)), " ")
}

func says(t *testing.T, got string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
}

func press(s screen.Screen, names ...string) {
	for _, n := range names {
		s.Update(tuitest.Key(n))
	}
}

func TestASnapshotWithItsFormula(t *testing.T) {
	s := alone(t, sample(t))
	for _, size := range [][2]int{{78, 20}, {118, 36}} {
		says(t, exact(t, s, size[0], size[1]), "baseline", "! Solution fit", "◷ Discovery", "66% 61–71", "78%", "busy is not where most is lost")
	}
	press(s, "down", "down")
	says(t, exact(t, s, 78, 20), "low, USD 728k base", "× 50% × (target")
	press(s, "enter")
	says(t, exact(t, s, 78, 60), "Base USD", "Low USD", "High USD", "95 % interval", "Values of stages overlap: they do not add up", "× 365 /")
}

func TestBeforeAndAfter(t *testing.T) {
	s := alone(t, sample(t))
	press(s, "c")
	got := exact(t, s, 118, 36)
	says(t, got, "before baseline", "after later", "could be chance", "✓ moved", "−11.1 (−19 to −3)", "no interval", "because of")
	exact(t, s, 78, 20)
	press(s, "enter")
	says(t, exact(t, s, 78, 20), "Difference +0.4 points, 95 % interval", "The interval includes 0")
	if left := []bool{s.Back(), s.Back(), s.Back()}; !left[0] || !left[1] || left[2] {
		t.Error("esc leaves the explanation, then the comparison, then the page")
	}
}

// Two days of a demo make a year's worth that nobody should repeat: the screen, the text and the value say so.
func TestADemoOfTwoDaysIsDoubted(t *testing.T) {
	src := strings.Replace(sample(t), "from: 2025-01-01\n    to: 2025-06-30", "from: 2025-06-29\n    to: 2025-06-30", 1)
	src = strings.Replace(src, "cycle_days: 79", "cycle_days: 0", 1)
	s := alone(t, src)
	for _, size := range [][2]int{{78, 20}, {118, 36}} {
		says(t, exact(t, s, size[0], size[1]), "cycle 0 days", "! Annual won is from 2 days: too short to speak for a year.", "Cycle 0: half or more were won on the day they were created")
	}
	press(s, "down", "down", "enter")
	says(t, exact(t, s, 78, 60), "The annual won is from 2 days: too short to speak for a year.")
	if got := exact(t, alone(t, sample(t)), 118, 36); strings.Contains(got, "too short") {
		t.Errorf("half a year is doubted:\n%s", got)
	}
}

func TestFewAndOverlap(t *testing.T) {
	src := strings.Replace(tuitest.Sample, "\naudits:", `
funnels:
  - {label: one, from: 2026-01-01, to: 2026-01-31, stages: [{stage: discovery, reached: 9, advanced: 3, lost: 4, open: 2}], won: 1, lost: 6, open: 2}
  - {label: two, from: 2026-01-15, to: 2026-02-15, stages: [{stage: discovery, reached: 9, advanced: 3, lost: 4, open: 2}], won: 1, lost: 6, open: 2}

audits:`, 1)
	s := alone(t, src)
	got := exact(t, s, 78, 20)
	says(t, got, "3 of 7 few", "1 of 7 (few)", "No stage can be called the bottleneck")
	if strings.Contains(got, "43") {
		t.Errorf("a share of 7 deals is shown as a percentage:\n%s", got)
	}
	press(s, "c")
	says(t, exact(t, s, 78, 20), "cannot be compared", "overlap")
}

func TestNoSnapshotSaysHowOneComesIn(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("U")
	a.Wait("› Funnel", "No snapshot of the pipeline yet", "gapbook import crm deals.csv --into")
}

// A key that has nothing to show says so.
func TestByOwnerWithoutOwners(t *testing.T) {
	a, _ := tuitest.Open(t, sample(t), 80, 24)
	a.Wait("Home")
	a.Press("U")
	a.Wait("baseline")
	a.Press("o")
	a.Wait("not counted by owner, team or segment")
}

// What no export of deals holds comes in by hand; nonsense is refused and the rest of the snapshot stays.
func TestLeadsAndForecastByHand(t *testing.T) {
	a, path := tuitest.Open(t, sample(t), 80, 24)
	a.Wait("Home")
	a.Press("U")
	a.Wait("baseline")
	a.Press("e")
	a.Wait("Leads and forecast of baseline", "Committed")
	a.Type("4000000")
	a.Press("tab")
	a.Type("3000000")
	a.Press("tab")
	a.Type("20")
	a.Press("tab")
	a.Type("30")
	a.Press("enter")
	a.Wait("there cannot be more")
	a.Press("backspace", "backspace")
	a.Type("5")
	a.Press("enter")
	a.Wait("MQL to SQL 25 % of 20", "forecast closed 3M of 4M")
	a.File(path, "forecast: {committed: 4000000, closed: 3000000}")
	a.File(path, "leads: {mql: 20, sql: 5}")
	a.Press("x")
	a.Wait("Delete the snapshot baseline?", "It is the baseline")
	a.Press("y")
	a.Wait("later  deals created")
	a.Press("ctrl+z")
	a.Wait("snapshot 2 of 2")
}
