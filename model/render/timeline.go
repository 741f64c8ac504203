package render

import (
	"fmt"
	"math"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// Measures of the timeline, in points.
const (
	tlWidth = 720.0
	tlText  = 26.0  // where titles stand
	tlLeft  = 404.0 // where day 0 stands
	tlRight = 704.0 // where day 90 stands
	tlTop   = 45.0
	tlRow   = 15.5
	tlLine  = 11.0 // a second line of a title
	tlSize  = document.Small
	tlMost  = 30 // actions from which on a title has one line, so that the picture stays on its page
)

// timeline shows every action from the start of its phase to its due date.
func (b *builder) timeline() document.Picture {
	x := func(day float64) float64 { return tlLeft + (tlRight-tlLeft)*min(max(day, 0), 90)/90 }
	n := len(b.number)
	bottom := tlTop + 4
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			bottom += rowHeight(b.barTitle(a, n <= tlMost))
		}
	}
	p := document.Picture{Title: "When each action is due", W: tlWidth, H: bottom + 6}
	for i, phase := range plan.Phases() {
		from, to := x(float64(phase-30)), x(float64(phase))
		if i%2 == 0 {
			p.Shapes = append(p.Shapes, document.Rect{X: from, Y: 8, W: to - from, H: bottom - 8, Fill: document.Tint})
		}
		p.Shapes = append(p.Shapes, document.Label{X: (from + to) / 2, Y: 22, Size: 11, Text: "Days " + plan.Span(phase), Anchor: document.Centre, Bold: true, Fill: document.Text1})
		if _, ok := b.d.Start.Time(); ok {
			first, last := b.days(phase)
			when := monthDay(first) + " to " + monthDay(last)
			p.Shapes = append(p.Shapes, document.Label{X: (from + to) / 2, Y: 37, Size: tlSize, Text: when, Anchor: document.Centre, Fill: document.Text2})
		}
	}
	for _, day := range []float64{0, 30, 60, 90} {
		p.Shapes = append(p.Shapes, document.Line{X1: x(day), Y1: 8, X2: x(day), Y2: bottom, Width: 0.75, Stroke: document.Rule})
	}
	counts := ""
	top := tlTop
	for _, phase := range plan.Phases() {
		actions := b.d.InPhase(phase)
		if counts != "" {
			counts += ", "
		}
		counts += fmt.Sprintf("%d in days %s", len(actions), plan.Span(phase))
		for _, a := range actions {
			title := b.barTitle(a, n <= tlMost)
			high := rowHeight(title)
			p.Shapes = append(p.Shapes, b.bar(a, phase, title, top+high/2, x)...)
			top += high
		}
	}
	p.Alt = fmt.Sprintf("Timeline of the plan's %s: %s. The table below has the same actions with their dates.", many(n, "action"), counts)
	return p
}

// barTitle is an action's title, over two lines where it needs them.
func (b *builder) barTitle(a model.Action, two bool) []string {
	title := b.title(a)
	if a.Status == model.ActionDone { // told by the mark, not by the colour alone
		title = "✓ " + title
	}
	if !two {
		return []string{document.Fit(title, tlSize, tlLeft-tlText-8)}
	}
	return document.FitLines(title, tlSize, tlLeft-tlText-8)
}

func rowHeight(title []string) float64 { return tlRow + tlLine*float64(len(title)-1) }

func (b *builder) bar(a model.Action, phase int, title []string, y float64, x func(float64) float64) []document.Shape {
	ink := document.Accent
	if a.Status == model.ActionDone {
		ink = document.Done
	}
	first := y + 3.5 - tlLine*float64(len(title)-1)/2 // where the first line stands
	out := []document.Shape{document.Label{X: 18, Y: first, Size: tlSize, Text: itoa(b.number[a.ID]), Anchor: document.Right, Bold: true, Fill: ink}}
	for i, line := range title {
		out = append(out, document.Label{X: tlText, Y: first + tlLine*float64(i), Size: tlSize, Text: line, Fill: document.Text1})
	}
	end, dated := float64(phase), false
	if day0, ok := b.d.Start.Time(); ok {
		if due, ok := a.Due.Time(); ok {
			end, dated = math.Round(due.Sub(day0).Hours()/24), true
		}
	}
	from := x(min(float64(phase-30), end))
	to := x(end)
	out = append(out, document.Line{X1: from, Y1: y, X2: to, Y2: y, Width: 3, Stroke: ink, Dashed: !dated})
	if dated {
		out = append(out, document.Dot{X: to, Y: y, R: 4, Fill: ink})
	} else {
		out = append(out, document.Dot{X: to, Y: y, R: 3.5, Fill: document.Paper, Stroke: ink})
	}
	return out
}

func monthDay(d model.Date) string {
	t, ok := d.Time()
	if !ok {
		return ""
	}
	return t.Format("2 Jan")
}
