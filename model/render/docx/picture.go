package docx

import (
	"fmt"
	"math"

	"github.com/gapbook/gapbook/model/render/document"
)

// Where a picture has to fit, in points.
const (
	pictureWide = textWide / 20.0
	pictureHigh = 600.0
)

func emu(points float64) int { return int(math.Round(points * 12700)) }

// picture draws the shapes as a group of Word's own, which stay sharp and can be edited. Readers that know no shapes show
// what it is about.
func (w *writer) picture(p document.Picture) {
	caption := []document.Inline{{Text: p.Title, Bold: true}}
	if p.Alt != "" {
		caption = append(caption, document.Inline{Text: ". " + p.Alt})
	}
	if p.W > 0 && p.H > 0 {
		by := min(pictureWide/p.W, pictureHigh/p.H)
		size := fmt.Sprintf(`cx="%d" cy="%d"`, emu(p.W*by), emu(p.H*by))
		d := &drawing{w: w, by: by}
		w.drawn++
		id, title, alt := w.drawn, escape(document.Clean(p.Title)), escape(document.Clean(p.Alt))
		in := fmt.Sprintf(`<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent %s/>`+
			`<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr/>`+
			`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>`+
			`<a:xfrm><a:off x="0" y="0"/><a:ext %s/><a:chOff x="0" y="0"/><a:chExt %s/></a:xfrm></wpg:grpSpPr>`, size, id, title, alt, size, size)
		for _, s := range p.Shapes {
			in += d.shape(s)
		}
		in += `</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>` + text("[picture]") + `</mc:Fallback></mc:AlternateContent></w:r>`
		w.para("Picture", true, in)
	}
	w.para("Caption", false, w.runs(caption))
}

// drawing writes shapes, scaled by a factor.
type drawing struct {
	w  *writer
	by float64
}

func (d *drawing) shape(s document.Shape) string {
	switch s := s.(type) {
	case document.Rect:
		kind := `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
		if s.Radius > 0 && s.W > 0 && s.H > 0 {
			kind = fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %d"/></a:avLst></a:prstGeom>`, int(min(s.Radius/min(s.W, s.H), 0.5)*100000))
		}
		return d.put(s.X, s.Y, s.W, s.H, "", kind+d.fill(s.Fill)+d.stroke(s.Stroke, 1, false), "")
	case document.Line:
		flip := ""
		if s.X2 < s.X1 {
			flip += ` flipH="1"`
		}
		if s.Y2 < s.Y1 {
			flip += ` flipV="1"`
		}
		return d.put(min(s.X1, s.X2), min(s.Y1, s.Y2), math.Abs(s.X2-s.X1), math.Abs(s.Y2-s.Y1), flip,
			`<a:prstGeom prst="line"><a:avLst/></a:prstGeom>`+d.stroke(s.Stroke, s.Width, s.Dashed), "")
	case document.Dot:
		return d.put(s.X-s.R, s.Y-s.R, 2*s.R, 2*s.R, "", `<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`+d.fill(s.Fill)+d.stroke(s.Stroke, 1, false), "")
	case document.Label:
		return d.label(s)
	}
	return ""
}

// label is a text box without an edge, wide enough in any font, that stands by its anchor on the baseline.
func (d *drawing) label(s document.Label) string {
	t := document.Clean(s.Text)
	wide, high := float64(len([]rune(t)))*s.Size*0.8+8, s.Size*1.5
	x, jc := s.X, "left"
	switch s.Anchor {
	case document.Right:
		x, jc = s.X-wide, "right"
	case document.Centre:
		x, jc = s.X-wide/2, "center"
	}
	bold := ""
	if s.Bold {
		bold = `<w:b/><w:bCs/>`
	}
	if s.Fill == document.NoInk {
		s.Fill = document.Text1
	}
	size := max(int(math.Round(s.Size*d.by*2)), 2)
	return d.put(x, s.Y-s.Size*0.95, wide, high, "", `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>`,
		fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="PictureText"/><w:jc w:val="%s"/></w:pPr><w:r><w:rPr>%s<w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>%s</w:r></w:p>`,
			jc, bold, d.w.ink(s.Fill), size, size, text(t)))
}

// put places a shape.
func (d *drawing) put(x, y, wide, high float64, flip, look, words string) string {
	d.w.drawn++
	kind := `<wps:cNvSpPr/>`
	if words != "" {
		kind, words = `<wps:cNvSpPr txBox="1"/>`, `<wps:txbx><w:txbxContent>`+words+`</w:txbxContent></wps:txbx>`
	}
	return fmt.Sprintf(`<wps:wsp><wps:cNvPr id="%d" name="Shape %d"/>%s<wps:spPr><a:xfrm%s><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>%s</wps:spPr>%s`+
		`<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp>`,
		d.w.drawn, d.w.drawn, kind, flip, emu(x*d.by), emu(y*d.by), emu(max(wide, 0)*d.by), emu(max(high, 0)*d.by), look, words)
}

func (d *drawing) fill(i document.Ink) string {
	if i == document.NoInk {
		return `<a:noFill/>`
	}
	return `<a:solidFill><a:srgbClr val="` + d.w.ink(i) + `"/></a:solidFill>`
}

func (d *drawing) stroke(i document.Ink, wide float64, dashed bool) string {
	if i == document.NoInk {
		return `<a:ln><a:noFill/></a:ln>`
	}
	dash := ""
	if dashed {
		dash = `<a:prstDash val="sysDash"/>`
	}
	return fmt.Sprintf(`<a:ln w="%d" cap="rnd">%s%s</a:ln>`, emu(wide*d.by), d.fill(i), dash)
}
