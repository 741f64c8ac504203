// Package inert makes free text harmless to whoever shows it: nothing in it acts on a terminal, turns the direction of what
// follows, or hides. Show keeps such characters visible, for the screen; Strip takes them out, for what leaves the laptop;
// JSON writes them as JSON escapes. What is a steering character is said here and nowhere else. It imports nothing of gapbook.
package inert

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Acts says whether a character steers the terminal, the direction of writing or nothing that can be seen. Line breaks and
// tabs do not; nor do joiners, which scripts and emoji need.
func Acts(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case unicode.IsControl(r), r == 0x2028, r == 0x2029,
		r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, // embeddings, overrides, isolates
		r == 0x200E, r == 0x200F, r == 0x061C, // direction marks
		r == 0x200B, r >= 0x2060 && r <= 0x2064, r == 0xFEFF, r == 0x00AD, r == 0x180E, // nothing to see
		r >= 0x206A && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB,
		r >= 0xE0000 && r <= 0xE007F,                   // text smuggled in tags
		r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // no characters
		return true
	}
	return false
}

// Code is how a character that acts is shown: by its picture where Unicode has one, else by its number.
func Code(r rune) string {
	switch {
	case r < ' ':
		return string('␀' + r)
	case r == 0x7f:
		return "␡"
	}
	return fmt.Sprintf("<%04X>", r)
}

// Show makes every character that acts visible. Line breaks and tabs stay.
func Show(s string) string {
	if quiet(s) {
		return s
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD") {
		if Acts(r) {
			b.WriteString(Code(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sequences are the terminal's: control sequences and strings, whole.
var sequences = regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\x1b[\\]P^_X]|[\u0090\u0098\u009d-\u009f])[^\x07\x1b\u009c\n]*(?:\x07|\x1b\\\\|\u009c)?|\x1b[ -/]*[0-~]")

// Strip takes out every character that acts, escape sequences as a whole. Line breaks and tabs stay; other line ends become
// line breaks.
func Strip(s string) string {
	if quiet(s) {
		return s
	}
	s = lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	s = sequences.ReplaceAllString(s, "")
	return strings.Map(func(r rune) rune {
		if Acts(r) {
			return -1
		}
		return r
	}, s)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

// JSON escapes in a JSON document what its encoder leaves as it is and acts all the same. It means the same after that.
func JSON(doc []byte) []byte {
	if quiet(string(doc)) {
		return doc
	}
	var b strings.Builder
	for _, r := range string(doc) {
		switch {
		case !Acts(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+(r-0x10000)>>10, 0xDC00+(r-0x10000)&0x3FF)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return []byte(b.String())
}

// quiet says whether a text holds only what most do: printable ASCII, line breaks and tabs.
func quiet(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' && c != '\n' && c != '\t') || c > '~' {
			return false
		}
	}
	return true
}
