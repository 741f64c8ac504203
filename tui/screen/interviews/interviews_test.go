package interviews_test

import (
	"path/filepath"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestSomeoneNewIsAddedInTheSameForm(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("I")
	a.Wait("Leaders", "Lena Hart", "planned", "Reps", "Marcus Webb", "1/")
	a.Press("n")
	a.Wait("New interview", "Omar Reyes, manager")
	a.Press("tab")
	a.Type("Noor Haddad")
	a.Wait("Noor Haddad, new, role to be chosen")
	a.Press("enter")
	a.Wait("a role is needed")
	a.Type("mark")
	a.Wait("Noor Haddad, new, marketing")
	a.Press("tab")
	a.Type("Director")
	a.Press("enter")
	a.Wait("Interviews › Noor Haddad", "Opening")
	a.Type("hello")
	a.Press("esc", "esc")
	a.Wait("Marketing", "Noor Haddad", "started")
	a.Press("/")
	a.Type("lena")
	a.Press("enter")
	a.Wait("Lena Hart", "Opening")
	a.Press("esc", "esc")
	a.Wait("Leaders")
	a.Press("x")
	a.Wait("Delete interview", "Lena Hart")
	a.Press("y")
	a.Gone("Lena Hart")
	e := a.Left(path).E
	if len(e.People) != 5 || e.People[4].Role != "marketing" || len(e.Interviews) != 2 {
		t.Fatalf("%+v", e.Interviews)
	}
	if iv := e.Interviews[1]; iv.Person != e.People[4].ID || iv.Note != "hello" || iv.Status != "started" {
		t.Errorf("%+v", iv)
	}
}

// A guide is written beside the engagement; one that is there already is asked about.
func TestWritesAGuideOnPaper(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Home")
		a.Press("I")
		a.Wait("› Interviews", "p guide on paper")
		a.Press("p")
		a.Wait("Interview guide on paper", "PDF, to print", "-guide-")
		a.Press("tab", "right", "right", "right", "tab")
		a.Type("rep guide")
		a.Wait("Writes rep guide.md")
		a.Press("enter")
		a.Wait("written: rep guide.md")
		a.File(filepath.Join(filepath.Dir(path), "rep guide.md"), "Interview guide")
		a.Press("p")
		a.Wait("Interview guide on paper")
		a.Press("tab", "right", "right", "right", "tab")
		a.Type("rep guide")
		a.Press("enter")
		a.Wait("Replace the file?", "keep it")
		a.Press("n")
		a.Gone("Replace the file?")
	}
}
