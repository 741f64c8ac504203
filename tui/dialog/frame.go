package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// The frame's own cells: a border and a blank column left and right, a border above and below.
const (
	frameX = 2
	frameY = 1
)

// Frame puts a border around lines of exactly w cells, with the title in its upper edge and the keys in its lower one.
func Frame(th *style.Theme, title string, lines []string, hints []keys.Hint, w int) string {
	b := th.Frame
	edge := th.BorderOn
	full := w + 2 // with the blank columns
	head := " " + layout.Cut(layout.Clean(title), full-4) + " "
	top := edge.Render(b.TopLeft+b.Top) + th.Title.Render(head) +
		edge.Render(strings.Repeat(b.Top, max(full-1-layout.Width(head), 0))+b.TopRight)

	foot, used := "", 0
	for _, h := range hints {
		n := layout.Width(h.Key+" "+h.Help) + 2
		if used+n+2 > full {
			break
		}
		foot += " " + th.Key.Render(h.Key) + " " + th.Hint.Render(h.Help) + " "
		used += n
	}
	bottom := edge.Render(b.BottomLeft+strings.Repeat(b.Bottom, max(full-1-used, 0))) + foot +
		edge.Render(b.Bottom+b.BottomRight)

	out := make([]string, 0, len(lines)+2)
	out = append(out, top)
	for _, l := range lines {
		out = append(out, edge.Render(b.Left)+" "+layout.Fit(l, w)+" "+edge.Render(b.Right))
	}
	return strings.Join(append(out, bottom), "\n")
}

// room is how many cells and lines a dialog may use on a screen of w by h.
func room(w, h, want int) (int, int) {
	return max(min(want, w-4-2*frameX), 10), max(h-2-2*frameY, 3)
}

// answer calls the function for the answer, if there is one, and closes the dialog.
func answer(then func() tea.Cmd) (tea.Cmd, bool) {
	if then == nil {
		return nil, true
	}
	return then(), true
}
