package people_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func open(t *testing.T, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, tuitest.Sample, w, h)
	a.Wait("Home")
	a.Press("W")
	a.Wait("› People", "Marcus Webb")
	return a, path
}

func TestShowsWhoIsWho(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := open(t, size[0], size[1])
		a.Wait("Leaders 1  ! so few that their role gives them away", "Lena Hart", "VP Sales", "Managers 1", "Omar Reyes", "Reps 2",
			"✓ 2026-03-04", "○ planned", "East", "interview planned 2026-03-04")
	}
}

func TestAddEditAndQuote(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("n")
	a.Wait("New person", "choose…")
	a.Type("Kim?")
	a.Press("enter")
	a.Wait("Role is needed", "choose…")
	a.Type("CRO") // meant as the title: it chooses nothing
	a.Wait("‹ choose… ›", "none begins with cro")
	a.Press("backspace")
	a.Type("rep")
	a.Wait("‹ Rep ›")
	a.Press("tab")
	a.Type("AE nx")
	a.Press("enter")
	a.Wait("Reps 3", "› Kim?", "AE nx", "not asked yet")
	a.File(path, "name: \"Kim?\", role: rep, title: AE nx")
	a.Press("c")
	a.Wait("never quoted in an export")
	a.File(path, "quote: false")
	a.Press("c")
	a.Wait("Kim? may be quoted")
	a.Press("e")
	a.Wait("Person", "Quotes")
	a.Type("!")
	a.Press("enter")
	a.File(path, "Kim?!")
	a.Press("x")
	a.Wait("is deleted", "Reps 2")
	a.Press("ctrl+z")
	a.Wait("Reps 3", "Kim?!")
	if strings.Count(a.Screen(), "gives them away") != 2 {
		t.Error(a.Screen())
	}
}

func TestNobodyWhoIsNamedIsDeleted(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("/")
	a.Type("marcus")
	a.Press("enter", "x")
	a.Wait("Not deleted: named in 2 places", "interview with Marcus Webb", "call Acme discovery", "rep")
	a.Press("enter")
	a.Wait("Interviews › Marcus Webb")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != tuitest.Sample {
		t.Errorf("looking changed the file:\n%s", got)
	}
}

func TestEnterPlansAnInterview(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("down", "enter")
	a.Wait("Interviews › Omar Reyes")
	a.File(path, "person: p-m1")
	a.File(path, "status: planned\n")
	a.Press("esc", "esc") // the first leaves the note
	a.Wait("› People", "○ planned")
}

// A path is pasted as a file manager gives it; what is understood is shown, and undo takes all of it out at once.
func TestBringsInAList(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := open(t, size[0], size[1])
		folder := t.TempDir() + "/a b"
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		for name, src := range map[string]string{
			"staff.csv":  "Name;Title;Email\nSam Okafor;Account Executive;s@example.com\nlena hart;CRO;\nAda Cruz;Sales Manager;\n",
			"prices.csv": "item,price\na,1\n",
		} {
			if err := os.WriteFile(folder+"/"+name, []byte(src), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		a.Press("i")
		a.Wait("List of people", "Paste a path")
		a.Paste("'" + folder + "/prices.csv'")
		a.Press("enter")
		a.Wait("no header that is understood", "List of people")
		a.Paste("'" + folder + "/staff.csv'")
		a.Press("enter")
		a.Wait("Add these people?", "2 new people: 1 manager, 1 rep.", "e on a person changes one", "there already", "add them")
		a.Press("y")
		a.Wait("Managers 2", "Reps 3", "Sam Okafor", "ctrl+z")
		a.File(path, "name: Ada Cruz, role: manager, title: Sales Manager")
		a.Press("ctrl+z")
		a.Wait("Managers 1", "Reps 2")
		a.Gone("Sam Okafor")
	}
}
