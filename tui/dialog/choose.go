package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Option is one thing to choose: its value, its name, and a word more.
type Option struct{ Value, Label, Detail string }

// Choose asks for one of a list. Typing narrows it.
type Choose struct {
	Title   string
	Options []Option
	Value   string // where the selection begins
	Enter   string // what enter does; absent: choose
	Then    func(value string) tea.Cmd

	list  *widget.List
	width int
	help  bool
}

func (c *Choose) Scope() keys.Scope { return keys.Dialog }
func (c *Choose) Typing() bool      { return true }

func (c *Choose) Update(msg tea.Msg) (tea.Cmd, bool) {
	if c.list == nil {
		return nil, false
	}
	if _, ok := msg.(tea.KeyPressMsg); ok && c.help {
		c.help = false
		if a := match(msg); a == keys.AskHelp || a == keys.Cancel {
			return nil, false
		}
	}
	if typed(msg) {
		c.list.Type(msg)
		return nil, false
	}
	if m, ok := msg.(tea.MouseMsg); ok {
		if c.list.Mouse(m, m.Mouse().Y-frameY) {
			return c.accept()
		}
		return nil, false
	}
	switch a := match(msg); a {
	case keys.Accept:
		return c.accept()
	case keys.Cancel:
		return nil, true
	case keys.AskHelp:
		c.help = true
	case keys.None:
		c.list.Type(msg)
	default:
		c.list.Do(a)
	}
	return nil, false
}

func (c *Choose) accept() (tea.Cmd, bool) {
	i := c.list.Index()
	if i < 0 {
		return nil, false
	}
	return answer(func() tea.Cmd { return c.Then(c.Options[i].Value) })
}

func (c *Choose) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	if c.list == nil {
		c.open(th)
	}
	w, h = room(w, h, c.width)
	if c.help {
		return helpFor(th, c.Title, "Type to find; ↑ and ↓ move.", or(c.Enter, "choose"), nil, w, h), nil
	}
	box := c.list.View(w, min(h, len(c.Options)+1, 16))
	cur := c.list.Cursor(w)
	if cur != nil {
		cur.X += frameX
		cur.Y += frameY
	}
	return Frame(th, c.Title, layout.Lines(box), enters(keys.Footer(keys.Dialog, true), or(c.Enter, "choose")), w), cur
}

func (c *Choose) open(th *style.Theme) {
	cols := []widget.Column{{}}
	label, detail := 0, 0
	for _, o := range c.Options {
		label, detail = max(label, layout.Width(layout.Clean(o.Label))), max(detail, layout.Width(o.Detail))
	}
	label, detail = min(label, 76), min(detail, 28)
	const around = 6 // the pointer, and between the columns
	c.width = max(64, around+label+detail)
	if detail > 0 { // what tells the options apart goes before what is said of them
		cols = append(cols, widget.Column{Width: detail, Drop: around + min(label, 56) + detail})
	}
	c.list = widget.NewList(th, cols...)
	c.list.SetRows(widget.Rows{
		N:   len(c.Options),
		Key: func(i int) string { return c.Options[i].Value },
		Cell: func(i, col int) string {
			if col == 1 {
				return th.Dim.Render(layout.Clean(c.Options[i].Detail))
			}
			return layout.Clean(c.Options[i].Label)
		},
		Text: func(i int) string { return c.Options[i].Label + " " + c.Options[i].Detail },
	})
	c.list.AskFilter()
	c.list.Select(c.Value)
}
