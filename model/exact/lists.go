package exact

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// records changes a list of records: each is found by its key, so that an edit, an insertion and a deletion touch only
// their own lines.
func (s *splicer) records(seq *ast.SequenceNode, have, want reflect.Value, at place) {
	pair := pairUp(have, want)
	if !ordered(pair) {
		s.reorder(seq, pair, at, func() string { return flow(want) })
		return
	}
	s.sequence(seq, have, want, pair, at)
}

// items changes a block list of plain values, one line each.
func (s *splicer) items(seq *ast.SequenceNode, have, want reflect.Value) {
	s.sequence(seq, have, want, pairMiddle(have, want), place{})
}

// sequence edits a list in place. pair[i] is the index in have of the i-th wanted entry, or -1 for a new one.
func (s *splicer) sequence(seq *ast.SequenceNode, have, want reflect.Value, pair []int, at place) {
	flowing := at.flow || seq.IsFlowStyle
	kept := map[int]bool{}
	dash := startOf(seq).Column - 1
	prev := -1
	for i, h := range pair {
		if h < 0 {
			s.insertItem(seq, prev, want.Index(i), dash, flowing)
			continue
		}
		prev = h
		kept[h] = true
		s.item(seq.Values[h], have.Index(h), want.Index(i), dash, flowing)
	}
	for h := range seq.Values {
		if !kept[h] {
			s.removeItem(seq, h, kept, flowing)
		}
	}
}

func (s *splicer) item(node ast.Node, have, want reflect.Value, dash int, flowing bool) {
	if Equal(have, want) {
		return
	}
	at := place{indent: dash, flow: flowing}
	if !flowing && want.Kind() == reflect.Struct && outgrown(bare(node), want) {
		s.itemAnew(node, blockItem(want, dash), at)
		return
	}
	s.value(bare(node), have, want, at, func() {
		if flowing || want.Kind() != reflect.Struct {
			sp := s.doc.spanOf(node, at.column())
			s.put(sp, s.behindDash(sp, flowing), want, false, at)
			return
		}
		s.itemAnew(node, blockItem(want, dash), at)
	})
}

// outgrown says whether a record that stands in one line, {check: x, note: a}, now has a text of several lines, which
// reads well only as a block. With keys that we do not know it stays as it is.
func outgrown(node ast.Node, want reflect.Value) bool {
	return isFlow(node) && hasBlocks(want) && !slices.ContainsFunc(entries(node), func(e *ast.MappingValueNode) bool {
		_, known := fieldNamed(want.Type(), keyText(e))
		return !known
	})
}

// itemAnew writes a record in a block list anew: its first key stands behind the dash.
func (s *splicer) itemAnew(node ast.Node, lines []string, at place) {
	sp := s.doc.spanOf(node, at.column())
	s.replace(sp.from, sp.to, strings.TrimLeft(strings.TrimLeft(lines[0], " ")[1:], " "))
	s.insertLines(sp.last, lines[1:])
}

// behindDash is where the value of a list entry may begin.
func (s *splicer) behindDash(sp span, flowing bool) int {
	at := sp.from
	for !flowing && at > 0 && s.doc.text[at-1] != '-' {
		at--
	}
	return at
}

func (s *splicer) insertItem(seq *ast.SequenceNode, prev int, want reflect.Value, dash int, flowing bool) {
	if flowing {
		s.insertFlow(seq, prev, flow(want))
		return
	}
	s.insertBlock(seq, prev, blockItem(want, dash), dash)
}

func (s *splicer) insertFlow(seq *ast.SequenceNode, prev int, text string) {
	if prev < 0 {
		at := s.doc.tokenOffset(seq.GetToken()) + 1
		s.replace(at, at, text+", ")
		return
	}
	at := s.doc.spanOf(seq.Values[prev], inFlow).to
	s.replace(at, at, ", "+text)
}

func (s *splicer) insertBlock(seq *ast.SequenceNode, prev int, lines []string, dash int) {
	if prev >= 0 {
		s.insertLines(s.doc.commentsBelow(s.doc.spanOf(seq.Values[prev], dash).last, dash), lines)
		return
	}
	at := s.doc.lines[s.dashLine(seq, 0)].at
	s.replace(at, at, strings.Join(lines, "\n")+"\n")
}

func (s *splicer) removeItem(seq *ast.SequenceNode, i int, kept map[int]bool, flowing bool) {
	if !flowing {
		from, to := s.itemLines(seq, i)
		s.deleteLines(from, to)
		return
	}
	p := startOf(seq.Values[i])
	from, to := s.doc.offset(p.Line, p.Column), s.doc.spanOf(seq.Values[i], inFlow).to
	before := false
	for j := range i {
		before = before || kept[j]
	}
	switch {
	case before:
		from = s.doc.spanOf(seq.Values[i-1], inFlow).to
	case i+1 < len(seq.Values):
		n := startOf(seq.Values[i+1])
		to = s.doc.offset(n.Line, n.Column)
	}
	s.replace(from, to, "")
}

// itemLines are the lines of an entry of a block list.
func (s *splicer) itemLines(seq *ast.SequenceNode, i int) (from, to int) {
	from = s.dashLine(seq, i)
	if isNull(bare(seq.Values[i])) {
		return from, from
	}
	return from, s.doc.spanOf(seq.Values[i], startOf(seq).Column-1).last
}

// dashLine is the line of an entry's dash.
func (s *splicer) dashLine(seq *ast.SequenceNode, i int) int {
	if i < len(seq.Entries) && seq.Entries[i] != nil && seq.Entries[i].Start != nil {
		return seq.Entries[i].Start.Position.Line - 1
	}
	return startOf(seq.Values[i]).Line - 1
}

// reorder moves entries with their bytes, comments above them included; a second round then changes them.
func (s *splicer) reorder(seq *ast.SequenceNode, pair []int, at place, anew func() string) {
	if at.flow || seq.IsFlowStyle {
		sp := s.doc.spanOf(seq, inFlow)
		s.replace(sp.from, sp.to, anew())
		return
	}
	var order []int
	for _, h := range pair {
		if h >= 0 {
			order = append(order, h)
		}
	}
	slots := slices.Sorted(slices.Values(order))
	chunk := func(i int) (from, to int) {
		first, last := s.itemLines(seq, i)
		return s.doc.lines[first].at, s.doc.lines[last].end
	}
	for n, slot := range slots {
		if order[n] == slot {
			continue
		}
		from, to := chunk(slot)
		a, b := chunk(order[n])
		s.replace(from, to, s.doc.text[a:b])
	}
}

// pairUp matches wanted entries with those at hand by key where keys tell them apart, else from both ends.
func pairUp(have, want reflect.Value) []int {
	index := map[string]int{}
	for i := range have.Len() {
		k := Key(have.Index(i))
		if _, twice := index[k]; k == "" || twice {
			return pairMiddle(have, want)
		}
		index[k] = i
	}
	pair := make([]int, want.Len())
	seen := map[string]bool{}
	for i := range pair {
		k := Key(want.Index(i))
		if k == "" || seen[k] {
			return pairMiddle(have, want)
		}
		seen[k] = true
		if h, ok := index[k]; ok {
			pair[i] = h
		} else {
			pair[i] = -1
		}
	}
	return pair
}

// pairMiddle keeps what is alike at both ends and changes what lies between, one by one.
func pairMiddle(have, want reflect.Value) []int {
	n := min(have.Len(), want.Len())
	head := 0
	for head < n && Equal(have.Index(head), want.Index(head)) {
		head++
	}
	tail := 0
	for tail < n-head && Equal(have.Index(have.Len()-1-tail), want.Index(want.Len()-1-tail)) {
		tail++
	}
	return endsPaired(have.Len(), want.Len(), head, tail)
}

// endsPaired pairs have and want entries of two lists that are alike in head and tail entries.
func endsPaired(have, want, head, tail int) []int {
	pair := make([]int, want)
	for i := range pair {
		switch {
		case i < head:
			pair[i] = i
		case i >= want-tail:
			pair[i] = have - want + i
		case i < have-tail:
			pair[i] = i
		default:
			pair[i] = -1
		}
	}
	return pair
}

func ordered(pair []int) bool {
	last := -1
	for _, h := range pair {
		if h >= 0 && h < last {
			return false
		}
		last = max(last, h)
	}
	return true
}

// mapping changes a map of keys that people choose.
func (s *splicer) mapping(node ast.Node, have, want reflect.Value, at place) {
	here := place{flow: at.flow || isFlow(node), indent: startOf(node).Column - 1}
	list := entries(node)
	var gone []*ast.MappingValueNode
	for _, e := range list {
		k := reflect.New(want.Type().Key()).Elem()
		k.SetString(keyText(e))
		w := want.MapIndex(k)
		h := reflect.Value{}
		if have.Len() > 0 {
			h = have.MapIndex(k)
		}
		switch {
		case !w.IsValid() && h.IsValid():
			gone = append(gone, e)
		case w.IsValid() && (!h.IsValid() || !Equal(h, w)):
			s.entry(e, reflect.New(w.Type()).Elem(), w, field{}, here, false)
		}
	}
	prev := list[len(list)-1]
	for _, k := range sortedKeys(want) {
		if entryNamed(node, k.String()) != nil {
			continue
		}
		if here.flow {
			s.addFlow(node, prev, inline(k.String())+": "+flow(want.MapIndex(k)))
		} else {
			s.insertLines(s.doc.commentsBelow(s.doc.entryEnd(prev), here.indent), keyed(inline(k.String()), block(want.MapIndex(k), here.indent, false), here.indent))
		}
	}
	s.dropEntries(node, gone, here)
}
