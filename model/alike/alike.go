// Package alike finds texts that say nearly the same: two short texts are as alike as the words they share, whatever the
// case, the accents and the endings, and a word that stands in many of the texts counts for little. It is pure, and
// imports model/fold alone.
package alike

import (
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

// Index is a number of texts, by their words.
type Index struct {
	words [][]string
	in    map[string][]int // the texts that a word stands in
}

// New reads texts. Later they go by their number.
func New(texts []string) *Index {
	x := &Index{words: make([][]string, len(texts)), in: map[string][]int{}}
	for i, s := range texts {
		x.words[i] = words(s)
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
	shared, count := map[int]float64{}, map[int]int{}
	for _, w := range x.words[i] {
		weight := x.weight(w)
		for _, j := range x.in[w] {
			if j != i {
				shared[j] += weight
				count[j]++
			}
		}
	}
	var out []Match
	own := x.sum(i)
	for j, s := range shared {
		how := 2 * s / (own + x.sum(j))
		same := count[j] == len(x.words[i]) && count[j] == len(x.words[j])
		if same {
			how = Equal // not a hair less, however the sums were rounded
		}
		if how >= Near && (count[j] >= 2 || same) {
			out = append(out, Match{j, how})
		}
	}
	slices.SortFunc(out, func(a, b Match) int {
		if a.How != b.How {
			if a.How > b.How {
				return -1
			}
			return 1
		}
		return a.Text - b.Text
	})
	return out
}

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
