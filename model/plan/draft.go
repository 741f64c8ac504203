package plan

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Draft proposes the plan. Actions that are in the engagement come back as they are, but that those which nobody has pinned
// or started are placed and dated anew; a draft of its own outcome changes nothing. It works on files with problems too:
// what refers to nothing is left out.
func Draft(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, asOf model.Date) *Drafted {
	d := newDrafter(e, pb, sc, asOf)
	d.wanted = candidates(d.pb, d.out.Practices, d.dropped)
	d.keep()
	d.place()
	d.propose()
	d.date()
	d.findStale()
	d.explain()
	return d.out
}

// Alternative is the action of a remedy that a person chooses herself, in the remedy's own phase and without a date. It waits
// for those of the remedies it depends on that are in the plan.
func Alternative(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, asOf model.Date, remedy string) (model.Action, bool) {
	d := newDrafter(e, pb, sc, asOf)
	r := d.pb.Remedy(remedy)
	if r == nil || d.existing(remedy) != nil {
		return model.Action{}, false
	}
	c := candidate{Remedy: r}
	for _, need := range r.Depends {
		if d.existing(need) != nil {
			c.depends = append(c.depends, need)
		}
	}
	a := d.action(c)
	a.Phase = Phase(r.Phase)
	return a, true
}

func newDrafter(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, asOf model.Date) *drafter {
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
		gaps:    gapsOf(sc),
	}
	d.out.Start, d.out.From = start(e, asOf)
	d.out.Practices = inPlay(pb, sc)
	for _, p := range d.out.Practices {
		if r := remediesFor(pb, p.Practice); len(r) > 1 {
			d.out.Alternatives[p.Practice] = r[1:]
		}
	}
	d.out.Actions = slices.Clone(e.Actions())
	d.standing = standing(d.out.Actions)
	return d
}

// drafter is one draft in the making.
type drafter struct {
	e        *model.Engagement
	pb       *playbook.Playbook
	sc       *score.Result
	numbers  Numbers
	gaps     *gaps
	standing map[string]int // by remedy: the place of the action that stands for it
	wanted   []candidate
	rank     map[string]int // by remedy: its place among the wanted
	room     *room
	movable  []bool        // by action of the file: it is placed and dated anew
	pending  []bool        // of these, those that are not placed yet
	moving   map[int]bool  // those that are being placed, so that none waits for itself
	whyMoved []string      // by action of the file: why it is not in its remedy's own phase
	placed   map[int]*news // by place among the wanted: what is not in the plan yet
	out      *Drafted
}

// news is a remedy that is not in the plan yet, with where it goes.
type news struct {
	phase       int // `later` where it fits nowhere; 0 while it is being placed
	moved, left string
}

// keep counts in what stays where it is, before anything is placed: whatever is pinned, started or one's own, and what is
// not proposed now.
func (d *drafter) keep() {
	d.rank = map[string]int{}
	for i, c := range d.wanted {
		d.rank[c.ID] = i
	}
	n := len(d.out.Actions)
	d.movable, d.whyMoved = make([]bool, n), make([]string, n)
	d.room = newRoom(d.pb.MostPerPhase(), d.e.Capacity)
	seen := map[string]bool{"": true} // what has no id of its own cannot be told to move
	for i, a := range d.out.Actions {
		_, proposed := d.rank[a.Remedy]
		// Without a plan_start nothing says when day 0 was: what is dated stays, else it would move with each new day.
		d.movable[i] = proposed && a.Remedy != "" && a.StatusOr() == model.Todo && !a.Pinned && !seen[a.ID] &&
			(d.out.From == FromPlanStart || a.Due == "")
		seen[a.ID] = true
		if holds(a) && !d.movable[i] {
			d.room.hold(Phase(a.Phase), a.Effort, d.isBackbone(a))
		}
	}
	d.pending, d.moving = slices.Clone(d.movable), map[int]bool{}
}

// place gives every wanted remedy its phase: those in the plan first, in the order of the file, then what is new, by rank.
// What a remedy depends on is placed before it, so that this order holds in a draft of the outcome too.
func (d *drafter) place() {
	d.placed = map[int]*news{}
	for i := range d.movable {
		d.move(i)
	}
	for _, c := range d.wanted {
		d.phaseOf(c.ID)
	}
}

// phaseOf is the phase of a wanted remedy. What has none yet is placed.
func (d *drafter) phaseOf(remedy string) int {
	if i, ok := d.standing[remedy]; ok {
		d.move(i)
		if d.moving[i] {
			return 0
		}
		return Phase(d.out.Actions[i].Phase)
	}
	rank := d.rank[remedy]
	n, ok := d.placed[rank]
	if !ok {
		n = &news{}
		d.placed[rank] = n
		c := d.wanted[rank]
		n.phase, n.moved, n.left = d.room.place(c, c.Effort, d.earliest(c))
	}
	return n.phase
}

// move places an action of the plan anew, once. It never leaves the plan: where nothing is free it stays in its phase.
func (d *drafter) move(i int) {
	if !d.pending[i] {
		return
	}
	d.pending[i] = false
	a := &d.out.Actions[i]
	c := d.wanted[d.rank[a.Remedy]]
	d.moving[i] = true
	earliest := d.earliest(c)
	delete(d.moving, i)
	phase, moved, left := d.room.place(c, a.Effort, earliest)
	if phase != later {
		a.Phase, d.whyMoved[i] = phase, moved
		return
	}
	d.room.hold(Phase(a.Phase), a.Effort, c.backbone)
	if Phase(a.Phase) != Phase(c.Phase) {
		d.whyMoved[i] = "it stays where it was: " + left
	}
}

// propose says why each wanted remedy is where it is, and makes the actions that are new.
func (d *drafter) propose() {
	added := map[int][]model.Action{}
	for i, c := range d.wanted {
		reason := Reason{Remedy: c.ID, Backbone: c.backbone, Rank: i + 1}
		if at, ok := d.standing[c.ID]; ok {
			d.out.Reasons[d.out.Actions[at].ID] = reason
			continue
		}
		n := d.placed[i]
		reason.New, reason.Moved, reason.Later = true, n.moved, n.left
		a := d.action(c)
		if n.phase == later {
			a.Phase = Phase(c.Phase)
			d.out.Later = append(d.out.Later, a)
		} else {
			a.Phase = n.phase
			added[n.phase] = append(added[n.phase], a)
		}
		d.out.Reasons[a.ID] = reason
	}
	for _, phase := range Phases() {
		for _, a := range added[phase] {
			d.out.Actions = append(d.out.Actions, a)
			d.out.Added = append(d.out.Added, a.ID)
		}
	}
}

// date spreads the actions of each phase over it, in the order of the plan: the new ones, and those that are not held to
// the date they have. Without a day to count from, dates stay as they are.
func (d *drafter) date() {
	for _, phase := range Phases() {
		var in []int
		for i, a := range d.out.Actions {
			if holds(a) && Phase(a.Phase) == phase {
				in = append(in, i)
			}
		}
		for j, i := range in {
			if day := due(d.out.Start, phase, j+1, len(in)); day != "" && (i >= len(d.movable) || d.movable[i]) {
				d.out.Actions[i].Due = day
			}
		}
	}
	for i, was := range d.e.Actions() {
		if is := d.out.Actions[i]; is.Phase != was.Phase || is.Due != was.Due {
			d.out.Moved = append(d.out.Moved, is.ID)
		}
	}
}

// earliest is the last phase of what a remedy depends on, and the title of what stands there.
func (d *drafter) earliest(c candidate) bound {
	var b bound
	for _, id := range c.depends {
		if p := d.phaseOf(id); p > b.phase {
			b.phase = p
			b.needs = d.fill(d.pb.Remedy(id).Title, "")
			if a := d.existing(id); a != nil && a.Title != "" {
				b.needs = a.Title
			}
		}
	}
	return b
}
