package reviews_test

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/reviews"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// late is a day on which all three samples have been followed to their end.
const late model.Date = "2026-11-24"

func sample(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile("../../../engagements/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func start(t *testing.T, yaml string, w, h int) (*tuitest.App, string) {
	t.Helper()
	path := tuitest.File(t, yaml)
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	a := tuitest.Start(t, tui.Options{Book: book, Folder: t.TempDir(), Me: "Dana Ortiz", Today: func() model.Date { return late }}, w, h)
	a.Wait("Home")
	a.Press("R")
	a.Wait("› Reviews: day 90", "plan as of")
	return a, path
}

// TestTheSamplesTellTheirStory reads in the app what each sample is known for, with its interval and its verdict.
func TestTheSamplesTellTheirStory(t *testing.T) {
	for name, story := range map[string][2]string{
		"midmarket-saas":         {"Slippage, Solution fit", "48.1% (150/312) to 37% (121/327): −11.1 points (95% −18.6 to −3.4), −23%"},
		"industrial-distributor": {"MQL to SQL", "14.1% (820/5816) to 16.5% (925/5604): +2.4 points (95% +1.1 to +3.7), +17%"},
		"professional-services":  {"Conversion, Discovery", "41% (287/700) to 50% (170/340): +9 points (95% +2.6 to +15.4), +22%"},
	} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			a, _ := start(t, sample(t, name), size[0], size[1])
			a.Press("tab")
			a.Wait("What the plan's actions are judged by", "not necessarily")
			found := false
			for range 6 {
				lines := strings.Split(a.Screen(), "\n")
				for i, l := range lines {
					if i > 0 && strings.Contains(l, story[1]) {
						found = strings.Contains(lines[i-1], story[0]) && strings.Contains(lines[i-1], "✓ moved for the better")
					}
				}
				if found {
					break
				}
				a.Press("pgdown")
				a.Settled()
			}
			if !found {
				t.Errorf("%s at %d: %s is not told as %s", name, size[0], story[0], story[1])
			}
			a.Press("tab")
			a.Wait("Practices rated again, by what both rounds asked")
		}
	}
}

// TestAReviewIsWritten begins the review of day 30 by a win, adds to it, and exports it.
func TestAReviewIsWritten(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Home")
		a.Press("R")
		a.Wait("› Reviews: day 30", "plan as of 6 May 2026", "not written yet", "There is no plan yet.")
		a.Press("tab")
		a.Wait("There is no funnel snapshot.")
		a.Press("tab", "tab", "n")
		a.Wait("For the review of day 30", "a win to celebrate")
		a.Type("Marcus asks who signs")
		a.Press("enter")
		a.Wait("· Marcus asks who signs")
		a.File(path, "  - day: 30\n    date: 2026-05-12\n    wins:\n      - Marcus asks who signs\n")
		a.Press("n")
		a.Wait("For the review of day 30", "a win to celebrate")
		a.Type("West too")
		a.Press("tab", "right", "enter")
		a.Wait("· West too")
		a.Press("G", "e")
		a.Wait("To expand")
		a.Type("West and North")
		a.Press("enter")
		a.Wait("· West and North")
		a.File(path, "West and North")
		a.Press("x")
		a.Gone("West and North")
		a.Press("ctrl+z")
		a.Wait("West and North")
		a.Press("tab", "enter")
		a.Type("n and x are letters here")
		a.Wait("n and x are letters here")
		a.Press("tab")
		a.Wait("[6 Next]", "Nothing of the plan is open.")
		a.File(path, "n and x are letters here")
		a.Press("w")
		a.Wait("› Export", "the review of day 30", "northwind-review-30.html")
		a.Press("w")
		a.Wait("✓ written")
		src, err := os.ReadFile(strings.TrimSuffix(path, ".yaml") + "-review-30.html")
		if err != nil || !strings.Contains(string(src), "asks who signs") || !strings.Contains(string(src), "West and North") {
			t.Errorf("the review in the file: %v", err)
		}
	}
}

// TestRateAgain opens an audit and an interview in the round of the review; the first ones stay as they are.
func TestRateAgain(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("R", "right", "right")
	a.Wait("› Reviews: day 90")
	a.Press("tab", "tab", "a")
	a.Wait("Rate again, round day-90", "Audit: Discovery", "Interview: Marcus Webb")
	a.Press("enter")
	a.Wait("› Discovery", "day-90")
	a.Press("ctrl+n", "ctrl+r", "4")
	a.File(path, "rating: 4")
	a.File(path, "round: day-90")
	a.Press("esc", "esc")
	a.Wait("› Reviews: day 90", "Practices rated again")
	a.Press("a")
	a.Wait("begun: goes on")
	a.Type("marcus")
	a.Press("enter")
	a.Wait("› Marcus Webb")
	a.File(path, "    person: p-r1\n    by: Dana Ortiz\n    date: 2026-05-12\n    status: planned\n    round: day-90\n")
}

func TestEverySizeIsExact(t *testing.T) {
	for _, yaml := range []string{sample(t, "midmarket-saas"), tuitest.Sample, "gapbook: 1\nclient: {name: x}\n"} {
		book, err := workbook.Open(tuitest.File(t, yaml))
		if err != nil {
			t.Fatal(err)
		}
		th := style.New(true, colorprofile.NoTTY)
		env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return late }}
		s := reviews.New(env, screen.Route{Kind: screen.Reviews})
		s.SetSize(78, 20)
		drain(s, s.Update(screen.Shown{}))
		for _, key := range []string{"down", "tab", "pgdown", "tab", "G", "tab", "G", "tab", "enter", "tab", "G", "h", "l"} {
			drain(s, s.Update(tuitest.Key(key)))
			for _, size := range [][2]int{{78, 20}, {90, 22}, {104, 24}, {118, 36}, {160, 50}} {
				w, h := size[0], size[1]
				s.SetSize(w, h)
				lines := layout.Lines(s.View())
				if len(lines) != h {
					t.Fatalf("after %s at %dx%d: %d lines", key, w, h, len(lines))
				}
				for _, l := range lines {
					if layout.Width(l) != w {
						t.Fatalf("after %s at %dx%d: %d cells: %q", key, w, h, layout.Width(l), l)
					}
				}
			}
		}
	}
}

func drain(s screen.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case screen.Owned:
		drain(s, s.Update(m.Msg))
	case tea.BatchMsg:
		for _, c := range m {
			drain(s, c)
		}
	}
}
