package triage

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/style"
)

// wideEnough is where the line's surroundings stand beside the list and not below it.
const wideEnough = 104

// split gives the parts of the page: the head, the list, and what stood around the line.
func (p *Page) split() (head, list, around layout.Rect) {
	rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(1), layout.Fixed(1), layout.Flex(1))
	if p.W >= wideEnough {
		cols := rows[2].Cols(3, layout.Flex(6), layout.Flex(5))
		return rows[0], cols[0], cols[1]
	}
	parts := rows[2].Rows(1, layout.FlexMin(2, 5), layout.Fixed(11))
	return rows[0], parts[0], parts[1]
}

func (p *Page) Cursor() *tea.Cursor {
	_, list, _ := p.split()
	c := p.tab().list.Cursor(list.W)
	if c != nil {
		c.X, c.Y = c.X+list.X, c.Y+list.Y
	}
	return c
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t := p.tab()
	head, list, around := p.split()
	t.box = list
	queue := t.list.View(list.W, list.H)
	what := layout.BlockLines(p.around(around.W), around)
	if p.W >= wideEnough {
		return layout.Stack(p.head(head.W), layout.Space(head.W), layout.Beside(3, queue, what))
	}
	rule := p.Env.Style.Rule(p.W)
	return layout.Stack(p.head(head.W), layout.Space(head.W), queue, rule, what)
}

// head names the two tabs with what is open in each, and says how far this one is.
func (p *Page) head(w int) string {
	t := p.Env.Style
	name := func(on bool, mark, label string, n int) string {
		s := mark + " " + label + " " + strconv.Itoa(n)
		if on {
			return t.Here.Underline(true).Render(s)
		}
		return t.Dim.Render(s)
	}
	left := name(!p.chasing, "!", "Gap lines", p.gaps.open) + "    " + name(p.chasing, "?", "Follow-ups", p.chase.open)
	x, word := p.tab(), "triaged"
	if p.chasing {
		word = "done"
	}
	right := ""
	if x.all > 0 {
		right = strconv.Itoa(x.all-x.open) + " of " + strconv.Itoa(x.all) + " " + word
		if x.open == 0 {
			right = t.Good.Render(style.Check + " " + right)
		} else {
			right = t.Dim.Render(right)
		}
	}
	return layout.Between(left, right, w)
}

// around is what one needs to remember what the line meant: who, what was asked, and the lines before and after.
func (p *Page) around(w int) []string {
	t, l := p.Env.Style, p.at()
	if l == nil {
		return nil
	}
	var lines []string
	who := t.Strong.Render(layout.Clean(l.Who))
	if l.Detail != "" {
		who += t.Dim.Render(", " + layout.Clean(l.Detail))
	}
	if l.Value != "" {
		who += t.Dim.Render(" " + style.Bullet + " " + l.Value)
	}
	lines = append(lines, layout.Wrap(who, w)...)
	for _, s := range layout.WrapAtMost(layout.Clean(l.Ask), w, 3) {
		lines = append(lines, t.Dim.Render(s))
	}
	lines = append(lines, "")
	before, after := l.Around(2)
	for _, s := range before {
		lines = append(lines, p.noted(s, w)...)
	}
	lines = append(lines, p.itself(l, w)...)
	for _, s := range after {
		lines = append(lines, p.noted(s, w)...)
	}
	return append(lines, p.becomes(l, w)...)
}

// noted is a neighbouring line, in its colour but quiet: at most two rows.
func (p *Page) noted(s string, w int) []string {
	var lines []string
	for _, r := range layout.WrapAtMost(layout.Clean(s), w-2, 2) {
		lines = append(lines, "  "+p.Env.Style.Dim.Render(r))
	}
	return lines
}

func (p *Page) itself(l *evidence.Line, w int) []string {
	t, mark := p.Env.Style, "!"
	if p.chasing {
		mark = "?"
	}
	text := l.Text
	if l.NoteLine.At != "" {
		text = "[" + string(l.NoteLine.At) + "] " + text
	}
	var lines []string
	for i, r := range layout.Wrap(layout.Clean(text), w-2) {
		head := "  "
		if i == 0 {
			head = t.Note(mark).Render(mark) + " "
		}
		lines = append(lines, head+t.Note(mark).Render(r))
	}
	return lines
}

// becomes says what the line would fall under, what is there already of the same practice, and when it was done.
func (p *Page) becomes(l *evidence.Line, w int) []string {
	t := p.Env.Style
	var out []string
	add := func(s string) {
		for _, r := range layout.Wrap(layout.Clean(s), w) {
			out = append(out, t.Dim.Render(r))
		}
	}
	if l.Fate != nil && l.Fate.Done != "" {
		add("done " + string(l.Fate.Done))
	}
	if x := p.like(); x != nil {
		said := ""
		if x.Finding != nil {
			said = "the finding “" + x.Finding.Label() + "”"
		} else {
			said = "“" + x.Line.Text + "”, " + x.Line.Who
		}
		for _, r := range layout.WrapAtMost("= looks like: "+layout.Clean(said), w, 2) {
			out = append(out, t.Accent.Render(r))
		}
	}
	if !p.chasing && l.Practice != "" {
		p.beside(l, add)
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}

// beside names the practice of a line, and the findings there.
func (p *Page) beside(l *evidence.Line, add func(string)) {
	add("Practice: " + capture.PracticeName(p.Env, l.Practice))
	for _, f := range capture.Ordered(p.Env) {
		if f.Practice == l.Practice && f.Status != model.Dismissed {
			add(style.Bullet + " a finding there: " + f.Label())
		}
	}
}
