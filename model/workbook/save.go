package workbook

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/exact"
)

// ErrChanged says that another program changed the same field of the file as we did.
var ErrChanged = errors.New("another program changed this file in the same place")

// Save writes what is not on the disk yet. It may run on any goroutine while edits go on. On an error the file is as it
// was, and everything is kept in memory.
func (b *Book) Save() error {
	b.saving.Lock()
	defer b.saving.Unlock()

	b.mu.Lock()
	want, doc, disk, pending := b.now, b.doc, b.disk, b.pending
	clean := b.saved == b.now.Rev
	b.mu.Unlock()
	if clean {
		return nil
	}
	if src, now, err := readFile(b.path); err == nil && now != disk {
		theirs, err := Parse(b.path, src)
		if err != nil {
			return fmt.Errorf("another program wrote something else into the file: %w", err)
		}
		e, err := replay(doc, theirs, pending)
		if err != nil {
			return err
		}
		return b.rebase(theirs, e, want.Rev, len(pending))
	}
	next, err := doc.Update(want.E)
	if err != nil {
		return err
	}
	disk, err = writeFile(b.path, next.Bytes())
	if err != nil {
		return err
	}
	b.settle(next, disk, want.Rev, len(pending))
	return nil
}

// settle notes that revision rev is on the disk.
func (b *Book) settle(doc *exact.Document, disk stamp, rev uint64, written int) {
	fresh := load(doc, b.path)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.doc, b.disk, b.saved = doc, disk, rev
	b.pending = b.pending[written:]
	b.now.Problems, b.now.Playbook = fresh.Problems, fresh.Playbook
}

// replay makes our edits on what another program left. A place that both changed is refused: neither may be lost.
func replay(base, theirs *exact.Document, edits []Edit) (Snapshot, error) {
	was, is := load(base, ""), load(theirs, "")
	e := is.E
	for _, x := range edits {
		a, m1 := walk(reflect.ValueOf(*was.E), x.Path)
		z, m2 := walk(reflect.ValueOf(*is.E), x.Path)
		if placed(x.Path) && !exact.Equal(parent(was, x.Path), parent(is, x.Path)) || x.Op == OpSet && (m1 != m2 || m1 < 0 && !exact.Equal(a, z)) {
			return is, fmt.Errorf("%w (%s); save a copy, then open the file again", ErrChanged, strings.Join(x.Path, " > "))
		}
		next, _, err := apply(e, x)
		if err != nil {
			return is, fmt.Errorf("%w (%s); save a copy, then open the file again", ErrChanged, strings.Join(x.Path, " > "))
		}
		e = next
	}
	is.E = e
	return is, nil
}

// placed says whether a path goes by places in lists, which another program may have shifted.
func placed(path []string) bool {
	return slices.ContainsFunc(path, func(s string) bool { return strings.HasPrefix(s, "#") })
}

// parent is the section that a path leads into.
func parent(s Snapshot, path []string) reflect.Value {
	v, _ := walk(reflect.ValueOf(*s.E), path[:1])
	return v
}

// rebase saves our edits on top of theirs and takes theirs up.
func (b *Book) rebase(theirs *exact.Document, both Snapshot, rev uint64, written int) error {
	next, err := theirs.Update(both.E)
	if err != nil {
		return err
	}
	disk, err := writeFile(b.path, next.Bytes())
	if err != nil {
		return err
	}
	b.mu.Lock()
	e := both.E
	later := b.pending[written:] // typed while we wrote
	for _, x := range later {
		if e2, _, err := apply(e, x); err == nil {
			e = e2
		}
	}
	b.now.E = e
	b.now.Rev++
	if len(later) == 0 {
		rev = b.now.Rev
	}
	b.mu.Unlock()
	b.settle(next, disk, rev, written)
	return nil
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
	return writeNew(path, next.Bytes())
}

// Close saves and lets go of the file.
func (b *Book) Close() error { return b.Save() }
