// Package merge puts together what two people made of one engagement, by record and field and never by line of the file.
// It serves the merge command (and with it git), a file that another program changed while it was open, and recovery.
//
// Its promise: every word that either side wrote is in the result. Where both changed the same thing, texts are merged by
// line or kept one above the other, and of all else ours stays and theirs is listed under unsettled. A record that one
// side deleted is gone, unless the other side changed it or refers to it anew.
//
// It reads and writes documents in memory: no files, no clock, and nothing of the workbook, which uses it.
package merge

import (
	"bytes"
	"errors"
	"reflect"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// Options name the two sides, for the lines above texts that are kept both ways and for who is named beside an unsettled
// field. Without names they are ours and theirs.
type Options struct{ Ours, Theirs string }

// Documents merges what both sides made of base, which is nil or empty where they have no common ancestor: then what both
// have is united. A side that did not change a byte gives the other side's bytes. What is changed is changed in ours, so
// that its comments, order and quoting stay.
func Documents(base, ours, theirs *exact.Document, opt Options) (*exact.Document, Report, error) {
	ancestor := base != nil && !base.Empty()
	switch {
	case bytes.Equal(ours.Bytes(), theirs.Bytes()), ancestor && bytes.Equal(base.Bytes(), theirs.Bytes()):
		return ours, Report{}, nil
	case ancestor && bytes.Equal(base.Bytes(), ours.Bytes()):
		return theirs, Report{}, nil
	}
	m := merger{opt: opt, base: exact.NewMap(nil, nil), ours: ours.Tree(), theirs: theirs.Tree(), keep: map[string]bool{}}
	if ancestor {
		m.base = base.Tree()
	}
	for _, tree := range []*exact.Node{m.base, m.ours, m.theirs} {
		if tree.Kind != exact.Map || tree.Tag != "" {
			return nil, Report{}, errors.New("what is to be merged is no engagement: it is not written as key: value")
		}
	}
	want := m.whole()
	for start := range starts(base, ours, theirs) {
		doc, err := start.doc.Become(want, new(model.Engagement))
		if err == nil && (start.sure || commentsStay(base, ours, theirs, doc)) {
			return doc, m.report, nil
		}
	}
	return nil, Report{}, exact.ErrNotExact
}

// merger merges the trees of three documents.
type merger struct {
	opt                Options
	base, ours, theirs *exact.Node
	keep               map[string]bool // deleted records that stay, as something refers to them

	conflicts  []conflict
	deletions  []deletion
	referredTo []Stay
	report     Report
}

// conflict is a field that both sides changed, and that cannot hold both.
type conflict struct {
	at           *spot
	ours, theirs *exact.Node
	typ          reflect.Type
}

type side int

const (
	weDid side = iota
	theyDid
)

// whole merges everything. Records that are gone but referred to anew come back in another round.
func (m *merger) whole() *exact.Node {
	typ := reflect.TypeFor[model.Engagement]()
	for {
		m.conflicts, m.deletions, m.report = nil, nil, Report{Stayed: slices.Clone(m.referredTo)}
		tree := m.mapping(m.base, m.ours, m.theirs, typ, nil)
		tree = m.unsettled(tree)
		if !m.bringBack(tree) {
			m.report.finish(m.opt)
			return tree
		}
	}
}

// value merges one value; nil is one that is not there.
func (m *merger) value(b, o, t *exact.Node, typ reflect.Type, at *spot) *exact.Node {
	switch {
	case exact.Same(o, t, typ):
		if o == nil {
			return t
		}
		return o
	case exact.Same(b, o, typ) && direct(b, t, typ):
		return t
	case exact.Same(b, t, typ) && direct(b, o, typ):
		return o
	}
	noOurs, noTheirs := exact.Absent(o, typ), exact.Absent(t, typ)
	is := func(k exact.Kind) bool {
		return (noOurs || o.Kind == k && o.Tag == "") && (noTheirs || t.Kind == k && t.Tag == "")
	}
	switch {
	case atomic(typ):
	case is(exact.List):
		return m.list(b, o, t, typ, at)
	case is(exact.Map):
		if (noOurs || noTheirs) && !container(typ) {
			return m.stays(o, t, noOurs, at)
		}
		return m.mapping(b, o, t, typ, at)
	case is(exact.Scalar) && m.isText(b, o, t, typ, at):
		return m.text(b, o, t, at)
	}
	m.conflicts = append(m.conflicts, conflict{at, o, t, typ})
	return o
}

// stays keeps what one side took away and the other changed.
func (m *merger) stays(o, t *exact.Node, oursGone bool, at *spot) *exact.Node {
	if oursGone {
		m.report.Stayed = append(m.report.Stayed, Stay{spot: at, by: weDid})
		return t
	}
	m.report.Stayed = append(m.report.Stayed, Stay{spot: at, by: theyDid})
	return o
}

// mapping merges key by key, in our order; a key that only theirs has follows the one that it follows there.
func (m *merger) mapping(b, o, t *exact.Node, typ reflect.Type, at *spot) *exact.Node {
	like := o
	if like == nil || like.Kind != exact.Map {
		like = t
	}
	var keys []string
	var items []*exact.Node
	for _, key := range keyOrder(o, t, typ) {
		ft := exact.Below(typ, key)
		x := m.value(b.Get(key), o.Get(key), t.Get(key), ft, at.below(key))
		_, known := fieldPlace(typ, key) // the keys of a map are people's words
		if x == nil || known && exact.Absent(x, ft) && x != o.Get(key) && x != t.Get(key) {
			continue
		}
		keys, items = append(keys, key), append(items, x)
	}
	return like.With(keys, items)
}

// keyOrder is that of ours. What only theirs has stands where a new record would have it, an unknown key behind the one
// that it follows there.
func keyOrder(o, t *exact.Node, typ reflect.Type) []string {
	var keys []string
	if o != nil && o.Kind == exact.Map {
		keys = append(keys, o.Keys...)
	}
	if t == nil || t.Kind != exact.Map {
		return keys
	}
	has := map[string]bool{}
	for _, k := range keys {
		has[k] = true
	}
	for i, k := range t.Keys {
		if has[k] {
			continue
		}
		has[k] = true
		at := len(keys)
		if place, ok := fieldPlace(typ, k); ok {
			at = 0
			for j, x := range keys {
				if p, ok := fieldPlace(typ, x); ok && p < place {
					at = j + 1
				}
			}
		} else if i > 0 && exact.Below(typ, k) == nil {
			at = slices.Index(keys, t.Keys[i-1]) + 1
		}
		keys = slices.Insert(keys, at, k)
	}
	return keys
}

func fieldPlace(typ reflect.Type, key string) (int, bool) {
	if typ = exact.Deref(typ); typ == nil || typ.Kind() != reflect.Struct {
		return 0, false
	}
	return exact.FieldIndex(typ, key)
}

// direct says whether x, in which one side changed b, can be taken as it is: no record in it was deleted that others might
// refer to.
func direct(b, x *exact.Node, typ reflect.Type) bool {
	switch {
	case b == nil || x == nil && !container(typ):
		return true
	case b.Kind == exact.Map:
		for i, key := range b.Keys {
			if !direct(b.Items[i], x.Get(key), exact.Below(typ, key)) {
				return false
			}
		}
	case b.Kind == exact.List:
		elem := exact.Elem(typ)
		have := map[string]*exact.Node{}
		for _, n := range items(x) {
			have[exact.Identity(n, elem)] = n
		}
		for _, n := range b.Items {
			if key := exact.Identity(n, elem); key != "" && (have[key] == nil || !direct(n, have[key], elem)) {
				return false
			}
		}
	}
	return true
}

// atomic says whether a record means something only as a whole, so that half of it from each side would be wrong: counts
// that belong together.
func atomic(t reflect.Type) bool {
	t = exact.Deref(t)
	if t == nil || t.Kind() != reflect.Struct {
		return false
	}
	counts := 0
	for i := range t.NumField() {
		if f := t.Field(i); f.Type.Kind() == reflect.Int && exact.Required(f) {
			counts++
		}
	}
	return counts > 1
}

// container says whether a value only holds others, each of which can be deleted by itself.
func container(t reflect.Type) bool {
	if t = exact.Deref(t); t == nil {
		return false
	}
	if t.Kind() != reflect.Struct {
		return true
	}
	for key, i := range exact.Fields(t) {
		if f := t.Field(i).Type; f.Kind() != reflect.Slice && f.Kind() != reflect.Map && !notes[key] {
			return false
		}
	}
	return true
}
