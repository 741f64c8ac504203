// Package findings is the page of all findings: in the order of the scores, with the impact and ease matrix below the
// list or in its place, each judged with single keys. It imports the page contract, capture, evidence, explain
// and the widgets, and no other page.
package findings

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list of findings.
type Page struct {
	screen.Base
	list   *widget.List
	rows   []row
	judge  capture.Judge
	matrix bool // in the place of the list, where there is no room for both
	view   string
}

// row is one line of the list: a finding, or a heading above a group.
type row struct {
	f       *model.Finding
	s       *score.Finding // nil while it is not computed, and for a dismissed one
	number  int            // in the list and the matrix
	heading string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, judge: capture.Judge{Env: env}}
	p.list = widget.NewList(env.Style, columns...)
	p.list.Empty = "No findings yet. Triage turns the ! lines of the notes into findings; n writes one at once."
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Findings" }
func (p *Page) Typing() bool      { return p.list.Filtering() }
func (p *Page) Scope() keys.Scope { return p.judge.Scope(keys.Findings) }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.New, keys.Back:
		return true
	case keys.Matrix:
		return !p.wide() && p.list.Total() > 0
	}
	return p.list.Total() > 0
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

// Refresh puts the findings in order: as scored, those that the scores do not know yet after them, dismissed ones last.
func (p *Page) Refresh() {
	e := p.Env.E()
	p.view = ""
	var gaps, strengths, dismissed []row
	seen := map[string]bool{}
	take := func(f *model.Finding, s *score.Finding) {
		if f == nil || seen[f.ID] {
			return
		}
		seen[f.ID] = true
		switch {
		case f.Status == model.Dismissed:
			dismissed = append(dismissed, row{f: f})
		case f.IsGap():
			gaps = append(gaps, row{f: f, s: s})
		default:
			strengths = append(strengths, row{f: f, s: s})
		}
	}
	if n := p.Env.Numbers; n != nil && n.Result != nil {
		for i := range n.Result.Findings {
			s := &n.Result.Findings[i]
			take(e.Finding(s.ID), s)
		}
	}
	for i := range e.Findings {
		take(&e.Findings[i], nil)
	}
	p.rows = gaps
	if len(strengths) > 0 {
		p.rows = append(append(p.rows, row{heading: "Strengths"}), strengths...)
	}
	if len(dismissed) > 0 {
		p.rows = append(append(p.rows, row{heading: "Dismissed"}), dismissed...)
	}
	n := 0
	for i := range p.rows {
		if p.rows[i].f != nil {
			n++
			p.rows[i].number = n
		}
	}
	p.fill()
}

func (p *Page) fill() {
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N: len(rows),
		Key: func(i int) string {
			if rows[i].f == nil {
				return ""
			}
			return rows[i].f.ID
		},
		Note: func(i int) bool { return rows[i].f == nil },
		Text: func(i int) string { return p.text(rows[i]) },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

// text is what the filter looks at.
func (p *Page) text(r row) string {
	if r.f == nil {
		return ""
	}
	q := ""
	if r.s != nil && r.s.Quadrant != nil {
		q = string(*r.s.Quadrant)
	}
	return strings.Join([]string{r.f.Title, capture.About(p.Env, r.f), q, r.f.ID}, " ")
}

// at is the selected row; its finding is nil when there is none.
func (p *Page) at() row {
	if i := p.list.Index(); i >= 0 && i < len(p.rows) {
		return p.rows[i]
	}
	return row{}
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		p.judge.Back()
		p.list.Select(msg.At)
	case tea.KeyPressMsg:
		p.key(msg)
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		if !p.pictureOnly() && p.list.Opens(msg, msg.Mouse().Y) {
			p.open() // a click on what is selected opens it
		}
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	asking := p.judge.Asking()
	a := screen.Key(p, msg)
	if p.judge.Do(a, p.at().f) {
		return
	}
	if asking { // the key was no answer: it means what it always means
		a = screen.Key(p, msg)
		if p.judge.Do(a, p.at().f) {
			return
		}
	}
	switch a {
	case keys.Open:
		p.open()
	case keys.New:
		p.Env.Ask(capture.New(p.Env, model.Finding{Kind: model.Gap}, nil))
	case keys.Edit:
		if f := p.at().f; f != nil {
			p.Env.Ask(capture.Edit(p.Env, *f))
		}
	case keys.Same:
		if f := p.at().f; f != nil {
			capture.Same(p.Env, *f, func(kept string) {
				p.Refresh()
				p.list.Select(kept)
			})
		}
	case keys.Split:
		if f := p.at().f; f != nil {
			capture.SplitOff(p.Env, *f)
		}
	case keys.Remove:
		p.remove()
	case keys.Matrix:
		p.matrix = !p.matrix
	case keys.Filter:
		if p.list.Total() > 0 {
			p.matrix = false // the field stands above the list
			p.list.AskFilter()
		}
	default:
		p.list.Press(a, msg)
	}
}

func (p *Page) open() {
	if f := p.at().f; f != nil {
		p.list.Accept()
		p.Env.Go(screen.Route{Kind: screen.Finding, ID: f.ID})
	}
}

func (p *Page) remove() {
	if f := p.at().f; f != nil {
		p.Env.Ask(capture.Remove(p.Env, *f, nil))
	}
}

// Back stops asking, then leaves the filter, then the picture.
func (p *Page) Back() bool {
	p.view = ""
	if p.judge.Back() || p.list.Back() {
		return true
	}
	was := p.pictureOnly()
	p.matrix = false
	return was
}
