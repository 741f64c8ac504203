package note

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/gapbook/gapbook/model/inert"
)

// A glyph is how one grapheme cluster looks on the screen.
type glyph struct {
	text  string // what is sent to the terminal
	width int    // in cells
	code  bool   // text is not the cluster itself but stands for it
}

// A cell is a glyph with the bytes of the line it shows.
type cell struct {
	glyph
	start, end int
}

const (
	tabStop = 4
	spaces  = "    "
)

// cell is the cluster that begins at byte i of a line and is drawn at column x.
func (l *layout) cell(line string, i, x int) cell {
	c := line[i]
	switch {
	case c == '\t':
		w := tabStop - x%tabStop
		return cell{glyph{spaces[:w], w, false}, i, i + 1}
	case ' ' <= c && c <= '~' && (i+1 == len(line) || line[i+1] < utf8.RuneSelf):
		return cell{glyph{line[i : i+1], 1, false}, i, i + 1}
	}
	cluster := cluster(line[i:], l.method)
	g, ok := l.glyphs[cluster]
	if !ok {
		cluster = strings.Clone(cluster) // do not hold on to the line
		g = newGlyph(cluster, l.method)
		l.glyphs[cluster] = g
	}
	return cell{g, i, i + len(cluster)}
}

// cluster is the first cluster of s. A broken byte is one by itself.
func cluster(s string, m ansi.Method) string {
	c, _ := ansi.FirstGraphemeCluster(s, m)
	for i, r := range c {
		if r != utf8.RuneError || strings.HasPrefix(c[i:], "\ufffd") {
			continue
		}
		if i == 0 {
			return c[:1]
		}
		return cluster(c[:i], m)
	}
	return c
}

// newGlyph shows a cluster as it is where that is safe, and else by its codes:
// nothing that has no shape, moves the cursor or turns the writing around
// reaches the terminal, and all of it can be seen.
func newGlyph(cluster string, m ansi.Method) glyph {
	if _, w := ansi.FirstGraphemeCluster(cluster, m); w > 0 && shown(cluster) && apart(cluster, m) {
		return glyph{cluster, w, false}
	}
	var b strings.Builder
	for i := 0; i < len(cluster); {
		r, n := utf8.DecodeRuneInString(cluster[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "<%02X>", cluster[i])
		case r < utf8.RuneSelf && !inert.Acts(r):
			b.WriteRune(r)
		default:
			b.WriteString(inert.Code(r))
		}
		i += n
	}
	return glyph{b.String(), utf8.RuneCountInString(b.String()), true}
}

// shown reports whether every rune of a cluster has a shape or shapes another:
// joiners inside a cluster do, and so do the tags after a black flag.
func shown(cluster string) bool {
	const zwnj, zwj, blackFlag = '\u200c', '\u200d', '\U0001F3F4'
	if !utf8.ValidString(cluster) {
		return false
	}
	flag := first(cluster) == blackFlag
	for i, r := range cluster {
		joins := i > 0 && (r == zwj || r == zwnj)
		tag := flag && 0xE0020 <= r && r <= 0xE007F
		if !joins && !tag && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return false
		}
	}
	return true
}

// apart reports whether a cluster stays one whatever stands beside it. A lone
// combining mark after a tab does not: drawn, it would sit on the tab's space.
func apart(cluster string, m ansi.Method) bool {
	left, _ := ansi.FirstGraphemeCluster(" "+cluster, m)
	right, _ := ansi.FirstGraphemeCluster(cluster+"<", m)
	return left == " " && right == cluster
}
