package audit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/widget"
)

// recordForm is the dialog for a sampled record: its deal, the checklist items that stand there as text, and the words
// themselves. Among the items only the arrows, tab and blank mean anything; a letter there is a slip, and does nothing.
type recordForm struct {
	title  string
	lists  []playbook.Checklist
	list   int // the one on the screen; what was ticked in another stays ticked
	found  []string
	deal   widget.Input
	text   widget.Input
	part   part
	item   int // the one with the pointer
	wrong  string
	began  model.Record
	guard  dialog.Guard
	help   bool
	accept func(model.Record) tea.Cmd
}

// part is what has the keyboard.
type part int

const (
	inDeal part = iota
	inItems
	inText
	parts
)

func newRecordForm(title string, lists []playbook.Checklist, r model.Record, list int, accept func(model.Record) tea.Cmd) *recordForm {
	f := &recordForm{title: title, lists: lists, list: list, found: slices.Clone(r.Found), began: r, accept: accept}
	f.deal.Placeholder, f.text.Placeholder = "its number or name", "the words that stand there"
	f.deal.SetText(r.Deal)
	f.text.SetText(r.Text)
	return f
}

func (f *recordForm) Scope() keys.Scope { return keys.Dialog }

// Typing is true in the two fields; among the items, blank ticks.
func (f *recordForm) Typing() bool { return f.part != inItems && !f.guard.Asking() }

func (f *recordForm) items() []playbook.Item {
	if f.list >= len(f.lists) {
		return nil
	}
	return f.lists[f.list].Items
}

func (f *recordForm) field() *widget.Input {
	switch f.part {
	case inDeal:
		return &f.deal
	case inText:
		return &f.text
	}
	return nil
}

func (f *recordForm) record() model.Record {
	return model.Record{Deal: strings.TrimSpace(f.deal.Text()), Found: f.found, Text: f.text.Text()}
}

func (f *recordForm) changed() bool {
	return f.deal.Text() != f.began.Deal || f.text.Text() != f.began.Text || !slices.Equal(f.found, f.began.Found)
}

func (f *recordForm) Update(msg tea.Msg) (tea.Cmd, bool) {
	f.wrong = ""
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if in := f.field(); in != nil {
			in.Update(msg)
		}
		return nil, false
	}
	a := keys.Match(keys.Dialog, f.Typing(), key)
	if f.help {
		f.help = false
		if a == keys.AskHelp || a == keys.Cancel {
			return nil, false
		}
	}
	if used, leave := f.guard.Key(key, f.changed()); used {
		return nil, leave
	}
	switch a {
	case keys.Accept:
		r := f.record()
		if r.Deal == "" {
			f.part, f.wrong = inDeal, "the deal needs a number or name, so that it can be found again"
			return nil, false
		}
		return f.accept(r), true
	case keys.AskHelp:
		f.help = true
	case keys.Next:
		f.step(1)
	case keys.Prev:
		f.step(-1)
	case keys.Down:
		f.move(1)
	case keys.Up:
		f.move(-1)
	default:
		if in := f.field(); in != nil {
			in.Update(msg)
		} else {
			f.press(key)
		}
	}
	return nil, false
}

// press takes a key among the items.
func (f *recordForm) press(key tea.KeyPressMsg) {
	switch keys.Match(keys.Ticks, false, key) {
	case keys.Tick:
		if items := f.items(); f.item < len(items) {
			f.tick(items[f.item].ID)
		}
	case keys.Left:
		f.turn(-1)
	case keys.Right:
		f.turn(1)
	}
}

// step goes to the next part, all items being one.
func (f *recordForm) step(by part) {
	f.part = (f.part + by + parts) % parts
	if f.part == inItems && len(f.items()) == 0 {
		f.part = (f.part + by + parts) % parts
	}
}

// move goes a line up or down, through the items one by one.
func (f *recordForm) move(by int) {
	n := len(f.items())
	if f.part == inItems && f.item+by >= 0 && f.item+by < n {
		f.item += by
		return
	}
	f.step(part(by))
	if f.part == inItems {
		f.item = 0
		if by < 0 {
			f.item = n - 1
		}
	}
}

func (f *recordForm) tick(id string) {
	if i := slices.Index(f.found, id); i >= 0 {
		f.found = slices.Delete(f.found, i, i+1)
		return
	}
	f.found = append(f.found, id)
}

// ticked counts what is ticked in a checklist.
func (f *recordForm) ticked(l playbook.Checklist) int {
	n := 0
	for _, it := range l.Items {
		if slices.Contains(f.found, it.ID) {
			n++
		}
	}
	return n
}

func (f *recordForm) turn(by int) {
	if n := len(f.lists); n > 0 {
		f.list = (f.list + by + n) % n
		f.item = max(min(f.item, len(f.items())-1), 0)
	}
}
