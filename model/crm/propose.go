package crm

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model"
)

// propose lays out the pipeline that the file shows: the stages that are neither closed nor mapped, in order of their
// probability where every one has one, else of what deals enter first, else of appearance. It maps the raw stages to them.
func (c *collector) propose() ([]model.Stage, error) {
	byFold := map[string]int{}
	var groups []*proposal
	for i := range c.stages {
		s := &c.stages[i]
		if s.means.kind != unmapped {
			continue
		}
		f := fold(s.name)
		g, ok := byFold[f]
		if !ok {
			g = len(groups)
			byFold[f] = g
			groups = append(groups, &proposal{name: s.name, before: map[int]int{}, index: g})
		}
		for p, n := range s.probabilities {
			groups[g].probabilities[p] += n
		}
		s.means.pos = g
	}
	if len(groups) > 40 {
		return nil, &Error{
			File: c.fileNames(), Line: c.dealFile().head.line, Problem: fmt.Sprintf(
				"column %q holds %s names: too many for the stages of one pipeline", c.dealFile().columnOf("stage"), grouped(len(groups))),
			Hint: "write the stages into the engagement, or name the right column with --map stage=COLUMN",
		}
	}
	c.precedence(groups)
	sortProposals(groups)
	stages, taken, at := []model.Stage{}, map[string]bool{}, make([]int, len(groups))
	for i, g := range groups {
		at[g.index] = i
		id := model.Slug(g.name)
		if id == "" {
			id = "stage"
		}
		for base, n := id, 2; taken[id]; n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		taken[id] = true
		stages = append(stages, model.Stage{ID: id, Name: g.name})
	}
	for i := range c.stages {
		if m := &c.stages[i].means; m.kind == unmapped {
			*m = meaning{inPipeline, at[m.pos]}
		}
	}
	return stages, nil
}

// proposal is one stage to be.
type proposal struct {
	name          string
	index         int
	probabilities [101]int32
	before        map[int]int // by other stage: deals that entered this one first, less those that entered it later
	score         int
}

// likely is the median probability, -1 where none is given.
func (p *proposal) likely() int {
	var all, seen int32
	for _, n := range p.probabilities {
		all += n
	}
	for v, n := range p.probabilities {
		if seen += n; all > 0 && seen*2 >= all {
			return v
		}
	}
	return -1
}

// precedence counts which stage deals entered first, for each two.
func (c *collector) precedence(groups []*proposal) {
	var entered []int
	var when []stamp // 0 where the moment says nothing of the order
	c.eachDeal(func(p *past) {
		entered, when = entered[:0], when[:0]
		for _, e := range p.events {
			if e.stage == 0 || c.stages[e.stage-1].means.kind != unmapped {
				continue
			}
			if g := c.stages[e.stage-1].means.pos; !slices.Contains(entered, g) {
				entered = append(entered, g)
				if e.bits&anyOrder == 0 {
					e.when = 0
				}
				when = append(when, e.when)
			}
		}
		for i, a := range entered {
			for n, b := range entered[i+1:] {
				if when[i] > 0 && when[i] == when[i+1+n] {
					continue
				}
				groups[a].before[b]++
				groups[b].before[a]--
			}
		}
	})
	for _, g := range groups {
		for _, n := range g.before {
			g.score += cmp.Compare(n, 0)
		}
	}
}

func sortProposals(groups []*proposal) {
	everyProbability := true
	for _, g := range groups {
		everyProbability = everyProbability && g.likely() >= 0
	}
	slices.SortStableFunc(groups, func(a, b *proposal) int {
		if everyProbability {
			if n := cmp.Compare(a.likely(), b.likely()); n != 0 {
				return n
			}
		}
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
}
