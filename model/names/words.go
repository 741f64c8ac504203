package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Spans are where the words of a text begin and end: runs of letters, digits and marks. A character of a script that
// writes without blanks is a word of its own.
func Spans(s string) [][2]int {
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

// Words are the words of a text.
func Words(s string) []string {
	var out []string
	for _, at := range Spans(s) {
		out = append(out, s[at[0]:at[1]])
	}
	return out
}

func folded(list []string) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = Fold(w)
	}
	return out
}

// Fold takes case and accents away.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.TrimSpace(s)))
}

func initial(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(r)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// joins says whether what stands between two words can stand inside a name: a few signs, or the end of a line.
func joins(s string) bool {
	return utf8.RuneCountInString(strings.Trim(s, " \t\n")) <= 2 && strings.Trim(s, " \t\n.,_-'’·") == "" && strings.Count(s, "\n") <= 1
}

// plainer are letters that no accent makes, as keyboards without them write them.
var plainer = strings.NewReplacer("ı", "i", "ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe")

// umlauts are spelled with an e in German, and å with a second a in the north.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "å", "aa", "Å", "Aa", "ø", "oe", "Ø", "Oe")

// Spellings are the ways to write a name on keyboards that lack its letters, itself first.
func Spellings(name string) []string {
	name = norm.NFC.String(name)
	out := []string{name}
	for _, s := range []string{plainer.Replace(name), plainer.Replace(umlauts.Replace(name))} {
		if Fold(s) != Fold(name) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
