package tui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestHomeShowsWhereItStands(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, _ := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Northwind Analytics › Home", "Execution gap analysis, spring 2026", "since 2026-03-02",
			"Audit the stages: 1 of 2 begun, next Proposal", "Coverage", "0/2 1 begun", "Handoffs", "Reps", "1/3", "Calls", "0/10 1 begun",
			"2 gap lines to triage", "1 question to chase", "Blind spots", "e edit details", "? help")
	}
}

func TestEditSaveUndo(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("e")
	a.Wait("Engagement", "Client*")
	a.Type(" & Söhne")
	a.Press("enter")
	a.Gone("next field")
	a.Wait("Northwind Analytics & Söhne › Home", "✓ saved")
	a.File(path, "Northwind Analytics & Söhne")
	a.Press("ctrl+z")
	a.Wait("undid: edit engagement", "Northwind Analytics › Home")
	a.Press("ctrl+y")
	a.Wait("Söhne › Home")
	a.Press("ctrl+z")
	a.Wait("Northwind Analytics › Home")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != tuitest.Sample {
		t.Errorf("after undo and quit the file is not what it was:\n%s", got)
	}
}

func TestFormKeepsTextWhenSomethingIsWrong(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("e")
	a.Wait("Client*")
	a.Press("shift+tab", "end")
	a.Type("x")
	a.Press("enter")
	a.Wait("a date looks like", "2026-04-06x")
	a.Press("esc")
	a.Wait("Discard what was typed?")
	a.Press("esc")
	a.Gone("Client*")
}

func TestQuitSavesFirst(t *testing.T) {
	for _, how := range []func(*tuitest.App) error{(*tuitest.App).Quit, (*tuitest.App).Signal} {
		a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
		a.Wait("Home")
		a.Press("e")
		a.Wait("Client*")
		a.Type("!")
		a.Press("enter")
		a.Wait("Analytics! › Home")
		if err := how(a); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Northwind Analytics!") {
			t.Errorf("the last edit is not in the file:\n%s", got)
		}
	}
}

// stuck is a book whose disk is full until it is mended.
type stuck struct {
	*workbook.Book
	full atomic.Bool
}

func (b *stuck) Save() error {
	if b.full.Load() {
		return errors.New("no space left on device")
	}
	return b.Book.Save()
}

func TestWhatCannotBeSavedIsSaid(t *testing.T) {
	path := tuitest.File(t, tuitest.Sample)
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	b := &stuck{Book: book}
	b.full.Store(true)
	a := tuitest.Start(t, tui.Options{Book: b}, 80, 24)
	a.Wait("Home")
	a.Press("e")
	a.Wait("Client*")
	a.Type("!")
	a.Press("enter")
	a.Wait("! not saved: no space left on device")
	a.Press("ctrl+q")
	a.Wait("Not saved", "They are kept aside", "c save a copy", "y quit all the same", "n stay")
	a.Press("n")
	a.Gone("quit all the same")
	a.Wait("^s save a copy elsewhere")
	a.Press("ctrl+s")
	a.Wait("Save a copy elsewhere")
	a.Press("ctrl+u")
	a.Type(path + ".copy.yaml")
	a.Press("enter")
	a.Wait("a copy is in")
	if got, _ := os.ReadFile(path + ".copy.yaml"); !strings.Contains(string(got), "Northwind Analytics!") {
		t.Error("the copy is not what is on the screen")
	}
	b.full.Store(false)
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Northwind Analytics!") {
		t.Error("the edit is not in the file")
	}
}

func TestASignalWithAFullDiskIsAnError(t *testing.T) {
	book, err := workbook.Open(tuitest.File(t, tuitest.Sample))
	if err != nil {
		t.Fatal(err)
	}
	b := &stuck{Book: book}
	b.full.Store(true)
	a := tuitest.Start(t, tui.Options{Book: b}, 80, 24)
	a.Wait("Home")
	a.Press("e")
	a.Wait("Client*")
	a.Type("!")
	a.Press("enter")
	a.Wait("Analytics!")
	if err := a.Signal(); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("error %v", err)
	}
}

// Nobody needs to know the folder: what was sent by mail is opened from where it is.
func TestOpensAFileFromElsewhere(t *testing.T) {
	mailed := filepath.Join(t.TempDir(), "from dana.yaml")
	if err := os.WriteFile(mailed, []byte(tuitest.Sample), 0o600); err != nil {
		t.Fatal(err)
	}
	a := tuitest.Start(t, tui.Options{Folder: t.TempDir()}, 80, 24)
	a.Wait("No engagements here yet", "n  begin one", "o  open one")
	a.Press("o")
	a.Wait("Open an engagement", "Paste a path")
	a.Press("esc")
	a.Wait("No engagements here yet")
	a.Press("o")
	a.Wait("Paste a path")
	a.Paste(`"` + mailed + `"`)
	a.Press("enter")
	a.Wait("Northwind Analytics › Home")
}

func TestLibrary(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"northwind.yaml": tuitest.Sample,
		"contoso.yaml":   strings.Replace(tuitest.Sample, "Northwind Analytics", "Contoso", 1),
		"broken.yaml":    "gapbook: [",
		"mine.yaml":      "gapbook_playbook: 1\nid: mine\n",
		"compose.yaml":   "services:\n  gapbook: [",
		"readme.txt":     "not ours",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a := tuitest.Start(t, tui.Options{Folder: folder}, 80, 24)
	a.Wait("gapbook › Library", "Northwind Analytics", "Contoso", "fieldwork", "broken.yaml", "! cannot read")
	if s := a.Screen(); strings.Contains(s, "mine.yaml") || strings.Contains(s, "compose.yaml") || strings.Contains(s, "samples") {
		t.Errorf("what is no engagement, or not there, is offered:\n%s", s)
	}
	a.Press("/")
	a.Type("nort") // n, o, r and t are commands elsewhere; here they type
	a.Wait("/ nort", "1 match", "next: Audit the stages")
	a.Gone("Contoso")
	a.Press("enter")
	a.Wait("Northwind Analytics › Home", "esc back")
	a.Press("esc")
	a.Wait("gapbook › Library")
	a.Press("esc", "g")
	a.Wait("Contoso")
	a.Press("n")
	a.Wait("New engagement", "Client*")
	a.Press("enter")
	a.Wait("Client is needed")
	a.Type("Fabrikam n/a?")
	a.Press("enter")
	a.Wait("Fabrikam n/a? › Home", "Add the people you will talk to")
	src, err := os.ReadFile(filepath.Join(folder, "fabrikam-n-a.yaml"))
	if err != nil || !strings.Contains(string(src), "name: Negotiation") {
		t.Errorf("%v\n%s", err, src)
	}
}

func TestMouse(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"Acme", "Contoso", "Northwind"} {
		text := strings.Replace(tuitest.Sample, "Northwind Analytics", name, 1)
		if err := os.WriteFile(filepath.Join(folder, name+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a := tuitest.Start(t, tui.Options{Folder: folder}, 80, 24)
	a.Wait("Acme", "Contoso", "Northwind")
	at := func(name string) (y int) {
		for i, l := range strings.Split(a.Screen(), "\n") {
			if strings.Contains(l, name) && strings.Contains(l, "fieldwork") {
				y = i
			}
		}
		return y
	}
	a.Click(10, at("Contoso"))
	a.Wait("› Contoso")
	a.Click(10, at("Contoso"))
	a.Wait("Contoso › Home")
}

func TestEmptyLibrary(t *testing.T) {
	a := tuitest.Start(t, tui.Options{Folder: filepath.Join(t.TempDir(), "none")}, 80, 24)
	a.Wait("No engagements here yet", "begin one; the client's name is enough", "n new engagement")
}

func TestHelpComesFromTheTable(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("?")
	a.Wait("Keys", "edit details", "page down", "esc close")
	a.Press("pgdown")
	a.Wait("library")
	a.Press("esc")
	a.Gone("esc close")
}

func TestTooSmall(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Resize(60, 15)
	a.Wait("gapbook needs 80 by 24; this is 60 by 15.", "Nothing is lost.")
	a.Resize(100, 30)
	a.Wait("Coverage")
}

// Every page and dialog fills the screen exactly: the last line is the footer, and nothing is drawn past the edge.
func TestFrameIsExact(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {81, 25}, {120, 40}, {200, 60}} {
		a, _ := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		a.Wait("Coverage", "? help")
		lines := strings.Split(a.Screen(), "\n")
		if !strings.HasSuffix(lines[size[1]-1], "? help") || !strings.HasPrefix(lines[0], " Northwind") {
			t.Errorf("%v: frame is off:\n%s", size, a.Screen())
		}
	}
}

func TestCursorStandsInTheField(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	if _, _, shown := a.Cursor(); shown {
		t.Error("a cursor without a field")
	}
	a.Press("e")
	a.Wait("Client*")
	a.Type("é")
	a.Until("the cursor after é", func(s string) bool {
		x, y, shown := a.Cursor()
		line := []rune(strings.Split(s, "\n")[y])
		return shown && x > 0 && x <= len(line) && line[x-1] == 'é'
	})
}

var _ screen.Book = (*workbook.Book)(nil)
