package progress

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
)

const today model.Date = "2026-05-12"

func of(e *model.Engagement) Progress {
	pb := playbook.Builtin()
	return Of(e, pb, score.Compute(e, pb, score.Options{AsOf: today}), today)
}

// The next step follows the work: each thing that is done uncovers the next.
func TestNextFollowsTheWork(t *testing.T) {
	pb := playbook.Builtin()
	e := &model.Engagement{}
	expect := func(kind screen.Kind, text string) {
		t.Helper()
		if got := of(e).Next(); got.Route.Kind != kind || got.Text != text {
			t.Errorf("next is %s %q, want %s %q", got.Route.Kind, got.Text, kind, text)
		}
	}
	expect(screen.Stages, "Write down the client's own pipeline, stage by stage")
	e.Stages = []model.Stage{{ID: "discovery", Name: "Discovery"}, {ID: "proposal", Name: "Proposal"}}
	expect(screen.People, "Add the people you will talk to: leaders, managers, reps")
	e.People = []model.Person{{ID: "p-1", Name: "Lena Hart", Role: model.Leader}}
	expect(screen.Audits, "Audit the stages: 0 of 2 begun, next Discovery")

	one := 1
	audit := func(kind model.AuditKind, subject string) {
		e.Audits = append(e.Audits, model.Audit{
			ID: "a-" + subject, Kind: kind, Subject: subject,
			Checks: []model.AuditCheck{{Check: pb.Checks(kind, subject)[0].ID, Rating: &one, Note: "! a gap\n? a question"}},
		})
	}
	audit(model.StageAudit, "discovery")
	expect(screen.Audits, "Audit the stages: 1 of 2 begun, next Proposal")
	audit(model.StageAudit, "proposal")
	for _, s := range pb.Audits.Handoffs {
		audit(model.HandoffAudit, s.ID)
	}
	for _, s := range pb.Audits.Cadences {
		audit(model.CadenceAudit, s.ID)
	}
	expect(screen.Interviews, "Interview leaders: 0 so far, at least 1 wanted")
	e.Interviews = []model.Interview{{ID: "i-1", Person: "p-1", Status: model.Planned}}
	expect(screen.Interview, "Interview Lena Hart, the next leader on your list")
	e.Interviews[0].Status = model.Started
	expect(screen.Interview, "Finish the interview with Lena Hart")
	if p := of(e); p.Raw != len(e.Audits) || p.Chase != len(e.Audits) || p.Phase() != "fieldwork" {
		t.Errorf("%d raw, %d to chase, %s", p.Raw, p.Chase, p.Phase())
	}
	e.Lines = []model.Line{{In: "a-discovery/" + e.Audits[0].Checks[0].Check, Text: "a gap", Dismissed: true}}
	if p := of(e); p.Raw != len(e.Audits)-1 {
		t.Errorf("a dismissed line still counts: %d", p.Raw)
	}
}

func TestDayOfThePlan(t *testing.T) {
	e := &model.Engagement{PlanStart: "2026-05-12", Plan: &model.Plan{Actions: []model.Action{{ID: "x-1", Due: "2026-05-11"}}}}
	p := of(e)
	if p.Day() != 1 || p.Phase() != "day 1 of 90" || p.Overdue != 1 || p.Unowned != 1 {
		t.Errorf("day %d, %s, %d overdue, %d unowned", p.Day(), p.Phase(), p.Overdue, p.Unowned)
	}
}
