package call

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// wideEnough is where the rubric has room for the moments, and the page for air.
const wideEnough = 100

// shape splits the page: the head, the rubric at the left, the item with its answer, and the note.
func (p *Page) shape() (head, rail, card, bar, note layout.Rect) {
	gap, side, ask := 0, 27, 8
	if p.W >= wideEnough {
		gap, side, ask = 1, 40, 6
	}
	rows := layout.Screen(p.W, p.H).Rows(gap, layout.Fixed(1), layout.Flex(1))
	cols := rows[1].Cols(2, layout.Fixed(side), layout.Flex(1))
	main := cols[1].Rows(0, layout.Fixed(ask), layout.Fixed(gap), layout.Fixed(1), layout.Flex(1))
	return rows[0], cols[0], main[0], main[2], main[3]
}

func (p *Page) Cursor() *tea.Cursor {
	if !p.inNote || p.asking || p.c == nil {
		return nil
	}
	c := p.notes.Cursor()
	if c != nil {
		_, _, _, _, note := p.shape()
		c.X, c.Y = c.X+note.X, c.Y+note.Y
	}
	return c
}

// View draws the page. While one types, all but the note is what was drawn before.
func (p *Page) View() string {
	if p.c == nil {
		return layout.Block(p.Env.Style.Dim.Render("This call is no longer there. Undo brings back one that was deleted here."),
			layout.Screen(p.W, p.H))
	}
	head, rail, card, bar, note := p.shape()
	p.railBox, p.noteBox = rail, note
	p.notes.SetSize(note.W, note.H)
	if p.top == nil {
		p.drawn, _ = p.notes.Marks(p.id)
		p.top = []string{p.head(head.W), p.list.View(rail.W, rail.H), layout.BlockLines(p.card(card.W, card.H), card), p.bar(bar.W)}
	}
	parts := []string{p.top[2]}
	if bar.Y > card.Y+card.H {
		parts = append(parts, layout.Space(card.W))
	}
	parts = append(parts, p.top[3], layout.Block(p.notes.View(), layout.Screen(note.W, note.H)))
	body := layout.Beside(2, p.top[1], layout.Stack(parts...))
	if rail.Y > 1 {
		return layout.Stack(p.top[0], layout.Space(p.W), body)
	}
	return layout.Stack(p.top[0], body)
}

// head is the clock, and how far the review is.
func (p *Page) head(w int) string {
	t := p.Env.Style
	look, word := t.Dim, "stopped"
	if p.clock.on {
		look, word = t.Title, "running"
	}
	at := p.clock.at()
	left := look.Render(style.Clock + " " + string(at))
	if length, ok := p.c.Length.Seconds(); ok {
		left += t.Dim.Render(" of " + string(p.c.Length))
		if now, _ := at.Seconds(); now <= length {
			left += t.Text.Render("  " + string(model.ClockAt(length-now)) + " left")
		} else {
			left += t.Warn.Render("  past the end")
		}
	}
	left += "  " + look.Render(word)
	n, of := p.answered()
	right := "rubric " + strconv.Itoa(n) + "/" + strconv.Itoa(of)
	if n == of && of > 0 {
		right = t.Good.Render(right + " " + style.Check)
	} else {
		right = t.Text.Render(right)
	}
	right += t.Dim.Render("  objections ") + t.Text.Render(strconv.Itoa(len(p.c.Objections)))
	if p.c.Library {
		right += t.Accent.Render("  library")
	}
	return layout.Between(left, right, w)
}

// card is the selected item: what to look for, and the answer.
func (p *Page) card(w, h int) []string {
	t, x := p.Env.Style, p.at()
	var lines []string
	add := func(look func(...string) string, s string, most int) {
		for _, l := range layout.WrapAtMost(layout.Clean(s), w, most) {
			lines = append(lines, look(l))
		}
	}
	switch {
	case x.unknown != "":
		add(t.Strong.Render, "#"+x.unknown+" is no theme of the playbook", 2)
		add(t.Dim.Render, "It is not counted. Enter in the rubric, or ctrl+o on its line, shows the themes.", h-2)
		return lines
	case x.objection != nil:
		add(t.Strong.Render, "Objection: "+p.theme(x.objection.Theme), 2)
		add(t.Quote.Render, x.objection.Quote, h-3)
		if x.objection.At != "" {
			add(t.Stamp.Render, "at "+string(x.objection.At), 1)
		}
		return lines
	case x.check == nil:
		return []string{t.Dim.Render("The playbook has no rubric for calls.")}
	}
	ask := (h - 2) / 2
	add(t.Strong.Render, x.check.Ask, ask)
	add(t.Dim.Render, x.check.LookFor, h-2-len(lines))
	for len(lines) < h-2 {
		lines = append(lines, "")
	}
	remark := ""
	if x.answer != nil && x.answer.Note != "" {
		remark = t.Dim.Render(style.Bullet+" ") + t.Text.Render(layout.Clean(x.answer.Note))
	}
	return append(lines, p.strip(x, w), layout.Fit(remark, w))
}

// strip is the four answers; the keys stand there when the next letter is one of them.
func (p *Page) strip(x row, w int) string {
	t := p.Env.Style
	value, at := "", ""
	if x.answer != nil {
		value = string(x.answer.Result)
		if x.answer.At != "" {
			at = t.Stamp.Render("at " + layout.Clean(string(x.answer.At)))
		}
	}
	options := []widget.Option{
		{Value: "yes", Label: "yes", Key: "y"},
		{Value: "partly", Label: "partly", Key: "p"},
		{Value: "no", Label: "no", Key: "n"},
		{Value: "na", Label: "n/a", Key: "a"},
	}
	head := ""
	if p.asking {
		head = t.Title.Render("Answer? ")
	}
	for i := range options {
		if options[i].Value == value {
			options[i].Glyph = style.Result(value)
		}
		if p.inNote && !p.asking {
			options[i].Key = ""
		}
	}
	room := w - layout.Width(head) - layout.Width(at)
	return head + widget.Choice(t, room, options, value) + at
}

// bar heads the note: the marks in it, and which pane has the keyboard.
func (p *Page) bar(w int) string {
	t := p.Env.Style
	head, edge := t.Dim.Render("Note "), t.Border
	if p.inNote {
		head, edge = t.Title.Render("Note "), t.BorderOn
	}
	marks := guided.ShowMarks(t, p.drawn, 20)
	for _, x := range p.rows {
		if x.unknown != "" { // said where one types; the list at the side may be scrolled
			marks = t.Warn.Render("#"+guided.Words(x.unknown, 16)+" unknown, ctrl+o on its line") + "  " + marks
			break
		}
	}
	if marks != "" {
		marks = " " + marks
	}
	return head + edge.Render(strings.Repeat(style.Rule, max(w-layout.Width(head)-layout.Width(marks), 0))) + marks
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	_, click := msg.(tea.MouseClickMsg)
	p.top = nil
	switch {
	case p.c == nil:
	case p.noteBox.Has(m.X, m.Y):
		ed := p.notes.Editor()
		if w, ok := msg.(tea.MouseWheelMsg); ok {
			ed.Wheel(map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[w.Button])
		} else if click {
			p.focus(true)
			ed.Click(m.X-p.noteBox.X, m.Y-p.noteBox.Y)
		}
	case p.railBox.Has(m.X, m.Y):
		p.list.Mouse(msg, m.Y-p.railBox.Y)
	}
}
