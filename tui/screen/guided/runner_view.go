package guided

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Beside is the width from which the list stands beside the question all the time; below, it comes when it has the keyboard.
const Beside = 100

const (
	railWide   = 40
	railNarrow = 36
)

// shape is where things stand.
type shape struct {
	w, h                   int
	head, rail, main       layout.Rect
	card, strip, bar, note layout.Rect // parts of main
}

// drawn is what was drawn and still holds.
type drawn struct {
	ok    bool
	head  string
	rail  []string
	top   []string // of main, above the note
	over  []string // lies over main while one rates
	marks Marks
	empty bool
	parts int
}

// SetSize gives the page its room.
func (r *Runner) SetSize(w, h int) {
	r.shape.w, r.shape.h = w, h
	r.Redraw()
}

// Redraw forgets what was drawn.
func (r *Runner) Redraw() { r.drawn.ok = false }

// place splits the room.
func (r *Runner) place() {
	s := &r.shape
	all := layout.Screen(s.w, s.h)
	gap := 0
	if s.w >= Beside {
		gap = 1 // air
	}
	rows := all.Rows(gap, layout.Fixed(1), layout.Flex(1))
	s.head, s.main, s.rail = rows[0], rows[1], layout.Rect{}
	switch {
	case s.w >= Beside:
		cols := rows[1].Cols(2, layout.Fixed(railWide), layout.Flex(1))
		s.rail, s.main = cols[0], cols[1]
	case r.focus == inList:
		cols := rows[1].Cols(2, layout.Fixed(railNarrow), layout.Flex(1))
		s.rail, s.main = cols[0], cols[1]
	}
	it := r.Item()
	strip, note := 0, 5
	if it.Kind == Rated {
		strip = stripHeight
	}
	if r.more {
		note = 3
	}
	most := s.main.H - 1 - strip - 2*gap - 1 - note
	parts := s.main.Rows(0, layout.Fixed(1), layout.Fixed(max(min(r.cardHeight(), most), 1)), layout.Fixed(gap),
		layout.Fixed(strip), layout.Fixed(gap), layout.Fixed(1), layout.Flex(1))
	s.card, s.strip, s.bar, s.note = parts[1], parts[3], parts[5], parts[6]
	s.note.X++
	s.note.W--
	r.notes.SetSize(s.note.W, s.note.H)
}

func (r *Runner) card(it Item) Card { return Card{it, r.more, r.shape.w >= Beside} }

// cardHeight is the same for all rated items, so that the note stays where it is from one to the next.
func (r *Runner) cardHeight() int {
	w := r.shape.main.W
	height := func(it Item) int { return len(r.card(it).Lines(r.env.Style, w)) + 2 }
	it := r.Item()
	if it.Kind != Rated {
		return height(it)
	}
	most := 0
	for _, x := range r.items {
		if x.Kind == Rated {
			most = max(most, height(x))
		}
	}
	return most
}

// View draws the page. While one types, all but the note is what was drawn before.
func (r *Runner) View() string {
	if !r.drawn.ok {
		r.draw()
	}
	d, s := &r.drawn, &r.shape
	var note []string
	if r.Item().Kind == Panel {
		if p, ok := r.host.(Paneler); ok {
			note = layout.Lines(p.PanelView(s.note.W, s.note.H, r.focus == inNote))
		}
	} else if s.note.H > 0 {
		note = layout.Lines(r.notes.View())
	}
	var b strings.Builder
	b.WriteString(d.head)
	for range s.main.Y - s.head.H {
		b.WriteString("\n" + layout.Space(s.w))
	}
	for y := range s.main.H {
		b.WriteByte('\n')
		if s.rail.W > 0 {
			b.WriteString(d.rail[y])
			b.WriteString("  ")
		}
		switch i := y - len(d.top); {
		case y < len(d.over):
			b.WriteString(d.over[y])
		case i < 0:
			b.WriteString(d.top[y])
		case i < len(note):
			b.WriteString(" " + note[i])
		default:
			b.WriteString(layout.Space(s.main.W))
		}
	}
	return b.String()
}

func (r *Runner) draw() {
	r.place()
	t, s, d, it := r.env.Style, &r.shape, &r.drawn, r.Item()
	d.ok = true
	d.marks, _ = r.notes.Marks(r.notes.Key())
	d.empty, _ = r.notes.Empty(r.notes.Key())
	d.head = layout.Fit(r.host.Head(s.w), s.w)
	d.rail, d.over = nil, nil
	if s.rail.W > 0 {
		d.rail = layout.Lines(r.rail.View(s.rail.W, s.rail.H, r.focus == inList))
	}
	card := r.card(it)
	lines := append([]string{""}, card.Lines(t, s.main.W)...)
	d.parts = 1
	if room := s.card.H; len(lines) > room && room > 0 {
		// What has no room comes in parts, each a whole number of lines.
		d.parts = (len(lines) + room - 1) / room
		r.part = min(r.part, d.parts-1)
		lines = lines[min(r.part*room, len(lines)):]
	}
	main := []string{r.tag(s.main.W, card)}
	main = append(main, layout.Lines(layout.BlockLines(lines, s.card))...)
	main = append(main, blank(s.strip.Y-s.card.Y-s.card.H, s.main.W)...)
	if s.strip.H > 0 {
		main = append(main, Strip(t, it, s.main.W)...)
	}
	main = append(main, blank(s.bar.Y-s.strip.Y-s.strip.H, s.main.W)...)
	d.top = append(main, r.bar(s.main.W))
	if r.asking {
		d.over = append([]string{d.top[0]}, Anchors(t, it, s.main.W)...)
		d.over = append(d.over, t.Rule(s.main.W))
		for len(d.over) < s.strip.Y+s.strip.H-s.main.Y {
			d.over = append(d.over, layout.Space(s.main.W))
		}
		d.over = d.over[:min(len(d.over), s.main.H)]
	}
}

func blank(n, w int) []string {
	var out []string
	for range n {
		out = append(out, layout.Space(w))
	}
	return out
}

// tag is the line over the question: where one is, and what is wrong or folded away.
func (r *Runner) tag(w int, c Card) string {
	t, it := r.env.Style, r.Item()
	n, of := 0, 0
	for i, x := range r.items {
		if x.Kind == Rated {
			if of++; i <= r.at {
				n = of
			}
		}
	}
	name := cmp.Or(it.Tag, it.Name)
	left := t.Title.Render(Words(name, w-20))
	if it.Kind == Rated {
		left = t.Dim.Render(strconv.Itoa(n)+" of "+strconv.Itoa(of)+"  ") + left
	}
	right := ""
	switch more := c.Folded(); {
	case it.Problem != "":
		right = t.Bad.Render(style.Warn + " " + it.Problem)
	case r.drawn.parts > 1:
		right = t.Dim.Render("part "+strconv.Itoa(r.part+1)+" of "+strconv.Itoa(r.drawn.parts)+" ") + t.Key.Render(r.chord(keys.More))
	case more != "":
		right = t.Dim.Render(more+" ") + t.Key.Render(r.chord(keys.More))
	}
	if layout.Width(left)+layout.Width(right)+2 > w-1 {
		left = t.Title.Render(Words(name, w-layout.Width(right)-3))
	}
	return layout.Fit(" "+layout.Between(left, right, w-1), w)
}

// bar is the line between the question and the note: whose note, and its marks.
func (r *Runner) bar(w int) string {
	t, it := r.env.Style, r.Item()
	name := "note"
	switch {
	case it.Kind == Panel:
		name = strings.ToLower(it.Name)
	case it.Kind == Read:
		name = "note of the whole"
	}
	look, hint := t.Border, ""
	switch {
	case it.Kind == Panel && r.focus == inNote, r.Typing() && !r.rail.Finding():
		look = t.BorderOn
	case it.Kind != Panel && r.focus == inList:
		hint = ", enter to type"
	}
	marks := ""
	if it.Kind != Panel {
		marks = ShowMarks(t, r.drawn.marks, 24)
	}
	if marks != "" {
		marks = " " + marks + " "
	}
	if layout.Width(name+hint)+layout.Width(marks)+4 <= w { // the pane itself says it, too
		name += hint
	}
	n := w - layout.Width(name) - layout.Width(marks) - 4
	return look.Render(style.Rule) + t.Dim.Render(" "+name+" ") + look.Render(strings.Repeat(style.Rule, max(n, 0))) +
		marks + look.Render(style.Rule)
}

// chord is how an action is reached now: by a letter in the list, by a chord in the note.
func (r *Runner) chord(a keys.Action) string {
	for _, b := range keys.Of(r.host.Scope(), r.Typing()) {
		if b.Action == a {
			return keys.Shown(b.Keys[0])
		}
	}
	return keys.First(a)
}
