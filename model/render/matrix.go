package render

import (
	"fmt"
	"math"
	"slices"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// found shows the gaps by impact and ease, numbered in their order, as a picture and as a table.
func (b *builder) found() {
	gaps := b.gaps()
	if len(gaps) == 0 {
		return
	}
	b.add(document.PageBreak{})
	b.head(1, "found", "What was found")
	b.add(matrix(gaps), b.gapTable(gaps))
}

func (b *builder) gapTable(gaps []score.Finding) document.Table {
	t := document.Table{
		Caption: "Gaps in order of priority",
		Columns: []document.Column{
			{Head: "No.", Align: document.Right, Width: 5},
			{Head: "Gap", Width: 45},
			{Head: "Priority", Align: document.Right, Width: 10},
			{Head: "Impact", Align: document.Right, Width: 12},
			{Head: "Ease", Align: document.Right, Width: 12},
			{Head: "Quadrant", Width: 12},
		},
	}
	for i, s := range gaps {
		quadrant, priority := "", "-"
		if s.Priority != nil {
			priority = itoa(*s.Priority)
		}
		if s.Quadrant != nil {
			quadrant = string(*s.Quadrant)
		}
		name := document.Inline{Text: b.people.say(b.look.findings[s.ID].Label())}
		if n := b.finding[s.ID]; n > 0 {
			name.Link = fmt.Sprintf("#finding-%d", n)
		}
		t.Rows = append(t.Rows, document.Row{Cells: [][]document.Inline{
			document.Text(itoa(i + 1)), {name}, document.Text(priority), graded(s.Impact, s.ImpactFrom), graded(s.Ease, s.EaseFrom), document.Text(quadrant),
		}})
	}
	return t
}

// graded is an impact or ease, with a word where nobody gave it.
func graded(n int, from score.From) []document.Inline {
	out := document.Text(itoa(n))
	switch from {
	case score.FromValue:
		out = append(out, document.Inline{Text: " (by value)", Muted: true})
	case score.Assumed:
		out = append(out, document.Inline{Text: " (assumed)", Muted: true})
	}
	return out
}

// Measures of the matrix, in points.
const (
	mxLeft, mxTop = 100.0, 14.0
	mxCell        = 116.0 // width of one grade of ease
	mxRise        = 54.0  // height of one grade of impact
	mxHigh        = 3.5   // where low ends and high begins
)

// matrix is impact against ease. Findings of one place stand side by side; a hollow dot rests on an assumed grade.
func matrix(gaps []score.Finding) document.Picture {
	x := func(ease float64) float64 { return mxLeft + (ease-0.5)*mxCell }
	y := func(impact float64) float64 { return mxTop + (5.5-impact)*mxRise }
	p := document.Picture{Title: "Gaps by impact and ease", W: 720, H: mxTop + 5*mxRise + 40}
	p.Shapes = append(p.Shapes,
		document.Rect{X: x(mxHigh), Y: y(5.5), W: x(5.5) - x(mxHigh), H: y(mxHigh) - y(5.5), Fill: document.Tint},
		document.Rect{X: x(0.5), Y: y(5.5), W: x(5.5) - x(0.5), H: y(0.5) - y(5.5), Stroke: document.Rule},
		document.Line{X1: x(mxHigh), Y1: y(5.5), X2: x(mxHigh), Y2: y(0.5), Width: 0.75, Stroke: document.Rule},
		document.Line{X1: x(0.5), Y1: y(mxHigh), X2: x(5.5), Y2: y(mxHigh), Width: 0.75, Stroke: document.Rule},
	)
	for _, q := range []struct {
		text         string
		ease, impact float64
	}{{"Big bets", 0.5, 5.5}, {"Quick wins", mxHigh, 5.5}, {"Park", 0.5, mxHigh}, {"Easy fixes", mxHigh, mxHigh}} {
		p.Shapes = append(p.Shapes, document.Label{X: x(q.ease) + 7, Y: y(q.impact) + 12, Size: 9, Text: q.text, Bold: true, Fill: document.Text2})
	}
	for n := 1; n <= 5; n++ {
		p.Shapes = append(p.Shapes,
			document.Label{X: x(float64(n)), Y: y(0.5) + 14, Size: 9, Text: itoa(n), Anchor: document.Centre, Fill: document.Text2},
			document.Label{X: x(0.5) - 8, Y: y(float64(n)) + 3, Size: 9, Text: itoa(n), Anchor: document.Right, Fill: document.Text2})
	}
	p.Shapes = append(p.Shapes,
		document.Label{X: x(3), Y: y(0.5) + 30, Size: 10, Text: "Ease", Anchor: document.Centre, Bold: true, Fill: document.Text1},
		document.Label{X: x(0.5) - 28, Y: y(3) + 3, Size: 10, Text: "Impact", Anchor: document.Right, Bold: true, Fill: document.Text1})

	type place struct{ impact, ease int }
	in, at := map[place]int{}, map[place]int{}
	for _, g := range gaps {
		in[place{g.Impact, g.Ease}]++
	}
	for i, g := range gaps {
		k := place{g.Impact, g.Ease}
		dx, dy, r := spread(at[k], in[k])
		at[k]++
		p.Shapes = append(p.Shapes, numbered(i+1, x(float64(g.Ease))+dx, y(float64(g.Impact))+dy, r, g.ImpactFrom == score.Assumed || g.EaseFrom == score.Assumed)...)
	}
	p.Alt = fmt.Sprintf("%s by impact (upwards) and ease (to the right), numbered as in the table below. A hollow dot rests on an assumed grade.", many(len(gaps), "gap"))
	return p
}

// spread lays the i-th of n dots out around the middle of their place, smaller where there are many.
func spread(i, n int) (dx, dy, r float64) {
	across := min(n, max(4, int(math.Ceil(math.Sqrt(2*float64(n))))))
	rows := (n + across - 1) / across
	step := min(21, (mxCell-8)/float64(across), (mxRise-6)/float64(rows))
	inRow := min(across, n-i/across*across)
	return step * (float64(i%across) - float64(inRow-1)/2), step * (float64(i/across) - float64(rows-1)/2), step * 0.44
}

func numbered(n int, x, y, r float64, hollow bool) []document.Shape {
	dot, ink := document.Dot{X: x, Y: y, R: r, Fill: document.Accent}, document.Paper
	if hollow {
		dot, ink = document.Dot{X: x, Y: y, R: r - 0.5, Fill: document.Paper, Stroke: document.Accent}, document.Accent
	}
	return []document.Shape{dot, document.Label{X: x, Y: y + r*0.38, Size: r * 1.1, Text: itoa(n), Anchor: document.Centre, Bold: true, Fill: ink}}
}

// strengths stand beside the gaps and need no action.
func (b *builder) strengths() {
	if slices.ContainsFunc(b.sc.Findings, func(s score.Finding) bool { return !s.Gap && b.look.findings[s.ID] != nil }) {
		b.head(1, "strengths", "What already works")
		b.strengthList()
	}
}

func (b *builder) strengthList() {
	for _, s := range b.sc.Findings {
		f := b.look.findings[s.ID]
		if f == nil || s.Gap {
			continue
		}
		b.head(2, "", b.people.say(f.Label()))
		if s.Field != nil {
			text := fmt.Sprintf("%s, field score %s", b.practiceName(s.Practice), whole(*s.Field))
			if p := b.sc.Practice(s.Practice); p != nil {
				text += " (" + sources(p.FieldSources) + ")"
			}
			b.add(document.Para{Text: []document.Inline{{Text: text + ".", Muted: true}}})
		}
		b.add(b.proof(f)...)
	}
}
