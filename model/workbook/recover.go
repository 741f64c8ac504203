package workbook

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// recover takes up what an earlier session typed and did not save. Nothing else has the book yet.
func (b *Book) recover() error {
	var all []told
	var useful []bool
	var aside []string
	for _, path := range Journals(b.path) {
		t, ok := tell(readJournal(path), b.key)
		t.path = path
		if t.other {
			kept, err := setAside(path)
			if err != nil {
				return err
			}
			aside = append(aside, kept)
		}
		if n := len(all); n > 0 && all[n-1].begin.Session == t.begin.Session { // one went on where the other could not
			if t.top > all[n-1].top {
				all[n-1], useful[n-1] = t, ok
			}
			continue
		}
		all, useful = append(all, t), append(useful, ok)
	}
	for i := len(all) - 1; i >= 0; i-- {
		if !useful[i] {
			all = slices.Delete(all, i, i+1)
		}
	}
	slices.SortFunc(all, func(x, y told) int {
		_, a := x.last()
		_, b := y.last()
		return a.Compare(b)
	})
	n, when, lost := 0, time.Time{}, []string(nil)
	for _, t := range all {
		was, before := b.now.E, len(b.undo)
		if !b.again(t) {
			left, err := b.judge(t)
			if err != nil { // better an open file and a journal beside it than none of both
				kept, err2 := setAside(t.path)
				if err2 != nil {
					return errors.Join(err, err2)
				}
				b.recovered = "what an earlier session did not save could not be merged (" + err.Error() + "); it is kept in " + kept
				continue
			}
			lost = append(lost, left...)
		}
		if exact.Equal(reflect.ValueOf(*was), reflect.ValueOf(*b.now.E)) && len(lost) == 0 {
			continue
		}
		if len(b.undo) > before {
			n += len(b.undo) - before
		} else {
			n += max(len(t.steps), 1)
		}
		_, when = t.last()
	}
	if n > 0 {
		s := "s"
		if n == 1 {
			s = ""
		}
		b.recovered = strings.TrimSuffix(fmt.Sprintf("recovered %d change%s typed at %s; %s", n, s, clock(when), b.recovered), "; ")
	}
	if len(lost) > 0 {
		path, err := b.keepWords(lost)
		if err != nil {
			return err
		}
		b.recovered += "; what has no place in the file any more is in " + path
	}
	if len(aside) > 0 {
		b.recovered = strings.TrimPrefix(b.recovered+"; what an earlier session did not save is locked with another key; it is kept in "+strings.Join(aside, ", "), "; ")
	}
	return nil
}

// again makes the steps once more on the file that they were made on, or on one that has some of them. Where one does
// not fit, nothing is done.
func (b *Book) again(t told) bool {
	seq, known := t.holds(b.disk)
	if !known || len(b.pending) > 0 {
		return false
	}
	was := b.content
	was.touched = maps.Clone(was.touched)
	if w := t.whole; w != nil && w.Seq > seq {
		doc, err := exact.Parse([]byte(w.Ours))
		if err != nil {
			return false
		}
		b.take3(doc, *w)
	}
	for _, s := range t.steps {
		if s.Seq <= seq {
			continue
		}
		edits, err := s.edits()
		if err == nil {
			err = b.step(s.Name, edits, s.At)
		}
		if err != nil {
			b.content = was
			return false
		}
	}
	return true
}

// take3 makes a document the state of the book, as it came out of a merge with the file.
func (b *Book) take3(doc *exact.Document, w whole) {
	e := &model.Engagement{}
	doc.Decode(e)
	b.now.E = e
	b.now.Rev++
	b.seq++
	w.Seq = b.seq
	b.pending = []entry{{seq: b.seq, at: w.At, whole: &w}}
	b.undo, b.redo, b.touched = nil, nil, nil
}

// judge merges the steps into a file that was changed after they were made. What it was before is put together from the
// file and from what each step says that it found: there the two sides differ, and nowhere else.
func (b *Book) judge(t told) (lost []string, err error) {
	theirs, err := b.doc.Update(b.now.E) // with what an older journal brought
	if err != nil {
		return nil, err
	}
	var base, ours *exact.Document
	var was, is *model.Engagement
	if w := t.whole; w != nil {
		if base, err = exact.Parse([]byte(w.Base)); err != nil {
			return nil, err
		}
		if ours, err = exact.Parse([]byte(w.Ours)); err != nil {
			return nil, err
		}
		is = &model.Engagement{}
		ours.Decode(is)
	} else {
		was = before(b.now.E, t.steps)
		if base, err = theirs.Update(was); err != nil {
			return nil, err
		}
		is, ours = was, theirs
	}
	for _, s := range t.steps {
		for _, r := range s.Edits {
			x, err := r.edit()
			if err == nil {
				var next *model.Engagement
				if next, _, err = apply(is, x); err == nil {
					is = next
					continue
				}
			}
			lost = append(lost, r.words()...)
		}
	}
	if ours, err = ours.Update(is); err != nil {
		return nil, err
	}
	both, _, err := merged(base, ours, theirs)
	if err != nil {
		return nil, err
	}
	_, at := t.last()
	b.take3(both, whole{At: at, Base: exactText(b.doc.Bytes()), Ours: exactText(both.Bytes())})
	return lost, nil
}

// keepWords writes text that has no place in the engagement any more into a file beside it.
func (b *Book) keepWords(words []string) (string, error) {
	text, err := b.written([]byte(strings.Join(words, "\n\n") + "\n"))
	if err != nil {
		return "", err
	}
	name := strings.TrimSuffix(b.real, filepath.Ext(b.real)) + ".recovered"
	for n := 1; ; n++ {
		path := name + ".txt"
		if n > 1 {
			path = fmt.Sprintf("%s-%d.txt", name, n)
		}
		err := writeNew(path, text)
		if os.IsExist(err) {
			continue
		}
		return path, err
	}
}
