package docx

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
)

// writer writes the blocks as the body of the main part.
type writer struct {
	strings.Builder
	doc    *document.Document
	brand  document.Brand
	marks  map[string]int // number of the bookmark, by a heading's id
	marked int            // bookmarks set so far
	lists  int            // numbered lists so far
	drawn  int            // drawings and shapes so far
	last   bool           // nothing follows this block
	breaks bool           // the next paragraph starts a page
	rtl    bool           // it reads from right to left
}

// bookmarks numbers what can be linked to.
func bookmarks(blocks []document.Block) map[string]int {
	marks := map[string]int{}
	for _, b := range blocks {
		if h, ok := b.(document.Heading); ok && h.ID != "" && marks[h.ID] == 0 {
			marks[h.ID] = len(marks) + 1
		}
	}
	return marks
}

func (w *writer) body() {
	d := w.doc
	if client := document.Clean(d.Meta.Client); client != "" {
		w.para("Client", false, w.runs(document.Text(client)))
	}
	w.para("Title", false, w.runs(document.Text(document.Clean(d.Title))))
	w.para("Subtitle", false, w.runs([]document.Inline{{Text: d.Subtitle()}}))
	front := document.Front(d.Blocks)
	for i, b := range d.Blocks {
		if i == front {
			w.contents()
		}
		w.last = i == len(d.Blocks)-1
		w.block(b, document.Stays(d.Blocks, i))
	}
}

// contents is a table of contents without page numbers: nobody has counted the pages yet, and Word does so only when asked.
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
	w.WriteString(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	w.para("TOCHeading", false, `<w:r>`+text("Contents")+`</w:r>`)
	for i, h := range top {
		in := w.runs([]document.Inline{{Text: h.Text, Link: "#" + h.ID}})
		if i == 0 {
			in = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \n \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + in
		}
		if i == len(top)-1 {
			in += `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
		}
		w.para("TOC1", false, in)
	}
	w.WriteString(`</w:sdtContent></w:sdt>`)
}

// block writes one block; keep says that it stays with the next.
func (w *writer) block(b document.Block, keep bool) {
	switch b := b.(type) {
	case document.PageBreak:
		w.breaks = w.breaks || !b.Soft
	case document.Heading:
		w.heading(b)
	case document.Para:
		style := ""
		switch {
		case b.Lead:
			style = "Lead"
		case b.Aloud:
			style = "Aloud"
		}
		w.para(style, keep, w.runs(b.Text))
	case document.List:
		w.list(b)
	case document.Facts:
		for i, f := range b.Items {
			name := `<w:r><w:rPr><w:rStyle w:val="FactName"/></w:rPr>` + text(document.Clean(f.Name)) + `<w:tab/></w:r>`
			w.para("Fact", keep || i < len(b.Items)-1 && len(b.Items) < 12, name+w.runs(f.Text))
		}
	case document.Note:
		w.note(b)
	case document.Table:
		w.table(b, keep)
	case document.Picture:
		w.picture(b)
	case document.Lines:
		for range b.N {
			w.para("Lines", false, "")
		}
	}
}

func (w *writer) heading(h document.Heading) {
	in := w.runs([]document.Inline{{Text: h.Text}})
	if n := w.marks[h.ID]; n > w.marked {
		w.marked = n
		in = fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>`, n, bookmark(n), in, n)
	}
	w.para(fmt.Sprintf("Heading%d", min(max(h.Level, 1), 3)), false, in)
}

func bookmark(n int) string { return fmt.Sprintf("part_%d", n) }

func (w *writer) list(l document.List) {
	style, numbered := "ListBullet", ""
	if l.Ordered {
		w.lists++
		style, numbered = "ListNumber", fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, firstRestart+w.lists-1)
	}
	for i, item := range l.Items {
		n := len(l.Items)
		w.paraWith(style, n > 1 && (i == 0 || i == n-2), numbered, w.runs(item))
	}
}

// firstRestart is the number of the first numbered list; those before it are the styles'.
const firstRestart = 3

// restarts makes each numbered list begin at 1.
func (w *writer) restarts() string {
	var b strings.Builder
	for i := range w.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`+"\n", firstRestart+i)
	}
	return b.String()
}

func (w *writer) note(n document.Note) {
	style := "Note"
	if n.Kind == document.Limit {
		style = "Limit"
	}
	if n.Title != "" {
		w.para(style+"Title", true, w.runs([]document.Inline{{Text: n.Title}}))
	}
	for i, t := range n.Text {
		w.para(style, i < len(n.Text)-1, w.runs(t))
	}
	if !w.last { // else it could begin a page on which there is nothing
		w.para("TableEnd", false, "")
	}
}

// para writes a paragraph in a style.
func (w *writer) para(style string, keep bool, in string) { w.paraWith(style, keep, "", in) }

func (w *writer) paraWith(style string, keep bool, numbered, in string) {
	w.WriteString(`<w:p><w:pPr>`)
	if style != "" {
		w.WriteString(`<w:pStyle w:val="` + style + `"/>`)
	}
	if keep {
		w.WriteString(`<w:keepNext/>`)
	}
	if keep && style == "" { // a paragraph that introduces something goes on with it whole
		w.WriteString(`<w:keepLines/>`)
	}
	top := ""
	if w.breaks {
		w.breaks, top = false, `<w:spacing w:before="0"/>` // else the page would begin lower than others
		w.WriteString(`<w:pageBreakBefore/>`)
	}
	w.WriteString(numbered)
	if w.rtl {
		w.rtl = false
		w.WriteString(`<w:bidi/>`)
	}
	w.WriteString(top + `</w:pPr>` + in + `</w:p>`)
}

// runs are the runs of a text; a link to what is not there is text.
func (w *writer) runs(in []document.Inline) string {
	var b strings.Builder
	for _, x := range in {
		s := x.Run()
		if s == "" {
			continue
		}
		w.rtl = w.rtl || b.Len() == 0 && document.RightToLeft(s)
		style, bold := "", ""
		n := w.marks[strings.TrimPrefix(x.Link, "#")]
		switch {
		case x.Link != "" && n > 0:
			style = "Hyperlink"
			if x.Bold {
				bold = `<w:b/><w:bCs/>`
			}
		case x.Bold:
			style = "Strong"
		case x.Italic:
			style = "Emphasis"
		case x.Muted:
			style = "Muted"
		}
		if style != "" {
			style = `<w:rStyle w:val="` + style + `"/>`
		}
		rtl := ""
		if document.RightToLeft(s) {
			rtl = `<w:rtl/>`
		}
		run := `<w:r>` + text(s) + `</w:r>`
		if all := style + bold + rtl; all != "" {
			run = `<w:r><w:rPr>` + all + `</w:rPr>` + text(s) + `</w:r>`
		}
		if x.Link != "" && n > 0 {
			run = `<w:hyperlink w:anchor="` + bookmark(n) + `" w:history="1">` + run + `</w:hyperlink>`
		}
		b.WriteString(run)
	}
	return b.String()
}

func text(s string) string { return `<w:t xml:space="preserve">` + escape(s) + `</w:t>` }
