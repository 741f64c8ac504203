// Package plan drafts the 30-60-90 day plan: which remedies are in it, in which phase, by when, whose, and against which
// number; and how it is getting on. It is a pure function of the engagement, its playbook, its scores and an as-of date:
// same input, same bytes. It imports model and, of its rooms, playbook, score, funnel and follow, and never touches files,
// clocks, randomness or a screen.
//
// Drafting proposes and never overwrites a person's work: an action that is already in the plan comes back as it is. Only
// its phase and due date are worked out anew, where it is drafted from a remedy that is still proposed and nobody has
// pinned or started it.
package plan

import (
	"slices"

	"github.com/gapbook/gapbook/model"
)

// BigGap is the gap from which a practice is in play without a finding, where its confidence is medium or high.
const BigGap = 25

// IDPrefix and the remedy's id make the id of a drafted action.
const IDPrefix = "x-"

// Drafted is a draft: what is already planned, what is new, and why.
type Drafted struct {
	Actions []model.Action // those in the file in their order, Moved ones with a new phase or due; then the new ones by phase and rank
	Later   []model.Action // what ranks too low or does not fit, in rank order; their phase is the remedy's own, due absent
	Stale   []model.Action // drafted actions whose reason is gone; they are among Actions too

	Added        []string            // ids of the new actions, as they stand in Actions
	Moved        []string            // ids of those in the file whose phase or due is another now
	Reasons      map[string]Reason   // by action id, of Actions and Later
	Alternatives map[string][]string // by practice in play: the remedies that the playbook lists after the first
	Practices    []InPlay            // in rank order

	Start model.Date // day 0; absent when there is no date to count from
	From  StartFrom
}

// StartFrom says where day 0 came from.
type StartFrom string

const (
	FromPlanStart StartFrom = "plan_start"
	FromAsOf      StartFrom = "as-of"   // no plan_start: the as-of date stands for it
	FromNowhere   StartFrom = "no date" // neither: new actions have no due date
)

// InPlay is a practice that asks for a remedy.
type InPlay struct {
	Practice string
	Rank     int      // from 1
	Findings []string // gaps that are not dismissed, in their order; none when it is in play by its gap alone
	Gap      *float64
	Remedy   string // the first that the playbook lists for it; absent when it lists none
}

// Reason is why an action is in the plan, where it is.
type Reason struct {
	New       bool     // drafted now, not in the file
	Remedy    string   // the playbook remedy it stands for; absent for one's own action
	Backbone  bool     // always in: the playbook's backbone, or what that depends on
	Rank      int      // place in the order in which the phases are filled, from 1; 0 when it is not proposed now
	Practices []InPlay // the remedy's practices that are in play, best rank first
	Findings  []string // live gaps of the remedy's practices; for one's own action, those it names
	NeededBy  []string // ids of proposed actions that depend on it
	Moved     string   // why it is not in the remedy's own phase; absent when it is
	Later     string   // why it is not in a phase at all
	Gone      string   // why its reason is gone: the stale ones
}

// Action finds an action of the plan or of later; nil when there is none.
func (d *Drafted) Action(id string) *model.Action {
	if a := model.ByID(d.Actions, id); a != nil {
		return a
	}
	return model.ByID(d.Later, id)
}

// IsNew says whether an action was added by this draft.
func (d *Drafted) IsNew(id string) bool { return slices.Contains(d.Added, id) }

// IsMoved says whether this draft gives an action of the file another phase or due date.
func (d *Drafted) IsMoved(id string) bool { return slices.Contains(d.Moved, id) }

// InPhase are the actions of one phase in the order in which they are shown: by due date, those without one last, else
// as they stand in the plan. Dropped ones are left out.
func (d *Drafted) InPhase(phase int) []model.Action {
	var out []model.Action
	for _, a := range d.Actions {
		if a.Status != model.Dropped && Phase(a.Phase) == phase {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, byDue)
	return out
}

// Plan is what `plan --save` writes: the draft's actions.
func (d *Drafted) Plan() *model.Plan { return &model.Plan{Actions: d.Actions} }

// Phases are the three of a plan.
func Phases() []int { return []int{30, 60, 90} }

// Phase is the phase a day count falls into: a file may hold any number, and an absent one means the first.
func Phase(n int) int {
	switch {
	case n <= 30:
		return 30
	case n <= 60:
		return 60
	}
	return 90
}
