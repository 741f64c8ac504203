package card

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// Title is who speaks, as the start of a sentence: "Leaders and managers say", "Calls show".
func (v Voice) Title() string {
	switch v.Lens {
	case playbook.Observed:
		if !v.people() {
			return "Calls show"
		}
	case playbook.Recorded:
		if !v.people() {
			return "The records show"
		}
	case playbook.Believed:
		if !v.people() {
			return "Leaders and managers say"
		}
	case playbook.Reported:
		if !v.people() {
			return "Reps say"
		}
	}
	var who []string
	for _, r := range v.Roles {
		who = append(who, Several(r.Role))
	}
	s := strings.Join(who, " and ")
	if len(who) > 2 {
		s = who[0] + ", " + who[1] + " and others"
	}
	return strings.ToUpper(s[:1]) + s[1:] + " say"
}

// people says whether it is people who speak; a playbook may give a role any lens.
func (v Voice) people() bool { return len(v.Roles) > 0 }

// Several is people of one role.
func Several(r model.Role) string {
	switch r {
	case model.Leader, model.Manager, model.Rep:
		return string(r) + "s"
	case model.Ops:
		return "operations"
	}
	return string(r)
}
