package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spans are where the words of a text begin and end: runs of letters, digits and marks. A character of a script that
// writes without blanks is a word of its own.
func spans(s string) [][2]int {
	var out [][2]int
	open := false
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			out, open = append(out, [2]int{i, end}), false
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if open {
				out[len(out)-1][1] = end
			} else {
				out, open = append(out, [2]int{i, end}), true
			}
		default:
			open = false
		}
	}
	return out
}

func words(s string) []string {
	var out []string
	for _, at := range spans(s) {
		out = append(out, s[at[0]:at[1]])
	}
	return out
}

func folded(list []string) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = fold(w)
	}
	return out
}

// fold takes case and accents away.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.TrimSpace(s)))
}

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

func capital(s string) bool {
	r, _ := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// joins says whether what stands between two words can stand inside a name.
func joins(s string) bool {
	return utf8.RuneCountInString(s) <= 3 && strings.Trim(s, " \t\n.,_-'’·") == ""
}
