package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/gapbook/gapbook/model/inert"
)

// Width is the number of cells that styled text takes.
func Width(s string) int { return ansi.StringWidth(s) }

// Clean makes text from a file safe to draw on one line: line breaks and tabs become spaces, what acts (an escape sequence,
// say) is shown by its sign or number. Text that a person typed goes through here before it is styled.
func Clean(s string) string {
	if sticks(s) {
		s = "◌" + s
	}
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', unicode.Is(unicode.Zs, r):
			return ' '
		case joins(r) || unicode.IsPrint(r):
			return r
		}
		return '·'
	}, inert.Show(s))
}

// plain says whether a text can be drawn as it is.
func plain(s string) bool {
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == utf8.RuneError || (r >= 0x80 && !unicode.IsPrint(r) && !joins(r)) {
			return false
		}
	}
	return true
}

// Styled lets of a whole frame only what the app itself draws with through: text, line breaks and styles. Every text is
// cleaned where it is drawn; this is for the one that was forgotten.
func Styled(frame string) string {
	var b strings.Builder
	kept := 0
	for i := 0; i < len(frame); i++ {
		c := frame[i]
		if c >= ' ' && c < 0x7f || c == '\n' {
			continue
		}
		n := 1
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(frame[i:])
			if flag := r >= 0xE0020 && r <= 0xE007F; flag || !inert.Acts(r) { // tags spell the flags of regions
				i += size - 1
				continue
			}
			n = size
		case c == 0x1b && i+1 < len(frame) && frame[i+1] == '[':
			end := i + 2
			for end < len(frame) && (frame[end] >= '0' && frame[end] <= ';') {
				end++
			}
			if end < len(frame) && frame[end] == 'm' {
				i = end
				continue
			}
		}
		b.WriteString(frame[kept:i])
		i += n - 1
		kept = i + 1
	}
	if kept == 0 {
		return frame
	}
	return b.String() + frame[kept:]
}

// sticks says whether a text begins with a mark that would join the letter before the text, and take no cell of its own.
func sticks(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); s == "" || r < 0x300 {
		return false
	}
	g, _ := ansi.FirstGraphemeCluster(" "+s, ansi.GraphemeWidth)
	return len(g) > 1
}

// joins says whether a rune without a cell of its own belongs to the letters around it.
func joins(r rune) bool { return r == 0x200c || r == 0x200d }

// Fit brings one line of styled text to exactly w cells: cut with an ellipsis, or padded on the right.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	n := ansi.StringWidth(s)
	if n > w {
		s = ansi.Truncate(s, w, "…")
		n = ansi.StringWidth(s) // a wide letter at the edge may leave one cell
	}
	return s + Space(w-n)
}

// Cut shortens to at most w cells, with an ellipsis, and does not pad.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	return ansi.Truncate(s, w, "…")
}

// Middle cuts out of the middle of a name what does not fit: files of one kind differ at their ends.
func Middle(s string, w int) string {
	n := Width(s)
	if n <= w || w < 3 {
		return Cut(s, w)
	}
	left := (w - 1) / 2
	return Part(s, 0, left) + "…" + Part(s, n-(w-1-left), n)
}

// Words shortens to at most w cells at the end of a word, with an ellipsis.
func Words(s string, w int) string {
	if ansi.StringWidth(s) <= w {
		return s
	}
	return strings.Join(WrapAtMost(s, w, 1), "")
}

// FitRight is Fit with the text against the right edge.
func FitRight(s string, w int) string {
	n := ansi.StringWidth(s)
	if n >= w {
		return Fit(s, w)
	}
	return Space(w-n) + s
}

// Center is Fit with the text in the middle.
func Center(s string, w int) string {
	n := ansi.StringWidth(s)
	if n >= w {
		return Fit(s, w)
	}
	return Fit(Space((w-n)/2)+s, w)
}

// Between sets left and right text at the two ends of a line of w cells; left gives way.
func Between(left, right string, w int) string {
	r := ansi.StringWidth(right)
	if r >= w {
		return Fit(right, w)
	}
	if r == 0 {
		return Fit(left, w)
	}
	return Fit(left, w-r-1) + " " + right
}

// Space is n blanks.
func Space(n int) string {
	if n <= 0 {
		return ""
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks plain or styled text into lines of at most w cells, at spaces where it can.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var out []string
	for line := range strings.SplitSeq(ansi.Wrap(s, w, " "), "\n") {
		if ansi.StringWidth(line) > w { // Wrap lets a hyphen hang over the edge
			out = append(out, strings.Split(ansi.Hardwrap(line, w, true), "\n")...)
		} else {
			out = append(out, line)
		}
	}
	return out
}

// WrapAtMost is Wrap that ends after n lines; what was cut is told by an ellipsis.
func WrapAtMost(s string, w, n int) []string {
	lines := Wrap(s, w)
	if len(lines) <= n || n <= 0 {
		return lines[:min(len(lines), max(n, 0))]
	}
	lines = lines[:n]
	last := strings.TrimRight(lines[n-1], " ")
	if ansi.StringWidth(last) >= w {
		if i := strings.LastIndexByte(last, ' '); i > 0 {
			last = last[:i]
		} else {
			last = ansi.Truncate(last, w-1, "")
		}
	}
	lines[n-1] = strings.TrimRight(last, " ,;:") + "…"
	return lines
}

// Block brings a text of many lines to exactly the size of a rectangle.
func Block(s string, r Rect) string { return BlockLines(strings.Split(s, "\n"), r) }

// BlockLines is Block for text that is already in lines.
func BlockLines(lines []string, r Rect) string {
	var b strings.Builder
	for i := range r.H {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i < len(lines) {
			b.WriteString(Fit(lines[i], r.W))
		} else {
			b.WriteString(Space(r.W))
		}
	}
	return b.String()
}

// Beside sets blocks of exact width next to each other with gap blank cells between. Blocks of fewer lines are filled.
func Beside(gap int, blocks ...string) string {
	var lines [][]string
	widths := make([]int, len(blocks))
	height := 0
	for i, b := range blocks {
		l := strings.Split(b, "\n")
		lines = append(lines, l)
		height = max(height, len(l))
		widths[i] = ansi.StringWidth(l[0])
	}
	var out strings.Builder
	for y := range height {
		if y > 0 {
			out.WriteByte('\n')
		}
		for i, l := range lines {
			if i > 0 {
				out.WriteString(Space(gap))
			}
			if y < len(l) {
				out.WriteString(l[y])
			} else {
				out.WriteString(Space(widths[i]))
			}
		}
	}
	return out.String()
}

// Stack sets blocks one under the other, leaving out those without any height (the empty string).
func Stack(blocks ...string) string {
	var keep []string
	for _, b := range blocks {
		if b != "" {
			keep = append(keep, b)
		}
	}
	return strings.Join(keep, "\n")
}

// Lines takes a block apart.
func Lines(block string) []string {
	if block == "" {
		return nil
	}
	return strings.Split(block, "\n")
}

// Plain is the text without its styles.
func Plain(s string) string { return ansi.Strip(s) }

// Part is the cells from left up to right of a line.
func Part(s string, left, right int) string { return ansi.Cut(s, left, right) }
