package model

import (
	"cmp"
	"strings"
)

// NoteAt is one note and where it stands, written like evidence.
type NoteAt struct {
	In   string
	Text string
}

// Notes are all notes of the fieldwork, in the order of the file.
func (e *Engagement) Notes() []NoteAt {
	var out []NoteAt
	add := func(record, item, text string) {
		if text != "" {
			out = append(out, NoteAt{Ref{Record: record, Item: item}.String(), text})
		}
	}
	for _, a := range e.Audits {
		for _, c := range a.Checks {
			add(a.ID, c.Check, c.Note)
		}
		add(a.ID, "", a.Note)
	}
	for _, i := range e.Interviews {
		for _, a := range i.Answers {
			add(i.ID, cmp.Or(a.Question, a.Ask), a.Note)
		}
		add(i.ID, "", i.Note)
	}
	for _, c := range e.Calls {
		for _, x := range c.Checks {
			add(c.ID, x.Check, x.Note)
		}
		add(c.ID, "", c.Note)
	}
	return out
}

// OpenLine is a marked line of a note of which nobody has made anything yet.
type OpenLine struct {
	In   string
	Line NoteLine
}

// OpenLines are the gaps (GapLine) or follow-ups (FollowUp) that are still open, in the order of the file.
func (e *Engagement) OpenLines(mark Mark) []OpenLine {
	type key struct{ in, text string }
	settled := map[key]bool{}
	for _, l := range e.Lines {
		settled[key{l.In, strings.TrimSpace(l.Text)}] = l.Finding != "" || l.Dismissed || l.Done != ""
	}
	var out []OpenLine
	for _, n := range e.Notes() {
		for _, l := range NoteLines(n.Text) {
			if l.Mark == mark && !settled[key{n.In, l.Text}] {
				out = append(out, OpenLine{n.In, l})
			}
		}
	}
	return out
}
