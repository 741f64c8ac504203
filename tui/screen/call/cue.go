package call

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// What a cue of the transcript becomes: a quote in the note, the evidence of an answer, an objection.

// said is a cue as a quote: its words, and who said them.
func (p *Page) said(c *transcript.Cue) string {
	s := "> " + strings.TrimSpace(c.Text)
	if who := p.script.who(p.Env, c.Speaker); who != "" {
		s += " (" + who + ")"
	}
	return s
}

// quote puts the selected cue into the note, where its time belongs.
func (p *Page) quote() {
	c, ed := p.script.cue(), p.notes.Editor()
	if c == nil || ed == nil || p.second {
		return
	}
	line, at := p.said(c), p.script.at(c)
	if at != "" {
		line = "[" + string(at) + "] " + line
	}
	if slices.Contains(strings.Split(ed.Text(), "\n"), line) {
		p.Env.Say("the note has this quote already")
		return
	}
	insertAt(ed, at, line)
	p.Flush()
	p.again()
	p.Env.Say("quoted in the note, at " + cmp.Or(string(at), "its end"))
}

// insertAt puts a line into a note after the last one that is stamped up to its moment and what belongs to that, before all
// later ones; a line without a moment goes to the end.
func insertAt(ed *note.Editor, at model.Clock, line string) {
	moment, timed := at.Seconds()
	lines := strings.Split(ed.Text(), "\n")
	last, later := 0, 0 // counted from 1
	for i, s := range lines {
		if n, ok := model.ParseLine(s).At.Seconds(); ok && n <= moment {
			last = i + 1
		} else if ok && later == 0 {
			later = i + 1
		}
	}
	for last > 0 && last < len(lines) && lines[last] != "" && model.ParseLine(lines[last]).At == "" {
		last++
	}
	switch {
	case ed.Empty():
		ed.InsertString(line)
	case timed && last > 0:
		ed.GotoLine(last)
		ed.InsertLine(line)
	case timed && later > 0:
		ed.GotoLine(later)
		ed.SetLine(line + "\n" + ed.CurrentLine())
	default:
		ed.GotoEnd()
		ed.InsertLine(line)
	}
	ed.GotoEnd()
}

// evidence makes the selected cue the evidence of the item on the card, and asks for the answer.
func (p *Page) evidence() {
	c, x := p.script.cue(), p.row()
	if c == nil {
		return
	}
	_, path := p.checks()
	field := func(name string) []string { return append(append([]string{}, path...), x.check.ID, name) }
	text, at := p.said(c), p.script.at(c)
	if x.answer != nil && x.answer.Note != "" && !strings.Contains(x.answer.Note, text) {
		text = x.answer.Note + "\n" + text
	} else if x.answer != nil && x.answer.Note != "" {
		text = x.answer.Note
	}
	edits := []screen.Edit{screen.Set(text, field("note")...)}
	if at != "" {
		edits = append(edits, screen.Set(string(at), field("at")...))
	}
	p.edit("evidence for "+spoken(x.check.ID), edits...)
	p.asking, p.heard = true, at
}

// fromCue asks which objection the selected cue is: what the playbook's words suggest stands first.
func (p *Page) fromCue() {
	c := p.script.cue()
	if c == nil {
		return
	}
	first := map[string]transcript.Suggestion{}
	for _, s := range p.script.hints {
		if _, known := first[s.Theme]; s.Hit.Cue == p.script.sel && !known {
			first[s.Theme] = s
		}
	}
	options := p.themes()
	for i, o := range options {
		if s, ok := first[o.Value]; ok {
			options[i].Detail = "for “" + s.Words + "”"
		}
	}
	slices.SortStableFunc(options, func(a, b dialog.Option) int {
		_, ofA := first[a.Value]
		_, ofB := first[b.Value]
		switch {
		case ofA && !ofB:
			return -1
		case ofB && !ofA:
			return 1
		}
		return 0
	})
	o := model.Objection{At: p.script.at(c), Quote: strings.TrimSpace(c.Text), Speaker: c.Speaker}
	p.Env.Ask(&dialog.Choose{Title: "Which objection is it?", Options: options, Then: func(theme string) tea.Cmd {
		o.Theme = theme
		if s, ok := first[theme]; ok {
			o = s.Objection()
		}
		p.addObjection(o)
		return nil
	}})
}

// confirm makes an objection of the words that may be one.
func (p *Page) confirm() {
	s := p.row().hint
	if p.at == scripted {
		s = p.script.hintAt()
	}
	if s == nil {
		p.Env.Say("nothing is suggested here")
		return
	}
	p.addObjection(s.Objection())
}

func (p *Page) addObjection(o model.Objection) {
	o.Speaker = p.script.kept(o.Speaker)
	if slices.Contains(p.c.Objections, o) {
		p.Env.Say("this objection is on the list already")
		return
	}
	p.edit("add objection", screen.Add(o, "calls", p.id, "objections"))
	p.Env.Say("counted: " + p.theme(o.Theme))
}

// ruleOut keeps a suggestion from coming back.
func (p *Page) ruleOut(s *transcript.Suggestion) {
	if s == nil || p.second {
		return
	}
	list := append(slices.Clone(p.c.RuledOut), s.Mark())
	p.edit("no objection", screen.Set(list, "calls", p.id, "ruled_out"))
}
