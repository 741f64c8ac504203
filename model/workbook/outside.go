package workbook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
)

// incoming is a file that was read or written while edits went on: it waits until no page holds text that was not sent.
type incoming struct {
	doc   *exact.Document
	disk  stamp
	seen  os.FileInfo
	snap  Snapshot          // of doc
	ours  *model.Engagement // what we had of it
	rev   uint64            // the revision that went into it
	upto  uint64            // and the last step
	note  string            // to say
	other *Book             // a book to become: the one who held the file has gone
}

// Refresh looks whether another program changed the file. What it finds waits for Take; what is not saved is merged into
// it and saved. It may run on any goroutine.
func (b *Book) Refresh() error {
	b.saving.Lock()
	defer b.saving.Unlock()
	b.mu.Lock()
	waits, seen, held := b.incoming != nil, b.seen, b.held
	b.mu.Unlock()
	if held && !waits {
		waits = b.inherit()
	}
	info, err := os.Stat(b.real)
	if waits || err != nil || sameFile(seen, info) {
		return nil // a file that was taken away comes back with the next save
	}
	src, now, info, err := b.readFile()
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return plain(b.real, err)
	}
	b.mu.Lock()
	if now == b.disk {
		b.seen = info
		b.mu.Unlock()
		return nil
	}
	in := &incoming{disk: now, seen: info, ours: b.now.E, rev: b.now.Rev, upto: b.seq, note: "read what was changed outside"}
	dirty := b.saved != b.now.Rev
	if !dirty {
		b.touched = nil
	}
	b.mu.Unlock()
	if dirty {
		for range 5 {
			if err = b.save(); !errors.Is(err, errMoved) {
				break
			}
		}
		return plain(b.real, err)
	}
	if in.doc, err = Parse(b.path, src); err != nil {
		return broken(err)
	}
	in.snap = load(in.doc, b.path)
	b.mu.Lock()
	b.incoming = in
	b.mu.Unlock()
	return nil
}

// inherit takes the file over when the one who held it has gone.
func (b *Book) inherit() bool {
	l, by := takeLock(b.real)
	if by != nil || l == nil {
		return false
	}
	other := &Book{path: b.path, real: b.real, lock: l, key: b.key}
	if err := other.load(); err != nil {
		l.release()
		return false
	}
	note := "nobody else has the file open any more; you can write in it"
	if other.recovered != "" {
		note += "; " + other.recovered
	}
	b.mu.Lock()
	b.incoming = &incoming{other: other, note: note}
	b.mu.Unlock()
	return true
}

// Take brings into the snapshot what Save or Refresh found to be changed outside, and says so. Call it where edits are
// made, when no page holds text that was not sent: what is sent later is taken to be meant for the new snapshot.
func (b *Book) Take() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.take()
}

func (b *Book) take() string {
	in := b.incoming
	if in == nil {
		return ""
	}
	b.incoming = nil
	if in.other != nil {
		b.become(in.other)
		return in.note
	}
	was := b.now.E
	var later []entry
	for _, e := range b.pending {
		if e.seq > in.upto {
			later = append(later, e)
		}
	}
	rev := b.now.Rev
	b.settle(in)
	b.now.E, b.now.Rev, b.saved = in.snap.E, rev+1, rev+1
	b.pending, b.touched, b.sealed = nil, nil, true
	b.replay(in, was, later)
	b.shift(was)
	if b.journal != nil {
		b.journal.add(entry{anew: &anew{in.disk, b.pending}})
	}
	return in.note
}

// replay makes the steps once more that were made while in was on its way; was is where they led.
func (b *Book) replay(in *incoming, was *model.Engagement, later []entry) {
	keep, journal := b.content, b.journal
	defer func() { b.journal = journal }()
	b.journal = nil // it begins anew
	ours := in.ours
	for _, e := range later {
		edits := slices.Clone(e.edits)
		for i, x := range edits {
			a, m1 := walk(reflect.ValueOf(*ours), x.Path)
			z, m2 := walk(reflect.ValueOf(*b.now.E), x.Path)
			if s, ok := x.Value.(splice); ok && m1 < 0 && m2 < 0 && a.Kind() == reflect.String && z.Kind() == reflect.String {
				edits[i].Value = s.among(a.String(), z.String())
			}
			if next, _, err := apply(ours, x); err == nil {
				ours = next
			}
		}
		if _, err := b.make(e.name, edits, e.at); err != nil {
			b.content = keep
			b.mergeLater(in, was, later)
			return
		}
	}
}

// mergeLater is the way out when a step has lost its place: all of ours since is merged as a whole. What even that cannot
// place goes into a file of its own.
func (b *Book) mergeLater(in *incoming, was *model.Engagement, later []entry) {
	base, err1 := in.doc.Update(in.ours)
	ours, err2 := in.doc.Update(was)
	if err1 == nil && err2 == nil {
		if both, _, err := merged(base, ours, in.doc); err == nil {
			b.take3(both, whole{At: time.Now(), Base: exactText(in.doc.Bytes()), Ours: exactText(both.Bytes())})
			return
		}
	}
	var words []string
	for _, e := range later {
		for _, x := range e.edits {
			if r, err := x.record(nil, nil); err == nil {
				words = append(words, r.words()...)
			}
		}
	}
	if len(words) == 0 {
		return
	}
	if path, err := b.keepWords(words); err == nil {
		in.note += "; what has no place in the file any more is in " + path
	}
}

// among is s where it belongs in a text that others wrote into. Where that is not sure, both versions stay.
func (s splice) among(a, b string) splice {
	if x, ok := s.onto(a, b); ok {
		return x
	}
	ours, ok := s.in(a)
	if !ok {
		return s
	}
	both, _ := merge.Text(a, ours, b, sides)
	return spliceOf(b, both)
}

// shift moves the undo steps of texts that were changed outside, so that undoing takes back what was typed here and leaves
// what others wrote. What has no place any more cannot be undone.
func (b *Book) shift(was *model.Engagement) {
	for _, steps := range [][]step{b.undo, b.redo} {
		texts := map[string][2]string{} // by path, before and after
		for i := len(steps) - 1; i >= 0; i-- {
			for k, x := range steps[i].inverse {
				s, ok := x.Value.(splice)
				if !ok {
					continue
				}
				key := strings.Join(x.Path, "\x00")
				pair, known := texts[key]
				if !known {
					a, m1 := walk(reflect.ValueOf(*was), x.Path)
					z, m2 := walk(reflect.ValueOf(*b.now.E), x.Path)
					if m1 >= 0 || m2 >= 0 || a.Kind() != reflect.String || z.Kind() != reflect.String {
						continue
					}
					pair = [2]string{a.String(), z.String()}
				}
				if pair[0] == pair[1] && !known {
					continue
				}
				moved, ok := s.onto(pair[0], pair[1])
				if pair[0], _ = s.in(pair[0]); ok {
					pair[1], ok = moved.in(pair[1])
				}
				if !ok {
					moved = splice{At: -1}
				}
				steps[i].inverse = slices.Clone(steps[i].inverse)
				steps[i].inverse[k].Value = moved
				texts[key] = pair
			}
		}
	}
}

// become makes the book the other, which was opened on the same file.
func (b *Book) become(o *Book) {
	rev := b.now.Rev + 1
	b.content, b.doc, b.disk, b.seen, b.lock, b.journal = o.content, o.doc, o.disk, o.seen, o.lock, o.journal
	b.saved = o.saved + rev
	b.now.Rev += rev
	b.readOnly, b.held, b.holder = "", false, ""
}

// sides is how the two versions of a text are called that both stay.
var sides = merge.Options{Ours: "this gapbook", Theirs: "the file"}

// merged puts together what we and another program made of a file; note says so.
func merged(base, ours, theirs *exact.Document) (both *exact.Document, note string, err error) {
	both, report, err := merge.Documents(base, ours, theirs, sides)
	if err != nil {
		return nil, "", err
	}
	note = "merged changes made outside"
	if n := len(report.Unsettled); n > 0 {
		note += fmt.Sprintf("; %d to settle", n)
	}
	if n := len(report.Both); n > 0 {
		note += fmt.Sprintf("; both versions of %d kept", n)
	}
	return both, note, nil
}
