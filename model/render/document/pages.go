package document

import "slices"

// What stays on one page is the same in every format that has pages: a heading with what follows it, and so a paragraph that is
// one; a picture and a table with their captions; facts with what proves them; a short table; the note at the end with what it is about.

// Stays says whether the i-th block stays on one page with the next.
func Stays(blocks []Block, i int) bool {
	if i+1 >= len(blocks) {
		return false
	}
	if _, note := blocks[i+1].(Note); note && i+2 == len(blocks) { // no last page has a note alone
		return true
	}
	switch next := blocks[i+1].(type) {
	case PageBreak:
		return false
	case Heading:
		_, facts := blocks[i].(Facts)
		_, para := blocks[i].(Para) // one that introduces what is below its heading
		if para && i > 0 {
			_, para = blocks[i-1].(Heading)
		}
		return (facts || para) && next.Level > level(blocks[:i])
	}
	switch b := blocks[i].(type) {
	case Heading, Facts:
		return true
	case Para:
		switch blocks[i+1].(type) {
		case Table, Picture, List: // which it introduces
			return true
		}
		return !slices.ContainsFunc(b.Text, func(x Inline) bool { return !x.Bold })
	}
	return false
}

// Front is how many blocks stand before the first section or page break: a summary, with the contents behind it.
func Front(blocks []Block) int {
	for i, b := range blocks {
		switch b.(type) {
		case Heading, PageBreak:
			return i
		}
	}
	return len(blocks)
}

// level is that of the heading under which what follows stands.
func level(before []Block) int {
	for _, b := range slices.Backward(before) {
		if h, ok := b.(Heading); ok {
			return h.Level
		}
	}
	return 0
}

// A table that is no longer than this many lines stays on one page; none leaves fewer rows than these alone.
const (
	shortTable = 12
	fewRows    = 3
)

// Short says whether a table is to stay on one page.
func (t Table) Short() bool {
	const line = 125 // characters over the whole width, about
	wide := t.Widths(line, make([]int, len(t.Columns)))
	lines := 0
	for _, r := range t.Rows {
		most := 1
		for i, n := range wide {
			if !r.Section {
				most = max(most, 1+length(r.Cell(i))/max(n, 1))
			}
		}
		if lines += most; lines > shortTable {
			return false
		}
	}
	return true
}

// Holds says whether the i-th row stays on one page with the next, however long the table is.
func (t Table) Holds(i int) bool {
	n := len(t.Rows)
	return i < n-1 && (t.Rows[i].Section || i < fewRows-1 || i >= n-fewRows)
}
