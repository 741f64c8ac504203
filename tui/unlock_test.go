package tui_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// lockedFile is an engagement behind a cheap passphrase.
func lockedFile(t *testing.T, folder, pass string) string {
	t.Helper()
	r, err := age.NewScryptRecipient(pass)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(2)
	var out bytes.Buffer
	shell := armor.NewWriter(&out)
	w, err := age.Encrypt(shell, r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "gapbook: 1\nclient: {name: Zebrafish Ltd}\n"); err != nil {
		t.Fatal(err)
	}
	_, _ = w.Close(), shell.Close()
	path := filepath.Join(folder, "zebra.yaml")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestALockedFileOpensFromTheLibrary(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	folder := t.TempDir()
	path := lockedFile(t, folder, " pass word ")
	var kept []byte
	keep := func(path string) (err error) { kept, err = os.ReadFile(path); return err }
	a := tuitest.Start(t, tui.Options{Folder: folder, Keep: keep}, 80, 24)
	a.Wait("zebra.yaml", "locked")
	if strings.Contains(a.Screen(), "Zebrafish") {
		t.Error("the library knows what is in it")
	}
	a.Press("enter")
	a.Wait("Passphrase", "enter open", "This engagement is locked")
	a.Press("esc")
	a.Gone("Passphrase")
	a.Press("enter")
	a.Wait("Passphrase")
	a.Type("secret")
	a.Wait("Passphrase  ······ ")
	if strings.Contains(a.Screen(), "secret") {
		t.Error("the passphrase is on the screen")
	}
	a.Press("enter")
	a.Wait("wrong passphrase")
	a.Type(" pass word ")
	a.Press("enter")
	a.Wait("Zebrafish Ltd")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || !vault.IsLocked(now) || !vault.IsLocked(kept) || strings.Contains(string(now), "Zebra") {
		t.Errorf("the file is\n%s\nits backup\n%s", now, kept)
	}
}

// A passphrase in the environment opens it without a question.
func TestALockedFileThatNeedsNoQuestion(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	folder := t.TempDir()
	lockedFile(t, folder, "p")
	shelf := &tui.Shelf{Ask: func(vault.Secret, int) ([]byte, error) { return []byte("p"), nil }}
	a := tuitest.Start(t, tui.Options{Folder: folder, Shelf: shelf}, 80, 24)
	a.Wait("zebra.yaml", "locked")
	a.Press("enter")
	a.Wait("Zebrafish Ltd")
}
