// Package finding is the page of one finding: what it says, the evidence with the words it rests on, the note, why it
// stands where it does, and the actions of the plan that carry it. It imports the page contract, capture, evidence, the
// note pane of guided and the widgets, and no other page.
package finding

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is one finding.
type Page struct {
	screen.Base
	id     string
	f      *model.Finding // nil where it is gone
	s      *score.Finding
	pieces []evidence.Piece
	list   *widget.List
	notes  *guided.Notes
	judge  capture.Judge
	inNote bool // the note has the keyboard
	why    bool // why stands in the place of evidence and note

	view         string
	box, noteBox layout.Rect // where list and note stand, on the last drawing
}

var errGone = errors.New("this finding is no longer there")

// New makes the page.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID, judge: capture.Judge{Env: env}}
	p.list = widget.NewList(env.Style, widget.Column{Width: 20}, widget.Column{}, widget.Column{Width: 8, Right: true})
	p.list.Empty = "No evidence yet; n adds an answer, a check or a moment of a call."
	p.notes = guided.NewNotes(env.Style, "What it means, where it shows, why it happens")
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if p.f == nil {
		return "gone"
	}
	return guided.Words(p.f.Label(), 44)
}

func (p *Page) Scope() keys.Scope { return p.judge.Scope(keys.Finding) }
func (p *Page) Typing() bool      { return p.inNote && !p.judge.Asking() }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Back:
		return true
	case keys.Open, keys.Remove:
		return len(p.pieces) > 0
	case keys.Why:
		return p.f != nil && !p.wide()
	}
	return p.f != nil
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Refresh() {
	now := p.Env.Now()
	p.view = ""
	p.f, p.s, p.pieces = now.E.Finding(p.id), nil, nil
	p.notes.Restyle()
	if p.f == nil {
		p.inNote = false
		return
	}
	if n := p.Env.Numbers; n != nil {
		p.s = n.Result.Finding(p.id)
	}
	for _, ref := range p.f.Evidence {
		p.pieces = append(p.pieces, evidence.Find(now.E, now.Playbook, ref))
	}
	p.fill()
	p.notes.Show(p.id, p.f.Note)
	p.notes.SetFocus(p.inNote)
}

func (p *Page) fill() {
	rows, t := p.pieces, p.Env.Style
	p.list.SetRows(widget.Rows{
		N:   len(rows),
		Key: func(i int) string { return rows[i].Ref },
		Cell: func(i, col int) string {
			x := rows[i]
			switch {
			case x.Problem != "" && col == 1:
				return t.Bad.Render("! " + layout.Clean(x.Problem))
			case x.Problem != "":
				return ""
			case col == 0:
				return layout.Clean(x.Who)
			case col == 2 && x.At != "":
				return t.Stamp.Render(layout.Clean(string(x.At)))
			case col == 2:
				return t.Dim.Render(layout.Clean(x.Value))
			case x.Text != "":
				return t.Note(sign[x.Mark]).Render(layout.Clean(x.Text))
			}
			return t.Dim.Render(layout.Clean(x.Ask))
		},
	})
	p.list.SetIdle(p.inNote)
}

// sign is the mark of a line as it is typed.
var sign = map[model.Mark]string{model.Quote: ">", model.GapLine: "!", model.FollowUp: "?", model.ObjLine: "#"}

// at is the selected piece of evidence; nil when there is none.
func (p *Page) at() *evidence.Piece { return widget.At(p.list, p.pieces) }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		p.judge.Back()
		p.list.Select(msg.At)
		if ed := p.notes.Editor(); ed != nil && ed.Seek(msg.Line) {
			p.focus(true)
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		if p.inNote {
			cmd, _ := p.notes.Update(msg)
			return cmd
		}
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	if p.f == nil {
		return nil
	}
	asking := p.judge.Asking()
	a := screen.Key(p, msg)
	if p.judge.Do(a, p.f) {
		return nil
	}
	if asking { // the key was no answer: it means what it always means
		a = screen.Key(p, msg)
		if p.judge.Do(a, p.f) {
			return nil
		}
	}
	switch {
	case a == keys.Next || a == keys.Prev:
		p.focus(!p.inNote)
	case p.inNote:
		cmd, _ := p.notes.Update(msg)
		return cmd
	case a == keys.Open:
		p.jump()
	case a == keys.New:
		p.add()
	case a == keys.Remove:
		p.takeAway()
	case a == keys.Edit:
		p.Env.Ask(capture.Edit(p.Env, *p.f))
	case a == keys.Same:
		p.Flush() // the note goes along
		if f := p.Env.E().Finding(p.id); f != nil {
			capture.Same(p.Env, *f, func(kept string) { p.Env.Go(screen.Route{Kind: screen.Finding, ID: kept}) })
		}
	case a == keys.Split:
		ref := ""
		if x := p.at(); x != nil && len(p.pieces) > 1 {
			ref = x.Ref
		}
		capture.Split(p.Env, *p.f, ref)
	case a == keys.Why:
		p.why = !p.why
	default:
		p.list.Do(a)
	}
	return nil
}

func (p *Page) focus(note bool) {
	if p.inNote && !note {
		p.Flush()
	}
	p.inNote = note
	p.why = p.why && !note
	p.notes.SetFocus(note)
	p.list.SetIdle(note)
	p.view = ""
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case p.f == nil:
	case p.noteBox.Has(m.X, m.Y):
		if click {
			p.focus(true)
		}
		p.notes.Editor().Mouse(msg, m.X-p.noteBox.X, m.Y-p.noteBox.Y)
	case p.box.Has(m.X, m.Y):
		if click {
			p.focus(false)
		}
		if p.list.Opens(msg, m.Y-p.box.Y) {
			p.jump() // a click on what is selected goes there
		}
	}
}

// Back stops asking, leaves the note, and puts why away.
func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.judge.Back():
	case p.inNote:
		p.focus(false)
	case p.why:
		p.why = false
	default:
		return false
	}
	return true
}

// Flush records the note.
func (p *Page) Flush() {
	p.notes.Send(p.id, func(text string) error {
		f := p.Env.E().Finding(p.id)
		if f == nil {
			return errGone // the text stays unsent, for the day that undo brings it back
		}
		return p.Env.Edit("note of "+f.Label(), screen.Set(text, "findings", p.id, "note"))
	})
}
