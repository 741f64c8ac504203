package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Write makes the file.
func Write(b Book) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := &writer{f: f, book: b, styles: map[look]int{}}
	for i, s := range b.Sheets {
		if i == 0 {
			w.do(f.SetSheetName(f.GetSheetName(0), s.Name))
		} else {
			_, err := f.NewSheet(s.Name)
			w.do(err)
		}
	}
	for _, s := range b.Sheets {
		if len(s.Columns) > 0 {
			w.table(s)
		}
		w.page(s)
	}
	for _, s := range b.Sheets { // once there is what they draw from
		if len(s.Charts) > 0 {
			w.charts(s)
		}
	}
	w.properties()
	if w.err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", w.err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	return sorted(out.Bytes())
}

// writer keeps the first error, so that the calls read as a list.
type writer struct {
	f      *excelize.File
	book   Book
	styles map[look]int
	lists  int // columns of the hidden sheet of choices
	err    error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) table(s Sheet) {
	for i, c := range s.Columns {
		name := column(i)
		w.do(w.f.SetColWidth(s.Name, name, name, c.Width))
		w.do(w.f.SetCellStr(s.Name, name+"1", c.Head))
		w.do(w.f.SetCellStyle(s.Name, name+"1", name+"1", w.style(look{head: true, kind: c.Kind})))
		if len(c.Choices) > 0 && len(s.Rows) > 0 {
			w.choices(s, name, c)
		}
	}
	for i, row := range s.Rows {
		w.do(w.f.SetRowHeight(s.Name, i+2, height(s.Columns, row)))
		for j, c := range row {
			w.cell(s, fmt.Sprintf("%s%d", column(j), i+2), s.Columns[j].Kind, c)
		}
	}
	w.do(w.f.SetRowHeight(s.Name, 1, 2*lineHeight+3))
	last := column(len(s.Columns) - 1)
	if len(s.Rows) > 0 {
		w.do(w.f.AutoFilter(s.Name, fmt.Sprintf("A1:%s%d", last, len(s.Rows)+1), nil))
	}
	w.do(w.f.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// height is what a row needs, in points. Not every program finds it out by itself.
func height(columns []Column, row []Cell) float64 {
	lines := 1
	for i, c := range row {
		if c.Text != "" { // letters are narrower than the figures that a width counts
			lines = max(lines, wrapped(c.Text, max(int(columns[i].Width*1.1)-2, 4)))
		}
	}
	return min(float64(lines)*lineHeight+3, 409) // as high as a row can be
}

const lineHeight = 15.0

// wrapped is how many lines a text takes.
func wrapped(s string, room int) int {
	lines, used := 1, 0
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case used == 0:
			used = n
		case used+1+n > room:
			lines, used = lines+1, n
		default:
			used += 1 + n
		}
		lines, used = lines+(used-1)/room, (used-1)%room+1 // a word that is longer than a line
	}
	return lines
}

func (w *writer) cell(s Sheet, at string, kind Kind, c Cell) {
	if c.Kind != Text {
		kind = c.Kind
	}
	day, dated := c.Date.Time()
	switch {
	case dated:
		kind = Date
		w.do(w.f.SetCellFloat(s.Name, at, float64(day.Unix()/86400+25569), 0, 64)) // days since 1899-12-30
	case c.Number != nil:
		w.do(w.f.SetCellFloat(s.Name, at, *c.Number, -1, 64))
	case c.Text != "":
		kind = Text
		w.do(w.f.SetCellStr(s.Name, at, c.Text))
	}
	w.do(w.f.SetCellStyle(s.Name, at, at, w.style(look{kind: kind})))
}

// look is one style of cells.
type look struct {
	head bool
	kind Kind
}

func (w *writer) style(l look) int {
	if id, ok := w.styles[l]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Color: "1B2430"},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.kind == Text || l.head},
		Border:    []excelize.Border{{Type: "bottom", Color: "CFD6DF", Style: 1}},
	}
	if l.kind != Text {
		s.Alignment.Horizontal = "right"
	} else {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	switch format := map[Kind]string{Whole: "0", Number: "0.##", Percent: "0%", Money: "#,##0", Date: "yyyy-mm-dd"}[l.kind]; {
	case l.head:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F5F8B"}}
		s.Alignment.Vertical = "center"
	case format != "":
		s.CustomNumFmt = &format
	}
	id, err := w.f.NewStyle(s)
	w.do(err)
	w.styles[l] = id
	return id
}

// listSheet holds what can be chosen. A list within a rule may have no more than 255 characters.
const listSheet = "Lists"

func (w *writer) choices(s Sheet, name string, c Column) {
	if w.lists == 0 {
		_, err := w.f.NewSheet(listSheet)
		w.do(err)
		w.do(w.f.SetSheetVisible(listSheet, false))
	}
	in := column(w.lists)
	w.lists++
	for i, x := range c.Choices {
		w.do(w.f.SetCellStr(listSheet, fmt.Sprintf("%s%d", in, i+1), x))
	}
	rule := excelize.NewDataValidation(true)
	rule.Sqref = fmt.Sprintf("%s2:%s%d", name, name, len(s.Rows)+1)
	rule.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, in, in, len(c.Choices)))
	if c.Only {
		rule.SetError(excelize.DataValidationErrorStyleStop, c.Head, "Choose one of the list.")
	} else {
		rule.SetError(excelize.DataValidationErrorStyleInformation, c.Head, "This is not in the list.")
	}
	w.do(w.f.AddDataValidation(s.Name, rule))
}

func (w *writer) properties() {
	day := "1980-01-01T00:00:00Z"
	if t, ok := w.book.Date.Time(); ok {
		day = t.Format("2006-01-02T15:04:05Z")
	}
	w.do(w.f.SetDocProps(&excelize.DocProperties{
		Title: w.book.Title, Subject: w.book.Client, Creator: w.book.Authors, LastModifiedBy: w.book.Authors, Created: day, Modified: day, Language: "en",
	}))
	w.do(w.f.SetAppProps(&excelize.AppProperties{Application: "gapbook"}))
}

func column(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		panic(err) // a table of sixteen thousand columns
	}
	return name
}

// entries are those of the list of types.
var entries = regexp.MustCompile(`<(?:Default|Override) [^>]*/?>(?:</(?:Default|Override)>)?`)

// sortedTypes puts the entries of the list of types in order.
func sortedTypes(part []byte) []byte {
	all := entries.FindAll(part, -1)
	slices.SortFunc(all, bytes.Compare)
	i := 0
	return entries.ReplaceAllFunc(part, func([]byte) []byte {
		i++
		return all[i-1]
	})
}

// sorted puts the parts of the file in order, without times: excelize writes them as a map gives them.
func sorted(data []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) // [Content_Types].xml comes first
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		from, err := p.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(from)
		if err != nil {
			return nil, err
		}
		if p.Name == "[Content_Types].xml" {
			part = sortedTypes(part)
		}
		if _, err := to.Write(part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
