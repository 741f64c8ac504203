package home_test

import (
	"os"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

// Names are whole where there is room for them, and what is only begun is not counted as done.
func TestHomeTellsBegunFromDoneAndNamesPractices(t *testing.T) {
	src, err := os.ReadFile("../../../engagements/midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := tuitest.Open(t, string(src), 120, 40)
	a.Wait("› Home", "1/5 4 begun", "Coaching to the bottleneck", "Success metrics after the sale")
	a.Resize(80, 24)
	a.Wait("1/5 4 begun", "Coaching to the…")
}
