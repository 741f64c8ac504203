package workbook

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/vault"
)

// LockedError says that a file is locked, and why it was not opened. Nothing was written.
type LockedError struct {
	Path       string
	Passphrase bool  // would open it; else an identity does
	Err        error // nil: nobody was asked
}

func (e *LockedError) Error() string {
	if e.Err == nil {
		return e.Path + " is locked"
	}
	return e.Path + ": " + e.Err.Error()
}

func (e *LockedError) Unwrap() error { return e.Err }

// newBook is a book that is not read yet. Ask is asked if the file is locked, and not after that: nobody waits for a
// question in the middle of a save.
func newBook(path string, ask []vault.Ask) *Book {
	go playbook.Builtin() // it takes a while to read, and most engagements want it when they are read themselves
	b := &Book{path: path, real: realPath(path)}
	if len(ask) > 0 {
		b.ask = ask[0]
	}
	return b
}

// readFile reads the file and opens it; the stamp is that of the text.
func (b *Book) readFile() ([]byte, stamp, os.FileInfo, error) {
	src, sum, info, err := readFile(b.real)
	if err != nil || !vault.IsLocked(src) {
		return src, sum, info, err
	}
	if src, err = b.open(src); err == nil && len(src) > tooBig {
		err = tooLarge(b.path, int64(len(src)))
	}
	return src, sha256.Sum256(src), info, err
}

// open opens locked bytes: with the key of the book, or with what the person is asked for, which gives the book its key.
func (b *Book) open(src []byte) (text []byte, err error) {
	switch {
	case b.key != nil:
		if text, err = b.key.Open(src); errors.Is(err, vault.ErrOther) {
			err = errors.New("another program locked it with another key; save a copy, then open it again")
		}
	case b.ask != nil:
		text, b.key, err = vault.Open(src, b.ask)
	case b.doc != nil:
		err = errors.New("another program locked it meanwhile; save a copy, then open it again")
	default:
		return nil, &LockedError{b.path, vault.ByPassphrase(src), nil}
	}
	if err != nil {
		return nil, &LockedError{b.path, vault.ByPassphrase(src), err}
	}
	return text, nil
}

// written is how a text stands in a file: as it is, or locked as the file is.
func (b *Book) written(text []byte) ([]byte, error) {
	if b.key == nil {
		return text, nil
	}
	return b.key.Seal(text)
}

// Key is that of a locked file, by which its backups are opened and sealed, too; nil where the file is in the clear.
func (b *Book) Key() *vault.Key {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.key
}

// Relock writes the file anew: locked with another key or, without one, in the clear. What is not saved is saved first. On
// an error the file is as it was.
func (b *Book) Relock(key *vault.Key) error {
	for range 3 { // what another program wrote meanwhile comes in, too
		if err := b.Save(); err != nil {
			return err
		}
		b.Take()
	}
	b.saving.Lock()
	defer b.saving.Unlock()
	return plain(b.real, b.relock(key))
}

func (b *Book) relock(key *vault.Key) error {
	if b.readOnly != "" {
		return errors.New(b.path + " is " + b.readOnly)
	}
	text, now, seen, err := b.readFile()
	if err != nil {
		return err
	}
	if now != b.disk || b.Dirty() {
		return fmt.Errorf("%s is being changed; try again", b.path)
	}
	if key != nil {
		if err := proved(key, text); err != nil {
			return err
		}
	}
	was := b.setKey(key)
	in := &incoming{doc: b.doc, disk: b.disk}
	if err := b.put(in, seen); err != nil {
		b.setKey(was)
		return err
	}
	b.seen = in.seen
	b.journal.rekey(key)
	return nil
}

// proved says whether a key opens what it seals, before the only readable copy goes.
func proved(key *vault.Key, text []byte) error {
	data, err := key.Seal(text)
	if err != nil {
		return err
	}
	if again, err := key.Open(data); err != nil || !bytes.Equal(again, text) {
		return errors.New("the locked file could not be read again; nothing was changed")
	}
	return nil
}

func (b *Book) setKey(key *vault.Key) (was *vault.Key) {
	b.mu.Lock()
	defer b.mu.Unlock()
	was, b.key = b.key, key
	return was
}

// openRecord opens a record of a journal: sealed, or in the clear from before its file was locked. False: it is sealed
// with another key.
func openRecord(record []byte, key *vault.Key) ([]byte, bool) {
	if !vault.IsChunk(record) {
		return record, true
	}
	if key == nil {
		return nil, false
	}
	text, err := key.OpenChunk(record)
	return text, err == nil
}

// setAside keeps a journal that cannot be read for the day when its key is found.
func setAside(path string) (kept string, err error) {
	for n := 1; ; n++ {
		kept = fmt.Sprintf("%s-%d", path, n)
		if _, err := os.Lstat(kept); err != nil {
			return kept, rename(path, kept)
		}
	}
}
