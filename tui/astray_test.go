package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// A copy that fails is said with the reason, as long as it is on the screen, and the path comes back to be mended.
func TestACopyThatFailsIsAskedForAgain(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	if err := os.WriteFile(path, []byte("gapbook: [half"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Press("e")
	a.Wait("Client*")
	a.Type("!")
	a.Press("enter")
	a.Wait("! not saved: northwind.yaml:1:10: another program broke it")
	a.Press("ctrl+s")
	for _, c := range [][2]string{
		{"", "a path is needed"},
		{path, "northwind.yaml is there already; choose another name"},
		{filepath.Dir(path), "is there already; choose another name"},
		{filepath.Join(filepath.Dir(path), "no", "where.yaml"), "there is no folder"},
		{filepath.Join(path, "below.yaml"), "is no folder"},
	} {
		a.Wait("Save a copy elsewhere")
		a.Press("ctrl+u", "end", "ctrl+u")
		a.Type(c[0])
		a.Press("enter")
		a.Wait("Save a copy elsewhere")
		a.Until("the reason", func(s string) bool {
			return strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(s, "│", " ")), " "), c[1])
		})
	}
	good := path + ".copy.yaml"
	a.Press("end", "ctrl+u")
	a.Type(good)
	a.Press("enter")
	a.Wait("a copy is in")
	if src, _ := os.ReadFile(good); !strings.Contains(string(src), "Northwind Analytics!") {
		t.Errorf("the copy is\n%s", src)
	}
}

// Problems says what is wrong with the file on the disk, with its line and in full. When that is mended, what waited is
// saved without another key.
func TestProblemsKnowsOfTheDisk(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("!")
	a.Wait("Nothing is wrong in this file")
	broken := strings.Replace(tuitest.Sample, "  segment", "   : [broken\n  segment", 1)
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Wait("! northwind.yaml:3:9:", "The file on the disk is not as it should be", "another program broke it", "Mend that line in a text editor", "Nothing else is wrong")
	a.Press("H", "e")
	a.Wait("Client*")
	a.Press("end")
	a.Type("!")
	a.Press("enter")
	a.Wait("! not saved: northwind.yaml:3:9:")
	a.Press("!")
	a.Wait("! Not saved", "^s saves a copy")
	if err := os.WriteFile(path, []byte(tuitest.Sample), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Wait("✓ saved", "✓ Nothing is wrong in this file")
	a.File(path, "Northwind Analytics!")
}
