// Package call is the page of one call review. The recording plays in another window; here are a clock that follows it,
// the rubric, the note whose lines are stamped by themselves, the transcript beside it, and the objections. It imports the
// page contract, capture, evidence, transcripts, the note pane of guided and the widgets, and no other page.
package call

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/transcripts"
	"github.com/gapbook/gapbook/tui/widget"
)

// pane is what has the keyboard.
type pane int

const (
	rubric pane = iota
	noted
	scripted
)

// Page is one call.
type Page struct {
	screen.Base
	id     string
	c      *model.Call // nil where it is gone
	clock  clock
	rows   []row
	list   *widget.List
	notes  *guided.Notes
	script *script
	file   *transcripts.Attaching

	at     pane
	reads  bool        // the transcript has the place of the note, where there is room for one of them
	asking bool        // after ctrl+r: the next letter answers
	heard  model.Clock // where in the transcript the answer was heard, that is asked for; empty: where the clock stands
	second bool        // the second rater answers, and sees nothing of the first
	bare   int         // the line of the note whose stamp was taken away on purpose; 0: none

	top   []string // what is drawn above and beside the note
	drawn guided.Marks
	boxes shape // where things stood on the last drawing
}

var errGone = errors.New("this call is no longer there")

// New makes the page. The note has the keyboard.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID, at: noted, clock: clock{now: time.Now}}
	p.list = widget.NewList(env.Style, widget.Column{Width: 1}, widget.Column{}, widget.Column{Width: 7, Right: true, Drop: 34})
	p.notes = guided.NewNotes(env.Style, "Type here.  > quote   ! gap   ? to chase   #theme objection")
	p.notes.NewLine = func() string { return p.clock.stamp() }
	p.script = newScript(env.Style)
	p.file = transcripts.New(env, screen.Route{Kind: screen.Call, ID: r.ID})
	p.Refresh()
	return p
}

func (p *Page) Title() string {
	if p.c == nil {
		return "gone"
	}
	return guided.Words(p.c.Label(), 44)
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
		p.at, p.asking, p.second, p.clock.on = rubric, false, false, false
		return
	}
	p.second = p.second && p.c.Second != nil // undo may have taken the second rater away
	p.script.refresh(p.Env, p.c)
	if p.second {
		p.script.hints = nil
	}
	p.read()
	p.notes.Show(p.id, p.c.Note)
	p.focus(p.at)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	cmd := p.update(msg)
	load := p.script.load(p.Env, p.c)
	p.script.clock(int(p.clock.position()/time.Second), p.clock.started())
	if load != nil {
		p.top = nil
	}
	return tea.Batch(cmd, load)
}

func (p *Page) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		p.arrive(msg.At)
		if ed := p.notes.Editor(); p.c != nil && ed != nil && ed.Seek(msg.Line) {
			p.focus(noted)
		}
	case tickMsg:
		if msg.run == p.clock.run {
			p.top = nil
			return p.ticking(p.clock.tick())
		}
	case readMsg:
		p.script.took(msg)
		p.Refresh()
	case tea.KeyPressMsg:
		switch {
		case p.file.IsOpen():
			return p.file.Update(msg)
		case p.c != nil:
			return p.key(msg)
		}
	case tea.PasteMsg:
		switch {
		case p.file.IsOpen():
			return p.file.Update(msg)
		case p.at == scripted && p.script.asking:
			p.top = nil
			p.script.typed(msg)
		case p.at == noted:
			p.asking = false
			return p.write(msg)
		}
	case tea.MouseMsg:
		if p.file.IsOpen() {
			return p.file.Update(msg)
		}
		p.mouse(msg)
	default:
		p.top = nil
		cmd := p.file.Update(msg)
		p.again()
		if p.c != nil && p.c.Transcript != p.script.rel { // it was attached: it is read and shown at once
			p.reads = true
		}
		return cmd
	}
	return nil
}

// ticking brings the ticks to this page, even when another one is shown: the recording plays on.
func (p *Page) ticking(cmd tea.Cmd) tea.Cmd {
	return screen.For(screen.Route{Kind: screen.Call, ID: p.id}, cmd)
}

// focus gives the keyboard to a pane that is there.
func (p *Page) focus(to pane) {
	if p.at == noted && to != noted {
		p.Flush()
	}
	if to == scripted && p.c.Transcript == "" || to == noted && p.second {
		to = rubric
	}
	p.at = to
	if to != rubric {
		p.reads = to == scripted
	}
	p.notes.SetFocus(to == noted)
	p.list.SetIdle(to != rubric)
	p.top = nil
}

// next is the pane that tab leads to.
func (p *Page) next(by int) {
	order := []pane{noted, rubric, scripted}
	for i, x := range order {
		if x != p.at {
			continue
		}
		for {
			i = (i + by + len(order)) % len(order)
			if to := order[i]; (to != scripted || p.c.Transcript != "") && (to != noted || !p.second) {
				p.focus(to)
				return
			}
		}
	}
}

// Back leaves the question, the search, then the note or transcript for the rubric, then the second rater's sheet.
func (p *Page) Back() bool {
	p.top = nil
	switch {
	case p.file.IsOpen():
		p.file.Close()
	case p.asking:
		p.asking, p.heard = false, ""
	case p.at == scripted && p.script.leave():
	case p.at != rubric:
		p.focus(rubric)
	case p.second:
		p.endSecond()
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
		return p.Env.Edit("note of "+c.Label(), append(edits, follow(c, text, p.Env.Now().Playbook)...)...)
	})
}

// edit flushes what was typed and makes a change of its own.
func (p *Page) edit(name string, edits ...screen.Edit) {
	p.Flush()
	_ = p.Env.Edit(name+", "+p.c.Label(), edits...) // what is refused is said by the app
	p.again()
}

// again takes up what was changed at once: the next key may come before the next drawing.
func (p *Page) again() {
	if c := p.Env.E().Call(p.id); c != nil {
		p.c = c
		p.read()
	}
}

// beside says whether there is room for the note and the transcript at the same time.
func (p *Page) beside() bool { return p.W >= besideW }

func (p *Page) details() { p.Env.Ask(capture.EditCall(p.Env, *p.c)) }

// room is what the page may use.
func (p *Page) room() layout.Rect { return layout.Screen(p.W, p.H) }
