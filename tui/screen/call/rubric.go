package call

import (
	"cmp"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// row is one line at the side: an item of the rubric, an objection, a theme that the playbook does not know, or a heading.
type row struct {
	check     *playbook.Check
	answer    *model.CallCheck // nil: not answered
	objection *model.Objection
	place     int                    // of the objection in the file's list; of an unknown theme, its line in the note
	unknown   string                 // theme
	hint      *transcript.Suggestion // words of the transcript that may be an objection
	rater     *score.Agreement       // with the second rater
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
	case r.hint != nil:
		return "hint " + r.hint.Mark() + " " + strconv.Itoa(r.hint.Hit.Cue)
	case r.rater != nil:
		return "rater"
	}
	return ""
}

// results are the answers by their keys.
var results = map[keys.Action]model.Result{
	keys.AnswerYes: model.Yes, keys.AnswerPartly: model.Partly, keys.AnswerNo: model.No, keys.AnswerNA: model.NotApplicable,
}

// checks are the answers of the rater who is at it, and where they stand in the file.
func (p *Page) checks() (list []model.CallCheck, path []string) {
	if !p.second {
		return p.c.Checks, []string{"calls", p.id, "checks"}
	}
	if p.c.Second != nil {
		list = p.c.Second.Checks
	}
	return list, []string{"calls", p.id, "second", "checks"}
}

// read takes the rows from the engagement: the rubric, answers that it does not know, objections, unknown themes, words
// that may be objections, and the second rater. That one sees the rubric alone.
func (p *Page) read() {
	pb := p.Env.Now().Playbook
	p.rows = nil
	checks, _ := p.checks()
	answers := map[string]*model.CallCheck{}
	for i := range checks {
		answers[checks[i].Check] = &checks[i]
	}
	for i := range pb.Calls.Checks {
		x := &pb.Calls.Checks[i]
		p.rows = append(p.rows, row{check: x, answer: answers[x.ID]})
		delete(answers, x.ID)
	}
	for i := range checks {
		if x := &checks[i]; answers[x.Check] != nil {
			p.rows = append(p.rows, row{check: &playbook.Check{ID: x.Check, Ask: "The playbook has no item of this name."}, answer: x})
		}
	}
	if !p.second {
		p.readRest()
	}
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].key() },
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

// readRest takes what stands under the rubric.
func (p *Page) readRest() {
	pb := p.Env.Now().Playbook
	lost := unknownThemes(p.c.Note, pb)
	if len(p.c.Objections)+len(lost) > 0 {
		p.rows = append(p.rows, row{heading: "Objections"})
	}
	for i := range p.c.Objections {
		p.rows = append(p.rows, row{objection: &p.c.Objections[i], place: i})
	}
	p.rows = append(p.rows, lost...)
	if len(p.script.hints) > 0 {
		p.rows = append(p.rows, row{heading: "Suggested, not counted"})
	}
	for i := range p.script.hints {
		p.rows = append(p.rows, row{hint: &p.script.hints[i]})
	}
	if a := score.Agree(pb, *p.c); a != nil {
		p.rows = append(p.rows, row{heading: "Second rater"}, row{rater: a})
	}
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	switch {
	case r.heading != "":
		return "  " + r.heading
	case r.unknown != "":
		return [3]string{t.Warn.Render(style.Warn), t.Warn.Render("#" + layout.Clean(r.unknown) + " unknown"), ""}[col]
	case r.hint != nil:
		name := t.Stamp.Render(cmp.Or(string(r.hint.At), style.Minus)) + " " + layout.Clean(p.theme(r.hint.Theme)) + t.Dim.Render(" "+layout.Clean(r.hint.Quote))
		return [3]string{t.Dim.Render("#"), name, ""}[col]
	case r.rater != nil:
		return [3]string{t.Dim.Render("2"), layout.Clean(p.c.Second.By) + t.Dim.Render(" "+capture.Agreement(r.rater)), ""}[col]
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

// row is the selected one; empty when there is none.
func (p *Page) row() row {
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

// answer sets the result of the selected item, and where in the recording it was heard: in the transcript, or where the
// clock stands. What does not apply was heard nowhere.
func (p *Page) answer(r model.Result, heard model.Clock) {
	x := p.row()
	if x.check == nil {
		p.Env.Say("this is no item of the rubric")
		return
	}
	field := func(name string) []string {
		_, path := p.checks()
		return append(path, x.check.ID, name)
	}
	edits := []screen.Edit{screen.Set(string(r), field("result")...)}
	if heard == "" {
		heard = p.moment()
	}
	switch {
	case r == model.NotApplicable:
		if x.answer != nil && x.answer.At != "" {
			edits = append(edits, screen.Set(nil, field("at")...))
		}
	case heard != "":
		edits = append(edits, screen.Set(string(heard), field("at")...))
	}
	p.edit("answer "+spoken(x.check.ID), edits...)
}

// clear takes the answer of the selected item away, or the objection; words that may be one are ruled out.
func (p *Page) clear() {
	x := p.row()
	if x.check == nil || x.answer == nil {
		switch {
		case x.objection != nil:
			p.edit("remove objection", screen.Remove("calls", p.id, "objections", "#"+strconv.Itoa(x.place)))
		case x.hint != nil:
			p.ruleOut(x.hint)
		}
		return
	}
	_, path := p.checks()
	path = append(path, x.check.ID)
	if x.answer.Note == "" {
		p.edit("clear answer", screen.Remove(path...))
		return
	}
	p.edit("clear answer", screen.Set(nil, append(path[:len(path):len(path)], "result")...),
		screen.Set(nil, append(path[:len(path):len(path)], "at")...))
}

// remark asks for a few words on the selected item; on an objection, for what there is to say about it. On words that may
// be one it leads to the transcript.
func (p *Page) remark() {
	x := p.row()
	switch {
	case x.unknown != "":
		p.chooseTheme(x)
	case x.objection != nil:
		p.Env.Ask(p.objectionForm(*x.objection, x.place))
	case x.hint != nil:
		p.script.goTo(x.hint.Hit.Cue)
		p.focus(scripted)
	case x.check != nil:
		before := ""
		if x.answer != nil {
			before = x.answer.Note
		}
		_, path := p.checks()
		path = append(path, x.check.ID, "note")
		p.Env.Ask(dialog.Prompt("Remark on "+spoken(x.check.ID), "Remark", before, nil, func(s string) tea.Cmd {
			if s != before {
				p.edit("remark", screen.Set(s, path...))
			}
			return nil
		}))
	}
}
