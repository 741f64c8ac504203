package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"

	"github.com/gapbook/gapbook/model/render/document"
)

//go:embed page.css
var pageCSS string

//go:embed page.html
var pageHTML string

// page knows the shape of a document, nothing of an engagement. A style sheet named by its hash is all that may be
// loaded: no script, no network, not even a style attribute.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"kind": kind, "clean": document.Clean, "class": inkClass, "anchor": anchor, "align": alignClass, "level": func(n int) int { return min(max(n, 1), 3) + 1 },
}).Parse(pageHTML))

// HTML writes a document as one file that needs no network: dark and light, for screen and paper.
func HTML(doc *document.Document) ([]byte, error) {
	sum := sha256.Sum256([]byte(pageCSS))
	var out bytes.Buffer
	err := page.Execute(&out, map[string]any{
		"Doc": doc, "Title": doc.FullTitle(), "Byline": doc.Byline(), "Outline": outline(doc),
		"CSS": template.CSS(pageCSS), "Hash": "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
		"Sections": sections(doc.Blocks),
	})
	if err != nil {
		return nil, fmt.Errorf("writing %q as a web page: %w", doc.Title, err)
	}
	return out.Bytes(), nil
}

// section is a heading of level 1 with all that follows it.
type section struct {
	Head   *document.Heading
	Break  bool // starts a page
	Blocks []document.Block
}

func sections(blocks []document.Block) []section {
	out := []section{{}}
	broken := false
	for _, b := range blocks {
		switch b := b.(type) {
		case document.PageBreak:
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
		last.Blocks = append(last.Blocks, b)
	}
	return out
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
	case document.Para:
		return "para"
	case document.List:
		return "list"
	case document.Facts:
		return "facts"
	case document.Table:
		return "table"
	case document.Picture:
		return "picture"
	case document.Note:
		return "note"
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
	return [...]string{"none", "text1", "text2", "paper", "tint", "rule", "accent", "done"}[i]
}

func alignClass(a document.Align) string { return [...]string{"left", "right", "centre"}[a] }

func anchor(a document.Align) string { return [...]string{"start", "end", "middle"}[a] }
