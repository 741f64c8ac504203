package score_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

func ptr[T any](v T) *T { return &v }

func book() *playbook.Playbook {
	return &playbook.Playbook{
		Domains: []playbook.Domain{{ID: "process"}, {ID: "alignment"}, {ID: "empty"}},
		Practices: []playbook.Practice{
			{ID: "exits", Domain: "process", Target: ptr(80.0), Weight: ptr(2.0)},
			{ID: "steps", Domain: "process"},
			{ID: "sla", Domain: "alignment"},
			{ID: "unseen", Domain: "alignment", Weight: ptr(9.0)},
		},
		Audits: playbook.Audits{
			Stage:    []playbook.Check{{ID: "written", Practice: "exits"}, {ID: "filled", Practice: "exits"}},
			Handoffs: []playbook.Subject{{ID: "m-s", Checks: []playbook.Check{{ID: "timed", Practice: "sla"}}}, {ID: "s-d"}},
		},
		Guides: []playbook.Guide{
			{Role: model.Leader, Questions: []playbook.Question{{ID: "l1", Practice: "exits"}, {ID: "l2", Practice: "sla"}}},
			{Role: model.Rep, Questions: []playbook.Question{{ID: "r1", Practice: "exits"}, {ID: "r2", Practice: "exits"}}},
		},
		Calls: playbook.Rubric{Checks: []playbook.Check{{ID: "next", Practice: "steps"}, {ID: "exit", Practice: "exits"}}},
	}
}

func answer(question string, rating int) model.Answer {
	return model.Answer{Question: question, Rating: &rating}
}

func client() *model.Engagement {
	return &model.Engagement{
		People: []model.Person{
			{ID: "vp", Role: model.Leader}, {ID: "m", Role: model.Manager}, {ID: "r1", Role: model.Rep}, {ID: "r2", Role: model.Rep},
		},
		Stages: []model.Stage{{ID: "disc", TargetConversion: ptr(0.6)}, {ID: "prop"}},
		Interviews: []model.Interview{
			{ID: "i1", Person: "vp", Answers: []model.Answer{answer("l1", 4), answer("l2", 3)}},
			{ID: "i2", Person: "m", Answers: []model.Answer{answer("l1", 3)}},
			{ID: "i3", Person: "r1", Answers: []model.Answer{answer("r1", 0), answer("r2", 1)}},
			{ID: "i4", Person: "r1", Status: model.Started, Answers: []model.Answer{answer("r1", 2)}},
			{ID: "i5", Person: "r2", Answers: []model.Answer{answer("r1", 2), {Ask: "own", Practice: "steps", Rating: ptr(1)}}},
			{ID: "i7", Person: "r2", Status: model.Planned},
			{ID: "i6", Person: "ghost", Answers: []model.Answer{answer("r1", 4)}},
		},
		Calls: []model.Call{
			{
				ID: "c1", Stage: "disc", Checks: []model.CallCheck{{Check: "next", Result: "yes"}, {Check: "exit", Result: "no"}},
				Objections: []model.Objection{{Theme: "price"}, {Theme: "price"}, {Theme: "trust"}},
			},
			{ID: "c2", Stage: "prop", Checks: []model.CallCheck{{Check: "next", Result: "partly"}}, Objections: []model.Objection{{Theme: "price"}}},
			{ID: "c3", Note: "not reviewed yet", Checks: []model.CallCheck{{Check: "next"}}},
			{ID: "c4", Objections: []model.Objection{{Theme: "price"}}}, // nothing judged, but one objection heard
		},
		Audits: []model.Audit{
			{ID: "a1", Kind: model.StageAudit, Subject: "disc", Checks: []model.AuditCheck{
				{Check: "written", Rating: ptr(1), Sample: &model.Sample{Met: 9, Of: 10}},
				{Check: "filled", Sample: &model.Sample{Met: 3, Of: 10}},
			}},
			{ID: "a2", Kind: model.StageAudit, Subject: "prop"}, // opened, nothing answered
		},
	}
}

func eq(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > 1e-9 {
		if got != nil {
			t.Errorf("%s: got %v, want %v", what, *got, want)
		} else {
			t.Errorf("%s: got nothing, want %v", what, want)
		}
	}
}

func TestPracticeByHand(t *testing.T) {
	r := score.Compute(client(), book(), score.Options{})
	p := r.Practice("exits")
	// believed: vp 100, m 75 -> 87.5
	// reported: r1 (0 + 25 + 50)/3 = 25 over both interviews, r2 50 -> 37.5
	// observed: c1 0 -> 0. recorded: a1 (25 + 30)/2 = 27.5
	eq(t, "believed", p.Lenses.Believed.Score, 87.5)
	eq(t, "reported", p.Lenses.Reported.Score, 37.5)
	eq(t, "observed", p.Lenses.Observed.Score, 0)
	eq(t, "recorded", p.Lenses.Recorded.Score, 27.5)
	// field: (1x37.5 + 2x0 + 2x27.5) / 5 = 92.5 / 5 = 18.5; gap 80 - 18.5 = 61.5; blind spot 87.5 - 18.5 = 69
	eq(t, "field", p.Field, 18.5)
	eq(t, "gap", p.Gap, 61.5)
	eq(t, "blind spot", p.BlindSpot, 69)
	// 2 believed, 4 field sources, 69 is large, and no one source can turn it: clear. Three lenses, none with 3: medium.
	if !p.Clear || p.Confidence != score.Medium || p.FieldSources != 4 || len(p.Sources) != 6 || len(p.Observations) != 9 {
		t.Errorf("%+v", p)
	}
	// field source means 25, 50, 0, 27.5: mean 25.625, squares .390625 + 594.140625 + 656.640625 + 3.515625 = 1254.6875,
	// over 3 = 418.229..., root 20.45: not contested.
	eq(t, "spread", p.Spread, math.Sqrt(1254.6875/3))
	if p.Contested {
		t.Error("contested")
	}
	// at disc: observed c1 0, recorded a1 27.5 -> (2x0 + 2x27.5)/4 = 13.75 of 2 sources; nothing at prop
	if len(p.Stages) != 1 || p.Stages[0].Stage != "disc" || p.Stages[0].N != 2 {
		t.Fatalf("%+v", p.Stages)
	}
	eq(t, "at disc", p.Stages[0].Field, 13.75)
	// leaders and managers apart: 100 and 75
	eq(t, "leaders", p.Roles[0].Score, 100)
	eq(t, "managers", p.Roles[1].Score, 75)

	// steps: reported r2 25; observed c1 100, c2 50 -> 75; field (25 + 2x75)/3 = 58.33; target 75
	p = r.Practice("steps")
	eq(t, "steps", p.Field, 175.0/3)
	eq(t, "steps gap", p.Gap, 75-175.0/3)
	if p.BlindSpot != nil || p.Confidence != score.Medium {
		t.Errorf("%+v", p)
	}
	// sla: believed only
	p = r.Practice("sla")
	if p.Field != nil || p.Gap != nil || p.BlindSpot != nil || p.Confidence != score.None || p.Clear {
		t.Errorf("%+v", p)
	}
	eq(t, "sla believed", p.Lenses.Believed.Score, 75)

	// process: (2x18.5 + 1x58.33)/3 = 31.78; the same overall, as nothing else has a field score. Index: 69, the only one.
	eq(t, "process", r.Domains[0].Score, (37+175.0/3)/3)
	eq(t, "overall", r.Overall.Score, (37+175.0/3)/3)
	eq(t, "index", r.BlindSpotIndex, 69)
	if r.Domains[1].Score != nil || r.Domains[2].Score != nil || r.Overall.Practices != 2 || r.Domains[0].Practices != 2 {
		t.Errorf("%+v", r.Domains)
	}
}

func TestCoverageAndObjectionsByHand(t *testing.T) {
	r := score.Compute(client(), book(), score.Options{})
	c := r.Coverage
	// a2 has no answer; r1 and r2 have three interviews; c3 has neither a result nor an objection
	if c.Stages != (score.Part{Audited: 1, Of: 2}) || c.Handoffs != (score.Part{Of: 2}) || c.Cadences != (score.Part{}) {
		t.Errorf("%+v", c)
	}
	if len(c.Interviews) != 3 || c.Interviews["leader"] != 1 || c.Interviews["manager"] != 1 || c.Interviews["rep"] != 3 {
		t.Errorf("%v", c.Interviews)
	}
	if c.Calls != (score.CallCoverage{Reviewed: 3, Wanted: score.Wanted{Min: 10, Max: 15}}) {
		t.Errorf("%+v", c.Calls)
	}
	// price on c1 (once), c2 and c4 of the 3 reviewed; Wilson of 3 of 3: low = 1/(1 + z²/3) = 0.43850...
	if len(r.Objections) != 2 || r.Objections[0].Theme != "price" || r.Objections[0].Calls != 3 || r.Objections[0].Of != 3 {
		t.Fatalf("%+v", r.Objections)
	}
	eq(t, "low", &r.Objections[0].Low, 1/(1+1.96*1.96/3))
	eq(t, "high", &r.Objections[0].High, 1)
	if i := r.CallItems[0]; i.Yes != 1 || i.Partly != 1 || i.Share.N != 2 {
		t.Errorf("%+v", i)
	}
}

func TestDocument(t *testing.T) {
	e := &model.Engagement{Findings: []model.Finding{{ID: "f", Kind: model.Strength}}}
	pb := &playbook.Playbook{Domains: []playbook.Domain{{ID: "d"}}, Practices: []playbook.Practice{{ID: "p", Domain: "d"}}}
	b, err := json.Marshal(score.Compute(e, pb, score.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"overall":{"score":null,"practices":0},"blind_spot_index":null,
"domains":[{"domain":"d","score":null,"practices":0}],
"practices":[{"practice":"p","domain":"d","target":75,"field":null,"gap":null,"blind_spot":null,"clear":false,
"confidence":"none","contested":false,"lenses":{"believed":{"score":null,"n":0},"reported":{"score":null,"n":0},
"observed":{"score":null,"n":0},"recorded":{"score":null,"n":0}},"stages":[]}],
"findings":[{"id":"f","priority":null,"impact":3,"ease":3,"impact_from":"assumed","ease_from":"assumed","quadrant":null,"value":null}],
"coverage":{"stages":{"audited":0,"of":0},"handoffs":{"audited":0,"of":0},"cadences":{"audited":0,"of":0},
"interviews":{"leader":0,"manager":0,"rep":0},"calls":{"reviewed":0,"enough":false,"wanted":{"min":10,"max":15}}},
"objections":[],"agreement":null}`
	if got := string(b); got != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("got\n%s", got)
	}
}
