package workbook

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSplicesMakeOneTextOfAnother(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("aab é–\n漢😀")))
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		s := spliceOf(a, b)
		if got, ok := s.in(a); !ok || got != b {
			t.Fatalf("%q with %+v is %q, not %q", a, s, got, b)
		}
		if got, ok := s.inverse().in(b); !ok || got != a {
			t.Fatalf("%q taken back with %+v is %q, not %q", b, s, got, a)
		}
		if !utf8.ValidString(s.Del) || !utf8.ValidString(s.Ins) {
			t.Fatalf("a letter is cut in %+v", s)
		}
	})
}

// Words that two people put into a text are both in it afterwards, in whole.
func TestMovedSplicesKeepBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old := rapid.StringMatching(`[a-z ]{0,20}`).Draw(t, "old")
		one := func(word string) splice {
			from := rapid.IntRange(0, len(old)).Draw(t, "from")
			return splice{from, old[from:rapid.IntRange(from, len(old)).Draw(t, "to")], word}
		}
		ours, theirs := one("OURS"), one("THEIRS")
		text, _ := theirs.in(old)
		both, ok := ours.moved(theirs).in(text)
		if !ok || !strings.Contains(both, "OURS") || !strings.Contains(both, "THEIRS") {
			t.Fatalf("%q with %+v and %+v: %q", old, theirs, ours, both)
		}
	})
}
