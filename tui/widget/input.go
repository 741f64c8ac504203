package widget

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Input is a field of one line. It keeps the text exactly; the cursor moves over whole letters as a person sees them.
type Input struct {
	Placeholder string
	Masked      bool // the letters are not shown

	letters []string // grapheme clusters
	at      int      // the cursor stands before this letter
	from    int      // the first letter drawn
	all     bool     // the whole text is selected: what is typed takes its place
}

// SetText replaces the text and puts the cursor at its end.
func (in *Input) SetText(s string) {
	in.letters = split(s)
	in.at, in.from, in.all = len(in.letters), 0, false
}

// SelectAll selects the whole text, so that the first letter typed replaces it. Moving the cursor keeps it.
func (in *Input) SelectAll() {
	in.at, in.all = len(in.letters), len(in.letters) > 0
}

// Text is what stands in the field.
func (in *Input) Text() string { return strings.Join(in.letters, "") }

// Update takes a key or a paste; used is false for keys that mean nothing in a field (enter, tab, arrows up and down).
func (in *Input) Update(msg tea.Msg) (used bool) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		in.insert(oneLine(msg.Content))
		return true
	case tea.KeyPressMsg:
		if msg.Text != "" {
			in.insert(msg.Text)
			return true
		}
		return in.press(keys.Name(msg))
	}
	return false
}

func (in *Input) press(key string) bool {
	if in.all {
		switch key {
		case "backspace", "shift+backspace", "ctrl+h", "delete", "ctrl+d", "ctrl+w", "alt+backspace", "ctrl+backspace":
			in.SetText("")
			return true
		case "left", "ctrl+b": // to the side that the key points to, as in every field
			in.at, in.all = 0, false
			return true
		}
	}
	switch key {
	case "left", "ctrl+b":
		in.at = max(in.at-1, 0)
	case "right", "ctrl+f":
		in.at = min(in.at+1, len(in.letters))
	case "home", "ctrl+a":
		in.at = 0
	case "end", "ctrl+e":
		in.at = len(in.letters)
	case "ctrl+left", "alt+left", "alt+b":
		in.at = in.wordBefore()
	case "ctrl+right", "alt+right", "alt+f":
		in.at = in.wordAfter()
	case "backspace", "shift+backspace", "ctrl+h":
		in.cut(max(in.at-1, 0), in.at)
	case "delete", "ctrl+d":
		in.cut(in.at, min(in.at+1, len(in.letters)))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.cut(in.wordBefore(), in.at)
	case "ctrl+u":
		in.cut(0, in.at)
	case "ctrl+k":
		in.cut(in.at, len(in.letters))
	default:
		return false
	}
	in.all = false
	return true
}

// insert splits anew around the cursor, since a combining mark joins the letter before it.
func (in *Input) insert(s string) {
	if in.all {
		in.SetText("")
	}
	before := strings.Join(in.letters[:in.at], "") + s
	after := strings.Join(in.letters[in.at:], "")
	in.letters = split(before)
	in.at = len(in.letters)
	in.letters = append(in.letters, split(after)...)
}

func (in *Input) cut(a, b int) {
	in.letters = append(in.letters[:a:a], in.letters[b:]...)
	in.at = a
}

func (in *Input) wordBefore() int {
	i := in.at
	for i > 0 && isSpace(in.letters[i-1]) {
		i--
	}
	for i > 0 && !isSpace(in.letters[i-1]) {
		i--
	}
	return i
}

func (in *Input) wordAfter() int {
	i := in.at
	for i < len(in.letters) && isSpace(in.letters[i]) {
		i++
	}
	for i < len(in.letters) && !isSpace(in.letters[i]) {
		i++
	}
	return i
}

// View draws the field at exactly w cells and tells the cell of the cursor.
func (in *Input) View(th *style.Theme, w int) (line string, cursor int) {
	if w <= 0 {
		return "", 0
	}
	if len(in.letters) == 0 {
		return th.Placeholder.Render(layout.Fit(in.Placeholder, w)), 0
	}
	in.scroll(w)
	var b strings.Builder
	cells := 0
	for i := in.from; i < len(in.letters); i++ {
		if i == in.at {
			cursor = cells
		}
		g := in.shown(in.letters[i])
		n := ansi.StringWidth(g)
		if cells+n > w {
			break
		}
		b.WriteString(g)
		cells += n
	}
	if in.at == len(in.letters) {
		cursor = cells
	}
	if in.all {
		return th.Selection.Render(b.String()) + layout.Space(w-cells), cursor
	}
	return th.Text.Render(layout.Fit(b.String(), w)), cursor
}

// Still draws the field without the keyboard: from its beginning, cut with an ellipsis.
func (in *Input) Still(th *style.Theme, w int) string {
	if len(in.letters) == 0 {
		return th.Placeholder.Render(layout.Fit(in.Placeholder, w))
	}
	text := layout.Clean(in.Text())
	if in.Masked {
		text = strings.Repeat(style.Bullet, len(in.letters))
	}
	return th.Text.Render(layout.Fit(text, w))
}

// scroll moves the first letter drawn so that the cursor has its cell within w.
func (in *Input) scroll(w int) {
	in.from = min(in.from, in.at)
	cells := 1 // of the cursor
	i := in.at
	for i > in.from {
		n := ansi.StringWidth(in.shown(in.letters[i-1]))
		if cells+n > w {
			in.from = i
			break
		}
		cells += n
		i--
	}
	for in.from > 0 && in.at == len(in.letters) {
		n := ansi.StringWidth(in.shown(in.letters[in.from-1]))
		if cells+n > w {
			break
		}
		cells += n
		in.from--
	}
}

// shown is how a letter is drawn: a control character is kept in the text and stands as a mark on the screen.
func (in *Input) shown(g string) string {
	if in.Masked {
		return style.Bullet
	}
	s := layout.Clean(g)
	if ansi.StringWidth(s) == 0 {
		return style.Bullet
	}
	return s
}

func split(s string) []string {
	var out []string
	for s != "" {
		g, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if g == "" {
			break
		}
		out = append(out, g)
		s = s[len(g):]
	}
	return out
}

func isSpace(g string) bool {
	for _, r := range g {
		return unicode.IsSpace(r)
	}
	return false
}

// oneLine makes pasted text fit a field of one line: the line breaks at its ends go, those within become spaces.
func oneLine(s string) string {
	s = strings.Trim(s, "\r\n")
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
}
