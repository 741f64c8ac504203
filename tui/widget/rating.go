package widget

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Rating is a value of 0 to 4 with the words for what one sees at each level.
type Rating struct {
	Value   *int // nil: not rated
	NA      bool
	Anchors []string // for 0, 1, 2, 3 and 4
	Asking  bool     // the next digit rates: all anchors are shown and the digits stand out
}

// ratingW is the five digits and the space behind them.
const ratingW = 5*3 + 2

// Line draws the value in one line of w cells: 0 1 [2] 3 4, and the anchor of the value.
func (r Rating) Line(th *style.Theme, w int) string {
	var b strings.Builder
	for i := range 5 {
		d := strconv.Itoa(i)
		switch {
		case r.Value != nil && *r.Value == i && !r.NA:
			b.WriteString(th.Accent.Bold(true).Render("[" + d + "]"))
		case r.Asking:
			b.WriteString(" " + th.Strong.Render(d) + " ")
		default:
			b.WriteString(th.Dim.Render(" " + d + " "))
		}
	}
	b.WriteString("  ")
	switch {
	case r.NA:
		b.WriteString(th.Dim.Render("not applicable"))
	case r.Value == nil:
		b.WriteString(th.Dim.Render("not rated"))
	default:
		b.WriteString(th.Text.Render(layout.Words(layout.Clean(r.anchor(*r.Value)), w-ratingW)))
	}
	return layout.Fit(b.String(), w)
}

// View draws all five levels, each with its anchor, in at most h lines of w cells; the value is marked. Where the
// anchors do not fit whole, each gets its share of lines.
func (r Rating) View(th *style.Theme, w, h int) string {
	const indent = 6
	per := 2
	for ; per > 1 && r.height(w-indent, per) > h; per-- {
	}
	var lines []string
	for i := range 5 {
		mark, look := "  ", th.Dim
		if r.Value != nil && *r.Value == i && !r.NA {
			mark, look = th.Accent.Render(style.Pointer)+" ", th.Text
		}
		digit := th.Dim
		if r.Asking {
			digit = th.Key.Bold(true)
		}
		for j, s := range layout.WrapAtMost(cmp.Or(layout.Clean(r.anchor(i)), style.Minus), w-indent, per) {
			head := layout.Space(indent)
			if j == 0 {
				head = mark + digit.Render(strconv.Itoa(i)) + "   "
			}
			lines = append(lines, head+look.Render(s))
		}
	}
	return layout.BlockLines(lines, layout.Screen(w, min(h, len(lines))))
}

func (r Rating) height(w, per int) int {
	n := 0
	for i := range 5 {
		n += max(len(layout.WrapAtMost(layout.Clean(r.anchor(i)), w, per)), 1)
	}
	return n
}

func (r Rating) anchor(i int) string {
	if i >= 0 && i < len(r.Anchors) {
		return r.Anchors[i]
	}
	return ""
}

// Option is one of a choice strip: what it is called, the key that takes it, and its glyph.
type Option struct{ Value, Label, Key, Glyph string }

// Choice draws options side by side in a line of w cells, the chosen one in brackets: y yes  [p partly]  n no.
func Choice(th *style.Theme, w int, options []Option, value string) string {
	var parts []string
	for _, o := range options {
		label := o.Label
		if o.Glyph != "" {
			label = o.Glyph + " " + label
		}
		if o.Value == value {
			parts = append(parts, th.Accent.Bold(true).Render("["+label+"]"))
			continue
		}
		key := ""
		if o.Key != "" {
			key = th.Key.Render(o.Key) + " "
		}
		parts = append(parts, " "+key+th.Dim.Render(o.Label)+" ")
	}
	return layout.Fit(strings.Join(parts, " "), w)
}
