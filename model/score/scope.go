package score

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// scope is what counts: the records of the round asked for, up to the as-of date, and the playbook's items by id. Where
// two records or items share an id, the first counts and the others do not. A record without an id is no one's double.
type scope struct {
	e   *model.Engagement
	pb  *playbook.Playbook
	opt Options

	practices  []playbook.Practice
	known      map[string]bool // practices by id
	questions  map[string]*playbook.Question
	callChecks map[string]*playbook.Check
	people     map[string]*model.Person
	stages     []model.Stage
	interviews []model.Interview
	calls      []model.Call
	audits     []model.Audit
}

func newScope(e *model.Engagement, pb *playbook.Playbook, opt Options) *scope {
	s := &scope{e: e, pb: pb, opt: opt, known: map[string]bool{}, questions: map[string]*playbook.Question{}}
	s.practices = named(pb.Practices, func(p playbook.Practice) string { return p.ID })
	for _, p := range s.practices {
		s.known[p.ID] = true
	}
	for g := range pb.Guides {
		for i := range pb.Guides[g].Questions {
			if q := &pb.Guides[g].Questions[i]; s.questions[q.ID] == nil {
				s.questions[q.ID] = q
			}
		}
	}
	s.callChecks = map[string]*playbook.Check{}
	for i := range pb.Calls.Checks {
		if c := &pb.Calls.Checks[i]; s.callChecks[c.ID] == nil {
			s.callChecks[c.ID] = c
		}
	}
	s.people = map[string]*model.Person{}
	for i := range e.People {
		if p := &e.People[i]; s.people[p.ID] == nil {
			s.people[p.ID] = p
		}
	}
	s.stages = named(e.Stages, model.Stage.RecordID)
	for _, x := range unique(e.Interviews, model.Interview.RecordID) {
		if s.counts(x.Date, x.Round) {
			s.interviews = append(s.interviews, x)
		}
	}
	for _, x := range unique(e.Calls, model.Call.RecordID) {
		if s.counts(x.Date, x.Round) {
			s.calls = append(s.calls, x)
		}
	}
	for _, x := range unique(e.Audits, model.Audit.RecordID) {
		if s.counts(x.Date, x.Round) {
			s.audits = append(s.audits, x)
		}
	}
	return s
}

// counts says whether a record belongs to the round and is not later than the as-of date. A date that is absent or no
// date keeps no record out.
func (s *scope) counts(date model.Date, round string) bool {
	if round == "" {
		round = Baseline
	}
	return round == s.opt.Round && !date.After(s.opt.AsOf)
}

// person finds who was interviewed; nil when people does not list them.
func (s *scope) person(id string) *model.Person {
	if id == "" {
		return nil
	}
	return s.people[id]
}

// lens is the one through which a role sees. A lens that is none of the four is as good as not set.
func (s *scope) lens(role model.Role) playbook.Lens {
	if l := s.pb.Lens(role); slices.Contains(playbook.Lenses(), l) {
		return l
	}
	if role == model.Leader || role == model.Manager {
		return playbook.Believed
	}
	return playbook.Reported
}

// unique keeps the first record of each id, and all that have none.
func unique[T any](records []T, id func(T) string) []T {
	var out []T
	seen := map[string]bool{}
	for _, r := range records {
		if k := id(r); k == "" || !seen[k] {
			seen[k] = true
			out = append(out, r)
		}
	}
	return out
}

// named keeps the first record of each id, and none without.
func named[T any](records []T, id func(T) string) []T {
	return unique(slices.DeleteFunc(slices.Clone(records), func(r T) bool { return id(r) == "" }), id)
}
