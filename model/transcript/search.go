package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Hit is a place in a cue's text, in bytes.
type Hit struct{ Cue, From, To int }

// Index is a transcript made ready to be searched, as one types.
type Index struct {
	t     *Transcript
	texts []foldedText
}

// NewIndex makes ready to search a transcript.
func NewIndex(t *Transcript) *Index {
	x := &Index{t: t, texts: make([]foldedText, len(t.Cues))}
	for i, c := range t.Cues {
		x.texts[i] = foldText(c.Text)
	}
	return x
}

// Search finds a text wherever it stands, whatever the case and the accents, in the order of the cues.
func (x *Index) Search(query string) []Hit {
	q := strings.TrimSpace(foldText(query).s)
	if q == "" {
		return nil
	}
	var out []Hit
	for i, f := range x.texts {
		for from := 0; ; {
			at := strings.Index(f.s[from:], q)
			if at < 0 {
				break
			}
			at += from
			from = at + len(q)
			out = append(out, Hit{i, f.place(at), f.after(from - 1)})
		}
	}
	return out
}

// foldedText is a text without case and accents, and where its bytes came from.
type foldedText struct {
	s  string
	at []int32 // by byte of s; nil where they are the same
}

// place is where byte i of the folded text stands in the text.
func (f foldedText) place(i int) int {
	if f.at == nil {
		return i
	}
	return int(f.at[i])
}

// after is where what byte i of the folded text came from ends: a sign may fold to several.
func (f foldedText) after(i int) int {
	if f.at == nil {
		return i + 1
	}
	j := i + 1
	for f.at[j] == f.at[i] {
		j++
	}
	return int(f.at[j])
}

// foldText takes case and accents away, and makes every blank a plain one.
func foldText(s string) foldedText {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	if plain {
		return foldedText{s: strings.Map(blank, strings.ToLower(s))}
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
				writeFolded(&b, d)
			}
		}
		for range b.Len() - before {
			at = append(at, int32(i))
		}
	}
	return foldedText{b.String(), append(at, int32(len(s)))}
}

func writeFolded(b *strings.Builder, r rune) {
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
