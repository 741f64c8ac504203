package calls

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
)

func (p *Page) libraryCell(c model.Call, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(c.Label())
	case 1:
		return t.Dim.Render(p.role(c.Rep))
	case 2:
		return t.Dim.Render(layout.Clean(capture.StageName(p.Env, c.Stage)))
	}
	if c.Teaches == "" {
		return t.Dim.Render("not said yet")
	}
	return layout.Words(layout.Clean(c.Teaches), 200)
}

// role is a rep without a name, as exports write it: a library is shown to others.
func (p *Page) role(id string) string {
	n := map[model.Role]int{}
	for _, x := range p.Env.E().People {
		n[x.Role]++
		if x.ID == id && id != "" {
			s := string(x.Role)
			return strings.ToUpper(s[:1]) + s[1:] + fmt.Sprintf(" %d", n[x.Role])
		}
	}
	return ""
}

// lesson is what the selected call of the library teaches: in a sentence, at its strongest moment, by what was done well.
func (p *Page) lesson(w int) []string {
	t, c := p.Env.Style, p.at()
	if c == nil {
		return nil
	}
	lines := []string{t.Strong.Render(layout.Words(layout.Clean(c.Label()), w))}
	var facts []string
	for _, s := range []string{p.role(c.Rep), capture.StageName(p.Env, c.Stage), string(c.Date), string(c.Length), consent(c), c.Recording} {
		if s != "" {
			facts = append(facts, layout.Clean(s))
		}
	}
	lines = append(lines, t.Dim.Render(layout.Words(strings.Join(facts, " "+style.Bullet+" "), w)))
	add := func(label string, look func(...string) string, text string, most int) {
		for i, l := range layout.WrapAtMost(layout.Clean(text), w-10, most) {
			if i > 0 {
				label = ""
			}
			lines = append(lines, t.Dim.Render(layout.Fit(label, 10))+look(l))
		}
	}
	if c.Teaches != "" {
		add("Teaches", t.Text.Render, c.Teaches, 3)
	} else {
		add("Teaches", t.Dim.Render, "not said yet; e writes it", 1)
	}
	if at, what, quote := p.moment(c); what != "" {
		look := t.Text.Render
		if quote {
			look = t.Quote.Render
		}
		if at != "" {
			what = "[" + string(at) + "] " + what
		}
		add("Strongest", look, what, 2)
	}
	var done []string
	for _, x := range c.Checks {
		if x.Result == model.Yes {
			done = append(done, strings.ReplaceAll(x.Check, "-", " "))
		}
	}
	if len(done) > 0 {
		add("Done well", t.Good.Render, strings.Join(done, ", "), 2)
	}
	return append(lines, p.objected(c, w)...)
}

// moment is the strongest one of a call: the quote that was noted nearest to something done well, within half a minute;
// else the first quote; else the first thing done well, in the words noted with it.
func (p *Page) moment(c *model.Call) (at model.Clock, what string, quote bool) {
	const near = 30
	best := near + 1
	for _, l := range model.NoteLines(c.Note) {
		if l.Mark != model.Quote {
			continue
		}
		if what == "" {
			at, what = l.At, l.Text
		}
		n, ok := l.At.Seconds()
		for _, x := range c.Checks {
			m, ok2 := x.At.Seconds()
			if d := max(n-m, m-n); ok && ok2 && x.Result == model.Yes && d < best {
				at, what, best = l.At, l.Text, d
			}
		}
	}
	if what != "" {
		return at, what, true
	}
	for _, x := range c.Checks {
		if x.Result == model.Yes && x.Note != "" {
			first, _, _ := strings.Cut(x.Note, "\n")
			return x.At, first, false
		}
	}
	return "", "", false
}
