package plan

import (
	"slices"

	"github.com/gapbook/gapbook/model/playbook"
)

// candidate is a remedy that the draft wants in the plan.
type candidate struct {
	*playbook.Remedy
	backbone bool     // always in: backbone, or what that depends on
	depends  []string // remedies that come before it; what would wait for itself is left out
}

// candidates are the remedies wanted, in the order in which the phases are filled: the backbone first, then by the rank
// of the practice that brought them; what a remedy depends on comes before it.
func candidates(pb *playbook.Playbook, practices []InPlay, dropped func(remedy string) bool) []candidate {
	w := &walk{pb: pb, seen: map[string]bool{}, dropped: dropped}
	for _, p := range practices {
		w.take(p.Remedy)
	}
	for _, r := range pb.Remedies {
		if r.Backbone {
			w.take(r.ID)
		}
	}
	always := map[string]bool{}
	for _, r := range slices.Backward(w.out) { // backwards, so that a remedy is known to be always in before what it needs
		if r.Backbone || always[r.ID] {
			always[r.ID] = true
			for _, d := range r.depends {
				always[d] = true
			}
		}
	}
	var first, rest []candidate
	for _, c := range w.out {
		c.backbone = always[c.ID]
		if c.backbone {
			first = append(first, c)
		} else {
			rest = append(rest, c)
		}
	}
	return append(first, rest...)
}

// walk takes remedies in, what they depend on first, each once.
type walk struct {
	pb      *playbook.Playbook
	seen    map[string]bool
	dropped func(string) bool
	out     []candidate
}

// take adds a remedy unless it is there. One that the client dropped stays out, and so does what only it needs.
func (w *walk) take(id string) {
	r := w.pb.Remedy(id)
	if id == "" || r == nil || w.seen[id] || w.dropped(id) {
		return
	}
	w.seen[id] = true
	c := candidate{Remedy: r}
	for _, d := range r.Depends {
		w.take(d)
		if w.placed(d) && !slices.Contains(c.depends, d) {
			c.depends = append(c.depends, d)
		}
	}
	w.out = append(w.out, c)
}

// placed says whether a remedy has been taken in whole; one that is still waiting for this one has not.
func (w *walk) placed(id string) bool {
	return slices.ContainsFunc(w.out, func(c candidate) bool { return c.ID == id })
}
