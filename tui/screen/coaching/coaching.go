// Package coaching is the page of CORE coaching: who is due this week, how each rep and each coach keep to it, and all
// rounds. It imports the page contract, place and the widgets, and no other page.
package coaching

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/widget"
)

// shows is what the page shows; tab leads from one to the next.
type shows int

const (
	reps shows = iota
	rounds
	focus
	coaches
)

// Page is the coaching of a team.
type Page struct {
	screen.Base
	show   shows
	lists  [coaches + 1]*widget.List
	at     *follow.Coaching
	over   bool           // following has ended: the numbers are of that day
	reps   []repRow       // with headings
	rounds []model.Round  // the newest first; of one rep where only is set
	steps  []string       // of the rounds, in the path of an edit
	only   string         // the rep whose rounds are shown; empty: all
	last   map[string]int // the latest round of each rep, by its place in the file
	focus  []behaviour
	view   string
}

// repRow is a rep, or the heading above those who are due.
type repRow struct {
	follow.Coached
	heading string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.lists[reps] = widget.NewList(env.Style,
		widget.Column{Title: "Rep", Width: 16},
		widget.Column{Title: "Last round", Width: 10},
		widget.Column{Title: "Weeks", Width: 8, Right: true},
		widget.Column{Title: "Actions", Width: 8, Right: true},
		widget.Column{Title: "In focus"})
	p.lists[reps].Empty = "Nobody to coach yet. People (W) has the reps; each then gets one round a week here."
	p.lists[rounds] = widget.NewList(env.Style,
		widget.Column{Title: "Date", Width: 10},
		widget.Column{Title: "Rep", Width: 16},
		widget.Column{Title: "Coach", Width: 16, Drop: 100},
		widget.Column{Title: "In focus"},
		widget.Column{Title: "Action", Width: 16})
	p.lists[rounds].Empty = "No rounds yet. n holds one: one behaviour, what was seen, what the rep says, one action with a day."
	p.lists[focus] = widget.NewList(env.Style,
		widget.Column{Title: "Behaviour"},
		widget.Column{Title: "Reps", Width: 4, Right: true},
		widget.Column{Title: "Rounds", Width: 6, Right: true},
		widget.Column{Title: "Lift of its number", Width: 30})
	p.lists[focus].Empty = "Nothing in focus yet: what a round clarifies stands here, with the numbers of its practice."
	p.lists[coaches] = widget.NewList(env.Style,
		widget.Column{Title: "Coach"},
		widget.Column{Title: "Reps", Width: 4, Right: true},
		widget.Column{Title: "Rounds", Width: 6, Right: true},
		widget.Column{Title: "Last round", Width: 10},
		widget.Column{Title: "Weeks", Width: 10, Right: true},
		widget.Column{Title: "Actions", Width: 10, Right: true})
	p.lists[coaches].Empty = "No rounds yet, so nobody coaches."
	p.Refresh()
	return p
}

func (p *Page) list() *widget.List { return p.lists[p.show] }

func (p *Page) Title() string     { return "Coaching" }
func (p *Page) Scope() keys.Scope { return keys.Coaching }
func (p *Page) Typing() bool      { return p.list().Filtering() }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Open:
		return p.show <= rounds && p.list().Total() > 0
	case keys.New:
		return len(p.Env.E().People) > 0
	case keys.Edit, keys.Remove:
		return p.show == rounds && p.list().Total() > 0
	case keys.MarkDone:
		r := p.round()
		return r != nil && r.Execute != nil && r.Execute.Action != ""
	case keys.Filter:
		return p.show == rounds && p.list().Total() > 0
	}
	return true
}

func (p *Page) Refresh() {
	p.view = ""
	e := p.Env.E()
	day, over := follow.End(e, p.Env.Today())
	p.over, p.at = over, follow.OfCoaching(e, day)
	p.last = map[string]int{}
	p.rounds, p.steps = nil, nil
	order := make([]int, len(e.Coaching))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(e.Coaching[b].Date, e.Coaching[a].Date), cmp.Compare(b, a))
	})
	for _, i := range order {
		r := e.Coaching[i]
		if _, ok := p.last[r.Rep]; !ok {
			p.last[r.Rep] = i
		}
		if p.only == "" || r.Rep == p.only {
			p.rounds, p.steps = append(p.rounds, r), append(p.steps, place.Step(e.Coaching, i))
		}
	}
	p.fillReps()
	list, steps := p.rounds, p.steps
	p.lists[rounds].SetRows(widget.Rows{
		N:    len(list),
		Key:  func(i int) string { return steps[i] },
		Cell: func(i, col int) string { return p.roundCell(list[i], col) },
		Text: func(i int) string {
			r := list[i]
			return p.who(r.Rep) + " " + p.who(r.Coach) + " " + string(r.Date) + " " + r.Clarify
		},
	})
	p.fillFocus()
	who := p.at.Coaches
	p.lists[coaches].SetRows(widget.Rows{
		N:    len(who),
		Key:  func(i int) string { return who[i].Person },
		Cell: func(i, col int) string { return p.coachCell(who[i], col) },
	})
}

// fillReps puts those who are due this week on top.
func (p *Page) fillReps() {
	all := p.at.Reps
	if len(all) == 0 { // it has not begun: everyone who should be coached
		for _, x := range p.Env.E().People {
			if x.Role == model.Rep {
				all = append(all, follow.Coached{Person: x.ID})
			}
		}
	}
	var due, held []repRow
	for _, r := range all {
		if slices.Contains(p.at.Due, r.Person) || p.at.Start == "" {
			due = append(due, repRow{Coached: r})
		} else {
			held = append(held, repRow{Coached: r})
		}
	}
	p.reps = nil
	if len(due) > 0 {
		p.reps = append(append(p.reps, repRow{heading: p.dueHeading(len(due))}), due...)
	}
	if len(held) > 0 {
		p.reps = append(append(p.reps, repRow{heading: p.heldHeading(len(held))}), held...)
	}
	rows := p.reps
	p.lists[reps].SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].Person },
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.repCell(rows[i], col) },
	})
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		p.lists[reps].Select(msg.At)
	case tea.PasteMsg:
		p.list().Type(msg)
	case tea.MouseMsg:
		was := p.list().Key()
		if p.list().Mouse(msg, msg.Mouse().Y-headH) && p.list().Key() == was {
			p.open()
		}
	case tea.KeyPressMsg:
		p.key(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) {
	switch a := screen.Key(p, msg); {
	case a == keys.Open:
		p.open()
	case a == keys.New:
		p.begin()
	case a == keys.MarkDone:
		p.tick()
	case a == keys.Begin:
		p.Env.Ask(p.askStart())
	case a == keys.Edit && p.show == rounds:
		p.open()
	case a == keys.Remove && p.show == rounds:
		p.remove()
	case a == keys.Next && !p.Typing():
		p.turn(1)
	case a == keys.Prev && !p.Typing():
		p.turn(coaches)
	case a == keys.Filter && p.Offers(a):
		p.list().AskFilter()
	case a == keys.Accept:
		p.list().Accept()
	case a == keys.None:
		p.list().Type(msg)
	default:
		p.list().Do(a)
	}
}

// turn shows another list: all rounds, where it is theirs.
func (p *Page) turn(by shows) {
	p.show = (p.show + by) % (coaches + 1)
	p.narrow("")
}

func (p *Page) narrow(rep string) {
	if p.only != rep {
		p.only = rep
		p.Refresh()
	}
}

// Back leaves the filter, then the rounds of one rep, then the other lists.
func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.list().Back():
	case p.show != reps:
		p.show = reps
		p.narrow("")
	default:
		return false
	}
	return true
}

func (p *Page) Cursor() *tea.Cursor {
	c := p.list().Cursor(p.W)
	if c != nil {
		c.Y += headH
	}
	return c
}
