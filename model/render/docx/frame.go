package docx

import (
	"fmt"

	"github.com/gapbook/gapbook/model/render/document"
)

// Measures of the page, in twentieths of a point: A4 with margins of 2 cm, a little more above and below.
const (
	textWide = 9638
	section  = `<w:sectPr><w:headerReference w:type="first" r:id="rId4"/><w:headerReference w:type="default" r:id="rId5"/>` +
		`<w:footerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1304" w:left="1134" w:header="680" w:footer="624" w:gutter="0"/>` +
		`<w:cols w:space="708"/><w:titlePg/></w:sectPr>`
)

// core are the properties that every program shows. Interviewees are in none of them.
func core(d *document.Document) string {
	s := xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(d.FullTitle()) + `</dc:title>` +
		`<dc:subject>` + escape(document.Clean(d.Meta.Client)) + `</dc:subject><dc:creator>` + escape(d.By()) + `</dc:creator>`
	if t, ok := d.Meta.Date.Time(); ok {
		day := t.Format("2006-01-02T00:00:00Z")
		s += `<dcterms:created xsi:type="dcterms:W3CDTF">` + day + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + day + `</dcterms:modified>`
	}
	return s + `<dc:language>` + escape(language(d.Meta.Lang)) + `</dc:language></cp:coreProperties>`
}

func app(d *document.Document) string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>gapbook</Application><Company>` +
		escape(document.Clean(d.Meta.Brand.Firm)) + `</Company></Properties>`
}

// firstHeader is the firm's: its logo, else its name.
func firstHeader(d *document.Document, logo *document.Logo) string {
	in := ""
	if firm := document.Clean(d.Meta.Brand.Firm); logo != nil {
		wide, high := logo.Fit(160, 48)
		if firm == "" {
			firm = "Logo"
		}
		size := fmt.Sprintf(`cx="%d" cy="%d"`, emu(wide), emu(high))
		in = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ` + size + `/><wp:docPr id="1" name="Logo" descr="` + escape(firm) + `"/>` +
			`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>` +
			`<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
			`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	} else if firm != "" {
		in = `<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>` + text(firm) + `</w:r>`
	}
	return xmlHead + `<w:hdr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + in + `</w:p></w:hdr>`
}

// header is at the head of every page but the first.
func header(d *document.Document) string {
	in := `<w:r>` + text(d.FullTitle()) + `</w:r>`
	if firm := document.Clean(d.Meta.Brand.Firm); firm != "" {
		in += `<w:r><w:tab/>` + text(firm) + `</w:r>`
	}
	return xmlHead + `<w:hdr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + in + `</w:p></w:hdr>`
}

func footer(d *document.Document) string {
	return xmlHead + `<w:ftr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>` + text(document.Clean(d.Meta.Brand.Footer)) + `<w:tab/>` +
		text("Page ") + `</w:r>` + field("PAGE") + `<w:r>` + text(" of ") + `</w:r>` + field("NUMPAGES") + `</w:p></w:ftr>`
}

// field is a number that the program that shows the page fills in.
func field(name string) string {
	return `<w:fldSimple w:instr=" ` + name + ` "><w:r>` + text("1") + `</w:r></w:fldSimple>`
}
