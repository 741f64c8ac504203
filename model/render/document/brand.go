package document

import (
	"fmt"
	"math"
	"strconv"
)

// Brand is the consultants' firm in what leaves the laptop. All of it may be absent.
type Brand struct {
	Firm   string
	Footer string // at the foot of every page
	Accent Colour
	Logo   *Logo
}

// Logo is a picture file as it came.
type Logo struct {
	Kind string // png, jpeg or svg
	Data []byte
	W, H int // in its own units; 0 where an SVG does not say
}

// Fit is the logo's size within a box, in the box's unit.
func (l *Logo) Fit(w, h float64) (float64, float64) {
	if l.W <= 0 || l.H <= 0 {
		return w, h
	}
	by := min(w/float64(l.W), h/float64(l.H))
	return float64(l.W) * by, float64(l.H) * by
}

// Colour is #rrggbb, or nothing.
type Colour string

// RGB are its parts.
func (c Colour) RGB() (r, g, b int) {
	if len(c) != 7 {
		return 0, 0, 0
	}
	n, _ := strconv.ParseUint(string(c[1:]), 16, 32)
	return int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff)
}

// Contrast is the ratio of the Web Content Accessibility Guidelines between two colours, from 1 to 21. Text needs 4.5.
func (c Colour) Contrast(with Colour) float64 {
	a, b := c.luminance(), with.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c Colour) luminance() float64 {
	part := func(n int) float64 {
		if x := float64(n) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		} else {
			return x / 12.92
		}
	}
	r, g, b := c.RGB()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// Lighter mixes white in until the colour can be read on a dark paper.
func (c Colour) Lighter(paper Colour) Colour {
	r, g, b := c.RGB()
	for i := range 21 {
		mix := func(n int) int { return n + (255-n)*i/20 }
		if x := Colour(fmt.Sprintf("#%02x%02x%02x", mix(r), mix(g), mix(b))); x.Contrast(paper) >= 5.5 {
			return x
		}
	}
	return "#ffffff"
}

// Ink is a colour of this brand on white paper.
func (b Brand) Ink(i Ink) Colour {
	if i == Accent && b.Accent != "" {
		return b.Accent
	}
	return Colour(i.Hex())
}
