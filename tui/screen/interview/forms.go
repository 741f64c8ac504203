package interview

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/screen/talk"
	"github.com/gapbook/gapbook/tui/style"
)

// Head says who it is, what is covered, and how the time stands.
func (p *Page) Head(w int) string {
	t, iv := p.Env.Style, p.interview()
	if iv == nil {
		return ""
	}
	who := p.person()
	status := iv.StatusOr()
	left := t.Accent.Render(style.Status(string(status))) + " " + t.Text.Render(layout.Clean(string(status)))
	about := layout.Clean(cmp.Or(who.Title, string(who.Role)))
	if iv.Round != "" {
		about += " " + style.Bullet + " " + layout.Clean(iv.Round)
	}
	answered, of := guided.AnsweredOf(p.run.Items())
	right := t.Text.Render("answered "+strconv.Itoa(answered)+" of "+strconv.Itoa(of)) + "   " + p.time()
	if w >= guided.Beside {
		if iv.Date != "" {
			about += " " + style.Bullet + " " + layout.Clean(string(iv.Date))
		}
		if iv.Consent != "" {
			about += " " + style.Bullet + " consent " + style.Check
		}
		if m := guided.ShowMarks(t, p.run.Marks(), 24); m != "" {
			right = m + "   " + right
		}
	}
	room := w - layout.Width(left) - layout.Width(right) - 6
	if w < guided.Beside {
		m := p.run.Map(room)
		room -= layout.Width(m)
		right = m + "   " + right
	}
	return " " + layout.Between(left+"  "+t.Dim.Render(guided.Words(about, max(room, 0))), right, w-1)
}

// time is the minutes used, and those left of what the guide takes.
func (p *Page) time() string {
	t := p.Env.Style
	used := p.clock.minutes(p.now())
	p.shown = used
	mark := style.Clock
	if !p.clock.running(p.now()) {
		mark = style.Minus
	}
	guide := p.Env.Now().Playbook.Guide(p.person().Role)
	if iv := p.interview(); iv != nil && iv.StatusOr() == model.Done && !p.clock.running(p.now()) {
		return t.Dim.Render(strconv.Itoa(used) + " min")
	}
	if guide == nil || guide.Minutes <= 0 {
		return t.Dim.Render(mark + " " + strconv.Itoa(used) + " min")
	}
	left := guide.Minutes - used
	s := mark + " " + strconv.Itoa(used) + " min, "
	switch {
	case left < 0:
		return t.Warn.Render(s + strconv.Itoa(-left) + " over")
	case left <= 5 && p.clock.ran():
		return t.Warn.Render(s + strconv.Itoa(left) + " left")
	}
	return t.Dim.Render(s + strconv.Itoa(left) + " left")
}

// ownForm asks for a question of one's own.
func (p *Page) ownForm() *dialog.Form {
	practices := []dialog.Option{{Label: "none"}}
	for _, x := range p.Env.Now().Playbook.Practices {
		practices = append(practices, dialog.Option{Value: x.ID, Label: cmp.Or(x.Name, x.ID)})
	}
	return &dialog.Form{
		Title: "Question of your own", Enter: "add it",
		Fields: []dialog.Field{
			{ID: "ask", Label: "Ask", Required: true, Hint: "as you say it"},
			{
				ID: "practice", Label: "Practice", Kind: dialog.Choice, Options: practices,
				Hint: "what its rating counts for; with none it counts nowhere. ← → or type",
			},
		},
		Check: func(v dialog.Values) (string, string) {
			if iv := p.interview(); iv != nil {
				for _, a := range iv.Answers {
					if a.Question == "" && a.Ask == v["ask"] {
						return "ask", "this question is there already"
					}
				}
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			a := model.Answer{Ask: v["ask"], Practice: v["practice"]}
			if p.Env.Edit("add question", append(p.Brings(), screen.Add(a, "interviews", p.id, "answers"))...) == nil {
				p.run.Refresh()
				p.run.Open(own + a.Ask)
			}
			return nil
		},
	}
}

// details edits what stands around the answers.
func (p *Page) details() *dialog.Form {
	return talk.Details(p.Env, p.id, func(v dialog.Values) {
		if m, err := strconv.Atoi(v["minutes"]); err == nil && m != p.clock.minutes(p.now()) {
			p.clock.set(m)
		}
		p.run.Redraw()
	})
}

// remove takes an answer away that the guide does not ask for, after a question.
func (p *Page) remove() {
	it := p.run.Item()
	if !p.extra(it.Key) {
		p.Env.Say("a question of the guide stays; clear its rating with ctrl+r x")
		return
	}
	p.run.Settle()
	path := p.Place(it.NoteKey)
	p.Env.AskRemove(dialog.Confirm{
		Title: "Remove answer", Text: "Remove “" + layout.Clean(it.Ask) + "” with its rating and note?",
		YesLabel: "remove it", NoLabel: "keep it",
	}, "remove answer of "+p.person().Label(), path...)
}
