// Package audit is the page of one look at a stage, a handoff or a cadence: its checks one after another, each rated or
// sampled and noted, and for a stage its exit criteria and sampled CRM records. It imports the page contract, guided and
// evidence, and no other page.
package audit

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Page is one audit. Its record comes into the file with the first answer, not by being looked at.
type Page struct {
	screen.Base
	id      string      // of the record, whether it is there yet or not
	about   model.Audit // kind, subject and round of one that is not there yet
	run     *guided.Runner
	records *widget.List
	half    int // cells for each of the table's longer columns
}

// New makes the page for an audit by its id, or for one that is not begun by kind:subject or kind:subject:round.
func New(env *screen.Env, r screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, id: r.ID}
	if kind, rest, ok := strings.Cut(r.ID, ":"); ok && env.E().Audit(r.ID) == nil {
		subject, round, _ := strings.Cut(rest, ":")
		p.id = model.NewID("a")
		p.about = model.Audit{Kind: model.AuditKind(kind), Subject: subject, Round: round}
	}
	p.newRecords()
	p.run = guided.NewRunner(env, p)
	p.Refresh()
	p.resume()
	return p
}

// audit is the record as it is, or as it would begin; there says which.
func (p *Page) audit() (a model.Audit, there bool) {
	if x := p.Env.E().Audit(p.id); x != nil {
		return *x, true
	}
	a = p.about
	a.ID = p.id
	return a, false
}

// known says whether there is anything to look at: a record, or something to begin one about.
func (p *Page) known() bool {
	_, there := p.audit()
	return there || p.about.Subject != ""
}

func (p *Page) Title() string {
	a, _ := p.audit()
	return evidence.Subject(p.Env.E(), p.Env.Now().Playbook, &a)
}

func (p *Page) Scope() keys.Scope   { return p.run.Scope(p.scope()) }
func (p *Page) Typing() bool        { return p.run.Typing() }
func (p *Page) View() string        { return p.run.View() }
func (p *Page) Cursor() *tea.Cursor { return p.run.Cursor() }
func (p *Page) Back() bool          { return p.run.Back() }
func (p *Page) Flush()              { p.run.Flush() }
func (p *Page) Touched()            {}

func (p *Page) Refresh() {
	p.fillRecords()
	p.run.Refresh()
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.run.SetSize(w, h)
}

// scope is that of the sampled records while their table is on the screen.
func (p *Page) scope() keys.Scope {
	if p.run.Item().Key == records {
		return keys.Records
	}
	return keys.Audit
}

// Offers leaves out what means nothing at the item on the screen.
func (p *Page) Offers(a keys.Action) bool {
	it := p.run.Item()
	staged, _ := p.audit()
	switch a {
	case keys.Rate, keys.TakeSample:
		return it.Kind == guided.Rated
	case keys.AddRecord:
		return staged.Kind == model.StageAudit
	case keys.Open:
		return it.Key != records || !p.run.InNote() || p.records.Len() > 0
	case keys.Remove:
		return p.run.Asking() || strings.HasPrefix(it.Key, stray) || it.Key == records && p.records.Len() > 0
	}
	return true
}

// resume goes to the first check without an answer, in an audit that is under way.
func (p *Page) resume() {
	a, there := p.audit()
	if !there || len(a.Checks) == 0 {
		return
	}
	for _, it := range p.run.Items() {
		if it.Kind == guided.Rated && !it.Recorded() {
			p.run.Select(it.Key)
			return
		}
	}
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Shown:
		switch {
		case msg.At != "":
			if !p.run.Select(msg.At) {
				p.run.Select(stray + msg.At)
			}
		case msg.Line != "":
			p.run.Select(whole)
		}
		p.run.Enter()
		p.run.Seek(msg.Line)
		return nil
	case tea.KeyPressMsg:
		if !p.run.Asking() && p.do(screen.Key(p, msg)) {
			return nil
		}
	}
	return p.run.Update(msg)
}

// do carries out what only an audit knows; false when it is the runner's.
func (p *Page) do(a keys.Action) bool {
	if !p.known() {
		return false
	}
	switch a {
	case keys.TakeSample:
		if p.run.Item().Kind != guided.Rated {
			p.Env.Say("a sample belongs to a check; go to one first")
			return true
		}
		p.run.Settle()
		p.Env.Ask(p.sampleForm())
	case keys.AddRecord:
		if x, _ := p.audit(); x.Kind != model.StageAudit {
			p.Env.Say("records are sampled where a stage is audited")
			return true
		}
		p.run.Settle()
		p.Env.Ask(p.recordForm(-1))
	case keys.Edit:
		p.run.Settle()
		p.Env.Ask(p.details())
	case keys.Remove:
		p.remove()
	default:
		return false
	}
	return true
}

// Brings is the record itself, where this is its first answer.
func (p *Page) Brings() []screen.Edit {
	a, there := p.audit()
	if there || !p.known() {
		return nil
	}
	a.By, a.Date = p.Env.Me, p.Env.Today()
	return []screen.Edit{screen.Add(a, "audits")}
}

// Stage is that of a finding made here.
func (p *Page) Stage() string {
	if a, _ := p.audit(); a.Kind == model.StageAudit {
		return a.Subject
	}
	return ""
}

// Head says what is audited, when and by whom, and how much of it is answered.
func (p *Page) Head(w int) string {
	t := p.Env.Style
	a, there := p.audit()
	about := []string{string(a.Kind) + " audit"}
	for _, s := range []string{a.Round, string(a.Date), a.By} {
		if s != "" {
			about = append(about, layout.Clean(s))
		}
	}
	left := strings.Join(about, " "+style.Bullet+" ")
	if !there {
		left += " " + style.Bullet + " not begun"
	}
	answered, of := guided.AnsweredOf(p.run.Items())
	right := t.Text.Render("answered " + strconv.Itoa(answered) + " of " + strconv.Itoa(of))
	if w >= guided.Beside {
		if m := guided.ShowMarks(t, p.run.Marks(), 24); m != "" {
			right = m + "   " + right
		}
	} else {
		right = p.run.Map(w-layout.Width(right)-20) + "   " + right
	}
	return " " + layout.Between(t.Dim.Render(guided.Words(left, w-layout.Width(right)-4)), right, w-1)
}
