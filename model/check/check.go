// Package check finds everything that is wrong in an engagement: what the file's shape does not allow, and what it names
// that is not there. It never changes anything and imports no file access; places come from model/exact.
package check

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

// Problem is something wrong, or merely unknown, at one place of the file.
type Problem = exact.Problem

// Read decodes a document and lists its problems. With pb nil nothing that depends on the playbook is looked at.
func Read(doc *exact.Document, pb *playbook.Playbook) (*model.Engagement, []Problem) {
	var e model.Engagement
	problems := doc.Decode(&e)
	c := &checker{e: &e, pb: pb, doc: doc, ids: map[string]string{}}
	c.engagement()
	problems = append(problems, c.problems...)
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return &e, problems
}

// Errors are the problems that are not mere warnings.
func Errors(problems []Problem) []Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return p.Warning })
}

type checker struct {
	e        *model.Engagement
	pb       *playbook.Playbook
	doc      *exact.Document
	ids      map[string]string // id -> where it was first
	findings map[string]bool   // by id
	problems []Problem
}

// at is a path in the file; add gives a longer one and leaves this one as it is.
type at []any

func (a at) add(step ...any) at { return append(slices.Clip(a), step...) }

func (c *checker) report(path at, format string, args ...any) {
	c.problems = append(c.problems, c.doc.At(fmt.Sprintf(format, args...), path...))
}

// warn is for what looks odd but stops nothing.
func (c *checker) warn(path at, format string, args ...any) {
	c.report(path, format, args...)
	c.problems[len(c.problems)-1].Warning = true
}

// id notes an id; one id stands for one record in the whole file.
func (c *checker) id(id, what string, path at) {
	if id == "" {
		return
	}
	if !model.ValidID(id) {
		c.report(path.add("id"), "id %q should be letters, digits, - and _", id)
	}
	if first, twice := c.ids[id]; twice {
		c.report(path.add("id"), "id %q is there twice: it is also %s", id, first)
		return
	}
	c.ids[id] = what
}

func (c *checker) engagement() {
	e := c.e
	c.records()
	c.between(e.Capacity, 0, 0, at{"capacity"}, "capacity")
	for p, t := range e.Targets {
		path := at{"targets", p}
		c.practice(p, path)
		c.between(&t, 0, 100, path, "target")
	}
	c.stages()
	for i := range e.Audits {
		c.audit(&e.Audits[i], at{"audits", i})
	}
	for i := range e.Interviews {
		c.interview(&e.Interviews[i], at{"interviews", i})
	}
	for i := range e.Calls {
		c.call(&e.Calls[i], at{"calls", i})
	}
	for i := range e.Findings {
		c.finding(&e.Findings[i], at{"findings", i})
	}
	for i, l := range e.Lines {
		c.ref(l.In, at{"lines", i, "in"})
		c.findingID(l.Finding, at{"lines", i, "finding"})
	}
	c.funnels()
	c.plan()
	c.follow()
}

// records gathers all ids before anything refers to one.
func (c *checker) records() {
	e := c.e
	c.findings = map[string]bool{}
	for _, f := range e.Findings {
		c.findings[f.ID] = true
	}
	each(c, e.People, "people", "a person")
	each(c, e.Stages, "stages", "a stage")
	each(c, e.Audits, "audits", "an audit")
	each(c, e.Interviews, "interviews", "an interview")
	each(c, e.Calls, "calls", "a call")
	each(c, e.Findings, "findings", "a finding")
	for i, a := range e.Actions() {
		c.id(a.ID, "an action", at{"plan", "actions", i})
	}
	each(c, e.MAPs, "maps", "a mutual action plan")
	each(c, e.Coaching, "coaching", "a coaching round")
}

func each[R model.Rec](c *checker, list []R, section, what string) {
	for i, r := range list {
		c.id(r.RecordID(), what, at{section, i})
	}
}

// between reports a number outside lo..hi; with lo and hi alike there is no upper end.
func (c *checker) between(x *float64, lo, hi float64, path at, what string) {
	if x == nil || *x >= lo && (*x <= hi || lo == hi) {
		return
	}
	if lo == hi {
		c.report(path, "%s should not be below %v", what, lo)
		return
	}
	c.report(path, "%s should be %v to %v, not %v", what, lo, hi, *x)
}

func (c *checker) rating(r *int, path at) {
	if r != nil && (*r < 0 || *r > 4) {
		c.report(path.add("rating"), "rating should be 0 to 4, not %d", *r)
	}
}

func (c *checker) scale(x *int, path at, what string) {
	if x != nil && (*x < 1 || *x > 5) {
		c.report(path.add(what), "%s should be 1 to 5, not %d", what, *x)
	}
}

func (c *checker) count(n int, path at, what string) {
	if n < 0 {
		c.report(path.add(what), "%s should not be below 0", what)
	}
}

func (c *checker) person(id string, path at) {
	if id != "" && c.e.Person(id) == nil {
		c.report(path, "no person %q", id)
	}
}

func (c *checker) stage(id string, path at) {
	if id != "" && c.e.Stage(id) == nil {
		c.report(path, "no stage %q", id)
	}
}

func (c *checker) findingID(id string, path at) {
	if id != "" && !c.findings[id] {
		c.report(path, "no finding %q", id)
	}
}

func (c *checker) practice(id string, path at) {
	if id != "" && c.pb != nil && c.pb.Practice(id) == nil {
		c.report(path, "no practice %q in the playbook", id)
	}
}
