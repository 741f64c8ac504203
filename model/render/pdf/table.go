package pdf

import (
	"github.com/gapbook/gapbook/model/render/document"
)

const (
	small           = 8.0 // points of a table's text
	cellX, cellY    = 4.0, 2.2
	tallestRow      = textHigh / 2 // a row that is taller breaks
	linesOfATallRow = 20
	textTenths      = 4819 // of the text's width, for sharing it out
)

// cells are the lines of a row, column by column.
type cells [][]line

// table makes a box of each row. Where a page begins with one, the header stands above it again.
func (w *writer) table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	if s := document.Clean(t.Caption); s != "" {
		for _, b := range w.text(w.spans([]document.Inline{{Text: s}}, look{bold: true, size: small + 0.5, ink: document.Text2}), left, textWide, 10) {
			b.keep = true
		}
	}
	wide := t.Widths(textTenths, t.Least(func(in []document.Inline, head bool) int {
		most := 0.0
		for _, x := range w.words(w.spans(in, look{bold: head, size: small})) {
			most = max(most, x.wide)
		}
		return int((most+2*cellX)*textTenths/textWide) + 1
	}))
	x := make([]float64, len(wide)+1)
	for i, n := range wide {
		x[i+1] = x[i] + float64(n)*textWide/textTenths
	}
	of := func(i int, in []document.Inline, l look) []line { return w.lines(w.spans(in, l), x[i+1]-x[i]-2*cellX) }

	heads := make(cells, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = of(i, []document.Inline{{Text: c.Head}}, look{bold: true, size: small, ink: document.Text2})
	}
	head := w.row(t, x, heads, 1e9, false)[0]
	draw := head.draw
	head.draw = func(y float64) {
		draw(y)
		w.rule(left, right, y+head.high, 1, document.Text2)
	}
	head.gap, head.keep = 6, true
	from := len(w.boxes)
	w.add(head)
	band := false
	for n, r := range t.Rows {
		if r.Section {
			band = false
			w.band(r.Cell(0), head)
			continue
		}
		row := make(cells, len(t.Columns))
		for i := range t.Columns {
			row[i] = of(i, r.Cell(i), look{size: small, ink: document.Text1})
		}
		for _, b := range w.row(t, x, row, tallestRow, band) {
			b.head = head
			w.add(b)
		}
		w.boxes[len(w.boxes)-1].keep = t.Holds(n)
		band = !band
	}
	rather(w.boxes[from:])
	w.add(&box{high: 8, draw: func(float64) {}})
}

// band is a row over all columns.
func (w *writer) band(in []document.Inline, head *box) {
	lines := w.lines(w.spans(in, look{bold: true, size: small + 1, ink: document.Text1}), textWide-2*cellX)
	step := leading(small + 1)
	b := &box{high: float64(len(lines))*step + cellY + 9, keep: true, head: head}
	b.draw = func(y float64) {
		for i, l := range lines {
			w.set(l, left+cellX, y+8+float64(i)*step, textWide-2*cellX, document.Left)
		}
		w.rule(left, right, y+b.high, 0.5, document.Rule)
	}
	w.add(b)
}

// row makes a box of a row; more than one where it would be taller than most.
func (w *writer) row(t document.Table, x []float64, row cells, most float64, band bool) []*box {
	step := leading(small)
	n := 1
	for _, c := range row {
		n = max(n, len(c))
	}
	each := n
	if float64(n)*step > most {
		each = linesOfATallRow
	}
	var out []*box
	for from := 0; from < n; from += each {
		to := min(from+each, n)
		last := to == n
		b := &box{high: float64(to-from)*step + 2*cellY}
		b.draw = func(y float64) {
			if band {
				w.area(left, y, textWide, b.high, document.Tint)
			}
			for i, c := range row {
				for j := from; j < min(to, len(c)); j++ {
					w.set(c[j], left+x[i]+cellX, y+cellY+float64(j-from)*step, x[i+1]-x[i]-2*cellX, t.Columns[i].Align)
				}
			}
			if last {
				w.rule(left, right, y+b.high, 0.5, document.Rule)
			}
		}
		out = append(out, b)
	}
	return out
}
