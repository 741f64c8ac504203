package transcript

import (
	"strings"
	"unicode"
)

// farthest is the last position that an engagement file can write: 999:59:59.
const farthest = 1000 * 3600 * 1000

// moment is a time as a file has it.
type moment struct {
	ms      int
	carried bool // minutes or seconds past 59
	decimal byte // '.' or ',' before the fraction, 0 without one
	blanks  bool // inside the time
}

// readMoment reads [h:]mm:ss with a fraction of a second or without.
func readMoment(s string) (m moment, ok bool) {
	s = trim(s)
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	var part [4]int
	n := 0
	for {
		if n == len(part) {
			return m, false
		}
		x, rest, digits := number(s)
		if digits == 0 || digits > 6 {
			return m, false
		}
		part[n] = x
		n++
		after := trim(rest)
		m.blanks = m.blanks || after != rest && after != ""
		if s = after; !strings.HasPrefix(s, ":") {
			break
		}
		after = trim(s[1:])
		m.blanks = m.blanks || after != s[1:]
		s = after
	}
	if s != "" && n > 1 && (s[0] == '.' || s[0] == ',') {
		m.decimal = s[0]
		x, rest, digits := number(trim(s[1:]))
		if digits == 0 || digits > 9 {
			return m, false
		}
		for ; digits < 3; digits++ {
			x *= 10
		}
		for ; digits > 3; digits-- {
			x /= 10
		}
		m.ms, s = x, rest
	}
	if s != "" || n < 2 || n > 3 {
		return m, false
	}
	h, min, sec := 0, part[0], part[1]
	if n == 3 {
		h, min, sec = part[0], part[1], part[2]
	}
	m.carried = sec > 59 || n == 3 && min > 59
	m.ms += ((h*60+min)*60 + sec) * 1000
	if negative {
		m.ms = -m.ms
	}
	return m, m.ms < farthest && m.ms > -farthest
}

// number reads digits from the left. More than nine are not read.
func number(s string) (x int, rest string, digits int) {
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' && digits < 10 {
		x = x*10 + int(s[digits]-'0')
		digits++
	}
	return x, s[digits:], digits
}

// trim takes blanks of every kind from both ends, and the marks of direction that Word leaves around times.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200e' || r == '\u200f' || r == '\ufeff' })
}

// arrows between the two times of a cue; the first is the right one.
var arrows = []string{"-->", "--&gt;", "->", "—>", "–>", "→", "=>"}

// timing is the line above a cue.
type timing struct {
	start, end     moment
	startOK, endOK bool
	unusual        bool // not as the format writes it
}

// readTiming reads 00:00:12.000 --> 00:00:14.500, with settings after it. It is taken for one when either time can be
// read, or both sides begin with a digit: so a broken time is seen as broken, and an arrow in a sentence as text.
func readTiming(line string) (t timing, ok bool) {
	if len(line) > 400 || !strings.ContainsAny(line, ">→;") {
		return t, false
	}
	for i, arrow := range arrows {
		left, right, found := strings.Cut(line, arrow)
		if !found {
			continue
		}
		left, right = trim(left), trim(right)
		t.start, t.startOK = readMoment(left)
		t.end, t.endOK = readMoment(endOf(right))
		if !t.startOK && !t.endOK && (!strings.Contains(arrow, "-") || !digit(left) || !digit(right)) {
			return t, false
		}
		if !t.startOK && !digit(left) || !t.endOK && !digit(right) && right != "" {
			return t, false
		}
		t.unusual = i > 0 || t.start.blanks || t.end.blanks
		return t, true
	}
	return t, false
}

// endOf cuts the settings off the second time. Blanks inside it, as translation tools leave them, belong to it.
func endOf(s string) string {
	n := word(s)
	for n > 0 && n < len(s) {
		rest := strings.TrimLeftFunc(s[n:], unicode.IsSpace)
		open := strings.HasSuffix(s[:n], ":") || strings.HasSuffix(s[:n], ",") && digit(rest)
		if !open && !strings.HasPrefix(rest, ":") && !strings.HasPrefix(rest, ",") {
			break
		}
		n = len(s) - len(rest) + word(rest)
	}
	return s[:n]
}

// word is the length of the first word.
func word(s string) int {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}

func digit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
