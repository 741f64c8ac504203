package check

import (
	"strings"

	"github.com/gapbook/gapbook/model"
)

func (c *checker) funnels() {
	labels := map[string]bool{}
	for i, f := range c.e.Funnels {
		path := at{"funnels", i}
		if f.Label != "" && labels[f.Label] {
			c.warn(path.add("label"), "a second snapshot called %q", f.Label)
		}
		labels[f.Label] = true
		if f.From.After(f.To) {
			c.warn(path.add("from"), "the period ends before it begins")
		}
		seen := map[string]bool{}
		for j, s := range f.Stages {
			p := path.add("stages", j)
			c.stage(s.Stage, p.add("stage"))
			if s.Stage != "" && seen[s.Stage] {
				c.warn(p.add("stage"), "stage %q is there twice", s.Stage)
			}
			seen[s.Stage] = true
			for what, n := range map[string]int{"reached": s.Reached, "advanced": s.Advanced, "lost": s.Lost, "open": s.Open} {
				c.count(n, p, what)
			}
			if s.Advanced+s.Lost+s.Open != s.Reached {
				c.warn(p, "advanced %d, lost %d and open %d do not add up to reached %d", s.Advanced, s.Lost, s.Open, s.Reached)
			}
			if s.Slipped != nil && (*s.Slipped < 0 || *s.Slipped > s.Reached) {
				c.warn(p.add("slipped"), "%d slipped of %d reached", *s.Slipped, s.Reached)
			}
		}
		for what, n := range map[string]*int{"won": f.Won, "lost": f.Lost, "open": f.Open} {
			if n != nil {
				c.count(*n, path, what)
			}
		}
		if l := f.Leads; l != nil {
			c.leads(l.MQL, l.SQL, path.add("leads"))
		}
	}
}

// leads are looked at as far as they are known.
func (c *checker) leads(mql, sql *int, path at) {
	if mql != nil && sql != nil && (*mql < 0 || *sql < 0 || *sql > *mql) {
		c.warn(path, "%d SQL of %d MQL", *sql, *mql)
		return
	}
	for what, n := range map[string]*int{"mql": mql, "sql": sql} {
		if n != nil && *n < 0 {
			c.warn(path.add(what), "%d %s", *n, strings.ToUpper(what))
		}
	}
}

func (c *checker) plan() {
	actions := c.e.Actions()
	for i, a := range actions {
		path := at{"plan", "actions", i}
		if a.Phase != 0 && a.Phase != 30 && a.Phase != 60 && a.Phase != 90 {
			c.report(path.add("phase"), "phase should be 30, 60 or 90, not %d", a.Phase)
		}
		c.between(a.Effort, 0, 0, path.add("effort"), "effort")
		c.practice(a.Practice, path.add("practice"))
		for j, f := range a.Findings {
			c.findingID(f, path.add("findings", j))
		}
		for j, d := range a.Depends {
			if model.ByID(actions, d) == nil {
				c.report(path.add("depends", j), "no action %q to depend on", d)
			}
		}
		if a.Remedy != "" && c.pb != nil && c.pb.Remedy(a.Remedy) == nil {
			c.report(path.add("remedy"), "no remedy %q in the playbook", a.Remedy)
		}
	}
}

func (c *checker) follow() {
	for i, m := range c.e.MAPs {
		c.stage(m.Stage, at{"maps", i, "stage"})
		c.person(m.Rep, at{"maps", i, "rep"})
		for j, s := range m.Milestones {
			if s.Owner != "" && s.Owner != "buyer" && s.Owner != "seller" {
				c.report(at{"maps", i, "milestones", j, "owner"}, "owner should be buyer or seller, not %q", s.Owner)
			}
		}
	}
	for i, r := range c.e.Coaching {
		c.person(r.Rep, at{"coaching", i, "rep"})
		c.person(r.Coach, at{"coaching", i, "coach"})
	}
	for i, r := range c.e.Reviews {
		if r.Day != 30 && r.Day != 60 && r.Day != 90 {
			c.warn(at{"reviews", i, "day"}, "day should be 30, 60 or 90, not %d", r.Day)
		}
	}
}
