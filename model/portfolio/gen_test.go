package portfolio_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

func ptr[T any](x T) *T { return &x }

// generate writes n engagements of a size that a small one has, each another client's, the same ones each time.
func generate(tb testing.TB, n int) string {
	tb.Helper()
	folder := tb.TempDir()
	for i := range n {
		e := engagement(rand.New(rand.NewPCG(1, uint64(i))), i)
		path := filepath.Join(folder, fmt.Sprintf("%02d", i%100), fmt.Sprintf("client-%05d.yaml", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, exact.Marshal(e), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return folder
}

func engagement(r *rand.Rand, i int) *model.Engagement {
	pb := playbook.Builtin()
	e := &model.Engagement{
		Gapbook: 1, Client: model.Client{Name: fmt.Sprintf("Client %05d", i), Segment: []string{"SaaS", "Industry", "Services"}[i%3], Currency: "EUR"},
		Title: "Execution gap analysis", Started: model.Date("2022-01-03").AddDays(r.IntN(1200)), Playbook: playbook.Default,
	}
	e.PlanStart = e.Started.AddDays(35)
	for s := range 5 {
		e.Stages = append(e.Stages, model.Stage{ID: fmt.Sprintf("stage-%d", s), Name: fmt.Sprintf("Stage %d", s), TargetConversion: ptr(0.7)})
		a := model.Audit{ID: fmt.Sprintf("a-%d", s), Kind: model.StageAudit, Subject: fmt.Sprintf("stage-%d", s), Date: e.Started.AddDays(2)}
		for _, c := range pb.Audits.Stage {
			a.Checks = append(a.Checks, model.AuditCheck{Check: c.ID, Rating: ptr(r.IntN(5)), Note: "seen in the sample of ten records"})
		}
		e.Audits = append(e.Audits, a)
	}
	for p := range 10 {
		role := []model.Role{model.Leader, model.Manager, model.Rep, model.Rep, model.Rep}[p%5]
		id := fmt.Sprintf("p-%d", p)
		e.People = append(e.People, model.Person{ID: id, Name: fmt.Sprintf("Person %d of %d", p, i), Role: role})
		x := model.Interview{ID: fmt.Sprintf("i-%d", p), Person: id, Date: e.Started.AddDays(5)}
		for _, q := range pb.Guide(role).Questions {
			x.Answers = append(x.Answers, model.Answer{Question: q.ID, Rating: ptr(r.IntN(5)), Note: "> we just push the date\n! nobody asks for it\n"})
		}
		e.Interviews = append(e.Interviews, x)
	}
	for c := range 10 {
		x := model.Call{ID: fmt.Sprintf("c-%d", c), Rep: "p-2", Stage: fmt.Sprintf("stage-%d", c%5), Date: e.Started.AddDays(8)}
		for _, k := range pb.Calls.Checks {
			x.Checks = append(x.Checks, model.CallCheck{Check: k.ID, Result: []model.Result{model.Yes, model.Partly, model.No}[r.IntN(3)]})
		}
		x.Objections = []model.Objection{{Theme: []string{"price", "timing"}[r.IntN(2)]}}
		e.Calls = append(e.Calls, x)
		e.Findings = append(e.Findings, model.Finding{
			ID: fmt.Sprintf("f-%d", c), Title: "Deals leave early", Practice: pb.Practices[c].ID, Stage: x.Stage, Tag: model.Process, Evidence: []string{x.ID},
		})
	}
	funnel := func(label string, from, to model.Date) model.Funnel {
		f := model.Funnel{Label: label, From: from, To: to, Won: ptr(60), Lost: ptr(300), Open: ptr(40), WonAmount: ptr(2e6), CycleDays: ptr(80.0)}
		reached := 400
		for s := range 5 {
			advanced := reached * (50 + r.IntN(30)) / 100
			f.Stages = append(f.Stages, model.FunnelStage{Stage: fmt.Sprintf("stage-%d", s), Reached: reached, Advanced: advanced, Lost: reached - advanced, Slipped: ptr(reached / 3)})
			reached = advanced
		}
		return f
	}
	e.Funnels = []model.Funnel{funnel("baseline", "2021-01-01", "2021-12-31"), funnel("after", "2025-07-01", "2025-12-31")}
	e.Plan = &model.Plan{}
	for n, remedy := range pb.Remedies[:12] {
		e.Plan.Actions = append(e.Plan.Actions, model.Action{
			ID: "x-" + remedy.ID, Title: remedy.Title, Phase: remedy.Phase, Remedy: remedy.ID, Due: e.PlanStart.AddDays(7 * n),
			Metric: &model.Metric{Name: remedy.Metric.Name, From: remedy.Metric.From, Baseline: ptr(0.4), Target: ptr(0.5)},
		})
	}
	for w := range 12 {
		e.Weeks = append(e.Weeks, model.Week{Week: e.PlanStart.AddDays(7 * w), Indicators: map[string]float64{"conversion@stage-1": r.Float64(), "mql-sql": r.Float64()}})
		e.Coaching = append(e.Coaching, model.Round{ID: fmt.Sprintf("k-%d", w), Rep: "p-2", Coach: "p-1", Date: e.PlanStart.AddDays(7 * w)})
		e.MAPs = append(e.MAPs, model.MAP{ID: fmt.Sprintf("m-%d", w), Milestones: []model.Milestone{{What: "Security review", Owner: "buyer", Due: e.PlanStart.AddDays(7 * w), Done: e.PlanStart.AddDays(7*w - r.IntN(3) + 1)}}})
	}
	return e
}

func newRand() *rand.Rand { return rand.New(rand.NewPCG(2, 3)) }
