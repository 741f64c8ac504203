package exact

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// ErrNotExact says that what would be written could not be read back as it was meant. Nothing is written then.
var ErrNotExact = errors.New("the file could not be written so that it reads back the same")

// Update gives the bytes of the document with its value changed to v, a pointer to the struct that it was decoded into.
// Only the lines whose values changed are touched; an unchanged value gives the very same bytes.
func (d *Document) Update(v any) (next *Document, err error) {
	defer func() {
		if r := recover(); r != nil { // a tree the parser should not have made: better no save than a wrong one
			next, err = nil, fmt.Errorf("%w: %v", ErrNotExact, r)
		}
	}()
	want := reflect.ValueOf(v).Elem()
	if d.root == nil { // nothing but, perhaps, comments: they stay above
		if next, err = Parse(slices.Concat(d.raw, Marshal(v))); err != nil {
			return nil, err
		}
		return next, next.holds(want)
	}
	if !isMapping(d.root) {
		return nil, ErrNotExact
	}
	doc := d
	// Moving records and changing them are separate rounds, so that each splices bytes that it knows.
	for range 4 {
		have := reflect.New(want.Type())
		doc.Decode(have.Interface())
		if Equal(have.Elem(), want) {
			return doc, nil
		}
		s := splicer{doc: doc}
		s.record(doc.root, have.Elem(), want, place{top: true})
		if s.err != nil {
			return nil, s.err
		}
		next, err := Parse(s.apply())
		if err != nil {
			break
		}
		doc = next
	}
	return d.rewrite(want)
}

// rewrite is the way out when splicing did not lead to the value: each section that differs is written anew, unknown keys
// included. Comments inside such a section are lost; nothing else is.
func (d *Document) rewrite(want reflect.Value) (*Document, error) {
	have := reflect.New(want.Type())
	d.Decode(have.Interface())
	s := splicer{doc: d}
	s.coarse = true
	s.record(d.root, have.Elem(), want, place{top: true})
	next, err := Parse(s.apply())
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotExact, err)
	}
	return next, next.holds(want)
}

// holds checks that the document reads back as it was meant.
func (d *Document) holds(want reflect.Value) error {
	have := reflect.New(want.Type())
	d.Decode(have.Interface())
	if !Equal(have.Elem(), want) {
		return ErrNotExact
	}
	return nil
}

// edit replaces the text from..to.
type edit struct {
	from, to int
	text     string
	seq      int
}

type splicer struct {
	doc    *Document
	edits  []edit
	coarse bool
	err    error // something stands where a list is wanted
}

func (s *splicer) replace(from, to int, text string) {
	s.edits = append(s.edits, edit{from, to, text, len(s.edits)})
}

// insertLines puts lines below line ln (an index).
func (s *splicer) insertLines(ln int, lines []string) {
	if len(lines) == 0 {
		return
	}
	at := s.doc.lines[ln].end
	s.replace(at, at, "\n"+strings.Join(lines, "\n"))
}

// deleteLines takes the lines from..to, both included, away.
func (s *splicer) deleteLines(from, to int) {
	a, b := s.doc.lines[from].at, len(s.doc.text)
	if to+1 < len(s.doc.lines) {
		b = s.doc.lines[to+1].at
	} else if a > 0 {
		a-- // the last line has no end of its own: take the one before it
	}
	s.replace(a, b, "")
}

// apply makes the new bytes. What is not replaced keeps its bytes, line ends included.
func (s *splicer) apply() []byte {
	slices.SortFunc(s.edits, func(a, b edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return a.seq - b.seq
	})
	var out bytes.Buffer
	at := 0
	for _, e := range s.edits {
		from, to := s.doc.rawOffset(e.from), s.doc.rawOffset(e.to)
		if from > at {
			out.Write(s.doc.raw[at:from])
		}
		text := e.text
		if from < at && strings.HasPrefix(text, "\n") && bytes.HasSuffix(out.Bytes(), []byte("\n")) {
			text = text[1:] + "\n" // the line it was to follow is gone
		}
		at = max(at, to)
		out.WriteString(strings.ReplaceAll(text, "\n", s.doc.eol))
	}
	out.Write(s.doc.raw[min(at, len(s.doc.raw)):])
	return out.Bytes()
}
