// Package audits is the list of what the method asks to look at: every stage of the client's pipeline, both handoffs and
// every cadence, with how far each audit has come. It imports the page contract, guided and evidence, and no other page.
package audits

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// marksWidth has room for four marks with two digits each, close together.
const marksWidth = 12

// wide is the width from which the author has room.
const wide = 100

// Page is the list.
type Page struct {
	screen.Base
	list *widget.List
	rows []row
}

// row is a subject with its audit, another round of it, or a heading.
type row struct {
	head     string
	kind     model.AuditKind
	subject  string
	name     string
	audit    *model.Audit // nil: not begun
	again    bool         // not the first of its subject
	answered int
	of       int
	marks    guided.Marks
}

// key leads to the page of the audit; of one that is not begun, by what it looks at.
func (r row) key() string {
	switch {
	case r.audit != nil:
		return r.audit.ID
	case r.head != "":
		return ""
	}
	return string(r.kind) + ":" + r.subject
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style,
		widget.Column{Width: 1},
		widget.Column{Title: "What"},
		widget.Column{Title: "Answered", Width: 8, Right: true},
		widget.Column{Title: "Date", Width: 10},
		widget.Column{Title: "By", Width: 20, Drop: wide},
		widget.Column{Title: "Marks", Width: marksWidth, Right: true})
	p.list.Empty = "The playbook asks for no audits."
	p.Refresh()
	return p
}

func (p *Page) Title() string       { return "Audits" }
func (p *Page) Scope() keys.Scope   { return keys.Audits }
func (p *Page) Typing() bool        { return p.list.Filtering() }
func (p *Page) Back() bool          { return p.list.Back() }
func (p *Page) Cursor() *tea.Cursor { return p.list.Cursor(p.W) }
func (p *Page) View() string        { return p.list.View(p.W, p.H) }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Remove, keys.New:
		r := widget.At(p.list, p.rows)
		return r != nil && r.audit != nil
	}
	return true
}

func (p *Page) Refresh() {
	now := p.Env.Now()
	p.rows = nil // not emptied: the list still asks the rows before for its selection
	seen := map[string]bool{}
	group := func(head string, kind model.AuditKind, ids, names []string) {
		var in []row
		begun, done := 0, 0
		for i, id := range ids {
			of := len(now.Playbook.Checks(kind, id))
			found := false
			for n := range now.E.Audits {
				a := &now.E.Audits[n]
				if a.Kind != kind || a.Subject != id {
					continue
				}
				seen[a.ID] = true
				r := p.row(a, names[i])
				r.again = found
				if !found && r.answered > 0 {
					begun++
					if r.done() {
						done++
					}
				}
				found = true
				in = append(in, r)
			}
			if !found {
				in = append(in, row{kind: kind, subject: id, name: names[i], of: of})
			}
		}
		p.rows = append(p.rows, row{head: head + "  " + strconv.Itoa(begun) + " of " + strconv.Itoa(len(ids)) + " begun, " +
			strconv.Itoa(done) + " done"})
		p.rows = append(p.rows, in...)
	}
	var ids, names []string
	for _, s := range now.E.Stages {
		ids, names = append(ids, s.ID), append(names, s.Label())
	}
	group("Stages", model.StageAudit, ids, names)
	ids, names = nil, nil
	for _, s := range now.Playbook.Audits.Handoffs {
		ids, names = append(ids, s.ID), append(names, cmp.Or(s.Name, s.ID))
	}
	group("Handoffs", model.HandoffAudit, ids, names)
	ids, names = nil, nil
	for _, s := range now.Playbook.Audits.Cadences {
		ids, names = append(ids, s.ID), append(names, cmp.Or(s.Name, s.ID))
	}
	group("Cadences", model.CadenceAudit, ids, names)
	first := true
	for n := range now.E.Audits {
		if a := &now.E.Audits[n]; !seen[a.ID] {
			if first {
				p.rows = append(p.rows, row{head: "Of nothing that is there"})
			}
			first = false
			p.rows = append(p.rows, p.row(a, evidence.Subject(now.E, now.Playbook, a)))
		}
	}
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Note: func(i int) bool { return rows[i].head != "" },
		Key:  func(i int) string { return rows[i].key() },
		Text: func(i int) string { return rows[i].name + " " + string(rows[i].kind) },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

// row counts the checks that the playbook asks for and how many of them are settled, not applicable included. What the
// file has beyond them settles nothing.
func (p *Page) row(a *model.Audit, name string) row {
	r := row{kind: a.Kind, subject: a.Subject, name: name, audit: a, marks: guided.MarksOf(a.Note)}
	answered := map[string]bool{}
	for _, c := range a.Checks {
		if _, twice := answered[c.Check]; !twice {
			answered[c.Check] = guided.Item{Rating: c.Rating, NA: c.NA, Sample: c.Sample}.Answered()
		}
		r.marks = r.marks.Add(guided.MarksOf(c.Note))
	}
	for _, c := range p.Env.Now().Playbook.Checks(a.Kind, a.Subject) {
		r.of++
		if answered[c.ID] {
			r.answered++
		}
	}
	return r
}

// done says whether nothing is left to answer.
func (r row) done() bool { return r.of > 0 && r.answered == r.of }

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	switch {
	case r.head != "":
		return "  " + r.head
	case col == 0:
		switch {
		case r.done():
			return t.Good.Render(style.Check)
		case r.answered > 0:
			return t.Accent.Render(style.Half)
		}
		return t.Dim.Render(style.Ring)
	case col == 1:
		name := guided.Words(r.name, p.room())
		if r.audit != nil && r.audit.Round != "" {
			name += t.Dim.Render(" " + style.Bullet + " " + layout.Clean(r.audit.Round))
		} else if r.again {
			name += t.Dim.Render(" " + style.Bullet + " again")
		}
		return name
	case col == 2:
		return t.Text.Render(strconv.Itoa(r.answered)) + t.Dim.Render("/"+strconv.Itoa(r.of))
	case r.audit == nil:
		return ""
	case col == 3:
		return t.Dim.Render(layout.Clean(string(r.audit.Date)))
	case col == 4:
		return t.Dim.Render(guided.Words(r.audit.By, 20))
	}
	return guided.ShowMarks(t, r.marks, marksWidth)
}

// room is what the other columns leave to the name.
func (p *Page) room() int {
	w := p.W - 2 - 3 - 10 - 12 - 2 - marksWidth
	if p.W >= wide {
		w -= 22
	}
	return w
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.key(msg)
	case tea.PasteMsg:
		p.list.Type(msg)
	case tea.MouseMsg:
		if p.list.Opens(msg, msg.Mouse().Y) {
			p.open()
		}
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	switch a := screen.Key(p, msg); a {
	case keys.Open:
		p.open()
	case keys.New:
		p.again()
	case keys.Remove:
		p.remove()
	default:
		p.list.Press(a, msg)
	}
}

func (p *Page) open() {
	if key := p.list.Key(); key != "" {
		p.list.Back()
		p.Env.Go(screen.Route{Kind: screen.Audit, ID: key})
	}
}
