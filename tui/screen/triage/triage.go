// Package triage is the page of the evening: every gap line of every note, one after another with what stood around it,
// until something has become of each; and the follow-ups, to tick off. It imports the page contract, capture, evidence
// and the widgets, and no other page.
package triage

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is triage.
type Page struct {
	screen.Base
	gaps, chase tab
	chasing     bool           // the follow-ups are shown
	alike       *capture.Alike // what says nearly the same; nil: not looked for yet
	stale       bool           // it was looked for before the last change
	view        string
}

// tab is one list of lines.
type tab struct {
	list  *widget.List
	lines []evidence.Line // those shown; a heading has no text
	open  int
	all   int
	last  string      // the key of the line that was settled last: undo leads back to it
	box   layout.Rect // where the list stands, on the last drawing
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	for _, t := range []*tab{&p.gaps, &p.chase} {
		t.list = widget.NewList(env.Style, widget.Column{}, widget.Column{Width: 1}, widget.Column{Width: 16, Drop: 100})
	}
	p.gaps.list.Empty = "Nothing to triage. A line that begins with ! in any note comes here."
	p.chase.list.Empty = "Nothing to chase. A line that begins with ? in any note comes here."
	p.Refresh()
	return p
}

func (p *Page) Title() string { return "Triage" }
func (p *Page) Typing() bool  { return p.tab().list.Filtering() }

func (p *Page) Scope() keys.Scope {
	if p.chasing {
		return keys.Chase
	}
	return keys.Triage
}

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Same:
		return p.like() != nil
	case keys.LinkFinding:
		return p.tab().list.Total() > 0 && len(p.Env.E().Findings) > 0
	case keys.Next, keys.Back, keys.Undo:
		return true
	}
	return p.tab().list.Total() > 0
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) tab() *tab {
	if p.chasing {
		return &p.chase
	}
	return &p.gaps
}

// Refresh reads the lines anew: the gap lines that are open; all follow-ups, those that are done last.
func (p *Page) Refresh() {
	now := p.Env.Now()
	p.view, p.stale = "", true
	p.fill(&p.gaps, p.gaps.take(evidence.Lines(now.E, now.Playbook, model.GapLine), false))
	p.fill(&p.chase, p.chase.take(evidence.Lines(now.E, now.Playbook, model.FollowUp), true))
}

// take shows other lines; back says that there are more to do than before.
func (t *tab) take(all []evidence.Line, keep bool) (back bool) {
	was := t.open
	var open, done []evidence.Line
	for _, l := range all {
		if l.Open() {
			open = append(open, l)
		} else {
			done = append(done, l)
		}
	}
	t.all, t.open, t.lines = len(all), len(open), open
	if keep && len(done) > 0 {
		t.lines = append(append(t.lines, evidence.Line{}), done...)
	}
	return t.open > was
}

func (p *Page) fill(t *tab, back bool) {
	lines, th := t.lines, p.Env.Style
	t.list.SetRows(widget.Rows{
		N:    len(lines),
		Key:  func(i int) string { return lines[i].Key() },
		Note: func(i int) bool { return lines[i].Text == "" },
		Text: func(i int) string { return lines[i].Text + " " + lines[i].About() },
		Cell: func(i, col int) string {
			l := lines[i]
			switch {
			case l.Text == "":
				return "  Done"
			case col == 1 && (t != &p.gaps || p.likeOf(l) == nil):
				return ""
			case col == 1:
				return th.Accent.Render("=")
			case col == 2:
				return th.Dim.Render(layout.Clean(l.Who))
			case l.Open():
				return layout.Clean(l.Text)
			}
			return th.Dim.Render(layout.Clean(l.Text))
		},
	})
	if back { // undo brought a line back: that is where the person was
		t.list.Select(t.last)
	}
}

// at is the selected line; nil when there is none.
func (p *Page) at() *evidence.Line {
	t := p.tab()
	return widget.At(t.list, t.lines)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	t := p.tab()
	switch msg := msg.(type) {
	case screen.Shown:
		if p.gaps.open == 0 && p.chase.open > 0 {
			p.chasing = true
		}
	case tea.KeyPressMsg:
		p.key(msg)
	case tea.PasteMsg:
		t.list.Type(msg)
	case tea.MouseMsg:
		if m := msg.Mouse(); t.box.Has(m.X, m.Y) {
			t.list.Mouse(msg, m.Y-t.box.Y)
		}
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	t, l := p.tab(), p.at()
	switch a := screen.Key(p, msg); a {
	case keys.Next, keys.Prev:
		p.chasing = !p.chasing
	case keys.Open, keys.MakeFinding, keys.MakeStrength, keys.LinkFinding, keys.Same, keys.DismissLine, keys.TickOff:
		if l != nil {
			p.settle(a, *l)
		}
	default:
		t.list.Press(a, msg)
	}
}

func (p *Page) settle(a keys.Action, l evidence.Line) {
	p.tab().last = l.Key()
	switch a {
	case keys.Open:
		p.Env.Go(l.Route())
	case keys.MakeFinding:
		p.make(l, model.Gap)
	case keys.MakeStrength:
		p.make(l, model.Strength)
	case keys.LinkFinding:
		p.link(l)
	case keys.Same:
		p.same(l)
	case keys.DismissLine:
		if p.Env.Edit("dismiss line", l.Becomes(model.Line{Dismissed: true})) == nil {
			p.Env.Say("dismissed: " + l.Text)
		}
	case keys.TickOff:
		if l.Open() {
			_ = p.Env.Edit("tick off", l.Becomes(model.Line{Done: p.Env.Today()}))
		} else {
			_ = p.Env.Edit("open again", l.Reopen()...)
		}
	}
}

// make asks for the finding that the line is about, with all that is known already filled in. Other lines that say the
// same become it, too.
func (p *Page) make(l evidence.Line, kind model.FindingKind, also ...evidence.Line) {
	draft := model.Finding{Title: l.Text, Practice: l.Practice, Stage: l.Stage, Kind: kind}
	all := append([]evidence.Line{l}, also...)
	for _, x := range all {
		if !slices.Contains(draft.Evidence, x.Evidence()) {
			draft.Evidence = append(draft.Evidence, x.Evidence())
		}
	}
	p.Env.Ask(capture.New(p.Env, draft, func(id string) []screen.Edit {
		var edits []screen.Edit
		for _, x := range all {
			edits = append(edits, x.Becomes(model.Line{Finding: id}))
		}
		return edits
	}))
}

func (p *Page) Back() bool {
	p.view = ""
	return p.tab().list.Back()
}
