// Package interview is the page on which a consultant types while a person talks: the guide's questions one after
// another, each with a rating and a note, the cursor in the note from the start. It imports the page contract and
// guided, and no other page.
package interview

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
)

// Page runs one interview.
type Page struct {
	screen.Base
	id      string
	run     *guided.Runner
	clock   clock
	now     func() time.Time
	ticking bool
	shown   int  // minutes on the screen
	ended   bool // the next item was asked for at the last one
}

// New makes the page for an interview by its id.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID, now: time.Now}
	if iv := p.interview(); iv != nil {
		p.clock.before = iv.Minutes
	}
	p.run = guided.NewRunner(env, p)
	p.Refresh()
	p.resume()
	return p
}

func (p *Page) interview() *model.Interview { return p.Env.E().Interview(p.id) }

// person is who is interviewed; one who is not in the file has only an id.
func (p *Page) person() model.Person {
	iv := p.interview()
	if iv == nil {
		return model.Person{ID: p.id}
	}
	if x := p.Env.E().Person(iv.Person); x != nil {
		return *x
	}
	return model.Person{ID: iv.Person}
}

func (p *Page) Title() string       { return p.person().Label() }
func (p *Page) Scope() keys.Scope   { return p.run.Scope(keys.Interview) }
func (p *Page) Typing() bool        { return p.run.Typing() }
func (p *Page) Refresh()            { p.run.Refresh() }
func (p *Page) View() string        { return p.run.View() }
func (p *Page) Cursor() *tea.Cursor { return p.run.Cursor() }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.run.SetSize(w, h)
}

// Offers leaves out what means nothing at the item on the screen.
func (p *Page) Offers(a keys.Action) bool {
	it := p.run.Item()
	switch a {
	case keys.Rate, keys.Skip:
		return it.Kind == guided.Rated
	case keys.Remove:
		return p.run.Asking() || p.extra(it.Key)
	}
	return p.interview() != nil
}

// resume goes to where one stopped: the answer written last, in an interview that is under way.
func (p *Page) resume() {
	iv := p.interview()
	if iv == nil || iv.StatusOr() != model.Started || len(iv.Answers) == 0 {
		return
	}
	for _, it := range p.run.Items() {
		if path := p.Place(it.NoteKey); it.Kind == guided.Rated && p.at(path) == len(iv.Answers)-1 {
			p.run.Select(it.Key)
		}
	}
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		switch {
		case msg.At != "":
			p.goTo(msg.At)
		case msg.Line != "":
			p.run.Select(whole)
		}
		p.run.Enter()
		p.run.Seek(msg.Line)
		return p.tick()
	case tickMsg:
		p.ticking = false
		if p.clock.minutes(p.now()) != p.shown {
			p.run.Redraw()
		}
		return p.tick()
	case tea.KeyPressMsg:
		if !p.run.Asking() && p.do(screen.Key(p, msg)) {
			return p.tick()
		}
	}
	return tea.Batch(p.run.Update(msg), p.tick())
}

// goTo shows a question by its id, or one's own by its words, or the note outside the guide.
func (p *Page) goTo(at string) {
	for _, it := range p.run.Items() {
		if it.Key == at || it.Key == own+at || it.Key == stray+at {
			p.run.Select(it.Key)
			return
		}
	}
}

// do carries out what only an interview knows; false when it is the runner's.
func (p *Page) do(a keys.Action) bool {
	if p.interview() == nil {
		return false
	}
	ended := p.ended
	p.ended = false
	switch a {
	case keys.NextItem:
		return p.end(ended)
	case keys.Own:
		p.run.Settle()
		p.Env.Ask(p.ownForm())
	case keys.Edit:
		p.run.Settle()
		p.Env.Ask(p.details())
	case keys.Finish:
		p.finish()
	case keys.Clock:
		p.clock.toggle(p.now())
		p.run.Redraw()
	case keys.Remove:
		p.remove()
	default:
		return false
	}
	return true
}

// Touched starts the clock, unless the interview is over and this is the evening.
func (p *Page) Touched() {
	if iv := p.interview(); iv != nil && iv.StatusOr() != model.Done {
		p.clock.touch(p.now())
	}
}

// Back leaves the note for the list; in the list it says that the page may be left.
func (p *Page) Back() bool {
	if p.run.Back() {
		return true
	}
	p.keepMinutes()
	return false
}

// Flush sends what was typed. Outside the note, where one is about to leave, the minutes go along even without text.
func (p *Page) Flush() {
	p.run.Flush()
	if !p.run.Typing() {
		p.keepMinutes()
	}
}

func (p *Page) keepMinutes() {
	if edits := p.Brings(); p.clock.ran() && len(edits) > 0 {
		_ = p.Env.Edit("minutes of "+p.person().Label(), edits...)
	}
}

// Brings is what the first word of an interview says too: that it has begun, today, by whom; and later, how long it took.
func (p *Page) Brings() []screen.Edit {
	iv := p.interview()
	if iv == nil {
		return nil
	}
	var edits []screen.Edit
	set := func(v any, field string) { edits = append(edits, screen.Set(v, "interviews", p.id, field)) }
	if iv.Status == model.Planned {
		set(string(model.Started), "status")
		set(string(p.Env.Today()), "date")
	} else if iv.Date == "" {
		set(string(p.Env.Today()), "date")
	}
	if iv.By == "" && p.Env.Me != "" {
		set(p.Env.Me, "by")
	}
	if m := p.clock.minutes(p.now()); p.clock.ran() && m != iv.Minutes {
		set(m, "minutes")
	}
	return edits
}

// end is what the next item means at the last one: asked for twice, the interview is done. No dialog stands in the way of
// whoever types on.
func (p *Page) end(again bool) bool {
	if items := p.run.Items(); p.run.Item().Key != items[len(items)-1].Key || p.interview().StatusOr() == model.Done {
		return false
	}
	if again {
		p.finish()
		return true
	}
	p.ended = true
	p.Env.Say("that was the last; " + guided.Chord(keys.Interview, keys.NextItem) + " once more: the interview is done")
	return true
}

func (p *Page) finish() {
	p.run.Settle()
	iv := p.interview()
	status, word := model.Done, "done"
	if n, of := p.answered(); n < of {
		word += fmt.Sprintf(" with %d of %d answered", n, of)
	}
	if iv.StatusOr() == model.Done {
		status, word = model.Started, "not done yet"
	}
	edits := append(p.Brings(), screen.Set(string(status), "interviews", p.id, "status"))
	if p.Env.Edit("mark interview of "+p.person().Label()+" "+string(status), edits...) == nil {
		p.clock.stop(p.now())
		p.run.Redraw()
		p.Env.Say(word + ": " + layout.Clean(p.person().Label()))
	}
}

// answered counts the questions, and those that have an answer.
func (p *Page) answered() (n, of int) {
	for _, it := range p.run.Items() {
		if it.Kind == guided.Rated {
			of++
			if it.Answered() {
				n++
			}
		}
	}
	return n, of
}

func (p *Page) Stage() string { return "" }

type tickMsg struct{}

// tick looks at the clock now and then while it runs.
func (p *Page) tick() tea.Cmd {
	if p.ticking || !p.clock.running(p.now()) {
		return nil
	}
	p.ticking = true
	route := screen.Route{Kind: screen.Interview, ID: p.id}
	return screen.For(route, tea.Tick(10*time.Second, func(time.Time) tea.Msg { return tickMsg{} }))
}
