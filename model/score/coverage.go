package score

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// mostCalls is the number of recordings beyond which more add little, where the playbook does not say.
const mostCalls = 15

// coverage counts what has been looked at in the round, up to the as-of date.
func (s *scope) coverage() Coverage {
	c := Coverage{Interviews: map[model.Role]int{model.Leader: 0, model.Manager: 0, model.Rep: 0}}
	var stages []string
	for _, st := range s.stages {
		stages = append(stages, st.ID)
	}
	c.Stages = s.audited(model.StageAudit, stages)
	c.Handoffs = s.audited(model.HandoffAudit, subjects(s.pb.Audits.Handoffs))
	c.Cadences = s.audited(model.CadenceAudit, subjects(s.pb.Audits.Cadences))
	for _, i := range s.interviews {
		if p := s.person(i.Person); p != nil && p.Role != "" && i.Status != model.Planned {
			c.Interviews[p.Role]++
		}
	}
	c.Calls = CallCoverage{Reviewed: len(s.reviewed()), Wanted: Wanted{Min: s.pb.EnoughCalls(), Max: mostCalls}}
	if w := s.pb.CallsWanted; w != nil && w.Max > 0 {
		c.Calls.Wanted.Max = w.Max
	}
	c.Calls.Wanted.Max = max(c.Calls.Wanted.Max, c.Calls.Wanted.Min)
	c.Calls.Enough = c.Calls.Reviewed >= c.Calls.Wanted.Min
	return c
}

func subjects(list []playbook.Subject) []string {
	var ids []string
	for _, x := range named(list, func(x playbook.Subject) string { return x.ID }) {
		ids = append(ids, x.ID)
	}
	return ids
}

// audited counts the subjects with an audit in which something was answered, n/a included: an audit that was only opened
// has looked at nothing.
func (s *scope) audited(kind model.AuditKind, ids []string) Part {
	done := map[string]bool{}
	for _, a := range s.audits {
		for _, x := range a.Checks {
			if a.Kind == kind && x.Answered() {
				done[a.Subject] = true
			}
		}
	}
	p := Part{Of: len(ids)}
	for _, id := range ids {
		if done[id] {
			p.Audited++
		}
	}
	return p
}

// reviewed are the calls that someone has worked through: at least one check has a result, be it n/a, or an objection is
// written down.
func (s *scope) reviewed() []model.Call {
	var out []model.Call
	for _, c := range s.calls {
		if len(c.Objections) > 0 || slices.ContainsFunc(c.Checks, func(x model.CallCheck) bool { return x.Result != "" }) {
			out = append(out, c)
		}
	}
	return out
}
