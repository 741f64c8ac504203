package plan

import (
	"maps"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// findStale lists the drafted actions whose reason is gone. They stay in the plan: that is for a person to decide.
func (d *drafter) findStale() {
	needed := map[string]bool{}
	for _, c := range d.wanted {
		needed[c.ID] = true
	}
	why := map[string]string{}
	var need func(remedy string)
	need = func(remedy string) {
		if r := d.pb.Remedy(remedy); r != nil {
			for _, x := range r.Depends {
				if !needed[x] {
					needed[x] = true
					need(x)
				}
			}
		}
	}
	for _, a := range d.out.Actions {
		if a.Remedy == "" || !holds(a) || a.Status == model.ActionDone {
			continue
		}
		if gone := d.gone(a); gone == "" {
			need(a.Remedy) // whatever an action with a reason rests on has one too
		} else {
			why[a.ID] = gone
		}
	}
	for _, a := range d.out.Actions {
		if why[a.ID] != "" && !needed[a.Remedy] {
			d.out.Stale = append(d.out.Stale, a)
			r := d.out.Reasons[a.ID]
			r.Gone = why[a.ID]
			d.out.Reasons[a.ID] = r
		}
	}
}

// gone says why an action has no reason of its own any more; absent while it has one.
func (d *drafter) gone(a model.Action) string {
	r := d.pb.Remedy(a.Remedy)
	practices := map[string]bool{}
	if a.Practice != "" {
		practices[a.Practice] = true
	}
	if r != nil {
		if r.Backbone {
			return ""
		}
		for _, p := range r.Practices {
			practices[p] = true
		}
	}
	for _, p := range d.out.Practices {
		if practices[p.Practice] {
			return ""
		}
	}
	switch {
	case len(d.live(nil, a.Findings)) > 0:
		return ""
	case r == nil:
		return "the playbook no longer has the remedy it was drafted from, and no open gap speaks for it"
	case len(a.Findings) > 0:
		return "its findings are dismissed or gone, and no other gap of its practice asks for it"
	}
	return "no gap of its practice asks for it any more" + names(slices.Sorted(maps.Keys(practices)), d.pb)
}

func names(practices []string, pb *playbook.Playbook) string {
	s := ""
	for i, id := range practices {
		sep := ", "
		if i == 0 {
			sep = ": "
		}
		if p := pb.Practice(id); p != nil && p.Name != "" {
			id = p.Name
		}
		s += sep + id
	}
	return s
}
