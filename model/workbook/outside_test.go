package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
	"pgregory.net/rapid"
)

// theirs has another program change the file.
func theirs(t tb, b *Book, from, to string) {
	t.Helper()
	src, err := os.ReadFile(b.real)
	must(t, err)
	must(t, os.WriteFile(b.real, []byte(strings.Replace(string(src), from, to, 1)), 0o600))
}

func TestAChangeOutsideComesInWhenAsked(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	must(t, b.Refresh())
	if note := b.Take(); note != "" {
		t.Errorf("nothing happened: %q", note)
	}
	theirs(t, b, "name: Ann", "name: Hannah")
	must(t, b.Refresh())
	if b.now.E.People[0].Name != "Ann" {
		t.Error("it came before it was asked for")
	}
	// A letter that was on its way is typed into the new text all the same.
	must(t, b.Apply("note", Set(b.text()+"late\n", noteOf...)))
	if note := b.Take(); note != "read what was changed outside" {
		t.Errorf("says %q", note)
	}
	if e := b.now.E; e.People[0].Name != "Hannah" || !strings.HasSuffix(b.text(), "late\n") || !b.Dirty() {
		t.Errorf("%+v, %q", e.People[0], b.text())
	}
	b.journal.write()
	after := crash(t, b, t.TempDir())
	defer after.Close()
	if !same(after.now.E, b.now.E) {
		t.Errorf("after a crash: %q", after.text())
	}
}

// A save on a slow disk, another program, and one who types on: all three are in the file in the end.
func TestTypingOnWhileASaveMerges(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	must(t, b.Apply("note", Set(b.text()+"one\n", noteOf...)))
	theirs(t, b, "> we push", "> they say: we push")
	must(t, b.Save())
	must(t, b.Apply("note", Set(b.text()+"two\n", noteOf...)))
	must(t, b.Apply("who", Add(model.Person{ID: "p-2", Name: "Bob"}, "people")))
	check := func(when string, b *Book) {
		t.Helper()
		for _, want := range []string{"they say: we push", "one\n", "two\n"} {
			if strings.Count(b.text(), want) != 1 {
				t.Errorf("%s: %q is %d times in %q", when, want, strings.Count(b.text(), want), b.text())
			}
		}
		if len(b.now.E.People) != 2 {
			t.Errorf("%s: people %+v", when, b.now.E.People)
		}
	}
	b.journal.write()
	early := crash(t, b, t.TempDir())
	check("after a crash before it was taken up", early)
	must(t, early.Close())
	b.Take()
	check("taken up", b)
	b.journal.write()
	late := crash(t, b, t.TempDir())
	check("after a crash", late)
	must(t, late.Close())
	must(t, b.Save())
	now, err := Read(b.path)
	must(t, err)
	if !same(now.E, b.now.E) {
		t.Error("saved otherwise")
	}
	// Undo takes back what was typed here, and nothing of what others wrote.
	for range 3 {
		b.Undo()
	}
	if got := b.text(); got != "> they say: we push the date\nand nobody asks\n" {
		t.Errorf("undone to %q", got)
	}
}

// A record that they took away and we go on with stays.
func TestARecordThatIsGoneOutsideAndTypedIn(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	must(t, b.Apply("note", Set(b.text()+"one\n", noteOf...)))
	must(t, b.Save())
	src, err := os.ReadFile(b.real)
	must(t, err)
	must(t, os.WriteFile(b.real, src[:strings.Index(string(src), "interviews:")], 0o600))
	must(t, b.Refresh())
	must(t, b.Apply("note", Set(b.text()+"two\n", noteOf...)))
	b.Take()
	must(t, b.Save())
	if got, _ := os.ReadFile(b.real); !strings.Contains(string(got), "two\n") {
		t.Errorf("the file:\n%s", got)
	}
}

// Every word that either side types is in the file in the end, whoever saves when.
func TestTwoSidesTypeAndNothingIsLost(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		here, _ := os.MkdirTemp(dir, "")
		b := begin(t, here, fieldwork)
		defer b.Close()
		words := 0
		for range rapid.IntRange(1, 14).Draw(t, "steps") {
			words++
			word := " w" + strings.Repeat("x", words) + "."
			at := func(text string) string {
				lines := strings.SplitAfter(text, "\n")
				i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
				lines[i] = strings.TrimSuffix(lines[i], "\n") + word + strings.Repeat("\n", strings.Count(lines[i], "\n"))
				return strings.TrimLeft(strings.Join(lines, ""), " \n")
			}
			switch rapid.IntRange(0, 4).Draw(t, "who") {
			case 0, 1:
				must(t, b.Apply("note", Set(at(b.text()), noteOf...)))
			case 2:
				other, err := Look(b.path)
				must(t, err)
				other.readOnly = ""
				must(t, other.Apply("note", Set(at(other.text()), noteOf...)))
				doc, err := other.doc.Update(other.now.E)
				must(t, err)
				must(t, os.WriteFile(b.real, doc.Bytes(), 0o600))
			case 3:
				words--
				must(t, b.Save())
			case 4:
				words--
				must(t, b.Refresh())
				if rapid.Bool().Draw(t, "take") {
					b.Take()
				}
			}
		}
		must(t, b.Save())
		b.Take()
		must(t, b.Save())
		now, err := Read(b.path)
		must(t, err)
		text := now.E.Interviews[0].Answers[0].Note
		for n := 1; n <= words; n++ {
			if word := " w" + strings.Repeat("x", n) + "."; !strings.Contains(text, word[1:]) {
				t.Fatalf("%q is not in\n%s", word, text)
			}
		}
	})
}

func TestTheLock(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	one := begin(t, t.TempDir(), fieldwork)
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(one.path, link); err != nil {
		link = one.path // Windows without the privilege
	}
	two, err := Open(link)
	must(t, err)
	defer two.Close()
	if got := two.ReadOnly(); !strings.HasPrefix(got, "open since "+time.Now().Format("15:")) || !strings.HasSuffix(got, "; read-only here") {
		t.Errorf("says %q", got)
	}
	if err := two.Apply("x", Set("t", "title")); err == nil {
		t.Error("two may write")
	}
	must(t, one.Apply("note", Set("unsaved", noteOf...)))
	one.journal.write()
	must(t, two.Refresh())
	if two.Take(); two.text() == "unsaved" {
		t.Error("read what is not in the file")
	}
	must(t, one.Save())
	must(t, two.Refresh())
	if two.Take(); two.text() != "unsaved" {
		t.Error("does not follow")
	}
	must(t, one.Apply("note", Set("not saved", noteOf...)))
	one.journal.write()
	_ = one.lock.file.Close() // as if the process had died
	must(t, two.Refresh())
	if note := two.Take(); !strings.Contains(note, "you can write in it; recovered 1 change") || two.ReadOnly() != "" || two.text() != "not saved" {
		t.Errorf("%q, %q, %q", note, two.ReadOnly(), two.text())
	}
	must(t, two.Apply("note", Set("mine", noteOf...)))
	must(t, two.Close())
	if left, _ := os.ReadDir(filepath.Dir(one.path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere; see TestAPermissionThatIsTakenAway")
	}
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	dir := t.TempDir()
	b := begin(t, dir, fieldwork)
	must(t, b.Close())
	must(t, os.Chmod(dir, 0o500))
	defer os.Chmod(dir, 0o700)
	b, err := Open(b.path)
	must(t, err)
	must(t, b.Apply("note", Set("kept", noteOf...)))
	b.journal.write()
	if _, err := b.Journal(); err != nil {
		t.Error(err)
	}
	if err := b.Close(); err == nil {
		t.Error("saved?")
	}
	must(t, os.Chmod(dir, 0o700))
	after, err := Open(b.path)
	must(t, err)
	if after.text() != "kept" {
		t.Errorf("the note is %q", after.text())
	}
	must(t, after.Close())
}
