package scores

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// face is the card: who says what, each with its number, its sources on a line, and the words that say it best.
func (p *Page) face(c *card.Card) []explain.Item {
	var out []explain.Item
	for i, v := range c.Voices {
		if i > 0 {
			out = append(out, explain.Item{})
		}
		out = append(out, explain.Item{Draw: func(w int) string { return p.voiceLine(c, v, w) }})
		out = append(out, p.said(v)...)
	}
	return append(out, explain.Item{}, explain.Item{Draw: p.scale},
		explain.Item{Text: "Above: " + style.Ring + " belief, " + style.Dot + " field.", Look: &p.Env.Style.Dim})
}

// titleW is the room for who speaks: "Marketing, delivery and others say".
const titleW = 34

// stripW is the room for the sources beside it.
func stripW(w int) int { return min(max(w-titleW-2-4-6-2, 8), 61) }

func (p *Page) voiceLine(c *card.Card, v card.Voice, w int) string {
	t := p.Env.Style
	look := p.lensLook(v.Lens)
	left := look.Render(style.Lens(string(v.Lens))) + " " + t.Strong.Render(layout.Fit(v.Title(), titleW))
	if v.Score == nil {
		return left + t.Dim.Render(" no score yet")
	}
	var means []float64
	for _, s := range c.Sources {
		if s.Lens == v.Lens {
			means = append(means, s.Mean)
		}
	}
	return left + t.Level(*v.Score, c.Score.Target).Render(layout.FitRight(explain.Whole(*v.Score), 4)) +
		t.Dim.Render(layout.FitRight(fmt.Sprintf("n%d", v.N), 5)) + "   " +
		widget.Strip(t, look, stripW(w), style.Lens(string(v.Lens)), means, c.Score.Target)
}

// scale is the line under the strips, with what their signs mean.
func (p *Page) scale(w int) string {
	t := p.Env.Style
	legend := "One sign a source, a number several. ┆ target"
	return t.Dim.Render(layout.Fit(legend, titleW+2+4+5+3-1)+" ") + widget.Scale(t, stripW(w))
}

func (p *Page) lensLook(l playbook.Lens) lipgloss.Style {
	if l == playbook.Believed {
		return p.Env.Style.Belief
	}
	return p.Env.Style.Field
}

// said are the words of a voice, and the roles in it where there are several.
func (p *Page) said(v card.Voice) []explain.Item {
	t := p.Env.Style
	var out []explain.Item
	switch w := v.Words; {
	case v.N == 0:
		out = append(out, explain.Item{Text: p.unheard(v.Lens), Indent: 2, Look: &t.Dim})
	case w == nil:
		out = append(out, explain.Item{Text: "No words noted beside it.", Indent: 2, Look: &t.Dim})
	default:
		text, look := w.Text, &t.Text
		if w.Quote {
			text, look = "“"+strings.Trim(text, `"“”`)+"”", &t.Quote
		}
		out = append(out, explain.Item{Text: text + " (" + p.whose(w) + ")", Indent: 2, Look: look, Link: wordsRoute(w)})
	}
	if len(v.Roles) > 1 {
		var parts []string
		for _, r := range v.Roles {
			parts = append(parts, fmt.Sprintf("%s %s n%d", card.Several(r.Role), explain.Points(r.Score), r.N))
		}
		out = append(out, explain.Item{Text: strings.Join(parts, "   "), Indent: 2, Look: &t.Dim})
	}
	return out
}

// unheard says why a voice is silent.
func (p *Page) unheard(l playbook.Lens) string {
	switch {
	case p.open.stage != "" && (l == playbook.Believed || l == playbook.Reported):
		return "What is said in an interview is about all stages."
	case l == playbook.Observed:
		return "No call has been rated on this yet."
	case l == playbook.Recorded:
		return "No audit has looked at this yet."
	}
	return "Nobody has been asked yet."
}

// whose is who said or what shows the words, and when.
func (p *Page) whose(w *card.Words) string {
	s := explain.Or(w.From.Who, w.From.Source)
	if w.From.Kind == score.PersonSource {
		s += ", " + roleOf(w.From.Role)
	}
	if w.At != "" {
		s += ", at " + string(w.At)
	}
	if w.Date != "" {
		s += ", " + explain.Day(w.Date)
	}
	return s
}

// wordsRoute leads to where the words stand.
func wordsRoute(w *card.Words) screen.Route {
	r := route(w.From.Observation)
	if w.Heard {
		r.At = string(w.At)
	}
	return r
}

// cardHead is the picture over a card; it stays while the text scrolls.
func (p *Page) cardHead(c *card.Card) []string {
	t, x := p.Env.Style, &c.Score
	name := t.Strong.Render(layout.Clean(c.Name))
	nums := t.Dim.Render("field ") + t.Text.Render(explain.Points(x.Field)) + t.Dim.Render("  target ") + t.Text.Render(explain.Whole(x.Target))
	if x.BlindSpot != nil {
		nums += t.Dim.Render("  blind spot ") + t.Text.Render(explain.Signed(*x.BlindSpot))
	}
	cols := layout.Screen(p.W, 1).Cols(2, layout.Fixed(min(layout.Width(name), p.W/3)), layout.Flex(1), layout.Fixed(layout.Width(nums)))
	first := layout.Fit(name, cols[0].W) + "  " + widget.Dumbbell(t, cols[1].W, x.Lenses.Believed.Score, x.Field, x.Target) + "  " + nums

	where := "all stages"
	if c.Stage != "" {
		where = "at " + layout.Clean(p.stage(c.Stage))
	}
	left, right := p.surety(x), t.Accent.Render(where)
	if i, n := p.place(); i > 0 {
		place := fmt.Sprintf("   practice %d of %d", i, n)
		if layout.Width(left)+layout.Width(right)+layout.Width(place) >= p.W {
			place = fmt.Sprintf("   %d of %d", i, n)
		}
		right += t.Dim.Render(place)
	}
	return []string{first, layout.Between(left, right, p.W)}
}

// surety says in a few words how far the numbers can be believed.
func (p *Page) surety(x *score.Practice) string {
	t := p.Env.Style
	if x.Field == nil {
		return t.Dim.Render("too few to say: nothing seen in the field")
	}
	parts := []string{t.Dim.Render("confidence " + string(x.Confidence))}
	switch {
	case x.BlindSpot == nil:
	case x.Clear:
		parts = append(parts, t.Warn.Render(style.Check+" clear"))
	default:
		parts = append(parts, t.Dim.Render("? first sign"))
	}
	if x.Contested {
		parts = append(parts, t.Warn.Render("≠ contested"))
	}
	return strings.Join(parts, t.Dim.Render("   "))
}
