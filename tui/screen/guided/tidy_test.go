package guided

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTidied(t *testing.T) {
	for _, c := range []struct {
		text, kept, tidied string
		ended              bool
	}{
		{text: "one"},
		{"one ", "one", "one", false},
		{"one\n", "one\n", "one", false},
		{"one\n", "one\n", "one\n", true},
		{"one\ntwo", "one\ntwo", "one\ntwo\n", false},
		{"one  \n\ntwo\t\n\n \n", "one\n\ntwo\n", "one\n\ntwo\n", false},
		{"\n\n", "", "", false},
		{" \t\n", "", "", true},
		{"  indented", "  indented", "  indented", false},
	} {
		if c.kept == "" && c.tidied == "" && strings.TrimSpace(c.text) != "" {
			c.kept, c.tidied = c.text, c.text
		}
		if got := kept(c.text); got != c.kept {
			t.Errorf("kept(%q) = %q, want %q", c.text, got, c.kept)
		}
		if got := tidied(c.text, c.ended); got != c.tidied {
			t.Errorf("tidied(%q) = %q, want %q", c.text, got, c.tidied)
		}
	}
}

// No word is lost, and what was tidied once stays as it is.
func TestTidyingTakesBlanksOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, ended := rapid.StringMatching(`[ab> \t\n]{0,30}`).Draw(t, "text"), rapid.Bool().Draw(t, "ended")
		once := tidied(text, ended)
		if strings.Join(strings.Fields(once), " ") != strings.Join(strings.Fields(text), " ") {
			t.Fatalf("%q became %q", text, once)
		}
		if again := tidied(once, strings.HasSuffix(once, "\n")); again != once || kept(once) != once {
			t.Fatalf("%q became %q and then %q", text, once, again)
		}
	})
}
