package pdf

import (
	"github.com/gapbook/gapbook/model/render/document"
)

// Measures of the page in points: A4, and where the text stands.
const (
	pageWide, pageHigh = 595.28, 841.89
	left, right        = 56.7, pageWide - 56.7
	top, bottom        = 68.0, pageHigh - 62
	textWide           = right - left
	textHigh           = bottom - top
)

// box is what no page breaks: a line, a row, a picture.
type box struct {
	gap   float64 // above it, but at the top of a page
	high  float64
	keep  bool // on one page with the next
	like  bool // so, where that does not leave much of the page empty
	fresh bool // starts a page
	soft  bool // starts a page where the one before is nearly full and its section does not fit
	head  *box // a table's header, repeated where a page begins with this
	at    heading
	draw  func(y float64)
}

// heading is what the outline says of a box, where it is one.
type heading struct {
	text, id string
	level    int
}

// placed is a box on its page.
type placed struct {
	*box
	y float64
}

// paginate puts boxes on pages. What is kept together goes on to the next page as one; what is longer than a page breaks.
func paginate(boxes []*box) [][]placed {
	pages := [][]placed{nil}
	y := top
	next := func() {
		pages = append(pages, nil)
		y = top
	}
	put := func(b *box) {
		last := &pages[len(pages)-1]
		if len(*last) > 0 {
			y += b.gap
		} else if b.head != nil {
			*last = append(*last, placed{b.head, y})
			y += b.head.high
		}
		*last = append(*last, placed{b, y})
		y += b.high
	}
	for i := 0; i < len(boxes); {
		j, high := group(boxes, i, true)
		if empty := y+high > bottom && bottom-y > muchEmpty; empty || high > textHigh {
			j, high = group(boxes, i, false)
		}
		if high > textHigh { // too long to be kept: its beginning at least
			j = i
			high = boxes[i].gap + boxes[i].high
			for ; boxes[j].keep && j+1 < len(boxes) && high+boxes[j+1].gap+boxes[j+1].high < textHigh/3; j++ {
				high += boxes[j+1].gap + boxes[j+1].high
			}
		}
		if len(pages[len(pages)-1]) > 0 && (boxes[i].fresh || y+high > bottom || boxes[i].soft && parted(boxes[i:], y)) {
			next()
		}
		for ; i <= j; i++ {
			put(boxes[i])
		}
	}
	return pages
}

// muchEmpty is the room at the foot of a page that is not left empty where what follows can be parted.
const muchEmpty = textHigh * 0.3

// group is the last of the boxes that go on one page with the i-th, and how high they are together.
func group(boxes []*box, i int, like bool) (last int, high float64) {
	high = boxes[i].gap + boxes[i].high
	for ; (boxes[i].keep || like && boxes[i].like) && i+1 < len(boxes) && !boxes[i+1].fresh; i++ {
		high += boxes[i+1].gap + boxes[i+1].high
	}
	return i, high
}

// parted says whether a section, which need not, starts a page: it does not fit, and the page before is nearly full.
func parted(boxes []*box, y float64) bool {
	high := 0.0
	for i, b := range boxes {
		if i > 0 && (b.fresh || b.soft) {
			break
		}
		high += b.gap + b.high
	}
	return y+high > bottom && bottom-y < muchEmpty
}

// rather keeps boxes on one page where they are no more than half of one, and do not leave much of the one before empty.
func rather(boxes []*box) {
	high := 0.0
	for _, b := range boxes {
		high += b.gap + b.high
	}
	if high > textHigh/2 {
		return
	}
	for _, b := range boxes[:max(len(boxes)-1, 0)] {
		b.like = true
	}
}

// together keeps boxes on one page where that has room for them.
func together(boxes []*box) {
	high := 0.0
	for _, b := range boxes {
		high += b.gap + b.high
	}
	if high > textHigh {
		return
	}
	for _, b := range boxes[:max(len(boxes)-1, 0)] {
		b.keep = true
	}
}

// print draws the pages, each with its header and footer, and the outline.
func (w *writer) print(pages [][]placed) {
	w.numbers = map[string]int{}
	for n, page := range pages {
		for _, b := range page {
			if b.at.id != "" && w.numbers[b.at.id] == 0 {
				w.numbers[b.at.id] = n + 1
			}
		}
	}
	level := -1
	for n, page := range pages {
		w.pdf.AddPage()
		w.frame(n+1, len(pages))
		for _, b := range page {
			if h := b.at; h.text != "" {
				level = min(h.level, level+1)
				w.fonts.use(look{size: 10})
				w.pdf.Bookmark(h.text, level, b.y)
				if w.numbers[h.id] == n+1 {
					w.pdf.SetLink(w.links[h.id], b.y, n+1)
				}
			}
			b.draw(b.y)
		}
	}
}

// frame is what every page has around its text.
func (w *writer) frame(n, of int) {
	small := look{size: 8, ink: document.Text2}
	brand := w.doc.Meta.Brand
	if n > 1 {
		firm := w.fonts.fit(document.Clean(brand.Firm))
		room := textWide - w.fonts.width(firm, small) - 20
		w.put(left, 44, w.short(w.fonts.fit(w.doc.FullTitle()), small, room), small)
		w.put(right-w.fonts.width(firm, small), 44, firm, small)
		w.rule(left, right, 51, 0.5, document.Rule)
	}
	count := w.fonts.fit("Page " + itoa(n) + " of " + itoa(of))
	wide := w.fonts.width(count, small)
	w.put(left, pageHigh-34, w.short(w.fonts.fit(document.Clean(brand.Footer)), small, textWide-wide-20), small)
	w.put(right-wide, pageHigh-34, count, small)
}

// short cuts a text to a width.
func (w *writer) short(s string, l look, most float64) string {
	if w.fonts.width(s, l) <= most {
		return s
	}
	head, _ := w.cut(span{text: s, look: l}, most-w.fonts.width("…", l), true)
	return head.text + "…"
}

func (w *writer) write(x, y float64, s string, l look) {
	if s == "" {
		return
	}
	w.fonts.use(l)
	w.pdf.SetTextColor(w.doc.Meta.Brand.Ink(l.ink).RGB())
	if l.italic {
		w.pdf.TransformBegin()
		w.pdf.TransformSkewX(11, x, y)
		defer w.pdf.TransformEnd()
	}
	w.pdf.Text(x, y, s)
}

func (w *writer) rule(x1, x2, y, thick float64, ink document.Ink) {
	w.pdf.SetDrawColor(w.doc.Meta.Brand.Ink(ink).RGB())
	w.pdf.SetLineWidth(thick)
	w.pdf.Line(x1, y, x2, y)
}

func (w *writer) area(x, y, wide, high float64, ink document.Ink) {
	w.pdf.SetFillColor(w.doc.Meta.Brand.Ink(ink).RGB())
	w.pdf.Rect(x, y, wide, high, "F")
}

// set writes a line whose top is at y, in a column.
func (w *writer) set(l line, x, y, wide float64, align document.Align) {
	high := 0.0
	for _, s := range l.spans {
		high = max(high, leading(s.look.size))
	}
	switch {
	case align == document.Right || align == document.Left && l.rtl:
		x += wide - l.wide
	case align == document.Centre:
		x += (wide - l.wide) / 2
	}
	for _, s := range l.spans {
		is := w.fonts.width(s.text, s.look)
		w.put(x, y+high*0.74, s.text, s.look)
		if s.link != "" {
			w.pdf.Link(x, y, is, high, w.links[s.link])
		}
		x += is
	}
}
