// Package names finds the names of people in hand-written text: full names in any case and with any accents, also turned
// round, written in one word or with an initial; their parts of three letters and more where they are capitalised. So a
// rep called Will takes the verb at the start of a sentence with him: rather one word too many than a name.
//
// What stands for a name is the caller's to say. The package knows no engagement, does no input or output, and imports
// nothing of this program.
package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Person is someone whose name is looked for, and what stands for it.
type Person struct {
	Name    string
	Instead string
	Whole   bool // only the full name is looked for, not parts of it
	Keep    bool // the full name stays as it stands; it is known so that parts of it are not taken for somebody else's
}

// Finder finds names in texts.
type Finder struct {
	byFirst map[string][]pattern // by their first word, longest first
	hidden  int                  // patterns that do not stay
}

// pattern is a name, word by word, and what stands for it.
type pattern struct {
	words   []string // folded
	part    bool     // less than a full name: only where it is capitalised
	upper   bool     // it is written with a capital
	keep    bool
	instead string
}

// New makes a finder. Part of a name can be that of several people: shared says what stands for it then, given their
// places in the list. A part that only kept names have is left alone.
func New(people []Person, shared func(of []int) string) *Finder {
	var list []pattern
	parts := map[string][]int{}
	spelled := map[string]string{}
	for i, x := range people {
		full := Words(norm.NFC.String(x.Name))
		if len(full) == 0 {
			continue
		}
		p := pattern{words: folded(full), part: len(full) == 1, upper: capital(full[0]), keep: x.Keep, instead: x.Instead}
		list = append(list, p)
		if len(full) == 1 {
			continue
		}
		list = append(list, variants(p)...)
		for _, w := range full {
			k := Fold(w)
			if !x.Whole && len([]rune(w)) >= 3 && !slices.Contains(parts[k], i) {
				parts[k] = append(parts[k], i)
				spelled[k] = w
			}
		}
	}
	for k, of := range parts {
		if slices.ContainsFunc(of, func(i int) bool { return !people[i].Keep }) {
			list = append(list, pattern{words: []string{k}, part: true, upper: capital(spelled[k]), instead: standIn(people, of, shared)})
		}
	}
	slices.SortFunc(list, func(a, b pattern) int {
		x, y := strings.Join(a.words, " "), strings.Join(b.words, " ")
		switch {
		case len(a.words) != len(b.words):
			return len(b.words) - len(a.words)
		case x != y:
			return strings.Compare(x, y)
		case a.keep != b.keep: // two people of one name: it is hidden
			return boolInt(a.keep) - boolInt(b.keep)
		}
		return strings.Compare(a.instead, b.instead)
	})
	f := &Finder{byFirst: map[string][]pattern{}}
	for _, p := range list {
		f.hidden += boolInt(!p.keep)
		f.byFirst[p.words[0]] = append(f.byFirst[p.words[0]], p)
	}
	return f
}

// variants are the other ways to write a full name: "Hart, Lena", "LenaHart", "L. Hart", "Lena H.".
func variants(p pattern) []pattern {
	n := len(p.words)
	first, last := p.words[0], p.words[n-1]
	like := func(part bool, words ...string) pattern {
		return pattern{words: words, part: part, upper: p.upper, keep: p.keep, instead: p.instead}
	}
	out := []pattern{like(false, append([]string{last}, p.words[:n-1]...)...)}
	if slices.ContainsFunc(p.words, func(w string) bool { return utf8.RuneCountInString(w) < 2 }) {
		return out // a script without blanks, or an initial already
	}
	out = append(out, like(false, strings.Join(p.words, "")), like(true, initial(first), last), like(true, first, initial(last)))
	if n > 2 {
		out = append(out, like(false, first, last))
	}
	return out
}

func standIn(people []Person, of []int, shared func([]int) string) string {
	if len(of) == 1 || shared == nil {
		return people[of[0]].Instead
	}
	return shared(of)
}

// Empty says that there is no name to look for.
func (f *Finder) Empty() bool { return f.hidden == 0 }

// Replace puts what stands for them in the place of the names in a text. It goes through the words once, so that what it
// puts in is never looked at again. A text without a name comes back as it was.
func (f *Finder) Replace(s string) string {
	if f.Empty() || s == "" {
		return s
	}
	composed := norm.NFC.String(s)
	t := text{composed, Spans(composed), nil}
	for _, at := range t.at {
		t.folded = append(t.folded, Fold(composed[at[0]:at[1]]))
	}
	var b strings.Builder
	last, found := 0, false
	for i := 0; i < len(t.at); {
		p, n := f.match(t, i)
		if n == 0 {
			i++
			continue
		}
		if !p.keep {
			b.WriteString(composed[last:t.at[i][0]] + p.instead)
			last, found = t.at[i+n-1][1], true
		}
		i += n
	}
	if !found {
		return s
	}
	return b.String() + composed[last:]
}

// text is a text and its words.
type text struct {
	s      string
	at     [][2]int
	folded []string
}

// match says how many of the words from i on are a name.
func (f *Finder) match(t text, i int) (pattern, int) {
	for _, x := range f.byFirst[t.folded[i]] {
		if len(x.words) > len(t.at)-i {
			continue
		}
		ok := true
		for j, w := range x.words {
			at := t.at[i+j]
			if t.folded[i+j] != w || (x.part && x.upper && !capital(t.s[at[0]:at[1]])) || (j > 0 && !joins(t.s[t.at[i+j-1][1]:at[0]])) {
				ok = false
				break
			}
		}
		if ok {
			return x, len(x.words)
		}
	}
	return pattern{}, 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
