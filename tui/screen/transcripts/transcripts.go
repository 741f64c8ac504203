// Package transcripts is what the list of calls and the page of one share: it attaches a transcript to a call. A file is
// chosen, it says what was understood and mended, and asks once who the speakers are. It imports the page contract, pick
// and the dialogs, and no page.
package transcripts

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/model/transcript/attach"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/pick"
)

// Kinds are the endings of files that are offered.
var Kinds = []string{".vtt", ".srt", ".txt", ".json"}

// Attaching is the way from a file to a call's transcript. A page shows its Picker while that is open, and gives Update
// the messages that it does not know.
type Attaching struct {
	*pick.Picker
	env  *screen.Env
	back func(tea.Cmd) tea.Cmd
	call string
}

type (
	readMsg struct {
		call string
		path string
		file *attach.File
		err  error
	}
	putMsg struct {
		call string
		file *attach.File
		err  error
	}
)

// New makes one for a page.
func New(env *screen.Env, page screen.Route) *Attaching {
	a := &Attaching{Picker: pick.New(env.Style, &env.Files), env: env}
	a.back = func(cmd tea.Cmd) tea.Cmd { return screen.For(page, cmd) }
	a.One, a.Kinds, a.For, a.Then = true, Kinds, a.back, a.read
	return a
}

// Ask shows the picker, for the transcript of a call.
func (a *Attaching) Ask(call *model.Call) tea.Cmd {
	a.call, a.Title = call.ID, "Transcript of "+call.Label()
	folder := filepath.Dir(a.env.Now().Path)
	return a.Open(pick.Downloads(), filepath.Join(folder, attach.Folder), folder)
}

// Update takes keys for the picker, and the messages of both.
func (a *Attaching) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readMsg:
		return a.told(msg)
	case putMsg:
		return a.done(msg)
	}
	return a.Picker.Update(msg)
}

func (a *Attaching) read(paths []string) tea.Cmd {
	id, book := a.call, a.env.Now().Path
	return a.back(func() tea.Msg {
		file, err := attach.Read(paths[0], book)
		return readMsg{id, paths[0], file, err}
	})
}

// told says what was understood, and asks whether to attach it. A file that is no transcript leads back to the picker.
func (a *Attaching) told(m readMsg) tea.Cmd {
	call := a.env.E().Call(m.call)
	switch {
	case call == nil:
		return nil
	case m.err != nil:
		folder := filepath.Dir(m.path) + string(filepath.Separator) // the line has room for what is wrong
		a.env.Fail(errors.New(strings.ReplaceAll(m.err.Error(), folder, "")))
		return a.Open()
	}
	a.env.Ask(&dialog.Told{
		Title: "Attach this transcript?", Lines: account(a.env, call, m.file), YesLabel: "attach it", NoLabel: "leave it",
		Yes: func() tea.Cmd {
			return a.back(func() tea.Msg { return putMsg{m.call, m.file, m.file.Put()} })
		},
	})
	return nil
}

// account is what a file holds, what was mended, and what will come of attaching it.
func account(env *screen.Env, call *model.Call, f *attach.File) []string {
	lines := []string{filepath.Base(f.Path) + ": " + f.T.Summary() + "."}
	if len(f.T.Mended)+len(f.T.Noted) == 0 {
		lines = append(lines, "Nothing had to be mended.")
	}
	for _, x := range f.T.Mended {
		lines = append(lines, "Mended: "+x)
	}
	for _, x := range f.T.Noted {
		lines = append(lines, "As it is: "+x)
	}
	if len(f.T.Speakers) > 0 {
		lines = append(lines, "Speakers: "+strings.Join(f.T.Speakers, ", ")+".")
	}
	if to, yes := f.Copied(); yes {
		lines = append(lines, "A copy goes to "+filepath.Join(filepath.Base(filepath.Dir(to)), filepath.Base(to))+", beside the engagement.")
	}
	if call.Transcript != "" && call.Transcript != f.Rel {
		lines = append(lines, "It takes the place of "+call.Transcript+", which stays where it is.")
	}
	for _, c := range env.E().Calls {
		if c.ID != call.ID && c.Transcript == f.Rel {
			lines = append(lines, "It is the transcript of “"+c.Label()+"”, too.")
		}
	}
	return lines
}

// done makes the transcript the call's, and asks for the speakers that nobody knows yet.
func (a *Attaching) done(m putMsg) tea.Cmd {
	call := a.env.E().Call(m.call)
	if m.err != nil {
		a.env.Fail(m.err)
		return nil
	}
	undo := func() tea.Msg { m.file.Undo(); return nil }
	if call == nil {
		return undo
	}
	edits := m.file.Edits(call, nil)
	if len(edits) > 0 && a.env.Edit("attach transcript", edits...) != nil {
		return undo
	}
	a.env.Say("attached " + m.file.Rel)
	call = a.env.E().Call(m.call)
	for _, v := range transcript.Cast(a.env.E(), call, m.file.T) {
		if v.Side == "" {
			a.env.Ask(Speakers(a.env, call, m.file.T))
			break
		}
	}
	return nil
}

// Speakers asks who the speakers of a transcript are: kept with the call, so that it is asked once.
func Speakers(env *screen.Env, call *model.Call, t *transcript.Transcript) *dialog.Form {
	options := []dialog.Option{
		{Label: "not said"},
		{Value: string(transcript.Buyer), Label: "buyer"},
		{Value: string(transcript.Seller), Label: "seller, not among the people"},
	}
	for _, p := range env.E().People {
		options = append(options, dialog.Option{Value: p.ID, Label: p.Label() + ", " + string(p.Role)})
	}
	cast := transcript.Cast(env.E(), call, t)
	f := &dialog.Form{Title: "Who is who?"}
	for _, name := range t.Speakers {
		who := call.Speakers[name]
		if v := cast[name]; who == "" {
			who = v.Person
			if who == "" {
				who = string(v.Side)
			}
		}
		f.Fields = append(f.Fields, dialog.Field{
			ID: name, Label: name, Value: who, Kind: dialog.Choice, Options: options,
			Hint: "b for buyer, or the first letters of a name: talk and questions are counted by side",
		})
	}
	f.Then = func(v dialog.Values) tea.Cmd {
		var edits []screen.Edit
		var reps []string
		for _, name := range t.Speakers {
			if v[name] == call.Speakers[name] {
				continue
			}
			var who any
			if v[name] != "" {
				who = v[name]
			}
			edits = append(edits, screen.Set(who, "calls", call.ID, "speakers", name))
			if p := env.E().Person(v[name]); p != nil && p.Role == model.Rep {
				reps = append(reps, p.ID)
			}
		}
		if call.Rep == "" && len(reps) == 1 { // a call is somebody's: the only rep on it
			edits = append(edits, screen.Set(reps[0], "calls", call.ID, "rep"))
		}
		_ = env.Edit("who speaks", edits...)
		return nil
	}
	return f
}
