package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Told is a question under an account of several lines, which scrolls where it is long: what was found in a file, say, and
// whether to take it.
type Told struct {
	Title             string
	Lines             []string
	YesLabel, NoLabel string
	Yes               func() tea.Cmd

	top  int
	more int // lines that have no room
}

func (d *Told) Scope() keys.Scope { return keys.Confirm }
func (d *Told) Typing() bool      { return false }

func (d *Told) Update(msg tea.Msg) (tea.Cmd, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, false
	}
	switch keys.Match(keys.Confirm, false, key) {
	case keys.Yes:
		return d.Yes(), true
	case keys.No:
		return nil, true
	}
	switch keys.Match(keys.List, false, key) {
	case keys.Down:
		d.top = min(d.top+1, d.more)
	case keys.Up:
		d.top = max(d.top-1, 0)
	}
	return nil, false
}

func (d *Told) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w, h = min(68, w-8), max(h-6, 3)
	var lines []string
	for i, s := range d.Lines {
		look := th.Text
		if i == 0 {
			look = th.Strong
		}
		for j, l := range layout.Wrap(layout.Clean(s), w-2) {
			if j > 0 {
				l = "  " + l
			}
			lines = append(lines, look.Render(l))
		}
	}
	d.more = max(len(lines)-h, 0)
	lines = lines[min(d.top, d.more):min(d.top+h, len(lines))]
	hints := keys.Footer(keys.Confirm, false)
	for i, label := range []string{d.YesLabel, d.NoLabel} {
		hints[i].Help = label
	}
	if d.more > 0 {
		hints = append(hints, keys.Hint{Key: "↑↓", Help: "more"})
	}
	return Frame(th, d.Title, append(append([]string{""}, lines...), ""), hints, w), nil
}
