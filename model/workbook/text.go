package workbook

import (
	"reflect"
	"strings"
	"unicode/utf8"
)

// opSplice changes a part of a text: what Set comes to where only a few letters of a long note are others. Undo and the
// journal would otherwise grow by the whole note at every pause.
const opSplice Op = 100

// splice takes Del away at a place and puts Ins there.
type splice struct {
	At       int
	Del, Ins string
}

// spliceOf is the smallest splice that makes b of a. It never cuts a letter in two.
func spliceOf(a, b string) splice {
	n := min(len(a), len(b))
	from := 0
	for from < n && a[from] == b[from] {
		from++
	}
	for from > 0 && (from < len(a) && !utf8.RuneStart(a[from]) || from < len(b) && !utf8.RuneStart(b[from])) {
		from--
	}
	tail := 0
	for tail < n-from && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && (!utf8.RuneStart(a[len(a)-tail]) || !utf8.RuneStart(b[len(b)-tail])) {
		tail--
	}
	return splice{from, a[from : len(a)-tail], b[from : len(b)-tail]}
}

func (s splice) in(text string) (string, bool) {
	if s.At < 0 || s.At > len(text) || !strings.HasPrefix(text[s.At:], s.Del) {
		return text, false
	}
	return text[:s.At] + s.Ins + text[s.At+len(s.Del):], true
}

func (s splice) inverse() splice { return splice{s.At, s.Ins, s.Del} }

// moved finds the place of s in a text that came from the one it was made for by another splice. Where the two overlap,
// nothing is taken away that somebody else may have written.
func (s splice) moved(by splice) splice {
	switch end := by.At + len(by.Del); {
	case s.At+len(s.Del) <= by.At:
	case s.At >= end:
		s.At += len(by.Ins) - len(by.Del)
	default:
		s.At, s.Del = by.At+len(by.Ins), ""
	}
	return s
}

// textEdit turns a Set of a text that is there into a splice of it, and gives the text. Other edits stay as they are.
func textEdit(v reflect.Value, e Edit) (out Edit, old string, isText bool) {
	if e.Op != opSplice && (e.Op != OpSet || e.Value == nil) {
		return e, "", false
	}
	at, missing := walk(v, e.Path)
	if missing >= 0 || at.Kind() != reflect.String {
		return e, "", false
	}
	want := reflect.ValueOf(e.Value)
	switch {
	case e.Op == opSplice:
		return e, at.String(), true
	case want.Kind() != reflect.String:
		return e, "", false
	}
	return Edit{Op: opSplice, Path: e.Path, Value: spliceOf(at.String(), want.String())}, at.String(), true
}
