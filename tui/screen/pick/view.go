package pick

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// headH is the lines above the folder.
const headH = 5

// fill gives the list what is shown.
func (p *Picker) fill() {
	rows := p.shown
	t := p.th
	switch {
	case p.missing != "":
		p.list.Empty = p.missing
	case len(p.entries) > 0:
		p.list.Empty = "Nothing here has these letters in its name."
	default:
		p.list.Empty = "Nothing here to take: " + strings.Join(p.Kinds, ", ") + " files and folders are shown."
	}
	p.list.SetRows(widget.Rows{
		N:   len(rows),
		Key: func(i int) string { return rows[i].name },
		Cell: func(i, col int) string {
			e := rows[i]
			switch {
			case col == 0 && slices.Contains(p.marked, filepath.Join(p.at, e.name)):
				return t.Good.Render(style.Check)
			case col == 1 && e.folder:
				return t.Accent.Render(layout.Clean(e.name) + string(filepath.Separator))
			case col == 1:
				return layout.Clean(e.name)
			case e.folder:
			case col == 2:
				return t.Dim.Render(Size(e.size))
			case col == 3:
				return t.Dim.Render(e.at.Format("2 Jan 2006"))
			}
			return ""
		},
	})
}

// Size is a number of bytes for people.
func Size(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d B", n)
}

// View draws the picker at exactly w by h.
func (p *Picker) View(w, h int) string {
	t := p.th
	field, _ := p.field.View(t, w-len(prompt))
	below := t.Dim.Render("Paste a path, drop the file here, or choose one below.")
	switch {
	case p.problem != "":
		below = t.Warn.Render(style.Warn + " " + layout.Clean(p.problem))
	case len(p.marked) > 0:
		var names []string
		for _, m := range p.marked {
			names = append(names, filepath.Base(m))
		}
		below = t.Good.Render(style.Check) + " " + t.Text.Render(layout.Clean(strings.Join(names, ", ")))
	}
	head := []string{
		t.Title.Render(p.Title) + t.Dim.Render("  "+layout.Clean(short(p.at, w-layout.Width(p.Title)-4))),
		"",
		t.Dim.Render(prompt) + field,
		layout.Words(below, w),
		"",
	}
	return layout.Stack(layout.BlockLines(head, layout.Screen(w, headH)), p.list.View(w, h-headH))
}

const prompt = "File  "

// Cursor stands in the field.
func (p *Picker) Cursor(w int) *tea.Cursor {
	_, x := p.field.View(p.th, w-len(prompt))
	return widget.CursorAt(len(prompt)+x, 2)
}

// short keeps the end of a path.
func short(path string, w int) string {
	r := []rune(path)
	for len(r) > 0 && layout.Width(string(r)) > w-1 {
		r = r[1:]
	}
	if len(r) < len([]rune(path)) {
		return style.Ellipsis + string(r)
	}
	return path
}
