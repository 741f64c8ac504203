package workbook

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
)

// marker is a word that must not be found on the disk.
const marker = "Zebrafish"

// lockable is a key and what opens it, without the cost of a passphrase.
func lockable(t tb) (*vault.Key, vault.Ask) {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	must(t, err)
	key, err := vault.ForRecipients([]string{id.Recipient().String()}, nil, nil)
	must(t, err)
	return key, func(what vault.Secret, try int) ([]byte, error) {
		if what != vault.Identities {
			return nil, errors.New("asked for a passphrase")
		}
		return []byte(id.String()), nil
	}
}

// ownState keeps what a test leaves in the state folder apart.
func ownState(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_STATE_HOME", dir)
	return dir
}

// inTheClear names the files that hold the marker.
func inTheClear(t tb, folders ...string) (found []string) {
	t.Helper()
	files := 0
	for _, dir := range folders {
		must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			src, err := os.ReadFile(path)
			files++
			if bytes.Contains(src, []byte(marker)) {
				found = append(found, path)
			}
			return err
		}))
	}
	if files == 0 {
		t.Fatal("nothing was looked at")
	}
	return found
}

func TestNothingOfALockedFileIsInTheClear(t *testing.T) {
	dir, state := t.TempDir(), ownState(t)
	b := begin(t, dir, strings.Replace(fieldwork, "Northwind", marker, 1))
	key, ask := lockable(t)
	must(t, b.Apply("note", Set("> "+marker+" before\n", noteOf...)))
	b.journal.write()
	if len(inTheClear(t, dir)) != 2 {
		t.Fatal("the marker is not where it should be")
	}
	must(t, b.Relock(key))
	nothing := func(when string) {
		t.Helper()
		if found := inTheClear(t, dir, state); found != nil {
			t.Fatalf("%s: in the clear in %q", when, found)
		}
	}
	nothing("locked")
	type1 := func(s string) {
		t.Helper()
		must(t, b.Apply("note", Set(b.text()+s+" "+marker+"\n", noteOf...)))
		b.journal.write()
	}
	type1("typed")
	if _, err := os.Stat(b.journal.beside); err != nil {
		t.Fatal("no journal:", err)
	}
	nothing("typed")
	after := crash(t, b, t.TempDir(), ask)
	if after.text() != b.text() || after.Recovered() == "" {
		t.Errorf("after a crash: %q, %s", after.text(), after.Recovered())
	}
	if found := inTheClear(t, filepath.Dir(after.real)); found != nil {
		t.Errorf("recovered: in the clear in %q", found)
	}
	must(t, after.Close())
	if found := inTheClear(t, filepath.Dir(after.real)); found != nil {
		t.Errorf("saved: in the clear in %q", found)
	}
	must(t, b.Save())
	type1("after the save")
	must(t, b.SaveCopy(filepath.Join(dir, "copy.yaml")))
	b.journal.beside = filepath.Join(dir, "gone", "journal") // a folder that cannot be written
	b.journal.reset(b.disk, b.pending)
	if _, err := os.Stat(b.journal.spare); err != nil {
		t.Fatal("no journal in the state folder:", err)
	}
	nothing("with a journal in the state folder")
	if kept, err := b.keepWords([]string{marker}); err != nil || !strings.HasSuffix(kept, ".recovered.txt") {
		t.Fatal(kept, err)
	}
	nothing("words that lost their place")
	must(t, b.Close())
	nothing("closed")
	for _, name := range []string{"northwind.yaml", "copy.yaml"} {
		now, err := Read(filepath.Join(dir, name), ask)
		must(t, err)
		if got := now.E.Interviews[0].Answers[0].Note; strings.Count(got, marker) != 3 {
			t.Errorf("%s holds %q", name, got)
		}
	}
}

// Whatever is typed into a locked file is what would be typed into an open one, and unlocking gives its very bytes.
func TestLockedOrNotTheTextIsTheSame(t *testing.T) {
	ownState(t)
	root := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		key, ask := lockable(r)
		var books [2]*Book
		for i := range books {
			dir, err := os.MkdirTemp(root, "")
			must(r, err)
			books[i] = begin(r, dir, fieldwork)
		}
		must(r, books[1].Relock(key))
		for range rapid.IntRange(1, 6).Draw(r, "steps") {
			text := rapid.String().Draw(r, "text")
			what := rapid.IntRange(0, 3).Draw(r, "what")
			for i, b := range books {
				switch what {
				case 0:
					must(r, b.Apply("note", Set(text, noteOf...)))
				case 1:
					must(r, b.Apply("who", Add(model.Person{ID: "p-2", Name: text, Role: "rep"}, "people")))
				case 2:
					must(r, b.Save())
				case 3:
					must(r, b.Close())
					again, err := Open(b.path, ask)
					must(r, err)
					books[i] = again
				}
			}
		}
		must(r, books[1].Relock(nil))
		for _, b := range books {
			must(r, b.Close())
		}
		want, err := os.ReadFile(books[0].path)
		must(r, err)
		if got, err := os.ReadFile(books[1].path); err != nil || !bytes.Equal(got, want) {
			r.Fatalf("unlocked:\n%s\nnot\n%s\n%v", got, want, err)
		}
	})
}

func TestALockedFileIsNotOpenedWithoutItsKey(t *testing.T) {
	ownState(t)
	b := begin(t, t.TempDir(), fieldwork)
	key, ask := lockable(t)
	must(t, b.Relock(key))
	must(t, b.Close())
	src, _ := os.ReadFile(b.path)
	_, stranger := lockable(t)
	for name, err := range map[string]error{
		"open":        second(Open(b.path)),
		"look":        second(Look(b.path)),
		"read":        second(Read(b.path)),
		"read bytes":  second(ReadBytes(src, "standard input")),
		"a stranger":  second(Open(b.path, stranger)),
		"of a merge":  second(Parse(b.path, src)),
		"of a merge2": second(exactly(b.path)),
	} {
		var locked *LockedError
		var inFile *FileError
		if !errors.As(err, &locked) && !errors.As(err, &inFile) || !strings.Contains(err.Error(), "locked") && !errors.Is(err, vault.ErrNoIdentity) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if now, err := ReadBytes(src, "standard input", ask); err != nil || now.E.Client.Name != "Northwind" {
		t.Errorf("as bytes: %v", err)
	}
	// A byte that a bad disk turned is found, and the file is left as it is.
	for _, i := range []int{200, len(src) / 2, len(src) - 50} {
		bad := bytes.Clone(src)
		bad[i] ^= 1
		must(t, os.WriteFile(b.path, bad, 0o600))
		if _, err := Open(b.path, ask); !errors.Is(err, vault.ErrDamaged) && !errors.Is(err, vault.ErrNoIdentity) {
			t.Errorf("byte %d: %v", i, err)
		}
		if now, _ := os.ReadFile(b.path); !bytes.Equal(now, bad) {
			t.Error("it was written to")
		}
	}
}

func second[T any](_ T, err error) error { return err }

func exactly(path string) (*exact.Document, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, src)
}

// A file that another program locked, or locked anew, is not written over; what was typed is found at the next opening.
func TestLockedUnderOurHands(t *testing.T) {
	ownState(t)
	for _, begun := range []string{"in the clear", "locked"} {
		b := begin(t, t.TempDir(), fieldwork)
		first, _ := lockable(t)
		if begun == "locked" {
			must(t, b.Relock(first))
		}
		must(t, b.Apply("note", Set(b.text()+"typed\n", noteOf...)))
		b.journal.write()
		key, ask := lockable(t)
		theirs, err := key.Seal([]byte(fieldwork))
		must(t, err)
		must(t, os.WriteFile(b.path, theirs, 0o600))
		var locked *LockedError
		if err := b.Save(); !errors.As(err, &locked) || !b.Dirty() {
			t.Errorf("%s: saved over it: %v", begun, err)
		}
		if err := b.Refresh(); !errors.As(err, &locked) {
			t.Errorf("%s: %v", begun, err)
		}
		if now, _ := os.ReadFile(b.path); !bytes.Equal(now, theirs) {
			t.Errorf("%s: the file is another one", begun)
		}
		_ = b.Close()
		after, err := Open(b.path, ask)
		must(t, err)
		if begun == "in the clear" && !strings.Contains(after.text(), "typed") {
			t.Errorf("not recovered: %q", after.text())
		}
		if begun == "locked" {
			kept := b.journal.beside + "-1"
			if _, err := os.Stat(kept); err != nil || !strings.Contains(after.Recovered(), kept) {
				t.Errorf("the journal is not kept: %v; says %q", err, after.Recovered())
			}
		}
		must(t, after.Close())
	}
}

func TestAChangeFromOutsideIsMergedLocked(t *testing.T) {
	ownState(t)
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	key, ask := lockable(t)
	must(t, b.Relock(key))
	must(t, b.Apply("note", Set(b.text()+marker+"\n", noteOf...)))
	theirs, err := key.Seal([]byte(strings.Replace(fieldwork, "name: Ann", "name: Anna", 1)))
	must(t, err)
	must(t, os.WriteFile(b.path, theirs, 0o600))
	must(t, b.Save())
	b.Take()
	now, err := Read(b.path, ask)
	must(t, err)
	if now.E.People[0].Name != "Anna" || !strings.Contains(now.E.Interviews[0].Answers[0].Note, marker) {
		t.Errorf("merged to %+v", now.E)
	}
	if found := inTheClear(t, filepath.Dir(b.path)); found != nil {
		t.Errorf("in the clear in %q", found)
	}
	// Opened for good by somebody else: it is locked again with the next save.
	must(t, os.WriteFile(b.path, bytes.Replace(b.doc.Bytes(), []byte("name: Anna"), []byte("name: Annie"), 1), 0o600))
	must(t, b.Apply("note", Set(b.text()+"more\n", noteOf...)))
	must(t, b.Save())
	b.Take()
	if src, _ := os.ReadFile(b.path); !vault.IsLocked(src) || b.now.E.People[0].Name != "Annie" {
		t.Errorf("%.40s, %v", src, b.now.E.People[0])
	}
}

func TestRelockWantsTheFile(t *testing.T) {
	ownState(t)
	b := begin(t, t.TempDir(), fieldwork)
	defer b.Close()
	key, _ := lockable(t)
	second, err := Open(b.path)
	must(t, err)
	defer second.Close()
	if second.ReadOnly() == "" {
		t.Skip("no locks here")
	}
	if err := second.Relock(key); err == nil {
		t.Error("locked under the other's hands")
	}
	if src, _ := os.ReadFile(b.path); string(src) != fieldwork {
		t.Error("the file is another one")
	}
}

func BenchmarkSaveLocked(b *testing.B) {
	key, _ := lockable(b)
	for name, key := range map[string]*vault.Key{"clear": nil, "locked": key} {
		b.Run(name, func(b *testing.B) {
			book := begin(b, b.TempDir(), fieldwork+"        ask: "+strings.Repeat("word ", 20_000)+"\n")
			defer book.Close()
			must(b, book.Relock(key))
			for i := 0; b.Loop(); i++ {
				must(b, book.Apply("rate", Set(i%5, "interviews", "i-1", "answers", "rep-next-step", "rating")))
				must(b, book.Save())
			}
		})
	}
}
