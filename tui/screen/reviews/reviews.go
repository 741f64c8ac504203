// Package reviews is the look back at day 30, 60 or 90, step by step: what was done, what moved, what was rated again, the
// wins, a note, and what comes next. The picture is computed in a command. It imports the page contract, explain, the note
// pane of guided and the widgets, and no other page.
package reviews

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/widget"
)

// The steps, in the order of a review.
const (
	stepDone = iota
	stepMoved
	stepRated
	stepWords
	stepNote
	stepNext
	stepCount
)

// Page is the reviews.
type Page struct {
	screen.Base
	day   int
	step  int
	known map[int]*review.Review // by day, of the revision asked for last
	asked uint64                 // that, plus 1
	wants map[int]bool           // days that are being computed

	doc    *explain.Doc
	drawn  [2]int // day and step that the text is of
	words  *widget.List
	rows   []word
	notes  *guided.Notes
	inNote bool // the note has the keyboard

	noteBox layout.Rect // on the last drawing
	view    string
}

// again asks for the review of the snapshot as it is.
type again struct{}

// computed is a review, and the book and revision it is of.
type computed struct {
	book screen.Book
	rev  uint64
	r    *review.Review
}

// New makes the page, on the review that is next: the first that is not written.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, doc: explain.New(env.Style), drawn: [2]int{-1, -1}}
	days := review.Days()
	p.day = days[len(days)-1]
	for _, d := range days {
		if p.row(d) < 0 {
			p.day = d
			break
		}
	}
	p.words = widget.NewList(env.Style, widget.Column{})
	p.notes = guided.NewNotes(env.Style, "What was said at the review, and what was agreed.")
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Reviews: day " + strconv.Itoa(p.day) }
func (p *Page) Scope() keys.Scope { return keys.Reviews }
func (p *Page) Typing() bool      { return p.inNote }

func (p *Page) Offers(a keys.Action) bool {
	_, on := p.word()
	switch a {
	case keys.Open:
		switch p.step {
		case stepNote:
			return true
		case stepWords:
			return on
		}
		return p.doc.Link() != nil
	case keys.New:
		return p.step == stepWords
	case keys.Edit, keys.Remove:
		return p.step == stepWords && on
	case keys.ReAudit:
		return p.step == stepRated
	case keys.SetDue:
		return p.row(p.day) >= 0
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H, p.view = w, h, ""
}

// Refresh takes up the words at once; the picture follows when it is computed.
func (p *Page) Refresh() {
	p.view = ""
	p.notes.Restyle()
	for _, d := range review.Days() {
		p.notes.Take(strconv.Itoa(d), p.note(d))
	}
	if p.asked != p.Env.Now().Rev+1 {
		p.Env.Post(again{})
	}
	p.show()
}

// compute looks back at the shown day, in a command, once for each revision.
func (p *Page) compute() tea.Cmd {
	now, today, book, day := p.Env.Now(), p.Env.Today(), p.Env.Book, p.day
	if book == nil {
		return nil
	}
	if p.asked != now.Rev+1 {
		p.asked, p.wants = now.Rev+1, map[int]bool{}
	}
	if p.wants[day] {
		return nil
	}
	p.wants[day] = true
	return screen.For(screen.Route{Kind: screen.Reviews}, func() tea.Msg {
		return computed{book, now.Rev, review.Of(now.E, now.Playbook, day, today)}
	})
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case computed:
		if msg.book == p.Env.Book { // else it is of the engagement that was open before
			if p.known == nil {
				p.known = map[int]*review.Review{}
			}
			p.known[msg.r.Day] = msg.r
			p.show()
		}
	case screen.Shown:
		for i, x := range p.Env.E().Reviews {
			if msg.At != "" && string(x.Date) == msg.At && slices.Contains(review.Days(), x.Day) {
				p.turnTo(x.Day)
				p.lead(&p.Env.E().Reviews[i], msg.Line)
			}
		}
	case tea.KeyPressMsg:
		cmd = p.key(msg)
	case tea.PasteMsg:
		if p.inNote {
			cmd, _ = p.notes.Update(msg)
		}
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return tea.Batch(cmd, p.compute())
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := screen.Key(p, msg); {
	case a == keys.Next:
		p.goTo(p.step + 1)
	case a == keys.Prev:
		p.goTo(p.step - 1)
	case p.inNote:
		cmd, _ := p.notes.Update(msg)
		return cmd
	case a == keys.Left:
		p.turn(-1)
	case a == keys.Right:
		p.turn(1)
	case a == keys.DoExport:
		p.Flush()
		p.Env.Go(screen.Route{Kind: screen.Export, At: "review-" + strconv.Itoa(p.day)})
	case a == keys.ReAudit:
		p.askReAudit()
	case a == keys.SetDue:
		p.askDate()
	case p.step == stepWords:
		p.wordKey(a)
	case p.step == stepNote:
		p.focus(a == keys.Open)
	case a == keys.Open:
		p.follow()
	default:
		p.doc.Do(a)
	}
	return nil
}

// goTo shows another step; after the last comes the first.
func (p *Page) goTo(step int) {
	p.focus(false)
	p.step = (step + stepCount) % stepCount
	p.show()
}

// turn shows another day.
func (p *Page) turn(by int) {
	days := review.Days()
	p.turnTo(days[min(max(slices.Index(days, p.day)+by, 0), len(days)-1)])
}

func (p *Page) turnTo(day int) {
	p.focus(false)
	p.day = day
	p.show()
}

// show brings the step to the screen.
func (p *Page) show() {
	key := strconv.Itoa(p.day)
	p.notes.Show(key, p.note(p.day))
	p.notes.SetFocus(p.inNote)
	p.fill()
	at := [2]int{p.day, p.step}
	if items := p.items(); at != p.drawn {
		p.drawn = at
		p.doc.Open(items)
	} else {
		p.doc.Set(items)
	}
}

// lead goes to the step in which a line of the review stands.
func (p *Page) lead(x *model.Review, line string) {
	switch {
	case line == "":
		return
	case slices.Contains(x.Wins, line), slices.Contains(x.Expand, line):
		p.goTo(stepWords)
	default:
		p.goTo(stepNote)
	}
}

func (p *Page) focus(note bool) {
	if p.inNote && !note {
		p.notes.Leave()
		p.Flush()
	}
	p.inNote = note
	p.notes.SetFocus(note)
	p.view = ""
}

func (p *Page) follow() {
	if r, ok := p.doc.Link().(screen.Route); ok && p.Env.Has(r.Kind) {
		p.Env.Go(r)
	}
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	y := m.Y - headH
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case p.step == stepNote && p.noteBox.Has(m.X, m.Y):
		ed := p.notes.Editor()
		if click && ed != nil {
			p.focus(true)
			ed.Click(m.X-p.noteBox.X, m.Y-p.noteBox.Y)
		} else if w, ok := msg.(tea.MouseWheelMsg); ok && ed != nil {
			ed.Wheel(map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[w.Button])
		}
	case p.step == stepWords:
		p.words.Mouse(msg, y)
	case p.step != stepNote:
		was := p.doc.Link()
		if p.doc.Mouse(msg, y) && p.doc.Link() == was {
			p.follow()
		}
	}
}

// Back leaves the note.
func (p *Page) Back() bool {
	was := p.inNote
	p.focus(false)
	return was
}
