// Package style is the one place of every colour, glyph and border. Screens and widgets take a *Theme and name what a
// thing is (Accent, Gap, Bad), never how it looks. Colour is never the only sign: with NO_COLOR or 16 colours every
// distinction stays, in a glyph, a word, bold or reverse. It imports only Lip Gloss.
package style

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme holds the styles of the app. There is one, shared by pointer and filled anew when the terminal tells its
// background; whoever caches styled text must draw it again then (screens: on Refresh).
type Theme struct {
	Dark    bool
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

// shade is one colour in three depths: of 16, of 256 and true colour.
type shade struct {
	ansi      int
	ansi256   string
	truecolor string
}

// The two palettes: ink on paper, one accent (teal), and the three colours of the traffic light kept for verdicts.
type palette struct {
	text, dim, faint, accent, good, warn, bad, quote, raised, mark shade
}

var (
	dark = palette{
		text:   shade{-1, "", ""},
		dim:    shade{8, "245", "#8a919c"},
		faint:  shade{8, "239", "#474d57"},
		accent: shade{6, "80", "#5fc4c0"},
		good:   shade{2, "114", "#8cc98a"},
		warn:   shade{3, "179", "#d9b166"},
		bad:    shade{1, "174", "#e08a83"},
		quote:  shade{5, "146", "#aab4e0"},
		raised: shade{-1, "236", "#2a3038"},
		mark:   shade{-1, "24", "#2c4a5e"},
	}
	light = palette{
		text:   shade{-1, "", ""},
		dim:    shade{8, "243", "#6a717c"},
		faint:  shade{7, "251", "#c3c8cf"},
		accent: shade{6, "30", "#0d7a77"},
		good:   shade{2, "29", "#2f7d38"},
		warn:   shade{3, "130", "#8f5f00"},
		bad:    shade{1, "124", "#b3372e"},
		quote:  shade{5, "61", "#4a55a8"},
		raised: shade{-1, "254", "#e6eaee"},
		mark:   shade{-1, "153", "#bcdcf2"},
	}
)

// New makes the theme for a background and a depth of colour.
func New(isDark bool, profile colorprofile.Profile) Theme {
	p := light
	if isDark {
		p = dark
	}
	t := Theme{Dark: isDark, Profile: profile, Frame: lipgloss.RoundedBorder()}
	fg := func(s shade) lipgloss.Style { return paint(lipgloss.NewStyle(), s, profile) }

	t.Text = fg(p.text)
	t.Strong = t.Text.Bold(true)
	t.Dim = fg(p.dim)
	t.Accent = fg(p.accent)
	t.Title = t.Accent.Bold(true)
	t.Good, t.Warn, t.Bad = fg(p.good), fg(p.warn), fg(p.bad).Bold(true)

	t.Here = t.Strong
	t.Trail = t.Dim
	t.Border = fg(p.faint)
	t.BorderOn = t.Accent
	t.Key = t.Accent
	t.Hint = t.Dim

	t.Head = t.Dim
	t.Cursor = lipgloss.NewStyle().Bold(true)
	t.CursorIdle = lipgloss.NewStyle()
	t.Selection = lipgloss.NewStyle()
	if t.Few() {
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
	t.Track = fg(p.faint)
	t.Belief = fg(p.quote)
	t.Field = t.Accent
	return t
}

// Few says whether there are too few colours for shades: what is selected is then turned around.
func (t *Theme) Few() bool { return t.Profile <= colorprofile.ANSI }

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

func paint(s lipgloss.Style, c shade, profile colorprofile.Profile) lipgloss.Style {
	if col := pick(c, profile); col != nil {
		return s.Foreground(col)
	}
	return s
}

// pick chooses by depth ourselves: rounding a true colour to one of 16 loses what it meant.
func pick(c shade, profile colorprofile.Profile) color.Color {
	switch {
	case profile <= colorprofile.ASCII:
		return nil
	case profile == colorprofile.ANSI:
		if c.ansi < 0 {
			return nil
		}
		return lipgloss.Color(strconv.Itoa(c.ansi))
	case profile == colorprofile.ANSI256:
		if c.ansi256 == "" {
			return nil
		}
		return lipgloss.Color(c.ansi256)
	}
	if c.truecolor == "" {
		return nil
	}
	return lipgloss.Color(c.truecolor)
}
