package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"Négociation / Review", "negociation", "Négociation"},
		{"die Straße runter", "strasse", "Straße"},
		{"ﬁnal ofﬁce", "office", "ofﬁce"},
		{"a\u00a0b", "a b", "a\u00a0b"},
		{"ŁÓDŹ", "lodz", "ŁÓDŹ"},
	} {
		s, _, ok := Of(c.text).Find(Of(c.query).S, 0)
		if !ok || c.text[s.From:s.To] != c.want {
			t.Errorf("%q in %q: %v %v", c.query, c.text, s, ok)
		}
	}
}

// Whatever is found is a whole number of letters of the text, and looking on always ends.
func FuzzFind(f *testing.F) {
	f.Add("Négociation", "e")
	f.Add("\xff\xfe", "\ufffd")
	f.Fuzz(func(t *testing.T, text, query string) {
		folded, q := Of(text), Of(query).S
		for from := 0; ; {
			s, next, ok := folded.Find(q, from)
			if !ok {
				return
			}
			if next <= from || s.From < 0 || s.To > len(text) || s.From >= s.To {
				t.Fatalf("%q in %q: %v, then %d", query, text, s, next)
			}
			if utf8.ValidString(text) && !utf8.ValidString(strings.Clone(text[s.From:s.To])) {
				t.Fatalf("half a letter: %q of %q", text[s.From:s.To], text)
			}
			from = next
		}
	})
}
