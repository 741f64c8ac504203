package workbook

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// errMoved says that another program was faster: look again.
var errMoved = errors.New("another program writes this file all the time")

// Save writes what is not in the file yet. It may run on any goroutine while edits go on. Where another program changed
// the file, both are merged; Take then brings what it wrote into the snapshot. On an error the file is as it was, and
// everything is kept in memory and in the journal.
func (b *Book) Save() error {
	b.saving.Lock()
	defer b.saving.Unlock()
	var err error
	for range 5 {
		if err = b.save(); !errors.Is(err, errMoved) {
			break
		}
	}
	return plain(b.real, err)
}

// save is one attempt; b.saving is held.
func (b *Book) save() error {
	b.mu.Lock()
	b.take()
	want, doc, disk, upto := b.now, b.doc, b.disk, b.seq
	if b.saved == b.now.Rev {
		b.mu.Unlock()
		return nil
	}
	b.touched = nil // the steps from now on are told apart from those that this save holds
	b.mu.Unlock()

	next, err := doc.Update(want.E)
	if err != nil {
		return err
	}
	in := &incoming{doc: next, rev: want.Rev, upto: upto, ours: want.E}
	src, now, seen, err := b.readFile()
	switch {
	case errors.Is(err, fs.ErrNotExist) && onOtherDisk(b.folder, filepath.Dir(b.real)):
		return &Fault{"the disk with " + filepath.Base(b.real) + " is not there; is it still plugged in?", err}
	case errors.Is(err, fs.ErrNotExist): // taken away; it comes back
	case err != nil:
		return err
	case now != disk:
		theirs, err := Parse(b.path, src)
		if err != nil {
			return broken(err)
		}
		if in.doc, in.note, err = merged(doc, next, theirs); err != nil {
			return err
		}
	}
	if in.disk = sha256.Sum256(in.doc.Bytes()); in.disk != now {
		if err := b.put(in, seen); err != nil {
			return err
		}
	} else {
		in.seen = seen
	}
	in.snap = load(in.doc, b.path)
	b.mu.Lock()
	if in.note != "" {
		b.incoming = in
		b.mu.Unlock()
		return nil
	}
	b.settle(in)
	b.mu.Unlock()
	if b.journal != nil {
		b.journal.drop(in.upto, in.disk)
	}
	return nil
}

// put writes the document of in; seen is the file that it takes the place of.
func (b *Book) put(in *incoming, seen os.FileInfo) error {
	data, err := b.written(in.doc.Bytes())
	if err != nil {
		return err
	}
	s, err := stage(b.real, data)
	if err != nil {
		return err
	}
	if b.journal != nil {
		b.journal.mark(in.upto, in.disk)
	}
	if there, err := os.Stat(b.real); err == nil && (seen == nil || !os.SameFile(seen, there) || seen.Size() != there.Size() || !seen.ModTime().Equal(there.ModTime())) {
		s.drop()
		return errMoved
	}
	if err := s.commit(); err != nil {
		return err
	}
	in.seen, _ = os.Stat(b.real)
	return nil
}

// settle notes that the steps of in, and nothing else, came to the disk. b.mu is held.
func (b *Book) settle(in *incoming) {
	b.doc, b.disk, b.seen, b.saved = in.doc, in.disk, in.seen, in.rev
	b.now.Problems, b.now.Playbook = in.snap.Problems, in.snap.Playbook
	for len(b.pending) > 0 && b.pending[0].seq <= in.upto {
		b.pending = b.pending[1:]
	}
}

// Denied tries whether the file could be written now, and says why not. It may run on any goroutine.
func (b *Book) Denied() error {
	if b.ReadOnly() != "" {
		return nil
	}
	b.saving.Lock()
	defer b.saving.Unlock()
	return plain(b.real, tryWrite(b.real))
}

// SaveCopy writes the engagement as it is in memory to another place, which must be free.
func (b *Book) SaveCopy(path string) error {
	b.mu.Lock()
	e, doc := b.now.E, b.doc
	b.mu.Unlock()
	next, err := doc.Update(e)
	if err != nil {
		return err
	}
	data, err := b.written(next.Bytes())
	if err != nil {
		return err
	}
	return plain(path, writeNew(path, data))
}

// Close saves and lets go of the file. What cannot be saved stays in the journal, for the next opening.
func (b *Book) Close() error {
	err := b.Save()
	b.saving.Lock()
	defer b.saving.Unlock()
	if b.journal != nil {
		b.journal.close()
	}
	b.lock.release()
	b.lock = nil
	return err
}
