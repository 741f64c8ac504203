package pdf

import "strings"

// The tick says that something is done, and the fonts have none: it is drawn.
const (
	tick     = '✓'
	tickWide = 0.9 // at 1 point
)

// put writes a text that starts at x on a baseline.
func (w *writer) put(x, y float64, s string, l look) {
	for s != "" {
		words, rest, drawn := strings.Cut(s, string(tick))
		w.write(x, y, words, l)
		x += w.fonts.width(words, l)
		if drawn {
			w.pdf.SetDrawColor(w.doc.Meta.Brand.Ink(l.ink).RGB())
			w.pdf.SetLineWidth(l.size * 0.1)
			for _, p := range [][4]float64{{0.12, 0.3, 0.3, 0.08}, {0.3, 0.08, 0.66, 0.62}} {
				w.pdf.Line(x+p[0]*l.size, y-p[1]*l.size, x+p[2]*l.size, y-p[3]*l.size)
			}
			x += tickWide * l.size
		}
		s = rest
	}
}
