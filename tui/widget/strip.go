package widget

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/tui/style"
)

// Strip draws every value on a line of w cells from 0 to 100: a glyph each, a number where several fall on one cell, the
// target as a tick. One sees at once whether they agree.
func Strip(th *style.Theme, look lipgloss.Style, w int, glyph string, values []float64, target float64) string {
	if w < 1 {
		return ""
	}
	cell := func(v float64) int { return int(math.Round(min(max(v, 0), 100) / 100 * float64(w-1))) }
	count := make([]int, w)
	for _, v := range values {
		count[cell(v)]++
	}
	tick := -1
	if target > 0 {
		tick = cell(target)
	}
	var out strings.Builder
	for x, n := range count {
		switch {
		case n > 9:
			out.WriteString(look.Render("+"))
		case n > 1:
			out.WriteString(look.Render(strconv.Itoa(n)))
		case n == 1:
			out.WriteString(look.Render(glyph))
		case x == tick:
			out.WriteString(th.Dim.Render("┆"))
		default:
			out.WriteString(th.Border.Render(style.Bullet))
		}
	}
	return out.String()
}
