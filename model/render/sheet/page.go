package sheet

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A page is A4 across. It holds this many characters of a table as they are, and more where they are made smaller, but not
// smaller than about 7 points.
const (
	pageChars    = 140.0
	least        = 0.65
	narrowMargin = 0.4 // inches
)

// page sets a sheet up for print. A table is made to fit a page in width as long as it can be read then, else two or more;
// the columns that say what a row is stand on each, and the header at the top of all.
func (w *writer) page(s Sheet) {
	paper, landscape := 9, "landscape" // 9: A4
	layout := &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape}
	if n := len(s.Columns); n > 0 {
		wide, names := 0.0, 0.0
		for i, c := range s.Columns {
			wide += c.Width
			if i < s.Names {
				names += c.Width
			}
		}
		pages, titles := 1, "'"+s.Name+"'!$1:$1"
		if most := pageChars / least; wide > most && most > names {
			pages = int(math.Ceil((wide - names) / (most - names)))
			if s.Names > 0 {
				titles = fmt.Sprintf("'%s'!$A:$%s,%s", s.Name, column(s.Names-1), titles)
			}
		}
		fit, tall := true, 0
		layout.FitToWidth, layout.FitToHeight = &pages, &tall
		w.do(w.f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
		w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name}))
		w.area(s, n, len(s.Rows)+1)
	}
	w.do(w.f.SetPageLayout(s.Name, layout))
	side, edge, head := narrowMargin, 0.75, 0.3
	w.do(w.f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &head, Footer: &head}))
	w.do(w.f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddHeader: "&L" + escaped(w.book.Client) + "&R&A", OddFooter: "&L" + escaped(w.book.Title) + "&RPage &P of &N"}))
}

// area is what is printed of a sheet.
func (w *writer) area(s Sheet, columns, rows int) {
	w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", s.Name, column(columns-1), rows), Scope: s.Name}))
}

// escaped keeps a name from acting as a code of headers.
func escaped(s string) string {
	if r := []rune(s); len(r) > 100 {
		s = string(r[:100])
	}
	return strings.ReplaceAll(s, "&", "&&")
}
