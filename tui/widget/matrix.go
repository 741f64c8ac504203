package widget

import (
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Spot is one finding in the matrix: a number that also stands in the list beside it.
type Spot struct {
	Number       int
	Impact, Ease int // 1 to 5
	On           bool
	Assumed      bool // impact or ease is not given: shown in parentheses
}

// Matrix draws impact (upwards) against ease (to the right), both 1 to 5, in at most w by h cells. What does not fit
// into a cell is told as a count. The upper right corner, quick wins, is named.
func Matrix(th *style.Theme, w, h int, spots []Spot) string {
	const axis = 4
	cellW := (w - axis - 6) / 5
	cellH := min((h-3-6)/5, 3)
	lined := cellH >= 1
	if !lined {
		cellH = max((h-4)/5, 1)
	}
	if cellW < 3 {
		return layout.Fit("", w)
	}
	var lines []string
	rule := func(l, m, r string) string {
		return layout.Space(axis) + th.Border.Render(l+strings.Repeat(strings.Repeat(style.Rule, cellW)+m, 4)+
			strings.Repeat(style.Rule, cellW)+r)
	}
	lines = append(lines, rule("╭", "┬", "╮"))
	for impact := 5; impact >= 1; impact-- {
		for row := range cellH {
			line := layout.Space(axis)
			if row == cellH/2 {
				line = layout.FitRight(th.Dim.Render(strconv.Itoa(impact))+" ", axis)
			}
			for ease := 1; ease <= 5; ease++ {
				line += th.Border.Render("│") + matrixCell(th, cellW, cellH, row, impact, ease, spots)
			}
			lines = append(lines, line+th.Border.Render("│"))
		}
		if lined && impact > 1 {
			lines = append(lines, rule("├", "┼", "┤"))
		}
	}
	lines = append(lines, rule("╰", "┴", "╯"))
	foot := layout.Space(axis)
	for ease := 1; ease <= 5; ease++ {
		foot += " " + layout.Center(strconv.Itoa(ease), cellW)
	}
	lines = append(lines, th.Dim.Render(foot))
	lines = append(lines, th.Dim.Render(layout.Space(axis+1)+"↑ impact   → ease   top right: quick wins"))
	return layout.BlockLines(lines, layout.Screen(w, min(h, len(lines))))
}

func matrixCell(th *style.Theme, w, h, row, impact, ease int, spots []Spot) string {
	var labels []string
	var on []bool
	for _, s := range spots {
		if s.Impact == impact && s.Ease == ease {
			n := strconv.Itoa(s.Number)
			if s.Assumed {
				n = "(" + n + ")"
			}
			if s.On { // it is always seen, whatever has no room
				labels, on = append([]string{n}, labels...), append([]bool{true}, on...)
				continue
			}
			labels, on = append(labels, n), append(on, false)
		}
	}
	// Fill the rows of the cell one after another; the last one tells what is left.
	i := 0
	for r := 0; ; r++ {
		line, cells := "", 0
		start := i
		for i < len(labels) {
			n := len(labels[i]) + 1
			more := "+" + strconv.Itoa(len(labels)-i)
			if r == h-1 && i < len(labels)-1 && cells+n+len(more)+1 > w {
				line += " " + th.Dim.Render(more)
				i = len(labels)
				break
			}
			if cells+n > w && i > start {
				break
			}
			look := th.Text
			if on[i] {
				look = th.Accent.Bold(true).Reverse(true)
			}
			line += " " + look.Render(labels[i])
			cells += n
			i++
		}
		if r == row {
			return layout.Fit(line, w)
		}
	}
}
