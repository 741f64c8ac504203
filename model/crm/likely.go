package crm

import (
	"strings"
	"unicode"

	"github.com/gapbook/gapbook/model"
)

// stem is how many letters two words share that are taken for forms of one: qualify and qualification.
const stem = 5

// Likely is the id of the stage that a name of an export most likely stands for: the only one with the most words in
// common. It is a proposal, for a person to decide; empty where nothing, or more than one, comes near.
func Likely(name string, stages []model.Stage) string {
	best, most, tied := "", 0, false
	for _, s := range stages {
		n := max(common(name, s.Name), common(name, s.ID))
		switch {
		case n > most:
			best, most, tied = s.ID, n, false
		case n == most:
			tied = true
		}
	}
	if most == 0 || tied {
		return ""
	}
	return best
}

// common is how many words of a have a like one in b.
func common(a, b string) (n int) {
	others := words(b)
	for _, w := range words(a) {
		for _, o := range others {
			if w == o || begin(w) != "" && begin(w) == begin(o) {
				n++
				break
			}
		}
	}
	return n
}

// begin is the stem of a word that has one.
func begin(word string) string {
	r := []rune(word)
	if len(r) < stem {
		return ""
	}
	return string(r[:stem])
}

// words are those of a name that say something.
func words(s string) (out []string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if w = fold(w); len(w) > 3 && w != "stage" {
			out = append(out, w)
		}
	}
	return out
}
