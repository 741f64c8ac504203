package mutual

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/milestones"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// parts are the deal in two lines, the table, a rule and the detail.
func (p *Page) parts() []layout.Rect {
	detail := 3
	if len(p.rows) == 0 {
		detail = 0
	}
	return layout.Screen(p.W, p.H).Rows(0, layout.Fixed(3), layout.Flex(1), layout.Fixed(min(detail, 1)), layout.Fixed(detail))
}

func (p *Page) View() string {
	if p.file.IsOpen() {
		return p.file.View(p.W, p.H)
	}
	if p.view != "" {
		return p.view
	}
	at := p.parts()
	rule := p.Env.Style.Border.Render(strings.Repeat(style.Rule, p.W))
	list := layout.BlockLines([]string{p.Env.Style.Dim.Render("This plan is not in the file any more; esc goes back, ctrl+z may bring it.")}, at[1])
	if p.m != nil {
		list = p.list.View(at[1].W, at[1].H)
	}
	parts := []string{layout.BlockLines(p.head(), at[0]), list}
	if at[3].H > 0 {
		parts = append(parts, rule, layout.BlockLines(p.detail(at[3].W), at[3]))
	}
	p.view = layout.Stack(parts...)
	return p.view
}

// head is where the deal stands, and how many of its milestones were met.
func (p *Page) head() []string {
	if p.m == nil {
		return nil
	}
	t, e := p.Env.Style, p.Env.E()
	var facts []string
	stage, rep := p.m.Stage, p.m.Rep
	if s := e.Stage(stage); s != nil {
		stage = s.Label()
	}
	if x := e.Person(rep); x != nil {
		rep = x.Label()
	}
	for _, s := range []string{stage, rep, p.m.Link} {
		if s != "" {
			facts = append(facts, layout.Clean(s))
		}
	}
	done, met, due := 0, 0, 0
	for _, m := range p.rows {
		if m.Done != "" {
			done++
		}
		switch m.Outcome {
		case follow.Hit:
			met, due = met+1, due+1
		case follow.Late, follow.Redated, follow.Missing:
			due++
		}
	}
	left := t.Dim.Render(strings.Join(facts, " "+style.Bullet+" "))
	if len(facts) == 0 {
		left = t.Dim.Render("no stage and no rep said; c says them")
	}
	right := t.Text.Render(fmt.Sprintf("%d of %d done", done, len(p.rows)))
	counted := t.Dim.Render("none was due by " + explain.Weekday(p.day))
	if due > 0 {
		counted = t.Text.Render(fmt.Sprintf("%d of the %d due by %s met by the date first agreed", met, due, explain.Weekday(p.day)))
	}
	return []string{layout.Between(left, right, p.W), counted}
}

// besidesWhat is what the other columns take.
const besidesWhat = 2 + 1 + 6 + 3*10 + 5*2

func (p *Page) cell(m follow.Milestone, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return milestones.Glyph(t, m)
	case 1:
		return layout.Words(layout.Clean(m.What), p.W-besidesWhat)
	case 2:
		return t.Dim.Render(layout.Clean(milestones.Side(m.Owner)))
	case 3:
		return date(string(m.Agreed))
	case 4:
		switch {
		case m.Due == m.Agreed:
			return t.Dim.Render(style.Minus)
		case m.Due.After(m.Agreed):
			return t.Warn.Render(date(string(m.Due)))
		}
		return date(string(m.Due))
	}
	if m.Done == "" {
		return t.Dim.Render(style.Minus)
	}
	return date(string(m.Done))
}

func date(d string) string {
	if d == "" {
		return style.Minus
	}
	return layout.Clean(d)
}

// detail is the selected milestone in full, and what became of it.
func (p *Page) detail(w int) []string {
	i := p.list.Index()
	if i < 0 {
		return nil
	}
	t, m := p.Env.Style, p.rows[i]
	var lines []string
	for _, l := range layout.WrapAtMost(layout.Clean(m.What), w, 2) {
		lines = append(lines, t.Strong.Render(l))
	}
	whose := ""
	if m.Owner != "" {
		whose = "the " + layout.Clean(m.Owner) + "'s" + t.Dim.Render(" "+style.Bullet+" ")
	}
	return append(lines, t.Text.Render(whose)+t.Text.Render(layout.Clean(milestones.Words(m))))
}
