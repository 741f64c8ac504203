package guided

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMergeKeepsBothSides(t *testing.T) {
	for _, c := range []struct{ name, base, ours, theirs, want string }{
		{"ours alone", "a\nb", "a\nb\nc", "a\nb", "a\nb\nc"},
		{"theirs alone", "a\nb", "a\nb", "x\na\nb", "x\na\nb"},
		{"ours below theirs", "a\nb\nc", "a\nb\nc\nd", "x\na\nb\nc", "x\na\nb\nc\nd"},
		{"ours above theirs", "a\nb\nc", "x\na\nb\nc", "a\nb\nc\nd", "x\na\nb\nc\nd"},
		{"both at the end", "a", "a\nours", "a\ntheirs", "a\nours\ntheirs"},
		{"from nothing", "", "ours", "theirs", "ours\ntheirs"},
		{"the same line", "a\nb", "a\nb1", "a\nb2", "a\nb1\nb2"},
	} {
		if got := merge(c.base, c.ours, c.theirs); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMergeLosesNoLineThatWasAdded(t *testing.T) {
	line := rapid.StringMatching(`[a-d]{0,2}`)
	text := rapid.Custom(func(t *rapid.T) []string { return rapid.SliceOfN(line, 1, 6).Draw(t, "lines") })
	rapid.Check(t, func(t *rapid.T) {
		base := text.Draw(t, "base")
		add := func(mark string) []string {
			at := rapid.IntRange(0, len(base)).Draw(t, mark)
			out := append([]string{}, base[:at]...)
			return append(append(out, mark), base[at:]...)
		}
		ours, theirs := add("ours"), add("theirs")
		got := strings.Split(merge(strings.Join(base, "\n"), strings.Join(ours, "\n"), strings.Join(theirs, "\n")), "\n")
		for _, want := range []string{"ours", "theirs"} {
			n := 0
			for _, l := range got {
				if l == want {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("%q stands there %d times: %q", want, n, got)
			}
		}
	})
}
