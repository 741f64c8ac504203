package guided

import (
	"cmp"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// Draft is a finding about to be made from what is on the screen.
type Draft struct {
	Line     string // of the note, as it stands there
	In       string // the note, written like evidence
	Evidence string // absent: as In
	Practice string
	Stage    string
}

// Capture asks for a finding, with the line's words as its title and the evidence attached. A gap line is then triaged.
// What was typed must have been sent before, or the evidence would point at nothing.
func Capture(env *screen.Env, d Draft) {
	l := model.ParseLine(d.Line)
	f := model.Finding{Title: l.Text, Practice: d.Practice, Stage: d.Stage}
	if ref := cmp.Or(d.Evidence, d.In); ref != "" {
		f.Evidence = []string{ref}
	}
	if l.Mark != model.GapLine || d.In == "" {
		env.Ask(capture.New(env, f, nil))
		return
	}
	now := env.Now()
	for _, x := range evidence.Lines(now.E, now.Playbook, model.GapLine) {
		if x.Place.Ref() != d.In || x.Text != l.Text {
			continue
		}
		if x.Fate != nil && x.Fate.Finding != "" {
			if have := now.E.Finding(x.Fate.Finding); have != nil {
				env.Say("this line is a finding already: " + have.Label())
				f.Title = ""
			}
		}
		env.Ask(capture.New(env, f, func(id string) []screen.Edit { return []screen.Edit{x.Becomes(model.Line{Finding: id})} }))
		return
	}
	env.Ask(capture.New(env, f, nil))
}

// Meant is the line that a finding is wanted of: the cursor's where it is a gap line; else the nearest gap line of the
// note of which nothing has become yet, above the cursor or, where there is none, below it; else that of LineOf.
func Meant(env *screen.Env, in string, ed *note.Editor) string {
	if ed == nil {
		return ""
	}
	if l := model.ParseLine(ed.CurrentLine()); in == "" || l.Mark == model.GapLine && l.Text != "" {
		return LineOf(ed)
	}
	at, best := ed.LineNumber()-1, -1
	now := env.Now()
	for _, l := range evidence.Lines(now.E, now.Playbook, model.GapLine) { // from above
		if l.Place.Ref() == in && l.Open() && (l.Number <= at || best < 0) {
			best = l.Number
		}
	}
	if all := strings.Split(ed.Text(), "\n"); best >= 0 && best < len(all) {
		return all[best]
	}
	return LineOf(ed)
}

// LineOf is the line that the person means: the cursor's, or the last one above it that is not empty.
func LineOf(ed *note.Editor) string {
	if ed == nil {
		return ""
	}
	if l := ed.CurrentLine(); strings.TrimSpace(model.ParseLine(l).Text) != "" {
		return l
	}
	all := strings.Split(ed.Text(), "\n")
	for i := min(ed.LineNumber(), len(all)) - 1; i >= 0; i-- {
		if model.ParseLine(all[i]).Text != "" {
			return all[i]
		}
	}
	return ""
}
