package check

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
)

func (c *checker) stages() {
	called := map[string]bool{}
	for i, s := range c.e.Stages {
		name := strings.ToLower(strings.TrimSpace(s.Name))
		if name != "" && called[name] {
			c.warn(at{"stages", i, "name"}, "two stages are called %s", strings.TrimSpace(s.Name))
		}
		called[name] = true
		c.between(s.TargetConversion, 0, 1, at{"stages", i, "target_conversion"}, "target_conversion")
	}
}

func (c *checker) audit(a *model.Audit, path at) {
	if a.Kind == model.StageAudit {
		c.stage(a.Subject, path.add("subject"))
	} else if c.pb != nil && a.Subject != "" && (a.Kind == model.HandoffAudit || a.Kind == model.CadenceAudit) &&
		c.pb.Subject(a.Kind, a.Subject) == nil {
		c.report(path.add("subject"), "no %s %q in the playbook", a.Kind, a.Subject)
	}
	seen := map[string]bool{}
	for i, x := range a.Checks {
		p := path.add("checks", i)
		c.rating(x.Rating, p)
		if s := x.Sample; s != nil && (s.Of < 1 || s.Met < 0 || s.Met > s.Of) {
			c.report(p.add("sample"), "%d of %d is no sample", s.Met, s.Of)
		}
		if c.pb != nil && x.Check != "" && len(c.pb.Checks(a.Kind, a.Subject)) > 0 && c.pb.AuditCheck(a.Kind, a.Subject, x.Check) == nil {
			c.report(p.add("check"), "no check %q in this audit of the playbook", x.Check)
		}
		c.twice(seen, x.Check, "check", p.add("check"))
	}
	for i, r := range a.Records {
		for j, item := range r.Found {
			if c.pb != nil && !c.checklistItem(item) {
				c.report(path.add("records", i, "found", j), "no checklist item %q in the playbook", item)
			}
		}
	}
}

func (c *checker) checklistItem(id string) bool {
	for _, l := range c.pb.Checklists {
		for _, it := range l.Items {
			if it.ID == id {
				return true
			}
		}
	}
	return false
}

// twice reports an answer that is there a second time.
func (c *checker) twice(seen map[string]bool, id, what string, path at) {
	if id != "" && seen[id] {
		c.warn(path, "%s %q is answered twice", what, id)
	}
	seen[id] = true
}

func (c *checker) interview(iv *model.Interview, path at) {
	c.person(iv.Person, path.add("person"))
	c.count(iv.Minutes, path, "minutes")
	seen := map[string]bool{}
	for i, a := range iv.Answers {
		p := path.add("answers", i)
		c.rating(a.Rating, p)
		if a.Question == "" && a.Ask == "" {
			c.report(p, "an answer needs a question of the guide, or an ask of one's own")
		}
		if c.pb != nil && a.Question != "" && c.pb.Question(a.Question) == nil {
			c.report(p.add("question"), "no question %q in the playbook", a.Question)
		}
		c.practice(a.Practice, p.add("practice"))
		c.twice(seen, a.Question, "question", p.add("question"))
	}
}

func (c *checker) call(call *model.Call, path at) {
	c.person(call.Rep, path.add("rep"))
	c.stage(call.Stage, path.add("stage"))
	for name, who := range call.Speakers {
		if who != "buyer" && who != "seller" && c.e.Person(who) == nil {
			c.report(path.add("speakers", name), "no person %q; a speaker is a person, buyer or seller", who)
		}
	}
	c.callChecks(call.Checks, path)
	if call.Second != nil {
		c.callChecks(call.Second.Checks, path.add("second"))
	}
	for i, o := range call.Objections {
		if c.pb != nil && o.Theme != "" && len(c.pb.Calls.Objections) > 0 && c.pb.Theme(o.Theme) == nil {
			c.report(path.add("objections", i, "theme"), "no objection theme %q in the playbook", o.Theme)
		}
	}
}

func (c *checker) callChecks(checks []model.CallCheck, path at) {
	seen := map[string]bool{}
	for i, x := range checks {
		p := path.add("checks", i, "check")
		if c.pb != nil && x.Check != "" && c.pb.CallCheck(x.Check) == nil {
			c.report(p, "no call check %q in the playbook", x.Check)
		}
		c.twice(seen, x.Check, "check", p)
	}
}

func (c *checker) finding(f *model.Finding, path at) {
	c.practice(f.Practice, path.add("practice"))
	c.stage(f.Stage, path.add("stage"))
	c.scale(f.Impact, path, "impact")
	c.scale(f.Ease, path, "ease")
	for i, ref := range f.Evidence {
		c.ref(ref, path.add("evidence", i))
	}
}

// ref looks for the record, and the answer or check in it, that a piece of evidence names.
func (c *checker) ref(s string, path at) {
	if s == "" {
		return
	}
	if msg := Unresolved(c.e, s); msg != "" {
		c.report(path, "%s", msg)
	}
}

// Unresolved says why a piece of evidence leads nowhere, or nothing.
func Unresolved(e *model.Engagement, s string) string {
	r := model.ParseRef(s)
	iv, call, audit := e.Interview(r.Record), e.Call(r.Record), e.Audit(r.Record)
	if iv == nil && call == nil && audit == nil {
		return fmt.Sprintf("no interview, call or audit %q", r.Record)
	}
	if r.At != "" {
		if _, ok := r.At.Seconds(); !ok {
			return fmt.Sprintf("%q is not a position like 12:41", r.At)
		}
		if call == nil {
			return fmt.Sprintf("%q is not a call, and only calls have positions", r.Record)
		}
	}
	if r.Item == "" {
		return ""
	}
	switch {
	case iv != nil:
		for _, a := range iv.Answers {
			if a.Question == r.Item || a.Ask == r.Item {
				return ""
			}
		}
	case call != nil:
		for _, x := range call.Checks {
			if x.Check == r.Item {
				return ""
			}
		}
	default:
		for _, x := range audit.Checks {
			if x.Check == r.Item {
				return ""
			}
		}
	}
	return fmt.Sprintf("nothing was recorded under %q in %s", r.Item, r.Record)
}
