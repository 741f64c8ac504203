// Package docx writes a document for Word: real heading, list and table styles, a table of contents that is a field, headers
// and footers, pictures as shapes that Word can edit. It is archive/zip and the XML that Word asks for, whose elements have
// a fixed order. Same document, same bytes; it imports the document and nothing else of the model.
package docx

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model/render/document"
)

//go:embed parts
var parts embed.FS

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Names of the XML's vocabularies, as declared at the top of a part.
const spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// Write writes the document. The notes say what the format does not hold.
func Write(d *document.Document) (data []byte, notes []string, err error) {
	w := &writer{doc: d, brand: d.Meta.Brand, marks: bookmarks(d.Blocks)}
	w.body()
	logo := d.Meta.Brand.Logo
	if logo != nil && logo.Kind != "png" && logo.Kind != "jpeg" {
		notes = append(notes, "the logo is left out: Word takes a PNG or JPEG, not "+strings.ToUpper(logo.Kind))
		logo = nil
	}
	files := []file{
		{"[Content_Types].xml", contentTypes(logo)},
		{"_rels/.rels", rels("officeDocument", "word/document.xml", "extended-properties", "docProps/app.xml") +
			`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", core(d)},
		{"docProps/app.xml", app(d)},
		{"word/document.xml", xmlHead + `<w:document` + spaces + `><w:body>` + w.String() + section + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", rels("styles", "styles.xml", "settings", "settings.xml", "numbering", "numbering.xml",
			"header", "header1.xml", "header", "header2.xml", "footer", "footer1.xml", "footer", "footer2.xml") + `</Relationships>`},
		{"word/styles.xml", w.part("styles.xml")},
		{"word/settings.xml", w.part("settings.xml")},
		{"word/numbering.xml", strings.Replace(w.part("numbering.xml"), "RESTARTS", w.restarts(), 1)},
		{"word/header1.xml", firstHeader(d, logo)},
		{"word/header2.xml", header(d)},
		{"word/footer1.xml", footer(d)},
		{"word/footer2.xml", footer(d)},
	}
	if logo != nil {
		files = append(files, file{"word/_rels/header1.xml.rels", rels("image", "media/logo."+logo.Kind) + `</Relationships>`},
			file{"word/media/logo." + logo.Kind, string(logo.Data)})
	}
	data, err = pack(files)
	return data, notes, err
}

type file struct{ name, text string }

// pack zips the files with the one time that a zip can hold and that says nothing.
func pack(files []file) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			return nil, fmt.Errorf("writing %s for Word: %w", f.name, err)
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// part is one of the fixed parts in the document's language and the brand's colour.
func (w *writer) part(name string) string {
	b, err := parts.ReadFile("parts/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return strings.NewReplacer("ACCENT", w.ink(document.Accent), "LANGUAGE", escape(language(w.doc.Meta.Lang))).Replace(string(b))
}

func (w *writer) ink(i document.Ink) string {
	return strings.ToUpper(strings.TrimPrefix(string(w.brand.Ink(i)), "#"))
}

// language is a tag that Word has a dictionary for. English without a country is the one that this program writes.
func language(tag string) string {
	if tag == "" || tag == "en" {
		return "en-GB"
	}
	return tag
}

// rels are relationships, numbered in their order.
func rels(pairs ...string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i/2+1, pairs[i], pairs[i+1])
	}
	return b.String()
}

func contentTypes(logo *document.Logo) string {
	s := xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	if logo != nil {
		s += `<Default Extension="` + logo.Kind + `" ContentType="image/` + logo.Kind + `"/>`
	}
	for _, p := range [][2]string{
		{"document", "document.main"},
		{"styles", "styles"},
		{"settings", "settings"},
		{"numbering", "numbering"},
		{"header1", "header"},
		{"header2", "header"},
		{"footer1", "footer"},
		{"footer2", "footer"},
	} {
		s += `<Override PartName="/word/` + p[0] + `.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.` + p[1] + `+xml"/>`
	}
	return s + `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`
}
