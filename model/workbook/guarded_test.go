package workbook

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/machine"
)

// A panic where the journal is written ends neither the program nor the journal: the app hears of it, without a word of the
// client, and the next step brings all that is not saved.
func TestAPanicInTheJournal(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "e.yaml")
	if err := os.WriteFile(path, []byte("gapbook: 1\nclient: {name: Acme}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	b.journal.add(entry{edits: []Edit{Set("what the client said", "title")}}) // without inverse: frameOf panics
	wait := func(broken bool) error {
		for late := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
			_, err := b.Journal()
			if (err != nil) == broken || time.Now().After(late) {
				return err
			}
		}
	}
	var crash *machine.Crash
	if err := wait(true); !errors.As(err, &crash) || strings.Contains(err.Error(), "client") {
		t.Fatalf("said %v", err)
	}
	if err := b.Apply("type", Set("after", "title")); err != nil {
		t.Fatal(err)
	}
	if err := wait(false); err != nil {
		t.Errorf("does not go on: %v", err)
	}
	if src, _ := os.ReadFile(b.journal.at); !strings.Contains(string(src), "after") {
		t.Errorf("the journal has %q", src)
	}
}
