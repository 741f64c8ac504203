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
				Pinned: rapid.IntRange(0, 3).Draw(t, "pinned") == 0,
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
		d := plan.Draft(e, pb, sc, asOf)
		if !reflect.DeepEqual(d, plan.Draft(e, pb, sc, asOf)) {
			t.Fatal("same input, another draft")
		}
		checkKept(t, e, d)
		checkNew(t, e, pb, d)
	})
}

// TestADraftOfTheDraftChangesNothing goes on working on a plan: what the draft says is saved, somebody pins, starts and
// drops actions, findings come in, and it is drafted again.
func TestADraftOfTheDraftChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, pb, sc := genEngagement(t), genPlaybook(t), genScore(t)
		asOf := genDate.Draw(t, "as of")
		for round := range 4 {
			d := plan.Draft(e, pb, sc, asOf)
			checkKept(t, e, d)
			saved := *e
			saved.Plan = d.Plan()
			again := plan.Draft(&saved, pb, sc, asOf)
			if len(again.Added) > 0 || len(again.Moved) > 0 || !reflect.DeepEqual(again.Actions, d.Actions) {
				t.Fatalf("round %d: a draft of the draft added %v and moved %v:\n%+v\n%+v", round, again.Added, again.Moved, d.Actions, again.Actions)
			}
			if ids(again.Later) != ids(d.Later) || ids(again.Stale) != ids(d.Stale) {
				t.Fatalf("round %d: a draft of the draft has another later or stale", round)
			}
			saved.Plan = &model.Plan{Actions: slices.Clone(d.Actions)}
			for i := range saved.Plan.Actions {
				switch a := &saved.Plan.Actions[i]; rapid.IntRange(0, 9).Draw(t, "then") {
				case 0:
					a.Pinned = true
				case 1:
					a.Status = model.Doing
				case 2:
					a.Status = model.Dropped
				case 3:
					a.Pinned, a.Phase, a.Due = true, genPhase.Draw(t, "moved to"), genDate.Draw(t, "due then")
				case 4:
					a.Effort = genEffort.Draw(t, "takes then")
				case 5:
					a.Pinned, a.Status = false, model.Todo
				}
			}
			e = &saved
			more := *sc
			more.Findings = slices.Clone(sc.Findings)
			for i := range rapid.IntRange(0, 2).Draw(t, "more findings") {
				at := rapid.IntRange(0, len(more.Findings)).Draw(t, "ranked")
				more.Findings = slices.Insert(more.Findings, at, score.Finding{ID: fmt.Sprint("m", round, i), Gap: true, Practice: genName.Draw(t, "then of")})
			}
			sc = &more
		}
	})
}

// loose says whether the draft may give an action another phase and date: its remedy is proposed now.
func loose(a model.Action, d *plan.Drafted) bool {
	proposed := false
	for _, r := range d.Reasons {
		proposed = proposed || (r.Rank > 0 && r.Remedy == a.Remedy)
	}
	return proposed && a.Remedy != "" && a.StatusOr() == model.Todo && !a.Pinned &&
		(d.From == plan.FromPlanStart || a.Due == "")
}

// checkKept compares what is in the plan with what was.
func checkKept(t *rapid.T, e *model.Engagement, d *plan.Drafted) {
	var moved []string
	for i, was := range e.Actions() {
		is := d.Actions[i]
		if is.Phase != was.Phase || is.Due != was.Due {
			moved = append(moved, was.ID)
			if !loose(was, d) {
				t.Fatalf("%+v was moved to %d, %s", was, is.Phase, is.Due)
			}
			if d.Start == "" && is.Due != was.Due {
				t.Fatalf("%s was dated from nowhere", was.ID)
			}
		}
		if loose(was, d) && d.Start != "" {
			checkDue(t, is, d.Start)
		}
		if is.Phase, is.Due = was.Phase, was.Due; !reflect.DeepEqual(is, was) {
			t.Fatalf("an existing action was changed: %+v", is)
		}
	}
	if !slices.Equal(moved, d.Moved) {
		t.Fatalf("moved %v, said %v", moved, d.Moved)
	}
}

// checkNew looks at what the draft placed: the new actions, and those that it moved to another phase.
func checkNew(t *rapid.T, e *model.Engagement, pb *playbook.Playbook, d *plan.Drafted) {
	used, extra := map[int]float64{}, map[int]int{}
	seen, stayed := map[string]bool{}, map[string]bool{}
	for i, a := range e.Actions() {
		seen[a.ID] = true
		stayed[a.ID] = plan.Phase(a.Phase) == plan.Phase(d.Actions[i].Phase)
	}
	backbone := func(a model.Action) bool {
		return d.Reasons[a.ID].Backbone || (pb.Remedy(a.Remedy) != nil && pb.Remedy(a.Remedy).Backbone)
	}
	for _, a := range d.Actions {
		if a.Status == model.Dropped || (stayed[a.ID] && loose(a, d)) { // it may be over the limit, where there was no room for it
			continue
		}
		phase := plan.Phase(a.Phase)
		if a.Effort != nil {
			used[phase] += max(0, *a.Effort)
		}
		if !backbone(a) {
			extra[phase]++
		}
		if !d.IsNew(a.ID) && (!d.IsMoved(a.ID) || stayed[a.ID]) {
			continue
		}
		if d.IsNew(a.ID) {
			if seen[a.ID] {
				t.Fatalf("%s is there twice", a.ID)
			}
			seen[a.ID] = true
			checkDue(t, a, d.Start)
		}
		if !backbone(a) && extra[phase] > pb.MostPerPhase() {
			t.Fatalf("%d actions in %d", extra[phase], phase)
		}
		if e.Capacity != nil && a.Effort != nil && *a.Effort > 0 && used[phase] > *e.Capacity+1e-6 {
			t.Fatalf("%v days in %d of %v", used[phase], phase, *e.Capacity)
		}
		r := pb.Remedy(a.Remedy)
		if own := plan.Phase(r.Phase); a.Phase < own || (a.Phase > own) != (d.Reasons[a.ID].Moved != "") {
			t.Fatalf("%s in %d, its own is %d: %q", a.ID, a.Phase, own, d.Reasons[a.ID].Moved)
		}
		for _, id := range a.Depends {
			if on := model.ByID(d.Actions, id); d.IsNew(a.ID) && (on == nil || on.ID == a.ID || plan.Phase(on.Phase) > a.Phase) {
				t.Fatalf("%s in %d before %s, which it depends on", a.ID, a.Phase, id)
			}
		}
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
	if !ok || n < plan.Phase(a.Phase)-30 || n > plan.Phase(a.Phase) || due.Weekday() == time.Saturday || due.Weekday() == time.Sunday {
		t.Fatalf("%s of phase %d is due on day %d, %s %s", a.ID, a.Phase, n, due.Weekday(), a.Due)
	}
}
