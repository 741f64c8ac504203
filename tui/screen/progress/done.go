package progress

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
)

// Part is how far one part of the fieldwork is. Done means the same everywhere: nothing of it is left to answer, or
// whoever led the interview said so. What is begun is not done.
type Part struct {
	Name            string
	Done, Begun, Of int // Of 0: none are wanted
}

// Parts are those of the fieldwork, in the order of the method.
func (p Progress) Parts() []Part {
	c := p.Coverage()
	out := []Part{
		p.audited("Stages", model.StageAudit, c.Stages),
		p.audited("Handoffs", model.HandoffAudit, c.Handoffs),
		p.audited("Cadences", model.CadenceAudit, c.Cadences),
	}
	for _, role := range model.Roles() {
		x := Part{Name: role.Plural(), Of: Wanted(p.Playbook, role)}
		for _, i := range p.E.Interviews {
			who := p.E.Person(i.Person)
			if who == nil || who.Role != role || !baseline(i.Round) {
				continue
			}
			switch i.StatusOr() {
			case model.Done:
				x.Done++
			case model.Started:
				x.Begun++
			}
		}
		if x.Of > 0 || x.Done+x.Begun > 0 {
			out = append(out, x)
		}
	}
	return append(out, p.reviewed(c.Calls.Reviewed))
}

// audited counts subjects as coverage does, those with every check answered apart.
func (p Progress) audited(name string, kind model.AuditKind, c score.Part) Part {
	done := map[string]bool{}
	for _, a := range p.E.Audits {
		if a.Kind != kind || !baseline(a.Round) {
			continue
		}
		answered := map[string]bool{}
		for _, x := range a.Checks {
			answered[x.Check] = answered[x.Check] || x.NA || x.Rating != nil || x.Sample != nil
		}
		checks := p.Playbook.Checks(kind, a.Subject)
		all := len(checks) > 0
		for _, x := range checks {
			all = all && answered[x.ID]
		}
		if all {
			done[a.Subject] = true
		}
	}
	n := min(len(done), c.Audited)
	return Part{Name: name, Done: n, Begun: c.Audited - n, Of: c.Of}
}

// reviewed counts calls as coverage does, those with every item of the rubric answered apart.
func (p Progress) reviewed(all int) Part {
	x := Part{Name: "Calls"}
	if p.Playbook == nil {
		return x
	}
	x.Of = p.Playbook.EnoughCalls()
	for _, c := range p.E.Calls {
		answered := 0
		for _, k := range c.Checks {
			if k.Result != "" {
				answered++
			}
		}
		if n := len(p.Playbook.Calls.Checks); n > 0 && answered >= n {
			x.Done++
		}
	}
	x.Done = min(x.Done, all)
	x.Begun = all - x.Done
	return x
}

func baseline(round string) bool { return round == "" || round == score.Baseline }
