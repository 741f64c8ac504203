package tui

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
)

// A backup is taken of what is opened, in a command; one that fails is said, and the file is open all the same.
func TestAFailedBackupIsSaidAndStopsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "acme.yaml")
	if err := os.WriteFile(path, []byte("gapbook: 1\nclient: {name: Acme}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var kept []string
	failure := errors.New("no backup was taken: no room")
	a := newApp(Options{
		Shelf: &Shelf{}, Now: time.Now, Today: func() model.Date { return "2026-05-12" },
		Keep: func(path string) error { kept = append(kept, path); return failure },
	})
	a.Init()
	cmd := a.openFile(path)
	if len(kept) != 0 {
		t.Fatal("kept on the goroutine of the keys")
	}
	a.Update(cmd())
	if a.env.Book == nil || len(kept) != 1 || kept[0] != path {
		t.Fatalf("open: %v, kept: %v", a.env.Book, kept)
	}
	if !errors.Is(a.status.err, failure) {
		t.Errorf("said %v", a.status.err)
	}
}
