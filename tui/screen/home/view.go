package home

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(1), layout.Fixed(1), layout.Fixed(1), layout.Fixed(1), layout.Flex(1))
	p.nextY = rows[2].Y
	cols := rows[4].Cols(4, layout.FlexMin(3, 32), layout.FlexMin(4, 42))
	left := layout.BlockLines(p.left(cols[0]), cols[0])
	right := layout.BlockLines(p.right(cols[1]), cols[1])
	return layout.Stack(p.about(p.W), layout.Space(p.W), p.step(p.W), p.lately(p.W), layout.Beside(4, left, right))
}

// about is the engagement in a line.
func (p *Page) about(w int) string {
	t, e := p.Env.Style, p.at.E
	dates := p.at.Phase()
	if e.Started != "" {
		dates = "since " + string(e.Started) + " " + style.Bullet + " " + dates
	}
	name := cmp.Or(layout.Clean(e.Title), "Untitled engagement")
	segment := "  " + layout.Clean(e.Client.Segment)
	if layout.Width(name)+layout.Width(segment)+layout.Width(dates) >= w {
		segment = "" // half of it says nothing
	}
	return layout.Between(t.Text.Render(name)+t.Dim.Render(segment), t.Dim.Render(layout.Clean(dates)), w)
}

// lately is what was done today, else the last time.
func (p *Page) lately(w int) string {
	r := p.Env.Lately
	if r == nil {
		return layout.Space(w)
	}
	when, what := "Today", history.Of(p.at.E).Less(r.Base).String()
	if what == "" {
		when, what = r.Day.Format("On 2 Jan"), r.Last.String()
	}
	if what == "" {
		return layout.Space(w)
	}
	return layout.Fit(p.Env.Style.Dim.Render("  "+layout.Words(when+": "+what, w-2)), w)
}

// step is the next best step, with the key that leads there.
func (p *Page) step(w int) string {
	t := p.Env.Style
	key := ""
	if p.goal() != nil {
		key = t.Key.Render("enter")
	}
	head, text := "  Next  ", t.Text
	if p.sel == 0 {
		head, text = style.Pointer+" Next  ", t.Strong
	}
	line := layout.Between(t.Title.Render(head)+text.Render(layout.Clean(p.next.Text)), key+" ", w)
	if p.sel == 0 {
		return widget.Raise(t, line)
	}
	return line
}

// left is what the method has covered, and what waits.
func (p *Page) left(r layout.Rect) []string {
	t := p.Env.Style
	const label = 10
	lines := []string{t.Title.Render("Coverage") + t.Dim.Render("  done of wanted")}
	for _, x := range p.at.Parts() {
		lines = append(lines, widget.Progress(t, r.W, label, x.Name, x.Done, x.Begun, x.Of))
	}
	lines = append(lines, "", t.Title.Render("Waiting"))
	lines = append(lines, p.waiting(r.W)...)
	if results := p.results(r.W, label); len(lines)+len(results) <= r.H {
		lines = append(lines, results...)
	}
	return lines
}

// results is what came of it so far; in a low window the menu's numbers stand for it.
func (p *Page) results(w, label int) []string {
	t := p.Env.Style
	lines := []string{"", t.Title.Render("Results")}
	row := func(name, value string) {
		lines = append(lines, layout.Fit(t.Text.Render(layout.Fit(name, label))+" "+value, w))
	}
	score := style.Minus
	if s := p.at.Score; s != nil && s.Overall.Score != nil {
		score = strconv.Itoa(int(*s.Overall.Score+0.5)) + " of 100 over " + strconv.Itoa(s.Overall.Practices) + " practices"
	}
	row("Score", t.Text.Render(score))
	row("Findings", t.Text.Render(strconv.Itoa(p.at.Gaps)+" gaps "+style.Bullet+" "+strconv.Itoa(p.at.Strengths)+" strengths"))
	if p.at.Actions > 0 {
		lines = append(lines, widget.Progress(t, w, label, "Plan", p.at.Done, 0, p.at.Actions))
	}
	return lines
}

func (p *Page) waiting(w int) []string {
	t := p.Env.Style
	var lines []string
	add := func(n int, glyph, one, many string) {
		if n > 0 {
			word := many
			if n == 1 {
				word = one
			}
			lines = append(lines, layout.Fit(glyph+" "+t.Text.Render(strconv.Itoa(n)+" "+word), w))
		}
	}
	add(len(p.at.E.Unsettled), t.Warn.Render(style.Warn), "merged field to settle", "merged fields to settle")
	add(p.at.Raw, t.Gap.Render("!"), "gap line to triage", "gap lines to triage")
	add(p.at.Chase, t.Follow.Render("?"), "question to chase", "questions to chase")
	add(p.at.Unproven, t.Warn.Render(style.Ring), "finding without evidence", "findings without evidence")
	add(p.at.Overdue, t.Bad.Render(style.Clock), "action overdue", "actions overdue")
	add(p.at.Milestones, t.Accent.Render(style.Clock), "milestone due this week", "milestones due this week")
	add(p.at.Rounds, t.Accent.Render(style.Clock), "rep to coach this week", "reps to coach this week")
	if len(lines) == 0 {
		lines = append(lines, t.Dim.Render(style.Check+" nothing"))
	}
	return lines
}

// mostSpots is how many blind spots home shows; the scores page has them all.
const mostSpots = 10

// right is the menu of rooms, then what leaders do not see.
func (p *Page) right(r layout.Rect) []string {
	t := p.Env.Style
	var lines []string
	if len(p.rooms) > 0 {
		lines = append(lines, t.Title.Render("Rooms"))
		p.menu = layout.Rect{X: r.X, Y: r.Y + 1, W: r.W}
		cells := layout.Screen(r.W, 1).Cols(2, layout.Flex(1), layout.Flex(1))
		p.cols = len(cells)
		for i := 0; i < len(p.rooms); i += p.cols {
			line := ""
			for c := range p.cols {
				if i+c < len(p.rooms) {
					line += layout.Space(min(c, 1)*2) + p.room(i+c, cells[c].W)
				}
			}
			lines = append(lines, line)
			p.menu.H++
		}
		lines = append(lines, "")
	}
	lines = append(lines, t.Title.Render("Blind spots")+t.Dim.Render("  "+style.Ring+" believed "+style.Dot+" field"))
	spots := p.at.BlindSpots(min(max(r.H-len(lines), 3), mostSpots))
	if len(spots) == 0 {
		return append(lines, t.Dim.Render("none yet: ask leaders and reps alike"))
	}
	longest := 0
	for _, s := range spots {
		longest = max(longest, layout.Width(layout.Clean(s.Name)))
	}
	const least, number = 12, 4 // of the picture, and what stands behind it
	cols := layout.Screen(r.W, 1).Cols(2, layout.Fixed(min(longest, r.W-least-number-4)), layout.Flex(1), layout.Fixed(number))
	for _, s := range spots {
		b, f := s.Belief, s.Field
		n := "+" + strconv.Itoa(int(s.Distance+0.5))
		look := t.Dim
		if s.Clear {
			look = t.Warn
		}
		lines = append(lines, layout.Fit(t.Text.Render(layout.Words(layout.Clean(s.Name), cols[0].W)), cols[0].W)+"  "+
			widget.Dumbbell(t, cols[1].W, &b, &f, 0)+"  "+layout.FitRight(look.Render(n), cols[2].W))
	}
	return lines
}

func (p *Page) room(i, w int) string {
	t, r := p.Env.Style, p.rooms[i]
	line := layout.Between(" "+t.Key.Render(keys.First(r.Go))+" "+t.Text.Render(r.Name), t.Dim.Render(p.count(r.Kind)), w)
	if p.sel == i+1 {
		return widget.Raise(t, strings.Replace(line, " ", style.Pointer, 1))
	}
	return line
}

// count is the one number that says most about a room.
func (p *Page) count(k screen.Kind) string {
	e := p.at.E
	n := 0
	switch k {
	case screen.Stages:
		n = len(e.Stages)
	case screen.People:
		n = len(e.People)
	case screen.Audits:
		n = len(e.Audits)
	case screen.Interviews:
		n = len(e.Interviews)
	case screen.Calls:
		n = len(e.Calls)
	case screen.Funnel:
		n = len(e.Funnels)
	case screen.Triage:
		n = p.at.Raw
	case screen.Findings:
		n = p.at.Gaps + p.at.Strengths
	case screen.Scores:
		if s := p.at.Score; s != nil && s.Overall.Score != nil {
			n = int(*s.Overall.Score + 0.5)
		}
	case screen.Plan:
		if p.at.Actions > 0 {
			return strconv.Itoa(p.at.Done) + "/" + strconv.Itoa(p.at.Actions)
		}
	case screen.MAPs:
		n = len(e.MAPs)
	case screen.Coaching:
		n = len(e.Coaching)
	case screen.Problems:
		for _, x := range p.Env.Now().Problems {
			if !x.Warning {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
