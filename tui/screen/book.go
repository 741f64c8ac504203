package screen

import (
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/workbook"
)

// Book is the open workbook as the app sees it: *workbook.Book, or a fake in tests. All but Save and Close return at
// once and are called on the UI's own goroutine.
type Book interface {
	Now() Snapshot
	Apply(name string, edits ...Edit) error // one undo step
	Undo() (name string, ok bool)
	Redo() (name string, ok bool)
	Save() error // on any goroutine
	Dirty() bool
	ReadOnly() string // why, or empty
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
	Create(folder string, e *model.Engagement) (Book, error)
	HasSamples() bool
	Samples() ([]Entry, error)
}

// Entry is one file of the library. Of a file that cannot be opened there is only the path, the time and Err.
type Entry struct {
	Path     string
	E        *model.Engagement
	Playbook *playbook.Playbook
	Problems int
	Changed  time.Time
	Err      error
}
