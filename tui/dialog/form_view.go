package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

func (f *Form) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	f.open()
	w, h = room(w, h, 68)
	label := 0
	for _, r := range f.rows {
		label = max(label, layout.Width(r.Label)+1) // a mark for what is required
	}
	label = min(label, w/2)

	lines := []string{""}
	var cursor *tea.Cursor
	first := max(f.at-(h-5), 0) // on a low screen, the field with the keyboard stays in sight
	for i, r := range f.rows[first:] {
		on := first+i == f.at
		look, mark := th.Dim, "  "
		if on {
			look, mark = th.Accent, th.Accent.Render(style.Pointer)+" "
		}
		name := r.Label
		if r.Required {
			name += "*"
		}
		body, x := r.view(th, w-label-4, on)
		if on && x >= 0 {
			cursor = widget.CursorAt(frameX+2+label+2+x, frameY+len(lines))
		}
		lines = append(lines, mark+look.Render(layout.Fit(name, label))+"  "+body)
	}
	lines = append(lines, "", f.advice(th, w))
	lines = lines[:min(len(lines), h)]
	hints := keys.Footer(keys.Dialog, true)
	if len(f.rows) > 1 {
		hints = append([]keys.Hint{{Key: keys.Shown("tab"), Help: "next field"}}, hints...)
	}
	return Frame(th, f.Title, lines, hints, w), cursor
}

// advice is the line under the fields: what is wrong, else what the field is for.
func (f *Form) advice(th *style.Theme, w int) string {
	r := f.rows[f.at]
	switch {
	case f.problem != "":
		return layout.Fit("  "+th.Bad.Render(style.Warn+" "+f.problem), w)
	case r.Hint != "":
		return layout.Fit("  "+th.Dim.Render(r.Hint), w)
	case r.Kind == Choice:
		return layout.Fit("  "+th.Dim.Render("← → or type to choose"), w)
	case r.Required:
		return layout.Fit("  "+th.Dim.Render("* needed; all else can wait"), w)
	}
	return layout.Space(w)
}
