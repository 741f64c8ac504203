// Package fold finds text as people type it: whatever the case, the accents and the kind of blank. It imports nothing of
// this program.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text without case and accents, and where its bytes came from.
type Text struct {
	S  string
	at []int32 // by byte of S; nil where they are the same
}

// Span is a place in the text as it was before, in bytes.
type Span struct{ From, To int }

// Find is where a folded query stands from a place in S on, and where to look on after it.
func (t Text) Find(query string, from int) (s Span, next int, ok bool) {
	i := strings.Index(t.S[from:], query)
	if i < 0 || query == "" {
		return Span{}, 0, false
	}
	i += from
	next = i + len(query)
	return Span{t.Place(i), t.after(next - 1)}, next, true
}

// Place is where byte i of S stands in the text.
func (t Text) Place(i int) int {
	if t.at == nil {
		return i
	}
	return int(t.at[i])
}

// after is where what byte i of S came from ends: a sign may fold to several.
func (t Text) after(i int) int {
	if t.at == nil {
		return i + 1
	}
	j := i + 1
	for t.at[j] == t.at[i] {
		j++
	}
	return int(t.at[j])
}

// Of takes case and accents away, and makes every blank a plain one.
func Of(s string) Text {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	if plain {
		return Text{S: strings.Map(blank, strings.ToLower(s))}
	}
	var b strings.Builder
	var at []int32
	for i, r := range s {
		before := b.Len()
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(blank(unicode.ToLower(r)))
		case r == utf8.RuneError:
			b.WriteRune(r)
		default:
			for _, d := range norm.NFKD.String(string(r)) {
				write(&b, d)
			}
		}
		for range b.Len() - before {
			at = append(at, int32(i))
		}
	}
	return Text{b.String(), append(at, int32(len(s)))}
}

func write(b *strings.Builder, r rune) {
	switch r {
	case 'ß', 'ẞ':
		b.WriteString("ss")
		return
	case 'ø', 'Ø':
		r = 'o'
	case 'ł', 'Ł':
		r = 'l'
	case 'ı':
		r = 'i'
	case 'đ', 'Đ':
		r = 'd'
	case 'æ', 'Æ':
		b.WriteString("ae")
		return
	case 'œ', 'Œ':
		b.WriteString("oe")
		return
	case '’', '‘':
		r = '\''
	}
	if unicode.Is(unicode.Mn, r) {
		return
	}
	b.WriteRune(blank(unicode.ToLower(r)))
}

func blank(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}
