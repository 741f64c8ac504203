package people

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/crm/intake"
	"github.com/gapbook/gapbook/model/roster"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
)

var page = screen.Route{Kind: screen.People}

// rosterMsg is what a list of people holds.
type rosterMsg struct {
	book screen.Book
	res  *roster.Result
	err  error
}

func newPicker(env *screen.Env, then func([]string) tea.Cmd) *pick.Picker {
	p := pick.New(env.Style, &env.Files)
	p.Title, p.One, p.Kinds, p.Then = "List of people", true, []string{".csv", ".tsv", ".txt"}, then
	p.For = func(cmd tea.Cmd) tea.Cmd { return screen.For(page, cmd) }
	return p
}

// askRoster opens the picker where files arrive.
func (p *Page) askRoster() tea.Cmd {
	return p.pick.Open(pick.Downloads(), filepath.Dir(p.Env.Now().Path))
}

func (p *Page) readRoster(paths []string) tea.Cmd {
	e, book := p.Env.E(), p.Env.Book
	return screen.For(page, func() tea.Msg {
		res, err := roster.Read(intake.Files(context.Background(), paths, nil)[0], e)
		return rosterMsg{book, res, err}
	})
}

// came says what was understood and asks whether to take it in. A file that is no list of people leads back to the picker.
func (p *Page) came(m rosterMsg) tea.Cmd {
	switch {
	case m.book != p.Env.Book:
		return nil
	case m.err != nil:
		p.Env.Fail(m.err)
		return p.pick.Open()
	case len(m.res.New) == 0 && len(m.res.Out) == 0:
		p.Env.Say("everyone in " + m.res.File + " is here already")
		return nil
	case len(m.res.New) == 0:
		p.Env.Say("nobody to add: " + m.res.Out[0].Why)
		return nil
	}
	p.Env.Say("read " + m.res.File)
	p.Env.Ask(&dialog.Confirm{
		Title: "Add these people?", Text: m.res.Summary(), YesLabel: "add them", NoLabel: "leave it",
		Yes: func() tea.Cmd {
			p.addAll(m.res.New)
			return nil
		},
	})
	return nil
}

// addAll adds people as one step.
func (p *Page) addAll(found []roster.Found) {
	var edits []screen.Edit
	for _, x := range found {
		edits = append(edits, screen.Add(x.Person, "people"))
	}
	if p.Env.Edit("import people", edits...) != nil {
		return
	}
	p.Refresh()
	p.list.Select(found[0].ID)
	p.Env.Say("added; ctrl+z takes them out again")
}
