package progress

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// What is begun is not done: one answer of an audit, an interview that goes on, one item of a call's rubric.
func TestBegunIsNotDone(t *testing.T) {
	pb := playbook.Builtin()
	e := &model.Engagement{
		Stages: []model.Stage{{ID: "a"}, {ID: "b"}},
		People: []model.Person{{ID: "p-1", Role: model.Leader}, {ID: "p-2", Role: model.Leader}},
		Interviews: []model.Interview{
			{ID: "i-1", Person: "p-1", Status: model.Started},
			{ID: "i-2", Person: "p-2", Status: model.Planned},
			{ID: "i-3", Person: "p-2", Status: model.Done, Round: "day-90"},
		},
		Audits: []model.Audit{{ID: "a-1", Kind: model.StageAudit, Subject: "a"}, {ID: "a-2", Kind: model.StageAudit, Subject: "b"}},
		Calls:  []model.Call{{ID: "c-1"}, {ID: "c-2", Checks: []model.CallCheck{{Check: pb.Calls.Checks[0].ID, Result: "yes"}}}},
	}
	for i, c := range pb.Checks(model.StageAudit, "a") {
		x := model.AuditCheck{Check: c.ID, NA: true}
		e.Audits[0].Checks = append(e.Audits[0].Checks, x)
		if i == 0 {
			e.Audits[1].Checks = append(e.Audits[1].Checks, x)
		}
	}
	for _, c := range pb.Calls.Checks {
		e.Calls[0].Checks = append(e.Calls[0].Checks, model.CallCheck{Check: c.ID, Result: "no"})
	}
	check := func(wants ...Part) {
		t.Helper()
		got := map[string]Part{}
		for _, x := range of(e).Parts() {
			got[x.Name] = x
		}
		for _, w := range wants {
			if got[w.Name] != w {
				t.Errorf("%+v, want %+v", got[w.Name], w)
			}
		}
	}
	check(Part{"Stages", 1, 1, 2}, Part{"Leaders", 0, 1, 1}, Part{"Calls", 1, 1, 10}, Part{"Handoffs", 0, 0, len(pb.Audits.Handoffs)})
	e.Interviews[0].Status = model.Done
	e.Audits[1] = model.Audit{ID: "a-2", Kind: model.StageAudit, Subject: "b", Checks: e.Audits[0].Checks}
	check(Part{"Stages", 2, 0, 2}, Part{"Leaders", 1, 0, 1})
}
