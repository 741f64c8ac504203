// Package milestones is what the list of mutual action plans and the page of one share: the words and glyphs of what became
// of a milestone, those that the playbook brings, and the way from a pasted list or a file to milestones. It imports the
// page contract, pick and the dialogs, and no page.
package milestones

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
)

// Taking is the way from a list to milestones: it says what was understood, asks how dates are to be read where the list
// does not show it, and hands over what is taken. A page shows its Picker while that is open, and gives Update the messages
// that it does not know.
type Taking struct {
	*pick.Picker
	env  *screen.Env
	back func(tea.Cmd) tea.Cmd
	then func(name string, list []model.Milestone)
}

// read is what a file holds.
type read struct {
	name, text string
	err        error
}

// most is how large a file of milestones may be.
const most = 1 << 20

// New makes one for a page. Name is what the list is called: the file's name without its ending, or nothing.
func New(env *screen.Env, page screen.Route, then func(name string, list []model.Milestone)) *Taking {
	t := &Taking{Picker: pick.New(env.Style, &env.Files), env: env, then: then}
	t.back = func(cmd tea.Cmd) tea.Cmd { return screen.For(page, cmd) }
	t.Title, t.One, t.Kinds, t.For, t.Then = "List of milestones", true, []string{".csv", ".tsv", ".txt", ".md"}, t.back, t.file
	return t
}

// Ask shows the picker.
func (t *Taking) Ask() tea.Cmd {
	return t.Open(pick.Downloads(), filepath.Dir(t.env.Now().Path))
}

// Update takes keys for the picker, and the messages of both.
func (t *Taking) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(read); ok {
		if m.err != nil {
			t.env.Fail(m.err)
			return t.Open()
		}
		t.List(m.name, m.text, "")
		return nil
	}
	return t.Picker.Update(msg)
}

func (t *Taking) file(paths []string) tea.Cmd {
	path := paths[0]
	return t.back(func() tea.Msg {
		m := read{name: filepath.Base(path)}
		if info, err := os.Stat(path); err == nil && info.Size() > most {
			m.err = errors.New(m.name + ": more than 1 MB: this is no list of milestones")
			return m
		}
		src, err := os.ReadFile(path)
		if err != nil {
			var p *os.PathError
			if errors.As(err, &p) {
				err = p.Err
			}
			m.err = errors.New(m.name + ": " + err.Error())
		}
		m.text = string(src)
		return m
	})
}

// Paste takes a list that was pasted.
func (t *Taking) Paste(text string) { t.List("pasted list", text, "") }

// List reads a list and asks whether to take what was understood.
func (t *Taking) List(name, text, order string) {
	opt := crm.MilestoneOptions{DateOrder: order}
	for _, p := range t.env.E().People {
		opt.Sellers = append(opt.Sellers, p.Name)
	}
	got, err := crm.ReadMilestones(name, strings.NewReader(text), opt)
	var which *crm.OrderError
	var wrong *crm.Error
	switch {
	case errors.As(err, &which):
		t.env.Ask(&dialog.Choose{
			Title: "How is " + which.Value + " to be read?",
			Options: []dialog.Option{
				{Value: "dmy", Label: which.DMY, Detail: "day first"},
				{Value: "mdy", Label: which.MDY, Detail: "month first"},
			},
			Then: func(v string) tea.Cmd {
				t.List(name, text, v)
				return nil
			},
		})
		return
	case errors.As(err, &wrong) && wrong.Hint != "":
		err = errors.New(wrong.Error() + "; " + wrong.Hint)
	}
	if err != nil {
		t.env.Fail(err)
		return
	}
	stem := ""
	if ext := filepath.Ext(name); ext != "" {
		stem = strings.TrimSuffix(name, ext)
	}
	t.env.Ask(&dialog.Told{
		Title: "Take these milestones?", Lines: got.Understood, YesLabel: "take them", NoLabel: "leave them",
		Yes: func() tea.Cmd {
			t.then(stem, got.Milestones)
			return nil
		},
	})
}
