package workbook

import (
	"encoding/json"
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
	"github.com/gapbook/gapbook/model/vault"
)

// told is what a journal tells.
type told struct {
	begin beginning
	whole *whole
	steps []recorded
	marks []mark
	other bool // something in it is sealed with another key
	path  string
}

// tell reads a journal; false where nothing in it is of use.
func tell(src []byte, key *vault.Key) (t told, ok bool) {
	records, _ := frames(src)
	begun := false
	for _, text := range records {
		var r record
		text, opened := openRecord(text, key)
		t.other = t.other || !opened
		if json.Unmarshal(text, &r) != nil {
			continue
		}
		switch {
		case r.Begin != nil:
			begun, t.begin = true, *r.Begin
		case r.Whole != nil:
			t.whole = r.Whole
		case r.Step != nil:
			t.steps = append(t.steps, *r.Step)
		case r.Mark != nil:
			t.marks = append(t.marks, *r.Mark)
		}
	}
	return t, begun && (t.whole != nil || len(t.steps) > 0)
}

// holds says which steps a file has: those up to seq. False when the file is none that the journal knows.
func (t *told) holds(file stamp) (seq uint64, known bool) {
	known = stamp(t.begin.Base) == file
	for _, m := range t.marks {
		if stamp(m.File) == file {
			seq, known = m.Seq, true
		}
	}
	return seq, known
}

func (t *told) last() (seq uint64, at time.Time) {
	if t.whole != nil {
		seq, at = t.whole.Seq, t.whole.At
	}
	if n := len(t.steps); n > 0 {
		seq, at = t.steps[n-1].Seq, t.steps[n-1].At
	}
	return seq, at
}

// recover takes up what an earlier session typed and did not save. Nothing else has the book yet.
func (b *Book) recover() error {
	var all []told
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
		if !ok {
			continue
		}
		if n := len(all); n > 0 && all[n-1].begin.Session == t.begin.Session {
			have, _ := all[n-1].last()
			if seq, _ := t.last(); seq > have {
				all[n-1] = t
			}
			continue
		}
		all = append(all, t)
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

func (s *recorded) edits() ([]Edit, error) {
	out := make([]Edit, len(s.Edits))
	for i, r := range s.Edits {
		var err error
		if out[i], err = r.edit(); err != nil {
			return nil, err
		}
	}
	return out, nil
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

// before puts back what the steps found, the last first.
func before(e *model.Engagement, steps []recorded) *model.Engagement {
	for _, s := range slices.Backward(steps) {
		for _, r := range slices.Backward(s.Edits) {
			var x Edit
			switch {
			case r.Was != nil:
				x = Set(string(*r.Was), r.Path...)
			case r.Old == nil:
				continue
			default:
				old, err := r.Old.edit()
				if err != nil {
					continue
				}
				if x = old; x.Op == OpInsert && keyOf(x.Value) != "" {
					there := append(slices.Clone(x.Path), keyOf(x.Value))
					if _, missing := walk(reflect.ValueOf(*e), there); missing < 0 {
						x = Set(x.Value, there...)
					}
				}
			}
			if next, _, err := apply(e, x); err == nil {
				e = next
			}
		}
	}
	return e
}

func keyOf(record any) string {
	if v := reflect.ValueOf(record); v.Kind() == reflect.Struct {
		return exact.Key(v)
	}
	return ""
}

// words are those that an edit brings.
func (r recordedEdit) words() []string {
	text := string(r.Ins)
	if r.Value != nil {
		text = string(*r.Value)
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []string{strings.Join(r.Path, " > ") + ":\n" + text}
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
