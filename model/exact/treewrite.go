package exact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// nodeWriter renders nodes. A careful one takes nothing over from where they were read: neither lines nor quotes.
type nodeWriter struct {
	careful bool
	known   string // the text that it is for: comments that stand there are not brought again
}

// String is the node on one line, as YAML.
func (n *Node) String() string { return nodeWriter{careful: true}.flow(n) }

// flow renders a node on one line.
func (w nodeWriter) flow(n *Node) string {
	tag := ""
	if n.Tag != "" {
		tag = n.Tag + " "
	}
	switch n.Kind {
	case Scalar:
		if n.Plain || !w.careful && n.bare && !strings.ContainsAny(n.Text, ",[]{}") && !strings.HasSuffix(n.Text, ":") {
			return tag + n.Text
		}
		return tag + inline(n.Text)
	case List:
		parts := make([]string, len(n.Items))
		for i, x := range n.Items {
			parts[i] = w.flow(x)
		}
		return tag + "[" + strings.Join(parts, ", ") + "]"
	case Map:
		parts := make([]string, len(n.Items))
		for i, x := range n.Items {
			parts[i] = inline(n.Keys[i]) + ": " + w.flow(x)
		}
		return tag + "{" + strings.Join(parts, ", ") + "}"
	}
	return tag + "null"
}

// block renders a node for a key, or a dash, that stands at column indent.
func (w nodeWriter) block(n *Node, indent int) rendering {
	if n.Kind == Scalar {
		if !n.Plain && n.Tag == "" {
			if ind, ok := literal(n.Text); ok {
				return rendering{head: ind, body: literalLines(n.Text, indent)}
			}
		}
		if !w.careful && n.bare && n.Tag == "" {
			return rendering{head: n.Text}
		}
		return rendering{head: w.flow(n)}
	}
	if len(n.Items) == 0 || n.Tag != "" || w.fits(n, indent) && n.flow {
		return rendering{head: w.flow(n)}
	}
	r := rendering{}
	for i, x := range n.Items {
		if n.Kind == List {
			r.body = append(r.body, w.item(x, indent+2)...)
		} else {
			r.body = append(r.body, w.entry(n.Keys[i], x, indent+2)...)
		}
	}
	return r
}

// entry renders a key and its value; item an entry of a list, whose dash stands at column indent.
func (w nodeWriter) entry(key string, n *Node, indent int) []string {
	if lines, ok := w.copied(n, indent, n.from != nil && n.from.entry != nil && keyText(n.from.entry) == key); ok {
		return lines
	}
	return keyed(inline(key), w.block(n, indent), indent)
}

func (w nodeWriter) item(n *Node, indent int) []string {
	if lines, ok := w.copied(n, indent, n.from != nil && n.from.seq != nil); ok {
		return lines
	}
	pad := strings.Repeat(" ", indent)
	r := w.block(n, indent)
	switch {
	case r.head != "":
		return append([]string{pad + "- " + r.head}, r.body...)
	case n.Kind == List:
		return append([]string{pad + "-"}, r.body...)
	}
	lines := slices.Clone(r.body)
	for strings.HasPrefix(strings.TrimLeft(lines[0], " "), "#") { // nothing can stand before the dash
		lines = lines[1:]
	}
	lines[0] = pad + "- " + strings.TrimLeft(lines[0], " ")
	return lines
}

func (w nodeWriter) fits(n *Node, indent int) bool {
	return !n.blocks() && indent+utf8.RuneCountInString(w.flow(n)) < lineWidth
}

// blocks says whether somewhere in n is a text that should stand as a literal block.
func (n *Node) blocks() bool {
	if n.Kind == Scalar {
		_, ok := literal(n.Text)
		return ok
	}
	return slices.ContainsFunc(n.Items, (*Node).blocks)
}

// copied gives the lines on which a node was read, its comments included, for another place: how its author wrote it.
func (w nodeWriter) copied(n *Node, indent int, whole bool) ([]string, bool) {
	if !whole || w.careful || n.from.inFlow {
		return nil, false
	}
	d := n.from.doc
	var first, last, column int
	if e := n.from.entry; e != nil {
		p := startOf(e)
		first, column, last = p.Line-1, p.Column-1, d.entryEnd(e)
	} else {
		first, last = (&splicer{doc: d}).itemLines(n.from.seq, n.from.at)
		column = startOf(n.from.seq).Column - 1
	}
	if column < 0 || strings.Trim(d.sourceLine(first)[:min(column, len(d.sourceLine(first)))], " -") != "" {
		return nil, false
	}
	out := w.commentsAbove(d, first, column, indent)
	last = d.commentsBelow(last, column)
	for i := first; i <= last; i++ {
		l := d.sourceLine(i)
		if i == first {
			l = strings.Repeat(" ", column) + l[column:]
		}
		out = append(out, shifted(l, indent-column))
	}
	return out, true
}

// commentsAbove are the comments right above line ln, set as deep as it is, that the text does not have yet.
func (w nodeWriter) commentsAbove(d *Document, ln, column, indent int) (out []string) {
	for i := ln - 1; i >= 0; i-- {
		s := d.sourceLine(i)
		t := strings.TrimLeft(s, " ")
		if t == "" || t[0] != '#' || len(s)-len(t) != column || strings.Contains(w.known, t) {
			break
		}
		out = append(out, strings.Repeat(" ", indent)+t)
	}
	slices.Reverse(out)
	return out
}

func (d *Document) sourceLine(i int) string { return d.text[d.lines[i].at:d.lines[i].end] }

// shifted moves a line to the right, or as far to the left as there is room.
func shifted(l string, by int) string {
	if by >= 0 {
		if l == "" {
			return ""
		}
		return strings.Repeat(" ", by) + l
	}
	room := len(l) - len(strings.TrimLeft(l, " "))
	return l[min(room, -by):]
}

func literalLines(s string, indent int) []string {
	var lines []string
	for l := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if l != "" {
			l = strings.Repeat(" ", indent+2) + l
		}
		lines = append(lines, l)
	}
	return lines
}
