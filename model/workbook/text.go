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

// moved finds the place of s in a text that came from the one it was made for by another splice. False where they overlap.
func (s splice) moved(by splice) (splice, bool) {
	switch {
	case s.At+len(s.Del) <= by.At:
	case s.At >= by.At+len(by.Del):
		s.At += len(by.Ins) - len(by.Del)
	default:
		return s, false
	}
	return s, true
}

// onto finds the place of s, which was made for text a, in text b, into which others wrote: the same line, or one in which
// they wrote elsewhere. False where there is none that is sure.
func (s splice) onto(a, b string) (splice, bool) {
	if a == b {
		return s, true
	}
	if s.At < 0 || s.At+len(s.Del) > len(a) {
		return s, false
	}
	const telling = 3 // letters, by which a line is told from others
	start := strings.LastIndexByte(a[:s.At], '\n') + 1
	end := len(a)
	if n := strings.IndexByte(a[s.At+len(s.Del):], '\n'); n >= 0 {
		end = s.At + len(s.Del) + n
	}
	for start > 0 && end-start < telling {
		start = strings.LastIndexByte(a[:start-1], '\n') + 1
	}
	lines := a[start:end]
	if at, ok := nthLines(b, lines, countLines(a[:start], lines)); ok {
		s.At += at - start
		return s, true
	}
	by := spliceOf(a, b)
	if strings.Contains(by.Del+by.Ins, "\n") {
		return s, false
	}
	return s.moved(by)
}

// nthLines finds whole lines in a text, after n others that are the same.
func nthLines(text, lines string, n int) (at int, ok bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], lines)
		if i < 0 {
			return 0, false
		}
		i += from
		end := i + len(lines)
		if (i == 0 || text[i-1] == '\n') && (end == len(text) || text[end] == '\n') {
			if n--; n < 0 {
				return i, true
			}
		}
		if from = i + 1; from > len(text) {
			return 0, false
		}
	}
}

func countLines(text, lines string) (n int) {
	for {
		if _, ok := nthLines(text, lines, n); !ok {
			return n
		}
		n++
	}
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
