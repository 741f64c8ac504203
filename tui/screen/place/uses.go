package place

import (
	"maps"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// OfPerson lists the places that name a person.
func OfPerson(e *model.Engagement, id string) []Place {
	l := list{at: NewMap(e), id: id}
	for i, x := range e.Interviews {
		l.add(x.Person, "interviews", i, "person")
	}
	for i, x := range e.Calls {
		l.add(x.Rep, "calls", i, "rep")
	}
	for i, x := range e.Actions() {
		l.add(x.Owner, "plan", "actions", i, "owner")
	}
	for i, x := range e.MAPs {
		l.add(x.Rep, "maps", i, "rep")
	}
	for i, x := range e.Coaching {
		l.add(x.Rep, "coaching", i, "rep")
		l.add(x.Coach, "coaching", i, "coach")
	}
	return l.out
}

// OfStage lists the places that name a stage.
func OfStage(e *model.Engagement, id string) []Place {
	l := list{at: NewMap(e), id: id}
	for i, x := range e.Audits {
		if x.Kind == model.StageAudit {
			l.add(x.Subject, "audits", i, "subject")
		}
	}
	for i, x := range e.Calls {
		l.add(x.Stage, "calls", i, "stage")
	}
	for i, x := range e.Findings {
		l.add(x.Stage, "findings", i, "stage")
	}
	if e.CRM != nil {
		for _, theirs := range slices.Sorted(maps.Keys(e.CRM.Stages)) {
			l.add(e.CRM.Stages[theirs], "crm", "stages", theirs)
		}
	}
	for i, x := range e.Funnels {
		for j, s := range x.Stages {
			l.add(s.Stage, "funnels", i, "stages", j, "stage")
		}
	}
	for i, x := range e.MAPs {
		l.add(x.Stage, "maps", i, "stage")
	}
	for i, w := range e.Weeks {
		for _, k := range slices.Sorted(maps.Keys(w.Indicators)) {
			if _, stage, ok := strings.Cut(k, "@"); ok {
				l.add(stage, "weeks", i, "indicators", k)
			}
		}
	}
	return l.out
}

type list struct {
	at  *Map
	id  string
	out []Place
}

func (l *list) add(names string, path ...any) {
	if names == "" || names != l.id {
		return
	}
	if p, ok := l.at.Of(path); ok {
		l.out = append(l.out, p)
	}
}

// Taken says whether a record of the file has that id.
func Taken(e *model.Engagement, id string) bool {
	return has(e.People, id) || has(e.Stages, id) || has(e.Audits, id) || has(e.Interviews, id) || has(e.Calls, id) ||
		has(e.Findings, id) || has(e.Actions(), id) || has(e.MAPs, id) || has(e.Coaching, id)
}

func has[R model.Rec](records []R, id string) bool { return model.ByID(records, id) != nil }
