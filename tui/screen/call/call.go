// Package call is the page of one call review. The recording plays in another window; here are a clock that follows it,
// the rubric, the note whose lines are stamped by themselves, and the objections. It imports the page contract, capture,
// evidence, the note pane of guided and the widgets, and no other page.
package call

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is one call.
type Page struct {
	screen.Base
	id    string
	c     *model.Call // nil where it is gone
	clock clock
	rows  []row
	list  *widget.List
	notes *guided.Notes

	inNote bool // the note has the keyboard, else the rubric
	asking bool // after ctrl+r: the next letter answers
	bare   int  // the line of the note whose stamp was taken away on purpose; 0: none

	top     []string // what is drawn above and beside the note
	drawn   guided.Marks
	railBox layout.Rect // where things stand, on the last drawing
	noteBox layout.Rect
}

var errGone = errors.New("this call is no longer there")

// New makes the page. The note has the keyboard.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID, inNote: true, clock: clock{now: time.Now}}
	p.list = widget.NewList(env.Style, widget.Column{Width: 1}, widget.Column{}, widget.Column{Width: 7, Right: true, Drop: 34})
	p.notes = guided.NewNotes(env.Style, "Type here.  > quote   ! gap   ? to chase   #theme objection")
	p.notes.NewLine = func() string { return p.clock.stamp() }
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if p.c == nil {
		return "gone"
	}
	return guided.Words(p.c.Label(), 44)
}

func (p *Page) Scope() keys.Scope {
	if p.asking {
		return keys.Verdict
	}
	return keys.Call
}

func (p *Page) Typing() bool { return p.inNote && !p.asking }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.AnswerYes, keys.AnswerPartly, keys.AnswerNo, keys.AnswerNA:
		return p.at().check != nil
	case keys.Rate:
		return p.at().check != nil
	case keys.Back:
		return true
	}
	return p.c != nil
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.top = nil
}

func (p *Page) Refresh() {
	p.top = nil
	p.c = p.Env.E().Call(p.id)
	p.notes.Restyle()
	if p.c == nil {
		p.inNote, p.asking, p.clock.on = false, false, false
		return
	}
	p.read()
	p.notes.Show(p.id, p.c.Note)
	p.notes.SetFocus(p.inNote)
	p.list.SetIdle(p.inNote)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		p.arrive(msg.At)
		if ed := p.notes.Editor(); p.c != nil && ed != nil && ed.Seek(msg.Line) {
			p.focus(true)
		}
	case tickMsg:
		if msg.run == p.clock.run {
			p.top = nil
			return p.ticking(p.clock.tick())
		}
	case tea.KeyPressMsg:
		if p.c != nil {
			return p.key(msg)
		}
	case tea.PasteMsg:
		if p.inNote {
			p.asking = false
			return p.write(msg)
		}
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

// ticking brings the ticks to this page, even when another one is shown: the recording plays on.
func (p *Page) ticking(cmd tea.Cmd) tea.Cmd {
	return screen.For(screen.Route{Kind: screen.Call, ID: p.id}, cmd)
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	a := screen.Key(p, msg)
	if a == keys.None && p.Typing() {
		return p.write(msg) // draws anew only what changes with it
	}
	p.top = nil
	if p.asking {
		p.asking = false
		if a == keys.None { // the key was no answer: nothing that is typed gets lost
			return p.key(msg)
		}
	}
	switch a {
	case keys.Clock:
		return p.ticking(p.clock.toggle())
	case keys.BackTen, keys.Left:
		p.clock.jump(-10 * time.Second)
	case keys.AheadTen, keys.Right:
		p.clock.jump(10 * time.Second)
	case keys.GoTime:
		p.askTime()
	case keys.NextItem:
		p.list.Do(keys.Down)
	case keys.PrevItem:
		p.list.Do(keys.Up)
	case keys.Rate:
		p.asking = p.at().check != nil
		if !p.asking {
			p.Env.Say("nothing to answer here; ctrl+n and ctrl+p lead to the rubric's items")
		}
	case keys.AnswerYes, keys.AnswerPartly, keys.AnswerNo, keys.AnswerNA:
		p.answer(results[a])
	case keys.Remove:
		p.clear()
	case keys.AddObjection:
		p.objection()
	case keys.MakeFinding:
		p.finding()
	case keys.Open:
		p.remark()
	case keys.Edit:
		p.Env.Ask(capture.EditCall(p.Env, *p.c))
	case keys.Next, keys.Prev:
		p.focus(!p.inNote)
	case keys.Cancel, keys.None:
	default:
		p.list.Do(a)
	}
	return nil
}

func (p *Page) focus(note bool) {
	if !note {
		p.Flush()
	}
	p.inNote = note
	p.notes.SetFocus(note)
	p.list.SetIdle(note)
	p.top = nil
}

// Back leaves the question, then the note for the rubric.
func (p *Page) Back() bool {
	p.top = nil
	switch {
	case p.asking:
		p.asking = false
	case p.inNote:
		p.focus(false)
	default:
		return false
	}
	return true
}

// Flush records the note, and what changed in its #theme lines among the objections.
func (p *Page) Flush() {
	p.notes.Send(p.id, func(text string) error {
		c := p.Env.E().Call(p.id)
		if c == nil {
			return errGone // the text stays unsent, for the day that undo brings it back
		}
		edits := []screen.Edit{screen.Set(text, "calls", p.id, "note")}
		return p.Env.Edit("note", append(edits, follow(c, text, p.Env.Now().Playbook)...)...)
	})
}

// edit flushes what was typed and makes a change of its own.
func (p *Page) edit(name string, edits ...screen.Edit) {
	p.Flush()
	_ = p.Env.Edit(name, edits...) // what is refused is said by the app
}
