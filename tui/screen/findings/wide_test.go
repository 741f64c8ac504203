package findings_test

import (
	"os"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// More room shows more of a title, not less: the matrix takes none of the list's width. It says what a cell has no room for.
func TestAWideWindowShowsWholeTitles(t *testing.T) {
	src, err := os.ReadFile("../../../engagements/midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := tuitest.Open(t, string(src), 120, 40)
	a.Wait("Home")
	a.Press("F")
	a.Wait("› Findings", "One in ten large late deals has a plan that the buyer has seen", "9 +2", "With a grade off by one") // the order is that of the scores now
	a.Press("home", "down", "down", "down", "down", "down", "down", "down")
	a.Wait("In the same cell of the matrix: 7, 9, 10 and 11.")
	a.Press("down", "down")
	a.Wait("10 (7)", "In the same cell of the matrix: 7, 8, 9 and 11.") // what is selected is always to be seen
}
