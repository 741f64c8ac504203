package render

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// scorecard is every practice from belief to field, as a picture and in numbers, and where in the pipeline it is weak.
func (b *builder) scorecard() {
	b.open("scores")
	if len(b.sc.Practices) == 0 || b.sc.Overall.Score == nil {
		b.add(document.Para{Text: document.Text("Nothing has been scored in the field yet.")})
		return
	}
	b.add(document.Para{Text: document.Text("Each practice is scored from 0 to 100. Belief is what " + b.whoBelieves() + " say happens. The field is what the people who " +
		"do the work say, what recorded calls show, and what records show. " + b.blindSpots())})
	if p, ok := b.dumbbells(); ok {
		b.add(p)
	}
	t := practiceTable(b.pb, b.sc)
	t.Caption = "Practices: belief and field"
	for i, w := range []int{24, 8, 7, 8, 6, 9, 8, 8, 9, 13} {
		t.Columns[i].Width = w
	}
	b.add(t, document.Para{Text: []document.Inline{{Muted: true, Text: "The number of sources stands in brackets. A blind spot above 0: it is believed to be better than it is; " +
		"* marks a first sign, not yet clear. “Sources differ”: one saw a very different thing from another."}}})
	if p, t, ok := b.heatMap(); ok {
		b.head(2, "", "By stage of the pipeline")
		b.add(p, t)
	}
}

func (b *builder) whoBelieves() string {
	var roles [][]score.RoleScore
	for _, p := range b.sc.Practices {
		roles = append(roles, p.Roles)
	}
	return believers(roles...)
}

// Measures of the dumbbells, in points.
const (
	dbLeft, dbRight = 270.0, 640.0 // where 0 and 100 stand
	dbTop, dbRow    = 48.0, 19.0
	dbSize          = document.Small
)

// dumbbells are belief and field of each practice on one line, the widest blind spot first.
func (b *builder) dumbbells() (document.Picture, bool) {
	var list []score.Practice
	for _, p := range b.sc.Practices {
		if p.Field != nil {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return document.Picture{}, false
	}
	slices.SortStableFunc(list, func(x, y score.Practice) int {
		switch {
		case x.BlindSpot == nil || y.BlindSpot == nil:
			return cmp.Compare(boolInt(x.BlindSpot == nil), boolInt(y.BlindSpot == nil))
		}
		return cmp.Compare(*y.BlindSpot, *x.BlindSpot)
	})
	x := func(v float64) float64 { return dbLeft + (dbRight-dbLeft)*min(max(v, 0), 100)/100 }
	bottom := dbTop + dbRow*float64(len(list))
	p := document.Picture{Title: "Belief and field by practice", W: 720, H: bottom + 22}
	add := func(s ...document.Shape) { p.Shapes = append(p.Shapes, s...) }
	label := func(x, y float64, anchor document.Align, ink document.Ink, bold bool, s string) {
		add(document.Label{X: x, Y: y, Size: dbSize, Text: s, Anchor: anchor, Bold: bold, Fill: ink})
	}
	add(document.Dot{X: dbLeft + 5, Y: 14, R: 4.5, Fill: document.Accent}, document.Dot{X: dbLeft + 65, Y: 14, R: 4.5, Fill: document.Paper, Stroke: document.Accent},
		document.Line{X1: dbLeft + 131, Y1: 9, X2: dbLeft + 131, Y2: 19, Width: 1.5, Stroke: document.Text2})
	label(dbLeft+15, 17, document.Left, document.Text1, false, "Field")
	label(dbLeft+75, 17, document.Left, document.Text1, false, "Belief")
	label(dbLeft+139, 17, document.Left, document.Text1, false, "Target")
	label(712, 17, document.Right, document.Text1, false, "Blind spot")
	for v := 0.0; v <= 100; v += 25 {
		add(document.Line{X1: x(v), Y1: dbTop - 10, X2: x(v), Y2: bottom, Width: 0.75, Stroke: document.Rule})
		label(x(v), dbTop-15, document.Centre, document.Text2, false, whole(v))
		label(x(v), bottom+15, document.Centre, document.Text2, false, whole(v))
	}
	clear := 0
	for i, s := range list {
		y := dbTop + dbRow*(float64(i)+0.5)
		label(8, y+3.5, document.Left, document.Text1, false, document.Fit(b.practiceName(s.Practice), dbSize, dbLeft-24))
		add(document.Line{X1: x(s.Target), Y1: y - 6, X2: x(s.Target), Y2: y + 6, Width: 1.5, Stroke: document.Text2})
		if s.BlindSpot != nil {
			believed := *s.Lenses.Believed.Score
			add(document.Line{X1: x(*s.Field), Y1: y, X2: x(believed), Y2: y, Width: 2.5, Stroke: document.Accent, Dashed: !s.Clear},
				document.Dot{X: x(believed), Y: y, R: 4.5, Fill: document.Paper, Stroke: document.Accent})
			gap := signed(s.BlindSpot)
			if !s.Clear {
				gap += "*"
			} else {
				clear++
			}
			label(712, y+3.5, document.Right, document.Text1, s.Clear, gap)
		} else {
			label(712, y+3.5, document.Right, document.Text2, false, "not known")
		}
		add(document.Dot{X: x(*s.Field), Y: y, R: 4.5, Fill: document.Accent})
	}
	p.Alt = fmt.Sprintf("For each of %s a line from the field score, a full dot, to what is believed, a hollow dot; a bar marks the target. Of the differences between the two, %d are clear; "+
		"dashed lines and * are first signs. The numbers are in the table below.", many(len(list), "practice"), clear)
	return p, true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
