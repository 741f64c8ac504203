package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// adviceLines is the most that a hint or a problem may take.
const adviceLines = 3

func (f *Form) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	f.open()
	w, h = room(w, h, 68)
	if f.help {
		r := f.rows[f.at]
		about := r.Label
		if s := f.hint(r); s != "" {
			about += ": " + s
		}
		return helpFor(th, f.Title, about, f.Enter, editing, w, h), nil
	}
	label := 0
	for _, r := range f.rows {
		label = max(label, layout.Width(layout.Clean(r.Label))+1) // a mark for what is required
	}
	label = min(label, w/2)

	tail := append([]string{""}, f.advice(th, w)...)
	if f.Says != nil {
		tail = append(append([]string{""}, f.says(th, w)...), tail...)
	}
	lines := []string{""}
	var cursor *tea.Cursor
	f.first = max(f.at-max(h-1-len(tail)-1, 0), 0) // on a low screen, the field with the keyboard stays in sight
	for i, r := range f.rows[f.first:] {
		if len(lines) >= h-len(tail) && i > 0 {
			break
		}
		on := f.first+i == f.at
		look, mark := th.Dim, "  "
		if on {
			look, mark = th.Accent, th.Accent.Render(style.Pointer)+" "
		}
		name := layout.Clean(r.Label)
		if r.Required {
			name += "*"
		}
		body, x := r.view(th, w-label-4, on)
		if on && x >= 0 {
			cursor = widget.CursorAt(frameX+2+label+2+x, frameY+len(lines))
		}
		lines = append(lines, mark+look.Render(layout.Fit(name, label))+"  "+body)
	}
	lines = append(lines, tail...)
	lines = lines[:min(len(lines), h)]
	return Frame(th, f.Title, lines, f.hints(), w), cursor
}

// hints are the keys in the lower edge.
func (f *Form) hints() []keys.Hint {
	if f.guard.Asking() {
		return f.guard.Hints()
	}
	hints := enters(keys.Footer(keys.Dialog, true), f.Enter)
	if len(f.rows) > 1 {
		hints = append([]keys.Hint{{Key: keys.Shown("tab"), Help: "next field"}}, hints...)
	}
	return hints
}

// enters says what enter does, where that is not just done.
func enters(hints []keys.Hint, what string) []keys.Hint {
	for i := range hints {
		if hints[i].Action == keys.Accept && what != "" {
			hints[i].Help = what
		}
	}
	return hints
}

// says is what will come of the answers.
func (f *Form) says(th *style.Theme, w int) []string {
	var out []string
	for _, l := range flow(layout.Clean(f.Says(f.values())), w-2, 2) {
		out = append(out, layout.Fit("  "+th.Text.Render(l), w))
	}
	return out
}

// advice is what stands under the fields: what is wrong, else what the field is for. It is as high in every field, so
// that the form does not jump.
func (f *Form) advice(th *style.Theme, w int) []string {
	high := 1
	for _, r := range f.rows {
		high = max(high, len(flow(f.hint(r), w-2, adviceLines)))
	}
	var out []string
	switch {
	case f.guard.Asking():
		out = append(out, layout.Fit("  "+f.guard.Question(th), w))
	case f.problem != "":
		for _, l := range flow(style.Warn+" "+f.problem, w-2, adviceLines) {
			out = append(out, layout.Fit("  "+th.Bad.Render(l), w))
		}
	default:
		for _, l := range flow(f.hint(f.rows[f.at]), w-2, adviceLines) {
			out = append(out, layout.Fit("  "+th.Dim.Render(l), w))
		}
	}
	for len(out) < high {
		out = append(out, layout.Space(w))
	}
	return out
}

// hint is what a field is for, or how it is filled in.
func (f *Form) hint(r *row) string {
	switch {
	case r.Hint != "":
		return r.Hint
	case r.Kind == Choice:
		return "← → or type to choose"
	case r.Kind == Date:
		return "like 2027-03-31, 31 Mar 2027 or today"
	case r.Required:
		return "* needed; all else can wait"
	}
	return ""
}
