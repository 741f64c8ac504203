package crm

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model"
)

// split counts the funnel once more for each owner, team or segment. A deal is counted whole for the one that its latest row
// names; where a list stands beside the history, the list's.
type split struct {
	by     string
	names  []string
	index  map[string]uint16
	at     []uint16 // by entry: 1 + the group, 0 for a blank
	column bool     // some file has it
	counts []*counter
	none   *counter // deals that no row names a group for
}

// maxGroups is more than any sales team has: beyond it the column is no split.
const maxGroups = 500

// groupNames are the synonyms of the splits that have a name of their own, folded.
var groupNames = map[string][]string{
	"owner": {
		"owner", "opportunityowner", "dealowner", "ownername", "opportunityownername", "salesrep", "rep", "accountexecutive",
		"assignedto", "salesperson", "ownerid", "opportunityownerid", "hubspotownerid", "verkaufer", "inhaber", "besitzer", "proprietaire", "propietario",
	},
	"team":    {"team", "salesteam", "hubspotteam", "ownerteam", "opportunityownerrole", "ownerrole", "region", "territory", "salesregion"},
	"segment": {"segment", "accountsegment", "customersegment", "marketsegment", "industry", "accountindustry", "companysize", "accounttype", "dealtype", "opportunitytype", "type"},
}

func newSplits(by []string) (splits []*split) {
	for _, name := range by {
		splits = append(splits, &split{by: name, index: map[string]uint16{}})
	}
	return splits
}

// findColumns are the columns of the splits in a file, -1 where it has none.
func (h *header) findColumns(splits []*split) (columns []int) {
	for _, s := range splits {
		i := h.find(s.by, groupNames[s.by]...)
		if _, named := groupNames[s.by]; i < 0 && !named {
			if i = h.named(s.by); i >= 0 {
				h.matched[s.by] = i
			}
		}
		s.column = s.column || i >= 0
		columns = append(columns, i)
	}
	return columns
}

// note keeps the group that a row names, for the entry that has just been added.
func (s *split) note(group []byte) {
	g := uint16(0)
	if !isBlank(group) {
		name, known := s.index[string(group)]
		if !known && len(s.names) <= maxGroups {
			s.names = append(s.names, shown(string(group)))
			name = uint16(len(s.names))
			s.index[string(group)] = name
		}
		g = name
	}
	s.at = append(s.at, g)
}

// checkSplits refuses splits that no file has a column for, and columns that hold too many names.
func (c *collector) checkSplits() error {
	for _, s := range c.splits {
		f := c.dealFile()
		if !s.column {
			return &Error{
				File: f.name, Line: f.head.line, Problem: fmt.Sprintf("no column for a split by %q; there are %s", shown(s.by), f.head.list()),
				Hint: "name a column of the file with --by COLUMN, or leave --by out",
			}
		}
		if len(s.names) > maxGroups {
			return &Error{
				File: f.name, Line: f.head.line, Problem: fmt.Sprintf("the split by %q has more than %s groups", shown(s.by), grouped(maxGroups)),
				Hint: "choose a column with fewer values",
			}
		}
	}
	return nil
}

// split counts a deal for its groups.
func (k *counter) split(p *past) {
	for _, s := range k.c.splits {
		g := s.of(p)
		to := &s.none
		if g > 0 {
			for len(s.counts) < len(s.names) {
				s.counts = append(s.counts, nil)
			}
			to = &s.counts[g-1]
		}
		if *to == nil {
			*to = newCounter(k.c, len(k.t.stages), k.opt, k.rates)
		}
		(*to).deal(p)
	}
}

// of is the group of a deal, 1 and up; 0 for none.
func (s *split) of(p *past) uint16 {
	for _, i := range slices.Backward(p.rows) {
		if g := s.at[i]; g > 0 {
			return g
		}
	}
	return 0
}

// groups are the splits as part of a snapshot, most deals first.
func (k *counter) groups(stages []model.Stage) (by []model.Split) {
	for _, s := range k.c.splits {
		out, sizes := model.Split{By: s.by}, map[string]int{}
		add := func(name string, g *counter) {
			if g == nil || g.t.deals == 0 {
				return
			}
			g.t.closes = k.t.closes // no close dates in a group are no slips where the file has them
			f := g.t.funnel(stages)
			out.Groups = append(out.Groups, model.Group{
				Name: name, Won: f.Won, Lost: f.Lost, Open: f.Open, WonAmount: f.WonAmount, CycleDays: f.CycleDays, Stages: f.Stages,
			})
			sizes[name] = g.t.deals
		}
		for i, c := range s.counts {
			add(s.names[i], c)
		}
		add(model.NoGroup, s.none)
		slices.SortStableFunc(out.Groups, func(a, b model.Group) int {
			return cmp.Or(cmp.Compare(sizes[b.Name], sizes[a.Name]), cmp.Compare(a.Name, b.Name))
		})
		by = append(by, out)
	}
	return by
}
