// Package interviews is the list of all conversations: by role, with how far each has come; from here one plans, begins,
// opens and deletes them. It imports the page contract, guided, out and talk, and no other page.
package interviews

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/talk"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is the list.
type Page struct {
	screen.Base
	list *widget.List
	rows []row
	seen map[string]counted // marks by interview, kept while its notes are the same
}

// row is an interview, or the heading of a role.
type row struct {
	head     string
	role     model.Role
	iv       model.Interview
	who      model.Person
	answered int // of the guide's questions and one's own; not applicable is an answer
	of       int
	marks    guided.Marks
}

type counted struct {
	iv    model.Interview
	marks guided.Marks
}

// marksWidth has room for four marks with two digits each, close together.
const marksWidth = 12

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style,
		widget.Column{Width: 1},
		widget.Column{Title: "Who"},
		widget.Column{Title: "Title", Drop: 96},
		widget.Column{Title: "Status", Width: 8},
		widget.Column{Title: "Date", Width: 10},
		widget.Column{Title: "Answered", Width: 8, Right: true},
		widget.Column{Title: "Min", Width: 4, Right: true, Drop: 96},
		widget.Column{Title: "Marks", Width: marksWidth, Right: true})
	p.list.Empty = "Nobody was interviewed yet. " + keys.First(keys.New) + " begins: choose a person, or add one in the same form."
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Interviews" }
func (p *Page) Scope() keys.Scope { return keys.Interviews }
func (p *Page) Typing() bool      { return p.list.Filtering() }
func (p *Page) Back() bool        { return p.list.Back() }

func (p *Page) Offers(a keys.Action) bool {
	switch a {
	case keys.Open, keys.Filter, keys.Remove, keys.Edit:
		return len(p.rows) > 0
	}
	return true
}

func (p *Page) Refresh() {
	e, pb := p.Env.E(), p.Env.Now().Playbook
	p.rows = nil // not emptied: the list still asks the rows before for its selection
	roles := append(model.Roles(), "")
	known := map[model.Role]bool{}
	for _, r := range roles {
		known[r] = r != ""
	}
	for _, role := range roles {
		var in []row
		done := 0
		for _, iv := range e.Interviews {
			who := model.Person{ID: iv.Person}
			if x := e.Person(iv.Person); x != nil {
				who = *x
			}
			if who.Role != role && (role != "" || known[who.Role]) {
				continue
			}
			r := row{role: role, iv: iv, who: who, marks: p.marks(iv)}
			r.answered, r.of = answers(iv, pb.Guide(who.Role))
			if iv.StatusOr() == model.Done {
				done++
			}
			in = append(in, r)
		}
		if len(in) > 0 {
			head := cmp.Or(role.Plural(), "Role not known") + "  " + strconv.Itoa(done) + " of " + strconv.Itoa(len(in)) + " done"
			p.rows = append(append(p.rows, row{head: head}), in...)
		}
	}
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Note: func(i int) bool { return rows[i].head != "" },
		Key:  func(i int) string { return rows[i].iv.ID },
		Text: func(i int) string {
			r := rows[i]
			return r.who.Label() + " " + r.who.Title + " " + r.who.Team + " " + string(r.role) + " " + string(r.iv.StatusOr())
		},
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

// answers counts the questions of a guide and of one's own, and those that are settled.
func answers(iv model.Interview, guide *playbook.Guide) (n, of int) {
	asked := map[string]bool{}
	if guide != nil {
		for _, q := range guide.Questions {
			asked[q.ID] = true
		}
	}
	of = len(asked)
	for _, a := range iv.Answers {
		if a.Question == "" && a.Ask != "" {
			of++
		} else if !asked[a.Question] {
			continue
		}
		delete(asked, a.Question) // a second answer to it counts for nothing
		if (guided.Item{Rating: a.Rating, NA: a.NA}).Answered() {
			n++
		}
	}
	return n, of
}

// marks counts in all notes of an interview, anew only where something in it changed.
func (p *Page) marks(iv model.Interview) guided.Marks {
	if c, ok := p.seen[iv.ID]; ok && iv.Note == c.iv.Note && sameList(iv.Answers, c.iv.Answers) {
		return c.marks
	}
	m := guided.MarksOf(iv.Note)
	for _, a := range iv.Answers {
		m = m.Add(guided.MarksOf(a.Note))
	}
	if p.seen == nil {
		p.seen = map[string]counted{}
	}
	p.seen[iv.ID] = counted{iv, m}
	return m
}

// sameList says whether two lists are one: a snapshot shares with the one before what was not changed.
func sameList(a, b []model.Answer) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	status := r.iv.StatusOr()
	switch {
	case r.head != "":
		return "  " + r.head
	case col == 0:
		return t.Accent.Render(style.Status(string(status)))
	case col == 1:
		name := layout.Clean(r.who.Label())
		if r.iv.Round != "" {
			name += t.Dim.Render(" " + style.Bullet + " " + layout.Clean(r.iv.Round))
		}
		return name
	case col == 2:
		return t.Dim.Render(guided.Words(r.who.Title, p.W/4))
	case col == 3:
		return t.Text.Render(layout.Clean(string(status)))
	case col == 4:
		return t.Dim.Render(layout.Clean(string(r.iv.Date)))
	case col == 5:
		return t.Text.Render(strconv.Itoa(r.answered)) + t.Dim.Render("/"+strconv.Itoa(r.of))
	case col == 6:
		if r.iv.Minutes == 0 {
			return ""
		}
		return t.Dim.Render(strconv.Itoa(r.iv.Minutes))
	}
	return guided.ShowMarks(t, r.marks, marksWidth)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case guideMsg:
		p.came(msg)
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
		p.Env.Ask(p.newForm())
	case keys.Edit:
		if p.list.Key() != "" {
			p.Env.Ask(talk.Details(p.Env, p.list.Key(), nil))
		}
	case keys.Print:
		p.Env.Ask(p.guideForm())
	case keys.Remove:
		p.remove()
	default:
		p.list.Press(a, msg)
	}
}

func (p *Page) open() {
	if id := p.list.Key(); id != "" {
		p.list.Back()
		p.Env.Go(screen.Route{Kind: screen.Interview, ID: id})
	}
}

// remove deletes an interview after a question that says what goes with it.
func (p *Page) remove() {
	r := widget.At(p.list, p.rows)
	if r == nil {
		return
	}
	what := "Nothing was written in it yet."
	if n := len(r.iv.Answers); n > 0 {
		what = strconv.Itoa(n) + " answers and their notes go with it; undo brings them back."
		if n == 1 {
			what = "1 answer and its note go with it; undo brings them back."
		}
	} else if r.iv.Note != "" {
		what = "Its note goes with it; undo brings it back."
	}
	p.Env.AskRemove(dialog.Confirm{
		Title: "Delete interview", Text: "Delete the interview with " + layout.Clean(r.who.Label()) + "? " + what,
		YesLabel: "delete it", NoLabel: "keep it",
	}, "delete interview", "interviews", r.iv.ID)
}

func (p *Page) Cursor() *tea.Cursor { return p.list.Cursor(p.W) }

func (p *Page) View() string { return p.list.View(p.W, p.H) }
