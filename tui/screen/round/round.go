// Package round is the page of one CORE coaching round: what came of the last one, then Clarify, Observe, Reflect and
// Execute, a note each, the cursor in the first from the start. It imports the page contract, guided for its notes, and no
// other page.
package round

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// The four parts, by their keys in the file.
const (
	clarify = iota
	observe
	reflect
	execute
	parts
)

var part = [parts]struct{ key, name, ask string }{
	{"clarify", "Clarify", "the one behaviour to work on, at the stage where deals stop"},
	{"observe", "Observe", "what happened, from a call or a deal: facts before opinions"},
	{"reflect", "Reflect", "what worked and what to change: the rep says it first"},
	{"execute", "Execute", "one action that can be seen, with a day"},
}

// Page is one round. Its record comes into the file with the first word, not by being looked at: a round that was only
// opened is no round held.
type Page struct {
	screen.Base
	id     string
	draft  model.Round // of one that is not there yet, or no more; without an id there is nothing to begin
	notes  *guided.Notes
	asks   []string // the playbook's; nil: it has none
	at     int
	typing bool
	rows   [parts]layout.Rect // where the parts stand, on the last drawing
	note   layout.Rect
}

// New makes the page of a round by its id; a new one says at screen.NewRound for whom.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID, notes: guided.NewNotes(env.Style, "type here")}
	p.notes.Classify = func(string) note.Class { return note.Plain }
	p.notes.Resting = "enter to type"
	if rep, ok := strings.CutPrefix(r.At, screen.NewRound); ok {
		p.draft = model.Round{ID: r.ID, Rep: rep, Coach: follow.CoachOf(env.E(), rep), Date: env.Today()}
	}
	p.Refresh()
	return p
}

// record is the round as it is, or as it would begin; there says which.
func (p *Page) record() (r model.Round, there bool) {
	if x := model.ByID(p.Env.E().Coaching, p.id); x != nil {
		return *x, true
	}
	return p.draft, false
}

// known says whether there is a round to look at or to begin.
func (p *Page) known() bool {
	r, there := p.record()
	return there || r.ID != ""
}

func text(r model.Round, i int) string {
	switch i {
	case clarify:
		return r.Clarify
	case observe:
		return r.Observe
	case reflect:
		return r.Reflect
	}
	if r.Execute == nil {
		return ""
	}
	return r.Execute.Action
}

func (p *Page) Title() string {
	r, _ := p.record()
	return strings.TrimSpace(p.who(r.Rep) + " " + string(r.Date))
}

func (p *Page) who(id string) string {
	if x := p.Env.E().Person(id); x != nil {
		return x.Label()
	}
	return id
}

func (p *Page) Scope() keys.Scope { return keys.Round }
func (p *Page) Typing() bool      { return p.typing }

func (p *Page) SetSize(w, h int) { p.W, p.H = w, h }

func (p *Page) Offers(a keys.Action) bool {
	_, there := p.record()
	switch a {
	case keys.Back:
		return true
	case keys.Remove:
		return there
	case keys.MarkDone:
		return p.last() != nil
	case keys.LookAt:
		return len(p.links()) > 0
	}
	return p.known()
}

// last is the round before with an action to ask about; nil where there is none.
func (p *Page) last() *model.Round {
	r, _ := p.record()
	if x := follow.Before(p.Env.E(), r.Rep, r.ID, r.Date); x != nil && x.Execute != nil && x.Execute.Action != "" {
		return x
	}
	return nil
}

func (p *Page) Refresh() {
	p.asks = p.Env.Now().Playbook.Prompts(part[clarify].name, part[observe].name, part[reflect].name, part[execute].name)
	r, there := p.record()
	if there { // undone or deleted elsewhere, it begins anew with what is typed next
		p.draft = model.Round{ID: r.ID, Rep: r.Rep, Coach: r.Coach, Date: r.Date}
	}
	for i := range part {
		p.notes.Take(part[i].key, text(r, i))
	}
	p.notes.Restyle()
	p.show()
}

func (p *Page) show() {
	r, _ := p.record()
	p.notes.Show(part[p.at].key, text(r, p.at))
	p.notes.SetFocus(p.typing)
}

// goTo leaves a part for another.
func (p *Page) goTo(i int) {
	p.notes.Leave()
	p.Flush()
	p.at = min(max(i, 0), parts-1)
	p.show()
}

func (p *Page) write(on bool) {
	if !on {
		p.notes.Leave()
		p.Flush()
	}
	p.typing = on && p.known()
	p.notes.SetFocus(p.typing)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		for i := range part {
			if msg.At == part[i].key {
				p.goTo(i)
			}
		}
		if _, there := p.record(); !there {
			p.write(true)
		}
	case tea.PasteMsg:
		if p.typing {
			cmd, _ := p.notes.Update(msg)
			return cmd
		}
	case tea.MouseMsg:
		p.mouse(msg)
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	a := screen.Key(p, msg)
	switch {
	case a == keys.None && p.typing:
		cmd, _ := p.notes.Update(msg)
		return cmd
	case !p.known():
	case a == keys.Next && p.typing, a == keys.NextItem, a == keys.Down, a == keys.Next:
		p.goTo((p.at + 1) % parts)
	case a == keys.Prev, a == keys.PrevItem, a == keys.Up:
		p.goTo((p.at + parts - 1) % parts)
	case a == keys.Top:
		p.goTo(clarify)
	case a == keys.Bottom:
		p.goTo(execute)
	case a == keys.Open:
		p.write(true)
	case a == keys.MarkDone:
		p.tickLast()
	case a == keys.StepDate:
		p.settle()
		p.Env.Ask(p.askStep())
	case a == keys.Edit:
		p.settle()
		p.Env.Ask(p.askWho())
	case a == keys.LinkSeen && p.at == clarify:
		p.askPractice()
	case a == keys.LinkSeen:
		p.askSeen()
	case a == keys.LookAt:
		p.look()
	case a == keys.Remove:
		p.remove()
	}
	return nil
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	click, _ := msg.(tea.MouseClickMsg)
	switch {
	case p.note.Has(m.X, m.Y):
		ed := p.notes.Editor()
		switch e := msg.(type) {
		case tea.MouseWheelMsg:
			rows := 3
			if e.Button == tea.MouseWheelUp {
				rows = -3
			}
			ed.Wheel(rows)
		case tea.MouseClickMsg:
			p.write(true)
			ed.Click(m.X-p.note.X, m.Y-p.note.Y)
		case tea.MouseMotionMsg:
			if e.Button == tea.MouseLeft {
				ed.Drag(m.X-p.note.X, m.Y-p.note.Y)
			}
		}
	case click.Button == tea.MouseLeft:
		for i, r := range p.rows {
			if r.Has(m.X, m.Y) {
				p.goTo(i)
			}
		}
	}
}

// Back leaves the note.
func (p *Page) Back() bool {
	if !p.typing {
		return false
	}
	p.write(false)
	return true
}

func (p *Page) Draft() bool { return len(p.notes.Unsent()) > 0 }

// step is the record's place in the path of an edit.
func (p *Page) step() string {
	list := p.Env.E().Coaching
	for i := range list {
		if list[i].ID == p.id {
			return place.Step(list, i)
		}
	}
	return p.id
}
