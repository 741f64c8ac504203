package style

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// What is to be read has the contrast that the Web Content Accessibility Guidelines ask for: 4.5, with high contrast 7. The
// grounds are those that terminals have, from plain to tinted, and that of a selected row.
func TestWhatIsReadStandsOut(t *testing.T) {
	night, day := []string{"#000000", "#1e1e1e"}, []string{"#ffffff", "#faf8f0"}
	for name, c := range map[string]struct {
		palette
		grounds []string
		least   float64
	}{
		"dark": {dark, night, 4.5}, "light": {light, day, 4.5},
		"contrast, dark": {contrastDark, append(night, "#2a2a2a"), 7}, "contrast, light": {contrastLight, day, 7},
	} {
		for _, depth := range []colorprofile.Profile{colorprofile.ANSI256, colorprofile.TrueColor} {
			for what, ink := range map[string]shade{
				"text": c.text, "dim": c.dim, "accent": c.accent, "good": c.good, "warn": c.warn, "bad": c.bad, "quote": c.quote,
			} {
				fg := pick(ink, depth)
				if fg == nil {
					continue // the terminal's own
				}
				grounds := []color.Color{}
				for _, g := range c.grounds {
					grounds = append(grounds, lipgloss.Color(g))
				}
				if what != "dim" { // and lesser text on a selected row is beside the name, which is not
					if raised := pick(c.raised, depth); raised != nil {
						grounds = append(grounds, raised)
					}
				}
				for _, bg := range grounds {
					if got := ratio(fg, bg); got < c.least {
						t.Errorf("%s, depth %v: %s has %.1f on %v, want %.1f", name, depth, what, got, bg, c.least)
					}
				}
			}
		}
	}
}

// Without colours, and with 16, what is selected is still told from what is not, and a gap from a quote.
func TestNothingIsToldByColourAlone(t *testing.T) {
	for _, depth := range []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI} {
		for _, isDark := range []bool{true, false} {
			for name, th := range map[string]Theme{"plain": New(isDark, depth), "contrast": Contrast(isDark, depth)} {
				if !th.Cursor.GetReverse() || !th.Selection.GetReverse() {
					t.Errorf("%s, depth %v: what is selected is not turned around", name, depth)
				}
				if !th.Gap.GetBold() || th.Quote.GetBold() || !th.Match.GetUnderline() {
					t.Errorf("%s, depth %v: a gap, a quote and a match look alike", name, depth)
				}
			}
		}
	}
	sharp := Contrast(true, colorprofile.TrueColor)
	if !sharp.Cursor.GetReverse() || sharp.Dim.GetFaint() {
		t.Error("high contrast hides what is selected, or fades text")
	}
}

// Every colour of a palette has a value in each depth, or is the terminal's own in all that have no choice.
func TestPalettesAreWhole(t *testing.T) {
	for name, p := range map[string]palette{"dark": dark, "light": light, "contrast, dark": contrastDark, "contrast, light": contrastLight} {
		v := reflect.ValueOf(p)
		for i := range v.NumField() {
			s := v.Field(i)
			if (s.Field(1).String() == "") != (s.Field(2).String() == "") {
				t.Errorf("%s: %s has one of 256 colours and true colour", name, v.Type().Field(i).Name)
			}
		}
	}
}

// ratio is the contrast of two colours, 1 to 21.
func ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(n uint32) float64 {
		if x := float64(n) / 0xffff; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		} else {
			return x / 12.92
		}
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
