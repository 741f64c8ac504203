package crm

import (
	"fmt"
	"slices"
)

// oneFunnel keeps apart what belongs to other pipelines. Where stages are to be proposed, only the pipeline with the most
// deals is, with those that name no other stages. A pipeline of which every open stage is ignored is ignored whole: its
// closed deals are no deals of the funnel. It says which pipelines were left out of a proposal.
func (c *collector) oneFunnel(propose bool) (says []string) {
	if len(c.pipelines) < 2 {
		return nil
	}
	if propose {
		says = c.mainPipeline()
	}
	for p := range c.pipelines {
		ignoredStages, others := 0, 0
		for i := range c.stages {
			if s := &c.stages[i]; s.pipeline == shown(p) && p != "" {
				switch s.means.kind {
				case ignored:
					ignoredStages++
				case inPipeline, unmapped:
					others++
				}
			}
		}
		for i := range c.stages {
			if s := &c.stages[i]; ignoredStages > 0 && others == 0 && s.pipeline == shown(p) && s.usual {
				s.means = meaning{kind: ignored}
			}
		}
	}
	return says
}

// mainPipeline ignores the open stages of pipelines that are not like the one with the most deals.
func (c *collector) mainPipeline() (says []string) {
	deals, names := map[string]int{}, map[string][]string{}
	for deal := range c.last {
		for i := c.last[deal]; i > 0; i = c.entry(i - 1).prev {
			if s := c.entry(i - 1).stage; s > 0 {
				deals[c.stages[s-1].pipeline]++
				break
			}
		}
	}
	for i := range c.stages {
		if s := &c.stages[i]; s.means.kind == unmapped {
			names[s.pipeline] = append(names[s.pipeline], fold(s.name))
		}
	}
	most := ""
	for _, p := range sortedKeys(names) {
		if most == "" || p != "" && deals[p] > deals[most] {
			most = p
		}
	}
	for _, p := range sortedKeys(names) {
		alike := !slices.ContainsFunc(names[p], func(n string) bool { return !slices.Contains(names[most], n) })
		if alike || p == "" || most == "" {
			continue
		}
		for i := range c.stages {
			if s := &c.stages[i]; s.pipeline == p && s.means.kind == unmapped {
				s.means = meaning{kind: ignored}
			}
		}
		says = append(says, fmt.Sprintf("The stages are proposed from the pipeline %q; left out: %q with %s. To count it too, map its stages.",
			most, p, count(deals[p], "deal")))
	}
	return says
}
