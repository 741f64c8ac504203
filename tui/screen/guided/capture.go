package guided

import (
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
	if ref := or(d.Evidence, d.In); ref != "" {
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

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}
