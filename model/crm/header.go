package crm

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// header is one line of a file taken as names of columns.
type header struct {
	line    int
	sep     byte
	raw     [][]byte
	names   []string
	folded  []string
	mapped  map[string]string // column by field: asked for
	usual   map[string]string // column by field: remembered in the engagement; used where it exists
	period  bool              // both ends of the period are given
	matched map[string]int
	refused *Error // of a layout that it lacks something of
}

// refuse says what a header lacks of the layout that it clearly is: a column of the field, if it is one that can be named.
func (h *header) refuse(field, problem, hint string) decoder {
	h.refused = &Error{Line: h.line, Problem: problem + "; there are " + h.list(), Hint: hint, Columns: h.names}
	if field != "" {
		h.refused.Missing = []string{field}
	}
	return nil
}

// has says whether one of the columns is there.
func (h *header) has(folded ...string) bool {
	for _, f := range h.folded {
		if slices.Contains(folded, f) {
			return true
		}
	}
	return false
}

// find is the column of a field: the one asked for, else the remembered one, else the first synonym present. It is -1 where
// there is none.
func (h *header) find(field string, synonyms ...string) int {
	i := h.look(field, synonyms)
	if i >= 0 {
		h.matched[field] = i
	}
	return i
}

// sure is the column of a field in a layout that has its own names: the remembered column, which another export had, comes
// after those.
func (h *header) sure(field string, names ...string) int {
	usual := h.usual
	h.usual = nil
	i := h.find(field, names...)
	if h.usual = usual; i < 0 {
		i = h.find(field)
	}
	return i
}

func (h *header) look(field string, synonyms []string) int {
	if name, asked := h.mapped[field]; asked {
		return h.named(name)
	}
	if i := h.named(h.usual[field]); i >= 0 {
		return i
	}
	for _, syn := range synonyms {
		for i, f := range h.folded {
			if f == syn {
				return i
			}
		}
	}
	return -1
}

// named finds a column by its name, exact or folded.
func (h *header) named(name string) int {
	if name == "" {
		return -1
	}
	for i, n := range h.names {
		if n == name {
			return i
		}
	}
	f := fold(name)
	for i, n := range h.folded {
		if f != "" && n == f {
			return i
		}
	}
	return -1
}

func (h *header) name(i int) string {
	if i < 0 {
		return ""
	}
	return h.names[i]
}

// repeats says whether a record is the header once more, as paged reports have it.
func (h *header) repeats(rec *records) bool {
	if !bytes.Equal(rec.fields[0], h.raw[0]) || len(rec.fields) != len(h.raw) {
		return false
	}
	for i, f := range rec.fields {
		if !bytes.Equal(f, h.raw[i]) {
			return false
		}
	}
	return true
}

// frames says whether a record is a line that reports write below their rows. It has fewer cells than the header, and more
// than one where it has a comma of its own: "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
func (h *header) frames(rec *records) bool {
	if len(rec.fields) >= len(h.raw) || len(rec.fields) < 2 {
		return false
	}
	first := cell(rec.fields[0])
	for _, begins := range []string{"copyright", "confidential information", "grand total"} {
		if len(first) >= len(begins) && bytes.EqualFold(first[:len(begins)], []byte(begins)) {
			return true
		}
	}
	return false
}

// headerLines is how far down the header is looked for.
const headerLines = 100

// findHeader looks for the first line that a layout recognises, under each separator.
func findHeader(sample []byte, opt *Options, usual map[string]string) (*header, *layout, *Error) {
	offsets := []int{0}
	for i, c := range sample {
		if c == '\n' && i+1 < len(sample) && len(offsets) < headerLines {
			offsets = append(offsets, i+1)
		}
	}
	var nearest *header
	for n, from := range offsets {
		var best *header
		var refused *Error
		var bestLayout *layout
		for _, sep := range []byte{',', ';', '\t', '|'} {
			h := headerAt(sample[from:], sep)
			if h == nil {
				continue
			}
			h.line, h.mapped, h.usual, h.period = n+1, opt.Map, usual, opt.From != "" && opt.To != ""
			for i := range layouts {
				h.matched = map[string]int{}
				if layouts[i].open(h) != nil {
					if best == nil || len(h.names) > len(best.names) {
						best, bestLayout = h, &layouts[i]
					}
					break
				}
				if h.refused != nil {
					refused = h.refused
					break
				}
				if nearest == nil || len(h.matched) > len(nearest.matched) ||
					len(h.matched) == 0 && len(nearest.matched) == 0 && len(h.names) > len(nearest.names) {
					nearest = h
				}
			}
		}
		if best != nil {
			return best, bestLayout, nil
		}
		if refused != nil {
			return nil, nil, refused
		}
	}
	return nil, nil, notRecognised(nearest)
}

func headerAt(text []byte, sep byte) *header {
	rec := records{r: bufio.NewReaderSize(bytes.NewReader(text), 4096), sep: sep}
	if rec.next() != nil || len(rec.fields) < 2 {
		return nil
	}
	h := &header{sep: sep}
	for _, f := range rec.fields {
		name := shown(string(cell(f)))
		h.raw = append(h.raw, bytes.Clone(f))
		h.names = append(h.names, name)
		h.folded = append(h.folded, fold(name))
	}
	return h
}

// notRecognised says what is missing from the line that came nearest to a header.
func notRecognised(h *header) *Error {
	if h == nil {
		return &Error{
			Line: 1, Problem: "no columns found: this is no table of deals",
			Hint: "export the deals or their stage history as CSV",
		}
	}
	for field, name := range h.mapped {
		if h.named(name) < 0 && len(h.matched) > 0 {
			return &Error{
				Line: h.line, Problem: fmt.Sprintf("no column %q, asked for as %s; there are %s", shown(name), field, h.list()),
				Hint: "check the names given with --map",
			}
		}
	}
	var missing, fields []string
	add := func(field, what string) {
		if _, ok := h.matched[field]; !ok {
			missing, fields = append(missing, what), append(fields, field)
		}
	}
	add("deal", "the deal's id")
	add("stage", "its stage")
	hint := "name it with --map deal=COLUMN, stage=COLUMN or date=COLUMN"
	if len(missing) == 0 {
		fields = []string{"date", "created"}
		missing = []string{"a date: when the stage changed, or when the deal was created"}
		hint = "name it with --map date=COLUMN or created=COLUMN, or give --from and --to for a list without dates"
	}
	return &Error{
		Line: h.line, Problem: fmt.Sprintf("no column for %s; there are %s", strings.Join(missing, " and "), h.list()), Hint: hint,
		Missing: fields, Columns: h.names,
	}
}

func (h *header) list() string {
	var names []string
	for i, n := range h.names {
		if i == 20 {
			names = append(names, fmt.Sprintf("and %d more", len(h.names)-i))
			break
		}
		names = append(names, fmt.Sprintf("%q", n))
	}
	return strings.Join(names, ", ")
}
