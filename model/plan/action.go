package plan

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// mostObjections are named where a remedy asks for them.
const mostObjections = 5

// action makes the action of a remedy; phase and due come later.
func (d *drafter) action(c candidate) model.Action {
	a := model.Action{
		ID: IDPrefix + c.ID, Effort: cloned(c.Effort), Remedy: c.ID,
		Owner:    d.owner(c.OwnerRole),
		Practice: d.practice(c.Practices),
		Findings: d.live(c.Practices, nil),
		Status:   model.Todo,
	}
	stage := d.stage(a.Findings)
	a.Title = d.fill(c.Title, stage)
	a.Deliverable = d.fill(c.Deliverable, stage)
	for _, need := range c.depends {
		a.Depends = append(a.Depends, d.actionID(need))
	}
	if m := c.Metric; m != nil && (m.Name != "" || m.From != "") {
		n := d.numbers.Baseline(m.From, Place{Practice: a.Practice, Stage: stage})
		about := stage
		if n.Stage != "" {
			about = n.Stage
		}
		metric := &model.Metric{Name: d.fill(m.Name, about), From: n.Where, Baseline: n.Value}
		if n.Value != nil && finite(m.Lift) {
			target := UnitOf(m.From).Clamp(*n.Value + *m.Lift)
			metric.Target = &target
		}
		a.Metric = metric
	}
	return a
}

// owner is the one person of that role; else the role, for someone to choose from.
func (d *drafter) owner(role model.Role) string {
	found := ""
	for _, p := range d.e.People {
		if p.Role != role || role == "" || p.ID == "" || p.ID == found {
			continue
		}
		if found != "" {
			return string(role)
		}
		found = p.ID
	}
	if found == "" {
		return string(role)
	}
	return found
}

// practice is the one that an action is filed under: of the remedy's practices the first in play, else the first.
func (d *drafter) practice(practices []string) string {
	for _, p := range d.out.Practices {
		if slices.Contains(practices, p.Practice) {
			return p.Practice
		}
	}
	if len(practices) > 0 {
		return practices[0]
	}
	return ""
}

// stage is that of the first finding whose stage the snapshot holds.
func (d *drafter) stage(findings []string) string {
	for _, id := range findings {
		if s := d.gaps.stage[id]; d.sc.Funnel.Stage(s) != nil {
			return s
		}
	}
	return ""
}

// fill replaces what a playbook cannot know: {objections}, the themes heard on most calls by name; {heard}, how many of
// them there are; and {stage}, the stage that the number is about.
func (d *drafter) fill(text, stage string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	name := "the bottleneck"
	if s := d.e.Stage(stage); s != nil {
		name = s.Label()
	}
	return strings.NewReplacer("{objections}", d.objections(), "{heard}", d.heard(), "{stage}", name).Replace(text)
}

// unheard stands for the objections while no call has any.
const unheard = "the objections to be gathered from the calls"

// heard is how many objections there are to work on.
func (d *drafter) heard() string {
	switch n := len(d.sc.Objections); {
	case n == 0:
		return unheard
	case n == 1:
		return "the objection heard on calls"
	case n <= mostObjections:
		return fmt.Sprintf("the %d objections heard on calls", n)
	}
	return fmt.Sprintf("the %d objections heard most on calls", mostObjections)
}

func (d *drafter) objections() string {
	var heard []string
	for _, o := range d.sc.Objections {
		if len(heard) == mostObjections {
			break
		}
		name := o.Theme
		if t := d.pb.Theme(o.Theme); t != nil && t.Name != "" {
			name = t.Name
		}
		heard = append(heard, "“"+name+"”")
	}
	switch n := len(heard); n {
	case 0:
		return unheard
	case 1:
		return heard[0]
	default:
		return strings.Join(heard[:n-1], ", ") + " and " + heard[n-1]
	}
}

func finite(x *float64) bool { return x != nil && !math.IsNaN(*x) && !math.IsInf(*x, 0) }

func cloned(x *float64) *float64 {
	if !finite(x) {
		return nil
	}
	v := *x
	return &v
}
