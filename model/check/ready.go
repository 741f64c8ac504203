package check

import (
	"fmt"
	"reflect"
	"regexp"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

// Ready lists what stands between an engagement and a readout to the client.
func Ready(doc *exact.Document, e *model.Engagement, pb *playbook.Playbook, reviewed int) []Problem {
	c := &checker{e: e, pb: pb, doc: doc}
	for i, u := range e.Unsettled {
		c.report(at{"unsettled", i}, "both sides of a merge changed %s, and nobody chose", u.Field)
	}
	for i, f := range e.Findings {
		if f.Status != model.Dismissed && len(f.Evidence) == 0 {
			c.report(at{"findings", i}, "finding %s has no evidence: attach an answer, a check or a call", f.ID)
		}
	}
	for _, l := range e.OpenLines(model.GapLine) {
		c.report(c.placeOf(l.In), "a ! line that is not triaged: %s", l.Line.Text)
	}
	if enough := pb.EnoughCalls(); reviewed < enough {
		calls := "%d calls are reviewed; fewer than %d show no pattern"
		if reviewed == 1 {
			calls = "%d call is reviewed; fewer than %d show no pattern"
		}
		c.report(at{"calls"}, calls, reviewed, enough)
	}
	if len(e.Actions()) == 0 {
		c.report(at{"plan"}, "the plan is not drafted yet")
	}
	for i, a := range e.Actions() {
		if a.StatusOr() == model.Dropped {
			continue
		}
		if a.Owner == "" {
			c.report(at{"plan", "actions", i}, "action %s has no owner", a.ID)
		}
		if _, ok := a.Due.Time(); !ok {
			c.report(at{"plan", "actions", i}, "action %s has no due date", a.ID)
		}
	}
	c.todos(reflect.ValueOf(*e), nil)
	c.named()
	c.recognisable()
	return c.problems
}

// placeOf turns a reference into a path of the file, as far as it leads.
func (c *checker) placeOf(in string) at {
	r := model.ParseRef(in)
	for i, x := range c.e.Interviews {
		if x.ID == r.Record {
			for j, a := range x.Answers {
				if r.Item != "" && (a.Question == r.Item || a.Ask == r.Item) {
					return at{"interviews", i, "answers", j, "note"}
				}
			}
			return at{"interviews", i, "note"}
		}
	}
	for i, x := range c.e.Audits {
		if x.ID == r.Record {
			for j, a := range x.Checks {
				if r.Item == a.Check {
					return at{"audits", i, "checks", j, "note"}
				}
			}
			return at{"audits", i, "note"}
		}
	}
	for i, x := range c.e.Calls {
		if x.ID == r.Record {
			for j, a := range x.Checks {
				if r.Item == a.Check {
					return at{"calls", i, "checks", j, "note"}
				}
			}
			return at{"calls", i, "note"}
		}
	}
	return nil
}

var todo = regexp.MustCompile(`\bTODO\b`)

// todos finds TODO in every text of the engagement.
func (c *checker) todos(v reflect.Value, path at) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			c.todos(v.Elem(), path)
		}
	case reflect.String:
		if todo.MatchString(v.String()) {
			c.report(path, "a TODO is left in the text")
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.todos(v.Index(i), path.add(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			c.todos(v.MapIndex(k), path.add(fmt.Sprint(k)))
		}
	case reflect.Struct:
		for name, i := range exact.Fields(v.Type()) {
			c.todos(v.Field(i), path.add(name))
		}
	}
}
