package layout

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSplitsFillTheirRectangle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Screen(rapid.IntRange(0, 200).Draw(t, "w"), 10)
		gap := rapid.IntRange(0, 4).Draw(t, "gap")
		n := rapid.IntRange(1, 6).Draw(t, "n")
		sizes, flexible := make([]Size, n), false
		need := gap * (n - 1)
		for i := range sizes {
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				sizes[i] = Fixed(rapid.IntRange(0, 30).Draw(t, "fixed"))
				need += sizes[i].cells
			case 1:
				sizes[i], flexible = Flex(rapid.IntRange(1, 5).Draw(t, "flex")), true
			case 2:
				sizes[i], flexible = FlexMin(rapid.IntRange(1, 5).Draw(t, "flex"), rapid.IntRange(0, 20).Draw(t, "least")), true
				need += sizes[i].least
			}
		}
		sum := gap * (n - 1)
		for i, c := range r.Cols(gap, sizes...) {
			if c.W < 0 || c.H != 10 {
				t.Fatalf("part %d is %v", i, c)
			}
			sum += c.W
		}
		if need <= r.W && flexible && sum != r.W {
			t.Fatalf("parts and gaps take %d of %d", sum, r.W)
		}
		if need <= r.W && sum > r.W {
			t.Fatalf("parts and gaps take %d of %d", sum, r.W)
		}
	})
}

func TestFlexMinKeepsItsLeast(t *testing.T) {
	got := Screen(40, 1).Cols(0, FlexMin(1, 25), Flex(3))
	if got[0].W != 25 || got[1].W != 15 {
		t.Errorf("%v", got)
	}
}

func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(rapid.String().Draw(t, "text"))
		w := rapid.IntRange(0, 60).Draw(t, "w")
		for name, got := range map[string]string{
			"Fit": Fit(s, w), "FitRight": FitRight(s, w), "Center": Center(s, w), "Between": Between(s, "right", w),
		} {
			if Width(got) != w {
				t.Fatalf("%s(%q, %d) = %q, %d cells", name, s, w, got, Width(got))
			}
		}
		for _, l := range WrapAtMost(s, w, 3) {
			if w >= 2 && Width(l) > w {
				t.Fatalf("wrapped line %q is wider than %d", l, w)
			}
		}
	})
}

func TestCleanIsHarmless(t *testing.T) {
	got := Clean("a\x1b[31mb\nc\td\u0085e\u200df")
	if strings.ContainsAny(got, "\x1b\n\t\u0085") || !strings.Contains(got, "\u200d") {
		t.Errorf("%q", got)
	}
}

func TestBlock(t *testing.T) {
	got := Lines(Block("one\ntwo is long\nthree", Screen(6, 2)))
	if len(got) != 2 || got[0] != "one   " || got[1] != "two i…" {
		t.Errorf("%q", got)
	}
	got = Lines(Beside(1, Block("a\nb", Screen(2, 2)), Block("c", Screen(3, 1))))
	if len(got) != 2 || got[0] != "a  c  " || got[1] != "b     " {
		t.Errorf("%q", got)
	}
}

// Of a frame only text, line breaks and styles come through.
func TestStyled(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[38;2;1;2;3mb\x1b[m\nc – é Â":         "a\x1b[38;2;1;2;3mb\x1b[m\nc – é Â",
		"a\u202e\x1b]0;t\x07b\x1b[2Jc\u009b2Jd\x1b": "a]0;tb[2Jc2Jd",
		"\x1bP6q\x1b\\\r\x7f\x1b[1;4:3mx\x1b[1":     "P6q\\\x1b[1;4:3mx[1",
	} {
		if got := Styled(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
