package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"maps"
	"slices"

	"github.com/gapbook/gapbook/model/render/document"
)

//go:embed page.css
var pageCSS string

//go:embed page.html
var pageHTML string

// page knows the shape of a document, nothing of an engagement. A style sheet named by its hash, and the firm's logo, are all
// that may be loaded: no script, no network, not even a style attribute.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"kind": kind, "clean": document.Clean, "class": inkClass, "anchor": anchor, "align": alignClass, "level": func(n int) int { return min(max(n, 1), 3) + 1 },
}).Parse(pageHTML))

// HTML writes a document as one file that needs no network: dark and light, for screen and paper.
func HTML(doc *document.Document) ([]byte, error) {
	css := pageCSS + widths(doc) + accent(doc.Meta.Brand.Accent)
	sum := sha256.Sum256([]byte(css))
	var logo template.URL
	if l := doc.Meta.Brand.Logo; l != nil {
		kind := l.Kind
		if kind == "svg" {
			kind = "svg+xml"
		}
		logo = template.URL("data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(l.Data))
	}
	var out bytes.Buffer
	err := page.Execute(&out, map[string]any{
		"Doc": doc, "Title": doc.FullTitle(), "Byline": doc.Byline(), "Outline": outline(doc),
		"Firm": document.Clean(doc.Meta.Brand.Firm), "Footer": document.Clean(doc.Meta.Brand.Footer), "Logo": logo,
		"CSS": template.CSS(css), "Hash": "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
		"Sections": sections(doc.Blocks),
	})
	if err != nil {
		return nil, fmt.Errorf("writing %q as a web page: %w", doc.Title, err)
	}
	return out.Bytes(), nil
}

// widths are the shares of a page that the columns of tables ask for.
func widths(doc *document.Document) string {
	asked := map[int]bool{}
	for _, b := range doc.Blocks {
		if t, ok := b.(document.Table); ok {
			for _, c := range t.Columns {
				asked[c.Width] = c.Width > 0
			}
		}
	}
	css := ""
	for _, n := range slices.Sorted(maps.Keys(asked)) {
		if asked[n] {
			css += fmt.Sprintf(".w%d{width:%d%%}", n, n)
		}
	}
	return css
}

// accent puts the brand's colour over ours, lighter on dark paper.
func accent(c document.Colour) string {
	if c == "" {
		return ""
	}
	return fmt.Sprintf("\n:root{--accent:%s}@media (prefers-color-scheme:dark){:root{--accent:%s}}@media print{:root{--accent:%s}}", c, c.Lighter(darkPaper), c)
}

// darkPaper is the ground of the dark page, as in the style sheet.
const darkPaper document.Colour = "#14181e"

// What the template needs beside some blocks.
type (
	figure struct {
		document.Picture
		N int // from 1 on in the document
	}
	factsBlock struct {
		document.Facts
		Stays bool
	}
	paraBlock struct {
		document.Para
		Stays bool
	}
)

// section is a heading of level 1 with all that follows it.
type section struct {
	Head   *document.Heading
	Break  bool // starts a page
	Blocks []any
}

func sections(blocks []document.Block) []section {
	out := []section{{}}
	broken, pictures := false, 0
	for i, block := range blocks {
		switch b := block.(type) {
		case document.Picture:
			pictures++
			block = figure{b, pictures}
		case document.Facts:
			block = factsBlock{b, document.Stays(blocks, i)}
		case document.Para:
			block = paraBlock{b, document.Stays(blocks, i)}
		case document.PageBreak:
			if b.Soft {
				continue
			}
			if h, ok := next(blocks[i+1:]).(document.Heading); !ok || h.Level > 1 {
				break // within a section it is a block of its own
			}
			broken = true
			continue
		case document.Heading:
			if b.Level <= 1 {
				out = append(out, section{Head: &b, Break: broken})
				broken = false
				continue
			}
		}
		last := &out[len(out)-1]
		last.Blocks = append(last.Blocks, block)
	}
	return out
}

func next(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// entry is a line of the outline.
type entry struct {
	ID, Text string
}

func outline(doc *document.Document) []entry {
	var out []entry
	for _, b := range doc.Blocks {
		if h, ok := b.(document.Heading); ok && h.Level <= 1 && h.ID != "" {
			out = append(out, entry{ID: h.ID, Text: document.Clean(h.Text)})
		}
	}
	return out
}

// kind names a block or a shape for the template.
func kind(v any) string {
	switch v.(type) {
	case document.Heading:
		return "heading"
	case paraBlock:
		return "para"
	case document.List:
		return "list"
	case factsBlock:
		return "facts"
	case document.Table:
		return "table"
	case figure:
		return "picture"
	case document.Note:
		return "note"
	case document.PageBreak:
		return "break"
	case document.Lines:
		return "lines"
	case document.Rect:
		return "rect"
	case document.Line:
		return "line"
	case document.Dot:
		return "dot"
	case document.Label:
		return "label"
	}
	return ""
}

func inkClass(i document.Ink) string {
	return [...]string{"none", "text1", "text2", "paper", "tint", "rule", "accent", "done", "heat1", "heat2", "heat3", "heat4"}[i]
}

func alignClass(a document.Align) string { return [...]string{"left", "right", "centre"}[a] }

func anchor(a document.Align) string { return [...]string{"start", "end", "middle"}[a] }
