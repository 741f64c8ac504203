package call

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// card is the selected item: what to look for, and the answer.
func (p *Page) card(w, h int) []string {
	t, x := p.Env.Style, p.row()
	var lines []string
	add := func(look func(...string) string, s string, most int) {
		for _, l := range layout.WrapAtMost(layout.Clean(s), w, most) {
			lines = append(lines, look(l))
		}
	}
	switch {
	case x.unknown != "":
		add(t.Strong.Render, "#"+x.unknown+" is no theme of the playbook", 2)
		add(t.Dim.Render, "It is not counted. Enter in the rubric, or ctrl+o on its line, shows the themes.", h-2)
		return lines
	case x.objection != nil:
		add(t.Strong.Render, "Objection: "+p.theme(x.objection.Theme), 2)
		add(t.Quote.Render, x.objection.Quote, h-3)
		add(t.Stamp.Render, whence(x.objection.At, p.named(x.objection.Speaker)), 1)
		return lines
	case x.hint != nil:
		add(t.Strong.Render, "Is this an objection? "+p.theme(x.hint.Theme)+", for “"+x.hint.Words+"”", 2)
		add(t.Quote.Render, x.hint.Quote, h-4)
		add(t.Stamp.Render, whence(x.hint.At, p.named(p.script.kept(x.hint.Speaker))), 1)
		add(t.Dim.Render, "y counts it, x rules it out; until then it counts for nothing.", 1)
		return lines
	case x.rater != nil:
		add(t.Strong.Render, p.c.Second.By+" rated this call, too", 1)
		add(t.Text.Render, render.Agreement(x.rater), 4)
		add(t.Dim.Render, p.differ(x.rater), h-len(lines))
		return lines
	case x.check == nil:
		return []string{t.Dim.Render("The playbook has no rubric for calls.")}
	}
	ask := (h - 2) / 2
	add(t.Strong.Render, x.check.Ask, ask)
	add(t.Dim.Render, x.check.LookFor, h-2-len(lines))
	for len(lines) < h-2 {
		lines = append(lines, "")
	}
	remark := ""
	if x.answer != nil && x.answer.Note != "" {
		remark = t.Dim.Render(style.Bullet+" ") + t.Text.Render(layout.Clean(x.answer.Note))
	}
	return append(lines, p.strip(x, w), layout.Fit(remark, w))
}

// strip is the four answers; the keys stand there when the next letter is one of them.
func (p *Page) strip(x row, w int) string {
	t := p.Env.Style
	value, at := "", ""
	if x.answer != nil {
		value = string(x.answer.Result)
		if x.answer.At != "" {
			at = t.Stamp.Render("at " + layout.Clean(string(x.answer.At)))
		}
	}
	options := []widget.Option{
		{Value: "yes", Label: "yes", Key: "y"},
		{Value: "partly", Label: "partly", Key: "p"},
		{Value: "no", Label: "no", Key: "n"},
		{Value: "na", Label: "n/a", Key: "a"},
	}
	head := ""
	if p.asking {
		head = t.Title.Render("Answer? ")
	}
	for i := range options {
		if options[i].Value == value {
			options[i].Glyph = style.Result(value)
		}
		if p.at != rubric && !p.asking {
			options[i].Key = ""
		}
	}
	room := w - layout.Width(head) - layout.Width(at)
	return head + widget.Choice(t, room, options, value) + at
}

// named is a person by name, anybody else as the engagement writes it.
func (p *Page) named(speaker string) string {
	if x := p.Env.E().Person(speaker); x != nil {
		return x.Label()
	}
	return speaker
}

// whence is where something was heard, and from whom.
func whence(at model.Clock, speaker string) string {
	s := speaker
	if at != "" {
		s = strings.TrimRight("at "+string(at)+", "+speaker, ", ")
	}
	return s
}

// differ says on which items two raters do not agree.
func (p *Page) differ(a *score.Agreement) string {
	if len(a.Apart) == 0 {
		return ""
	}
	var list []string
	for _, x := range a.Apart {
		list = append(list, spoken(x.Check)+" ("+string(x.First)+" / "+string(x.Second)+")")
	}
	return "Not alike: " + strings.Join(list, ", ")
}
