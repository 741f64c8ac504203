package reviews

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// headH is the day, the steps and a line of air.
const headH = 3

var stepNames = [stepCount]string{"Done", "Moved", "Rated again", "Wins, expand", "Note", "Next"}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1))
	body := rows[1]
	var s string
	switch p.step {
	case stepWords:
		parts := body.Rows(0, layout.Flex(1), layout.Fixed(4))
		s = layout.Stack(p.words.View(parts[0].W, parts[0].H), layout.BlockLines(p.wordDetail(parts[1].W), parts[1]))
	case stepNote:
		parts := body.Rows(0, layout.Flex(1), layout.Fixed(1))
		p.noteBox = parts[0]
		p.notes.SetSize(parts[0].W, parts[0].H)
		hint := p.Env.Style.Key.Render(keys.Shown("enter")) + p.Env.Style.Dim.Render(" writes; it stands in the exported review, without its > and ? lines")
		if p.inNote {
			hint = p.Env.Style.Dim.Render("esc leaves the note; it is kept as you type")
		}
		s = layout.Stack(layout.Block(p.notes.View(), parts[0]), layout.Fit(hint, p.W))
	default:
		s = p.doc.View(body.W, body.H)
	}
	return layout.Stack(layout.BlockLines(p.head(), rows[0]), s)
}

// head is the day and the steps.
func (p *Page) head() []string {
	t, r := p.Env.Style, p.known[p.day]
	var days []string
	for _, d := range review.Days() {
		mark := " "
		if p.row(d) >= 0 {
			mark = t.Good.Render(style.Check)
		}
		name := strconv.Itoa(d)
		if d == p.day {
			days = append(days, t.Accent.Bold(true).Render("[Day "+name+"]")+mark)
		} else {
			days = append(days, t.Dim.Render(" Day "+name+" ")+mark)
		}
	}
	right := t.Dim.Render("computing…")
	if r != nil {
		right = t.Dim.Render("plan as of ") + t.Text.Render(explain.Day(r.On))
		if !r.Written {
			right += t.Dim.Render(" " + style.Bullet + " not written yet")
		}
	}
	var steps []string
	for i, name := range stepNames {
		name = strconv.Itoa(i+1) + " " + name
		if i == p.step {
			steps = append(steps, t.Accent.Bold(true).Render("["+name+"]"))
		} else {
			steps = append(steps, t.Dim.Render(" "+name+" "))
		}
	}
	return []string{layout.Between(strings.Join(days, ""), right, p.W), layout.Fit(strings.Join(steps, ""), p.W), ""}
}

func (p *Page) Cursor() *tea.Cursor {
	if !p.inNote {
		return nil
	}
	c := p.notes.Cursor()
	if c == nil {
		return nil
	}
	p.View() // the box is that of the last drawing
	return widget.CursorAt(c.X+p.noteBox.X, c.Y+p.noteBox.Y)
}
