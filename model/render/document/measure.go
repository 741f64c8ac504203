package document

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Widths shares a width out among a table's columns by their shares; a column without one gets as much as its longest text
// asks for, about. None is narrower than least says, its longest word, as long as the others have room to give.
func (t Table) Widths(total int, least []int) []int {
	share := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		share[i] = float64(c.Width)
		if c.Width <= 0 {
			longest := len(c.Head)
			for _, r := range t.Rows {
				if !r.Section {
					longest = max(longest, length(r.Cell(i)))
				}
			}
			share[i] = float64(min(max(longest, 5), 40))
		}
	}
	least = capped(least, total)
	out, left := make([]int, len(share)), total
	held := make([]bool, len(share)) // at its least
	for again := true; again; {
		again = false
		sum := 0.0
		for i, s := range share {
			if !held[i] {
				sum += s
			}
		}
		for i, s := range share {
			if !held[i] {
				if out[i] = int(float64(left) * s / sum); out[i] < least[i] {
					out[i], held[i], again = least[i], true, true
				}
			}
		}
		left = total
		for i := range out {
			if held[i] {
				left -= out[i]
			}
		}
	}
	for i := range out {
		if !held[i] {
			left -= out[i]
		}
	}
	for i := len(out) - 1; i >= 0; i-- { // what rounding left over
		if !held[i] || i == 0 {
			out[i] += left
			break
		}
	}
	return out
}

// capped cuts the longest down to one length, so that all together ask for no more than there is.
func capped(least []int, total int) []int {
	sorted := slices.Sorted(slices.Values(least))
	left := total
	for i, n := range sorted {
		most := left / (len(sorted) - i)
		if n > most {
			out := slices.Clone(least)
			for k := range out {
				out[k] = min(out[k], most)
			}
			return out
		}
		left -= n
	}
	return least
}

// Least is what each column needs for its longest word; longest measures the longest of a text.
func (t Table) Least(longest func(in []Inline, head bool) int) []int {
	out := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = longest([]Inline{{Text: c.Head}}, true)
		for _, r := range t.Rows {
			if !r.Section {
				out[i] = max(out[i], longest(r.Cell(i), false))
			}
		}
	}
	return out
}

// Words are what no line breaks: a text is broken at blanks, and behind hyphens and slashes.
func Words(in []Inline) []string {
	var all strings.Builder
	for _, x := range in {
		all.WriteString(x.Run())
	}
	return strings.Fields(strings.NewReplacer("-", "- ", "/", "/ ", "–", "– ", "—", "— ").Replace(all.String()))
}

// Cell is a cell of a row; nothing where it has fewer.
func (r Row) Cell(i int) []Inline {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return nil
}

func length(in []Inline) int {
	n := 0
	for _, x := range in {
		n += len(x.Text)
	}
	return n
}

// RightToLeft says whether the first letter of a text that has a direction is written from right to left.
func RightToLeft(s string) bool {
	for _, r := range s {
		if r < 0x590 { // most text: no table is asked
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 {
				return false
			}
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
