package widget

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Bar draws a share of 0 to 1 in w cells, to half a cell: a heavy line over a light one, which many bars under each
// other bear better than blocks.
func Bar(th *style.Theme, w int, share float64) string {
	return bar(th, th.Bar, w, share)
}

func bar(th *style.Theme, look lipgloss.Style, w int, share float64) string {
	if w <= 0 {
		return ""
	}
	halves := int(math.Round(min(max(share, 0), 1) * float64(2*w)))
	if share > 0 {
		halves = max(halves, 1) // something is never drawn as nothing
	}
	body := strings.Repeat(style.BarLine, halves/2)
	if halves%2 == 1 {
		body += style.BarHalf
	}
	return look.Render(body) + th.Track.Render(strings.Repeat(style.Rule, w-(halves+1)/2))
}

// Progress is a labelled line of w cells: the label, a bar of done out of all, the two numbers, and in words how many are
// begun and not done. Without a whole (of 0) there is no bar, only the number.
func Progress(th *style.Theme, w, labelW int, label string, done, begun, of int) string {
	nums := strconv.Itoa(done)
	if of > 0 {
		nums += "/" + strconv.Itoa(of)
	}
	const numW = len("12/15 3 begun")
	barW := min(w-labelW-numW-3, 40)
	line := layout.Fit(th.Text.Render(layout.Clean(label)), labelW) + " "
	if of > 0 && barW > 3 {
		look := th.Bar
		if done >= of {
			look = th.Good
		}
		line += bar(th, look, barW, float64(done)/float64(of)) + " "
	} else {
		line += layout.Space(barW + 1)
	}
	numLook := th.Dim
	if of > 0 && done >= of {
		nums += " " + style.Check
	}
	if begun > 0 {
		nums += " " + strconv.Itoa(begun) + " begun"
	}
	return layout.Fit(line+numLook.Render(nums), w)
}

// FunnelBar is one stage of a funnel.
type FunnelBar struct {
	Label  string
	Value  float64 // its length against the longest
	Number string  // what stands behind the bar
	Mark   bool    // the bottleneck
	Note   string  // between this bar and the next: the conversion
}

// FunnelBars draws the bars centred under each other, in lines of w cells; with notes, a line between them.
func FunnelBars(th *style.Theme, w int, bars []FunnelBar) string {
	labelW, numW, most := 0, 0, 0.0
	for _, b := range bars {
		labelW = max(labelW, layout.Width(b.Label))
		numW = max(numW, layout.Width(b.Number))
		most = max(most, b.Value)
	}
	labelW = min(labelW, w/3)
	barW := max(w-labelW-numW-6, 4)
	var lines []string
	for i, b := range bars {
		n := 0
		if most > 0 {
			n = int(math.Round(b.Value / most * float64(barW)))
		}
		if b.Value > 0 {
			n = max(n, 1)
		}
		look, mark := th.Bar, "  "
		if b.Mark {
			look, mark = th.Bad, th.Bad.Render(style.Warn)+" "
		}
		body := layout.Center(look.Render(strings.Repeat(style.BarFull, n)), barW)
		lines = append(lines, layout.Fit(mark+layout.Fit(th.Text.Render(layout.Clean(b.Label)), labelW)+"  "+body+"  "+
			layout.FitRight(th.Text.Render(b.Number), numW), w))
		if b.Note != "" && i < len(bars)-1 {
			lines = append(lines, layout.Fit(layout.Space(labelW+4)+layout.Center(th.Dim.Render(b.Note), barW), w))
		}
	}
	return strings.Join(lines, "\n")
}
