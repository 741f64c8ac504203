package workbook

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/gapbook/gapbook/model/machine"
)

// Holder is who has an engagement open for writing.
type Holder struct {
	Name  string    `json:"name"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func (h Holder) String() string {
	if h.Since.IsZero() {
		return "open in another window"
	}
	s := "open since " + clock(h.Since)
	if h.Name != "" {
		s += " by " + h.Name
	}
	return s + " on " + h.Host
}

// clock is a time of today, or day and time.
func clock(t time.Time) string {
	t = t.Local()
	if now := time.Now(); now.YearDay() == t.YearDay() && now.Year() == t.Year() {
		return t.Format("15:04")
	}
	return t.Format("2006-01-02 15:04")
}

// HeldError says that somebody else has the file open for writing.
type HeldError struct{ Path, By string }

func (e *HeldError) Error() string { return fmt.Sprintf("%s is %s; nothing was written", e.Path, e.By) }

// Hint is what to do about it.
func (e *HeldError) Hint() string { return "close it there first" }

// errHeld says that another process, or another window of this one, has the lock.
var errHeld = errors.New("held")

// lock is the right to write a file: a lock on a file beside it, since the file itself is another one after each save. A
// process that dies leaves the file, but not the lock on it.
type lock struct {
	file *os.File
	path string
}

// takeLock takes the lock of a file, or says who has it. Where locks cannot be had (some network drives have none, some
// folders cannot be written) both are nil.
func takeLock(real string) (*lock, *Holder) {
	for _, path := range []string{hidden(real, "lock"), spare(real, "lock")} {
		if path == "" {
			continue
		}
		if path != hidden(real, "lock") && os.MkdirAll(filepath.Dir(path), 0o700) != nil {
			continue
		}
		l, by, err := lockAt(path)
		if err == nil {
			return l, by
		}
	}
	return nil, nil
}

func lockAt(path string) (*lock, *Holder, error) {
	for range 100 {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, nil, err
		}
		if err := lockFile(f); err != nil {
			defer f.Close()
			if errors.Is(err, errHeld) {
				by := whoHolds(f)
				return nil, &by, nil
			}
			_ = os.Remove(path)
			return nil, nil, err
		}
		mine, err1 := f.Stat()
		there, err2 := os.Stat(path)
		if err1 != nil || err2 != nil || !os.SameFile(mine, there) {
			_ = f.Close() // the one before took its file away: begin again
			continue
		}
		text, _ := json.Marshal(Holder{machine.User(), machine.Host(), os.Getpid(), time.Now().Truncate(time.Second)})
		_ = f.Truncate(0)
		_, _ = f.WriteAt(append(text, '\n'), 0)
		return &lock{f, path}, nil, nil
	}
	return nil, nil, errors.New("the lock comes and goes")
}

// whoHolds reads what the holder wrote, for which it needs a moment after taking the lock.
func whoHolds(f *os.File) (by Holder) {
	for range 20 {
		text, err := io.ReadAll(io.NewSectionReader(f, 0, 4096))
		if err == nil && json.Unmarshal(text, &by) == nil {
			return by
		}
		time.Sleep(2 * time.Millisecond)
	}
	return Holder{}
}

func (l *lock) release() {
	if l != nil {
		removeLock(l.file, l.path)
	}
}
