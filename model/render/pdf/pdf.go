// Package pdf writes a document as a PDF: with an outline, links, embedded fonts, page X of Y, tables whose header is repeated
// and pictures as lines. It measures and breaks pages itself; the library below writes the file. Same document, same bytes;
// it imports the document and nothing else of the model.
package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/gapbook/gapbook/model/render/document"
)

// writer lays a document out and draws it.
type writer struct {
	doc     *document.Document
	pdf     *fpdf.Fpdf
	fonts   *fonts
	boxes   []*box
	fresh   bool           // the next box starts a page
	soft    bool           // it does so where the page is nearly full
	section int            // the box of the last heading
	links   map[string]int // the library's number for a heading
	numbers map[string]int // the page of a heading
	notes   []string
}

// Write writes the document. The notes say what the format does not hold, characters that its fonts lack among them.
func Write(d *document.Document) (data []byte, notes []string, err error) {
	defer func() { // the library panics where it should say an error
		if r := recover(); r != nil {
			data, notes, err = nil, nil, fmt.Errorf("writing %q as PDF: %v", d.Title, r)
		}
	}()
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	fonts, err := newFonts(pdf)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the fonts: %w", err)
	}
	w := &writer{doc: d, pdf: pdf, fonts: fonts, links: map[string]int{}}
	w.properties()
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok && h.ID != "" && w.links[h.ID] == 0 {
			w.links[h.ID] = pdf.AddLink()
		}
	}
	w.print(paginate(w.lay()))
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, nil, fmt.Errorf("writing %q as PDF: %w", d.Title, err)
	}
	return out.Bytes(), append(w.notes, w.fonts.notes()...), nil
}

// properties are what a reader shows about the file. Its day is the document's, so that the same document is the same file.
func (w *writer) properties() {
	d := w.doc
	day, ok := d.Meta.Date.Time()
	if !ok {
		day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	lang := d.Meta.Lang
	if lang == "" {
		lang = "en"
	}
	title, by := w.fonts.fit(d.FullTitle()), w.fonts.fit(d.By())
	w.pdf.SetTitle(title, true)
	w.pdf.SetSubject(w.fonts.fit(document.Clean(d.Meta.Client)), true)
	w.pdf.SetAuthor(by, true)
	w.pdf.SetCreator("gapbook", true)
	w.pdf.SetLang(lang)
	w.pdf.SetCreationDate(day)
	w.pdf.SetModificationDate(day)
	safe := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
		return b.String()
	}
	w.pdf.SetXmpMetadata([]byte(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + safe(title) + `</rdf:li></rdf:Alt></dc:title>` +
		`<dc:creator><rdf:Seq><rdf:li>` + safe(by) + `</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>` + safe(lang) + `</rdf:li></rdf:Bag></dc:language>` +
		`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`))
}
