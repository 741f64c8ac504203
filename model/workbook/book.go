// Package workbook is the open engagement file: it reads it, hands out snapshots that never change, applies edits and
// takes them back, and saves without altering a word that nobody edited. It is the only room that writes engagements.
// It knows nothing of screens.
package workbook

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Snapshot is the engagement at one revision. Nothing in it is ever changed; a later revision is another snapshot.
type Snapshot struct {
	Rev      uint64
	E        *model.Engagement
	Playbook *playbook.Playbook // never nil; empty where the one that the file names cannot be used
	Problems []check.Problem    // of the file as it was last read or saved
	Path     string
}

// Book is one open file.
type Book struct {
	path string

	saving sync.Mutex // one save at a time

	mu       sync.Mutex
	now      Snapshot
	doc      *exact.Document // as it is on disk
	disk     stamp
	pending  []Edit // made since doc
	saved    uint64 // the revision that doc holds
	undo     []step
	redo     []step
	readOnly string
}

// step is one undo step.
type step struct {
	name           string
	edits, inverse []Edit
}

// Open reads a file. It is refused only when it is no YAML, no engagement, or of a newer format; whatever else is wrong
// stands in the snapshot's Problems.
func Open(path string) (*Book, error) {
	doc, disk, err := read(path)
	if err != nil {
		return nil, err
	}
	b := &Book{path: path, doc: doc, disk: disk}
	b.now = load(doc, path)
	return b, nil
}

// Read reads a file to look at it, not to work in it.
func Read(path string) (Snapshot, error) {
	doc, _, err := read(path)
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

func read(path string) (*exact.Document, stamp, error) {
	src, disk, err := readFile(path)
	if err != nil {
		return nil, disk, err
	}
	doc, err := Parse(path, src)
	return doc, disk, err
}

// Parse reads the bytes of an engagement file and refuses what can be none. The error is a *FileError.
func Parse(path string, src []byte) (*exact.Document, error) {
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

// Now is the current snapshot.
func (b *Book) Now() Snapshot {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now
}

// ReadOnly says why the file is not written to, or nothing.
func (b *Book) ReadOnly() string { return b.readOnly }

// Dirty says whether something is not on the disk yet.
func (b *Book) Dirty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.saved != b.now.Rev
}

// Apply makes edits as one undo step, all or none of them.
func (b *Book) Apply(name string, edits ...Edit) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	s, err := b.make(name, edits)
	if err != nil {
		return err
	}
	b.undo, b.redo = append(b.undo, s), nil
	return nil
}

// Undo takes the last step back and names it.
func (b *Book) Undo() (string, bool) { return b.turn(&b.undo, &b.redo) }

// Redo makes the last step that was taken back again.
func (b *Book) Redo() (string, bool) { return b.turn(&b.redo, &b.undo) }

func (b *Book) turn(from, to *[]step) (string, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(*from) == 0 {
		return "", false
	}
	last := (*from)[len(*from)-1]
	s, err := b.make(last.name, last.inverse)
	if err != nil {
		return "", false
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, s)
	return last.name, true
}

// make applies edits to the snapshot; b.mu is held.
func (b *Book) make(name string, edits []Edit) (step, error) {
	if b.readOnly != "" {
		return step{}, errors.New(b.readOnly)
	}
	s := step{name: name, edits: edits}
	e := b.now.E
	for _, x := range edits {
		next, inverse, err := apply(e, x)
		if err != nil {
			return step{}, fmt.Errorf("%s: %w", name, err)
		}
		e = next
		s.inverse = append([]Edit{inverse}, s.inverse...)
	}
	b.now.E = e
	b.now.Rev++
	b.pending = append(b.pending, edits...)
	return s, nil
}

// Readiness lists what stands between the engagement and a readout to the client.
func (b *Book) Readiness(sc *score.Result) []check.Problem {
	b.mu.Lock()
	defer b.mu.Unlock()
	return check.Ready(b.doc, b.now.E, b.now.Playbook, sc.Coverage.Calls.Reviewed)
}
