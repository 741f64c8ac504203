package pdf

import (
	"strconv"

	"github.com/gapbook/gapbook/model/render/document"
)

const body = 9.5 // points

func itoa(n int) string { return strconv.Itoa(n) }

// lay makes boxes of all blocks.
func (w *writer) lay() []*box {
	w.title()
	front := document.Front(w.doc.Blocks)
	for i, b := range w.doc.Blocks {
		if i == front {
			w.contents()
		}
		from := len(w.boxes)
		w.block(b)
		if document.Stays(w.doc.Blocks, i) {
			if _, para := b.(document.Para); para {
				together(w.boxes[from:])
			}
			w.boxes[len(w.boxes)-1].keep = true
		}
	}
	if n := len(w.doc.Blocks); n > 0 {
		if _, note := w.doc.Blocks[n-1].(document.Note); note {
			rather(w.boxes[w.section:])
		}
	}
	return w.boxes
}

func (w *writer) add(b *box) {
	b.fresh, b.soft, w.fresh, w.soft = w.fresh, w.soft, false, false
	w.boxes = append(w.boxes, b)
}

func (w *writer) block(b document.Block) {
	switch b := b.(type) {
	case document.PageBreak:
		if b.Soft {
			w.soft = true
		} else {
			w.fresh = true
		}
	case document.Heading:
		w.heading(b)
	case document.Para:
		size := body
		switch {
		case b.Lead:
			size = 11
		case b.Aloud:
			size = 14
		}
		w.text(w.spans(b.Text, look{size: size, ink: document.Text1}), left, textWide, 7)
	case document.List:
		w.list(b)
	case document.Facts:
		w.facts(b)
	case document.Note:
		w.note(b)
	case document.Table:
		w.table(b)
	case document.Picture:
		w.picture(b)
	case document.Lines:
		for range b.N {
			w.add(&box{high: 25, draw: func(y float64) { w.rule(left, right, y+24, 0.5, document.Rule) }})
		}
	}
}

// text adds a paragraph line by line: no page begins or ends with a single line of it.
func (w *writer) text(spans []span, x, wide, gap float64) []*box {
	from := len(w.boxes)
	lines := w.lines(spans, wide)
	for i, l := range lines {
		high := leading(l.spans[0].look.size)
		b := &box{high: high, keep: i == 0 && len(lines) > 1 || i == len(lines)-2, draw: func(y float64) { w.set(l, x, y, wide, document.Left) }}
		if i == 0 {
			b.gap = gap
		}
		w.add(b)
	}
	return w.boxes[from:]
}

// title is the head of the first page.
func (w *writer) title() {
	if logo := w.logo(); logo != nil {
		w.add(logo)
	} else if firm := w.fonts.fit(document.Clean(w.doc.Meta.Brand.Firm)); firm != "" {
		w.text([]span{{text: firm, look: look{bold: true, size: body, ink: document.Text2}}}, left, textWide, 0)
	}
	gap := 0.0
	if len(w.boxes) > 0 {
		gap = 22
	}
	if s := document.Clean(w.doc.Meta.Client); s != "" {
		w.text(w.spans(document.Text(s), look{size: 16, ink: document.Text2}), left, textWide, gap)
		gap = 2
	}
	w.text(w.spans(document.Text(document.Clean(w.doc.Title)), look{bold: true, size: 23, ink: document.Text1}), left, textWide, gap)
	w.text(w.spans([]document.Inline{{Text: w.doc.Subtitle()}}, look{size: body, ink: document.Text2}), left, textWide, 6)
	w.add(&box{gap: 8, high: 6, draw: func(y float64) { w.rule(left, right, y, 1.2, document.Accent) }})
}

func (w *writer) heading(h document.Heading) {
	l, gap := look{bold: true, size: 17, ink: document.Accent}, 26.0
	switch {
	case h.Level == 2:
		l, gap = look{bold: true, size: 12, ink: document.Text1}, 18
	case h.Level > 2:
		l, gap = look{bold: true, size: body, ink: document.Text2}, 9
	}
	w.section = len(w.boxes)
	boxes := w.text(w.spans([]document.Inline{{Text: h.Text}}, l), left, textWide, gap)
	for _, b := range boxes {
		b.keep = true
	}
	if len(boxes) > 0 && h.Level <= 2 {
		boxes[0].at = heading{w.fonts.fit(document.Clean(h.Text)), h.ID, min(max(h.Level, 1), 3) - 1}
	}
}

// contents lists the sections with their pages.
func (w *writer) contents() {
	var top []document.Heading
	for _, b := range w.doc.Blocks {
		if h, ok := b.(document.Heading); ok && h.Level <= 1 && h.ID != "" && document.Clean(h.Text) != "" {
			top = append(top, h)
		}
	}
	if len(top) < 3 {
		return
	}
	boxes := w.text([]span{{text: "Contents", look: look{bold: true, size: body, ink: document.Text2}}}, left, textWide, 18)
	boxes[0].keep = true
	l := look{size: body, ink: document.Text1}
	high := leading(body) + 2
	for i, h := range top {
		w.add(&box{high: high, keep: i < len(top)-1, draw: func(y float64) {
			n := itoa(w.numbers[h.ID])
			wide := w.fonts.width(n, l)
			s := w.short(w.fonts.fit(document.Clean(h.Text)), l, textWide-40)
			base := y + leading(body)*0.74
			w.put(left, base, s, l)
			w.put(right-wide, base, n, l)
			w.pdf.SetDashPattern([]float64{0.5, 3}, 0)
			w.rule(left+w.fonts.width(s, l)+6, right-wide-6, base, 0.5, document.Text2)
			w.pdf.SetDashPattern(nil, 0)
			w.pdf.Link(left, y, textWide, high, w.links[h.ID])
		}})
	}
}

func (w *writer) list(l document.List) {
	for i, item := range l.Items {
		indent, gap := 12.0, 2.5
		mark := "•"
		if l.Ordered {
			mark, indent = itoa(i+1)+".", 18
		}
		if i == 0 {
			gap = 5
		}
		boxes := w.text(w.spans(item, look{size: body, ink: document.Text1}), left+indent, textWide-indent, gap)
		w.before(boxes, mark, look{size: body, ink: document.Accent}, left+2)
		if n := len(boxes); n > 0 && n < 5 {
			together(boxes)
		}
		if n, items := len(boxes), len(l.Items); n > 0 && items > 1 && (i == 0 || i == items-2) {
			boxes[n-1].keep = true
		}
	}
}

// before writes a text before the first of some boxes.
func (w *writer) before(boxes []*box, s string, l look, x float64) {
	if len(boxes) == 0 {
		return
	}
	draw, high := boxes[0].draw, boxes[0].high
	s = w.fonts.fit(s)
	boxes[0].draw = func(y float64) {
		w.put(x, y+high*0.74, s, l)
		draw(y)
	}
}

func (w *writer) facts(f document.Facts) {
	const names = 84
	from := len(w.boxes)
	for _, x := range f.Items {
		name := look{size: body - 0.5, ink: document.Text2}
		boxes := w.text(w.spans(x.Text, look{size: body, ink: document.Text1}), left+names, textWide-names, 3)
		if len(boxes) == 0 {
			boxes = w.text([]span{{text: " ", look: name}, {text: "–", look: name}}, left+names, textWide-names, 3)
		}
		w.before(boxes, w.short(w.fonts.fit(document.Clean(x.Name)), name, names-6), name, left)
		if len(boxes) < 6 {
			together(boxes)
		}
	}
	boxes := w.boxes[from:]
	for i := range boxes[:max(len(boxes)-1, 0)] { // none begins or ends with less than a few lines
		boxes[i].keep = boxes[i].keep || i < 3 || i >= len(boxes)-4
	}
	if len(f.Items) < 12 {
		rather(boxes)
	}
}

// note has a ground of its own and a bar at its side.
func (w *writer) note(n document.Note) {
	const pad, edge = 8.0, 12.0
	ink := document.Accent
	if n.Kind == document.Limit {
		ink = document.Text2
	}
	from := len(w.boxes)
	space := func(high, gap float64) {
		w.add(&box{gap: gap, high: high, draw: func(float64) {}})
	}
	space(pad, 10)
	if n.Title != "" {
		w.text(w.spans([]document.Inline{{Text: n.Title}}, look{bold: true, size: body, ink: document.Text1}), left+edge, textWide-2*edge, 0)
	}
	for i, t := range n.Text {
		if i > 0 {
			space(4, 0)
		}
		w.text(w.spans(t, look{size: body, ink: document.Text1}), left+edge, textWide-2*edge, 0)
	}
	space(pad, 0)
	boxes := w.boxes[from:]
	for _, b := range boxes {
		draw := b.draw
		b.draw = func(y float64) {
			w.area(left, y-0.2, textWide, b.high+0.4, document.Tint)
			w.area(left, y-0.2, 3, b.high+0.4, ink)
			draw(y)
		}
	}
	if len(boxes) < 25 {
		together(boxes)
	}
}
