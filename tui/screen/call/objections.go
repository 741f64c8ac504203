package call

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// How `#theme` lines and the list of objections keep in step: only what changes in the note changes the list. A new line
// with a theme of the playbook adds an entry; a line that is changed changes the entry that is the same as the line was;
// a line that goes takes that entry away. An entry that was changed by hand is nobody's any more and stays as it is.

// follow gives the edits of the objections that a new text of the note brings with it.
func follow(c *model.Call, text string, pb *playbook.Playbook) []screen.Edit {
	gone, fresh := apart(heard(c.Note, pb), heard(text, pb))
	path := func(i int, more ...string) []string {
		return append([]string{"calls", c.ID, "objections", "#" + strconv.Itoa(i)}, more...)
	}
	used := map[int]bool{}
	entry := func(o model.Objection) int {
		for i, x := range c.Objections {
			if x == o && !used[i] {
				used[i] = true
				return i
			}
		}
		return -1
	}
	var edits []screen.Edit
	var dropped []int
	for n, was := range gone {
		i := entry(was)
		switch {
		case i < 0:
		case n >= len(fresh):
			dropped = append(dropped, i)
		default:
			now := fresh[n]
			if now.Theme != was.Theme {
				edits = append(edits, screen.Set(now.Theme, path(i, "theme")...))
			}
			if now.At != was.At {
				edits = append(edits, screen.Set(string(now.At), path(i, "at")...))
			}
			if now.Quote != was.Quote {
				edits = append(edits, screen.Set(now.Quote, path(i, "quote")...))
			}
		}
	}
	slices.Sort(dropped)
	for _, i := range slices.Backward(dropped) { // from the end, so that the places before it stay right
		edits = append(edits, screen.Remove(path(i)...))
	}
	for _, o := range fresh[min(len(gone), len(fresh)):] {
		if entry(o) < 0 {
			edits = append(edits, screen.Add(o, "calls", c.ID, "objections"))
		}
	}
	return edits
}

// heard are the objections of a note, in its order: the lines with a theme that the playbook knows.
func heard(note string, pb *playbook.Playbook) []model.Objection {
	var out []model.Objection
	for line := range strings.SplitSeq(note, "\n") {
		if n := model.ParseLine(line); n.Mark == model.ObjLine && pb.Theme(n.Theme) != nil {
			out = append(out, model.Objection{Theme: n.Theme, At: n.At, Quote: n.Text})
		}
	}
	return out
}

// apart leaves out what both lists hold.
func apart(before, after []model.Objection) (gone, fresh []model.Objection) {
	rest := slices.Clone(before)
	for _, o := range after {
		if i := slices.Index(rest, o); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			fresh = append(fresh, o)
		}
	}
	return rest, fresh
}

// unknownThemes are the lines whose theme the playbook does not have.
func unknownThemes(note string, pb *playbook.Playbook) []row {
	var out []row
	if len(pb.Calls.Objections) == 0 || !strings.Contains(note, "#") {
		return nil
	}
	i := 0
	for line := range strings.SplitSeq(note, "\n") {
		if n := model.ParseLine(line); n.Mark == model.ObjLine && pb.Theme(n.Theme) == nil {
			out = append(out, row{unknown: n.Theme, place: i})
		}
		i++
	}
	return out
}

// objection adds one from the list of themes. On a line of the note whose theme is unknown, it mends the line instead.
func (p *Page) objection() {
	ed := p.notes.Editor()
	if p.at == scripted {
		p.fromCue()
		return
	}
	if p.at != noted || ed == nil {
		p.Env.Ask(p.objectionForm(model.Objection{At: p.moment()}, -1))
		return
	}
	n := model.ParseLine(ed.CurrentLine())
	if n.Mark == model.ObjLine && p.Env.Now().Playbook.Theme(n.Theme) == nil {
		p.chooseTheme(row{unknown: n.Theme, place: ed.LineNumber() - 1})
		return
	}
	o := model.Objection{At: p.moment()}
	if n.Mark == model.Quote {
		o.Quote = n.Text
		if n.At != "" {
			o.At = n.At
		}
	}
	p.Env.Ask(p.objectionForm(o, -1))
}

// moment is the clock's position, where it means anything.
func (p *Page) moment() model.Clock {
	if p.clock.started() {
		return p.clock.at()
	}
	return ""
}

// chooseTheme asks which theme an unknown one was meant to be, and writes it into the line.
func (p *Page) chooseTheme(x row) {
	p.Env.Ask(&dialog.Choose{Title: "Which theme is #" + x.unknown + "?", Options: p.themes(), Then: func(id string) tea.Cmd {
		ed := p.notes.Editor()
		if ed == nil {
			return nil
		}
		ed.GotoLine(x.place + 1)
		if n := model.ParseLine(ed.CurrentLine()); n.Theme == x.unknown {
			ed.SetLine(strings.Replace(ed.CurrentLine(), "#"+x.unknown, "#"+id, 1))
		}
		p.Flush()
		return nil
	}})
}

func (p *Page) themes() []dialog.Option {
	var out []dialog.Option
	for _, t := range p.Env.Now().Playbook.Calls.Objections {
		name := t.Name
		if name == "" {
			name = t.ID
		}
		out = append(out, dialog.Option{Value: t.ID, Label: name, Detail: "#" + t.ID})
	}
	return out
}

// objectionForm asks for an objection: a new one where place is below 0.
func (p *Page) objectionForm(o model.Objection, place int) *dialog.Form {
	options := p.themes()
	if !slices.ContainsFunc(options, func(x dialog.Option) bool { return x.Value == o.Theme }) && o.Theme != "" {
		options = append(options, dialog.Option{Value: o.Theme, Label: o.Theme})
	}
	return &dialog.Form{
		Title: "Objection",
		Fields: []dialog.Field{
			{ID: "quote", Label: "Quote", Value: o.Quote, Hint: "in the buyer's own words"},
			{ID: "theme", Label: "Theme", Kind: dialog.Choice, Options: options, Value: o.Theme},
			{ID: "at", Label: "At", Value: string(o.At), Placeholder: "12:41", Hint: "where in the recording"},
		},
		Check: func(v dialog.Values) (string, string) {
			if s := v["at"]; s != "" && model.Clock(s).Problem() != "" {
				return "at", "a time looks like 12:41 or 1:02:41"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			now := model.Objection{Theme: v["theme"], At: model.Clock(v["at"]), Quote: v["quote"], Speaker: o.Speaker}
			switch {
			case now.Theme == "" || now == o && place >= 0:
			case place < 0:
				p.edit("add objection", screen.Add(now, "calls", p.id, "objections"))
			default:
				p.edit("edit objection", screen.Set(now, "calls", p.id, "objections", "#"+strconv.Itoa(place)))
			}
			return nil
		},
	}
}
