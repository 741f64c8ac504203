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

// wideEnough is where the rubric has room for the moments, and the page for air; besideW is where the transcript has a
// place of its own beside the note.
const (
	wideEnough = 100
	besideW    = 108
)

// shape is where things stand: the head, the rubric at the left, the item with its answer, and under it the note, the
// transcript, or both, each with its bar.
type shape struct {
	head, rail, card     layout.Rect
	noteBar, note        layout.Rect
	scriptBar, script    layout.Rect
	withNote, withScript bool
}

func (p *Page) shape() shape {
	gap, side, ask := 0, 27, 8
	if p.W >= wideEnough {
		gap, side, ask = 1, 40, 6
	}
	s := shape{withNote: !p.second, withScript: p.c.Transcript != ""}
	if s.withNote && s.withScript && !p.beside() {
		s.withNote, s.withScript = !p.reads, p.reads
	} else if s.withNote && s.withScript {
		side = 30
	}
	rows := p.room().Rows(gap, layout.Fixed(1), layout.Flex(1))
	cols := rows[1].Cols(2, layout.Fixed(side), layout.Flex(1))
	main := cols[1].Rows(0, layout.Fixed(ask), layout.Fixed(gap), layout.Flex(1))
	s.head, s.rail, s.card = rows[0], cols[0], main[0]
	under := func(r layout.Rect) (bar, body layout.Rect) {
		both := r.Rows(0, layout.Fixed(1), layout.Flex(1))
		return both[0], both[1]
	}
	text := []layout.Rect{main[2], main[2]}
	if s.withNote && s.withScript {
		text = main[2].Cols(2, layout.Flex(1), layout.Flex(1))
	}
	s.noteBar, s.note = under(text[0])
	s.scriptBar, s.script = under(text[1])
	return s
}

func (p *Page) Cursor() *tea.Cursor {
	if p.file.IsOpen() {
		return p.file.Cursor(p.W)
	}
	if p.c == nil || !p.Typing() {
		return nil
	}
	s := p.shape()
	if p.at == scripted {
		return widget.CursorAt(s.script.X+p.script.cursorX(s.script.W), s.script.Y)
	}
	c := p.notes.Cursor()
	if c != nil {
		c.X, c.Y = c.X+s.note.X, c.Y+s.note.Y
	}
	return c
}

// View draws the page. While one types, all but the note is what was drawn before.
func (p *Page) View() string {
	switch {
	case p.file.IsOpen():
		return p.file.View(p.W, p.H)
	case p.c == nil:
		return layout.Block(p.Env.Style.Dim.Render("This call is no longer there. Undo brings back one that was deleted here."), p.room())
	}
	s := p.shape()
	p.boxes = s
	p.notes.SetSize(s.note.W, s.note.H)
	if p.top == nil {
		p.drawn, _ = p.notes.Marks(p.id)
		p.top = []string{p.head(s.head.W), p.list.View(s.rail.W, s.rail.H), layout.BlockLines(p.card(s.card.W, s.card.H), s.card), p.bar(s.noteBar.W), p.scriptView(s)}
	}
	parts := []string{p.top[2]}
	if s.noteBar.Y > s.card.Y+s.card.H {
		parts = append(parts, layout.Space(s.card.W))
	}
	note := ""
	if s.withNote {
		note = layout.Stack(p.top[3], layout.Block(p.notes.View(), layout.Screen(s.note.W, s.note.H)))
	}
	switch {
	case s.withNote && s.withScript:
		parts = append(parts, layout.Beside(2, note, p.top[4]))
	case s.withNote:
		parts = append(parts, note)
	default:
		parts = append(parts, p.top[4])
	}
	body := layout.Beside(2, p.top[1], layout.Stack(parts...))
	if s.rail.Y > 1 {
		return layout.Stack(p.top[0], layout.Space(p.W), body)
	}
	return layout.Stack(p.top[0], body)
}

// scriptView is the transcript under its bar. The second rater, without one, reads what this is about.
func (p *Page) scriptView(s shape) string {
	if !s.withScript && !p.second {
		return ""
	}
	t := p.Env.Style
	if !s.withScript {
		return layout.Stack(t.Rule(s.scriptBar.W), words(t.Dim.Render,
			"The first review, its note and the objections are hidden, so that both rate on their own. 2 ends this and compares the two.", s.script))
	}
	head, edge := t.Dim.Render("Transcript "), t.Border
	if p.at == scripted {
		head, edge = t.Title.Render("Transcript "), t.BorderOn
	}
	bar := head + edge.Render(strings.Repeat(style.Rule, max(s.scriptBar.W-layout.Width(head), 0)))
	if p.c.Transcript != p.script.rel { // undo brought another one; it is read with the next key
		return layout.Stack(bar, words(t.Dim.Render, "Reading "+p.c.Transcript+"…", s.script))
	}
	who := func(name string) string { return speaker(p.script.who(p.Env, name), name) }
	return layout.Stack(bar, p.script.view(s.script.W, s.script.H, who, p.at == scripted))
}

// speaker is how the transcript shows one: as it calls them, and who they are.
func speaker(who, name string) string {
	switch {
	case name == "":
		return "(no name)"
	case who == name:
		return name
	}
	return name + " " + style.Bullet + " " + who
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
	if length, ok := p.length(); ok {
		left += t.Dim.Render(" of " + string(model.ClockAt(length)))
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
	if p.second {
		return layout.Between(left, t.Warn.Render("second rater ")+t.Text.Render(guided.Words(p.c.Second.By, 20))+"  "+right, w)
	}
	right += t.Dim.Render("  objections ") + t.Text.Render(strconv.Itoa(len(p.c.Objections)))
	if w >= wideEnough {
		right += "  " + consent(t, p.c)
	}
	if p.c.Library {
		right += t.Accent.Render("  library")
	}
	return layout.Between(left, right, w)
}

// bar heads the note: the marks in it, and which pane has the keyboard.
func (p *Page) bar(w int) string {
	t := p.Env.Style
	head, edge := t.Dim.Render("Note "), t.Border
	if p.at == noted {
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

// consent says whether those on the call agreed to it.
func consent(t *style.Theme, c *model.Call) string {
	if c.Consent != "" {
		return t.Dim.Render("consent " + style.Check)
	}
	return t.Warn.Render("no consent noted")
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	_, click := msg.(tea.MouseClickMsg)
	p.top = nil
	box := p.boxes
	switch {
	case p.c == nil:
	case box.withNote && box.note.Has(m.X, m.Y):
		if click {
			p.focus(noted)
		}
		p.notes.Editor().Mouse(msg, m.X-box.note.X, m.Y-box.note.Y)
	case box.withScript && box.script.Has(m.X, m.Y):
		if click {
			p.focus(scripted)
		}
		p.script.mouse(msg, m.Y-box.script.Y, box.script.H)
	case box.rail.Has(m.X, m.Y):
		if click {
			p.focus(rubric)
		}
		p.list.Mouse(msg, m.Y-box.rail.Y)
	}
}
