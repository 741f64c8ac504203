package crm

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxTable is far more than a list of people, or of anything that someone looks through, can have.
const maxTable = 10_000

// Table is a small table of text, read as exports of a CRM are: any usual encoding and separator, and a header that may stand
// below a title.
type Table struct {
	File      string
	Encoding  string
	Separator string // in words
	Line      int    // of the header
	Head      []string
	Folded    []string // Head without case, accents, blanks and punctuation
	Rows      []TableRow
}

// TableRow is one row; it may be shorter or longer than the header.
type TableRow struct {
	Line  int
	Cells []string
}

// Cell is one cell, empty where the row has none. An index below 0 is a column that is not there.
func (r TableRow) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

var separators = []struct {
	sep  byte
	name string
}{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}}

// ReadTable reads a table whose header is the first line that is one. Nothing in it is changed but blanks at the ends of cells.
func ReadTable(f File, header func(folded []string) bool) (*Table, error) {
	name := base(f.Name)
	in, err := f.Open()
	if err != nil {
		return nil, &Error{File: name, Problem: "cannot be opened: " + err.Error(), Err: err}
	}
	defer func() { _ = in.Close() }()
	text, encoding, problem, err := decodeText(in)
	if problem != "" {
		return nil, &Error{File: name, Line: 1, Problem: problem, Err: err, Hint: "save it as CSV"}
	}
	sample, err := text.Peek(sampleSize)
	if err != nil && err != io.EOF {
		return nil, &Error{File: name, Problem: "cannot be read: " + err.Error(), Err: err}
	}
	head, nearest := tableHeader(sample, header)
	if head == nil {
		e := &Error{File: name, Line: 1, Problem: "no header with names of columns was found", Hint: "save it as CSV with a header"}
		if nearest != nil {
			e.Line, e.Problem = nearest.line, "no header that is understood; there are "+nearest.list()
		}
		return nil, e
	}
	t := &Table{File: name, Encoding: encoding, Line: head.line, Head: head.names, Folded: head.folded}
	for _, s := range separators {
		if s.sep == head.sep {
			t.Separator = s.name
		}
	}
	rec := &records{r: text, sep: head.sep}
	for rec.line < head.line-1 {
		if _, err := rec.readLine(); err != nil {
			return nil, brokenTable(name, err)
		}
	}
	if err := rec.next(); err != nil {
		return nil, brokenTable(name, err)
	}
	return t, t.read(rec, head)
}

func (t *Table) read(rec *records, head *header) error {
	for {
		switch err := rec.next(); {
		case err == io.EOF:
			return nil
		case err != nil:
			return brokenTable(t.File, err)
		}
		row := TableRow{Line: rec.at}
		for _, f := range rec.fields {
			row.Cells = append(row.Cells, string(cell(f)))
		}
		if strings.Join(row.Cells, "") == "" || head.repeats(rec) {
			continue
		}
		if len(t.Rows) == maxTable {
			return &Error{File: t.File, Line: rec.at, Problem: fmt.Sprintf("more than %s rows: this is another kind of table", grouped(maxTable))}
		}
		t.Rows = append(t.Rows, row)
	}
}

// tableHeader is the first line that is a header, under the separator that finds most columns; else the widest that is none.
func tableHeader(sample []byte, is func([]string) bool) (found, nearest *header) {
	for n, from := 0, 0; n < headerLines && from < len(sample); n++ {
		for _, s := range separators {
			h := headerAt(sample[from:], s.sep)
			if h == nil {
				continue
			}
			h.line = n + 1
			if is(h.folded) && (found == nil || len(h.names) > len(found.names)) {
				found = h
			}
			if nearest == nil || len(h.names) > len(nearest.names) {
				nearest = h
			}
		}
		if found != nil {
			return found, nearest
		}
		next := strings.IndexByte(string(sample[from:]), '\n')
		if next < 0 {
			break
		}
		from += next + 1
	}
	return nil, nearest
}

func brokenTable(name string, err error) error {
	var e *splitError
	if !errors.As(err, &e) {
		return &Error{File: name, Line: 1, Problem: "the file ends in its header", Err: err}
	}
	return &Error{File: name, Line: e.line, Problem: e.problem, Hint: "save the file again: it is cut off or damaged", Err: e.err}
}
