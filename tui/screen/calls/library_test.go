package calls_test

import (
	"os"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestTheLibraryAndTheObjections(t *testing.T) {
	src, err := os.ReadFile("../../../engagements/industrial-distributor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, path := tuitest.Open(t, string(src), 80, 24)
	a.Wait("Verhaeg")
	a.Press("C")
	a.Wait("[Calls 13]", "Library 4", "two raters:")
	a.Press("down", "down", "down", "down")
	a.Wait("2nd rater:", "no consent noted")
	a.Press("tab", "down", "down")
	a.Wait("[Library 4]", "Rep 1", "Teaches   A cheaper quote is answered", "Strongest [06:20] an hour of standstill", "Done well agenda agreed")
	a.Press("e")
	a.Wait("Teaches")
	a.Press("up")
	a.Press("ctrl+u")
	a.Type("Stay calm")
	a.Press("enter")
	a.Wait("Teaches   Stay calm")
	a.File(path, "teaches: Stay calm")
	a.Press("tab")
	a.Wait("[Objections 10]", "4 of 13", "13 % to 58 %", "eleven percent under yours")
	a.Gone("i attach transcript")
	a.Press("esc")
	a.Wait("[Calls 13]")
}
