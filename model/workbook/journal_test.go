package workbook

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
	"pgregory.net/rapid"
)

const fieldwork = `gapbook: 1
client: {name: Northwind}   # ours
people:
  - {id: p-1, name: Ann, role: rep}
interviews:
  - id: i-1
    person: p-1
    answers:
      - question: rep-next-step
        rating: 2
        note: |
          > we push the date
          and nobody asks
`

// tb is what testing and rapid have in common.
type tb interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func begin(t tb, dir, src string) *Book {
	t.Helper()
	path := filepath.Join(dir, "northwind.yaml")
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// crash opens what would be found if the machine stopped now: a copy of the folder, without the lock.
func crash(t tb, b *Book, dir string, ask ...vault.Ask) *Book {
	t.Helper()
	dir, err := os.MkdirTemp(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := os.ReadDir(filepath.Dir(b.real))
	for _, f := range files {
		if src, err := os.ReadFile(filepath.Join(filepath.Dir(b.real), f.Name())); err == nil && !strings.HasSuffix(f.Name(), ".lock") {
			if err := os.WriteFile(filepath.Join(dir, f.Name()), src, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	after, err := Open(filepath.Join(dir, "northwind.yaml"), ask...)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

func same(a, b *model.Engagement) bool {
	return exact.Equal(reflect.ValueOf(*a), reflect.ValueOf(*b))
}

func must(t tb, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var noteOf = []string{"interviews", "i-1", "answers", "rep-next-step", "note"}

func (b *Book) text() string { return b.now.E.Interviews[0].Answers[0].Note }

func TestWhatWasTypedIsThereAfterACrash(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	must(t, b.Apply("note", Set(b.text()+"or so\n", noteOf...)))
	must(t, b.Apply("action", Add(model.Action{ID: "x-1", Title: "Do: \"it\""}, "plan", "actions")))
	must(t, b.Apply("rate", Set(4, "interviews", "i-1", "answers", "rep-next-step", "rating")))
	b.journal.write()
	after := crash(t, b, t.TempDir())
	defer after.Close()
	if !same(after.now.E, b.now.E) {
		t.Errorf("after the crash:\n%s", exact.Marshal(after.now.E))
	}
	if got := after.Recovered(); !strings.HasPrefix(got, "recovered 3 changes typed at "+time.Now().Format("15:")) {
		t.Errorf("says %q", got)
	}
	for range 3 {
		after.Undo()
	}
	if src, _ := after.doc.Update(after.now.E); string(src.Bytes()) != fieldwork {
		t.Errorf("undone to:\n%s", src.Bytes())
	}
	// A second crash before anything was saved loses nothing either.
	for range 3 {
		after.Redo()
	}
	after.journal.write()
	twice := crash(t, after, t.TempDir())
	defer twice.Close()
	if !same(twice.now.E, b.now.E) {
		t.Errorf("after the second crash:\n%s", exact.Marshal(twice.now.E))
	}
}

// A save that stops at any of its steps neither loses nor doubles a word.
func TestACrashInTheMiddleOfASave(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	want := b.text()
	check := func(when string) {
		t.Helper()
		b.journal.write()
		after := crash(t, b, t.TempDir())
		defer after.Close()
		if after.text() != want || len(after.now.E.People) != len(b.now.E.People) {
			t.Errorf("%s:\n%s", when, exact.Marshal(after.now.E))
		}
	}
	typed := func(s string) {
		want += s
		must(t, b.Apply("note", Set(want, noteOf...)))
	}
	for round := range 3 {
		typed(fmt.Sprint("before ", round))
		must(t, b.Apply("who", Add(model.Person{ID: fmt.Sprint("p-", round+2)}, "people")))
		check("typed")
		next, err := b.doc.Update(b.now.E)
		must(t, err)
		in := &incoming{doc: next, rev: b.now.Rev, upto: b.seq, disk: sha256.Sum256(next.Bytes())}
		b.touched = nil
		s, err := stage(b.real, next.Bytes())
		must(t, err)
		check("staged")
		b.journal.mark(in.upto, in.disk)
		check("marked")
		typed(" meanwhile")
		check("marked, and typed on")
		must(t, s.commit())
		check("in its place")
		typed(" and on")
		check("in its place, and typed on")
		in.snap = load(in.doc, b.path)
		b.settle(in)
		b.journal.drop(in.upto, in.disk)
		check("settled")
		if round == 1 {
			must(t, b.Save())
			check("saved")
			if left, ok := tell(readJournal(b.journal.beside), nil); ok {
				t.Errorf("steps are left though all is saved: %+v", left.steps)
			}
		}
	}
}

// Whatever is done, and whenever the machine stops, what comes back is what was there.
func TestRecoveryIsExact(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		here, _ := os.MkdirTemp(dir, "")
		b := begin(t, here, fieldwork)
		defer b.Close()
		key := rapid.SampledFrom([]string{"p-1", "p-2", "#0", "#1"})
		text := rapid.SampledFrom([]string{"", "a", "b\nc", "é: 'x'\t", "two words", "\xff"})
		for range rapid.IntRange(1, 10).Draw(t, "edits") {
			var e Edit
			switch rapid.IntRange(0, 9).Draw(t, "op") {
			case 0:
				e = Set(text.Draw(t, "v"), "people", key.Draw(t, "k"), "name")
			case 1:
				e = Add(model.Person{ID: "p-2", Name: text.Draw(t, "v")}, "people")
			case 2:
				e = Remove("people", key.Draw(t, "k"))
			case 3:
				e = Move(rapid.IntRange(0, 2).Draw(t, "i"), "people", key.Draw(t, "k"))
			case 4:
				e = Set(b.text()+text.Draw(t, "v"), noteOf...)
			case 5:
				e = Set(text.Draw(t, "v")+b.text(), noteOf...)
			case 6:
				e = Set(nil, "interviews", "i-1", "answers", "rep-next-step", "rating")
			case 7:
				b.Undo()
				continue
			case 8:
				must(t, b.Save())
				continue
			case 9:
				b.journal.write()
				after := crash(t, b, dir)
				if want, _ := b.doc.Update(b.now.E); want != nil {
					got, err := after.doc.Update(after.now.E)
					if err != nil || string(got.Bytes()) != string(want.Bytes()) {
						t.Fatalf("%v: came back as\n%s\nnot\n%s", err, got.Bytes(), want.Bytes())
					}
				}
				must(t, after.Close())
				continue
			}
			_ = b.Apply("x", e)
		}
	})
}

// A file that was changed after the crash keeps what was changed, and gets what was typed.
func TestRecoveryIntoAChangedFile(t *testing.T) {
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	must(t, b.Apply("note", Set(b.text()+"or so\n", noteOf...)))
	must(t, b.Save()) // in the file already: must not come twice
	must(t, b.Apply("note", Set(b.text()+"he says\n", noteOf...)))
	must(t, b.Apply("who", Add(model.Person{ID: "p-2", Name: "Bob", Role: "rep"}, "people")))
	b.journal.write()
	src, err := os.ReadFile(b.real)
	must(t, err)
	must(t, os.WriteFile(b.real, []byte(strings.Replace(string(src), "name: Ann", "name: Hannah", 1)), 0o600))
	after := crash(t, b, t.TempDir())
	e := after.now.E
	if after.text() != b.text() || len(e.People) != 2 || e.People[0].Name != "Hannah" || e.People[1].Name != "Bob" {
		t.Fatalf("recovered:\n%s", exact.Marshal(e))
	}
	after.journal.write()
	again := crash(t, after, t.TempDir())
	if !same(again.now.E, e) {
		t.Errorf("after a second crash:\n%s", exact.Marshal(again.now.E))
	}
	must(t, again.Close())
	must(t, after.Close())
	got, err := Read(after.path)
	must(t, err)
	if !same(got.E, e) {
		t.Errorf("saved as\n%s", exact.Marshal(got.E))
	}
}

func TestAJournalDoesNotGrowWithTheNote(t *testing.T) {
	b := begin(t, t.TempDir(), strings.Replace(fieldwork, "and nobody asks\n", strings.Repeat("and nobody asks\n          ", 5000)+"x\n", 1))
	defer b.Close()
	for i := range 200 {
		must(t, b.Apply("note", Set(b.text()+fmt.Sprint(i), noteOf...)))
	}
	b.journal.write()
	if size, err := b.Journal(); err != nil || size > int64(2*len(b.text())) {
		t.Errorf("%d bytes for a note of %d (%v)", size, len(b.text()), err)
	}
}

func TestTornTailsAreCut(t *testing.T) {
	src := []byte(journalHead)
	for i := range 5 {
		src = appendFrame(src, []byte(strings.Repeat("x", i*i)))
	}
	full, n := frames(src)
	if len(full) != 5 || n != len(src) {
		t.Fatalf("%d records, %d bytes of %d", len(full), n, len(src))
	}
	for cut := range src {
		got, n := frames(src[:cut])
		if len(got) == 5 || n > cut {
			t.Errorf("cut at %d: %d records", cut, len(got))
		}
		bad := append([]byte{}, src...)
		bad[cut] ^= 0x10
		if got, _ := frames(bad); len(got) == 5 {
			t.Errorf("a wrong byte at %d went unseen", cut)
		}
	}
}

func FuzzJournal(f *testing.F) {
	dir := f.TempDir()
	b := begin(f, dir, fieldwork)
	for i := range 3 {
		_ = b.Apply("note", Set(b.text()+fmt.Sprint(i), noteOf...))
		_ = b.Apply("who", Add(model.Person{ID: "p-2"}, "people"))
		b.journal.mark(b.seq, stamp{byte(i)})
	}
	b.journal.write()
	src := readJournal(b.journal.beside)
	f.Add(src, 0)
	f.Add(src[:len(src)/2], 1)
	f.Add([]byte(journalHead+`{"begin":{}}`), 2)
	_ = b.Close()
	f.Fuzz(func(t *testing.T, src []byte, mend int) {
		records, whole := frames(src)
		if whole > len(src) {
			t.Fatal("more than there is")
		}
		// Most mutations end at the checksum: frame the bytes anew so that what is inside is reached, too.
		text := []byte(journalHead)
		for _, r := range records {
			text = appendFrame(text, r)
		}
		if mend%2 == 1 {
			text = appendFrame(appendFrame([]byte(journalHead), []byte(`{"begin":{"base":"`+strings.Repeat("0", 64)+`"}}`)), src)
		}
		for _, journal := range [][]byte{src, text} {
			told, ok := tell(journal, nil)
			if !ok {
				continue
			}
			doc, err := exact.Parse([]byte(fieldwork))
			if err != nil {
				t.Fatal(err)
			}
			for _, base := range []stamp{stamp(told.begin.Base), {1, 2, 3}} {
				b := &Book{doc: doc, disk: base}
				b.now = Snapshot{E: &model.Engagement{}}
				doc.Decode(b.now.E)
				if !b.again(told) {
					_, _ = b.judge(told)
				}
			}
		}
	})
}
