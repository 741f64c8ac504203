package scores

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// sources lists everyone and everything that a voice rests on, and under each its ratings with the words that were noted.
func (p *Page) sources(c *card.Card, v card.Voice) []explain.Item {
	if v.Score == nil {
		return nil
	}
	t := p.Env.Style
	out := []explain.Item{{Head: true, Text: fmt.Sprintf("%s %s: %s, mean of %s (%s)", style.Lens(string(v.Lens)), v.Title(),
		explain.Tenths(*v.Score), explain.Count(v.N, "source", "sources"), v.Lens)}}
	for _, r := range v.Roles {
		if len(v.Roles) > 1 {
			out = append(out, explain.Item{Text: roleLine(r), Look: &t.Dim})
		}
	}
	for _, s := range c.Sources {
		if s.Lens != v.Lens {
			continue
		}
		who := explain.Or(s.Who, s.ID)
		if s.Kind == score.PersonSource {
			who += ", " + roleOf(s.Role)
		}
		who += ": " + explain.Tenths(s.Mean)
		if s.N > 1 {
			who += fmt.Sprintf(", mean of %d ratings", s.N)
		}
		if !s.Quotable {
			who += "  (not to be quoted)"
		}
		out = append(out, explain.Item{Text: who, Look: &t.Strong})
		for _, r := range s.Ratings {
			text := fmt.Sprintf("%s = %s  %s", r.From, explain.Tenths(r.Value), explain.Or(r.Label, r.Item))
			if r.Stage != "" && r.Kind == score.CallSource {
				text += "  (" + p.stage(r.Stage) + ")"
			}
			out = append(out, explain.Item{Text: text, Indent: 2, Link: route(r.Observation)})
			if note, look := p.excerpt(r); note != "" {
				out = append(out, explain.Item{Text: note, Indent: 4, Look: look})
			}
		}
	}
	return out
}

// excerpt is the line of the note that says most.
func (p *Page) excerpt(r card.Rating) (string, *lipgloss.Style) {
	t := p.Env.Style
	text, mark := evidence.Place{Note: r.Note + "\n" + r.Heard}.Excerpt()
	switch {
	case text == "":
		return "", nil
	case mark == model.Quote:
		return "“" + text + "”", &t.Quote
	case mark == model.GapLine:
		return "! " + text, &t.Gap
	}
	return text, &t.Dim
}

func roleLine(r score.RoleScore) string {
	name := card.Several(r.Role)
	s := fmt.Sprintf("%s %s (n %d)", strings.ToUpper(name[:1])+name[1:], explain.Points(r.Score), r.N)
	if r.N == 1 {
		s += ": one voice, too few to say"
	}
	return s
}

// findings are those made of this practice.
func findings(c *card.Card) []explain.Item {
	var out []explain.Item
	for _, f := range c.Findings {
		if out == nil {
			out = append(out, explain.Item{Head: true, Text: "Findings on this practice"})
		}
		text := f.Title + "  (strength)"
		if f.Gap && f.Priority != nil {
			text = fmt.Sprintf("%s  (gap, priority %d of 25)", f.Title, *f.Priority)
		}
		out = append(out, explain.Item{Text: text, Link: screen.Route{Kind: screen.Finding, ID: f.ID}})
	}
	return out
}
