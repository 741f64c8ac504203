package audit

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// recordForm is the dialog for a sampled record: its deal, the checklist items that stand there as text, and the words
// themselves. Left and right turn to another checklist; what was ticked in one stays ticked.
type recordForm struct {
	title  string
	lists  []playbook.Checklist
	list   int
	found  []string
	deal   widget.Input
	text   widget.Input
	at     int // 0: the deal; then the items; last: the text
	wrong  string
	accept func(model.Record) tea.Cmd
}

func newRecordForm(title string, lists []playbook.Checklist, r model.Record, list int, accept func(model.Record) tea.Cmd) *recordForm {
	f := &recordForm{title: title, lists: lists, list: list, found: slices.Clone(r.Found), accept: accept}
	f.deal.Placeholder, f.text.Placeholder = "its number or name", "the words that stand there"
	f.deal.SetText(r.Deal)
	f.text.SetText(r.Text)
	return f
}

func (f *recordForm) Scope() keys.Scope { return keys.Dialog }

// Typing is true in the two fields; among the items, blank ticks.
func (f *recordForm) Typing() bool { return f.at == 0 || f.at == f.last() }

func (f *recordForm) items() []playbook.Item {
	if f.list >= len(f.lists) {
		return nil
	}
	return f.lists[f.list].Items
}

func (f *recordForm) last() int { return len(f.items()) + 1 }

func (f *recordForm) field() *widget.Input {
	switch f.at {
	case 0:
		return &f.deal
	case f.last():
		return &f.text
	}
	return nil
}

func (f *recordForm) Update(msg tea.Msg) (tea.Cmd, bool) {
	f.wrong = ""
	in := f.field()
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if in != nil {
			in.Update(msg)
		}
		return nil, false
	}
	switch keys.Match(keys.Dialog, in != nil, key) {
	case keys.Accept:
		r := model.Record{Deal: strings.TrimSpace(f.deal.Text()), Found: f.found, Text: f.text.Text()}
		if r.Deal == "" {
			f.at, f.wrong = 0, "the deal needs a number or name, so that it can be found again"
			return nil, false
		}
		return f.accept(r), true
	case keys.Cancel:
		return nil, true
	case keys.Next, keys.Down:
		f.at = (f.at + 1) % (f.last() + 1)
		return nil, false
	case keys.Prev, keys.Up:
		f.at = (f.at + f.last()) % (f.last() + 1)
		return nil, false
	}
	if in != nil {
		in.Update(msg)
		return nil, false
	}
	switch keys.Match(keys.Ticks, false, key) {
	case keys.Tick:
		f.tick(f.items()[f.at-1].ID)
	case keys.Left:
		f.turn(-1)
	case keys.Right:
		f.turn(1)
	}
	return nil, false
}

func (f *recordForm) tick(id string) {
	if i := slices.Index(f.found, id); i >= 0 {
		f.found = slices.Delete(f.found, i, i+1)
		return
	}
	f.found = append(f.found, id)
}

func (f *recordForm) turn(by int) {
	if n := len(f.lists); n > 0 {
		f.list = (f.list + by + n) % n
		f.at = min(f.at, max(len(f.items()), 1))
	}
}

func (f *recordForm) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w = max(min(72, w-8), 20)
	var cursor *tea.Cursor
	lines := []string{""}
	field := func(label string, in *widget.Input, place int) {
		body, x := in.View(th, w-10)
		look, mark := th.Dim, "  "
		if f.at == place {
			look, mark = th.Accent, th.Accent.Render(style.Pointer)+" "
			cursor = widget.CursorAt(2+10+x, 1+len(lines))
		}
		lines = append(lines, mark+look.Render(layout.Fit(label, 6))+"  "+body)
	}
	field("Deal*", &f.deal, 0)
	head := "no checklist in the playbook"
	if f.list < len(f.lists) {
		head = f.lists[f.list].Name
		if len(f.lists) > 1 {
			head += "  " + strconv.Itoa(f.list+1) + " of " + strconv.Itoa(len(f.lists)) + ", ← → for another"
		}
	}
	lines = append(lines, "", "  "+th.Title.Render(head))
	ask := ""
	for i, it := range f.items() {
		box, look, mark := "[ ]", th.Text, "  "
		if slices.Contains(f.found, it.ID) {
			box = "[" + style.Check + "]"
		}
		if f.at == i+1 {
			look, mark, ask = th.Strong, th.Accent.Render(style.Pointer)+" ", it.Ask
		}
		lines = append(lines, mark+th.Accent.Render(box)+" "+look.Render(layout.Clean(or(it.Name, it.ID))))
	}
	lines = append(lines, "")
	field("Words", &f.text, f.last())
	help := th.Dim.Render("  " + layout.Cut(layout.Clean(ask), w-2))
	if f.wrong != "" {
		help = th.Bad.Render("  " + style.Warn + " " + f.wrong)
	}
	lines = append(lines, "", layout.Fit(help, w))
	hints := keys.Footer(keys.Dialog, true)
	if f.field() == nil {
		hints = append(keys.Footer(keys.Ticks, false)[:1], hints...) // that scope's own
	}
	return dialog.Frame(th, f.title, lines[:min(len(lines), max(h-2, 1))], hints, w), cursor
}
