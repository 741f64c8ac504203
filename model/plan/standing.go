package plan

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// standing finds for each remedy the action that stands for it already; of several, the first that is not dropped.
func standing(actions []model.Action) map[string]int {
	out := map[string]int{}
	stand := func(remedy string, i int) {
		if was, ok := out[remedy]; !ok || (!holds(actions[was]) && holds(actions[i])) {
			out[remedy] = i
		}
	}
	for i, a := range actions {
		stand(a.Remedy, i)
		if id, ok := strings.CutPrefix(a.ID, IDPrefix); ok {
			stand(id, i)
		}
	}
	return out
}

// existing is the action that stands for a remedy already; nil: there is none.
func (d *drafter) existing(remedy string) *model.Action {
	if i, ok := d.standing[remedy]; ok {
		return &d.out.Actions[i]
	}
	return nil
}

// dropped says whether the client has decided against a remedy.
func (d *drafter) dropped(remedy string) bool {
	a := d.existing(remedy)
	return a != nil && !holds(*a)
}

// actionID is the id of the action that stands, or will stand, for a remedy.
func (d *drafter) actionID(remedy string) string {
	if a := d.existing(remedy); a != nil {
		return a.ID
	}
	return IDPrefix + remedy
}

// remedyOf is the remedy that an action stands for: the one it names, else the one its id is made of.
func (d *drafter) remedyOf(a model.Action) *playbook.Remedy {
	if a.Remedy == "" {
		if id, ok := strings.CutPrefix(a.ID, IDPrefix); ok {
			return d.pb.Remedy(id)
		}
	}
	return d.pb.Remedy(a.Remedy)
}

// isBackbone says whether an action in the plan takes none of a phase's places beyond the backbone.
func (d *drafter) isBackbone(a model.Action) bool {
	r := d.remedyOf(a)
	if r == nil || r.ID == "" {
		return false
	}
	if i, ok := d.rank[r.ID]; ok {
		return d.wanted[i].backbone
	}
	return r.Backbone
}
