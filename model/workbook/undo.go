package workbook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pasted is how much text comes at once only from a paste, which is one step whatever is in it.
const pasted = 24

// join gives the undo steps with one more. Letters typed on in the same word, and corrections in it, belong to the step
// that the word has; what reaches into the next words makes a step for each.
func (b *Book) join(s step) []step {
	x, ok := typing(s)
	if !ok {
		b.sealed = true
		return append(b.undo, s)
	}
	sealed := b.sealed
	b.sealed = len(x.Ins) > pasted || len(x.Del) > pasted
	out, joined := b.undo, false
	if n := len(out); n > 0 && !sealed && !b.sealed {
		if last, ok := typing(out[n-1]); ok && out[n-1].name == s.name && slices.Equal(out[n-1].edits[0].Path, s.edits[0].Path) {
			if both, rest, ok := last.with(x); ok {
				joined = true
				if out = slices.Clip(out[:n-1]); both != (splice{At: both.At}) {
					out = append(out, splicing(s, both))
				}
				if x = rest; x == (splice{}) {
					return out
				}
			}
		}
	}
	if joined {
		for i := word(x.Ins); i < len(x.Ins); i = word(x.Ins) { // the first word takes along what was deleted
			out = append(out, splicing(s, splice{x.At, x.Del, x.Ins[:i]}))
			x = splice{x.At + i, "", x.Ins[i:]}
		}
	}
	return append(out, splicing(s, x))
}

// typing is the one splice of a step; false where it is another kind of step.
func typing(s step) (splice, bool) {
	if len(s.edits) != 1 {
		return splice{}, false
	}
	x, ok := s.edits[0].Value.(splice)
	return x, ok
}

// splicing is a step like s with another splice.
func splicing(s step, x splice) step {
	e, back := s.edits[0], s.inverse[0]
	e.Value, back.Value = x, x.inverse()
	return step{s.name, []Edit{e}, []Edit{back}}
}

// with joins a splice that goes on where s stopped, or mends what s brought. What begins another word is the rest.
func (s splice) with(x splice) (both, rest splice, ok bool) {
	end := s.At + len(s.Ins)
	switch {
	case x.Ins == "" && s.Ins == "" && x.At+len(x.Del) == s.At: // backspace
		del := x.Del + s.Del
		return splice{x.At, del, ""}, splice{}, word(del) == len(del)
	case x.At < s.At || x.At+len(x.Del) > end || s.Ins == "":
		return s, x, false
	case x.At == end && begins(s.Ins, x.Ins):
		return s, x, false
	}
	ins, _ := splice{x.At - s.At, x.Del, x.Ins}.in(s.Ins)
	n := word(ins)
	if x.At != end || n == len(ins) {
		return splice{s.At, s.Del, ins}, splice{}, true
	}
	return splice{s.At, s.Del, ins[:n]}, splice{s.At + n, "", ins[n:]}, true
}

// begins says whether a word begins where b follows a.
func begins(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsSpace(last) && !unicode.IsSpace(first)
}

// word is where the first word of a text ends, the blanks behind it included.
func word(s string) int {
	blanks := strings.IndexFunc(strings.TrimLeftFunc(s, unicode.IsSpace), unicode.IsSpace)
	if blanks < 0 {
		return len(s)
	}
	blanks += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	next := strings.IndexFunc(s[blanks:], func(r rune) bool { return !unicode.IsSpace(r) })
	if next < 0 {
		return len(s)
	}
	return blanks + next
}
