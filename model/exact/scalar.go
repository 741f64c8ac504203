package exact

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainShape is the strict subset of texts that every YAML reader takes as they stand.
var plainShape = regexp.MustCompile(`^\p{L}[\p{L}\p{N} _./()&+%=@;!'$€£-]*$`)

// notText are plain words that some reader takes for something other than text.
var notText = regexp.MustCompile(`(?i)^(true|false|yes|no|on|off|y|n|null|nan|inf|e[0-9.]+)$`)

// inline writes a text as one scalar on one line: plain where nothing could misread it, else in double quotes.
func inline(s string) string {
	if len(s) < 200 && !strings.HasSuffix(s, " ") && plainShape.MatchString(s) && !notText.MatchString(s) {
		return s
	}
	return quoted(s)
}

// quoted writes a text in double quotes, which carry every text exactly.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case readable(r):
			b.WriteRune(r)
		case r < 0x100:
			b.WriteString(`\x` + hex(r, 2))
		case r < 0x10000:
			b.WriteString(`\u` + hex(r, 4))
		default:
			b.WriteString(`\U` + hex(r, 8))
		}
	}
	b.WriteByte('"')
	return b.String()
}

func hex(r rune, width int) string {
	s := strconv.FormatInt(int64(r), 16)
	return strings.Repeat("0", width-len(s)) + s
}

// readable says whether a rune may stand as it is in a file that people read.
func readable(r rune) bool {
	switch r {
	case '\u200c', '\u200d', '\u00a0', '\u202f', '\u3000':
		return true
	}
	return r != utf8.RuneError && unicode.IsPrint(r)
}

// literal says whether a text may stand as a literal block, and gives its indicator. The rule is narrow on purpose: these
// are the texts that every YAML reader gives back to the byte.
func literal(s string) (indicator string, ok bool) {
	if !strings.Contains(s, "\n") || !utf8.ValidString(s) {
		return "", false
	}
	if s[0] == ' ' || s[0] == '\t' || s[0] == '\n' || strings.HasSuffix(s, "\n\n") ||
		strings.Contains(s, strings.Repeat("\n", maxBlankRun/2)) {
		return "", false
	}
	for l := range strings.SplitSeq(s, "\n") {
		if strings.HasSuffix(l, " ") || strings.HasSuffix(l, "\t") || strings.Count(l, "\t") > maxTabRun/2 {
			return "", false
		}
		for _, r := range l {
			if r != '\t' && !readable(r) {
				return "", false
			}
		}
	}
	if strings.HasSuffix(s, "\n") {
		return "|", true
	}
	return "|-", true
}

func formatFloat(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return "null"
	}
	if a := math.Abs(x); a != 0 && (a < 1e-9 || a >= 1e15) {
		s := strconv.FormatFloat(x, 'e', -1, 64)
		if !strings.Contains(s, ".") { // 1e+20 reads as text in YAML; 1.0e+20 as a number
			s = strings.Replace(s, "e", ".0e", 1)
		}
		return s
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
