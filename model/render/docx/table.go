package docx

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
)

// As in the styles: the size of a table's text, and a cell's margin in twentieths of a point.
const (
	tableText  = 8.5
	cellMargin = 70
)

// table writes a table whose header row is repeated on each page and whose rows stay whole.
func (w *writer) table(t document.Table, keeps bool) {
	caption := document.Clean(t.Caption)
	if caption != "" {
		w.para("TableCaption", true, w.runs([]document.Inline{{Text: caption}}))
	}
	if len(t.Columns) == 0 {
		return
	}
	if w.breaks {
		w.para("TableEnd", true, "")
	}
	wide := t.Widths(textWide, t.Least(func(in []document.Inline, _ bool) int {
		most := 0.0
		for _, s := range document.Words(in) {
			most = max(most, document.Wide(s, tableText))
		}
		return int(most*20) + 2*cellMargin
	}))
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblStyle w:val="BandedTable"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`, textWide)
	if caption != "" {
		w.WriteString(`<w:tblCaption w:val="` + escape(caption) + `"/>`)
	}
	w.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, x := range wide {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, x)
	}
	w.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		w.cell(wide[i], 1, [...]string{"TableHead", "TableHeadNumber", "TableHeadCentre"}[c.Align], false, []document.Inline{{Text: c.Head}})
	}
	w.WriteString(`</w:tr>`)
	short := t.Short()
	for n, r := range t.Rows {
		keep := t.Holds(n) || short && n < len(t.Rows)-1 || keeps && n == len(t.Rows)-1
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		if r.Section {
			w.cell(textWide, len(t.Columns), "TableSection", true, r.Cell(0))
		} else {
			for i, c := range t.Columns {
				w.cell(wide[i], 1, cellStyle(c.Align), keep, r.Cell(i))
			}
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
	w.para("TableEnd", keeps, "")
}

func cellStyle(a document.Align) string {
	return [...]string{"TableText", "TableNumber", "TableCentre"}[a]
}

func (w *writer) cell(wide, over int, style string, keep bool, in []document.Inline) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, wide)
	if over > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, over)
	}
	w.WriteString(`</w:tcPr>`)
	w.para(style, keep, strings.TrimSpace(w.runs(in)))
	w.WriteString(`</w:tc>`)
}
