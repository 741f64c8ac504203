package findings

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// wideEnough and highEnough are where the matrix finds room below the list, which keeps the whole width.
const (
	wideEnough = 110
	highEnough = 34
	matrixW    = 46
	matrixH    = 19
	detailH    = 7
	// leastPicture is the least height at which the matrix has its axes.
	leastPicture = 14
)

var columns = []widget.Column{
	{Title: "#", Width: 2, Right: true},
	{Title: "Finding"},
	{Title: "Practice", Width: 22, Drop: 134},
	{Title: "Stage", Width: 14, Drop: 150},
	{Title: "Tag", Width: 10, Drop: 96},
	{Title: "I × E", Width: 7, Right: true},
	{Title: "Pr", Width: 3, Right: true},
	{Title: "Quadrant", Width: 9, Drop: 100},
	{Title: "Ev", Width: 2, Right: true, Drop: 90},
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	if r.f == nil {
		if col == 0 {
			return "  " + r.heading
		}
		return ""
	}
	dim := t.Dim.Render
	switch col {
	case 0:
		return dim(strconv.Itoa(r.number))
	case 1:
		title := layout.Clean(r.f.Label())
		switch {
		case r.f.Status == "accepted":
			return t.Good.Render(style.Check) + " " + title
		case r.f.Status == "dismissed":
			return dim(style.Cross + " " + title)
		case !r.f.IsGap():
			return t.Good.Render("+") + " " + title
		}
		return dim(style.Ring) + " " + title
	case 2:
		return dim(layout.Clean(capture.PracticeName(p.Env, r.f.Practice)))
	case 3:
		return dim(layout.Clean(capture.StageName(p.Env, r.f.Stage)))
	case 4:
		return dim(layout.Clean(string(r.f.Tag)))
	case 8:
		if n := len(r.f.Evidence); n > 0 {
			return strconv.Itoa(n)
		}
		return t.Warn.Render(style.Minus)
	}
	if r.s == nil || !r.s.Gap {
		return ""
	}
	switch col {
	case 5:
		return capture.Grade(r.s.Impact, r.s.ImpactFrom) + dim("×") + capture.Grade(r.s.Ease, r.s.EaseFrom)
	case 6:
		if r.s.Priority != nil {
			return t.Strong.Render(strconv.Itoa(*r.s.Priority))
		}
	case 7:
		if r.s.Quadrant != nil {
			return string(*r.s.Quadrant)
		}
	}
	return ""
}

func (p *Page) wide() bool { return p.W >= wideEnough && p.H >= highEnough }

// pictureOnly says whether the matrix stands in the place of the list.
func (p *Page) pictureOnly() bool { return p.matrix && !p.wide() }

func (p *Page) Cursor() *tea.Cursor {
	if !p.list.Filtering() {
		return nil
	}
	return p.list.Cursor(p.W)
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	all := layout.Screen(p.W, p.H)
	if p.list.Total() == 0 {
		return p.list.View(p.W, p.H)
	}
	if p.wide() {
		rows := all.Rows(0, layout.Flex(1), layout.Fixed(1), layout.Fixed(matrixH))
		below := rows[2].Cols(3, layout.Fixed(matrixW), layout.Flex(1))
		return layout.Stack(p.list.View(p.W, rows[0].H), p.Env.Style.Border.Render(strings.Repeat(style.Rule, p.W)),
			layout.Beside(3, layout.Block(p.picture(below[0]), below[0]), p.detail(below[1])))
	}
	below := detailH
	if p.pictureOnly() {
		below = min(detailH, p.H-1-leastPicture)
	}
	rows := all.Rows(0, layout.Flex(1), layout.Fixed(1), layout.Fixed(below))
	top := ""
	if p.pictureOnly() {
		top = layout.Block(p.picture(rows[0]), rows[0])
	} else {
		top = p.list.View(rows[0].W, rows[0].H)
	}
	return layout.Stack(top, p.Env.Style.Rule(p.W), p.detail(rows[2]))
}

func (p *Page) picture(r layout.Rect) string {
	var spots []widget.Spot
	at := p.at()
	for _, x := range p.rows {
		if x.s == nil || !x.s.Gap {
			continue
		}
		spots = append(spots, widget.Spot{
			Number: x.number, Impact: x.s.Impact, Ease: x.s.Ease,
			On: x.f == at.f, Assumed: x.s.Quadrant == nil,
		})
	}
	return widget.Matrix(p.Env.Style, r.W, r.H, spots)
}

// detail is about the selected finding: the question that waits for a key, or why it stands where it does.
func (p *Page) detail(r layout.Rect) string {
	t, x := p.Env.Style, p.at()
	if x.f == nil {
		return layout.Block("", r)
	}
	var lines []string
	for _, s := range layout.WrapAtMost(strconv.Itoa(x.number)+"  "+layout.Clean(x.f.Label()), r.W, 3) {
		lines = append(lines, t.Strong.Render(s))
	}
	if p.judge.Asking() {
		lines = append(lines, "", p.judge.Strip(r.W, x.f))
		return layout.BlockLines(lines, r)
	}
	for _, s := range layout.Wrap(capture.About(p.Env, x.f), r.W) {
		lines = append(lines, t.Dim.Render(s))
	}
	why := append(capture.Why(p.Env, x.f, x.s), p.proof(x))
	if s := p.beside(x); s != "" {
		why = append([]string{s}, why...)
	}
	for _, s := range why {
		for _, l := range layout.Wrap(s, r.W) {
			lines = append(lines, t.Text.Render(l))
		}
	}
	if all := render.OrderHolds(p.Env.Numbers.Sways()); p.wide() && all != "" {
		lines = append(lines, "")
		for _, s := range layout.Wrap(all, r.W) {
			lines = append(lines, t.Dim.Render(s))
		}
	}
	if len(lines) > r.H { // told, not cut silently: all of it is one key away
		lines[r.H-1] = layout.Between(lines[r.H-1], t.Dim.Render("… enter for all"), r.W)
	}
	return layout.BlockLines(lines, r)
}

// beside says which findings stand in the same cell of the matrix: it has no room for all of their numbers.
func (p *Page) beside(at row) string {
	if at.s == nil || !at.s.Gap || !p.wide() && !p.matrix {
		return ""
	}
	var others []string
	for _, x := range p.rows {
		if x.f != at.f && x.s != nil && x.s.Gap && x.s.Impact == at.s.Impact && x.s.Ease == at.s.Ease {
			others = append(others, strconv.Itoa(x.number))
		}
	}
	if len(others) == 0 {
		return ""
	}
	return "In the same cell of the matrix: " + explain.List(others) + "."
}

// proof is the first piece of evidence that has words, and how many there are.
func (p *Page) proof(x row) string {
	now := p.Env.Now()
	if len(x.f.Evidence) == 0 {
		return "No evidence yet."
	}
	head := strconv.Itoa(len(x.f.Evidence)) + " pieces of evidence"
	if len(x.f.Evidence) == 1 {
		head = "1 piece of evidence"
	}
	for _, ref := range x.f.Evidence {
		if e := evidence.Find(now.E, now.Playbook, ref); e.Problem == "" && e.Text != "" {
			return layout.Clean(head + "; " + e.Who + ": “" + e.Text + "”")
		}
	}
	return head + "."
}
