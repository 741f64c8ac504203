// Package evidence finds what was said and seen in the fieldwork: the places that evidence points at, with who, what was
// asked and what was noted, and the marked lines of the notes with what has become of them. It is pure: an engagement
// and a playbook in, values out. Triage, findings and the call review read from it. It imports model and the route and
// edit types of the page contract, and no widget.
package evidence

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// Place is one answer, check or note of the fieldwork: what a piece of evidence points at.
type Place struct {
	Kind   screen.Kind // Interview, Audit or Call
	Record string      // its id
	Item   string      // question, ask or check; absent for the note of the record itself

	Who      string // a person, a call's title, what was audited
	Detail   string // a word more: the role, the rep, the kind of audit
	Ask      string // what was asked; absent for the note of the record
	Value    string // what was entered: "rated 1", "partly", "3 of 10"
	Practice string
	Stage    string
	At       model.Clock // of a rubric answer
	Note     string
}

// Ref is the place written like evidence.
func (p Place) Ref() string { return model.Ref{Record: p.Record, Item: p.Item}.String() }

// Route leads to the place.
func (p Place) Route() screen.Route { return screen.Route{Kind: p.Kind, ID: p.Record, At: p.Item} }

// About is the place in words: who, and what was asked.
func (p Place) About() string {
	if p.Ask == "" {
		return p.Who
	}
	return p.Who + ": " + p.Ask
}

// Excerpt is the line of the note that says most: the first quote, else the first gap, else the first line.
func (p Place) Excerpt() (text string, mark model.Mark) {
	best := -1
	for line := range strings.SplitSeq(p.Note, "\n") {
		n := model.ParseLine(line)
		if n.Text == "" {
			continue
		}
		if w := weight[n.Mark]; w > best {
			best, text, mark = w, n.Text, n.Mark
		}
	}
	return text, mark
}

var weight = map[model.Mark]int{model.Quote: 3, model.GapLine: 2, model.ObjLine: 1}

// All lists every place: audits, interviews and calls, in the order of the file.
func All(e *model.Engagement, pb *playbook.Playbook) []Place {
	var out []Place
	for i := range e.Audits {
		out = append(out, auditPlaces(e, pb, &e.Audits[i])...)
	}
	for i := range e.Interviews {
		out = append(out, interviewPlaces(e, pb, &e.Interviews[i])...)
	}
	for i := range e.Calls {
		out = append(out, callPlaces(e, pb, &e.Calls[i])...)
	}
	return out
}

func auditPlaces(e *model.Engagement, pb *playbook.Playbook, a *model.Audit) []Place {
	all := Place{Kind: screen.Audit, Record: a.ID, Who: Subject(e, pb, a), Detail: string(a.Kind) + " audit", Note: a.Note}
	if a.Kind == model.StageAudit {
		all.Stage = a.Subject
	}
	var out []Place
	for _, c := range a.Checks {
		p := all
		p.Item, p.Ask, p.Note = c.Check, c.Check, c.Note
		if x := pb.AuditCheck(a.Kind, a.Subject, c.Check); x != nil {
			p.Ask, p.Practice = cmp.Or(x.Ask, c.Check), x.Practice
		}
		p.Value = rated(c.Rating, c.NA)
		if c.Sample != nil && c.Rating == nil && !c.NA {
			p.Value = strconv.Itoa(c.Sample.Met) + " of " + strconv.Itoa(c.Sample.Of)
		}
		out = append(out, p)
	}
	return append(out, all)
}

// Subject is what an audit looks at, in words.
func Subject(e *model.Engagement, pb *playbook.Playbook, a *model.Audit) string {
	if a.Kind == model.StageAudit {
		if s := e.Stage(a.Subject); s != nil {
			return s.Label()
		}
	} else if s := pb.Subject(a.Kind, a.Subject); s != nil && s.Name != "" {
		return s.Name
	}
	return a.Subject
}

func interviewPlaces(e *model.Engagement, pb *playbook.Playbook, i *model.Interview) []Place {
	all := Place{Kind: screen.Interview, Record: i.ID, Who: i.Person, Note: i.Note}
	if x := e.Person(i.Person); x != nil {
		all.Who, all.Detail = x.Label(), string(x.Role)
	}
	var out []Place
	for _, a := range i.Answers {
		p := all
		p.Item, p.Ask, p.Note, p.Practice = cmp.Or(a.Question, a.Ask), cmp.Or(a.Ask, a.Question), a.Note, a.Practice
		if q := pb.Question(a.Question); q != nil {
			p.Ask, p.Practice = cmp.Or(q.Ask, a.Question), cmp.Or(q.Practice, a.Practice)
		}
		p.Value = rated(a.Rating, a.NA)
		out = append(out, p)
	}
	return append(out, all)
}

func callPlaces(e *model.Engagement, pb *playbook.Playbook, c *model.Call) []Place {
	all := Place{Kind: screen.Call, Record: c.ID, Who: c.Label(), Stage: c.Stage, Note: c.Note, Detail: "call"}
	if x := e.Person(c.Rep); x != nil {
		all.Detail = "call of " + x.Label()
	}
	var out []Place
	for _, x := range c.Checks {
		p := all
		p.Item, p.Ask, p.Note, p.At, p.Value = x.Check, x.Check, x.Note, x.At, ResultWord(x.Result)
		if r := pb.CallCheck(x.Check); r != nil {
			p.Ask, p.Practice = cmp.Or(r.Ask, x.Check), r.Practice
		}
		out = append(out, p)
	}
	return append(out, all)
}

// ResultWord is a rubric answer in words.
func ResultWord(r model.Result) string {
	if r == model.NotApplicable {
		return "n/a"
	}
	return string(r)
}

func rated(r *int, na bool) string {
	switch {
	case na:
		return "n/a"
	case r != nil:
		return "rated " + strconv.Itoa(*r)
	}
	return ""
}
