package screen

import (
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/workbook"
)

// Book is the open workbook as the app sees it: *workbook.Book, or a fake in tests. All but Save, Refresh, SaveCopy and
// Close return at once and are called on the UI's own goroutine.
type Book interface {
	Now() Snapshot
	Apply(name string, edits ...Edit) error // one undo step
	Undo() (name string, ok bool)
	Redo() (name string, ok bool)
	Dirty() bool       // something is not in the file yet
	ReadOnly() string  // why, or empty
	Recovered() string // what an earlier session could not save and is here again, or empty
	Take() string      // brings in what Save or Refresh found changed outside; says so, or nothing

	// Journal is how many bytes wait there to be saved; an error says that what was typed is in memory only.
	Journal() (size int64, err error)

	// These five may take a while and run on any goroutine.
	Save() error
	Denied() error  // why the file could not be written now; it tries
	Refresh() error // looks whether another program changed the file
	SaveCopy(path string) error
	Close() error
}

// Snapshot is the engagement at one revision. Nothing in it is ever changed; a later revision is another snapshot.
type Snapshot = workbook.Snapshot

// Problem is something wrong in the file, which is open nevertheless.
type Problem = check.Problem

// Shelf is where engagements lie: it lists, opens and makes them. All of it is I/O and runs in commands.
type Shelf interface {
	List(folder string) ([]Entry, error)
	Open(path string) (Book, error)
	Unlock(path string, passphrase []byte) (Book, error) // a locked file; the passphrase is wiped
	Create(folder string, e *model.Engagement) (Book, error)
	HasSamples() bool
	Samples() ([]Entry, error)
}

// Entry is one file of the library. Of a file that cannot be opened there is only the path, the time and Err; of a locked
// one, path and time.
type Entry struct {
	Path     string
	E        *model.Engagement
	Playbook *playbook.Playbook
	Problems int
	Changed  time.Time
	Locked   bool // it is encrypted, and not read
	Err      error
}
