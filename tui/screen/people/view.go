package people

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// tooFew is how many people of a role there are when an export that says "the rep" names them all the same.
const tooFew = 3

// wide is where the details find room beside the list.
const (
	wide    = 104
	detailW = 38
	detailH = 6
	nameW   = 20
)

var columns = []widget.Column{
	{Title: "Name", Width: nameW},
	{Title: "Title, team"},
	{Title: "Asked", Width: 16},
	{Title: "Quotes", Width: 6},
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	if r.p == nil {
		return p.heading(r)
	}
	switch col {
	case 0:
		return layout.Words(layout.Clean(r.p.Label()), nameW)
	case 1:
		list, _ := p.parts()
		return t.Dim.Render(layout.Words(layout.Clean(about(r.p)), list.W-2-nameW-16-6-3*2))
	case 2:
		return p.askedWord(r.asked)
	default:
		if mayBeQuoted(r.p) {
			return t.Dim.Render(style.Check)
		}
		return t.Warn.Render("never")
	}
}

// heading is a role with the number of its people, and what so few mean for them.
func (p *Page) heading(r row) string {
	t := p.Env.Style
	s := t.Title.Render(layout.Clean(roleName(r.role))) + " " + t.Dim.Render(strconv.Itoa(r.n))
	switch {
	case oneOf(r.role) == "":
		s += "  " + t.Warn.Render(style.Warn+" not a role that gapbook knows")
	case r.n < tooFew:
		s += "  " + t.Warn.Render(style.Warn+" so few that their role gives them away")
	}
	return s
}

// about is someone's title and team, the team once.
func about(x *model.Person) string {
	switch {
	case x.Title == "":
		return x.Team
	case strings.Contains(x.Title, x.Team):
		return x.Title
	}
	return x.Title + ", " + x.Team
}

// askedWord is the state of the latest interview, and how many there are.
func (p *Page) askedWord(list []model.Interview) string {
	t := p.Env.Style
	if len(list) == 0 {
		return t.Dim.Render(style.Minus)
	}
	last := list[len(list)-1]
	s := style.Status(string(last.StatusOr())) + " "
	if last.StatusOr() == model.Done && last.Date != "" {
		s += string(last.Date)
	} else {
		s += layout.Clean(string(last.StatusOr()))
	}
	if last.StatusOr() == model.Done {
		s = t.Good.Render(s)
	} else {
		s = t.Text.Render(s)
	}
	if len(list) > 1 {
		s += t.Dim.Render(" ×" + strconv.Itoa(len(list)))
	}
	return s
}

func (p *Page) parts() (list, detail layout.Rect) {
	r := layout.Screen(p.W, p.H)
	if p.W >= wide {
		c := r.Cols(3, layout.Flex(1), layout.Fixed(detailW))
		return c[0], c[1]
	}
	c := r.Rows(0, layout.Flex(1), layout.Fixed(detailH))
	return c[0], c[1]
}

func (p *Page) View() string {
	if p.pick.IsOpen() {
		return p.pick.View(p.W, p.H)
	}
	if p.view != "" {
		return p.view
	}
	list, detail := p.parts()
	left := p.list.View(list.W, list.H)
	if p.W >= wide {
		p.view = layout.Beside(3, left, layout.BlockLines(p.detail(detail.W, detail.H), detail))
		return p.view
	}
	rule := p.Env.Style.Rule(detail.W)
	p.view = layout.Stack(left, layout.BlockLines(append([]string{rule}, p.detail(detail.W, detail.H-1)...), detail))
	return p.view
}

// detail is about the selected person, in at most h lines: what they were asked, and where else they are named.
func (p *Page) detail(w, h int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	t, e := p.Env.Style, p.Env.E()
	lines := []string{t.Strong.Render(layout.Words(layout.Clean(r.p.Label()), w))}
	about := about(r.p)
	if p.W >= wide && about != "" {
		for _, l := range layout.WrapAtMost(layout.Clean(about), w, 2) {
			lines = append(lines, t.Dim.Render(l))
		}
		lines = append(lines, "")
	}
	add := func(glyph, text string) {
		for i, l := range layout.WrapAtMost(layout.Clean(text), w-2, 2) {
			if i == 0 {
				lines = append(lines, glyph+" "+t.Text.Render(l))
			} else {
				lines = append(lines, "  "+t.Text.Render(l))
			}
		}
	}
	if len(r.asked) == 0 {
		add(t.Dim.Render(style.Ring), "not asked yet; enter plans an interview")
	}
	for _, i := range r.asked {
		text := "interview " + words(i)
		add(t.Text.Render(style.Status(string(i.StatusOr()))), text)
	}
	other := map[string]int{}
	for _, u := range place.OfPerson(e, r.p.ID) {
		other[u.Edit[0]]++
	}
	for _, s := range []struct{ section, one, many string }{
		{"calls", "call reviewed", "calls reviewed"},
		{"plan", "action owned", "actions owned"},
		{"coaching", "coaching round", "coaching rounds"},
		{"maps", "mutual action plan", "mutual action plans"},
	} {
		if n := other[s.section]; n > 0 {
			add(t.Dim.Render(style.Bullet), count(n, s.one, s.many))
		}
	}
	if !mayBeQuoted(r.p) {
		add(t.Warn.Render(style.Warn), "never quoted in an export")
	}
	if len(lines) > h { // the rest stands on the interviews' own pages
		lines = append(lines[:h-1], t.Dim.Render(style.Ellipsis+" and more; enter lists them"))
	}
	return lines
}

// words say where an interview stands, and what came of it.
func words(i model.Interview) string {
	s := state(i)
	answered := 0
	for _, a := range i.Answers {
		if a.Rating != nil || a.NA || strings.TrimSpace(a.Note) != "" {
			answered++
		}
	}
	if answered > 0 {
		s += ", " + count(answered, "answer", "answers")
	}
	if i.By != "" {
		s += ", by " + i.By
	}
	return s
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// roleName is the heading of a role.
func roleName(r model.Role) string { return cmp.Or(r.Plural(), "No role") }

func oneOf(r model.Role) string {
	switch r {
	case model.Leader:
		return "Leader"
	case model.Manager:
		return "Manager"
	case model.Rep:
		return "Rep"
	case model.Marketing:
		return "Marketing"
	case model.Delivery:
		return "Delivery"
	case model.Ops:
		return "Operations"
	}
	return ""
}
