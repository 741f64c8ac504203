package round

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// tickLast says that the action of the round before is done today, or not done after all.
func (p *Page) tickLast() {
	x := p.last()
	if x == nil {
		return
	}
	p.settle()
	at := []string{"coaching", x.ID, "execute", "done"}
	if x.Execute.Done != "" {
		_ = p.Env.Edit("action is not done", screen.Set(nil, at...))
		return
	}
	if p.Env.Edit("action done", screen.Set(string(p.Env.Today()), at...)) == nil {
		p.Env.Say("done today: " + x.Execute.Action)
	}
}

// askStep asks for the days of the one action. A new one is due in a week, when one meets again.
func (p *Page) askStep() *dialog.Form {
	r, _ := p.record()
	x := model.Execute{}
	if r.Execute != nil {
		x = *r.Execute
	}
	due := string(x.Due)
	if _, ok := r.Date.Time(); ok && due == "" {
		due = string(r.Date.AddDays(7))
	}
	return &dialog.Form{
		Title: "When will it be done?",
		Fields: []dialog.Field{
			{ID: "due", Label: "Due", Kind: dialog.Date, Value: due, Hint: "a date, or today, tomorrow"},
			{ID: "done", Label: "Done", Kind: dialog.Date, Value: string(x.Done), Hint: "the day it was done; empty: not yet"},
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.change("action's day", map[string]string{"due": string(x.Due), "done": string(x.Done)}, v)
			return nil
		},
	}
}

// askWho asks for rep, coach and date.
func (p *Page) askWho() *dialog.Form {
	r, _ := p.record()
	return &dialog.Form{
		Title: "Coaching round",
		Fields: []dialog.Field{
			{ID: "rep", Label: "Rep", Kind: dialog.Choice, Options: People(p.Env, r.Rep, model.Rep), Value: r.Rep},
			{ID: "coach", Label: "Coach", Kind: dialog.Choice, Options: People(p.Env, r.Coach, model.Manager, model.Leader), Value: r.Coach},
			{ID: "date", Label: "Date", Kind: dialog.Date, Value: string(r.Date)},
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.change("who and when", map[string]string{"rep": r.Rep, "coach": r.Coach, "date": string(r.Date)}, v)
			return nil
		},
	}
}

// change sets the fields that are other than they were. Of a round that is not in the file yet they wait with it.
func (p *Page) change(step string, was map[string]string, v dialog.Values) {
	var edits []screen.Edit
	_, there := p.record()
	for _, key := range []string{"rep", "coach", "date", "due", "done"} {
		old, asked := was[key]
		switch {
		case !asked || v[key] == old:
		case there:
			edits = append(edits, screen.Set(orNil(v[key]), p.path(key)...))
		default:
			with(&p.draft, key, v[key])
		}
	}
	_ = p.Env.Edit(step, edits...)
	p.Refresh()
}

// People are the choices for a rep or a coach: those of the roles first.
func People(env *screen.Env, now string, first ...model.Role) []dialog.Option {
	out := []dialog.Option{{Label: "not said"}}
	known := now == ""
	is := func(r model.Role) bool {
		for _, x := range first {
			if x == r {
				return true
			}
		}
		return false
	}
	for _, of := range []bool{true, false} {
		for _, x := range env.E().People {
			if is(x.Role) == of {
				out = append(out, dialog.Option{Value: x.ID, Label: x.Label()})
				known = known || x.ID == now
			}
		}
	}
	if !known {
		out = append(out, dialog.Option{Value: now, Label: now})
	}
	return out
}

// askSeen asks which call or deal was looked at, those of the rep first, and puts it into the note as a line of its own.
func (p *Page) askSeen() {
	e := p.Env.E()
	r, _ := p.record()
	c := &dialog.Choose{Title: "What did you look at?"}
	for _, own := range []bool{true, false} {
		for i := len(e.Calls) - 1; i >= 0; i-- {
			if x := e.Calls[i]; (x.Rep == r.Rep) == own && x.ID != "" {
				c.Options = append(c.Options, dialog.Option{Value: "Call: " + line(x.Label(), x.ID), Label: x.Label(), Detail: explain.Or("call "+string(x.Date), "call")})
			}
		}
		for _, x := range e.MAPs {
			if (x.Rep == r.Rep) == own && x.ID != "" {
				c.Options = append(c.Options, dialog.Option{Value: "Deal: " + line(explain.Or(x.Deal, x.ID), x.ID), Label: explain.Or(x.Deal, x.ID), Detail: "deal"})
			}
		}
	}
	if len(c.Options) == 0 {
		p.Env.Say("no calls and no deals with a mutual action plan yet; type what you looked at")
		return
	}
	c.Then = func(v string) tea.Cmd {
		p.goTo(observe)
		p.insert(v)
		return nil
	}
	p.Env.Ask(c)
}

// insert puts a line at the end of the note, and leaves the cursor below it.
func (p *Page) insert(s string) {
	ed := p.notes.Editor()
	ed.GotoEnd()
	if ed.Empty() {
		ed.InsertString(s + "\n")
	} else {
		ed.InsertLine(s)
	}
	p.Flush()
}

// askPractice asks which practice the behaviour belongs to, so that the page of coaching can say what moved with it.
func (p *Page) askPractice() {
	c := &dialog.Choose{Title: "Which practice is it?", Then: func(v string) tea.Cmd {
		p.insert(v)
		return nil
	}}
	for _, x := range p.Env.Now().Playbook.Practices {
		name := explain.Or(x.Name, x.ID)
		c.Options = append(c.Options, dialog.Option{Value: "Practice: " + line(name, x.ID), Label: name})
	}
	if len(c.Options) > 0 {
		p.Env.Ask(c)
	}
}

func line(name, id string) string { return strings.Join(strings.Fields(name), " ") + " (" + id + ")" }

// links are the calls and deals that the round names.
func (p *Page) links() []dialog.Option {
	r, _ := p.record()
	e := p.Env.E()
	var out []dialog.Option
	for _, id := range follow.Links(r.Observe) {
		if x := e.Call(id); x != nil {
			out = append(out, dialog.Option{Value: string(screen.Call) + ":" + id, Label: x.Label(), Detail: "call"})
		} else if x := model.ByID(e.MAPs, id); x != nil {
			out = append(out, dialog.Option{Value: string(screen.MAP) + ":" + id, Label: explain.Or(x.Deal, id), Detail: "deal"})
		}
	}
	return out
}

// look goes to the call or deal that was linked; it asks which where there are several.
func (p *Page) look() {
	to := func(v string) tea.Cmd {
		kind, id, _ := strings.Cut(v, ":")
		p.Env.Go(screen.Route{Kind: screen.Kind(kind), ID: id})
		return nil
	}
	switch list := p.links(); len(list) {
	case 0:
	case 1:
		to(list[0].Value)
	default:
		p.Env.Ask(&dialog.Choose{Title: "Go to", Options: list, Then: to})
	}
}

// remove deletes the round.
func (p *Page) remove() {
	if _, there := p.record(); !there {
		return
	}
	p.settle()
	if p.Env.Edit("delete coaching round", screen.Remove("coaching", p.step())) == nil {
		p.Env.GoBack()
		p.Env.Say("the round is deleted; ctrl+z brings it back")
	}
}
