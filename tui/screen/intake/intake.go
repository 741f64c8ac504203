// Package intake is the page that brings in what the client's CRM exports: it chooses the files, says what was understood,
// asks for what the files cannot say, shows the funnel that comes of it, and puts it into the engagement as one step. Files
// are read in commands, which esc cancels; until it is accepted, nothing changes. It imports the page contract, pick, explain
// and the widgets, and no other page.
package intake

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/crm/intake"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/widget"
)

var page = screen.Route{Kind: screen.Import}

// Page is one import in the making.
type Page struct {
	screen.Base
	pick  *pick.Picker
	files []string
	opt   crm.Options   // what was settled so far
	own   []model.Stage // the pipeline, where the engagement has none and the proposed one was changed

	jobs int
	job  *job // reading now; nil when not
	res  *crm.Result
	err  error // why there is no result

	rows    []row
	next    []string // the questions below the one that was answered
	list    *widget.List
	doc     *explain.Doc
	reading bool // the text has the keyboard
	view    string
}

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}, pick: pick.New(env.Style, &env.Files), doc: explain.New(env.Style)}
	p.pick.Title, p.pick.Kinds = "Export of the CRM", []string{".csv", ".tsv", ".txt"}
	p.pick.For = func(cmd tea.Cmd) tea.Cmd { return screen.For(page, cmd) }
	p.pick.Then = p.add
	p.list = widget.NewList(env.Style, widget.Column{Width: whatW}, widget.Column{}, widget.Column{Width: 11, Right: true})
	p.forget()
	p.Refresh()
	return p
}

// forget makes everything as it is before an import.
func (p *Page) forget() {
	p.cancel()
	p.files, p.own, p.res, p.err, p.reading = nil, nil, nil, nil, false
	p.opt = crm.Options{Stages: map[string]string{}, Map: map[string]string{}, Rates: map[string]float64{}, Try: true}
}

func (p *Page) Title() string { return "Import" }

func (p *Page) Scope() keys.Scope {
	if p.pick.IsOpen() {
		return p.pick.Scope()
	}
	return keys.Import
}

func (p *Page) Typing() bool { return p.pick.IsOpen() }

func (p *Page) Offers(a keys.Action) bool {
	if p.pick.IsOpen() {
		return true
	}
	r := p.chosen()
	switch a {
	case keys.Open:
		return !p.reading && r != nil && r.open != nil
	case keys.TakeIn:
		return p.ready()
	case keys.Remove:
		return !p.reading && r != nil && r.remove != nil
	case keys.MoveUp, keys.MoveDown:
		return !p.reading && r != nil && r.stage != ""
	case keys.Next:
		return !p.reading && len(p.files) > 0
	}
	return true
}

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

// Refresh takes up an engagement that changed: stages and labels may be others by now.
func (p *Page) Refresh() { p.build() }

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		return p.shown()
	case outcome:
		p.came(msg)
		return nil
	case ticked:
		return p.tick(msg)
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && !p.pick.IsOpen() {
		return p.key(screen.Key(p, key))
	}
	if mouse, ok := msg.(tea.MouseMsg); ok && !p.pick.IsOpen() {
		return p.mouse(mouse)
	}
	return p.pick.Update(msg)
}

// shown begins with the choice of a file, where there is none yet.
func (p *Page) shown() tea.Cmd {
	if len(p.files) == 0 && !p.pick.IsOpen() {
		return p.choose()
	}
	if p.job == nil && p.err == nil {
		return p.read() // the engagement may be another than the one it was read for
	}
	return nil
}

// choose opens the picker where exports arrive.
func (p *Page) choose() tea.Cmd {
	return p.pick.Open(pick.Downloads(), filepath.Dir(p.Env.Now().Path))
}

// add takes the files that were chosen.
func (p *Page) add(paths []string) tea.Cmd {
	p.view = ""
next:
	for _, path := range paths {
		for _, f := range p.files {
			if f == path {
				continue next
			}
		}
		p.files = append(p.files, path)
	}
	return p.read()
}

func (p *Page) key(a keys.Action) tea.Cmd {
	switch r := p.chosen(); {
	case a == keys.New:
		return p.choose()
	case a == keys.TakeIn:
		p.accept()
	case a == keys.Next || a == keys.Prev:
		p.reading = !p.reading && len(p.files) > 0
		p.list.SetIdle(p.reading)
	case p.reading:
		p.doc.Do(a)
	case a == keys.Open && r != nil && r.open != nil:
		return r.open()
	case a == keys.Remove && r != nil && r.remove != nil:
		return r.remove()
	case a == keys.MoveUp && r != nil && r.stage != "":
		return p.moveStage(r.stage, -1)
	case a == keys.MoveDown && r != nil && r.stage != "":
		return p.moveStage(r.stage, 1)
	default:
		p.list.Do(a)
	}
	return nil
}

func (p *Page) mouse(msg tea.MouseMsg) tea.Cmd {
	list, text := p.panes()
	m := msg.Mouse()
	switch {
	case text.Has(m.X, m.Y):
		p.doc.Mouse(msg, m.Y-text.Y)
	case list.Has(m.X, m.Y):
		if p.list.Opens(msg, m.Y-list.Y) {
			if r := p.chosen(); r != nil && r.open != nil {
				return r.open()
			}
		}
	}
	return nil
}

// Back closes the picker, stops reading, leaves the text.
func (p *Page) Back() bool {
	p.view = ""
	switch {
	case p.pick.Close():
		return len(p.files) > 0
	case p.job != nil:
		p.cancel()
		p.err = errCancelled
		p.build()
	case p.reading:
		p.reading = false
		p.list.SetIdle(false)
	default:
		return false
	}
	return true
}

func (p *Page) Cursor() *tea.Cursor {
	if p.pick.IsOpen() {
		return p.pick.Cursor(p.W)
	}
	return nil
}

// ready says whether everything is settled.
func (p *Page) ready() bool {
	return p.job == nil && p.res != nil && len(p.res.Unmapped) == 0
}

// accept puts the snapshot into the engagement, in one step.
func (p *Page) accept() {
	if !p.ready() {
		switch {
		case p.job != nil:
			p.Env.Say("still reading")
		case p.res != nil:
			p.Env.Say("first say what the marked stages are")
		}
		return
	}
	e := p.Env.E()
	label := p.res.Funnel.Label
	opt := p.opt
	opt.Label = ""
	if p.Env.Edit("import "+label, intake.Edits(e, p.res, opt)...) != nil {
		return
	}
	said := "the snapshot " + label + " is in the engagement; ctrl+z takes it out again"
	if p.opt.LeadsInto != "" {
		said = "the leads are in the snapshot " + label + "; ctrl+z takes them out again"
	}
	p.forget()
	p.build()
	p.Env.Go(screen.Route{Kind: screen.Funnel})
	p.Env.Say(said)
}
