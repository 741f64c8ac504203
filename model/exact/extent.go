package exact

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// span is where a value stands: from its first character to behind its last. A literal block's head is its indicator
// alone; its lines follow from body on.
type span struct {
	from, to int
	body     int // index of the first line of a literal block, 0 when there is none
	last     int // index of the last line
}

// spanOf finds the span of a value whose key or dash stands at column parent (0 is the first).
func (d *Document) spanOf(n ast.Node, parent int) span {
	if t, ok := n.(*ast.TagNode); ok {
		s := d.spanOf(t.Value, parent)
		s.from = d.tokenOffset(t.GetToken())
		return s
	}
	p := startOf(n)
	from := d.offset(p.Line, p.Column)
	switch x := n.(type) {
	case *ast.LiteralNode:
		end := from + len(x.Start.Value)
		return span{from, end, p.Line, d.literalEnd(p.Line-1, parent, x.Start.Value)}
	case *ast.MappingNode:
		if x.IsFlowStyle {
			return d.oneSpan(from, d.tokenOffset(x.End)+1)
		}
		last := p.Line - 1
		if len(x.Values) > 0 {
			last = d.entryEnd(x.Values[len(x.Values)-1])
		}
		return span{from: from, to: d.lines[last].end, last: last}
	case *ast.MappingValueNode:
		last := d.entryEnd(x)
		return span{from: from, to: d.lines[last].end, last: last}
	case *ast.SequenceNode:
		if x.IsFlowStyle {
			return d.oneSpan(from, d.tokenOffset(x.End)+1)
		}
		last := d.spanOf(x.Values[len(x.Values)-1], p.Column-1).last
		return span{from: from, to: d.lines[last].end, last: last}
	case *ast.StringNode:
		switch x.Token.Type {
		case token.DoubleQuoteType, token.SingleQuoteType:
			return d.oneSpan(from, d.quoteEnd(from))
		}
	}
	return d.plainSpan(from, parent)
}

func (d *Document) oneSpan(from, to int) span {
	return span{from: from, to: to, last: d.lineAt(to - 1)}
}

// entryEnd is the last line of a block mapping's entry.
func (d *Document) entryEnd(e *ast.MappingValueNode) int {
	key := startOf(e)
	if n := bare(e.Value); isNull(n) && n.GetToken().Type == token.ImplicitNullType {
		return e.GetToken().Position.Line - 1
	}
	return d.spanOf(e.Value, key.Column-1).last
}

// literalEnd is the last line of a literal block whose head stands in line ln. Its first line says how deep it is, or the
// head does; what is less deep is no text of it, but a comment.
func (d *Document) literalEnd(ln, parent int, head string) int {
	deep := 0
	if i := strings.IndexAny(head, "123456789"); i >= 0 {
		deep = parent + int(head[i]-'0')
	}
	last := ln
	for i := ln + 1; i < len(d.lines); i++ {
		indent, text := d.indented(i)
		if text == "" {
			continue
		}
		if deep == 0 {
			deep = indent
		}
		if indent <= parent || indent < deep {
			break
		}
		last = i
	}
	return last
}

// indentedEnd is the last line below ln that goes on with a value, indented deeper than parent.
func (d *Document) indentedEnd(ln, parent int) int {
	last := ln
	for i := ln + 1; i < len(d.lines); i++ {
		indent, text := d.indented(i)
		switch {
		case text == "":
		case indent <= parent:
			return last
		case text[0] != '#':
			last = i
		}
	}
	return last
}

// indented is line i without the blanks before it, and how many these are.
func (d *Document) indented(i int) (int, string) {
	s := d.text[d.lines[i].at:d.lines[i].end]
	t := strings.TrimLeft(s, " ")
	return len(s) - len(t), t
}

// quoteEnd is behind the quote that closes the one at from.
func (d *Document) quoteEnd(from int) int {
	q := d.text[from]
	for i := from + 1; i < len(d.text); i++ {
		switch c := d.text[i]; {
		case c == '\\' && q == '"':
			i++
		case c == q && q == '\'' && i+1 < len(d.text) && d.text[i+1] == q:
			i++
		case c == q:
			return i + 1
		}
	}
	return len(d.text)
}

// plainSpan is that of a plain scalar, which may go on over deeper lines. Inside brackets it ends at , ] or }.
func (d *Document) plainSpan(from, parent int) span {
	ln := d.lineAt(from)
	if parent == inFlow {
		i := from
		for i < len(d.text) && !strings.ContainsRune(",]}", rune(d.text[i])) && !strings.HasPrefix(d.text[i:], " #") {
			i++
		}
		return d.oneSpan(from, from+len(strings.TrimRight(d.text[from:i], " \n")))
	}
	last := d.indentedEnd(ln, parent)
	s := d.text[from:d.lines[last].end]
	end := len(s)
	at := strings.LastIndexByte(s, '\n') + 1
	if c := strings.Index(s[at:], " #"); c >= 0 {
		end = at + c
	}
	return span{from: from, to: from + len(strings.TrimRight(s[:end], " \t")), last: last}
}

// inFlow stands for the parent column of what is written inside brackets, where columns mean nothing.
const inFlow = -2
