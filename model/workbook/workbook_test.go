package workbook_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/workbook"
	"pgregory.net/rapid"
)

const small = `gapbook: 1
client: {name: Northwind}   # ours
people:
  - {id: p-1, name: Ann, role: rep}
interviews:
  - id: i-1
    person: p-1
    answers:
      - {question: rep-next-step, rating: 9}
`

func open(t *testing.T, src string) (*workbook.Book, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "northwind.yaml")
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() }) // its journal must not write into a folder that is being removed
	return b, path
}

func read(t *testing.T, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestAWrongRatingOpensAndCanBeMended(t *testing.T) {
	b, path := open(t, small)
	if p := b.Now().Problems; len(p) != 1 || p[0].Message != "rating should be 0 to 4, not 9" || p[0].Line != 9 {
		t.Fatalf("problems: %v", p)
	}
	if err := b.Apply("rate", workbook.Set(3, "interviews", "i-1", "answers", "rep-next-step", "rating")); err != nil {
		t.Fatal(err)
	}
	if err := b.Save(); err != nil {
		t.Fatal(err)
	}
	if p := b.Now().Problems; len(p) != 0 {
		t.Errorf("problems left: %v", p)
	}
	if got, want := read(t, path), strings.Replace(small, "9}", "3}", 1); got != want {
		t.Errorf("file:\n%s", got)
	}
}

func TestEditsMakeWhatIsMissing(t *testing.T) {
	b, path := open(t, small)
	must(t, b.Apply("note", workbook.Set("> we push the date\n", "interviews", "i-1", "answers", "rep-crm-hygiene", "note")))
	must(t, b.Apply("action", workbook.Add(model.Action{ID: "x-1", Title: "Do"}, "plan", "actions")))
	must(t, b.Apply("target", workbook.Set(80, "targets", "stage-exits")))
	must(t, b.Save())
	e := b.Now().E
	if e.Interviews[0].Answers[1].Question != "rep-crm-hygiene" || e.Plan.Actions[0].Title != "Do" || e.Targets["stage-exits"] != 80 {
		t.Errorf("edits lost: %+v", e)
	}
	again, err := workbook.Open(path)
	must(t, err)
	if !reflect.DeepEqual(again.Now().E.Interviews, e.Interviews) {
		t.Errorf("read back differently")
	}
	for range 3 {
		if _, ok := b.Undo(); !ok {
			t.Fatal("nothing to undo")
		}
	}
	must(t, b.Save())
	if got := read(t, path); got != small {
		t.Errorf("after undoing everything:\n%s", got)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestEditsOfWhatIsNotThereAreRefused(t *testing.T) {
	b, _ := open(t, small)
	for _, e := range []workbook.Edit{
		workbook.Set(1, "nonsense"), workbook.Remove("people", "p-9"), workbook.Set("three", "interviews", "i-1", "minutes"),
		workbook.Add(model.Person{}, "client"), workbook.Set("x", "people", "#7", "name"), workbook.Move(0, "people", "p-9"),
		{},
	} {
		if err := b.Apply("x", e); err == nil {
			t.Errorf("%v was taken", e)
		}
	}
	if b.Dirty() {
		t.Error("refused edits left a trace")
	}
}

// Any run of edits can be undone back to the start and made again to the end, and a snapshot never changes.
func TestUndoIsExact(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(dir, "x.yaml")
		if err := os.WriteFile(path, []byte(small), 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := workbook.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		key := rapid.SampledFrom([]string{"p-1", "p-2", "#0", "#1", "q"})
		text := rapid.SampledFrom([]string{"", "a", "b\nc"})
		var seen, before []string
		print := func() string { return string(exact.Marshal(b.Now().E)) }
		first := b.Now().E
		start := print()
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			var e workbook.Edit
			switch rapid.IntRange(0, 6).Draw(t, "op") {
			case 0:
				e = workbook.Set(text.Draw(t, "v"), "people", key.Draw(t, "k"), "name")
			case 1:
				e = workbook.Add(model.Person{ID: "p-2", Name: text.Draw(t, "v")}, "people")
			case 2:
				e = workbook.Insert(model.Person{ID: key.Draw(t, "k")}, rapid.IntRange(-1, 3).Draw(t, "i"), "people")
			case 3:
				e = workbook.Remove("people", key.Draw(t, "k"))
			case 4:
				e = workbook.Move(rapid.IntRange(-1, 3).Draw(t, "i"), "people", key.Draw(t, "k"))
			case 5:
				e = workbook.Set(rapid.IntRange(0, 4).Draw(t, "r"), "interviews", "i-1", "answers", key.Draw(t, "k"), "rating")
			case 6:
				e = workbook.Set(text.Draw(t, "v"), "readout", "sections", key.Draw(t, "k"))
			}
			was := print()
			if b.Apply(fmt.Sprint("edit ", len(seen)), e) == nil {
				before = append(before, was)
				seen = append(seen, print())
			}
		}
		for i := len(seen) - 1; i >= 0; i-- {
			if print() != seen[i] {
				t.Fatalf("before undo %d:\n%s\nwant\n%s", i, print(), seen[i])
			}
			if _, ok := b.Undo(); !ok {
				t.Fatalf("undo %d refused", i)
			}
			if print() != before[i] {
				t.Fatalf("after undo %d:\n%s\nwant\n%s", i, print(), before[i])
			}
		}
		for i := range seen {
			if _, ok := b.Redo(); !ok || print() != seen[i] {
				t.Fatalf("redo %d:\n%s\nwant\n%s", i, print(), seen[i])
			}
		}
		if string(exact.Marshal(first)) != start {
			t.Fatal("an old snapshot changed")
		}
		if err := b.Save(); err != nil {
			t.Fatal(err)
		}
		again, err := workbook.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if !exact.Equal(reflect.ValueOf(*again.Now().E), reflect.ValueOf(*b.Now().E)) {
			t.Fatalf("saved differently:\n%s", read2(path))
		}
	})
}

func read2(path string) string { s, _ := os.ReadFile(path); return string(s) }

func TestAnotherProgramChangedTheFile(t *testing.T) {
	t.Run("elsewhere: both stay", func(t *testing.T) {
		b, path := open(t, small)
		must(t, b.Apply("name", workbook.Set("Anna", "people", "p-1", "name")))
		must(t, os.WriteFile(path, []byte(strings.Replace(small, "# ours", "# theirs\ntitle: Spring", 1)), 0o600))
		must(t, b.Save())
		if note := b.Take(); note != "merged changes made outside" {
			t.Errorf("says %q", note)
		}
		got := read(t, path)
		if !strings.Contains(got, "name: Anna") || !strings.Contains(got, "title: Spring") || b.Now().E.Title != "Spring" || b.Dirty() {
			t.Errorf("got\n%s", got)
		}
	})
	t.Run("in the same place: ours stays, theirs is listed", func(t *testing.T) {
		b, path := open(t, small)
		must(t, b.Apply("name", workbook.Set("Anna", "people", "p-1", "name")))
		must(t, os.WriteFile(path, []byte(strings.Replace(small, "Ann,", "Hannah,", 1)), 0o600))
		must(t, b.Save())
		if note := b.Take(); note != "merged changes made outside; 1 to settle" {
			t.Errorf("says %q", note)
		}
		if got := read(t, path); !strings.Contains(got, "name: Anna,") || !strings.Contains(got, "Hannah") || b.Dirty() {
			t.Errorf("got\n%s", got)
		}
	})
	t.Run("with something else: left alone", func(t *testing.T) {
		b, path := open(t, small)
		must(t, b.Apply("name", workbook.Set("Anna", "people", "p-1", "name")))
		must(t, os.WriteFile(path, []byte("gapbook: [half"), 0o600))
		if err := b.Save(); err == nil || !strings.Contains(err.Error(), "1:10: another program broke it") {
			t.Fatalf("got %v", err)
		}
		if read(t, path) != "gapbook: [half" || !b.Dirty() || b.Now().E.People[0].Name != "Anna" {
			t.Error("something was lost")
		}
		other := path + ".copy.yaml"
		must(t, b.SaveCopy(other))
		if !strings.Contains(read(t, other), "name: Anna") {
			t.Error("the copy is not ours")
		}
	})
}

func TestFilesAreForTheirOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.yaml")
	e := &model.Engagement{Gapbook: 1, Client: model.Client{Name: "Ann & Co: \"x\""}}
	b, err := workbook.Create(path, e)
	must(t, err)
	info, err := os.Stat(path)
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if _, err := workbook.Create(path, e); !errors.Is(err, os.ErrExist) {
		t.Errorf("overwrote: %v", err)
	}
	must(t, b.Apply("x", workbook.Set("t", "title")))
	must(t, os.Chmod(path, 0o400))
	if err := b.Save(); !errors.Is(err, os.ErrPermission) {
		t.Errorf("wrote a read-only file: %v", err)
	}
	must(t, os.Chmod(path, 0o600))
	must(t, b.Close())
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatIsRefused(t *testing.T) {
	for src, want := range map[string]string{
		"":                    "empty",
		"# only\n":            "empty",
		"client: {name: x}\n": "1:1: this is no engagement",
		"gapbook: 2\n":        "1:10: the file has format 2",
		"gapbook: one\n":      "this is no engagement",
		"[a]\n":               "this is no engagement",
		"gapbook: 1\na: *x\n": "2:4: an alias",
		"gapbook: 1\n\x00":    "control character",
		"\x7fELF\x02\x01\x01": "control character",
		"just some words\n":   "this is no engagement",
		"gapbook: 1\na: [1\n": "not YAML",
	} {
		path := filepath.Join(t.TempDir(), "x.yaml")
		must(t, os.WriteFile(path, []byte(src), 0o600))
		_, err := workbook.Open(path)
		var fe *workbook.FileError
		if !errors.As(err, &fe) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", src, err, want)
		}
	}
}

func TestAMissingPlaybookIsAProblemNotARefusal(t *testing.T) {
	b, _ := open(t, small+"playbook: firm/none.yaml\n")
	p := b.Now().Problems
	if last := p[len(p)-1]; last.Line != 10 || !strings.Contains(last.Message, `no playbook "firm/none.yaml"`) {
		t.Errorf("got %v", p)
	}
	if b.Now().Playbook == nil {
		t.Error("no playbook at all")
	}
}
