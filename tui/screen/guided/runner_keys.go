package guided

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// Update takes what the page has no use for itself.
func (r *Runner) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.key(msg)
	case tea.PasteMsg:
		switch {
		case r.rail.Finding():
			r.rail.Type(msg)
			r.follow()
		case r.focus == inNote:
			r.asking = false
			return r.write(msg)
		}
	case tea.MouseMsg:
		r.mouse(msg)
	}
	return nil
}

func (r *Runner) key(msg tea.KeyPressMsg) tea.Cmd {
	a := screen.Key(r.host, msg)
	deaf := r.deaf
	r.deaf = false
	switch {
	case deaf && len(msg.Text) == 1 && msg.Text >= "0" && msg.Text <= "9":
		r.env.Say("nothing to rate here")
		return nil
	case r.asking:
		return r.answer(a, msg)
	case r.rail.Finding():
		r.search(a, msg)
		return nil
	}
	if p, ok := r.host.(Paneler); ok && r.focus == inNote && r.Item().Kind == Panel && p.PanelDo(a) {
		r.Redraw()
		return nil
	}
	switch a {
	case keys.None:
		if r.focus == inNote {
			return r.write(msg)
		}
	case keys.NextItem:
		r.goTo(r.at + 1)
	case keys.PrevItem:
		r.goTo(r.at - 1)
	case keys.Rate:
		r.ask()
	case keys.MakeFinding:
		r.capture()
	case keys.Skip:
		r.skip()
	case keys.More:
		r.unfold()
	case keys.Filter:
		r.leaveNote()
		r.setFocus(inList)
		r.rail.Find()
	case keys.Open:
		r.setFocus(inNote)
	case keys.Next, keys.Prev:
		r.leaveNote()
		if r.focus == inNote {
			r.setFocus(inList)
		} else {
			r.setFocus(inNote)
		}
	case "0", "1", "2", "3", "4", "na":
		r.rate(a)
	default:
		if r.focus == inList && r.rail.Do(a) {
			r.follow()
		}
	}
	return nil
}

// write gives a key or a paste to the note.
func (r *Runner) write(msg tea.Msg) tea.Cmd {
	if r.Item().Kind == Panel {
		return nil
	}
	cmd, used := r.notes.Update(msg)
	if used {
		r.host.Touched()
		r.typed()
	}
	return cmd
}

// typed draws anew what depends on the note: nothing, mostly.
func (r *Runner) typed() {
	m, _ := r.notes.Marks(r.notes.Key())
	empty, _ := r.notes.Empty(r.notes.Key())
	if m != r.drawn.marks || empty != r.drawn.empty {
		r.Redraw()
	}
}

// ask waits for a digit.
func (r *Runner) ask() {
	if r.Item().Kind != Rated {
		r.env.Say("nothing to rate here")
		r.deaf = r.Typing()
		return
	}
	r.asking = true
	r.Redraw()
}

// answer takes the key after ctrl+r. A letter that means nothing here was meant for the note, and goes there.
func (r *Runner) answer(a keys.Action, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case a == keys.None && len(msg.Text) == 1 && msg.Text >= "5" && msg.Text <= "9":
		r.env.Say("a rating is 0 to 4")
		r.warned = true
		return nil
	case a == keys.None:
		r.asking = false
		r.Redraw()
		if r.focus == inNote && msg.Text != "" {
			return r.write(msg)
		}
		return nil
	}
	r.asking = false
	r.Redraw()
	if r.warned {
		r.env.Say("")
		r.warned = false
	}
	r.rate(a)
	return nil
}

// rate records a digit, na, or nothing any more.
func (r *Runner) rate(a keys.Action) {
	it := r.Item()
	if it.Kind != Rated {
		r.env.Say("nothing to rate here")
		return
	}
	fields := []any{"rating", nil}
	step := "clear rating"
	switch n, err := strconv.Atoi(string(a)); {
	case err == nil && n >= 0 && n <= 4:
		fields, step = []any{"rating", n}, "rate "+string(a)
	case a == "na":
		step = "not applicable"
	case a != keys.Remove:
		return
	}
	if na := a == "na"; na != it.NA {
		fields = append(fields, "na", na)
	}
	if it.Skipped {
		fields = append(fields, "skipped", nil)
	}
	r.host.Touched()
	r.Set(step, fields...)
}

// skip says that a question was not asked, and goes on; on a skipped one it takes that back.
func (r *Runner) skip() {
	it := r.Item()
	if it.Kind == Rated && r.env.Book != nil {
		if it.Skipped {
			r.Set("ask after all", "skipped", nil)
			return
		}
		if !it.Recorded() {
			r.Set("skip question", "skipped", true)
		}
	}
	r.goTo(r.at + 1)
}

// unfold shows the probes, then the next part of what has no room, then folds all again.
func (r *Runner) unfold() {
	switch {
	case r.part+1 < r.drawn.parts:
		r.part++
	case r.part > 0:
		r.part, r.more = 0, false
	default:
		r.more = !r.more
	}
	r.Redraw()
}

func (r *Runner) capture() {
	r.Settle()
	it := r.Item()
	d := Draft{In: r.host.Ref(it.NoteKey), Practice: it.Practice, Stage: r.host.Stage()}
	if it.Kind != Panel {
		d.Line = Meant(r.env, d.In, r.notes.Editor())
	}
	Capture(r.env, d)
}

// search takes a key for the filter of the list.
func (r *Runner) search(a keys.Action, msg tea.Msg) {
	switch a {
	case keys.Open:
		r.rail.Leave()
		r.follow()
		r.setFocus(inNote)
		return
	case keys.None:
		r.rail.Type(msg)
	default:
		r.rail.Do(a)
	}
	r.follow()
}

// follow shows the item that is selected in the list.
func (r *Runner) follow() {
	if i := r.find(r.rail.Key()); i >= 0 && i != r.at {
		r.goTo(i)
	}
	r.Redraw()
}

func (r *Runner) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	s := &r.shape
	switch {
	case r.asking:
	case s.rail.Has(m.X, m.Y):
		if r.rail.Mouse(msg, m.Y-s.rail.Y) {
			r.rail.Leave()
			r.follow()
		}
		r.Redraw()
	case s.note.Has(m.X, m.Y) && r.Item().Kind != Panel:
		if _, click := msg.(tea.MouseClickMsg); click && m.Button == tea.MouseLeft {
			r.setFocus(inNote)
		}
		r.notes.Editor().Mouse(msg, m.X-s.note.X, m.Y-s.note.Y)
	}
}

func moved(c *tea.Cursor, by layout.Rect) *tea.Cursor {
	if c == nil {
		return nil
	}
	c.X += by.X
	c.Y += by.Y
	return c
}
