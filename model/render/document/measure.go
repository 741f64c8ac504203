package document

import "golang.org/x/text/unicode/bidi"

// Widths shares a width out among a table's columns by their shares. A column without one gets as much as its longest
// word and about its longest text ask for.
func (t Table) Widths(total int) []int {
	share := make([]float64, len(t.Columns))
	sum := 0.0
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
		sum += share[i]
	}
	out, left := make([]int, len(share)), total
	for i, s := range share {
		out[i] = int(float64(total) * s / sum)
		left -= out[i]
	}
	if len(out) > 0 {
		out[len(out)-1] += left
	}
	return out
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
