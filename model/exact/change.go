package exact

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// place is where a value stands: the column of its key or dash, or inside brackets.
type place struct {
	indent int
	flow   bool
	top    bool
}

func (p place) column() int {
	if p.flow {
		return inFlow
	}
	return p.indent
}

// record changes the fields of a mapping that differ.
func (s *splicer) record(node ast.Node, have, want reflect.Value, at place) {
	node = bare(node)
	here := place{flow: at.flow || isFlow(node)}
	if list := entries(node); len(list) > 0 && !here.flow {
		here.indent = startOf(list[0]).Column - 1
	}
	var gone []*ast.MappingValueNode
	var missing []field
	for _, f := range fieldsOf(want.Type()) {
		h, w := have.Field(f.index), want.Field(f.index)
		if Equal(h, w) {
			continue
		}
		e := entryNamed(node, f.name)
		switch {
		case e == nil:
			missing = append(missing, f)
		case absent(w) && !f.required:
			gone = append(gone, e)
		default:
			s.entry(e, h, w, f, here, at.top)
		}
	}
	if len(gone) > 0 { // what is missing finds its place in the next round
		s.dropEntries(node, gone, here)
		return
	}
	for _, f := range missing {
		s.addField(node, want.Type(), f, want.Field(f.index), here, at)
	}
}

// entry changes the value of one key.
func (s *splicer) entry(e *ast.MappingValueNode, have, want reflect.Value, f field, at place, top bool) {
	if top && s.coarse {
		s.entryAnew(e, reflect.ValueOf(merged(want, e.Value)), f, at)
		return
	}
	if n := bare(e.Value); isRecords(want.Type()) && !isNull(n) {
		if _, ok := n.(*ast.SequenceNode); !ok {
			s.err = s.doc.problem(startOf(n).Line, startOf(n).Column, f.name+" should be a list; mend it in a text editor, nothing is written over it")
			return
		}
	}
	s.value(bare(e.Value), have, want, at, func() { s.entryAnew(e, want, f, at) })
}

// value changes a value in place where its shape allows it, else calls anew.
func (s *splicer) value(node ast.Node, have, want reflect.Value, at place, anew func()) {
	for have.Kind() == reflect.Pointer && want.Kind() == reflect.Pointer && !have.IsNil() && !want.IsNil() {
		have, want = have.Elem(), want.Elem()
	}
	seq, isSeq := node.(*ast.SequenceNode)
	switch {
	case want.Kind() == reflect.Struct && have.IsValid() && have.Kind() == reflect.Struct && isMapping(node) && len(entries(node)) > 0:
		s.record(node, have, want, at)
	case isRecords(want.Type()) && isSeq && want.Len() > 0 && len(seq.Values) == have.Len() && have.Len() > 0:
		s.records(seq, have, want, at)
	case want.Kind() == reflect.Slice && isSeq && !seq.IsFlowStyle && !at.flow && want.Len() > 0 && len(seq.Values) == have.Len() && have.Len() > 0:
		s.items(seq, have, want)
	case want.Kind() == reflect.Map && isMapping(node) && len(entries(node)) > 0 && want.Len() > 0:
		s.mapping(node, have, want, at)
	default:
		anew()
	}
}

// entryAnew writes the value of one key anew and leaves key and tail comment alone.
func (s *splicer) entryAnew(e *ast.MappingValueNode, want reflect.Value, f field, at place) {
	sp, colon := s.behindColon(e, at)
	s.put(sp, colon, want, f.line, at)
}

// behindColon is where the value of a key stands, and where it may begin.
func (s *splicer) behindColon(e *ast.MappingValueNode, at place) (sp span, colon int) {
	colon = s.doc.tokenOffset(e.GetToken()) + 1
	sp = span{from: colon, to: colon, last: s.doc.lineAt(colon - 1)}
	if n := bare(e.Value); !isNull(n) || n.GetToken().Type != token.ImplicitNullType {
		sp = s.doc.spanOf(e.Value, at.column())
	}
	return sp, colon
}

// put writes want over a span; anchor is behind the colon or dash that it belongs to.
func (s *splicer) put(sp span, anchor int, want reflect.Value, oneLine bool, at place) {
	if at.flow {
		s.putFlow(sp, anchor, flow(want))
		return
	}
	s.putBlock(sp, anchor, block(want, at.indent, oneLine), at.indent)
}

func (s *splicer) putFlow(sp span, anchor int, text string) {
	if sp.from == anchor {
		text = " " + text
	}
	s.replace(sp.from, sp.to, text)
}

func (s *splicer) putBlock(sp span, anchor int, r rendering, indent int) {
	gap := ""
	if sp.from == anchor {
		gap = " "
	}
	if strings.HasPrefix(r.head, "|") {
		s.outdent(sp.last+1, indent)
	}
	first := s.doc.lineAt(anchor - 1)
	switch below := s.doc.lineAt(sp.from) > first; {
	case below: // it stands on lines of its own
		s.commentsUp(first, sp, indent)
		if r.head != "" {
			s.replace(anchor, anchor, " "+r.head)
		}
		s.deleteLines(first+1, sp.last)
		s.insertLines(first, r.body)
		return
	case r.head == "":
		s.replace(anchor, sp.to, "")
	default:
		s.replace(sp.from, sp.to, gap+r.head)
	}
	if sp.body > 0 && sp.last >= sp.body {
		s.deleteLines(sp.body, sp.last)
		s.insertLines(sp.body-1, r.body)
		return
	}
	s.insertLines(sp.last, r.body)
}

// commentsUp moves the comments around a value that stands below its key, on line ln, to above the key.
func (s *splicer) commentsUp(ln int, sp span, indent int) {
	var lines []string
	for i := ln + 1; i < s.doc.lineAt(sp.from); i++ {
		if l := strings.TrimSpace(s.doc.sourceLine(i)); l != "" {
			lines = append(lines, l)
		}
	}
	if tail := strings.TrimSpace(s.doc.text[sp.to:max(sp.to, s.doc.lines[sp.last].end)]); sp.body == 0 && strings.HasPrefix(tail, "#") {
		lines = append(lines, tail)
	}
	for i, l := range lines {
		lines[i] = strings.Repeat(" ", max(indent, 0)) + l + "\n"
	}
	at := s.doc.lines[ln].at
	s.replace(at, at, strings.Join(lines, ""))
}

// outdent moves the comments that follow, from line ln on, out of reach of a literal block that is to stand above them.
func (s *splicer) outdent(ln, indent int) {
	for ; ln < len(s.doc.lines); ln++ {
		l := s.doc.sourceLine(ln)
		deep := len(l) - len(strings.TrimLeft(l, " "))
		if deep < len(l) && l[deep] != '#' {
			return
		}
		if deep < len(l) && deep > indent {
			s.replace(s.doc.lines[ln].at+indent, s.doc.lines[ln].at+deep, "")
		}
	}
}

// addField writes a key that the mapping does not have yet behind the last of those that come before it.
func (s *splicer) addField(node ast.Node, t reflect.Type, f field, want reflect.Value, here, at place) {
	before := map[string]bool{}
	for _, g := range fieldsOf(t) {
		if g.index == f.index {
			break
		}
		before[g.name] = true
	}
	var prev *ast.MappingValueNode
	for _, e := range entries(node) {
		if before[keyText(e)] || prev == nil {
			prev = e
		}
	}
	if here.flow {
		s.addFlow(node, prev, f.name+": "+flow(want))
		return
	}
	lines := keyed(f.name, block(want, here.indent, f.line), here.indent)
	if at.top && spacious(want.Type()) {
		lines = append([]string{""}, lines...)
	}
	s.insertLines(s.doc.commentsBelow(s.doc.entryEnd(prev), here.indent), lines)
}

func (s *splicer) addFlow(node ast.Node, prev *ast.MappingValueNode, text string) {
	if prev == nil {
		at := s.doc.tokenOffset(node.GetToken()) + 1
		s.replace(at, at, text)
		return
	}
	at := s.flowEnd(prev)
	s.replace(at, at, ", "+text)
}

// flowEnd is behind an entry inside brackets.
func (s *splicer) flowEnd(e *ast.MappingValueNode) int {
	if n := bare(e.Value); isNull(n) && n.GetToken().Type == token.ImplicitNullType {
		return s.doc.tokenOffset(e.GetToken()) + 1
	}
	return s.doc.spanOf(e.Value, inFlow).to
}

// dropEntries takes keys away.
func (s *splicer) dropEntries(node ast.Node, gone []*ast.MappingValueNode, here place) {
	list := entries(node)
	for _, e := range gone {
		i := slices.Index(list, e)
		if !here.flow {
			s.dropBlockEntry(list, i, gone)
			continue
		}
		from := s.doc.tokenOffset(e.Key.GetToken())
		to := s.flowEnd(e)
		left := slices.IndexFunc(list, func(x *ast.MappingValueNode) bool { return !slices.Contains(gone, x) })
		switch {
		case left >= 0 && left < i: // something stays before it: take its comma along
			from = s.flowEnd(list[i-1])
		case i+1 < len(list):
			to = s.doc.tokenOffset(list[i+1].Key.GetToken())
		}
		s.replace(from, to, "")
	}
}

// dropBlockEntry takes the lines of a key away. The first key of a list entry shares its line with the dash, which stays.
func (s *splicer) dropBlockEntry(list []*ast.MappingValueNode, i int, gone []*ast.MappingValueNode) {
	e := list[i]
	p := startOf(e)
	from := s.doc.offset(p.Line, p.Column)
	first, last := p.Line-1, s.doc.entryEnd(e)
	if strings.TrimSpace(s.doc.text[s.doc.lines[first].at:from]) == "" {
		blank := func(ln int) bool {
			return ln >= len(s.doc.lines) || strings.TrimSpace(s.doc.text[s.doc.lines[ln].at:s.doc.lines[ln].end]) == ""
		}
		if first > 0 && blank(first-1) && blank(last+1) {
			first-- // the empty line that set it off goes with it
		}
		s.deleteLines(first, last)
		return
	}
	if i+1 < len(list) && !slices.Contains(gone, list[i+1]) {
		n := startOf(list[i+1])
		s.replace(from, s.doc.offset(n.Line, n.Column), "")
		return
	}
	s.replace(from, s.doc.lines[last].end, "")
}

func isFlow(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.MappingNode:
		return x.IsFlowStyle
	case *ast.SequenceNode:
		return x.IsFlowStyle
	}
	return false
}

func entryNamed(n ast.Node, name string) *ast.MappingValueNode {
	for _, e := range entries(n) {
		if keyText(e) == name {
			return e
		}
	}
	return nil
}
