package document_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/render/document"
)

// TestWidths: all of the width is shared out, and no column is narrower than its longest word while there is room for all.
func TestWidths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "columns")
		table := document.Table{Columns: make([]document.Column, n)}
		least := make([]int, n)
		sum := 0
		for i := range n {
			table.Columns[i].Width = rapid.IntRange(0, 60).Draw(t, "share")
			least[i] = rapid.IntRange(0, 400).Draw(t, "least")
			sum += least[i]
		}
		got := table.Widths(1000, least)
		all := 0
		for i, w := range got {
			all += w
			if sum <= 1000 && w < least[i] || w < 0 {
				t.Fatalf("column %d of %d for words of %d", i, w, least[i])
			}
		}
		if all != 1000 {
			t.Fatalf("%d of 1000: %v", all, got)
		}
	})
}

// TestWidthsOfLongWords: where the words ask for more than there is, the longest give way.
func TestWidthsOfLongWords(t *testing.T) {
	table := document.Table{Columns: make([]document.Column, 3)}
	if got, want := table.Widths(100, []int{20, 500, 70}), []int{20, 40, 40}; !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}
