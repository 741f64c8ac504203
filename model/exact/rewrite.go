package exact

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// Words is what Rewrite asks about each text of a file, whether the program knows its key or not. A nil function leaves
// its texts as they are.
type Words struct {
	Value   func(path []any, text string) string
	Key     func(path []any, key string) string // path includes the key
	Comment func(line int, text string) string  // with its #; an empty answer takes the comment away
	Drop    func(path []any) bool               // an entry of a mapping or of a list goes, comments on its lines and all
}

// Rewrite changes the texts of a document, comments and unknown keys included, and leaves every other byte alone. Then it
// reads what it made and compares.
func (d *Document) Rewrite(w Words) (next *Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			next, err = nil, fmt.Errorf("%w: %v", ErrNotExact, r)
		}
	}()
	if w.Drop != nil { // in a round of its own, so that what follows splices bytes that it knows
		r := rewriter{splicer: splicer{doc: d}, words: Words{Drop: w.Drop}}
		r.value(d.root, nil, place{top: true}, nil)
		if len(r.edits) > 0 {
			if d, err = Parse(r.apply()); err != nil {
				return nil, fmt.Errorf("%w: %w", ErrNotExact, err)
			}
		}
		w.Drop = nil
	}
	r := rewriter{splicer: splicer{doc: d}, words: w}
	r.value(d.root, nil, place{top: true}, nil)
	r.comments()
	if len(r.edits) == 0 {
		return d, nil
	}
	if next, err = Parse(r.apply()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotExact, err)
	}
	again := rewriter{splicer: splicer{doc: next}}
	again.value(next.root, nil, place{top: true}, nil)
	if !slices.Equal(again.want, r.want) {
		return nil, ErrNotExact
	}
	return next, nil
}

// Lines are the first and the last line of a value, 1 being the first of the file; comments in it and, in a list, those
// below it that are set deeper than its dash belong to it. ok is false where there is no such value.
func (d *Document) Lines(path ...any) (first, last int, ok bool) {
	node, column := d.root, -1
	for _, step := range path {
		switch step := step.(type) {
		case string:
			e := entryNamed(bare(node), step)
			if e == nil {
				return 0, 0, false
			}
			node, column = e.Value, startOf(e).Column-1
		case int:
			seq, isSeq := bare(node).(*ast.SequenceNode)
			if !isSeq || step >= len(seq.Values) {
				return 0, 0, false
			}
			node, column = seq.Values[step], startOf(seq).Column-1
			if seq.IsFlowStyle {
				column = inFlow
			}
		}
	}
	if node == nil || isNull(bare(node)) {
		return 0, 0, false
	}
	end := d.spanOf(node, column).last
	if column != inFlow {
		end = d.commentsBelow(end, column)
	}
	return startOf(node).Line, end + 1, true
}

// commentsBelow is the last of the comments below line ln that are set deeper than column, or ln.
func (d *Document) commentsBelow(ln, column int) int {
	for i := ln + 1; i < len(d.lines); i++ {
		s := d.text[d.lines[i].at:d.lines[i].end]
		t := strings.TrimLeft(s, " ")
		if t != "" && (t[0] != '#' || len(s)-len(t) <= column) {
			break
		}
		if t != "" {
			ln = i
		}
	}
	return ln
}

// rewriter goes through every text of a document.
type rewriter struct {
	splicer
	words Words
	taken [][2]int // where keys and values stand: what lies between them may be comment
	want  []string // every text, in order, as it should read afterwards
}

// value looks at a value and all below it; put writes another text in its place.
func (r *rewriter) value(node ast.Node, path []any, at place, put func(string)) {
	switch n := bare(node).(type) {
	case nil:
	case *ast.SequenceNode:
		here := place{indent: startOf(n).Column - 1, flow: at.flow || n.IsFlowStyle}
		stays := r.staying(n, path, here)
		for i, item := range n.Values {
			if !stays[i] {
				continue
			}
			r.value(item, append(slices.Clip(path), i), here, func(s string) {
				sp := r.doc.spanOf(item, here.column())
				if here.flow {
					r.replace(sp.from, sp.to, inline(s))
					return
				}
				r.put(sp, r.behindDash(sp, here.flow), reflect.ValueOf(s), false, here)
			})
		}
	case *ast.StringNode, *ast.LiteralNode:
		text, _ := scalarText(n)
		sp := r.doc.spanOf(node, at.column())
		r.taken = append(r.taken, [2]int{sp.from, sp.to})
		if sp.body > 0 && sp.last >= sp.body {
			r.taken = append(r.taken, [2]int{r.doc.lines[sp.body].at, r.doc.lines[sp.last].end})
		}
		if r.words.Value != nil && put != nil {
			if s := r.words.Value(path, text); s != text {
				put(s)
				text = s
			}
		}
		r.want = append(r.want, text)
	default:
		r.mapping(n, path, at)
	}
}

// staying drops entries of a list and says which are left.
func (r *rewriter) staying(seq *ast.SequenceNode, path []any, here place) map[int]bool {
	stays := map[int]bool{}
	for i := range seq.Values {
		stays[i] = r.words.Drop == nil || !r.words.Drop(append(slices.Clip(path), i))
	}
	for i := range seq.Values {
		if !stays[i] {
			r.removeItem(seq, i, stays, here.flow)
		}
	}
	return stays
}

func (r *rewriter) mapping(node ast.Node, path []any, at place) {
	list := entries(node)
	here := place{flow: at.flow || isFlow(node)}
	if len(list) > 0 && !here.flow {
		here.indent = startOf(list[0]).Column - 1
	}
	var gone []*ast.MappingValueNode
	for _, e := range list {
		key := keyText(e)
		below := append(slices.Clip(path), key)
		if r.words.Drop != nil && r.words.Drop(below) {
			gone = append(gone, e)
			continue
		}
		from, colon := r.doc.tokenOffset(e.Key.GetToken()), r.doc.tokenOffset(e.GetToken())
		r.taken = append(r.taken, [2]int{from, colon})
		if r.words.Key != nil {
			if s := r.words.Key(below, key); s != key {
				r.replace(from, colon, inline(s))
				key = s
			}
		}
		r.want = append(r.want, key)
		r.value(e.Value, below, here, func(s string) { r.entryAnew(e, reflect.ValueOf(s), field{}, here) })
	}
	if len(gone) > 0 {
		r.dropEntries(node, gone, here)
	}
}

// comments asks about every comment: what begins with # outside of keys and values, after a blank or at the beginning of
// a line.
func (r *rewriter) comments() {
	if r.words.Comment == nil {
		return
	}
	slices.SortFunc(r.taken, func(a, b [2]int) int { return a[0] - b[0] })
	d, n := r.doc, 0
	for i, l := range d.lines {
		for at := l.at; at < l.end; {
			for n < len(r.taken) && r.taken[n][1] <= at {
				n++
			}
			if n < len(r.taken) && r.taken[n][0] <= at {
				at = r.taken[n][1]
				continue
			}
			if d.text[at] != '#' || at > l.at && !strings.ContainsRune(" \t", rune(d.text[at-1])) {
				at++
				continue
			}
			r.comment(i, at, l.end)
			break
		}
	}
}

// comment rewrites one comment, which stays on its line.
func (r *rewriter) comment(ln, from, to int) {
	d := r.doc
	was := d.text[from:to]
	s := r.words.Comment(ln+1, was)
	if s == was {
		return
	}
	if s != "" {
		s = "#" + strings.TrimPrefix(strings.Map(func(c rune) rune {
			if c < ' ' && c != '\t' || c == utf8.RuneError {
				return ' '
			}
			return c
		}, s), "#")
		r.replace(from, to, s)
		return
	}
	lead := strings.TrimRight(d.text[d.lines[ln].at:from], " \t")
	if lead == "" {
		r.deleteLines(ln, ln)
		return
	}
	r.replace(d.lines[ln].at+len(lead), to, "")
}
