package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/fold"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Found is one thing that was found, with the parts of its label that match.
type Found struct {
	Label, Detail string
	Marks         []fold.Span
	Do            func() tea.Cmd
}

// Find asks for a few letters and lists what they find, the best first. Look is asked at every letter; its second word
// says how much there is.
type Find struct {
	Title, Placeholder string
	Enter              string // what enter does; absent: go there
	About              string // for the help
	Detail             int    // cells of the second column
	Look               func(query string) (found []Found, count string)
	Reading            bool // what Look knows is not all yet: the rest comes with Arrived, and enter waits for it

	field widget.Input
	list  *widget.List
	found []Found
	count string
	enter bool // pressed while there was more to come
	help  bool
	th    *style.Theme
}

func (f *Find) Scope() keys.Scope { return keys.Dialog }
func (f *Find) Typing() bool      { return true }

// Arrived says that Look now knows all there is.
type Arrived struct{}

func (f *Find) Update(msg tea.Msg) (tea.Cmd, bool) {
	if _, ok := msg.(Arrived); ok {
		return f.arrived()
	}
	if f.list == nil {
		return nil, false
	}
	if m, ok := msg.(tea.MouseMsg); ok {
		if f.list.Mouse(m, m.Mouse().Y-frameY-1) {
			return f.accept()
		}
		return nil, false
	}
	a := match(msg)
	if _, ok := msg.(tea.KeyPressMsg); ok && f.help {
		f.help = false
		if a == keys.AskHelp || a == keys.Cancel {
			return nil, false
		}
	}
	switch {
	case !typed(msg) && a == keys.Accept:
		return f.accept()
	case !typed(msg) && a == keys.Cancel:
		return nil, true
	case !typed(msg) && a == keys.AskHelp:
		f.help = true
	case !typed(msg) && f.list.Do(a):
	default:
		before := f.field.Text()
		if f.field.Update(msg); f.field.Text() != before {
			f.enter = false
			f.look()
			f.list.Do(keys.Top)
		}
	}
	return nil, false
}

func (f *Find) arrived() (tea.Cmd, bool) {
	f.Reading = false
	if f.list == nil {
		return nil, false
	}
	at := f.list.Index()
	f.look()
	if f.list.Do(keys.Top); !f.enter {
		for range at { // one who moved already stays where they are: what comes is put below
			f.list.Do(keys.Down)
		}
		return nil, false
	}
	return f.accept()
}

func (f *Find) accept() (tea.Cmd, bool) {
	if f.Reading {
		f.enter = true
		return nil, false
	}
	i := f.list.Index()
	if i < 0 || i >= len(f.found) {
		return nil, false
	}
	return answer(f.found[i].Do)
}

func (f *Find) look() {
	f.found, f.count = f.Look(strings.TrimSpace(f.field.Text()))
	f.list.SetRows(widget.Rows{N: len(f.found), Cell: f.cell})
}

func (f *Find) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w, h = room(w, h, 96)
	f.th = th
	if f.list == nil {
		f.field.Placeholder = f.Placeholder
		f.list = widget.NewList(th, widget.Column{}, widget.Column{Width: f.Detail})
		f.list.Empty = "Nothing found."
		f.look()
	}
	if f.help {
		return helpFor(th, f.Title, f.About, or(f.Enter, "go there"), nil, w, h), nil
	}
	told := f.count
	if f.Reading {
		told = "reading…"
	}
	count := th.Dim.Render(told)
	field, x := f.field.View(th, w-layout.Width(count)-3)
	lines := []string{layout.Between(th.Accent.Render(style.Pointer)+" "+field, count, w)}
	lines = append(lines, layout.Lines(f.list.View(w, min(h-1, 16)))...)
	return Frame(th, f.Title, lines, enters(keys.Footer(keys.Dialog, true), or(f.Enter, "go there")), w),
		widget.CursorAt(frameX+2+x, frameY)
}

func (f *Find) cell(i, col int) string {
	th := f.th
	if col == 1 {
		return th.Dim.Render(f.found[i].Detail)
	}
	var b strings.Builder
	label, at := f.found[i].Label, 0
	for _, m := range f.found[i].Marks {
		if m.From < at || m.To > len(label) {
			continue
		}
		b.WriteString(label[at:m.From] + th.Match.Render(label[m.From:m.To]))
		at = m.To
	}
	return b.String() + label[at:]
}
