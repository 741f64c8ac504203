package score

import (
	"cmp"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
)

// objections counts each theme over the reviewed calls, a call once however often it comes up there: most calls first,
// then by theme.
func (s *scope) objections() []Objection {
	calls := s.reviewed()
	heard := map[string][]string{}
	for _, c := range calls {
		in := map[string]bool{}
		for _, o := range c.Objections {
			if o.Theme != "" && !in[o.Theme] {
				in[o.Theme] = true
				heard[o.Theme] = append(heard[o.Theme], c.ID)
			}
		}
	}
	out := []Objection{}
	for theme, ids := range heard {
		share := funnel.ShareOf(len(ids), len(calls))
		out = append(out, Objection{
			Theme: theme, Calls: share.K, Of: share.N, Low: share.Low, High: share.High, Few: share.Few, IDs: ids,
		})
	}
	slices.SortFunc(out, func(a, b Objection) int {
		return cmp.Or(cmp.Compare(b.Calls, a.Calls), cmp.Compare(a.Theme, b.Theme))
	})
	return out
}

// callItems counts the results of each item of the rubric. Of two results for one item in a call the first counts.
func (s *scope) callItems() []CallItem {
	var out []CallItem
	for _, check := range named(s.pb.Calls.Checks, func(c playbook.Check) string { return c.ID }) {
		item := CallItem{Check: check.ID, Practice: check.Practice}
		for _, c := range s.calls {
			for _, x := range c.Checks {
				if x.Check == check.ID && x.Result != "" {
					item.count(x.Result)
					break
				}
			}
		}
		item.Share = funnel.ShareOf(item.Yes, item.Yes+item.Partly+item.No)
		out = append(out, item)
	}
	return out
}

func (i *CallItem) count(r model.Result) {
	switch r {
	case model.Yes:
		i.Yes++
	case model.Partly:
		i.Partly++
	case model.No:
		i.No++
	case model.NotApplicable:
		i.NA++
	}
}
