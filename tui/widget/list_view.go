package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

const columnGap = 2

// View draws the list at exactly w by h: headings, the rows in sight, and the filter's line while there is a filter.
func (l *List) View(w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	lines := make([]string, 0, h)
	if l.Filtered() {
		lines = append(lines, l.filterLine(w))
	}
	widths := l.widths(w - 2)
	if l.heading && l.rows.N > 0 {
		lines = append(lines, l.th.Head.Render("  "+l.join(widths, func(c int) string { return l.cols[c].Title })))
	}
	l.y0 = len(lines)
	l.page = max(h-len(lines), 1)
	l.follow()
	switch {
	case l.rows.N == 0 && l.Empty != "":
		for _, s := range layout.Wrap(l.Empty, w-2) {
			lines = append(lines, "  "+l.th.Dim.Render(s))
		}
	case l.Len() == 0:
		lines = append(lines, "  "+l.th.Dim.Render("Nothing matches. Esc shows everything."))
	}
	for p := l.top; p < l.Len() && len(lines) < h; p++ {
		lines = append(lines, l.line(p, w, widths))
	}
	return layout.BlockLines(lines[:min(len(lines), h)], layout.Screen(w, h))
}

func (l *List) line(p, w int, widths []int) string {
	i := l.row(p)
	if l.note(i) {
		head := l.rows.Cell(i, 0)
		if !strings.Contains(head, "\x1b") { // a heading with looks of its own is not to be faded
			head = l.th.Dim.Render(head)
		}
		return layout.Fit(head, w)
	}
	body := l.join(widths, func(c int) string { return l.rows.Cell(i, c) })
	if p != l.sel {
		return layout.Fit("  "+body, w)
	}
	if l.idle {
		return layout.Fit(l.th.Accent.Render(style.Pointer)+" "+body, w)
	}
	return Raise(l.th, layout.Fit(style.Pointer+" "+body, w))
}

// Raise lays the look of the selected row under text that has styles of its own: what it set is set again after every
// reset within. With few colours or high contrast the row is turned around, and others within would make blots of it: they are left out.
func Raise(th *style.Theme, s string) string {
	on, off, ok := strings.Cut(th.Cursor.Render("\x00"), "\x00")
	if !ok || on == "" {
		return s
	}
	if th.Turns() {
		return on + layout.Plain(s) + off
	}
	s = strings.ReplaceAll(s, "\x1b[m", "\x1b[m"+on)
	s = strings.ReplaceAll(s, "\x1b[0m", "\x1b[0m"+on)
	return on + s + off
}

// follow scrolls so that the selection is in sight, and a heading just above it too.
func (l *List) follow() {
	n := l.Len()
	at := l.sel
	if at > 0 && at < n && l.note(l.row(at-1)) {
		at--
	}
	l.top = min(l.top, at)
	if l.sel >= l.top+l.page {
		l.top = l.sel - l.page + 1
	}
	l.top = max(min(l.top, n-l.page), 0)
}

func (l *List) filterLine(w int) string {
	prompt := l.th.Accent.Render("/") + " "
	count := l.th.Dim.Render(plural(l.Len(), "match", "matches"))
	room := w - layout.Width(prompt) - layout.Width(count) - 1
	field, _ := l.field.View(l.th, room)
	return prompt + field + " " + count
}

// Cursor is the terminal's cursor in the filter's field, in the list's coordinates; nil when it is not asked for.
func (l *List) Cursor(w int) *tea.Cursor {
	if !l.asking {
		return nil
	}
	count := layout.Width(plural(l.Len(), "match", "matches"))
	_, x := l.field.View(l.th, w-2-count-1)
	return CursorAt(2+x, 0)
}

// CursorAt is the cursor of every text field: a steady bar, which hides no letter.
func CursorAt(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}

// widths gives each column its cells; 0 leaves it out.
func (l *List) widths(w int) []int {
	sizes := make([]layout.Size, 0, len(l.cols))
	at := make([]int, 0, len(l.cols))
	for i, c := range l.cols {
		if c.Drop > 0 && w+2 < c.Drop {
			continue
		}
		at = append(at, i)
		if c.Width > 0 {
			sizes = append(sizes, layout.Fixed(c.Width))
		} else {
			sizes = append(sizes, layout.FlexMin(1, 8))
		}
	}
	out := make([]int, len(l.cols))
	for i, r := range layout.Screen(w, 1).Cols(columnGap, sizes...) {
		out[at[i]] = r.W
	}
	return out
}

func (l *List) join(widths []int, cell func(col int) string) string {
	var b strings.Builder
	for c, w := range widths {
		if w == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("  ")
		}
		if l.cols[c].Right {
			b.WriteString(layout.FitRight(cell(c), w))
		} else {
			b.WriteString(layout.Fit(cell(c), w))
		}
	}
	return b.String()
}
