package call

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// row is one line at the side: an item of the rubric, an objection, a theme that the playbook does not know, or a heading.
type row struct {
	check     *playbook.Check
	answer    *model.CallCheck // nil: not answered
	objection *model.Objection
	place     int    // of the objection in the file's list; of an unknown theme, its line in the note
	unknown   string // theme
	heading   string
}

func checkKey(id string) string { return "check " + id }

func (r row) key() string {
	switch {
	case r.check != nil:
		return checkKey(r.check.ID)
	case r.objection != nil:
		return "objection " + strconv.Itoa(r.place)
	case r.unknown != "":
		return "unknown " + strconv.Itoa(r.place)
	}
	return ""
}

// results are the answers by their keys.
var results = map[keys.Action]model.Result{
	keys.AnswerYes: model.Yes, keys.AnswerPartly: model.Partly, keys.AnswerNo: model.No, keys.AnswerNA: model.NotApplicable,
}

// read takes the rows from the engagement: the rubric, answers that it does not know, objections, unknown themes.
func (p *Page) read() {
	pb := p.Env.Now().Playbook
	p.rows = nil
	answers := map[string]*model.CallCheck{}
	for i := range p.c.Checks {
		answers[p.c.Checks[i].Check] = &p.c.Checks[i]
	}
	for i := range pb.Calls.Checks {
		x := &pb.Calls.Checks[i]
		p.rows = append(p.rows, row{check: x, answer: answers[x.ID]})
		delete(answers, x.ID)
	}
	for i := range p.c.Checks {
		if x := &p.c.Checks[i]; answers[x.Check] != nil {
			p.rows = append(p.rows, row{check: &playbook.Check{ID: x.Check, Ask: "The playbook has no item of this name."}, answer: x})
		}
	}
	lost := unknownThemes(p.c.Note, pb)
	if len(p.c.Objections)+len(lost) > 0 {
		p.rows = append(p.rows, row{heading: "Objections"})
	}
	for i := range p.c.Objections {
		p.rows = append(p.rows, row{objection: &p.c.Objections[i], place: i})
	}
	p.rows = append(p.rows, lost...)
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].key() },
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	switch {
	case r.heading != "":
		return "  " + r.heading
	case r.unknown != "":
		return [3]string{t.Warn.Render(style.Warn), t.Warn.Render("#" + layout.Clean(r.unknown) + " unknown"), ""}[col]
	case r.objection != nil:
		name := layout.Clean(p.theme(r.objection.Theme))
		if r.objection.Quote != "" {
			name += t.Dim.Render(" " + layout.Clean(r.objection.Quote))
		}
		return [3]string{t.Objection.Render("#"), name, t.Stamp.Render(layout.Clean(string(r.objection.At)))}[col]
	}
	switch col {
	case 0:
		return p.sign(r)
	case 1:
		return spoken(r.check.ID)
	}
	if r.answer != nil {
		return t.Stamp.Render(layout.Clean(string(r.answer.At)))
	}
	return ""
}

// spoken is an id as words: items of a rubric have no other name.
func spoken(id string) string {
	return layout.Clean(strings.ReplaceAll(strings.ReplaceAll(id, "-", " "), "_", " "))
}

func (p *Page) theme(id string) string {
	if x := p.Env.Now().Playbook.Theme(id); x != nil && x.Name != "" {
		return x.Name
	}
	return id
}

// sign is what an item was answered, in a cell.
func (p *Page) sign(r row) string {
	t := p.Env.Style
	if r.answer == nil || r.answer.Result == "" {
		if r.answer != nil && r.answer.Note != "" {
			return t.Dim.Render(style.Bullet)
		}
		return t.Dim.Render(style.Ring)
	}
	look := t.Dim
	switch r.answer.Result {
	case model.Yes:
		look = t.Good
	case model.Partly:
		look = t.Warn
	case model.No:
		look = t.Bad
	}
	return look.Render(style.Result(string(r.answer.Result)))
}

// at is the selected row; empty when there is none.
func (p *Page) at() row {
	if i := p.list.Index(); i >= 0 && i < len(p.rows) {
		return p.rows[i]
	}
	return row{}
}

// answered counts the items with an answer, and all.
func (p *Page) answered() (n, of int) {
	for _, r := range p.rows {
		if r.check != nil {
			of++
			if r.answer != nil && r.answer.Result != "" {
				n++
			}
		}
	}
	return n, of
}

// answer sets the result of the selected item, and where in the recording it was heard. What does not apply was heard
// nowhere.
func (p *Page) answer(r model.Result) {
	x := p.at()
	if x.check == nil {
		p.Env.Say("this is no item of the rubric")
		return
	}
	path := []string{"calls", p.id, "checks", x.check.ID}
	field := func(name string) []string { return append(append([]string{}, path...), name) }
	edits := []screen.Edit{screen.Set(string(r), field("result")...)}
	switch {
	case r == model.NotApplicable:
		if x.answer != nil && x.answer.At != "" {
			edits = append(edits, screen.Set(nil, field("at")...))
		}
	case p.clock.started():
		edits = append(edits, screen.Set(string(p.clock.at()), field("at")...))
	}
	p.edit("answer "+spoken(x.check.ID), edits...)
}

// clear takes the answer of the selected item away, or the objection.
func (p *Page) clear() {
	x := p.at()
	switch {
	case x.objection != nil:
		p.edit("remove objection", screen.Remove("calls", p.id, "objections", "#"+strconv.Itoa(x.place)))
	case x.answer == nil:
	case x.answer.Note == "":
		p.edit("clear answer", screen.Remove("calls", p.id, "checks", x.check.ID))
	default:
		p.edit("clear answer", screen.Set(nil, "calls", p.id, "checks", x.check.ID, "result"),
			screen.Set(nil, "calls", p.id, "checks", x.check.ID, "at"))
	}
}

// remark asks for a few words on the selected item; on an objection, for what there is to say about it.
func (p *Page) remark() {
	x := p.at()
	switch {
	case x.unknown != "":
		p.chooseTheme(x)
	case x.objection != nil:
		p.Env.Ask(p.objectionForm(*x.objection, x.place))
	case x.check != nil:
		before := ""
		if x.answer != nil {
			before = x.answer.Note
		}
		id := x.check.ID
		p.Env.Ask(dialog.Prompt("Remark on "+spoken(id), "Remark", before, nil, func(s string) tea.Cmd {
			if s != before {
				p.edit("remark", screen.Set(s, "calls", p.id, "checks", id, "note"))
			}
			return nil
		}))
	}
}
