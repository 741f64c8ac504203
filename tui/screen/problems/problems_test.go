package problems_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

const wrong = `gapbook: 1
client: {name: Northwind}
people:
  - {id: p-1, name: Ana Sousa, role: rep}
  - {id: p-2, name: Omar Reyes, role: boss}
stages:
  - {id: discovery, name: Discovery}
interviews:
  - id: i-1
    person: p-1
    date: 2026-02-30
    answers:
      - {question: rep-next-step, rating: 9, note: "> said"}
calls:
  - {id: c-1, title: Acme, rep: p-9, stage: discovery, extra: kept}
findings:
  - {id: f-1, title: Gap, practice: luck, impact: lots, evidence: [i-1/rep-next-step, x-9]}
`

func open(t *testing.T, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, path := tuitest.Open(t, wrong, w, h)
	a.Wait("Home", "7 problems !")
	a.Press("!")
	a.Wait("› Problems", "7 problems")
	return a, path
}

func TestListsWhatIsWrong(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := open(t, size[0], size[1])
		a.Wait("5:39  ! role should be one of", "13:43  ! rating should be 0 to 4, not 9", `no person "p-9"`, `no practice "luck"`,
			"person Omar Reyes › role", "line 5, column 39", "│ - {id: p-2, name: Omar Reyes, role: boss}", "choose the role", "go to people")
		a.Press("G")
		a.Wait("Worth a look, but stops nothing: 1", "Nothing needs to be done")
	}
}

// A file with a mistake of every kind is put right by keyboard alone, and what nobody touched stays as it was.
func TestAllIsMendedByKeyboard(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("e")
	a.Wait("Choose the role")
	a.Type("manager")
	a.Press("enter")
	a.Wait("6 problems")
	a.Wait("with Ana Sousa › date", "give the date")
	a.Press("e")
	a.Wait("Give the date")
	a.Press("ctrl+u")
	a.Type("2026-02-28")
	a.Press("enter")
	a.Wait("5 problems", "rep-next-step › rating")
	a.Press("e")
	a.Wait("Choose the rating", "0  ")
	a.Type("1 ")
	a.Press("enter")
	a.Wait("4 problems", "call Acme › rep")
	a.Press("e")
	a.Wait("Which person?", "Ana Sousa", "+ add p-9 as a new person")
	a.Type("add")
	a.Press("enter")
	a.Wait("What is p-9?")
	a.Press("enter")
	a.Wait("3 problems", "› practice")
	a.Press("e")
	a.Wait("Choose another practice")
	a.Type("mandatory-fields")
	a.Press("enter")
	a.Wait("2 problems", "› impact")
	a.Press("e")
	a.Wait("Choose the impact")
	a.Type("4")
	a.Press("enter")
	a.Wait("One problem", "x-9")
	a.Press("x")
	a.Gone("One problem")
	a.Wait("Worth a look")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(path)
	want := strings.NewReplacer("boss", "manager", "02-30", "02-28", "rating: 9", "rating: 1", "luck", "mandatory-fields", "lots", "4",
		", x-9", "").Replace(wrong)
	want = strings.Replace(want, "manager}\n", "manager}\n  - {id: p-9, role: rep}\n", 1)
	if string(got) != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if errs := check.Errors(b.Now().Problems); len(errs) > 0 {
		t.Error(errs)
	}
}

// The same in one breath: what is typed while the file is saved and read again is not lost.
func TestKeysTypedAheadAreNotLost(t *testing.T) {
	a, path := open(t, 80, 24)
	a.Press("e")
	a.Type("manager\n")
	a.Press("e", "ctrl+u")
	a.Type("2026-02-28\n")
	a.Press("e")
	a.Type("1 \n")
	a.Press("e")
	a.Type("add\n\n")
	a.Press("e")
	a.Type("mandatory-fields\n")
	a.Press("e")
	a.Type("4\n")
	a.Press("x")
	a.Wait("Nothing needs to be done")
	if errs := check.Errors(a.Left(path).Problems); len(errs) > 0 {
		t.Error(errs)
	}
}

func TestEnterGoesToTheRecord(t *testing.T) {
	a, _ := open(t, 80, 24)
	a.Press("enter")
	a.Wait("› People", "› Omar Reyes", "not a role")
	a.Press("esc")
	a.Wait("› Problems")
	a.Press("j", "j", "enter")
	a.Wait("Interviews › Ana Sousa")
}
