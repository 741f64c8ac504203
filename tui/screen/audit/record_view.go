package audit

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// around is what the dialog draws besides the items: its edges, the two fields, the checklists, the advice and air.
const around = 11

func (f *recordForm) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w = max(min(72, w-8), 20)
	if f.help {
		return dialog.Help(th, f.title, "Tick what stands in the record as text, in whichever checklist; paste the words below.",
			append(keys.Footer(keys.Ticks, false)[:2:2], keys.Hint{Key: keys.Shown("left"), Help: "checklist before"}), w, h-2), nil
	}
	var cursor *tea.Cursor
	lines := []string{""}
	field := func(label string, in *widget.Input, p part) {
		look, mark, body := th.Dim, "  ", in.Still(th, w-10)
		if f.part == p {
			look, mark = th.Accent, th.Accent.Render(style.Pointer)+" "
			x := 0
			body, x = in.View(th, w-10)
			cursor = widget.CursorAt(2+10+x, 1+len(lines))
		}
		lines = append(lines, mark+look.Render(layout.Fit(label, 6))+"  "+body)
	}
	field("Deal*", &f.deal, inDeal)
	lines = append(lines, "", f.tabs(th, w))
	rows, ask := f.itemLines(th, w, max(h-around, 3))
	lines = append(append(lines, rows...), "")
	field("Words", &f.text, inText)
	lines = append(lines, "", layout.Fit("  "+f.advice(th, w-2, ask), w))
	return dialog.Frame(th, f.title, lines[:min(len(lines), max(h-2, 1))], f.hints(), w), cursor
}

// tabs are the checklists, with how many items of each are ticked: also those that are not on the screen.
func (f *recordForm) tabs(th *style.Theme, w int) string {
	if len(f.lists) == 0 {
		return "  " + th.Title.Render("no checklist in the playbook")
	}
	out := ""
	for i, l := range f.lists {
		s := layout.Clean(cmp.Or(l.Name, l.ID))
		if n := f.ticked(l); n > 0 {
			s += " " + strconv.Itoa(n)
		}
		if i == f.list {
			out += "  " + th.Title.Render(s)
		} else {
			out += "  " + th.Dim.Render(s)
		}
	}
	if len(f.lists) > 1 {
		out += "   " + th.Key.Render("← →") + th.Dim.Render(" another")
	}
	return layout.Fit(out, w)
}

// itemLines are those of the checklist that have room, the one with the pointer among them; what is above or below is
// counted.
func (f *recordForm) itemLines(th *style.Theme, w, room int) (lines []string, ask string) {
	items := f.items()
	first, n := 0, len(items)
	if n > room {
		n = room - 1 // the last line counts the others
		first = max(min(f.item-n/2, len(items)-n), 0)
	}
	for i, it := range items[first : first+n] {
		box, look, mark := "[ ]", th.Text, "  "
		if slices.Contains(f.found, it.ID) {
			box = "[" + style.Check + "]"
		}
		if f.part == inItems && f.item == first+i {
			look, mark, ask = th.Strong, th.Accent.Render(style.Pointer)+" ", it.Ask
		}
		lines = append(lines, layout.Fit(mark+th.Accent.Render(box)+" "+look.Render(layout.Clean(cmp.Or(it.Name, it.ID))), w))
	}
	if n < len(items) {
		lines = append(lines, th.Dim.Render("      "+strconv.Itoa(len(items)-n)+" more, ↑ and ↓ lead to them"))
	}
	return lines, ask
}

func (f *recordForm) advice(th *style.Theme, w int, ask string) string {
	switch {
	case f.guard.Asking():
		return f.guard.Question(th)
	case f.wrong != "":
		return th.Bad.Render(style.Warn + " " + f.wrong)
	}
	return th.Dim.Render(layout.Cut(layout.Clean(ask), w))
}

func (f *recordForm) hints() []keys.Hint {
	if f.guard.Asking() {
		return f.guard.Hints()
	}
	hints := append([]keys.Hint{{Key: keys.Shown("tab"), Help: "next field"}}, keys.Footer(keys.Dialog, true)...)
	if f.part == inItems {
		hints = append(keys.Footer(keys.Ticks, false)[:1:1], hints...) // that scope's own
	}
	return hints
}
