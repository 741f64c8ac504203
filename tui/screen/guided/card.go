package guided

import (
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Card is one item, drawn to be read aloud while one looks up: the question bold with air around it. In a narrow window
// the probes are folded away until More.
type Card struct {
	Item
	More   bool
	Beside bool // there is room for the probes beside the question
}

// Lines wraps the card to w cells. It is as high as it needs to be.
func (c Card) Lines(t *style.Theme, w int) []string {
	w = max(w-2, 10)
	var out []string
	add := func(l string) { out = append(out, " "+l) }
	if c.Beside && c.Kind == Rated {
		cols := layout.Screen(w, 1).Cols(4, layout.FlexMin(3, 30), layout.FlexMin(2, 20))
		left := c.ask(t, cols[0].W)
		if len(c.Probes) > 0 {
			left = append(append(left, ""), c.probes(t, cols[0].W)...)
		}
		right := c.look(t, cols[1].W)
		n := max(len(left), len(right))
		for _, l := range layout.Lines(layout.Beside(4, layout.BlockLines(left, layout.Screen(cols[0].W, n)),
			layout.BlockLines(right, layout.Screen(cols[1].W, n)))) {
			add(l)
		}
		return out
	}
	for _, l := range c.ask(t, w) {
		add(l)
	}
	if len(c.Probes) == 0 && c.Look == "" {
		return out
	}
	if !c.More {
		return out
	}
	add("")
	for _, l := range append(c.look(t, w), c.probes(t, w)...) {
		add(l)
	}
	return out
}

func (c Card) ask(t *style.Theme, w int) []string {
	var out []string
	for _, l := range paragraph(c.Ask, w) {
		out = append(out, t.Strong.Render(l))
	}
	for i, p := range c.Body {
		if i > 0 || len(out) > 0 {
			out = append(out, "")
		}
		for _, l := range paragraph(p, w) {
			out = append(out, t.Text.Render(l))
		}
	}
	return out
}

func (c Card) probes(t *style.Theme, w int) []string {
	var out []string
	for _, p := range c.Probes {
		for i, l := range paragraph(p, w-2) {
			lead := "  "
			if i == 0 {
				lead = t.Accent.Render(style.Bullet) + " "
			}
			out = append(out, lead+t.Text.Render(l))
		}
	}
	return out
}

func (c Card) look(t *style.Theme, w int) []string {
	if c.Look == "" {
		return nil
	}
	out := []string{t.Title.Render(c.Hint)}
	for _, l := range paragraph(c.Look, w) {
		out = append(out, t.Dim.Render(l))
	}
	return out
}

// Folded says in a few words what More would show; empty when nothing is hidden.
func (c Card) Folded() string {
	if c.More || c.Beside && c.Kind == Rated {
		return ""
	}
	var parts []string
	switch n := len(c.Probes); {
	case n == 1:
		parts = append(parts, "1 probe")
	case n > 1:
		parts = append(parts, strconv.Itoa(n)+" probes")
	}
	if c.Look != "" {
		parts = append(parts, strings.ToLower(c.Hint))
	}
	return strings.Join(parts, ", ")
}

// stripHeight is that of the rating under the card: the digits, and the words for the one given, which may wrap once.
const stripHeight = 2

// Strip draws the rating of an item in two lines: the levels, and in words the one that was given.
func Strip(t *style.Theme, it Item, w int) []string {
	const digits = 18
	r := widget.Rating{Value: it.Rating, NA: it.NA, Anchors: it.Anchors}
	head := layout.Part(r.Line(t, digits+20), 0, digits-2)
	words, look := "not rated", t.Dim
	switch {
	case it.NA:
		words = "not applicable"
	case it.Rating != nil && *it.Rating >= 0 && *it.Rating < len(it.Anchors):
		words, look = it.Anchors[*it.Rating], t.Text
	case it.Rating != nil:
		words, look = "rated "+strconv.Itoa(*it.Rating)+"; a rating is 0 to 4", t.Bad
	case it.Sample != nil:
		words, look = strconv.Itoa(it.Sample.Met)+" of "+strconv.Itoa(it.Sample.Of)+" sampled records meet it", t.Text
	case it.Skipped:
		words = "skipped"
	}
	lines := paragraph(words, w-digits-1)
	most := stripHeight
	if it.Sample != nil && (it.Rating != nil || it.NA) {
		most-- // the last line says which of the two counts
	}
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], Words(strings.Join(lines[most-1:], " "), w-digits-1))
	}
	for len(lines) < stripHeight {
		lines = append(lines, "")
	}
	if most < stripHeight {
		lines[most] = Words(both(it), w-digits-1)
	}
	return []string{
		layout.Fit(" "+layout.Fit(head, digits)+look.Render(lines[0]), w),
		layout.Fit(layout.Space(digits+1)+look.Render(lines[1]), w),
	}
}

// both are a rating and a sample of one check, and which of them counts.
func both(it Item) string {
	sample := strconv.Itoa(it.Sample.Met) + " of " + strconv.Itoa(it.Sample.Of) + " sampled; "
	if it.NA {
		return "not applicable " + style.Bullet + " " + sample + "not applicable counts"
	}
	return "rated " + strconv.Itoa(*it.Rating) + " " + style.Bullet + " " + sample + "the rating counts"
}

// Anchors draws the words for all five levels, while the next key rates.
func Anchors(t *style.Theme, it Item, w int) []string {
	out := []string{" " + t.Title.Render("What do you see?") + t.Dim.Render("  "+Words(it.Name, w-22))}
	for i := range 5 {
		words := style.Minus
		if i < len(it.Anchors) {
			words = it.Anchors[i]
		}
		mark, look := "  ", t.Text
		if it.Rating != nil && *it.Rating == i && !it.NA {
			mark, look = t.Accent.Render(style.Pointer)+" ", t.Strong
		}
		for j, l := range paragraph(words, w-8) {
			lead := layout.Space(6)
			if j == 0 {
				lead = mark + t.Key.Bold(true).Render(strconv.Itoa(i)) + "   "
			}
			out = append(out, " "+lead+look.Render(l))
		}
	}
	for i := range out {
		out[i] = layout.Fit(out[i], w)
	}
	return out
}
