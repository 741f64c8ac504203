package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Secret asks for one line that is not shown, such as a passphrase. The answer is exact, blanks at its ends too.
type Secret struct {
	Title, Label string
	Text         string // under the field
	Problem      string // in its place: what was wrong with the answer before
	Enter        string // what enter does; absent: done
	Then         func([]byte) tea.Cmd

	input widget.Input
	help  bool
}

func (s *Secret) Scope() keys.Scope { return keys.Dialog }
func (s *Secret) Typing() bool      { return true }

func (s *Secret) Update(msg tea.Msg) (tea.Cmd, bool) {
	if _, ok := msg.(tea.KeyPressMsg); ok && s.help {
		s.help = false
		if a := match(msg); a == keys.AskHelp || a == keys.Cancel {
			return nil, false
		}
	}
	if !typed(msg) {
		switch match(msg) {
		case keys.Accept:
			text := s.input.Text()
			if text == "" {
				return nil, false
			}
			s.input.SetText("")
			return s.Then([]byte(text)), true
		case keys.Cancel:
			return nil, true
		case keys.AskHelp:
			s.help = true
			return nil, false
		}
	}
	if s.input.Update(msg) {
		s.Problem = ""
	}
	return nil, false
}

func (s *Secret) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w, h = room(w, h, 56)
	if s.help {
		return Help(th, s.Title, s.Label+": what you type is not shown.", nil, w, h), nil
	}
	s.input.Masked = true
	label := min(layout.Width(s.Label), w/2)
	field, x := s.input.View(th, w-label-4)
	lines := []string{"", th.Accent.Render(style.Pointer) + " " + th.Accent.Render(layout.Fit(s.Label, label)) + "  " + field, ""}
	about, look := s.Text, th.Dim
	if s.Problem != "" {
		about, look = style.Warn+" "+s.Problem, th.Bad
	}
	for _, l := range layout.WrapAtMost(about, w-2, max(h-len(lines), 1)) {
		lines = append(lines, "  "+look.Render(l))
	}
	cursor := widget.CursorAt(frameX+2+label+2+x, frameY+1)
	return Frame(th, s.Title, lines, enters(keys.Footer(keys.Dialog, true), s.Enter), w), cursor
}
