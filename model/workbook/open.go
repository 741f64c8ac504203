package workbook

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/vault"
)

// Open reads a file to work in it. It is refused only when it is no YAML, no engagement, or of a newer format; whatever
// else is wrong stands in the snapshot's Problems. Where somebody else has it open, the book is read-only. A locked file is
// opened with what ask gives; without, it is a *LockedError.
func Open(path string, ask ...vault.Ask) (*Book, error) {
	b := newBook(path, ask)
	l, by := takeLock(b.real)
	if by != nil {
		b.held, b.readOnly, b.holder = true, by.String()+"; read-only here", by.String()
	}
	b.lock = l
	if err := b.load(); err != nil {
		l.release()
		return nil, err
	}
	return b, nil
}

// Look opens a file to ask it something: it takes no lock, and no edits.
func Look(path string, ask ...vault.Ask) (*Book, error) {
	b := newBook(path, ask)
	b.readOnly = "opened to be read"
	return b, b.load()
}

// load reads the file and, where it may be written, what an earlier session left behind.
func (b *Book) load() error {
	b.folder, _ = os.Stat(filepath.Dir(b.real))
	doc, disk, seen, err := b.read()
	if err != nil {
		return err
	}
	b.doc, b.disk, b.seen = doc, disk, seen
	b.now = load(doc, b.path)
	b.saved = b.now.Rev
	if b.readOnly != "" {
		return nil
	}
	if err := b.recover(); err != nil {
		return err
	}
	if b.lock != nil {
		sweep(b.real)
	}
	b.journal = newJournal(hidden(b.real, "journal"), spare(b.real, "journal"), disk)
	b.journal.key = b.key
	b.journal.reset(disk, b.pending)
	return nil
}

// Read reads a file to look at it, not to work in it.
func Read(path string, ask ...vault.Ask) (Snapshot, error) {
	doc, _, _, err := newBook(path, ask).read()
	if err != nil {
		return Snapshot{}, err
	}
	return load(doc, path), nil
}

// Create makes a new file and opens it. A file that is already there stays as it is.
func Create(path string, e *model.Engagement) (*Book, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	if err := writeNew(path, exact.Marshal(e)); err != nil {
		if errors.Is(err, os.ErrExist) {
			return nil, fmt.Errorf("%s is already there; choose another name: %w", path, os.ErrExist)
		}
		return nil, err
	}
	return Open(path)
}

// FileError is something wrong inside a file, as against a file that cannot be reached.
type FileError struct {
	Path    string
	Problem exact.Problem // Line 0: of the file as a whole
}

func (e *FileError) Error() string {
	if e.Problem.Line == 0 {
		return e.Path + ": " + e.Problem.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Problem.Line, e.Problem.Col, e.Problem.Message)
}

// broken says that another program made something else of the file: the place first, for there is little room to say it.
func broken(err error) error {
	var f *FileError
	if !errors.As(err, &f) {
		return err
	}
	at := filepath.Base(f.Path)
	if f.Problem.Line > 0 {
		at = fmt.Sprintf("%s:%d:%d", at, f.Problem.Line, f.Problem.Col)
	}
	return &Fault{at + ": another program broke it: " + f.Problem.Message, err}
}

func (b *Book) read() (*exact.Document, stamp, os.FileInfo, error) {
	src, disk, seen, err := b.readFile()
	b.ask = nil
	if err != nil {
		return nil, disk, seen, err
	}
	doc, err := Parse(b.path, src)
	return doc, disk, seen, err
}

// Parse reads the bytes of an engagement file and refuses what can be none. The error is a *FileError.
func Parse(path string, src []byte) (*exact.Document, error) {
	if vault.IsLocked(src) {
		return nil, &FileError{path, problemf("it is locked; gapbook unlock opens it for good")}
	}
	doc, err := exact.Parse(src)
	var p exact.Problem
	switch {
	case errors.As(err, &p):
		return nil, &FileError{path, p}
	case err != nil:
		return nil, &FileError{path, exact.Problem{Message: err.Error()}}
	case doc.Empty():
		return nil, &FileError{path, exact.Problem{Message: "the file is empty; an engagement begins with gapbook: 1"}}
	}
	var head struct {
		Gapbook *int `yaml:"gapbook"`
	}
	doc.Decode(&head)
	switch {
	case head.Gapbook == nil || *head.Gapbook < 1:
		p := doc.At("this is no engagement: it does not say gapbook: 1", "gapbook")
		return nil, &FileError{path, p}
	case *head.Gapbook > model.FormatVersion:
		p := doc.At(fmt.Sprintf("the file has format %d and this gapbook reads %d; update gapbook", *head.Gapbook, model.FormatVersion), "gapbook")
		return nil, &FileError{path, p}
	}
	return doc, nil
}

// load makes a snapshot of a document: decoded, its playbook found, its problems listed.
func load(doc *exact.Document, path string) Snapshot {
	var head struct {
		Playbook string `yaml:"playbook"`
	}
	doc.Decode(&head)
	pb, wrong, err := playbook.Load(head.Playbook, filepath.Dir(path))
	usable := pb
	if err != nil {
		pb, usable = &playbook.Playbook{}, nil
	}
	e, problems := check.Read(doc, usable)
	if err != nil {
		problems = append(problems, doc.At(err.Error(), "playbook"))
	} else if bad := check.Errors(wrong); len(bad) > 0 {
		problems = append(problems, doc.At(fmt.Sprintf("the playbook %s is not in order; first at %v (gapbook playbook check lists all %d)",
			head.Playbook, bad[0], len(bad)), "playbook"))
	}
	return Snapshot{E: e, Playbook: pb, Problems: problems, Path: path}
}
