package playbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// fromNames are the numbers that a metric or an indicator may take its baseline from.
var fromNames = []string{
	"funnel.conversion", "funnel.median_days", "funnel.p90_days", "funnel.slippage", "funnel.win_rate", "funnel.velocity",
	"funnel.mql_sql", "funnel.response_hours", "funnel.forecast", "practice.field", "maps.hit_rate", "coaching.adherence",
}

// checker collects what is wrong between the parts of a playbook. What is merely incomplete is in order: a practice
// without remedies, a remedy without practices.
type checker struct {
	*Playbook
	doc      *exact.Document
	problems []exact.Problem
}

func (pb *Playbook) check(doc *exact.Document) []exact.Problem {
	c := &checker{Playbook: pb, doc: doc}
	c.structure()
	c.references()
	return c.problems
}

func (c *checker) report(path []any, format string, args ...any) {
	c.problems = append(c.problems, c.doc.At(fmt.Sprintf(format, args...), path...))
}

// unique reports ids that stand twice in one list.
func unique[T any](c *checker, list []T, id func(T) string, what string, path ...any) {
	seen := map[string]bool{}
	for i, x := range list {
		k := id(x)
		if k == "" {
			continue
		}
		at := append(slices.Clone(path), i, "id")
		if !model.ValidID(k) {
			c.report(at, "id %q should be letters, digits, - and _", k)
		}
		if seen[k] {
			c.report(at, "%s %q is there twice", what, k)
		}
		seen[k] = true
	}
}

func (c *checker) structure() {
	unique(c, c.Domains, func(x Domain) string { return x.ID }, "domain", "domains")
	unique(c, c.Practices, func(x Practice) string { return x.ID }, "practice", "practices")
	unique(c, c.Audits.Stage, func(x Check) string { return x.ID }, "check", "audits", "stage")
	unique(c, c.Audits.Handoffs, func(x Subject) string { return x.ID }, "handoff", "audits", "handoffs")
	unique(c, c.Audits.Cadences, func(x Subject) string { return x.ID }, "cadence", "audits", "cadences")
	for i, s := range c.Audits.Handoffs {
		unique(c, s.Checks, func(x Check) string { return x.ID }, "check", "audits", "handoffs", i, "checks")
	}
	for i, s := range c.Audits.Cadences {
		unique(c, s.Checks, func(x Check) string { return x.ID }, "check", "audits", "cadences", i, "checks")
	}
	unique(c, c.Calls.Checks, func(x Check) string { return x.ID }, "check", "calls", "checks")
	unique(c, c.Calls.Objections, func(x Theme) string { return x.ID }, "objection", "calls", "objections")
	unique(c, c.Checklists, func(x Checklist) string { return x.ID }, "checklist", "checklists")
	for i, l := range c.Checklists {
		unique(c, l.Items, func(x Item) string { return x.ID }, "item", "checklists", i, "items")
	}
	unique(c, c.Remedies, func(x Remedy) string { return x.ID }, "remedy", "remedies")
	unique(c, c.Indicators, func(x Indicator) string { return x.ID }, "indicator", "indicators")
	unique(c, c.Appendix, func(x Handout) string { return x.ID }, "handout", "appendix")
	for i, h := range c.Appendix {
		if strings.TrimSpace(h.Text) == "" {
			c.report([]any{"appendix", i}, "handout %q has no text", h.ID)
		}
	}
	for i, x := range c.MapTemplate {
		if x.Owner != "" && x.Owner != "buyer" && x.Owner != "seller" {
			c.report([]any{"map_template", i, "owner"}, "owner should be buyer or seller, not %q", x.Owner)
		}
		if x.Days < 0 {
			c.report([]any{"map_template", i, "days"}, "days should not be below 0")
		}
	}

	questions, roles := map[string]bool{}, map[model.Role]bool{}
	for i, g := range c.Guides {
		if roles[g.Role] && g.Role != "" {
			c.report([]any{"guides", i, "role"}, "a second guide for %s", g.Role)
		}
		roles[g.Role] = true
		for j, q := range g.Questions {
			at := []any{"guides", i, "questions", j, "id"}
			if q.ID != "" && !model.ValidID(q.ID) {
				c.report(at, "id %q should be letters, digits, - and _", q.ID)
			}
			if q.ID != "" && questions[q.ID] {
				c.report(at, "question %q is there twice", q.ID)
			}
			questions[q.ID] = true
		}
	}
	for i, p := range c.Practices {
		if n := len(p.Anchors); n != 0 && n != 5 {
			c.report([]any{"practices", i, "anchors"}, "practice %q has %d anchors; they are five, for 0 to 4", p.ID, n)
		}
		if p.Target != nil && (*p.Target < 0 || *p.Target > 100) {
			c.report([]any{"practices", i, "target"}, "target should be 0 to 100, not %v", *p.Target)
		}
		if p.Weight != nil && *p.Weight < 0 {
			c.report([]any{"practices", i, "weight"}, "weight should not be below 0")
		}
	}
	for l, w := range c.LensWeights {
		if w < 0 {
			c.report([]any{"lens_weights", string(l)}, "weight should not be below 0")
		}
	}
	if c.PerPhase != nil && *c.PerPhase < 0 {
		c.report([]any{"per_phase"}, "per_phase should not be below 0")
	}
}

func (c *checker) references() {
	c.practices(c.Audits.Stage, "audits", "stage")
	for i, s := range c.Audits.Handoffs {
		c.practices(s.Checks, "audits", "handoffs", i, "checks")
	}
	for i, s := range c.Audits.Cadences {
		c.practices(s.Checks, "audits", "cadences", i, "checks")
	}
	c.practices(c.Calls.Checks, "calls", "checks")
	for i, g := range c.Guides {
		for j, q := range g.Questions {
			c.known(q.Practice, []any{"guides", i, "questions", j, "practice"})
		}
	}
	for i, p := range c.Practices {
		if p.Domain != "" && find(c.Domains, func(d *Domain) bool { return d.ID == p.Domain }) == nil {
			c.report([]any{"practices", i, "domain"}, "no domain %q", p.Domain)
		}
	}
	for i, r := range c.Remedies {
		for j, p := range r.Practices {
			c.known(p, []any{"remedies", i, "practices", j})
		}
		for j, d := range r.Depends {
			if c.Remedy(d) == nil {
				c.report([]any{"remedies", i, "depends", j}, "no remedy %q to depend on", d)
			}
		}
		if r.Phase != 0 && r.Phase != 30 && r.Phase != 60 && r.Phase != 90 {
			c.report([]any{"remedies", i, "phase"}, "phase should be 30, 60 or 90, not %d", r.Phase)
		}
		if r.Effort != nil && *r.Effort < 0 {
			c.report([]any{"remedies", i, "effort"}, "effort should not be below 0")
		}
		if r.Metric != nil {
			c.from(r.Metric.From, []any{"remedies", i, "metric", "from"})
		}
		if loop := c.loop(r.ID); loop != "" {
			c.report([]any{"remedies", i, "depends"}, "remedies that wait for each other: %s", loop)
		}
	}
	for i, x := range c.Indicators {
		c.from(x.From, []any{"indicators", i, "from"})
		if x.Better != "" && x.Better != "up" && x.Better != "down" {
			c.report([]any{"indicators", i, "better"}, "better should be up or down, not %q", x.Better)
		}
	}
}

func (c *checker) practices(checks []Check, path ...any) {
	for i, x := range checks {
		c.known(x.Practice, append(slices.Clone(path), i, "practice"))
	}
}

func (c *checker) known(practice string, path []any) {
	if practice != "" && c.Practice(practice) == nil {
		c.report(path, "no practice %q", practice)
	}
}

func (c *checker) from(name string, path []any) {
	if name == "" || slices.Contains(fromNames, name) {
		return
	}
	if id, ok := strings.CutPrefix(name, "calls."); ok && c.CallCheck(id) != nil {
		return
	}
	c.report(path, "no number is called %q; there are %s and calls.<check id>", name, strings.Join(fromNames, ", "))
}

// loop is the chain of dependencies that leads from a remedy back to it.
func (c *checker) loop(id string) string {
	seen := map[string]bool{}
	var walk func(at string, chain []string) string
	walk = func(at string, chain []string) string {
		r := c.Remedy(at)
		if r == nil {
			return ""
		}
		for _, d := range r.Depends {
			if d == id {
				return strings.Join(append(chain, d), " > ")
			}
			if !seen[d] {
				seen[d] = true
				if s := walk(d, append(slices.Clone(chain), d)); s != "" {
					return s
				}
			}
		}
		return ""
	}
	return walk(id, []string{id})
}
