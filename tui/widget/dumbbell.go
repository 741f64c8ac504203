package widget

import (
	"math"
	"strings"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Dumbbell draws belief (hollow) against field (solid) on a line of w cells from 0 to 100, with the distance between
// them as a heavy line and the target as a tick. Either may be nil.
func Dumbbell(th *style.Theme, w int, belief, field *float64, target float64) string {
	if w < 3 {
		return layout.Space(w)
	}
	cell := func(v float64) int {
		return int(math.Round(min(max(v, 0), 100) / 100 * float64(w-1)))
	}
	b, f, t := -1, -1, -1
	if belief != nil {
		b = cell(*belief)
	}
	if field != nil {
		f = cell(*field)
	}
	if target > 0 {
		t = cell(target)
	}
	if b < 0 && f < 0 {
		return th.Dim.Render(layout.Center("no observations", w))
	}
	gap := th.Warn
	if belief != nil && field != nil && *belief < *field {
		gap = th.Good
	}
	var out strings.Builder
	for x := range w {
		between := b >= 0 && f >= 0 && x > min(b, f) && x < max(b, f)
		switch {
		case x == f && x == b:
			out.WriteString(th.Field.Render("◉"))
		case x == f:
			out.WriteString(th.Field.Render(style.Dot))
		case x == b:
			out.WriteString(th.Belief.Render(style.Ring))
		case x == t:
			out.WriteString(th.Dim.Render("┆"))
		case between:
			out.WriteString(gap.Render("━"))
		default:
			out.WriteString(th.Border.Render(style.Bullet))
		}
	}
	return out.String()
}

// Scale is the line under dumbbells of w cells: 0, 50 and 100.
func Scale(th *style.Theme, w int) string {
	if w < 12 {
		return layout.Space(w)
	}
	line := "0" + layout.Space(w/2-2) + "50"
	return th.Dim.Render(layout.Between(line, "100", w))
}
