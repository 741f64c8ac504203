package pdf

import (
	"bytes"
	"image"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"github.com/gapbook/gapbook/model/render/document"
)

// picture draws the shapes as they are; the caption stays with it.
func (w *writer) picture(p document.Picture) {
	if p.W > 0 && p.H > 0 {
		by := min(textWide/p.W, (textHigh-80)/p.H)
		w.add(&box{gap: 8, high: p.H * by, keep: true, draw: func(y float64) {
			for _, s := range p.Shapes {
				w.shape(s, left, y, by)
			}
		}})
	}
	caption := []document.Inline{{Text: p.Title, Bold: true}}
	if p.Alt != "" {
		caption = append(caption, document.Inline{Text: ". " + p.Alt})
	}
	together(w.text(w.spans(caption, look{size: small, ink: document.Text2}), left, textWide, 4))
	w.add(&box{high: 4, draw: func(float64) {}})
}

func (w *writer) shape(s document.Shape, x, y, by float64) {
	switch s := s.(type) {
	case document.Rect:
		if how := w.inks(s.Fill, s.Stroke, by); how != "" {
			if r := min(s.Radius, s.W/2, s.H/2) * by; r > 0 {
				w.pdf.RoundedRect(x+s.X*by, y+s.Y*by, s.W*by, s.H*by, r, "1234", how)
			} else {
				w.pdf.Rect(x+s.X*by, y+s.Y*by, s.W*by, s.H*by, how)
			}
		}
	case document.Line:
		if w.inks(document.NoInk, s.Stroke, s.Width*by) == "" {
			return
		}
		w.pdf.SetLineCapStyle("round")
		if s.Dashed {
			w.pdf.SetLineCapStyle("butt")
			w.pdf.SetDashPattern([]float64{3 * by, 3 * by}, 0)
		}
		w.pdf.Line(x+s.X1*by, y+s.Y1*by, x+s.X2*by, y+s.Y2*by)
		w.pdf.SetDashPattern(nil, 0)
		w.pdf.SetLineCapStyle("butt")
	case document.Dot:
		if how := w.inks(s.Fill, s.Stroke, by); how != "" {
			w.pdf.Circle(x+s.X*by, y+s.Y*by, s.R*by, how)
		}
	case document.Label:
		if s.Fill == document.NoInk {
			s.Fill = document.Text1
		}
		l := look{bold: s.Bold, size: s.Size * by, ink: s.Fill}
		t := w.fonts.fit(document.Clean(s.Text))
		at := x + s.X*by
		switch wide := w.fonts.width(t, l); s.Anchor {
		case document.Right:
			at -= wide
		case document.Centre:
			at -= wide / 2
		}
		w.put(at, y+s.Y*by, t, l)
	}
}

// inks sets the colours of a shape, and says how it is drawn; nothing where it has none.
func (w *writer) inks(fill, stroke document.Ink, wide float64) string {
	how := ""
	if fill != document.NoInk {
		w.pdf.SetFillColor(w.doc.Meta.Brand.Ink(fill).RGB())
		how = "F"
	}
	if stroke != document.NoInk {
		w.pdf.SetDrawColor(w.doc.Meta.Brand.Ink(stroke).RGB())
		w.pdf.SetLineWidth(wide)
		how += "D"
	}
	return how
}

// logo is the firm's, where it has one that the format holds.
func (w *writer) logo() *box {
	logo := w.doc.Meta.Brand.Logo
	if logo == nil {
		return nil
	}
	data, kind := logo.Data, "JPG"
	switch logo.Kind {
	case "png": // anew, plain: not every kind of PNG is understood
		kind = "PNG"
		img, _, err := image.Decode(bytes.NewReader(data))
		var out bytes.Buffer
		if err == nil {
			err = png.Encode(&out, img)
		}
		if err != nil {
			w.notes = append(w.notes, "the logo is left out: it is no PNG that can be read")
			return nil
		}
		data = out.Bytes()
	case "jpeg":
	default:
		w.notes = append(w.notes, "the logo is left out: a PDF takes a PNG or JPEG, not an SVG")
		return nil
	}
	w.pdf.RegisterImageOptionsReader("logo", fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	wide, high := logo.Fit(160, 48)
	return &box{high: high, draw: func(y float64) {
		w.pdf.ImageOptions("logo", left, y, wide, high, false, fpdf.ImageOptions{ImageType: kind}, 0, "")
	}}
}
