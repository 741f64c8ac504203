package exact

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Kind is what a Node is.
type Kind int

const (
	Null Kind = iota
	Scalar
	List
	Map
)

// Node is a value of a document as it stands there, whether its key is known or not, and whether it fits its type or
// not. A node is never changed once it is made. A nil node is one that is not there.
type Node struct {
	Kind  Kind
	Tag   string   // an explicit one, with its !
	Text  string   // of a scalar, to the letter
	Plain bool     // a scalar that is no text: a number, true, false
	Keys  []string // of a map, one for each item
	Items []*Node  // of a map or a list

	flow bool    // stands in brackets, or should
	bare bool    // a text that stands without quotes on one line
	from *source // nil: made, not read
}

// source is where a node was read.
type source struct {
	doc    *Document
	entry  *ast.MappingValueNode // whose value it is
	seq    *ast.SequenceNode     // or whose item
	at     int
	inFlow bool // what holds it stands in brackets
}

func (s *source) value() ast.Node {
	switch {
	case s.entry != nil:
		return s.entry.Value
	case s.seq != nil:
		return s.seq.Values[s.at]
	}
	return s.doc.root
}

// Text makes a node that holds a text.
func Text(s string) *Node { return &Node{Kind: Scalar, Text: strings.ToValidUTF8(s, "\ufffd")} }

// NewMap makes a map; one that is an entry of a list stands on one line where it fits.
func NewMap(keys []string, items []*Node) *Node {
	return &Node{Kind: Map, Keys: keys, Items: items, flow: true}
}

// NewList makes a list.
func NewList(items []*Node) *Node { return &Node{Kind: List, Items: items} }

// With is a map or list like n with another content.
func (n *Node) With(keys []string, items []*Node) *Node {
	return &Node{Kind: n.Kind, Tag: n.Tag, Keys: keys, Items: items, flow: n.flow}
}

// Get is the value of a key of a map; nil where there is none.
func (n *Node) Get(key string) *Node {
	if n == nil || n.Kind != Map {
		return nil
	}
	if i := slices.Index(n.Keys, key); i >= 0 {
		return n.Items[i]
	}
	return nil
}

// Tree is the whole document as nodes; an empty one is an empty map.
func (d *Document) Tree() *Node {
	if d.root == nil {
		return &Node{Kind: Map}
	}
	return d.node(d.root, source{doc: d})
}

func (d *Document) node(n ast.Node, from source) *Node {
	out := &Node{from: &from}
	for {
		t, ok := n.(*ast.TagNode)
		if !ok {
			break
		}
		out.Tag = strings.TrimSpace(out.Tag + " " + t.GetToken().Value)
		n = t.Value
	}
	if isNull(n) {
		return out
	}
	if seq, ok := n.(*ast.SequenceNode); ok {
		out.Kind, out.flow = List, seq.IsFlowStyle
		for i, item := range seq.Values {
			out.Items = append(out.Items, d.node(item, source{doc: d, seq: seq, at: i, inFlow: from.inFlow || seq.IsFlowStyle}))
		}
		return out
	}
	if isMapping(n) {
		out.Kind, out.flow = Map, isFlow(n)
		for _, e := range entries(n) {
			out.Keys = append(out.Keys, keyText(e))
			out.Items = append(out.Items, d.node(e.Value, source{doc: d, entry: e, inFlow: from.inFlow || out.flow}))
		}
		return out
	}
	text, ok := scalarText(n)
	if !ok {
		text = n.String()
	}
	out.Kind, out.Text = Scalar, text
	switch s := n.(type) {
	case *ast.StringNode:
		out.bare = s.Token.Type == token.StringType && strings.TrimSpace(s.Token.Origin) == text
	case *ast.LiteralNode:
	default:
		out.Plain = true
	}
	return out
}

// Identical says whether two nodes read the same to the letter; the order of keys does not count.
func Identical(a, b *Node) bool {
	if a == b || a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Tag != b.Tag || a.Text != b.Text || a.Plain != b.Plain || len(a.Items) != len(b.Items) {
		return false
	}
	for i, x := range a.Items {
		if a.Kind == List {
			if !Identical(x, b.Items[i]) {
				return false
			}
			continue
		}
		if y := b.Items[i]; a.Keys[i] == b.Keys[i] {
			if !Identical(x, y) {
				return false
			}
		} else if y = b.Get(a.Keys[i]); y == nil || !Identical(x, y) {
			return false
		}
	}
	return true
}
