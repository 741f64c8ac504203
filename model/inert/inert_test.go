package inert_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/inert"
)

func TestShowAndStrip(t *testing.T) {
	for _, x := range []struct{ text, shown, stripped string }{
		{"plain\n\ttext – ok 👩‍👧", "plain\n\ttext – ok 👩‍👧", "plain\n\ttext – ok 👩‍👧"},
		{"a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m", "ared"},
		{"a\x1b]52;c;aGk=\x07b", "a␛]52;c;aGk=␇b", "ab"},
		{"a\u009b2Jb\u009d0;x\u009cc", "a<009B>2Jb<009D>0;x<009C>c", "abc"},
		{"a\x1b]0;open\nkept", "a␛]0;open\nkept", "a\nkept"},
		{"\u202Eevil\u2069\u200F\u061C", "<202E>evil<2069><200F><061C>", "evil"},
		{"z\u200Bw\uFEFF\U000E0041", "z<200B>w<FEFF><E0041>", "zw"},
		{"a\rb\u2028c", "a␍b<2028>c", "a\nb\nc"},
		{"a\r\nb\x7f\xff", "a\nb␡\uFFFD", "a\nb\uFFFD"},
	} {
		if got := inert.Show(x.text); got != x.shown {
			t.Errorf("%q is shown as %q, want %q", x.text, got, x.shown)
		}
		if got := inert.Strip(x.text); got != x.stripped {
			t.Errorf("%q is stripped to %q, want %q", x.text, got, x.stripped)
		}
	}
}

// Whatever the text is, nothing in what comes out acts, and JSON still means the same.
func TestNothingActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"\x1b", "[", "]", "31m", "\x07", "\u009b", "\u009d", "0;t", "\u202e", "\u200b", "\U000e0041", "a", "\n", "\r", "\xff", "\u009c", "\\", "\"",
		})).Draw(t, "text"), "")
		for _, out := range []string{inert.Show(s), inert.Strip(s)} {
			if i := strings.IndexFunc(out, inert.Acts); i >= 0 {
				t.Fatalf("%q acts at %d", out, i)
			}
		}
		doc, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		out := inert.JSON(doc)
		var before, after string
		if json.Unmarshal(doc, &before) != nil || json.Unmarshal(out, &after) != nil || before != after {
			t.Fatalf("%s does not mean %s", out, doc)
		}
		if strings.ContainsFunc(string(out), inert.Acts) {
			t.Fatalf("%q acts", out)
		}
	})
}
