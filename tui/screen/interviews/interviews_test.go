package interviews_test

import (
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
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
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	e := b.Now().E
	if len(e.People) != 5 || e.People[4].Role != "marketing" || len(e.Interviews) != 2 {
		t.Fatalf("%+v", e.Interviews)
	}
	if iv := e.Interviews[1]; iv.Person != e.People[4].ID || iv.Note != "hello" || iv.Status != "started" {
		t.Errorf("%+v", iv)
	}
}
