package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/render/document"
)

// Measures of the sparklines, in points.
const (
	spWidth = 720.0
	spName  = 250.0 // where names end
	spLeft  = 260.0
	spRight = 620.0
	spLast  = 632.0 // where the latest value stands
	spRow   = 34.0
	spHigh  = 22.0
	spTop   = 10.0
	spSize  = document.Small
)

// sparklines draws each indicator's weeks on a common axis of time, with its target as a dashed line.
func (b *builder) sparklines(list []dashboard.Indicator) document.Picture {
	p := document.Picture{Title: "Indicators by week", W: spWidth}
	weeks := recentWeeks(list, 0)
	if len(weeks) < 2 {
		return document.Picture{}
	}
	first, _ := weeks[0].Time()
	last, _ := weeks[len(weeks)-1].Time()
	x := func(w model.Date) float64 {
		t, _ := w.Time()
		return spLeft + (spRight-spLeft)*t.Sub(first).Hours()/last.Sub(first).Hours()
	}
	var said []string
	y := spTop
	for _, i := range list {
		if len(i.Points) < 2 {
			continue
		}
		said = append(said, b.line(&p, i, x, y))
		y += spRow
	}
	if len(said) == 0 {
		return document.Picture{}
	}
	p.Shapes = append(p.Shapes,
		document.Label{X: spLeft, Y: y + 10, Size: spSize, Text: monthDay(weeks[0]), Fill: document.Text2},
		document.Label{X: spRight, Y: y + 10, Size: spSize, Text: monthDay(weeks[len(weeks)-1]), Anchor: document.Right, Fill: document.Text2})
	p.H = y + 16
	p.Alt = strings.Join(said, "; ") + ". Dashed: the target."
	return p
}

// line draws one indicator, and says what it shows.
func (b *builder) line(p *document.Picture, i dashboard.Indicator, x func(model.Date) float64, top float64) string {
	low, high := bounds(i.Points)
	if i.Target != nil {
		low, high = min(low, *i.Target), max(high, *i.Target)
	}
	y := func(v float64) float64 {
		if high == low {
			return top + spHigh/2
		}
		return top + spHigh*(high-v)/(high-low)
	}
	name := b.people.say(i.Label())
	p.Shapes = append(p.Shapes, document.Label{X: spName, Y: top + spHigh/2 + 3.5, Size: spSize, Text: document.Fit(name, spSize, spName-8), Anchor: document.Right, Fill: document.Text1})
	if i.Target != nil {
		p.Shapes = append(p.Shapes, document.Line{X1: spLeft, Y1: y(*i.Target), X2: spRight, Y2: y(*i.Target), Width: 0.75, Stroke: document.Text2, Dashed: true})
	}
	for k := 1; k < len(i.Points); k++ {
		a, c := i.Points[k-1], i.Points[k]
		p.Shapes = append(p.Shapes, document.Line{X1: x(a.Week), Y1: y(a.Value), X2: x(c.Week), Y2: y(c.Value), Width: 1.5, Stroke: document.Accent})
	}
	from, to := i.Points[0], i.Points[len(i.Points)-1]
	now := b.value(to.Value, unitOf(i))
	p.Shapes = append(p.Shapes, document.Dot{X: x(to.Week), Y: y(to.Value), R: 2.5, Fill: document.Accent},
		document.Label{X: spLast, Y: top + spHigh/2 + 3.5, Size: spSize, Text: now, Bold: true, Fill: document.Text1})
	return fmt.Sprintf("%s from %s to %s over %d weeks", name, b.value(from.Value, unitOf(i)), now, len(i.Points))
}

func bounds(points []dashboard.Point) (low, high float64) {
	low, high = points[0].Value, points[0].Value
	for _, p := range points {
		low, high = min(low, p.Value), max(high, p.Value)
	}
	return low, high
}

// spark is the weeks as characters.
func spark(points []dashboard.Point) string {
	if len(points) < 2 {
		return ""
	}
	blocks := []rune("▁▂▃▄▅▆▇█")
	low, high := bounds(points)
	var s strings.Builder
	for _, p := range points {
		k := len(blocks) / 2
		if high > low {
			k = min(int((p.Value-low)/(high-low)*float64(len(blocks))), len(blocks)-1)
		}
		s.WriteRune(blocks[k])
	}
	return s.String()
}

// recentWeeks are the last n weeks with a value, all of them where n is 0, oldest first.
func recentWeeks(list []dashboard.Indicator, n int) []model.Date {
	var weeks []model.Date
	for _, i := range list {
		for _, p := range i.Points {
			if !slices.Contains(weeks, p.Week) {
				weeks = append(weeks, p.Week)
			}
		}
	}
	slices.SortFunc(weeks, func(a, b model.Date) int { return cmp.Compare(a, b) })
	if n > 0 && len(weeks) > n {
		weeks = weeks[len(weeks)-n:]
	}
	return weeks
}
