package document

import (
	"strings"
	"unicode"
)

// Picture is a drawing in points, y downwards, with all that a reader who does not see it needs.
type Picture struct {
	Title  string
	Alt    string // what it shows, in a sentence or two
	W, H   float64
	Shapes []Shape
}

// Shape is Rect, Line, Dot or Label.
type Shape interface{ shape() }

// Rect is a rectangle.
type Rect struct {
	X, Y, W, H, Radius float64
	Fill, Stroke       Ink
}

// Line is a straight line.
type Line struct {
	X1, Y1, X2, Y2, Width float64
	Stroke                Ink
	Dashed                bool
}

// Dot is a circle.
type Dot struct {
	X, Y, R      float64
	Fill, Stroke Ink
}

// Small is the least size of a label: 7 points on paper, where the 720 of a wide picture are made to fit 482.
const Small = 10.5

// Label is one line of text; Y is its baseline.
type Label struct {
	X, Y, Size float64
	Text       string
	Anchor     Align // where X is in the text
	Bold       bool
	Fill       Ink
}

func (Rect) shape()  {}
func (Line) shape()  {}
func (Dot) shape()   {}
func (Label) shape() {}

// Fit cuts a text to about a width in points. The reader's font is not known, so it allows for a wide one.
func Fit(s string, size, width float64) string {
	n := runesIn(s, size, width)
	if r := []rune(s); n < len(r) {
		return Short(s, max(n-1, 1))
	}
	return s
}

// FitLines breaks a text at a word into at most two lines of about a width in points; what is left of the second is cut.
func FitLines(s string, size, width float64) []string {
	r := []rune(s)
	n := runesIn(s, size, width)
	if n >= len(r) {
		return []string{s}
	}
	for i := n; i > n/2; i-- {
		if r[i] == ' ' {
			return []string{string(r[:i]), Fit(strings.TrimLeft(string(r[i:]), " "), size, width)}
		}
	}
	return []string{string(r[:n]), Fit(string(r[n:]), size, width)} // one long word
}

// runesIn is how many characters of a text go into a width.
func runesIn(s string, size, width float64) int {
	used := 0.0
	r := []rune(s)
	for i, c := range r {
		if used += wide(c); used*size > width {
			return max(i, 1)
		}
	}
	return len(r)
}

// Wide is about how wide a text is in a size.
func Wide(s string, size float64) float64 {
	used := 0.0
	for _, c := range s {
		used += wide(c)
	}
	return used * size
}

// wide is a character's share of the size, in a wide font.
func wide(c rune) float64 {
	switch {
	case strings.ContainsRune("iljI.,:;'|! ", c):
		return 0.33
	case strings.ContainsRune("tfr()-/“”", c):
		return 0.43
	case strings.ContainsRune("mwMW@%", c), c > 0x2E80:
		return 0.95
	case unicode.IsUpper(c), unicode.IsDigit(c):
		return 0.68
	}
	return 0.61
}

// Ink is a colour by what it means, so that each format, and dark and light, can pick its own.
type Ink int

const (
	NoInk  Ink = iota
	Text1      // text
	Text2      // lesser text
	Paper      // the background
	Tint       // a faint area
	Rule       // lines
	Accent     // what the picture is about
	Done       // finished
	Heat1      // the best of four shades; each can be told from the next in grey
	Heat2
	Heat3
	Heat4 // the worst
)

// Hex is the colour on white paper, for formats without a theme.
func (i Ink) Hex() string {
	return [...]string{"", "#1b2430", "#566273", "#ffffff", "#f3f5f8", "#cfd6df", "#1f5f8b", "#2f7d5b", "#e3edf5", "#a9c8df", "#3f7ca8", "#123f61"}[i]
}
