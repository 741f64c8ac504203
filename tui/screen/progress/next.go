package progress

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// Step is the next best thing to do, and where.
type Step struct {
	Text  string
	Route screen.Route
}

// muchRaw is the number of untriaged lines from which triage comes before more fieldwork: past that, nobody remembers
// what a line meant.
const muchRaw = 20

// Next is the next best step: the first thing that the method lacks, in the order of the work.
func (p Progress) Next() Step {
	for _, rule := range []func() *Step{
		p.settle, p.setUp, p.unfinished, p.muchRaw, p.audits, p.talks, p.recordings, p.numbers, p.findings, p.plan, p.follow,
	} {
		if s := rule(); s != nil {
			return *s
		}
	}
	return Step{"All is done that the method asks for: export the readout", screen.Route{Kind: screen.Export}}
}

func step(kind screen.Kind, id, format string, args ...any) *Step {
	return &Step{fmt.Sprintf(format, args...), screen.Route{Kind: kind, ID: id}}
}

func (p Progress) settle() *Step {
	if n := len(p.E.Unsettled); n > 0 {
		return step(screen.Settle, "", "Settle %s that both sides of a merge changed", count(n, "field", "fields"))
	}
	return nil
}

func (p Progress) setUp() *Step {
	switch {
	case len(p.E.Stages) == 0:
		return step(screen.Stages, "", "Write down the client's own pipeline, stage by stage")
	case len(p.E.People) == 0:
		return step(screen.People, "", "Add the people you will talk to: leaders, managers, reps")
	}
	return nil
}

func (p Progress) unfinished() *Step {
	for _, i := range p.E.Interviews {
		if i.StatusOr() == model.Started {
			return step(screen.Interview, i.ID, "Finish the interview with %s", p.who(i.Person))
		}
	}
	return nil
}

func (p Progress) muchRaw() *Step {
	if p.Raw >= muchRaw {
		return step(screen.Triage, "", "Triage %d gap lines while you remember what they meant", p.Raw)
	}
	return nil
}

func (p Progress) audits() *Step {
	if p.Score == nil {
		return nil
	}
	c := p.Coverage()
	if c.Stages.Audited < c.Stages.Of {
		return step(screen.Audits, "", "Audit the stages: %d of %d begun, next %s", c.Stages.Audited, c.Stages.Of, p.unaudited())
	}
	if c.Handoffs.Audited < c.Handoffs.Of {
		return step(screen.Audits, "", "Audit the handoffs: %d of %d begun", c.Handoffs.Audited, c.Handoffs.Of)
	}
	if c.Cadences.Audited < c.Cadences.Of {
		return step(screen.Audits, "", "Audit the cadences: %d of %d begun", c.Cadences.Audited, c.Cadences.Of)
	}
	return nil
}

func (p Progress) unaudited() string {
	seen := map[string]bool{}
	for _, a := range p.E.Audits {
		if a.Kind == model.StageAudit && baseline(a.Round) {
			for _, c := range a.Checks {
				seen[a.Subject] = seen[a.Subject] || c.Answered()
			}
		}
	}
	for _, s := range p.E.Stages {
		if !seen[s.ID] {
			return s.Label()
		}
	}
	return ""
}

// Wanted is how many people of a role make a picture: a blind spot is clear from two believers and three of the field.
func Wanted(pb *playbook.Playbook, role model.Role) int {
	switch {
	case role == model.Leader || role == model.Manager:
		return 1
	case role == model.Rep:
		return 3
	case pb != nil && pb.Guide(role) != nil:
		return 1
	}
	return 0
}

func (p Progress) talks() *Step {
	if p.Score == nil {
		return nil
	}
	for _, role := range model.Roles() {
		have, want := p.Coverage().Interviews[role], Wanted(p.Playbook, role)
		if have >= want {
			continue
		}
		for _, i := range p.E.Interviews {
			if x := p.E.Person(i.Person); x != nil && x.Role == role && i.StatusOr() == model.Planned {
				return step(screen.Interview, i.ID, "Interview %s, the next %s on your list", x.Label(), role)
			}
		}
		return step(screen.Interviews, "", "Interview %s: %d so far, at least %d wanted", strings.ToLower(role.Plural()), have, want)
	}
	return nil
}

func (p Progress) recordings() *Step {
	c := p.Coverage().Calls
	if p.Score == nil || c.Enough {
		return nil
	}
	return step(screen.Calls, "", "Review recordings: %d so far, a pattern begins at %d", c.Reviewed, c.Wanted.Min)
}

func (p Progress) numbers() *Step {
	if len(p.E.Funnels) == 0 {
		return step(screen.Import, "", "Import the CRM export, for conversions and value at stake")
	}
	return nil
}

func (p Progress) findings() *Step {
	switch {
	case p.Raw > 0:
		if p.Raw == 1 {
			return step(screen.Triage, "", "Triage the last gap line")
		}
		return step(screen.Triage, "", "Triage the last %d gap lines", p.Raw)
	case p.Gaps == 0:
		return step(screen.Findings, "", "Write the first finding: the fieldwork is there")
	case p.Unproven > 0:
		return step(screen.Findings, "", "Give %s evidence", count(p.Unproven, "finding", "findings"))
	}
	return nil
}

func (p Progress) plan() *Step {
	switch {
	case p.Actions == 0:
		return step(screen.Plan, "", "Draft the 30-60-90 day plan from the findings")
	case p.Unowned > 0:
		return step(screen.Plan, "", "Give %s an owner and a date", count(p.Unowned, "action", "actions"))
	}
	return nil
}

func (p Progress) follow() *Step {
	switch {
	case p.Overdue > 0:
		return step(screen.Plan, "", "%s overdue: finish or move what is late", count(p.Overdue, "action is", "actions are"))
	case p.Chase > 0:
		return step(screen.Triage, "", "Chase %s still open", count(p.Chase, "question", "questions"))
	case p.Day() > 0 && p.Done < p.Actions:
		return step(screen.Plan, "", "Day %d: %d of %d actions are done", p.Day(), p.Done, p.Actions)
	}
	return nil
}

func (p Progress) who(id string) string {
	if x := p.E.Person(id); x != nil {
		return x.Label()
	}
	return id
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
