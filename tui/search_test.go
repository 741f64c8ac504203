package tui

import (
	"testing"

	"github.com/gapbook/gapbook/model/fold"
)

func TestAround(t *testing.T) {
	long := "a line that goes on for a while before it comes to the wörd that was sought, and on"
	for label, want := range map[string]string{"a word": "a word", long: "…it comes to the wörd that was sought, and on"} {
		marks, ok := marksOf(fold.Of(label), []string{"word"})
		if !ok {
			t.Fatalf("%q: not found", label)
		}
		got, at := around(label, marks)
		if got != want {
			t.Errorf("%q is shown as %q, want %q", label, got, want)
		}
		if m := got[at[0].From:at[0].To]; m != "word" && m != "wörd" {
			t.Errorf("%q: %q is marked", got, m)
		}
	}
	if _, ok := marksOf(fold.Of("one word"), []string{"word", "two"}); ok {
		t.Error("a line with one of two words was found")
	}
	marks, _ := marksOf(fold.Of("papa"), []string{"pap", "apa"})
	if len(marks) != 1 {
		t.Errorf("overlapping marks: %v", marks)
	}
}
