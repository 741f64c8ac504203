package render

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

// fit cuts a text to about a width in points. The reader's font is not known, so it allows for a wide one.
func fit(s string, size, width float64) string {
	used := 0.0
	for i, r := range []rune(s) {
		switch {
		case strings.ContainsRune("iljtfr.,:;'|! ()", r):
			used += 0.38
		case strings.ContainsRune("mwMW@%", r), r > 0x2E80:
			used += 0.95
		case unicode.IsUpper(r), unicode.IsDigit(r):
			used += 0.68
		default:
			used += 0.6
		}
		if used*size > width {
			return short(s, max(i-1, 1))
		}
	}
	return s
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
)

// Hex is the colour on white paper, for formats without a theme.
func (i Ink) Hex() string {
	return [...]string{"", "#1b2430", "#566273", "#ffffff", "#f3f5f8", "#cfd6df", "#1f5f8b", "#2f7d5b"}[i]
}
