package alike_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/alike"
)

func TestWhatIsAlike(t *testing.T) {
	// What others say, so that common words are common.
	others := []string{
		"nobody can say what ends discovery", "the discount is given in the first call", "marketing never hears what became of a lead",
		"the price is discussed before the need", "nobody coaches on calls", "what the buyer did is not in the record", "the forecast is made in a spreadsheet",
	}
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "nobody owns the close date", "nobody owns the close date", true},
		{"case, accents and signs", "Nobody owns the CLOSE date!", "nobody öwns the «close» date", true},
		{"endings", "reps push the close dates again and again", "the rep pushed the close date again", true},
		{"a word more", "close date is pushed at month end", "the close date is pushed at each month end", true},
		{"one word of the same thing", "the close date is never checked", "a close look at pricing by ops", false},
		{"nothing but the common words", "what the buyer said in the call", "nobody can say the price of a lead", false},
		{"other numbers", "31 pursuits without a word for 60 days", "4 pursuits without an owner for 7 weeks", false},
		{"no spaces", "没有人负责关闭日期", "没有人负责结束日期", true},
		{"one and the same word", "discounting", "Discounting", true},
		{"nothing", "", "", false},
	} {
		got := slices.ContainsFunc(alike.New(append([]string{c.a, c.b}, others...)).To(0), func(m alike.Match) bool { return m.Text == 1 })
		if got != c.want {
			t.Errorf("%s: alike %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTheMostAlikeComesFirst(t *testing.T) {
	x := alike.New([]string{"nobody owns the close date", "somebody owns a close date", "nobody owns the close date", "price comes first"})
	got := x.To(0)
	if len(got) != 2 || got[0] != (alike.Match{Text: 2, How: alike.Equal}) || got[1].Text != 1 || got[1].How >= alike.Equal {
		t.Errorf("got %v", got)
	}
}

// Likeness is mutual, never above that of a text with itself, and no text is like itself.
func TestLikenessIsMutual(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`((close|date|rep|push|price|31|日期) ){0,6}`)
		texts := rapid.SliceOfN(text, 1, 8).Draw(rt, "texts")
		x := alike.New(texts)
		for i := range texts {
			for _, m := range x.To(i) {
				if m.Text == i || m.How < alike.Near || m.How > alike.Equal {
					rt.Fatalf("%d: %v", i, m)
				}
				if !slices.ContainsFunc(x.To(m.Text), func(o alike.Match) bool { return o.Text == i && o.How-m.How < 1e-9 && m.How-o.How < 1e-9 }) {
					rt.Fatalf("%q is like %q, but not the other way round", texts[i], texts[m.Text])
				}
			}
		}
	})
}
