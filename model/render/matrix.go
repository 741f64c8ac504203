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
	b.add(document.PageBreak{Soft: true})
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
	mxLeft, mxTop = 100.0, 8.0
	mxCell        = 116.0 // width of one grade of ease
	mxBand        = 18.0  // above each half, for the names of its quadrants
	mxLow         = 30.0  // height of a grade of impact, at least
	mxStep        = 21.0  // from dot to dot
	mxAcross      = 5     // dots in a row of a cell
	mxMost        = 60    // dots in a cell; more are one ring with their number
	mxHigh        = 3.5   // where low ends and high begins
	mxSize        = document.Small
)

// place is where findings of the same grades stand.
type place struct{ impact, ease int }

// matrix is impact against ease. Findings of one place stand side by side, and a grade of impact is as high as they need; a
// hollow dot rests on an assumed grade.
func matrix(gaps []score.Finding) document.Picture {
	in, at := map[place]int{}, map[place]int{}
	for _, g := range gaps {
		in[place{g.Impact, g.Ease}]++
	}
	top, high, half, bottom := grades(in)
	x := func(ease float64) float64 { return mxLeft + (ease-0.5)*mxCell }
	y := func(impact int) float64 { return top[impact] + high[impact]/2 }
	p := document.Picture{Title: "Gaps by impact and ease", W: 720, H: bottom + 38}
	p.Shapes = append(p.Shapes,
		document.Rect{X: x(mxHigh), Y: mxTop, W: x(5.5) - x(mxHigh), H: half - mxTop, Fill: document.Tint},
		document.Rect{X: x(0.5), Y: mxTop, W: x(5.5) - x(0.5), H: bottom - mxTop, Stroke: document.Rule},
		document.Line{X1: x(mxHigh), Y1: mxTop, X2: x(mxHigh), Y2: bottom, Width: 0.75, Stroke: document.Rule},
		document.Line{X1: x(0.5), Y1: half, X2: x(5.5), Y2: half, Width: 0.75, Stroke: document.Rule},
	)
	for _, q := range []struct {
		text    string
		ease, y float64
	}{{"Big bets", 0.5, mxTop}, {"Quick wins", mxHigh, mxTop}, {"Park", 0.5, half}, {"Easy fixes", mxHigh, half}} {
		p.Shapes = append(p.Shapes, document.Label{X: x(q.ease) + 7, Y: q.y + 14, Size: mxSize, Text: q.text, Bold: true, Fill: document.Text2})
	}
	for n := 1; n <= 5; n++ {
		p.Shapes = append(p.Shapes,
			document.Label{X: x(float64(n)), Y: bottom + 15, Size: mxSize, Text: itoa(n), Anchor: document.Centre, Fill: document.Text2},
			document.Label{X: x(0.5) - 8, Y: y(n) + 4, Size: mxSize, Text: itoa(n), Anchor: document.Right, Fill: document.Text2})
	}
	p.Shapes = append(p.Shapes,
		document.Label{X: x(3), Y: bottom + 32, Size: 11, Text: "Ease", Anchor: document.Centre, Bold: true, Fill: document.Text1},
		document.Label{X: x(0.5) - 28, Y: y(3) + 4, Size: 11, Text: "Impact", Anchor: document.Right, Bold: true, Fill: document.Text1})

	crowds := false
	for i, g := range gaps {
		k := place{g.Impact, g.Ease}
		nth := at[k]
		at[k]++
		switch {
		case in[k] <= mxMost:
			dx, dy := spread(nth, in[k])
			p.Shapes = append(p.Shapes, numbered(itoa(i+1), x(float64(g.Ease))+dx, y(g.Impact)+dy, mxStep*0.44, g.ImpactFrom == score.Assumed || g.EaseFrom == score.Assumed)...)
		case nth == 0:
			crowds = true
			p.Shapes = append(p.Shapes, numbered("× "+itoa(in[k]), x(float64(g.Ease)), y(g.Impact), mxStep*1.4, true)...)
		}
	}
	p.Alt = fmt.Sprintf("%s by impact (upwards) and ease (to the right), numbered as in the table below. A hollow dot rests on an assumed grade.", many(len(gaps), "gap"))
	if crowds {
		p.Alt += " A large ring is as many gaps of one place as it says."
	}
	return p
}

// grades are where each grade of impact begins and how high it is, where the high ones end, and where all do.
func grades(in map[place]int) (top, high [6]float64, half, bottom float64) {
	for impact := range high {
		high[impact] = mxLow
	}
	for k, n := range in {
		if k.impact < 1 || k.impact > 5 {
			continue
		}
		if n > mxMost {
			n = 3 * mxAcross // the ring
		}
		high[k.impact] = max(high[k.impact], mxStep*math.Ceil(float64(n)/mxAcross)+8)
	}
	y := mxTop
	for impact := 5; impact > 0; impact-- {
		if impact == 5 || impact == 3 {
			half = y
			y += mxBand
		}
		top[impact] = y
		y += high[impact]
	}
	return top, high, half, y
}

// spread lays the i-th of n dots out around the middle of their place.
func spread(i, n int) (dx, dy float64) {
	rows := (n + mxAcross - 1) / mxAcross
	inRow := min(mxAcross, n-i/mxAcross*mxAcross)
	return mxStep * (float64(i%mxAcross) - float64(inRow-1)/2), mxStep * (float64(i/mxAcross) - float64(rows-1)/2)
}

func numbered(text string, x, y, r float64, hollow bool) []document.Shape {
	dot, ink := document.Dot{X: x, Y: y, R: r, Fill: document.Accent}, document.Paper
	if hollow {
		dot, ink = document.Dot{X: x, Y: y, R: r - 0.5, Fill: document.Paper, Stroke: document.Accent}, document.Accent
	}
	return []document.Shape{dot, document.Label{X: x, Y: y + mxSize*0.36, Size: mxSize, Text: text, Anchor: document.Centre, Bold: true, Fill: ink}}
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
