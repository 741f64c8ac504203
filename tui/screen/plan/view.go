package plan

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// wideEnough is where three phases find room side by side.
const wideEnough = 104

const columnGap = 3

func (p *Page) wide() bool { return p.W >= wideEnough }

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t, all := p.Env.Style, layout.Screen(p.W, p.H)
	p.hits = p.hits[:0]
	if p.open != "" {
		return p.doc.View(p.W, p.H)
	}
	head := p.head()
	detail := 5
	if p.wide() {
		detail = 6
	}
	rows := all.Rows(0, layout.Fixed(len(head)), layout.Flex(1), layout.Fixed(1), layout.Fixed(detail-1))
	body := p.columns
	if p.asTimeline {
		body = p.timeline
	}
	return layout.Stack(layout.BlockLines(head, rows[0]), body(rows[1]), t.Border.Render(strings.Repeat(style.Rule, p.W)),
		layout.BlockLines(p.detail(rows[3]), rows[3]))
}

// head is the plan in a line, and what waits for a decision.
func (p *Page) head() []string {
	t, e := p.Env.Style, p.Env.E()
	start := t.Warn.Render("no start date") + t.Dim.Render(", dates count from today")
	if _, ok := e.PlanStart.Time(); ok {
		start = t.Dim.Render("starts ") + t.Text.Render(explain.Day(e.PlanStart))
	}
	capacity := "no capacity set"
	if e.Capacity != nil {
		capacity = explain.Tenths(*e.Capacity) + " effort days a phase"
	}
	all, done, gone, late := 0, 0, 0, 0
	for _, a := range e.Actions() {
		if a.Status == model.Dropped {
			continue
		}
		all++
		switch {
		case a.Status == model.ActionDone:
			done++
		case p.Env.Today().After(a.Due):
			late++
		}
		if p.stale(a.ID) != "" {
			gone++
		}
	}
	left := start + t.Dim.Render(" "+style.Bullet+" "+capacity)
	right := t.Text.Render(fmt.Sprintf("%d of %d done", done, all))
	if late > 0 {
		right = t.Bad.Render(fmt.Sprintf("%s %d late", style.Clock, late)) + "  " + right
	}
	lines := []string{layout.Between(left, right, p.W)}
	var news []string
	switch said := p.said(); {
	case p.draft == nil:
		news = append(news, t.Dim.Render("drafting…"))
	case said != "":
		news = append(news, t.Accent.Render(said)+t.Dim.Render(": ")+
			t.Key.Render(keys.First(keys.Take))+t.Dim.Render(" takes one, ")+t.Key.Render(keys.First(keys.TakeAll))+t.Dim.Render(" all"))
	case all == 0:
		news = append(news, t.Dim.Render("Nothing is drafted: findings and gaps bring actions, n writes one of your own"))
	}
	if gone > 0 {
		news = append(news, t.Warn.Render(style.Warn+" the reason of "+strconv.Itoa(gone)+" is gone"))
	}
	if len(news) > 0 {
		lines = append(lines, strings.Join(news, t.Dim.Render("   ")))
	}
	if !p.wide() && !p.asTimeline {
		lines = append(lines, p.tabs())
	}
	return append(lines, "")
}

// said is what the draft adds and moves.
func (p *Page) said() string {
	adds, moves := 0, 0
	for _, r := range p.offers() {
		if r.offered {
			adds++
		} else {
			moves++
		}
	}
	switch {
	case adds > 0 && moves > 0:
		return fmt.Sprintf("+ The draft adds %s and moves %d", explain.Count(adds, "action", "actions"), moves)
	case adds > 0:
		return "+ The draft adds " + explain.Count(adds, "action", "actions")
	case moves > 0:
		return style.Move + " The draft moves " + explain.Count(moves, "action", "actions")
	}
	return ""
}

// groupName is a phase, short.
func groupName(g int) string {
	if g == later {
		return "Later"
	}
	return "Days " + strings.ReplaceAll(plan.Span(30*(g+1)), " to ", "–")
}

// count is how many are in the plan, and how many the draft adds.
func count(rows []row) string {
	n, more := 0, 0
	for _, r := range rows {
		switch {
		case r.offered:
			more++
		case r.a.Status != model.Dropped:
			n++
		}
	}
	switch {
	case more > 0 && n == 0:
		return fmt.Sprintf("+%d", more)
	case more > 0:
		return fmt.Sprintf("%d+%d", n, more)
	}
	return strconv.Itoa(n)
}

// tabs name the groups where one at a time is shown.
func (p *Page) tabs() string {
	t := p.Env.Style
	var parts []string
	for g := 0; g <= p.last(); g++ {
		name := groupName(g) + " " + count(p.rows[g])
		if g == p.at {
			parts = append(parts, t.Accent.Bold(true).Render("["+name+"]"))
		} else {
			parts = append(parts, t.Dim.Render(" "+name+" "))
		}
	}
	left, right := strings.Join(parts, " "), p.way(p.at)+p.load(p.at)
	if layout.Width(left)+layout.Width(right)+1 > p.W {
		right = p.load(p.at)
	}
	return layout.Between(left, right, p.W)
}

// way is how far a phase has come.
func (p *Page) way(g int) string {
	if g >= len(p.prog.Phases) {
		return ""
	}
	t, x := p.Env.Style, p.prog.Phases[g]
	s := ""
	if x.Overdue > 0 {
		s = t.Bad.Render(fmt.Sprintf("%s %d", style.Clock, x.Overdue)) + "  "
	}
	if x.Done > 0 {
		s += t.Good.Render(fmt.Sprintf("%s %d", style.Check, x.Done)) + "  "
	}
	return s
}

// load is the effort of a phase against what the client has.
func (p *Page) load(g int) string {
	t, capacity := p.Env.Style, p.Env.E().Capacity
	_, all := effort(p.rows[g])
	if g == later {
		return ""
	}
	s := explain.Tenths(all)
	if capacity == nil {
		return t.Dim.Render(s + " days")
	}
	look := t.Dim
	if all > *capacity {
		look = t.Warn
		s = style.Warn + " " + s
	}
	return look.Render(s + " of " + explain.Tenths(*capacity) + " days")
}

// hit is where a column stood: its rectangle and the row of each line.
type hit struct {
	layout.Rect
	group int
	rows  []int // -1: no action
}

// columns draws the groups: three side by side, or the one that has the keyboard.
func (p *Page) columns(r layout.Rect) string {
	if !p.wide() {
		return p.column(p.at, r)
	}
	t := p.Env.Style
	first := max(p.at-2, 0)
	var blocks []string
	for i, c := range r.Cols(columnGap, layout.Flex(1), layout.Flex(1), layout.Flex(1)) {
		g := first + i
		look := t.Dim
		if g == p.at {
			look = t.Title
		}
		head := layout.Between(look.Render(groupName(g)+"  "+count(p.rows[g])), p.way(g)+p.load(g), c.W)
		parts := c.Rows(0, layout.Fixed(1), layout.Fixed(1), layout.Flex(1))
		blocks = append(blocks, layout.Stack(head, t.Border.Render(strings.Repeat(style.Rule, c.W)), p.column(g, parts[2])))
	}
	return layout.Beside(columnGap, blocks...)
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	if p.open != "" {
		was := p.doc.Link()
		if p.doc.Mouse(msg, m.Y) && p.doc.Link() == was {
			p.enter()
		}
		return
	}
	for _, h := range p.hits {
		if !h.Has(m.X, m.Y) {
			continue
		}
		switch msg := msg.(type) {
		case tea.MouseWheelMsg:
			p.at = h.group
			if msg.Button == tea.MouseWheelUp {
				p.sel[p.at]--
			} else if msg.Button == tea.MouseWheelDown {
				p.sel[p.at]++
			}
			p.clamp()
		case tea.MouseClickMsg:
			if i := m.Y - h.Y; i < len(h.rows) && h.rows[i] >= 0 {
				if p.at == h.group && p.sel[p.at] == h.rows[i] {
					p.enter()
				}
				p.at, p.sel[h.group] = h.group, h.rows[i]
			}
		}
	}
}
