package playbook

import "github.com/gapbook/gapbook/model"

// DefaultTarget is a practice's target where nobody set one.
const DefaultTarget = 75

// Practice finds a practice by id; nil when there is none.
func (p *Playbook) Practice(id string) *Practice {
	return find(p.Practices, func(x *Practice) bool { return x.ID == id })
}

// Guide finds the guide for a role; nil when there is none.
func (p *Playbook) Guide(role model.Role) *Guide {
	return find(p.Guides, func(x *Guide) bool { return x.Role == role })
}

// Question finds a question of any guide by id; nil when there is none.
func (p *Playbook) Question(id string) *Question {
	for i := range p.Guides {
		if q := find(p.Guides[i].Questions, func(x *Question) bool { return x.ID == id }); q != nil {
			return q
		}
	}
	return nil
}

// Checks are those of an audit of that kind and subject; none when the playbook has no such audit.
func (p *Playbook) Checks(kind model.AuditKind, subject string) []Check {
	if kind == model.StageAudit {
		return p.Audits.Stage
	}
	if s := p.Subject(kind, subject); s != nil {
		return s.Checks
	}
	return nil
}

// Subject finds a handoff or cadence; nil when there is none.
func (p *Playbook) Subject(kind model.AuditKind, id string) *Subject {
	switch kind {
	case model.HandoffAudit:
		return find(p.Audits.Handoffs, func(x *Subject) bool { return x.ID == id })
	case model.CadenceAudit:
		return find(p.Audits.Cadences, func(x *Subject) bool { return x.ID == id })
	}
	return nil
}

// AuditCheck finds the check of an audit; nil when there is none.
func (p *Playbook) AuditCheck(kind model.AuditKind, subject, id string) *Check {
	return find(p.Checks(kind, subject), func(x *Check) bool { return x.ID == id })
}

// CallCheck finds an item of the call rubric; nil when there is none.
func (p *Playbook) CallCheck(id string) *Check {
	return find(p.Calls.Checks, func(x *Check) bool { return x.ID == id })
}

// Theme finds an objection theme; nil when there is none.
func (p *Playbook) Theme(id string) *Theme {
	return find(p.Calls.Objections, func(x *Theme) bool { return x.ID == id })
}

// Remedy finds a remedy by id; nil when there is none.
func (p *Playbook) Remedy(id string) *Remedy {
	return find(p.Remedies, func(x *Remedy) bool { return x.ID == id })
}

// Lens is the one through which a person of that role sees.
func (p *Playbook) Lens(role model.Role) Lens {
	if l, ok := p.Roles[role]; ok && l != "" {
		return l
	}
	if role == model.Leader || role == model.Manager {
		return Believed
	}
	return Reported
}

// LensWeight is how much a field lens counts; belief never counts.
func (p *Playbook) LensWeight(l Lens) float64 {
	if l == Believed {
		return 0
	}
	if w, ok := p.LensWeights[l]; ok {
		return w
	}
	if l == Reported {
		return 1
	}
	return 2
}

// MostPerPhase is the number of actions beyond the backbone that one phase takes.
func (p *Playbook) MostPerPhase() int {
	if p.PerPhase != nil {
		return *p.PerPhase
	}
	return 5
}

// EnoughCalls is the number of recordings below which there is no pattern.
func (p *Playbook) EnoughCalls() int {
	if p.CallsWanted != nil && p.CallsWanted.Min > 0 {
		return p.CallsWanted.Min
	}
	return 10
}

// TargetOf is the target of a practice: the engagement's, else the playbook's, else the default.
func (p *Playbook) TargetOf(e *model.Engagement, practice string) float64 {
	if t, ok := e.Targets[practice]; ok {
		return t
	}
	if pr := p.Practice(practice); pr != nil && pr.Target != nil {
		return *pr.Target
	}
	return DefaultTarget
}

func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}
