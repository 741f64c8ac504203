package style

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// shade is one colour in three depths: of 16, of 256 and true colour.
type shade struct {
	ansi      int
	ansi256   string
	truecolor string
}

// The palettes: ink on paper, one accent (teal), and the three colours of the traffic light kept for verdicts. Those of high
// contrast have the same meanings, seven times brighter or darker than their ground.
type palette struct {
	text, dim, faint, accent, good, warn, bad, quote, raised, mark shade
}

var (
	dark = palette{
		text:   shade{-1, "", ""},
		dim:    shade{-1, "245", "#8a919c"},
		faint:  shade{-1, "239", "#474d57"},
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
		dim:    shade{-1, "241", "#606772"},
		faint:  shade{-1, "251", "#c3c8cf"},
		accent: shade{6, "23", "#0a6b68"},
		good:   shade{2, "22", "#256b2d"},
		warn:   shade{3, "94", "#7f5400"},
		bad:    shade{1, "124", "#b3372e"},
		quote:  shade{5, "60", "#4a55a8"},
		raised: shade{-1, "254", "#e6eaee"},
		mark:   shade{-1, "153", "#bcdcf2"},
	}
	contrastDark = palette{
		text:   shade{15, "231", "#ffffff"},
		dim:    shade{-1, "253", "#d8dce2"},
		faint:  shade{-1, "250", "#b8bec8"},
		accent: shade{14, "123", "#6ff2ee"},
		good:   shade{10, "120", "#8bf58b"},
		warn:   shade{11, "221", "#ffd866"},
		bad:    shade{9, "217", "#ffb0a8"},
		quote:  shade{13, "189", "#cdd6ff"},
	}
	contrastLight = palette{
		text:   shade{0, "16", "#000000"},
		dim:    shade{-1, "236", "#2e333b"},
		faint:  shade{-1, "238", "#424953"},
		accent: shade{4, "23", "#004f4c"},
		good:   shade{-1, "22", "#004d10"},
		warn:   shade{-1, "52", "#5a3600"},
		bad:    shade{1, "88", "#850b05"},
		quote:  shade{5, "18", "#1d2672"},
	}
)

func paint(s lipgloss.Style, c shade, profile colorprofile.Profile) lipgloss.Style {
	if col := pick(c, profile); col != nil {
		return s.Foreground(col)
	}
	return s
}

// quiet is lesser text. Of 16 colours none is a safe grey, some themes make it that of the paper: the terminal fades it.
func quiet(c shade, t Theme) lipgloss.Style {
	if t.Profile == colorprofile.ANSI && !t.Sharp {
		return lipgloss.NewStyle().Faint(true)
	}
	return paint(lipgloss.NewStyle(), c, t.Profile)
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
