// Package style is the one place of every colour, glyph and border. Screens and widgets take a *Theme and name what a
// thing is (Accent, Gap, Bad), never how it looks. Colour is never the only sign: with NO_COLOR or 16 colours every
// distinction stays, in a glyph, a word, bold or reverse. It imports only Lip Gloss.
package style

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme holds the styles of the app. There is one, shared by pointer and filled anew when the terminal tells its
// background; whoever caches styled text must draw it again then (screens: on Refresh).
type Theme struct {
	Dark    bool
	Sharp   bool // of high contrast
	Profile colorprofile.Profile

	// Text.
	Text, Strong, Dim, Accent, Title lipgloss.Style
	Good, Warn, Bad                  lipgloss.Style

	// The frame: breadcrumb, rules, borders, footer keys and their words.
	Here, Trail, Border, BorderOn, Key, Hint lipgloss.Style

	// Lists and fields.
	Head, Cursor, CursorIdle, Placeholder, Match lipgloss.Style

	// Lines of a note. Selection is marked text.
	Quote, Gap, Follow, Objection, Stamp, Selection lipgloss.Style

	// Pictures: a bar and its track, belief and field.
	Bar, Track, Belief, Field lipgloss.Style

	Frame lipgloss.Border // of dialogs and panes
}

// New makes the theme for a background and a depth of colour.
func New(isDark bool, profile colorprofile.Profile) Theme {
	if isDark {
		return build(dark, Theme{Dark: true, Profile: profile})
	}
	return build(light, Theme{Profile: profile})
}

// Contrast makes the theme for eyes that need more: no greys, and what is selected is turned around.
func Contrast(isDark bool, profile colorprofile.Profile) Theme {
	if isDark {
		return build(contrastDark, Theme{Dark: true, Sharp: true, Profile: profile})
	}
	return build(contrastLight, Theme{Sharp: true, Profile: profile})
}

func build(p palette, t Theme) Theme {
	profile := t.Profile
	t.Frame = lipgloss.RoundedBorder()
	fg := func(s shade) lipgloss.Style { return paint(lipgloss.NewStyle(), s, profile) }

	t.Text = fg(p.text)
	t.Strong = t.Text.Bold(true)
	t.Dim = quiet(p.dim, t)
	faint := quiet(p.faint, t)
	t.Accent = fg(p.accent)
	t.Title = t.Accent.Bold(true)
	t.Good, t.Warn, t.Bad = fg(p.good), fg(p.warn), fg(p.bad).Bold(true)

	t.Here = t.Strong
	t.Trail = t.Dim
	t.Border = faint
	t.BorderOn = t.Accent
	t.Key = t.Accent
	t.Hint = t.Dim

	t.Head = t.Dim
	t.Cursor = lipgloss.NewStyle().Bold(true)
	t.CursorIdle = lipgloss.NewStyle()
	t.Selection = lipgloss.NewStyle()
	if t.Turns() {
		t.Cursor = t.Cursor.Reverse(true)
		t.Selection = t.Selection.Reverse(true)
	} else {
		t.Cursor = t.Cursor.Background(pick(p.raised, profile))
		t.CursorIdle = t.CursorIdle.Background(pick(p.raised, profile))
		t.Selection = t.Selection.Background(pick(p.mark, profile))
	}
	t.Placeholder = t.Dim.Italic(true)
	t.Match = t.Accent.Underline(true)

	t.Quote = fg(p.quote).Italic(true)
	t.Gap = fg(p.bad).Bold(true)
	t.Follow = fg(p.warn)
	t.Objection = fg(p.accent)
	t.Stamp = t.Dim

	t.Bar = t.Accent
	t.Track = faint
	t.Belief = fg(p.quote)
	t.Field = t.Accent
	return t
}

// Turns says whether what is selected is turned around: there are too few colours for shades, or contrast is what is wanted.
func (t *Theme) Turns() bool { return t.Sharp || t.Profile <= colorprofile.ANSI }

// Rule is a line across that parts what stands above it from what stands below.
func (t *Theme) Rule(w int) string { return t.Border.Render(strings.Repeat(Rule, max(w, 0))) }

// Note is the style of a note's line by its mark: quote, gap, follow or objection; anything else is plain.
func (t *Theme) Note(mark string) lipgloss.Style {
	switch mark {
	case ">":
		return t.Quote
	case "!":
		return t.Gap
	case "?":
		return t.Follow
	case "#":
		return t.Objection
	}
	return t.Text
}

// Level colours a score of 0 to 100 against its target; the number always stands beside it.
func (t *Theme) Level(score, target float64) lipgloss.Style {
	switch {
	case score >= target:
		return t.Good
	case score >= target-25:
		return t.Warn
	}
	return t.Bad
}
