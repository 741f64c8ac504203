package plan_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

func num(x float64) *float64 { return &x }
func whole(n int) *int       { return &n }

// small is a playbook in which every rule of section 7 has something to do.
func small() *playbook.Playbook {
	return &playbook.Playbook{
		PerPhase:  whole(2),
		Practices: []playbook.Practice{{ID: "exits", Name: "Exits"}, {ID: "fields", Name: "Fields"}, {ID: "notes"}, {ID: "maps"}, {ID: "none"}},
		Calls: playbook.Rubric{
			Checks:     []playbook.Check{{ID: "next", Practice: "fields"}},
			Objections: []playbook.Theme{{ID: "price", Name: "Price"}},
		},
		Remedies: []playbook.Remedy{
			{
				ID: "b1", Practices: []string{"exits", "maps"}, Title: "B one", Phase: 30, Effort: num(4), OwnerRole: model.Leader, Backbone: true,
				Metric: &playbook.Metric{Name: "Conversion at {stage}", From: "funnel.conversion", Lift: num(0.05)},
			},
			{ID: "exits-2", Practices: []string{"exits"}, Title: "Alternative", Phase: 60},
			{ID: "need", Title: "Needed by fields", Phase: 60, Effort: num(2)},
			{
				ID: "fields-1", Practices: []string{"fields"}, Title: "Fields", Phase: 30, Depends: []string{"need", "unknown"}, OwnerRole: model.Rep,
				Metric: &playbook.Metric{Name: "Fields", From: "practice.field", Lift: num(90)},
			},
			{ID: "notes-1", Practices: []string{"notes"}, Title: "Notes", Phase: 60, Effort: num(3)},
			{ID: "b2", Title: "Answers to {objections}", Deliverable: "For {objections}", Phase: 60, Backbone: true, Depends: []string{"b1"}},
		},
	}
}

// found are the scores behind it: fields ranks first, exits second, notes by its gap alone.
func found() *score.Result {
	return &score.Result{
		Practices: []score.Practice{
			{Practice: "exits", Field: num(20), Gap: num(55), Confidence: score.High, FieldSources: 9},
			{Practice: "fields", Field: num(30), Gap: num(45), Confidence: score.Low, FieldSources: 1},
			{Practice: "notes", Field: num(50), Gap: num(25), Confidence: score.Medium},
			{Practice: "maps", Field: num(0), Gap: num(75), Confidence: score.Low}, // not sure enough
			{Practice: "none", Field: num(0), Gap: num(75), Confidence: score.High},
		},
		Findings: []score.Finding{
			{ID: "f1", Gap: true, Practice: "fields"},
			{ID: "f2", Gap: true, Practice: "exits"},
			{ID: "f3", Gap: true, Practice: "fields"},
			{ID: "s1", Practice: "notes"},
		},
	}
}

func ids(actions []model.Action) string {
	var out []string
	for _, a := range actions {
		out = append(out, a.ID)
	}
	return strings.Join(out, " ")
}

func TestDraft(t *testing.T) {
	e := &model.Engagement{
		PlanStart: "2026-04-06", // a Monday
		People:    []model.Person{{ID: "p-l", Role: model.Leader}, {ID: "p-1", Role: model.Rep}, {ID: "p-2", Role: model.Rep}},
	}
	d := plan.Draft(e, small(), found(), "2026-04-01")
	var ranked []string
	for _, p := range d.Practices {
		ranked = append(ranked, p.Practice+":"+p.Remedy)
	}
	if got, want := strings.Join(ranked, " "), "fields:fields-1 exits:b1 none: notes:notes-1"; got != want {
		t.Errorf("practices in play %q, want %q", got, want)
	}
	// Two a phase beyond the backbone: need and fields-1 take days 31 to 60, so notes-1 has to wait.
	if got, want := ids(d.Actions), "x-b1 x-b2 x-need x-fields-1"; got != want {
		t.Fatalf("actions %q, want %q", got, want)
	}
	if got := ids(d.Later); got != "x-notes-1" {
		t.Errorf("later %q", got)
	}
	for id, want := range map[string]struct {
		phase           int
		owner, findings string
		due             model.Date
	}{
		"x-b1":       {30, "p-l", "f2", "2026-05-06"},    // the only one of its phase: day 30, a Wednesday
		"x-b2":       {60, "", "", "2026-05-15"},         // 1 of 3: day 40, a Saturday, so Friday
		"x-need":     {60, "", "", "2026-05-26"},         // 2 of 3: day 50
		"x-fields-1": {60, "rep", "f1 f3", "2026-06-05"}, // its own phase is 30, what it needs is in 60
		"x-notes-1":  {60, "", "", ""},
	} {
		a := d.Action(id)
		if a.Phase != want.phase || a.Owner != want.owner || strings.Join(a.Findings, " ") != want.findings || a.Due != want.due {
			t.Errorf("%s: phase %d owner %q findings %v due %s, want %+v", id, a.Phase, a.Owner, a.Findings, a.Due, want)
		}
	}
	if got := d.Action("x-fields-1").Depends; !reflect.DeepEqual(got, []string{"x-need"}) {
		t.Errorf("depends %v: an unknown remedy is no action", got)
	}
	if m := d.Action("x-fields-1").Metric; *m.Baseline != 30 || *m.Target != 100 || m.From != "Fields, field score, 1 source" {
		t.Errorf("metric %v %v %q: a score ends at 100", *m.Baseline, *m.Target, m.From)
	}
	if m := d.Action("x-b1").Metric; m.Baseline != nil || m.Target != nil || m.Name != "Conversion at the bottleneck" {
		t.Errorf("metric without a funnel: %+v", m)
	}
	if got := d.Action("x-b2").Title; got != "Answers to the objections to be gathered from the calls" {
		t.Errorf("title %q", got)
	}
	if got := d.Alternatives["exits"]; !slices.Equal(got, []string{"exits-2"}) {
		t.Errorf("alternatives %v", got)
	}
	if r := d.Reasons["x-fields-1"]; r.Moved == "" || !r.New || r.Practices[0].Rank != 1 {
		t.Errorf("reason %+v", r)
	}
	if r := d.Reasons["x-need"]; !slices.Equal(r.NeededBy, []string{"x-fields-1"}) {
		t.Errorf("needed by %v", r.NeededBy)
	}
}

func TestObjectionsAreNamedFromTheCalls(t *testing.T) {
	sc := found()
	for _, x := range []string{"price", "time", "a", "b", "c", "d"} {
		sc.Objections = append(sc.Objections, score.Objection{Theme: x})
	}
	d := plan.Draft(&model.Engagement{}, small(), sc, "")
	if got := d.Action("x-b2").Deliverable; got != "For “Price”, “time”, “a”, “b” and “c”" {
		t.Errorf("deliverable %q", got)
	}
	if d.From != plan.FromNowhere || d.Action("x-b1").Due != "" {
		t.Errorf("dates out of nothing: %s %s", d.From, d.Action("x-b1").Due)
	}
}

func TestCapacity(t *testing.T) {
	pb := small()
	pb.PerPhase = nil
	for _, c := range []struct {
		capacity float64
		existing []model.Action
		want     map[string]int // phase; 0 is later
	}{
		{4, nil, map[string]int{"x-b1": 30, "x-b2": 60, "x-need": 60, "x-fields-1": 60, "x-notes-1": 90}},
		{4, []model.Action{{ID: "x-own", Effort: num(1)}}, map[string]int{"x-b1": 60, "x-b2": 60, "x-need": 90, "x-fields-1": 90, "x-notes-1": 0}},
		{4, []model.Action{{ID: "x-own", Effort: num(9), Status: model.Dropped}}, map[string]int{"x-b1": 30}},
		{3, nil, map[string]int{"x-b1": 0, "x-b2": 0, "x-need": 60, "x-fields-1": 60, "x-notes-1": 90}}, // what needs b1 waits with it
		{0, nil, map[string]int{"x-need": 0, "x-fields-1": 0, "x-notes-1": 0}},
	} {
		e := &model.Engagement{Capacity: &c.capacity}
		if c.existing != nil {
			e.Plan = &model.Plan{Actions: c.existing}
		}
		d := plan.Draft(e, pb, found(), "2026-04-01")
		for id, want := range c.want {
			got := 0
			if a := model.ByID(d.Actions, id); a != nil {
				got = a.Phase
			}
			if got != want {
				t.Errorf("capacity %v, %d planned: %s in %d, want %d", c.capacity, len(c.existing), id, got, want)
			}
		}
	}
}

func TestRedraftKeepsAPersonsWork(t *testing.T) {
	mine := []model.Action{
		{ID: "a-own", Title: "One's own", Phase: 90},
		{ID: "z9", Remedy: "fields-1", Title: "In our words", Phase: 30, Due: "2026-04-20", Owner: "Sam", Status: model.Doing},
		{ID: "x-need", Title: "Renamed, remedy forgotten", Phase: 90},
		{ID: "x-notes-1", Remedy: "notes-1", Phase: 60, Status: model.Dropped},
		{ID: "x-exits-2", Remedy: "exits-2", Practice: "exits", Phase: 60}, // the alternative somebody chose
		{ID: "x-gone", Remedy: "gone", Findings: []string{"f9"}},
		{ID: "x-gone-done", Remedy: "gone", Status: model.ActionDone},
		{ID: "x-live", Remedy: "gone", Findings: []string{"f1"}},
	}
	e := &model.Engagement{Plan: &model.Plan{Actions: slices.Clone(mine)}}
	d := plan.Draft(e, small(), found(), "2026-04-01")
	if !reflect.DeepEqual(d.Actions[:len(mine)], mine) {
		t.Error("an action of the file was changed or moved")
	}
	if got := strings.Join(d.Added, " "); got != "x-b1 x-b2" {
		t.Errorf("added %q: what is there, or was dropped, is not proposed again", got)
	}
	if got := ids(d.Stale); got != "x-gone" {
		t.Errorf("stale %q", got)
	}
	if d.Reasons["x-gone"].Gone == "" {
		t.Error("stale without a word why")
	}
}

func TestRedraftPlacesWhatNobodyHolds(t *testing.T) {
	e := &model.Engagement{PlanStart: "2026-04-06"}
	first := plan.Draft(e, small(), found(), "2026-04-01")
	e.Plan = first.Plan()
	if again := plan.Draft(e, small(), found(), "2026-04-01"); len(again.Moved)+len(again.Added) > 0 {
		t.Fatalf("moved %v, added %v", again.Moved, again.Added)
	}
	// In days 31 to 60 stand x-b2, x-need and x-fields-1, due on the 15th, 26th and 5th. Now x-b2 is moved out by hand and
	// not pinned, x-need by hand and pinned, and an action of one's own comes in.
	actions := slices.Clone(first.Actions)
	actions[1].Phase, actions[1].Due, actions[1].Title = 90, "2026-07-01", "In our words"
	actions[2].Phase, actions[2].Due, actions[2].Pinned = 90, "2026-07-02", true
	e.Plan = &model.Plan{Actions: append(actions, model.Action{ID: "own", Phase: 60, Due: "2026-06-01"})}
	d := plan.Draft(e, small(), found(), "2026-04-01")
	for id, want := range map[string]struct {
		phase int
		due   model.Date
	}{
		"x-b1":       {30, "2026-05-06"},
		"x-b2":       {60, "2026-05-15"}, // placed anew: 1 of 3, for x-notes-1 has room now
		"x-need":     {90, "2026-07-02"}, // pinned
		"x-fields-1": {90, "2026-07-03"}, // not before what it needs
		"own":        {60, "2026-06-01"}, // takes its place, keeps its date
	} {
		if a := d.Action(id); a.Phase != want.phase || a.Due != want.due {
			t.Errorf("%s: phase %d due %s, want %+v", id, a.Phase, a.Due, want)
		}
	}
	if got := strings.Join(d.Moved, " "); got != "x-b2 x-fields-1" || d.Action("x-b2").Title != "In our words" {
		t.Errorf("moved %q: %+v", got, d.Action("x-b2"))
	}
	// What is started stays too.
	e.Plan.Actions[1].Status = model.Doing
	if d := plan.Draft(e, small(), found(), "2026-04-01"); d.IsMoved("x-b2") || !d.IsMoved("x-fields-1") {
		t.Errorf("moved %v", d.Moved)
	}
	// What it depends on comes before it, be it new.
	e.Plan = &model.Plan{Actions: []model.Action{{ID: "x-fields-1", Remedy: "fields-1", Phase: 30}}}
	d = plan.Draft(e, small(), found(), "2026-04-01")
	if d.Actions[0].Phase != 60 || d.Action("x-need").Phase != 60 {
		t.Errorf("%+v", d.Actions)
	}
	again := &model.Engagement{PlanStart: e.PlanStart, Plan: d.Plan()}
	if d := plan.Draft(again, small(), found(), "2026-04-01"); len(d.Moved)+len(d.Added) > 0 {
		t.Errorf("moved %v, added %v", d.Moved, d.Added)
	}
	// Where no phase has room, an action stays, for it is in the plan already, and takes the room of what is not.
	e.Capacity, e.Plan = num(5), &model.Plan{Actions: []model.Action{
		{ID: "x-notes-1", Remedy: "notes-1", Phase: 30, Effort: num(3)},
		{ID: "own-60", Phase: 60, Effort: num(5)},
		{ID: "own-90", Phase: 90, Effort: num(5)},
	}}
	d = plan.Draft(e, small(), found(), "2026-04-01")
	if d.Actions[0].Phase != 30 || d.Reasons["x-notes-1"].Moved == "" || !strings.HasPrefix(ids(d.Later), "x-b1") {
		t.Errorf("%+v %+v, later %s", d.Actions[0], d.Reasons["x-notes-1"], ids(d.Later))
	}
}

func TestEqualGapsGoByThePlaybook(t *testing.T) {
	sc := &score.Result{Practices: []score.Practice{
		{Practice: "exits", Gap: num(30), Confidence: score.High},
		{Practice: "fields", Gap: num(30 + 1e-13), Confidence: score.High},
		{Practice: "notes", Gap: num(30.1), Confidence: score.High},
	}}
	d := plan.Draft(&model.Engagement{}, small(), sc, "")
	if d.Practices[0].Practice != "notes" || d.Practices[1].Practice != "exits" {
		t.Errorf("%+v", d.Practices)
	}
}

func TestABackboneRemedyIsNeverStale(t *testing.T) {
	e := &model.Engagement{Plan: &model.Plan{Actions: []model.Action{
		{ID: "x-b1", Remedy: "b1"}, {ID: "x-notes-1", Remedy: "notes-1"}, {ID: "x-need", Remedy: "need"},
	}}}
	d := plan.Draft(e, small(), &score.Result{}, "")
	if got := ids(d.Stale); got != "x-notes-1 x-need" {
		t.Errorf("stale %q", got)
	}
}

func TestRemediesThatWaitForEachOther(t *testing.T) {
	pb := &playbook.Playbook{Remedies: []playbook.Remedy{
		{ID: "a", Practices: []string{"exits"}, Phase: 60, Depends: []string{"b", "a"}},
		{ID: "b", Phase: 7, Depends: []string{"a"}},
		{ID: "b", Phase: 90}, // a second of that name is no other remedy
		{Practices: []string{"exits"}},
	}}
	d := plan.Draft(&model.Engagement{}, pb, found(), "2026-04-01")
	if got := ids(d.Actions); got != "x-b x-a" {
		t.Fatalf("actions %q", got)
	}
	if b := d.Action("x-b"); b.Phase != 30 || len(b.Depends) != 0 {
		t.Errorf("%+v", b)
	}
}

// What a person takes instead: in the remedy's own phase, undated, waiting only for what is in the plan.
func TestAlternative(t *testing.T) {
	e := &model.Engagement{Plan: &model.Plan{Actions: []model.Action{{ID: "x-first", Remedy: "first", Phase: 30}}}}
	pb := &playbook.Playbook{Remedies: []playbook.Remedy{
		{ID: "first", Phase: 30},
		{ID: "absent", Phase: 30},
		{ID: "other", Title: "Another way", Phase: 60, Practices: []string{"p"}, Depends: []string{"first", "absent"}},
	}}
	a, ok := plan.Alternative(e, pb, nil, "2026-04-06", "other")
	if !ok || a.ID != "x-other" || a.Phase != 60 || a.Due != "" || !slices.Equal(a.Depends, []string{"x-first"}) || a.Title != "Another way" {
		t.Errorf("%v %+v", ok, a)
	}
	for _, id := range []string{"first", "unknown"} {
		if _, ok := plan.Alternative(e, pb, nil, "2026-04-06", id); ok {
			t.Errorf("%s was taken again, or out of nothing", id)
		}
	}
}
