package plan

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Draft proposes the plan. Actions that are in the engagement come back as they are; a draft of its own outcome adds
// nothing. It works on files with problems too: what refers to nothing is left out.
func Draft(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, asOf model.Date) *Drafted {
	if e == nil {
		e = &model.Engagement{}
	}
	if pb == nil {
		pb = &playbook.Playbook{}
	}
	if sc == nil {
		sc = &score.Result{}
	}
	d := &drafter{
		e: e, pb: pb, sc: sc,
		numbers: Numbers{Engagement: e, Playbook: pb, Score: sc, AsOf: asOf},
		out:     &Drafted{Reasons: map[string]Reason{}, Alternatives: map[string][]string{}},
		phases:  map[string]int{},
	}
	d.out.Start, d.out.From = start(e, asOf)
	d.out.Practices = inPlay(pb, sc)
	for _, p := range d.out.Practices {
		if r := remediesFor(pb, p.Practice); len(r) > 1 {
			d.out.Alternatives[p.Practice] = r[1:]
		}
	}
	d.wanted = candidates(pb, d.out.Practices, d.dropped)
	d.keep()
	d.propose()
	d.findStale()
	d.explain()
	return d.out
}

// drafter is one draft in the making.
type drafter struct {
	e       *model.Engagement
	pb      *playbook.Playbook
	sc      *score.Result
	numbers Numbers
	wanted  []candidate
	room    *room
	phases  map[string]int // by remedy, of those that are planned; `later` for those that are not
	out     *Drafted
}

// existing is the action that stands for a remedy already; of several, one that is not dropped. nil: there is none.
func (d *drafter) existing(remedy string) *model.Action {
	var found *model.Action
	actions := d.e.Actions()
	for i := range actions {
		a := &actions[i]
		if a.Remedy != remedy && a.ID != IDPrefix+remedy {
			continue
		}
		if holds(*a) {
			return a
		}
		if found == nil {
			found = a
		}
	}
	return found
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

// keep takes what is in the plan over as it is, and counts it in before anything new.
func (d *drafter) keep() {
	d.out.Actions = slices.Clone(d.e.Actions())
	d.room = newRoom(d.pb.MostPerPhase(), d.e.Capacity)
	for _, a := range d.out.Actions {
		if holds(a) {
			d.room.hold(Phase(a.Phase), a.Effort, d.isBackbone(a))
		}
	}
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
	for _, c := range d.wanted {
		if c.ID == r.ID {
			return c.backbone
		}
	}
	return r.Backbone
}

// propose places every wanted remedy that is not in the plan yet, and dates the new ones.
func (d *drafter) propose() {
	added := map[int][]model.Action{}
	for i, c := range d.wanted {
		reason := Reason{New: true, Remedy: c.ID, Backbone: c.backbone, Rank: i + 1}
		if a := d.existing(c.ID); a != nil {
			d.phases[c.ID] = Phase(a.Phase)
			reason.New = false
			d.out.Reasons[a.ID] = reason
			continue
		}
		earliest, needs := d.earliest(c)
		phase, moved, left := d.room.place(c, earliest, needs)
		d.phases[c.ID] = phase
		reason.Moved, reason.Later = moved, left
		a := d.action(c)
		if phase == later {
			a.Phase = Phase(c.Phase)
			d.out.Later = append(d.out.Later, a)
		} else {
			a.Phase = phase
			added[phase] = append(added[phase], a)
		}
		d.out.Reasons[a.ID] = reason
	}
	for _, phase := range Phases() {
		before := len(d.out.InPhase(phase))
		k := before + len(added[phase])
		for i, a := range added[phase] {
			a.Due = due(d.out.Start, phase, before+i+1, k)
			d.out.Actions = append(d.out.Actions, a)
			d.out.Added = append(d.out.Added, a.ID)
		}
	}
}

// earliest is the last phase of what a remedy depends on, and the title of what stands there.
func (d *drafter) earliest(c candidate) (phase int, needs string) {
	for _, id := range c.depends {
		if p := d.phases[id]; p > phase {
			phase = p
			needs = d.fill(d.pb.Remedy(id).Title, "")
			if a := d.existing(id); a != nil && a.Title != "" {
				needs = a.Title
			}
		}
	}
	return phase, needs
}

// explain adds to every reason what it rests on.
func (d *drafter) explain() {
	ids := map[string]string{} // action by remedy
	for _, c := range d.wanted {
		ids[c.ID] = d.actionID(c.ID)
	}
	neededBy := map[string][]string{}
	for _, c := range d.wanted {
		for _, need := range c.depends {
			neededBy[ids[need]] = append(neededBy[ids[need]], ids[c.ID])
		}
	}
	for _, a := range slices.Concat(d.out.Actions, d.out.Later) {
		r := d.out.Reasons[a.ID]
		if remedy := d.remedyOf(a); r.Remedy == "" && remedy != nil {
			r.Remedy, r.Backbone = remedy.ID, d.isBackbone(a)
		}
		var practices []string
		if remedy := d.pb.Remedy(r.Remedy); remedy != nil {
			practices = remedy.Practices
		}
		for _, p := range d.out.Practices {
			if slices.Contains(practices, p.Practice) || (r.Remedy == "" && p.Practice == a.Practice) {
				r.Practices = append(r.Practices, p)
			}
		}
		r.Findings = d.live(practices, a.Findings)
		r.NeededBy = neededBy[a.ID]
		d.out.Reasons[a.ID] = r
	}
}

// live are the gaps, in their order, that concern one of the practices or are named.
func (d *drafter) live(practices, named []string) []string {
	var out []string
	for _, f := range d.sc.Findings {
		if f.Gap && ((f.Practice != "" && slices.Contains(practices, f.Practice)) || slices.Contains(named, f.ID)) {
			out = append(out, f.ID)
		}
	}
	return out
}
