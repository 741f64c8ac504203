package calls

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// headH is the height of what stands above the list.
const headH = 3

func (p *Page) Cursor() *tea.Cursor {
	if p.file.IsOpen() {
		return p.file.Cursor(p.W)
	}
	c := p.list().Cursor(p.W)
	if c != nil {
		c.Y += headH
	}
	return c
}

func (p *Page) View() string {
	if p.file.IsOpen() {
		return p.file.View(p.W, p.H)
	}
	if p.view == "" {
		below := [...]int{4, 7, 5}[p.show]
		if p.H >= 34 {
			below = [...]int{4, 10, 10}[p.show]
		}
		rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1), layout.Fixed(1), layout.Fixed(below))
		rule := p.Env.Style.Rule(p.W)
		if p.list().Index() < 0 {
			rule = layout.Space(p.W)
		}
		detail := [...]func(int) []string{p.detail, p.lesson, p.heardDetail}[p.show]
		p.view = layout.Stack(layout.Block(p.head()+"\n"+p.tabs(), rows[0]), p.list().View(rows[1].W, rows[1].H), rule,
			layout.BlockLines(detail(p.W), rows[3]))
	}
	return p.view
}

// tabs names what the page can show, and says how far two raters agree.
func (p *Page) tabs() string {
	t := p.Env.Style
	var names []string
	for i, s := range []string{"Calls", "Library", "Objections"} {
		n := p.lists[i].Total()
		if shows(i) == heard {
			n = len(p.objections())
		}
		label := s + " " + strconv.Itoa(n)
		if shows(i) == p.show {
			names = append(names, t.Title.Render("["+label+"]"))
		} else {
			names = append(names, t.Dim.Render(" "+label+" "))
		}
	}
	right := ""
	if r := p.Env.Numbers; r != nil && r.Result != nil && r.Result.Agreement != nil {
		right = t.Dim.Render("two raters: " + capture.Agreement(r.Result.Agreement))
	}
	return layout.Between(strings.Join(names, " "), right, p.W)
}

// head says how many recordings are reviewed and how many make a pattern.
func (p *Page) head() string {
	t, n := p.Env.Style, 0
	for _, c := range p.calls[reviews] {
		if answered(c) > 0 || len(c.Objections) > 0 { // as coverage counts them
			n++
		}
	}
	pb := p.Env.Now().Playbook
	least := pb.EnoughCalls()
	wanted := strconv.Itoa(least)
	if pb.CallsWanted != nil && pb.CallsWanted.Max > least {
		wanted += "–" + strconv.Itoa(pb.CallsWanted.Max)
	}
	word := t.Warn.Render("too few for a pattern yet")
	if n >= least {
		word = t.Good.Render(style.Check + " enough for a pattern")
	}
	left := t.Text.Render("Reviewed "+strconv.Itoa(n)) + t.Dim.Render(" of "+wanted+"  ")
	return layout.Between(left+widget.Bar(t, 24, float64(n)/float64(max(least, 1))), word, p.W)
}
