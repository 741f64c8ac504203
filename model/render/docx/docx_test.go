package docx_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/docx"
	"github.com/gapbook/gapbook/model/render/rendertest"
)

func write(t *testing.T, d *document.Document) (parts map[string]string, text string) {
	t.Helper()
	data, _, err := docx.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	again, _, _ := docx.Write(d)
	if !bytes.Equal(data, again) {
		t.Error("other bytes the second time")
	}
	parts, text, err = rendertest.Docx(data)
	if err != nil {
		t.Fatal(err)
	}
	return parts, text
}

// orders are the elements of which Word asks for an order; it calls a file damaged that has another.
var orders = map[string]string{
	"pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl", "tblPr": "tblStyle tblStyleRowBandSize tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
	"rPr": "rStyle rFonts b bCs i iCs color sz szCs rtl lang", "tcPr": "tcW gridSpan tcBorders shd vAlign", "sectPr": "headerReference footerReference pgSz pgMar cols titlePg",
	"tbl": "tblPr tblGrid tr", "tc": "tcPr p", "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
}

func inOrder(t *testing.T, part, text string) {
	t.Helper()
	type open struct {
		name string
		last int
	}
	var stack []open
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.StartElement:
			if n := len(stack); n > 0 && orders[stack[n-1].name] != "" {
				at := slices.Index(strings.Fields(orders[stack[n-1].name]), e.Name.Local)
				if at < stack[n-1].last {
					t.Errorf("%s: <%s> does not belong there in <%s>", part, e.Name.Local, stack[n-1].name)
				}
				stack[n-1].last = at
			}
			stack = append(stack, open{e.Name.Local, 0})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

var references = regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"|w:anchor="(\w+)"|r:(?:id|embed)="(\w+)"|<w:numId w:val="(\d+)"`)

// whole checks what Word needs beyond XML: order, and nothing that refers to what is not there.
func whole(t *testing.T, parts map[string]string) {
	t.Helper()
	for name, text := range parts {
		if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		inOrder(t, name, text)
		for _, m := range references.FindAllStringSubmatch(text, -1) {
			rels := parts["word/_rels/"+strings.TrimPrefix(name, "word/")+".rels"]
			switch {
			case m[1] != "" && !strings.Contains(parts["word/styles.xml"], `w:styleId="`+m[1]+`"`):
				t.Errorf("%s: no style %s", name, m[1])
			case m[2] != "" && !strings.Contains(parts["word/document.xml"], `<w:bookmarkStart w:id="`+strings.TrimPrefix(m[2], "part_")+`" w:name="`+m[2]+`"`):
				t.Errorf("%s: no bookmark %s", name, m[2])
			case m[3] != "" && !strings.Contains(rels, `Id="`+m[3]+`"`):
				t.Errorf("%s: no relationship %s", name, m[3])
			case m[4] != "" && !strings.Contains(parts["word/numbering.xml"], `<w:num w:numId="`+m[4]+`"`):
				t.Errorf("%s: no list %s", name, m[4])
			}
		}
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<(?:wp:docPr|wps:cNvPr) id="(\d+)"|bookmarkStart w:id="\d+" w:name="(\w+)"`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		if seen[m[1]+m[2]] {
			t.Errorf("%s twice", m[0])
		}
		seen[m[1]+m[2]] = true
	}
	if !regexp.MustCompile(`</w:p><w:sectPr>`).MatchString(parts["word/document.xml"]) {
		t.Error("the body does not end in a paragraph")
	}
}

func TestHostileDocument(t *testing.T) {
	parts, text := write(t, rendertest.Hostile())
	whole(t, parts)
	for _, bad := range []string{"\x00", "\x1b", "\x07", "\u202e", "\u2066"} {
		if strings.Contains(text, bad) {
			t.Errorf("holds %q", bad)
		}
	}
	for _, want := range []string{"😀 👩‍💻 李娜", "row499", "שלום", "taller than a page"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if doc := parts["word/document.xml"]; !strings.Contains(doc, "<w:bidi/>") || !strings.Contains(doc, "<w:rtl/>") {
		t.Error("nothing is written from right to left")
	}
}

func TestWordFindsItsWay(t *testing.T) {
	d := &document.Document{Title: "Plan", Meta: document.Meta{Client: "Acme", Authors: []string{"Dana Ortiz"}, Date: "2026-03-04"}}
	d.Add(document.Para{Text: document.Text("First.")})
	for i := range 3 {
		d.Add(document.Heading{Level: 1, ID: fmt.Sprint("h-", i), Text: fmt.Sprint("Part ", i)}, document.List{Ordered: true, Items: [][]document.Inline{document.Text("one"), document.Text("two")}})
	}
	d.Add(document.PageBreak{}, document.Heading{Level: 2, Text: "Sub"}, document.Para{Text: []document.Inline{{Text: "see"}, {Text: "there", Link: "#h-1"}}},
		document.Table{Caption: "Cells", Columns: []document.Column{{Head: "A", Width: 3}, {Head: "B", Width: 1, Align: document.Right}}, Rows: []document.Row{
			{Section: true, Cells: [][]document.Inline{document.Text("S")}}, {Cells: [][]document.Inline{document.Text("1"), document.Text("2")}},
		}},
		document.Picture{Title: "Drawn", Alt: "Shows it", W: 100, H: 50, Shapes: []document.Shape{document.Rect{W: 5, H: 5, Fill: document.Accent}, document.Label{Text: "word", Size: 8}}})
	parts, _ := write(t, d)
	whole(t, parts)
	doc := parts["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="part_1"/>`, `<w:pStyle w:val="Heading2"/><w:pageBreakBefore/>`,
		` TOC \o "1-1" \n \h \z \u `, `<w:hyperlink w:anchor="part_2"`, `<w:cantSplit/><w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, `<w:gridCol w:w="7228"/><w:gridCol w:w="2410"/>`,
		`descr="Shows it"`, `<w:numId w:val="3"/>`, `<w:numId w:val="5"/>`, `<w:tblCaption w:val="Cells"/>`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if n := strings.Count(parts["word/numbering.xml"], "startOverride"); n != 3 {
		t.Errorf("%d of 3 lists begin anew", n)
	}
	for part, want := range map[string]string{
		"docProps/core.xml": `<dc:title>Acme: Plan</dc:title><dc:subject>Acme</dc:subject><dc:creator>Dana Ortiz</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-04T`,
		"word/footer2.xml":  `NUMPAGES`, "word/header2.xml": "Acme: Plan",
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s lacks %s:\n%s", part, want, parts[part])
		}
	}
	for name, text := range parts { // nothing that runs, loads or asks to be updated
		for _, bad := range []string{"TargetMode", "vbaProject", "oleObject", "INCLUDE", "DDE", `updateFields w:val="true"`} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
	}
}

func TestTheFirmsBrand(t *testing.T) {
	d := &document.Document{Title: "Plan", Meta: document.Meta{Brand: document.Brand{Firm: "Ortiz & Co", Footer: "Confidential", Accent: "#7a1f5c", Logo: &document.Logo{Kind: "png", Data: []byte("PNG"), W: 200, H: 50}}}}
	parts, _ := write(t, d)
	whole(t, parts)
	for part, want := range map[string]string{
		"word/styles.xml": "7A1F5C", "word/footer1.xml": "Confidential", "word/header2.xml": "Ortiz &amp; Co", "word/header1.xml": `cx="2032000" cy="508000"`,
		"docProps/app.xml": "Ortiz &amp; Co", "word/media/logo.png": "PNG", "[Content_Types].xml": `Extension="png"`,
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s lacks %s", part, want)
		}
	}
	d.Meta.Brand.Logo.Kind = "svg"
	_, notes, err := docx.Write(d)
	if err != nil || len(notes) != 1 || !strings.Contains(notes[0], "SVG") {
		t.Errorf("%q %v", notes, err)
	}
}
