package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Confirm asks a yes-or-no question. The labels say what will happen ("discard it", "keep it").
type Confirm struct {
	Title, Text string
	YesLabel    string // absent: yes
	NoLabel     string // absent: no
	Yes, No     func() tea.Cmd
}

func (c *Confirm) Scope() keys.Scope { return keys.Confirm }
func (c *Confirm) Typing() bool      { return false }

func (c *Confirm) Update(msg tea.Msg) (tea.Cmd, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, false
	}
	switch keys.Match(keys.Confirm, false, key) {
	case keys.Yes:
		return answer(c.Yes)
	case keys.No:
		return answer(c.No)
	}
	return nil, false
}

func (c *Confirm) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w, h = room(w, h, 56)
	lines := []string{""}
	for _, s := range flow(c.Text, w, h-2) {
		lines = append(lines, th.Text.Render(s))
	}
	lines = append(lines, "")
	hints := keys.Footer(keys.Confirm, false)
	for i, label := range []string{c.YesLabel, c.NoLabel} {
		if label != "" && i < len(hints) {
			hints[i].Help = label
		}
	}
	return Frame(th, c.Title, lines, hints, w), nil
}
