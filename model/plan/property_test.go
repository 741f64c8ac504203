package plan_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

var (
	genName   = rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f", "g", ""})
	genNames  = rapid.SliceOfN(genName, 0, 3)
	genPhase  = rapid.SampledFrom([]int{30, 60, 90, 0, -7, 45, 1000})
	genEffort = rapid.Ptr(rapid.SampledFrom([]float64{0, 0.5, 1, 2, 5, 8, -3}), true)
	genRole   = rapid.SampledFrom([]model.Role{model.Leader, model.Rep, ""})
	genFrom   = rapid.SampledFrom([]string{"practice.field", "funnel.conversion", "funnel.slippage", "maps.hit_rate", "coaching.adherence", "calls.a", "nothing", ""})
	genDay    = rapid.Map(rapid.IntRange(0, 400), func(n int) model.Date { return model.Date("2026-01-01").AddDays(n) })
	genDate   = rapid.OneOf(genDay, rapid.SampledFrom([]model.Date{"", "soon"}))
)

// genPlaybook is any playbook: remedies without practices, cycles, unknown names, ids that stand twice.
func genPlaybook(t *rapid.T) *playbook.Playbook {
	pb := &playbook.Playbook{PerPhase: rapid.Ptr(rapid.IntRange(0, 4), true).Draw(t, "per phase")}
	for range rapid.IntRange(0, 12).Draw(t, "remedies") {
		r := playbook.Remedy{
			ID: genName.Draw(t, "remedy"), Practices: genNames.Draw(t, "practices"), Phase: genPhase.Draw(t, "phase"),
			Effort: genEffort.Draw(t, "effort"), Depends: genNames.Draw(t, "depends"), OwnerRole: genRole.Draw(t, "role"),
			Backbone: rapid.IntRange(0, 3).Draw(t, "backbone") == 0, Title: "{objections} {stage}",
			Metric: &playbook.Metric{From: genFrom.Draw(t, "from"), Lift: rapid.Ptr(rapid.Float64Range(-200, 200), true).Draw(t, "lift")},
		}
		pb.Remedies = append(pb.Remedies, r)
	}
	return pb
}

func genScore(t *rapid.T) *score.Result {
	sc := &score.Result{}
	for _, id := range []string{"a", "b", "c", "d"} {
		gap := rapid.Float64Range(0, 100).Draw(t, "gap")
		c := rapid.SampledFrom([]score.Confidence{score.High, score.Medium, score.Low, score.None}).Draw(t, "confidence")
		sc.Practices = append(sc.Practices, score.Practice{Practice: id, Gap: &gap, Field: &gap, Confidence: c})
	}
	for i := range rapid.IntRange(0, 6).Draw(t, "findings") {
		sc.Findings = append(sc.Findings, score.Finding{ID: fmt.Sprint("f", i), Gap: rapid.Bool().Draw(t, "gap?"), Practice: genName.Draw(t, "of")})
	}
	return sc
}

func genEngagement(t *rapid.T) *model.Engagement {
	e := &model.Engagement{PlanStart: genDate.Draw(t, "start"), Capacity: rapid.Ptr(rapid.Float64Range(0, 20), true).Draw(t, "capacity")}
	for i := range rapid.IntRange(0, 4).Draw(t, "people") {
		e.People = append(e.People, model.Person{ID: fmt.Sprint("p", i), Role: genRole.Draw(t, "is")})
	}
	if rapid.Bool().Draw(t, "planned") {
		e.Plan = &model.Plan{}
		for _, id := range rapid.Permutation([]string{"x-a", "x-b", "own", "z"}).Draw(t, "ids")[:rapid.IntRange(0, 4).Draw(t, "actions")] {
			remedy := genName.Draw(t, "from remedy")
			if own, ok := strings.CutPrefix(id, plan.IDPrefix); ok { // a drafted action's remedy may be forgotten, never another
				remedy = rapid.SampledFrom([]string{own, ""}).Draw(t, "its remedy")
			}
			e.Plan.Actions = append(e.Plan.Actions, model.Action{
				ID: id, Remedy: remedy,
				Phase: genPhase.Draw(t, "in"), Effort: genEffort.Draw(t, "days"), Due: genDate.Draw(t, "due"), Findings: genNames.Draw(t, "for"),
				Status: rapid.SampledFrom([]model.ActionStatus{"", model.Todo, model.Doing, model.ActionDone, model.Dropped}).Draw(t, "status"),
			})
		}
	}
	return e
}

// TestDraftHolds asserts of any draft what would hurt if it did not hold.
func TestDraftHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, pb, sc := genEngagement(t), genPlaybook(t), genScore(t)
		asOf := genDate.Draw(t, "as of")
		before := slices.Clone(e.Actions())
		d := plan.Draft(e, pb, sc, asOf)

		if !reflect.DeepEqual(d, plan.Draft(e, pb, sc, asOf)) {
			t.Fatal("same input, another draft")
		}
		if !slices.EqualFunc(before, d.Actions[:len(before)], func(a, b model.Action) bool { return reflect.DeepEqual(a, b) }) {
			t.Fatal("an existing action was changed")
		}
		again := *e
		again.Plan = d.Plan()
		d2 := plan.Draft(&again, pb, sc, asOf)
		if len(d2.Added) > 0 || !reflect.DeepEqual(d2.Actions, d.Actions) {
			t.Fatalf("a draft of the draft added %v", d2.Added)
		}
		if !reflect.DeepEqual(ids(d2.Later), ids(d.Later)) || ids(d2.Stale) != ids(d.Stale) {
			t.Fatal("a draft of the draft has another later or stale")
		}
		checkNew(t, e, pb, d)
	})
}

func checkNew(t *rapid.T, e *model.Engagement, pb *playbook.Playbook, d *plan.Drafted) {
	used, extra, grew := map[int]float64{}, map[int]int{}, map[int]bool{}
	seen := map[string]bool{}
	for _, a := range e.Actions() {
		seen[a.ID] = true
	}
	for _, a := range d.Actions {
		if a.Status == model.Dropped {
			continue
		}
		phase := plan.Phase(a.Phase)
		if a.Effort != nil {
			used[phase] += max(0, *a.Effort)
		}
		if !d.Reasons[a.ID].Backbone && (pb.Remedy(a.Remedy) == nil || !pb.Remedy(a.Remedy).Backbone) {
			extra[phase]++
		}
		if !d.IsNew(a.ID) {
			continue
		}
		if seen[a.ID] {
			t.Fatalf("%s is there twice", a.ID)
		}
		seen[a.ID] = true
		if !d.Reasons[a.ID].Backbone {
			grew[phase] = true
			if extra[phase] > pb.MostPerPhase() {
				t.Fatalf("%d actions in %d", extra[phase], phase)
			}
		}
		if e.Capacity != nil && a.Effort != nil && *a.Effort > 0 && used[phase] > *e.Capacity+1e-6 {
			t.Fatalf("%v days in %d of %v", used[phase], phase, *e.Capacity)
		}
		r := pb.Remedy(a.Remedy)
		if own := plan.Phase(r.Phase); a.Phase < own || (a.Phase > own) != (d.Reasons[a.ID].Moved != "") {
			t.Fatalf("%s in %d, its own is %d: %q", a.ID, a.Phase, own, d.Reasons[a.ID].Moved)
		}
		for _, id := range a.Depends {
			on := model.ByID(d.Actions, id)
			if on == nil || on.ID == a.ID || plan.Phase(on.Phase) > a.Phase {
				t.Fatalf("%s in %d before %s, which it depends on", a.ID, a.Phase, id)
			}
		}
		checkDue(t, a, d.Start)
	}
	for _, r := range pb.Remedies {
		if r.Backbone && r.ID != "" && pb.Remedy(r.ID).Backbone && d.Action(plan.IDPrefix+r.ID) == nil &&
			!slices.ContainsFunc(e.Actions(), func(a model.Action) bool { return a.Remedy == r.ID }) {
			t.Fatalf("backbone remedy %s is nowhere", r.ID)
		}
	}
}

func checkDue(t *rapid.T, a model.Action, start model.Date) {
	day0, ok := start.Time()
	if !ok {
		if a.Due != "" {
			t.Fatalf("due %s from nowhere", a.Due)
		}
		return
	}
	due, ok := a.Due.Time()
	n := int(due.Sub(day0).Hours() / 24)
	if !ok || n < a.Phase-30 || n > a.Phase || due.Weekday() == time.Saturday || due.Weekday() == time.Sunday {
		t.Fatalf("%s of phase %d is due on day %d, %s %s", a.ID, a.Phase, n, due.Weekday(), a.Due)
	}
}
