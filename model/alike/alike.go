// Package alike finds texts that say nearly the same: two short texts are as alike as the words they share, whatever the
// case, the accents and the endings, and a word that stands in many of the texts counts for little. It is pure, and
// imports model/fold alone.
package alike

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model/fold"
)

// Near is the measure from which on two texts are worth a look side by side; Equal texts have 1.
const Near, Equal = 0.5, 1.0

// short is how many letters a word has at least that says something.
const short = 3

// endings are what a word may lose: "pushes", "pushed" and "pushing" are one word, "date" and "dates" another.
var endings = []string{"ing", "ed", "es", "s", "e"}

// common is in how many texts a word may stand that leads to others. One that stands in more says little, and to look at
// all of them would take a while; it counts where another word, or the whole text, leads.
const common = 200

// Index is a number of texts, by their words.
type Index struct {
	words [][]string
	in    map[string][]int // the texts that a word stands in
	same  map[string][]int // the texts of the very same words
	found map[int][]Match
}

// New reads texts. Later they go by their number.
func New(texts []string) *Index {
	x := &Index{words: make([][]string, len(texts)), in: map[string][]int{}, same: map[string][]int{}, found: map[int][]Match{}}
	for i, s := range texts {
		x.words[i] = words(s)
		all := whole(x.words[i])
		x.same[all] = append(x.same[all], i)
		for _, w := range x.words[i] {
			x.in[w] = append(x.in[w], i)
		}
	}
	return x
}

// Match is a text and how alike it is, from Near to Equal.
type Match struct {
	Text int
	How  float64
}

// To are the texts that say nearly the same as text i, the most alike first. Two words at least must be shared: one says
// what a text is about, not what it says of it.
func (x *Index) To(i int) []Match {
	if found, ok := x.found[i]; ok {
		return found
	}
	var out []Match
	for _, j := range x.led(i) {
		if how := x.how(i, j); how >= Near {
			out = append(out, Match{j, how})
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Or(cmp.Compare(b.How, a.How), a.Text-b.Text) })
	x.found[i] = out
	return out
}

// led are the texts that a word of text i leads to, or all of its words.
func (x *Index) led(i int) []int {
	if len(x.words[i]) == 0 {
		return nil
	}
	var out []int
	for _, w := range x.words[i] {
		if in := x.in[w]; len(in) <= common {
			out = append(out, in...)
		}
	}
	same := x.same[whole(x.words[i])]
	out = append(out, same[:min(len(same), common)]...)
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(j int) bool { return j == i })
}

func (x *Index) how(i, j int) float64 {
	shared, n := 0.0, 0
	for _, w := range x.words[i] {
		if slices.Contains(x.words[j], w) {
			shared += x.weight(w)
			n++
		}
	}
	switch {
	case n == len(x.words[i]) && n == len(x.words[j]):
		return Equal // not a hair less, however the sums were rounded
	case n < 2:
		return 0
	}
	return 2 * shared / (x.sum(i) + x.sum(j))
}

// whole is what texts of the same words have in common.
func whole(words []string) string { return strings.Join(slices.Sorted(slices.Values(words)), " ") }

func (x *Index) weight(w string) float64 {
	return math.Log(1 + float64(len(x.words))/float64(len(x.in[w])))
}

func (x *Index) sum(i int) float64 {
	sum := 0.0
	for _, w := range x.words[i] {
		sum += x.weight(w)
	}
	return sum
}

// words are the stems of the words of a text, each once, in their order. Signs that are words by themselves, as in
// Chinese, are taken one by one; otherwise one or two
// letters are none.
func words(s string) []string {
	var out []string
	seen := map[string]bool{}
	add := func(w string) {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	for _, w := range strings.FieldsFunc(fold.Of(s).S, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	}) {
		if alone(w) {
			for _, r := range w {
				add(string(r))
			}
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) >= short || unicode.IsNumber(r) {
			add(stem(w))
		}
	}
	return out
}

func stem(w string) string {
	for _, end := range endings {
		if rest, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}

func alone(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
