package render

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/gapbook/gapbook/model/render/document"
)

// reader reads the Markdown of a readout and of a playbook's appendix. Nothing is ever written with it.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table))

// markdown is text written by hand as blocks, names protected. Its headings begin at a level. Raw HTML and pictures are
// dropped, a link is its text with its address.
func (b *builder) markdown(src string, level int) []document.Block {
	if strings.TrimSpace(src) == "" {
		return nil
	}
	source := []byte(document.CleanLines(src))
	w := &hand{b: b, src: source, level: level}
	return w.blocks(reader.Parser().Parse(text.NewReader(source)))
}

type hand struct {
	b     *builder
	src   []byte
	level int
}

func (w *hand) blocks(parent ast.Node) []document.Block {
	var out []document.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if s := w.inlines(n); len(s) > 0 {
				out = append(out, document.Heading{Level: min(w.level+n.Level-1, 3), Text: plainText(s)})
			}
		case *ast.Paragraph, *ast.TextBlock:
			if s := w.inlines(n); len(s) > 0 {
				out = append(out, document.Para{Text: s})
			}
		case *ast.List:
			l := document.List{Ordered: n.IsOrdered()}
			l.Items = w.items(n, l.Items)
			if len(l.Items) > 0 {
				out = append(out, l)
			}
		case *ast.Blockquote:
			if w.b.opt.NoQuotes {
				continue
			}
			note := document.Note{}
			for _, x := range w.blocks(n) {
				if p, ok := x.(document.Para); ok {
					note.Text = append(note.Text, p.Text)
				}
			}
			if len(note.Text) > 0 {
				out = append(out, note)
			}
		case *ast.CodeBlock:
			out = append(out, document.Para{Text: w.lines(n.Lines())})
		case *ast.FencedCodeBlock:
			out = append(out, document.Para{Text: w.lines(n.Lines())})
		case *east.Table:
			out = append(out, w.table(n))
		}
	}
	return out
}

// items are those of a list, and of the lists in it: a readout has one level.
func (w *hand) items(list ast.Node, out [][]document.Inline) [][]document.Inline {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for n := item.FirstChild(); n != nil; n = n.NextSibling() {
			if _, nested := n.(*ast.List); nested {
				out = w.items(n, out)
			} else if s := w.inlines(n); len(s) > 0 {
				out = append(out, s)
			}
		}
	}
	return out
}

func (w *hand) lines(lines *text.Segments) []document.Inline {
	return document.Text(w.b.people.say(string(lines.Value(w.src))))
}

func (w *hand) table(n *east.Table) document.Table {
	var t document.Table
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row document.Row
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row.Cells = append(row.Cells, w.inlines(c))
		}
		if _, head := r.(*east.TableHeader); !head {
			t.Rows = append(t.Rows, row)
			continue
		}
		for _, c := range row.Cells {
			t.Columns = append(t.Columns, document.Column{Head: plainText(c)})
		}
	}
	return t
}

// inlines are the runs of a block. A name can be broken over several of them, or by HTML that is dropped: where it still
// shows in the whole, the whole is protected and loses its styles.
func (w *hand) inlines(n ast.Node) []document.Inline {
	var raw []document.Inline
	w.run(n, document.Inline{}, &raw)
	var out []document.Inline
	for _, x := range raw {
		if last := len(out) - 1; last >= 0 && out[last].Bold == x.Bold && out[last].Italic == x.Italic {
			out[last].Text += x.Text
		} else {
			out = append(out, x)
		}
	}
	whole := ""
	for i := range out {
		out[i].Text = w.b.people.sayRun(out[i].Text)
		whole += out[i].Text
	}
	if safe := w.b.people.sayRun(whole); safe != whole {
		return document.Text(safe)
	}
	if strings.TrimSpace(whole) == "" {
		return nil
	}
	return out
}

func (w *hand) run(parent ast.Node, style document.Inline, out *[]document.Inline) {
	put := func(s string) {
		style.Text = s
		*out = append(*out, style)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			put(unescaped(n.Segment.Value(w.src)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				put(" ")
			}
		case *ast.String:
			put(string(n.Value))
		case *ast.CodeSpan:
			for t := n.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					put(string(t.Segment.Value(w.src)))
				}
			}
		case *ast.Emphasis:
			inner := style
			inner.Bold, inner.Italic = style.Bold || n.Level == 2, style.Italic || n.Level == 1
			w.run(n, inner, out)
		case *ast.Link:
			w.run(n, style, out)
			if to := string(n.Destination); strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") {
				put(" (" + to + ")")
			}
		case *ast.AutoLink:
			put(string(n.Label(w.src)))
		}
	}
}

// unescaped is a text without the marks that keep a character from being markup.
func unescaped(s []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s))))
}
