// Package calls is the page of all recordings under review: how far each rubric is, what was objected, and how many more
// make a pattern. It imports the page contract, capture and the widgets, and no other page.
package calls

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of calls.
type Page struct {
	screen.Base
	list  *widget.List
	calls []model.Call
	items int // of the rubric
	view  string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style,
		widget.Column{Title: "Call"},
		widget.Column{Title: "Rep", Width: 14},
		widget.Column{Title: "Stage", Width: 14, Drop: 100},
		widget.Column{Title: "Date", Width: 10},
		widget.Column{Title: "Length", Width: 7, Right: true, Drop: 100},
		widget.Column{Title: "Rubric", Width: 6, Right: true},
		widget.Column{Title: "Obj", Width: 3, Right: true},
		widget.Column{Title: "Lib", Width: 3, Right: true})
	p.list.Empty = "No calls yet. n begins one: a title is enough, the recording plays in another window."
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Calls" }
func (p *Page) Scope() keys.Scope { return keys.Calls }
func (p *Page) Typing() bool      { return p.list.Filtering() }

func (p *Page) Offers(a keys.Action) bool {
	return a == keys.New || a == keys.Back || p.list.Total() > 0
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Refresh() {
	now := p.Env.Now()
	p.view, p.calls, p.items = "", now.E.Calls, len(now.Playbook.Calls.Checks)
	rows := p.calls // the list looks at its old rows once more when it gets new ones
	p.list.SetRows(widget.Rows{
		N:   len(rows),
		Key: func(i int) string { return rows[i].ID },
		Text: func(i int) string {
			c := rows[i]
			return strings.Join([]string{c.Title, p.rep(c), capture.StageName(p.Env, c.Stage), string(c.Date), c.ID}, " ")
		},
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

func (p *Page) rep(c model.Call) string {
	if x := p.Env.E().Person(c.Rep); x != nil {
		return x.Label()
	}
	return c.Rep
}

// answered counts the rubric's items that have an answer.
func answered(c model.Call) (n int) {
	for _, x := range c.Checks {
		if x.Result != "" {
			n++
		}
	}
	return n
}

func (p *Page) cell(c model.Call, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return layout.Clean(c.Label())
	case 1:
		return t.Dim.Render(layout.Clean(p.rep(c)))
	case 2:
		return t.Dim.Render(layout.Clean(capture.StageName(p.Env, c.Stage)))
	case 3:
		return t.Dim.Render(layout.Clean(string(c.Date)))
	case 4:
		return t.Dim.Render(layout.Clean(string(c.Length)))
	case 5:
		n := answered(c)
		s := strconv.Itoa(n) + "/" + strconv.Itoa(p.items)
		switch {
		case n == 0:
			return t.Dim.Render(s)
		case n >= p.items:
			return t.Good.Render(s)
		}
		return s
	case 6:
		if len(c.Objections) > 0 {
			return strconv.Itoa(len(c.Objections))
		}
	case 7:
		if c.Library {
			return t.Accent.Render(style.Check)
		}
	}
	return ""
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.key(msg)
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		was := p.list.Key()
		if p.list.Mouse(msg, msg.Mouse().Y-headH) && p.list.Key() == was {
			p.open() // a click on what is selected opens it
		}
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	switch a := screen.Key(p, msg); a {
	case keys.Open:
		p.open()
	case keys.New:
		p.Env.Ask(capture.NewCall(p.Env))
	case keys.Edit:
		if c := p.at(); c != nil {
			p.Env.Ask(capture.EditCall(p.Env, *c))
		}
	case keys.Remove:
		if c := p.at(); c != nil {
			p.Env.Ask(capture.RemoveCall(p.Env, *c))
		}
	case keys.Filter:
		if p.list.Total() > 0 {
			p.list.AskFilter()
		}
	case keys.None:
		p.list.Type(msg)
	default:
		p.list.Do(a)
	}
}

// at is the selected call; nil when there is none.
func (p *Page) at() *model.Call {
	if i := p.list.Index(); i >= 0 && i < len(p.calls) {
		return &p.calls[i]
	}
	return nil
}

func (p *Page) open() {
	if c := p.at(); c != nil {
		p.list.Accept()
		p.Env.Go(screen.Route{Kind: screen.Call, ID: c.ID})
	}
}

func (p *Page) Back() bool {
	p.view = ""
	return p.list.Back()
}

// headH is the height of what stands above the list.
const headH = 2

func (p *Page) Cursor() *tea.Cursor {
	c := p.list.Cursor(p.W)
	if c != nil {
		c.Y += headH
	}
	return c
}

func (p *Page) View() string {
	if p.view == "" {
		rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1), layout.Fixed(1), layout.Fixed(4))
		rule := p.Env.Style.Border.Render(strings.Repeat(style.Rule, p.W))
		if p.at() == nil {
			rule = layout.Space(p.W)
		}
		p.view = layout.Stack(layout.Block(p.head(), rows[0]), p.list.View(rows[1].W, rows[1].H), rule,
			layout.BlockLines(p.detail(p.W), rows[3]))
	}
	return p.view
}

// head says how many recordings are reviewed and how many make a pattern.
func (p *Page) head() string {
	t, n := p.Env.Style, 0
	for _, c := range p.calls {
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

// detail is the selected call: the whole title, what is known of the recording, and the rubric at a glance.
func (p *Page) detail(w int) []string {
	t, c := p.Env.Style, p.at()
	if c == nil {
		return nil
	}
	var facts []string
	for _, s := range []string{p.rep(*c), capture.StageName(p.Env, c.Stage), string(c.Date), string(c.Length), c.Recording} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	lines := []string{
		t.Strong.Render(layout.Cut(layout.Clean(c.Label()), w)),
		t.Dim.Render(layout.Cut(layout.Clean(strings.Join(facts, " "+style.Bullet+" ")), w)),
		p.rubric(c),
	}
	var themes []string
	for _, o := range c.Objections {
		name := o.Theme
		if x := p.Env.Now().Playbook.Theme(o.Theme); x != nil && x.Name != "" {
			name = x.Name
		}
		themes = append(themes, name)
	}
	if len(themes) > 0 {
		lines = append(lines, t.Objection.Render("# ")+layout.Cut(layout.Clean(strings.Join(themes, ", ")), w-2))
	}
	return lines
}

// rubric is one sign for each item, and the counts.
func (p *Page) rubric(c *model.Call) string {
	t := p.Env.Style
	out, counts := "", map[model.Result]int{}
	for _, item := range p.Env.Now().Playbook.Calls.Checks {
		var r model.Result
		for _, x := range c.Checks {
			if x.Check == item.ID {
				r = x.Result
			}
		}
		counts[r]++
		look := t.Dim
		switch r {
		case model.Yes:
			look = t.Good
		case model.Partly:
			look = t.Warn
		case model.No:
			look = t.Bad
		}
		out += look.Render(style.Result(string(r)))
	}
	words := ""
	for _, r := range []model.Result{model.Yes, model.Partly, model.No} {
		words += "  " + strconv.Itoa(counts[r]) + " " + string(r)
	}
	return out + t.Dim.Render(words)
}
