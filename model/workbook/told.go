package workbook

import (
	"encoding/json"
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
	top   uint64 // the last step that it knows of, saved or not
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
		case r.Mark != nil && r.Mark.Done:
			t.top = max(t.top, r.Mark.Seq)
			t.saved(*r.Mark)
		case r.Mark != nil:
			t.marks = append(t.marks, *r.Mark)
		}
	}
	last, _ := t.last()
	t.top = max(t.top, last)
	return t, begun && (t.whole != nil || len(t.steps) > 0)
}

// saved leaves out what is in a file for certain.
func (t *told) saved(m mark) {
	t.begin.Base, t.marks = m.File, []mark{m}
	if t.whole != nil && t.whole.Seq <= m.Seq {
		t.whole = nil
	}
	t.steps = slices.DeleteFunc(t.steps, func(s recorded) bool { return s.Seq <= m.Seq })
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
