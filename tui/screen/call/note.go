package call

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// write gives a key or a paste to the note. A line is stamped when its first letter is typed: the stamp that enter left
// is brought up to date, since what one waited for came later; an empty line gets one. A stamp that was taken away stays
// away.
func (p *Page) write(msg tea.Msg) tea.Cmd {
	ed := p.notes.Editor()
	if ed == nil {
		return nil
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if line := ed.CurrentLine(); isKey && ed.LineNumber() != p.bare {
		stamp := p.clock.stamp()
		switch {
		case stamp == "" || key.Text == "" && key.Code != tea.KeyEnter:
		case onlyStamp(line) && line != stamp:
			ed.SetLine(stamp)
			fallthrough
		case onlyStamp(line):
			if key.Code == tea.KeyEnter {
				return nil // the line is still empty; two stamps say no more than one
			}
		case line == "" && key.Text != "":
			ed.InsertString(stamp)
		}
	}
	was, number := ed.CurrentLine(), ed.LineNumber()
	cmd, _ := p.notes.Update(msg)
	switch {
	case ed.LineNumber() != number:
		p.bare = 0
	case was != "" && ed.CurrentLine() == "" || onlyStamp(was) && len(ed.CurrentLine()) < len(was):
		p.bare = number
	}
	if m, _ := p.notes.Marks(p.id); m != p.drawn {
		p.top = nil
	}
	return cmd
}

// onlyStamp says whether a line is a stamp and nothing else.
func onlyStamp(line string) bool {
	n := model.ParseLine(line)
	return n.At != "" && n.Text == "" && n.Mark == model.Plain
}

// askTime asks for a position and sets the clock to it.
func (p *Page) askTime() {
	p.Env.Ask(dialog.Prompt("Go to", "Time", string(p.clock.at()), func(s string) string {
		n, ok := seconds(s)
		if !ok {
			return "a time looks like 12:41 or 1:02:41"
		}
		if length, ok := p.length(); ok && n > length {
			return "the recording ends at " + string(model.ClockAt(length))
		}
		return ""
	}, func(s string) tea.Cmd {
		if n, ok := seconds(s); ok {
			p.clock.set(time.Duration(n) * time.Second)
			p.script.free = false
			p.script.clock(n, true)
			p.top = nil
		}
		return nil
	}))
}

// seconds reads a position; 12.41 and a number of minutes are understood, too.
func seconds(s string) (int, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ".", ":")
	if !strings.Contains(s, ":") {
		s += ":00"
	}
	return model.Clock(s).Seconds()
}

// length is where the recording ends, in seconds: what the call says, else where the transcript does.
func (p *Page) length() (int, bool) {
	if n, ok := p.c.Length.Seconds(); ok {
		return n, true
	}
	if t := p.script.t; t != nil && t.Length() > 0 {
		return t.Length() / 1000, true
	}
	return 0, false
}

// arrive goes to the place that a route names: an item of the rubric, or a moment.
func (p *Page) arrive(at string) {
	p.asking, p.top = false, nil
	if at == "" || p.c == nil {
		return
	}
	if at == screen.SecondRater {
		if p.c.Second != nil {
			p.beginSecond()
		}
		return
	}
	if p.list.Select(checkKey(at)) {
		return
	}
	moment, ok := model.Clock(at).Seconds()
	if !ok {
		return
	}
	p.script.free = false
	if !p.clock.on {
		p.clock.set(time.Duration(moment) * time.Second)
	}
	if ed := p.notes.Editor(); ed != nil {
		goToMoment(ed, moment)
	}
}

// goToMoment puts the cursor on the last line stamped up to a moment.
func goToMoment(ed *note.Editor, moment int) {
	line := 0
	for i, s := range strings.Split(ed.Text(), "\n") {
		if n, ok := model.ParseLine(s).At.Seconds(); ok && n <= moment {
			line = i + 1
		}
	}
	if line > 0 {
		ed.GotoLine(line)
	}
}

// finding makes one: of the line one is at, in the note; of the answer or objection, in the rubric.
func (p *Page) finding() {
	p.Flush()
	d := guided.Draft{Stage: p.c.Stage, Evidence: p.id}
	if p.clock.started() {
		d.Evidence = p.id + "@" + string(p.clock.at())
	}
	x := p.row()
	switch {
	case p.at == scripted:
		c := p.script.cue()
		if c == nil {
			return
		}
		d.Line, d.Evidence = c.Text, p.id
		if at := p.script.at(c); at != "" {
			d.Evidence += "@" + string(at)
		}
	case p.at == noted:
		d.Line, d.In = guided.Meant(p.Env, p.id, p.notes.Editor()), p.id
		if at := model.ParseLine(d.Line).At; at != "" {
			d.Evidence = p.id + "@" + string(at)
			d.Practice = p.practiceAt(at)
		}
	case x.check != nil:
		d.Practice = x.check.Practice
		if x.answer != nil {
			d.Evidence = p.id + "/" + x.check.ID
			d.In = d.Evidence
			d.Line, _, _ = strings.Cut(x.answer.Note, "\n")
		}
	case x.objection != nil:
		d.Line = x.objection.Quote
		if x.objection.At != "" {
			d.Evidence = p.id + "@" + string(x.objection.At)
		}
	}
	guided.Capture(p.Env, d)
}

// practiceAt is the practice of the item that was answered at that very moment.
func (p *Page) practiceAt(at model.Clock) string {
	for _, x := range p.rows {
		if x.check != nil && x.answer != nil && x.answer.At == at {
			return x.check.Practice
		}
	}
	return ""
}
