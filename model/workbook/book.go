// Package workbook is the open engagement file: it reads it, hands out snapshots that never change, applies edits and
// takes them back, and saves without altering a word that nobody edited. It is the only room that writes engagements.
// It knows nothing of screens.
package workbook

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/vault"
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
	path, real string
	folder     os.FileInfo // when it was opened
	lock       *lock
	journal    *journal // nil in a book that is never written
	recovered  string
	ask        vault.Ask // until the file is read

	saving sync.Mutex // one save, or look at the disk, at a time

	mu sync.Mutex
	content
	doc      *exact.Document // as it is on disk
	disk     stamp           // of its text, be it locked or not
	key      *vault.Key      // of a locked file; nothing of it is written in the clear
	seen     os.FileInfo     // of the file with that stamp
	saved    uint64          // the revision that doc holds
	incoming *incoming
	readOnly string
	held     bool // by somebody else: readOnly may end
	holder   string
}

// content is what edits change.
type content struct {
	now     Snapshot
	seq     uint64          // of the last step
	pending []entry         // steps that doc does not hold
	touched map[string]bool // texts whose whole old value is in a pending step
	undo    []step
	redo    []step
	sealed  bool // the next letter begins a new undo step
}

// step is one undo step.
type step struct {
	name           string
	edits, inverse []Edit
}

// Now is the current snapshot.
func (b *Book) Now() Snapshot {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now
}

// ReadOnly says why the file is not written to, or nothing.
func (b *Book) ReadOnly() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.readOnly
}

// Writable is nil, or says who keeps a command from writing.
func (b *Book) Writable() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.held:
		return &HeldError{b.path, b.holder}
	case b.readOnly != "":
		return errors.New(b.path + " is " + b.readOnly)
	}
	return nil
}

// Recovered says what was taken up on opening that an earlier session could not save, or nothing.
func (b *Book) Recovered() string { return b.recovered }

// Dirty says whether something is not in the file yet.
func (b *Book) Dirty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.saved != b.now.Rev
}

// Journal is how much waits in the journal to be saved, and why something could not be written even there.
func (b *Book) Journal() (size int64, err error) {
	if b.journal == nil {
		return 0, nil
	}
	return b.journal.state()
}

// Apply makes edits as one undo step, all or none of them. Letters that are typed into one word are one step.
func (b *Book) Apply(name string, edits ...Edit) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.step(name, edits, time.Now())
}

// step makes edits that can be undone; b.mu is held.
func (b *Book) step(name string, edits []Edit, at time.Time) error {
	s, err := b.make(name, edits, at)
	if err != nil {
		return err
	}
	b.undo, b.redo = b.join(s), nil
	return nil
}

// Undo takes the last step back and names it.
func (b *Book) Undo() (string, bool) { return b.turn(&b.undo, &b.redo) }

// Redo makes the last step that was taken back again.
func (b *Book) Redo() (string, bool) { return b.turn(&b.redo, &b.undo) }

func (b *Book) turn(from, to *[]step) (string, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sealed = true
	for len(*from) > 0 {
		last := (*from)[len(*from)-1]
		s, err := b.make(last.name, last.inverse, time.Now())
		if err != nil && b.readOnly != "" {
			return "", false
		}
		*from = (*from)[:len(*from)-1]
		if err != nil {
			continue // what it was about has gone with a change from outside
		}
		*to = append(*to, s)
		return last.name, true
	}
	return "", false
}

// make applies edits to the snapshot and hands them to the journal; b.mu is held.
func (b *Book) make(name string, edits []Edit, at time.Time) (step, error) {
	if b.readOnly != "" {
		return step{}, errors.New(b.readOnly)
	}
	s := step{name: name, edits: make([]Edit, 0, len(edits))}
	note := entry{at: at, name: name}
	touched := map[string]bool{}
	e := b.now.E
	for _, x := range edits {
		x.Value = mended(x.Value)
		x, old, isText := textEdit(reflect.ValueOf(*e), x)
		next, inverse, err := apply(e, x)
		if err != nil {
			return step{}, fmt.Errorf("%s: %w", name, err)
		}
		var was *string
		if key := strings.Join(x.Path, "\x00"); isText && !b.touched[key] && !touched[key] {
			touched[key], was = true, &old
		}
		e = next
		s.edits = append(s.edits, x)
		s.inverse = append([]Edit{inverse}, s.inverse...)
		note.inverse = append(note.inverse, inverse)
		note.was = append(note.was, was)
	}
	b.now.E = e
	b.now.Rev++
	b.seq++
	if b.touched == nil {
		b.touched = map[string]bool{}
	}
	maps.Copy(b.touched, touched)
	note.seq, note.edits = b.seq, s.edits
	b.pending = append(b.pending, note)
	if b.journal != nil {
		b.journal.add(note)
	}
	return s, nil
}

// Readiness lists what stands between the engagement and a readout to the client.
func (b *Book) Readiness(sc *score.Result) []check.Problem {
	b.mu.Lock()
	defer b.mu.Unlock()
	return check.Ready(b.doc, b.now.E, b.now.Playbook, sc.Coverage.Calls.Reviewed)
}
