package exact

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// Become gives the document changed so that its tree is want, known keys and unknown ones. Like Update it touches only the
// lines that differ; what comes from another document brings its own lines where that can be. v is a pointer to the struct
// that such documents are decoded into: it tells by what records are found.
func (d *Document) Become(want *Node, v any) (next *Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			next, err = nil, fmt.Errorf("%w: %v", ErrNotExact, r)
		}
	}()
	for _, way := range []treeSplicer{{}, {nodeWriter: nodeWriter{careful: true}}, {nodeWriter: nodeWriter{careful: true}, coarse: true}} {
		if next := d.become(want, Deref(reflect.TypeOf(v)), way); next != nil {
			return next, nil
		}
	}
	return nil, ErrNotExact
}

func (d *Document) become(want *Node, t reflect.Type, way treeSplicer) *Document {
	// Taking away, moving, and the rest are separate rounds, so that each splices bytes that it knows.
	for range 8 {
		have := d.Tree()
		if Identical(have, want) {
			return d
		}
		if d.root == nil || !isMapping(d.root) || want.Kind != Map {
			return nil
		}
		s := way
		s.splicer, s.known = splicer{doc: d}, d.text
		s.mapping(d.root, have, want, t, place{top: true})
		if len(s.edits) == 0 {
			return nil
		}
		next, err := Parse(s.apply())
		if err != nil {
			return nil
		}
		d = next
	}
	return nil
}

type treeSplicer struct {
	splicer
	nodeWriter
	coarse bool // each section that differs is written anew
}

func (s *treeSplicer) mapping(node ast.Node, have, want *Node, t reflect.Type, at place) {
	list := entries(node)
	here := place{flow: at.flow || isFlow(node)}
	if !here.flow {
		here.indent = startOf(list[0]).Column - 1
	}
	var gone []*ast.MappingValueNode
	for i, e := range list {
		w := want.Get(have.Keys[i])
		if w == nil {
			gone = append(gone, e)
			continue
		}
		anew := func() {
			sp, colon := s.behindColon(e, here)
			if here.flow {
				s.putFlow(sp, colon, s.nodeWriter.flow(w))
				return
			}
			s.putBlock(sp, colon, s.nodeWriter.block(w, here.indent), here.indent)
		}
		if h := have.Items[i]; s.coarse && at.top && !Identical(h, w) {
			anew()
		} else {
			s.value(e.Value, h, w, Below(t, have.Keys[i]), here, anew)
		}
	}
	if len(gone) > 0 { // what is missing finds its place in the next round
		s.dropEntries(node, gone, here)
		return
	}
	prev := -1
	for i, key := range want.Keys {
		if h := slices.Index(have.Keys, key); h >= 0 {
			prev = h
			continue
		}
		s.add(node, list[max(prev, 0)], key, want.Items[i], here, at.top)
	}
}

// add writes a key that the mapping does not have yet behind another.
func (s *treeSplicer) add(node ast.Node, prev *ast.MappingValueNode, key string, n *Node, here place, top bool) {
	if here.flow {
		s.addFlow(node, prev, inline(key)+": "+s.nodeWriter.flow(n))
		return
	}
	lines := s.nodeWriter.entry(key, n, here.indent)
	if top && n.Kind != Scalar && len(lines) > 1 {
		lines = append([]string{""}, lines...)
	}
	s.insertLines(s.doc.commentsBelow(s.doc.entryEnd(prev), here.indent), lines)
}

// value changes a value in place where its shape allows it, else calls anew.
func (s *treeSplicer) value(node ast.Node, have, want *Node, t reflect.Type, at place, anew func()) {
	if Identical(have, want) {
		return
	}
	node = bare(node)
	seq, isSeq := node.(*ast.SequenceNode)
	switch {
	case have.Kind != want.Kind || have.Tag != want.Tag || len(have.Items) == 0 || len(want.Items) == 0:
		anew()
	case isMapping(node):
		s.mapping(node, have, want, t, at)
	case isSeq:
		s.list(seq, have, want, Elem(t), at)
	default:
		anew()
	}
}

func (s *treeSplicer) list(seq *ast.SequenceNode, have, want *Node, elem reflect.Type, at place) {
	flowing := at.flow || seq.IsFlowStyle
	pair := pairNodes(have, want, elem)
	if !ordered(pair) {
		s.reorder(seq, pair, at, func() string { return s.nodeWriter.flow(want) })
		return
	}
	here := place{indent: startOf(seq).Column - 1, flow: flowing}
	prev, kept := -1, map[int]bool{}
	for i, h := range pair {
		w := want.Items[i]
		switch {
		case h >= 0:
			prev, kept[h] = h, true
			s.value(seq.Values[h], have.Items[h], w, elem, here, func() { s.itemAnew(seq.Values[h], w, here) })
		case flowing:
			s.insertFlow(seq, prev, s.nodeWriter.flow(w))
		default:
			s.insertBlock(seq, prev, s.nodeWriter.item(w, here.indent), here.indent)
		}
	}
	for h := range seq.Values {
		if !kept[h] {
			s.removeItem(seq, h, kept, flowing)
		}
	}
}

func (s *treeSplicer) itemAnew(node ast.Node, want *Node, at place) {
	sp := s.doc.spanOf(node, at.column())
	switch {
	case at.flow:
		s.replace(sp.from, sp.to, s.nodeWriter.flow(want))
	case want.Kind == Map:
		s.splicer.itemAnew(node, s.nodeWriter.item(want.With(want.Keys, want.Items), at.indent), at)
	default:
		s.putBlock(sp, s.behindDash(sp, false), s.nodeWriter.block(want, at.indent), at.indent)
	}
}

// pairNodes matches wanted entries with those at hand: by what they are found by where that tells them apart, else from
// both ends. A text that was changed is one with the text in its place.
func pairNodes(have, want *Node, elem reflect.Type) []int {
	index := map[string]int{}
	for i, n := range have.Items {
		k := nodeIdentity(n, elem)
		if _, twice := index[k]; k == "" || twice {
			return pairEnds(have, want)
		}
		index[k] = i
	}
	pair, seen := make([]int, len(want.Items)), map[string]bool{}
	for i, n := range want.Items {
		k := nodeIdentity(n, elem)
		if k == "" || seen[k] {
			return pairEnds(have, want)
		}
		seen[k] = true
		pair[i] = -1
		if h, ok := index[k]; ok {
			pair[i] = h
		}
	}
	taken := map[int]bool{}
	for _, h := range pair {
		taken[h] = true
	}
	for i, h := range pair {
		next := 0
		if i > 0 && h < 0 {
			next = pair[i-1] + 1
		}
		if h < 0 && (i == 0 || next > 0) && next < len(have.Items) && !taken[next] && want.Items[i].Kind == Scalar && have.Items[next].Kind == Scalar {
			pair[i], taken[next] = next, true
		}
	}
	return pair
}

func nodeIdentity(n *Node, t reflect.Type) string {
	switch n.Kind {
	case Scalar:
		return "=" + n.Text
	case Map:
		return Identity(n, t)
	}
	return ""
}

func pairEnds(have, want *Node) []int {
	h, w := len(have.Items), len(want.Items)
	head := 0
	for head < min(h, w) && Identical(have.Items[head], want.Items[head]) {
		head++
	}
	tail := 0
	for tail < min(h, w)-head && Identical(have.Items[h-1-tail], want.Items[w-1-tail]) {
		tail++
	}
	return endsPaired(h, w, head, tail)
}
