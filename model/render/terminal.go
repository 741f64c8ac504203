package render

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/render/document"
)

// Terminal writes a document for a terminal of that width: no markup, tables fitted by wrapping their cells.
func Terminal(d *document.Document, width int) []byte {
	w := &textWriter{width: max(width, 40)}
	title := d.FullTitle()
	w.line(title)
	w.line(strings.Repeat("=", min(ansi.StringWidth(title), w.width)))
	for _, b := range d.Blocks {
		w.block(b)
	}
	return []byte(inert.Strip(w.b.String()))
}

type textWriter struct {
	b     strings.Builder
	width int
}

func (w *textWriter) line(s string) { w.b.WriteString(strings.TrimRight(s, " ") + "\n") }

func (w *textWriter) wrapped(first, rest, s string) {
	for i, l := range wrapCell(s, w.width-ansi.StringWidth(rest)) {
		if i == 0 {
			w.line(first + l)
		} else {
			w.line(rest + l)
		}
	}
}

func (w *textWriter) block(b document.Block) {
	switch b.(type) {
	case document.PageBreak, document.Lines:
		return
	}
	w.line("")
	switch b := b.(type) {
	case document.Heading:
		w.wrapped("", "", b.Text)
		w.line(strings.Repeat("-", min(ansi.StringWidth(b.Text), w.width)))
	case document.Para:
		w.wrapped("", "", said(b.Text))
	case document.List:
		for _, item := range b.Items {
			w.wrapped("- ", "  ", said(item))
		}
	case document.Facts:
		for _, f := range b.Items {
			w.wrapped(f.Name+": ", "  ", said(f.Text))
		}
	case document.Note:
		w.wrapped("", "", b.Title)
		for _, p := range b.Text {
			w.wrapped("  ", "  ", said(p))
		}
	case document.Table:
		w.table(b)
	case document.Picture:
		w.wrapped("", "", b.Alt)
	}
}

// table fits the columns into the width: the widest gives way first, never below its longest word.
func (w *textWriter) table(t document.Table) {
	n := len(t.Columns)
	if n == 0 {
		return
	}
	width, least := make([]int, n), make([]int, n)
	measure := func(i int, s string) {
		width[i] = max(width[i], ansi.StringWidth(s))
		for word := range strings.FieldsSeq(s) {
			least[i] = max(least[i], min(ansi.StringWidth(word), 13)) // a longer word breaks
		}
	}
	for i, c := range t.Columns {
		measure(i, c.Head)
		for _, r := range t.Rows {
			if !r.Section {
				measure(i, said(r.Cell(i)))
			}
		}
	}
	gap := 2
	total := func() (sum int) {
		for _, x := range width {
			sum += x
		}
		return sum + gap*(n-1)
	}
	for total() > w.width {
		widest := -1
		for i := range width {
			if width[i] > least[i] && (widest < 0 || width[i] > width[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			if gap == 1 {
				break // nothing left to give: the terminal wraps
			}
			gap = 1
			continue
		}
		width[widest]--
	}
	heads := make([]string, n)
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	w.row(t, width, gap, heads)
	w.line(strings.Repeat("-", min(total(), w.width)))
	for _, r := range t.Rows {
		if r.Section {
			w.line(said(r.Cell(0)))
			continue
		}
		cells := make([]string, n)
		for i := range cells {
			cells[i] = said(r.Cell(i))
		}
		w.row(t, width, gap, cells)
	}
}

func (w *textWriter) row(t document.Table, width []int, gap int, cells []string) {
	lines := make([][]string, len(cells))
	height := 0
	for i, c := range cells {
		lines[i] = wrapCell(c, width[i])
		height = max(height, len(lines[i]))
	}
	for y := range height {
		var parts []string
		for i := range cells {
			s := ""
			if y < len(lines[i]) {
				s = lines[i][y]
			}
			pad := strings.Repeat(" ", max(width[i]-ansi.StringWidth(s), 0))
			if t.Columns[i].Align == document.Right {
				s = pad + s
			} else {
				s += pad
			}
			parts = append(parts, s)
		}
		w.line(strings.Join(parts, strings.Repeat(" ", gap)))
	}
}

func said(text []document.Inline) string {
	var b strings.Builder
	for _, x := range text {
		b.WriteString(x.Text)
	}
	return document.Clean(b.String())
}

func wrapCell(s string, width int) []string {
	lines := strings.Split(ansi.Wrap(s, max(width, 1), ""), "\n")
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" && len(lines) > 1 })
}
