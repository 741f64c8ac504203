package week_test

import (
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/week"
	"github.com/gapbook/gapbook/tui/style"
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

// TestTheWeekOfASample walks the page of a finished sample: the picture, why, another week, this one typed in.
func TestTheWeekOfASample(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, sample(t), size[0], size[1])
		a.Wait("Home")
		a.Press("B")
		a.Wait("› Weekly", "As of 15 Feb 2026: nothing was followed after it", "week of 9 Feb", "Coach this week: Solution fit. 66 % (192 of 290;",
			"66.2%", "71%", "+3.3 pts", "69%", "Mean of 4 weeks 69.5 % against a baseline of 66.2 %")
		a.Press("enter")
		a.Wait("(68 % + 70 % + 69 % + 71 %) / 4 =", "As the plan names it", "Coach one behaviour for Solution fit with each rep (done), aims at 71 %")
		a.Press("enter")
		a.Wait("› Plan: Coach one behaviour for Solution fit")
		a.Press("esc", "esc", "esc")
		a.Wait("Coach this week")
		a.Press("left")
		a.Wait("week of 2 Feb")
		a.Press("right", "n")
		a.Wait("The week's numbers", "71 % in the week of 9 Feb", "2026-05-11")
		a.Press("tab")
		a.Type("1")
		a.Press("enter")
		a.Wait("1 % or 100 %?") // typed text stays
		a.Type("02")
		a.Press("enter")
		a.Wait("not above 100 %")
		a.Press("backspace", "backspace", "backspace")
		a.Type("72,5")
		a.Wait("Reads: Solution fit: Stage conversion 72.5 %.")
		a.Press("enter")
		a.Wait("kept: the week of 11 May 2026", "72.5%", "Week of 11 May 2026")
		a.File(path, "conversion@solution-fit: 0.725")
		a.Press("e")
		a.Wait("72.5 %")
		a.Press("tab")
		a.Type("0.7")
		a.Press("enter")
		a.File(path, "conversion@solution-fit: 0.7}")
		a.Press("x")
		a.Wait("Delete the week of 11 May 2026?", "1 number goes")
		a.Press("y")
		a.Wait("As of 15 Feb 2026")
		a.Press("ctrl+z")
		a.Wait("Week of 11 May 2026")
		if err := a.Quit(); err != nil {
			t.Error(err)
		}
	}
}

// TestFromTheSnapshot fills a week from the latest import, which says where it is from, and changes nothing before enter.
func TestFromTheSnapshot(t *testing.T) {
	full := tuitest.File(t, sample(t))
	book, err := workbook.Open(full)
	if err != nil {
		t.Fatal(err)
	}
	today := func() model.Date { return "2026-11-24" }
	b := tuitest.Start(t, tui.Options{Book: book, Folder: filepath.Dir(full), Today: today}, 120, 40)
	b.Wait("Home")
	b.Press("B")
	b.Wait("As of 15 Feb 2026")
	b.Press("t")
	b.Wait("From the snapshot “after two quarters”, deals created 1 Jan 2026", "70.6 %", "37 %", "2026-11-23")
	b.Press("tab")
	b.Wait("218 of 309")
	if n := len(book.Now().E.Weeks); book.Now().E.Weeks[n-1].Week != "2026-02-09" {
		t.Fatal("a week came in before anybody said so")
	}
	b.Press("enter")
	b.Wait("kept: the week of 23 Nov 2026")
	b.File(full, "win-rate: 0.165")
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("B")
	a.Wait("No week has been entered yet")
	a.Press("t")
	a.Wait("No snapshot after the baseline", "go to the funnel")
	a.Press("n")
	a.Gone("go to the funnel")
	a.Press("a")
	a.Wait("Another number")
	a.Type("win rate")
	a.Press("enter")
	a.Wait("The week's numbers", "Win rate")
	a.Type("31")
	a.Press("enter")
	a.Wait("kept: the week of 11 May 2026", "Win rate", "31%")
	a.File(path, "{week: 2026-05-11, indicators: {win-rate: 0.31}}")
}

func alone(t *testing.T, book screen.Book, today model.Date) screen.Screen {
	t.Helper()
	th := style.New(true, colorprofile.NoTTY)
	env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return today }}
	s := week.New(env, screen.Route{Kind: screen.Week})
	s.SetSize(78, 20)
	drain(s, s.Update(screen.Shown{Route: screen.Route{Kind: screen.Week}}))
	return s
}

func drain(s screen.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if m, ok := cmd().(screen.Owned); ok {
		drain(s, s.Update(m.Msg))
	}
}

func TestEverySizeIsExact(t *testing.T) {
	for _, yaml := range []string{sample(t), tuitest.Sample, "gapbook: 1\nclient: {name: x}\n"} {
		book, err := workbook.Open(tuitest.File(t, yaml))
		if err != nil {
			t.Fatal(err)
		}
		s := alone(t, book, "2026-02-16")
		for _, key := range []string{"down", "G", "h", "h", "enter", "pgdown", "esc", "l"} {
			if key == "esc" {
				s.Back()
			} else {
				s.Update(tuitest.Key(key))
			}
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
