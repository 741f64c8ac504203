package coaching

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// headH is the height of what stands above the list.
const headH = 4

func (p *Page) View() string {
	if p.view != "" {
		return p.view
	}
	below := 4
	if p.show == coaches || p.list().Index() < 0 {
		below = 0
	}
	rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1), layout.Fixed(min(below, 1)), layout.Fixed(below))
	parts := []string{layout.BlockLines(append(p.head(), p.tabs(), ""), rows[0]), p.list().View(rows[1].W, rows[1].H)}
	if below > 0 {
		parts = append(parts, p.Env.Style.Border.Render(strings.Repeat(style.Rule, p.W)), layout.BlockLines(p.details(p.W), rows[3]))
	}
	p.view = layout.Stack(parts...)
	return p.view
}

// head is the team's adherence, and what became of its actions.
func (p *Page) head() []string {
	t, c := p.Env.Style, p.at
	if c.Start == "" {
		return []string{t.Text.Render("Coaching has not begun."), t.Dim.Render("It counts from the first round, or from the day that c sets.")}
	}
	return []string{
		layout.Fit(t.Text.Render("Weeks with a round  ")+t.Strong.Render(said(c.Adherence)), p.W),
		layout.Fit(t.Text.Render("Actions in time     ")+t.Text.Render(said(c.Completion)), p.W),
	}
}

// said is a share with its interval, or its counts where they are few.
func said(s *funnel.Share) string {
	switch {
	case s == nil:
		return "none yet"
	case s.Few:
		return fmt.Sprintf("%d of %d, few", s.K, s.N)
	}
	return fmt.Sprintf("%s  %d of %d, %s–%s", explain.Percent(s.Value), s.K, s.N, explain.Whole(100*s.Low), explain.Percent(s.High))
}

func (p *Page) tabs() string {
	t := p.Env.Style
	var names []string
	for i, s := range []string{"Reps", "Rounds", "In focus", "Coaches"} {
		n := p.lists[i].Total()
		if shows(i) == reps {
			n = 0
			for _, r := range p.reps {
				if r.heading == "" {
					n++
				}
			}
		}
		label := s + " " + strconv.Itoa(n)
		if shows(i) == rounds && p.only != "" {
			label = "Rounds of " + layout.Words(layout.Clean(p.who(p.only)), 20) + " " + strconv.Itoa(n)
		}
		if shows(i) == p.show {
			names = append(names, t.Title.Render("["+label+"]"))
		} else {
			names = append(names, t.Dim.Render(" "+label+" "))
		}
	}
	since := ""
	if p.at.Start != "" {
		since = "since " + explain.Day(p.at.Start)
	}
	if p.over {
		since += " to " + explain.Day(p.at.AsOf)
	}
	return layout.Between(strings.Join(names, " "), t.Dim.Render(since), p.W)
}

func (p *Page) dueHeading(n int) string {
	t := p.Env.Style
	if p.at.Start == "" {
		return t.Title.Render("To coach") + " " + t.Dim.Render(strconv.Itoa(n))
	}
	return t.Title.Render("Due in the week of "+explain.Weekday(p.at.Week)) + " " + t.Dim.Render(strconv.Itoa(n))
}

func (p *Page) heldHeading(n int) string {
	t := p.Env.Style
	return t.Title.Render("Held") + " " + t.Dim.Render(strconv.Itoa(n))
}

func counts(s *funnel.Share) string {
	if s == nil {
		return style.Minus
	}
	return fmt.Sprintf("%d of %d", s.K, s.N)
}

func (p *Page) repCell(r repRow, col int) string {
	t := p.Env.Style
	switch {
	case r.heading != "":
		return r.heading
	case col == 0:
		return layout.Words(layout.Clean(p.who(r.Person)), 16)
	case col == 1 && r.Last == "":
		return t.Dim.Render("never")
	case col == 1:
		return t.Dim.Render(explain.Weekday(r.Last))
	case col == 2:
		return counts(r.Adherence)
	case col == 3:
		return counts(r.Completion)
	}
	return t.Dim.Render(layout.Words(layout.Clean(oneLine(r.Focus)), p.W-2-16-10-8-8-4*2))
}

func (p *Page) roundCell(r model.Round, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(string(r.Date))
	case 1:
		return layout.Words(layout.Clean(p.who(r.Rep)), 16)
	case 2:
		return t.Dim.Render(layout.Words(layout.Clean(p.who(r.Coach)), 16))
	case 3:
		room := p.W - 2 - 10 - 16 - 16 - 3*2
		if p.W >= 100 { // the coach has a column
			room -= 16 + 2
		}
		return t.Dim.Render(layout.Words(layout.Clean(oneLine(r.Clarify)), room))
	}
	return p.state(r.Execute)
}

// state is what became of an action, in a few words.
func (p *Page) state(x *model.Execute) string {
	t := p.Env.Style
	switch {
	case x == nil || x.Action == "":
		return t.Dim.Render(style.Minus)
	case x.Done != "" && x.Done.After(x.Due) && x.Due != "":
		return t.Warn.Render(style.Clock) + " done late"
	case x.Done != "":
		return t.Good.Render(style.Check) + " done"
	case x.Due == "":
		return t.Dim.Render(style.Ring + " no day")
	case p.Env.Today().After(x.Due):
		return t.Bad.Render(style.Cross + " " + explain.Weekday(x.Due))
	}
	return t.Dim.Render(style.Ring) + " " + explain.Weekday(x.Due)
}

func (p *Page) coachCell(c follow.Coached, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(explain.Or(p.who(c.Person), "nobody named"))
	case 1:
		return strconv.Itoa(c.Reps)
	case 2:
		return strconv.Itoa(c.Rounds)
	case 3:
		if c.Last == "" {
			return t.Dim.Render("never")
		}
		return t.Dim.Render(explain.Weekday(c.Last))
	case 4:
		return counts(c.Adherence)
	}
	return counts(c.Completion)
}

func (p *Page) details(w int) []string {
	if p.show == focus {
		return p.focusDetail(w)
	}
	return p.detail(w)
}

// detail is the round that is selected, or the latest of the rep who is: its four parts in a line each.
func (p *Page) detail(w int) []string {
	t := p.Env.Style
	r := p.round()
	if r == nil {
		return []string{t.Dim.Render("No round yet; enter holds the first.")}
	}
	row := func(label, text string) string {
		return t.Dim.Render(layout.Fit(label, 9)) + t.Text.Render(layout.Words(layout.Clean(oneLine(text)), w-9))
	}
	lines := []string{row("Clarify", r.Clarify), row("Observe", r.Observe), row("Reflect", r.Reflect)}
	if x := r.Execute; x != nil {
		state := p.state(x)
		line := t.Dim.Render(layout.Fit("Execute", 9)) + t.Text.Render(layout.Words(layout.Clean(oneLine(x.Action)), w-11-layout.Width(state)))
		return append(lines, layout.Between(line, state, w))
	}
	return append(lines, row("Execute", "no action agreed"))
}

func (p *Page) who(id string) string {
	if x := p.Env.E().Person(id); x != nil {
		return x.Label()
	}
	return id
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
