package erase

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// Target is the person to take out, as all versions of the file know them.
type Target struct {
	ID    string
	Role  model.Role
	Names []string          // in every spelling
	IDs   map[string]string // ids that spell the name, and what stands for each
}

// NewTarget begins with the person of the file itself.
func NewTarget(p model.Person) *Target {
	return &Target{ID: p.ID, Role: p.Role, IDs: map[string]string{}}
}

// Learn takes up how the versions of the file call the person: all of them, before the first is changed, so that an id
// becomes the same everywhere.
func (t *Target) Learn(versions ...*model.Engagement) {
	for _, e := range versions {
		p := e.Person(t.ID)
		if p == nil || len(names.Words(p.Name)) == 0 {
			continue
		}
		for _, s := range names.Spellings(p.Name) {
			if !slices.Contains(t.Names, s) {
				t.Names = append(t.Names, s)
			}
		}
	}
	for _, e := range versions {
		t.learnIDs(e)
	}
}

// learnIDs finds the ids that give the name away. Those of drafted actions never do: they are made of the playbook's.
func (t *Target) learnIDs(e *model.Engagement) {
	if t.ID != "" && t.spells(t.ID, true) {
		t.rename(t.ID)
	}
	each(e.Audits, t)
	each(e.Interviews, t)
	each(e.Calls, t)
	each(e.Findings, t)
	each(e.MAPs, t)
	each(e.Coaching, t)
	for _, a := range e.Actions() {
		if a.Remedy == "" && t.spells(a.ID, false) {
			t.rename(a.ID)
		}
	}
}

func each[R model.Rec](list []R, t *Target) {
	for _, r := range list {
		if t.spells(r.RecordID(), false) {
			t.rename(r.RecordID())
		}
	}
}

// spells says whether an id holds a part of the name; in the person's own id it may be run together with others.
func (t *Target) spells(id string, own bool) bool {
	id = names.Fold(id)
	for _, n := range t.Names {
		for _, part := range names.Words(n) {
			part = names.Fold(part)
			if len([]rune(part)) >= 3 && (own && strings.Contains(id, part) || slices.Contains(names.Words(id), part)) {
				return true
			}
		}
	}
	return false
}

func (t *Target) rename(id string) {
	if t.IDs[id] == "" {
		prefix, _, found := strings.Cut(id, "-")
		if !found || len(prefix) > 2 {
			prefix = "r"
		}
		if id == t.ID {
			prefix = "p"
		}
		t.IDs[id] = model.NewID(prefix)
	}
}

// is says whether an id is the person's, before or after.
func (t *Target) is(id string) bool { return id != "" && (id == t.ID || id == t.IDs[t.ID]) }

// standIn is the role as a person in a sentence.
func standIn(r model.Role) string {
	switch r {
	case model.Leader, model.Manager, model.Rep:
		return "a " + string(r)
	case model.Marketing, model.Delivery, model.Ops:
		return "someone in " + string(r)
	}
	return "someone"
}

// finders look for the name in free text, and for the full name alone in what is a label: a stage called Price stays
// when a Grace Price goes.
func (t *Target) finders(e *model.Engagement) (text, label *names.Finder) {
	instead := standIn(t.Role)
	var list []names.Person
	for _, n := range t.Names {
		list = append(list, names.Person{Name: n, Instead: instead})
	}
	own := len(list)
	roles := map[int]model.Role{}
	for _, p := range e.People {
		if !t.is(p.ID) && p.Name != "" {
			roles[len(list)] = p.Role
			list = append(list, names.Person{Name: p.Name, Keep: true})
		}
	}
	for _, n := range consultants(e) {
		if !slices.ContainsFunc(t.Names, func(x string) bool { return same(names.Words(x), names.Words(n)) }) {
			list = append(list, names.Person{Name: n, Keep: true})
		}
	}
	text = names.New(list, func(of []int) string {
		for _, i := range of {
			if i >= own && roles[i] != t.Role {
				return "a colleague"
			}
		}
		return instead
	})
	for i := range list {
		list[i].Whole = true
	}
	return text, names.New(list, nil)
}

// consultants are the people who did the fieldwork.
func consultants(e *model.Engagement) []string {
	out := slices.Clone(e.Consultants)
	for _, a := range e.Audits {
		out = append(out, a.By)
	}
	for _, i := range e.Interviews {
		out = append(out, i.By)
	}
	for _, c := range e.Calls {
		out = append(out, c.By)
		if c.Second != nil {
			out = append(out, c.Second.By)
		}
	}
	for _, u := range e.Unsettled {
		out = append(out, u.TheirsBy)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(s string) bool { return s == "" })
}
