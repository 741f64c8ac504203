package readout

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/widget"
)

// holds is what a section says by itself, so that one need not write it again.
var holds = map[string]string{
	summary:      "Below it: found, cost, first steps.",
	"coverage":   "Below it: what was looked at, and not.",
	"scores":     "Below it: belief and field, by practice.",
	"cards":      "Below it: the widest blind spots.",
	"findings":   "Below it: every gap, with evidence.",
	"strengths":  "Below it: each strength, with evidence.",
	"funnel":     "Below it: bottleneck, value at stake.",
	"objections": "Below it: the themes heard on calls.",
	"plan":       "Below it: the actions of all phases.",
	"indicators": "Below it: weekly numbers, the reviews.",
	"appendix":   "Below it: checklists, templates, method.",
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t, at := p.Env.Style, p.at()
	c := layout.Screen(p.W, p.H).Cols(3, layout.Fixed(36), layout.Flex(1))
	left := c[0].Rows(0, layout.Fixed(2), layout.Flex(1))
	right := c[1].Rows(0, layout.Fixed(3), layout.Flex(1))
	p.box, p.noteBox = left[1], right[1]
	p.notes.SetSize(right[1].W, right[1].H)
	p.fill()

	title := func(s string, on bool, w int) string {
		look := t.Dim
		if on {
			look = t.Title
		}
		return layout.Fit(look.Render(s)+" "+t.Rule(w-layout.Width(s)-1), w)
	}
	more := holds[at.key]
	if more == "" {
		more = "A section of your own, at the end."
	}
	a := layout.Stack(layout.BlockLines([]string{title("Report", !p.inNote, left[0].W)}, left[0]), layout.Block(p.list.View(left[1].W, left[1].H), left[1]))
	b := layout.Stack(
		layout.BlockLines([]string{title(layout.Clean(at.title), p.inNote, right[0].W), layout.Fit(t.Dim.Render(layout.Cut(more, right[0].W)), right[0].W)}, right[0]),
		layout.Block(p.notes.View(), right[1]),
	)
	return layout.Beside(3, a, b)
}

func (p *Page) Cursor() *tea.Cursor {
	if !p.inNote {
		return nil
	}
	c := p.notes.Cursor()
	if c == nil {
		return nil
	}
	p.View() // the boxes are those of the last drawing
	return widget.CursorAt(c.X+p.noteBox.X, c.Y+p.noteBox.Y)
}
