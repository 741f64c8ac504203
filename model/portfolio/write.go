package portfolio

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Head is a table's header.
func (t Table) Head() []string {
	var out []string
	for _, c := range t.Columns {
		out = append(out, c.Name)
	}
	return out
}

// Named finds a table; nil when there is none.
func Named(name string) *Table {
	for i := range Tables {
		if Tables[i].Name == name {
			return &Tables[i]
		}
	}
	return nil
}

// Writer writes the tables into a folder, one CSV file each, and columns.csv, which says what their columns are. The files
// get their names when everything is in all of them.
type Writer struct {
	folder string
	files  []*tableFile
}

type tableFile struct {
	name string // it will have
	tmp  *os.File
	buf  *bufio.Writer
	csv  *csv.Writer
}

// NewWriter begins.
func NewWriter(folder string) (*Writer, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	w := &Writer{folder: folder}
	for _, t := range Tables {
		if err := w.add(t.Name+".csv", t.Head()); err != nil {
			return nil, errors.Join(err, w.Discard())
		}
	}
	if err := w.add("columns.csv", []string{"table", "column", "type", "meaning"}); err != nil {
		return nil, errors.Join(err, w.Discard())
	}
	doc := w.files[len(w.files)-1].csv
	for _, t := range Tables {
		for _, c := range t.Columns {
			if err := doc.Write([]string{t.Name, c.Name, c.Type, c.Means}); err != nil {
				return nil, errors.Join(err, w.Discard())
			}
		}
	}
	return w, nil
}

func (w *Writer) add(name string, head []string) error {
	tmp, err := os.CreateTemp(w.folder, ".gapbook-*.csv")
	if err != nil {
		return err
	}
	f := &tableFile{name: name, tmp: tmp, buf: bufio.NewWriterSize(tmp, 1<<16)}
	f.csv = csv.NewWriter(f.buf)
	w.files = append(w.files, f)
	return f.csv.Write(head)
}

// Write adds the rows of one engagement.
func (w *Writer) Write(rows Rows) error {
	for i := range rows {
		if err := w.files[i].csv.WriteAll(rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// Close puts the files in their places.
func (w *Writer) Close() error {
	for _, f := range w.files {
		f.csv.Flush()
		if err := errors.Join(f.csv.Error(), f.buf.Flush(), f.tmp.Sync(), f.tmp.Close()); err != nil {
			return errors.Join(err, w.Discard())
		}
	}
	for _, f := range w.files {
		if err := os.Rename(f.tmp.Name(), filepath.Join(w.folder, f.name)); err != nil {
			return errors.Join(err, w.Discard())
		}
	}
	w.files = nil
	return nil
}

// Discard takes back what is not in its place yet.
func (w *Writer) Discard() error {
	for _, f := range w.files {
		_ = f.tmp.Close()
		if err := os.Remove(f.tmp.Name()); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	w.files = nil
	return nil
}

// WriteCSV writes one table as a whole.
func WriteCSV(out io.Writer, t *Table, rows [][]string) error {
	c := csv.NewWriter(out)
	if err := c.Write(t.Head()); err != nil {
		return err
	}
	return c.WriteAll(rows)
}
