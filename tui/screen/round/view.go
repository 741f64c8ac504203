package round

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// roomy is the height from which the parts have air between them.
const roomy = 28

func (p *Page) View() string {
	t := p.Env.Style
	if !p.known() {
		return layout.Block(t.Dim.Render("This round is not in the file any more; esc goes back, ctrl+z may bring it."), layout.Screen(p.W, p.H))
	}
	air := 0
	if p.H >= roomy {
		air = 1
	}
	top := p.head()
	ask := layout.WrapAtMost(p.ask(p.at), p.W-2, 2)
	sizes := []layout.Size{layout.Fixed(len(top))}
	for i := range part {
		if i == p.at {
			sizes = append(sizes, layout.FlexMin(1, 3+len(ask)))
		} else {
			sizes = append(sizes, layout.Fixed(2))
		}
	}
	rows := layout.Screen(p.W, p.H).Rows(air, sizes...)
	blocks := []string{layout.BlockLines(top, rows[0])}
	for i := range part {
		p.rows[i] = rows[i+1]
		if air > 0 {
			blocks = append(blocks, layout.Space(p.W))
		}
		if i == p.at {
			blocks = append(blocks, p.open(rows[i+1], ask))
		} else {
			blocks = append(blocks, p.folded(i, rows[i+1]))
		}
	}
	return layout.Stack(blocks...)
}

// head is who and when, and what came of the action of the round before.
func (p *Page) head() []string {
	t := p.Env.Style
	r, there := p.record()
	left := t.Strong.Render(layout.Clean(p.who(r.Rep)))
	if r.Coach != "" {
		left += t.Dim.Render(" with ") + t.Text.Render(layout.Clean(p.who(r.Coach)))
	} else {
		left += t.Dim.Render(", no coach said")
	}
	when := t.Text.Render(explain.Day(r.Date))
	if !there {
		when = t.Dim.Render("counts from its first word  ") + when
	}
	lines := []string{layout.Between(left, when, p.W)}
	x := p.last()
	if x == nil {
		return append(lines, t.Dim.Render("No action of a round before to ask about."), "")
	}
	state, look := outcome(*x.Execute, p.Env.Today())
	key := t.Key.Render(guided.Chord(keys.Round, keys.MarkDone))
	if !p.typing {
		key = t.Key.Render("s")
	}
	said := t.Text.Render("Last time: ") + t.Strong.Render(layout.Words(layout.Clean(oneLine(x.Execute.Action)), p.W-layout.Width(state)-24))
	glyph := map[string]string{"good": t.Good.Render(style.Check), "bad": t.Bad.Render(style.Cross), "": t.Dim.Render(style.Ring)}[look]
	return append(lines, layout.Between(glyph+" "+said+t.Dim.Render("  "+state), key, p.W), "")
}

// outcome says what became of an action by a day.
func outcome(x model.Execute, day model.Date) (said, look string) {
	due := explain.Weekday(x.Due)
	switch {
	case x.Done != "" && x.Done.After(x.Due):
		return "done " + explain.Weekday(x.Done) + ", after " + due, "good"
	case x.Done != "":
		return "done " + explain.Weekday(x.Done), "good"
	case x.Due == "":
		return "no day was agreed", ""
	case day.After(x.Due):
		return "due " + due + ", not done", "bad"
	}
	return "due " + due, ""
}

func (p *Page) ask(i int) string {
	if i < len(p.asks) {
		return layout.Clean(p.asks[i])
	}
	return part[i].ask
}

// title is the line of a part: its name, and for the action its day.
func (p *Page) title(i, w int) string {
	t := p.Env.Style
	r, _ := p.record()
	name, right := t.Title.Render(part[i].name), ""
	if i == p.at {
		name = t.Accent.Render(style.Pointer) + " " + name
	} else {
		name = "  " + name
	}
	switch {
	case i == execute && r.Execute != nil && r.Execute.Due != "":
		said, _ := outcome(*r.Execute, p.Env.Today())
		right = t.Text.Render(said)
	case i == execute:
		key := "d"
		if p.typing {
			key = guided.Chord(keys.Round, keys.StepDate)
		}
		right = t.Dim.Render("no day yet ") + t.Key.Render(key)
	case i == clarify:
		for _, id := range follow.Links(r.Clarify) {
			if x := p.Env.Now().Playbook.Practice(id); x != nil {
				right = t.Dim.Render(layout.Words(style.Move+" "+layout.Clean(explain.Or(x.Name, id)), w/2))
			}
		}
	case i == observe && len(p.links()) > 0:
		var names []string
		for _, l := range p.links() {
			names = append(names, layout.Clean(l.Label))
		}
		right = t.Dim.Render(layout.Words(style.Move+" "+strings.Join(names, ", "), w/2))
	}
	return layout.Between(name, right, w)
}

// folded is a part that one is not at: its title and its first line.
func (p *Page) folded(i int, r layout.Rect) string {
	t := p.Env.Style
	x, _ := p.record()
	body := t.Dim.Render(layout.Words(p.ask(i), r.W-4))
	if s := oneLine(text(x, i)); s != "" {
		body = t.Text.Render(layout.Words(layout.Clean(s), r.W-4))
	}
	return layout.BlockLines([]string{p.title(i, r.W), "    " + body}, r)
}

// open is the part that one is at: the question and the note.
func (p *Page) open(r layout.Rect, ask []string) string {
	t := p.Env.Style
	look := t.Border
	if p.typing {
		look = t.BorderOn
	}
	lines := []string{p.title(p.at, r.W)}
	for _, l := range ask {
		lines = append(lines, "  "+t.Dim.Render(l))
	}
	lines = append(lines, look.Render(strings.Repeat(style.Rule, r.W)))
	p.note = layout.Rect{X: 2, Y: r.Y + len(lines), W: r.W - 2, H: max(r.H-len(lines), 1)}
	p.notes.SetSize(p.note.W, p.note.H)
	for _, l := range layout.Lines(p.notes.View()) {
		lines = append(lines, "  "+l)
	}
	return layout.BlockLines(lines, r)
}

func (p *Page) Cursor() *tea.Cursor {
	if !p.typing {
		return nil
	}
	c := p.notes.Cursor()
	if c == nil {
		return nil
	}
	return widget.CursorAt(p.note.X+c.X, p.note.Y+c.Y)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
