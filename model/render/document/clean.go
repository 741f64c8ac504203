package document

import (
	"strings"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model/inert"
)

// Clean makes any text safe to print on one line: no escape sequences, no control characters, no characters that turn
// the direction of what follows or hide in it. Runs of white space become one blank.
func Clean(s string) string {
	return strings.Join(strings.Fields(CleanLines(s)), " ")
}

// CleanLines does the same and keeps line breaks and tabs.
func CleanLines(s string) string { return inert.Strip(s) }

// Short cuts a text at a word, so that a quote stays a quote.
func Short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)[:most]
	cut := string(r)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.-–") + "…"
}

// Run is a run's text made safe, on one line, with the blanks at its ends that part it from its neighbours and those that
// keep a date whole.
func (i Inline) Run() string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, CleanLines(i.Text))
}
