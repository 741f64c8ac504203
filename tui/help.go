package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

// help is the overlay that lists every key that means something here, made from the table.
type help struct {
	sections []keys.Section
	top      int
	most     int // the last line that may stand on top
	page     int
}

// newHelp is the help for what has the keyboard. It leaves out go-to keys of pages that have nothing to show.
func newHelp(scope keys.Scope, typing bool, has func(screen.Kind) bool) *help {
	h := &help{}
	for _, s := range keys.HelpFor(scope, typing) {
		keep := keys.Section{Scope: s.Scope}
		for _, hint := range s.Hints {
			if k, ok := goes(hint.Action); !ok || has(k) {
				keep.Hints = append(keep.Hints, hint)
			}
		}
		h.sections = append(h.sections, keep)
	}
	if signs := keys.Signs(scope); len(signs) > 0 {
		h.sections = slices.Insert(h.sections, min(1, len(h.sections)), keys.Section{Scope: "signs", Hints: signs})
	}
	return h
}

func (h *help) Scope() keys.Scope { return keys.Help }
func (h *help) Typing() bool      { return false }

func (h *help) Update(msg tea.Msg) (tea.Cmd, bool) {
	by := 0
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch keys.Match(keys.Help, false, msg) {
		case keys.Cancel:
			return nil, true
		case keys.Up:
			by = -1
		case keys.Down:
			by = 1
		case keys.PageUp:
			by = -h.page
		case keys.PageDown:
			by = h.page
		}
	case tea.MouseWheelMsg:
		by = 1
		if msg.Button == tea.MouseWheelUp {
			by = -1
		}
	}
	h.top = max(min(h.top+by, h.most), 0)
	return nil, false
}

func (h *help) View(th *style.Theme, w, height int) (string, *tea.Cursor) {
	const column = 34
	two := w >= 2*column+12
	inner := column
	if two {
		inner = 2*column + 2
	}
	left, right := []string{""}, []string{""}
	for i, s := range h.sections {
		lines := section(th, s, column)
		if two && i > 0 && len(left)+len(lines)/2 > len(right) {
			right = append(right, lines...)
		} else {
			left = append(left, lines...)
		}
	}
	lines := left
	if two {
		n := max(len(left), len(right))
		lines = layout.Lines(layout.Beside(2, layout.BlockLines(left, layout.Screen(column, n)),
			layout.BlockLines(right, layout.Screen(column, n))))
	}
	h.page = max(height-4, 1)
	h.most = max(len(lines)-h.page, 0)
	h.top = min(h.top, h.most)
	lines = lines[h.top:min(h.top+h.page, len(lines))]
	hints := []keys.Hint{{Key: keys.Shown("esc"), Help: "close"}}
	if h.most > 0 {
		hints = append([]keys.Hint{{Key: "↑↓", Help: "more"}}, hints...)
	}
	return dialog.Frame(th, "Keys", lines, hints, inner), nil
}

func section(th *style.Theme, s keys.Section, w int) []string {
	name := string(s.Scope)
	lines := []string{th.Title.Render(strings.ToUpper(name[:1]) + name[1:])}
	for _, h := range s.Hints {
		key := h.Key
		for _, l := range layout.Wrap(h.Help, w-15) {
			lines = append(lines, th.Key.Render(layout.FitRight(key, 13))+"  "+th.Text.Render(l))
			key = ""
		}
	}
	return append(lines, "")
}
