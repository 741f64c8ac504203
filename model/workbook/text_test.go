package workbook

import (
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

// What one types into a line lands in that line, whatever others did to the lines around it.
func TestSplicesFindTheirLine(t *testing.T) {
	for _, c := range []struct{ a, b, typed, want string }{
		{"one\ntwo\n", "zero\none\ntwo\nmore\n", "one\ntwo!\n", "zero\none\ntwo!\nmore\n"},
		{"one\nsame\ntwo\nsame\n", "one\nsame\n2\nsame\n", "one\nsame\ntwo\nsame!\n", "one\nsame\n2\nsame!\n"},
		{"we push the date", "they say: we push the date", "we push the date back", "they say: we push the date back"},
		{"we push the date", "we move the date", "we push the date back", "we move the date back"},
		{"one\n\n", "zero\none\n\nlast", "one\n\nx", ""},
		{"one\n", "— ours:\none\n— theirs:\n1\n", "one!\n", "— ours:\none!\n— theirs:\n1\n"},
		{"we push the date", "gone\nelsewhere", "we push the date back", ""},
	} {
		s, ok := spliceOf(c.a, c.typed).onto(c.a, c.b)
		got, fits := s.in(c.b)
		if ok != (c.want != "") || ok && (!fits || got != c.want) {
			t.Errorf("%q in %q: %v %q, want %q", c.typed, c.b, ok, got, c.want)
		}
	}
}
