package follow_test

import (
	"reflect"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
)

func round(id, rep, coach string, date model.Date, x *model.Execute) model.Round {
	return model.Round{ID: id, Rep: rep, Coach: coach, Date: date, Execute: x}
}

// coached is three reps from Monday 4 May on; 20 May is the Wednesday of the third week.
func coached() *model.Engagement {
	return &model.Engagement{
		People: []model.Person{
			{ID: "m1", Role: model.Manager, Team: "West"},
			{ID: "m2", Role: model.Manager, Team: "East"},
			{ID: "a", Role: model.Rep, Team: "West"},
			{ID: "b", Role: model.Rep, Team: "West"},
			{ID: "never", Role: model.Rep, Team: "East"},
		},
		CoachingStart: "2026-05-04",
		Coaching: []model.Round{
			round("k0", "a", "m1", "2026-05-01", nil), // the week before the start
			round("k1", "a", "m1", "2026-05-05", &model.Execute{Due: "2026-05-11", Done: "2026-05-11"}),
			round("k2", "a", "m1", "2026-05-08", &model.Execute{Due: "2026-05-12", Done: "2026-05-13"}), // the same week; done late
			round("k3", "a", "m1", "2026-05-12", &model.Execute{Due: "2026-05-19"}),                     // not done
			round("k4", "b", "m1", "2026-05-17", &model.Execute{Action: "ask", Due: "2026-05-22"}),      // Sunday of the second week; due ahead
			round("k5", "b", "m1", "2026-05-18", &model.Execute{Due: "2026-05-20", Done: "2026-05-20"}),
			round("k6", "b", "m1", "2026-05-25", nil), // to come
			round("k7", "", "m1", "2026-05-18", nil),  // nobody's
		},
	}
}

func TestCoachingByHand(t *testing.T) {
	c := follow.OfCoaching(coached(), "2026-05-20")
	if c.Start != "2026-05-04" || c.Weeks != 3 || c.Week != "2026-05-18" || c.Rounds != 6 {
		t.Errorf("%+v", c)
	}
	share(t, "adherence", c.Adherence, 4, 9)          // a in weeks 1 and 2, b in weeks 2 and 3, never in none
	share(t, "weeks that are over", c.Finished, 3, 6) // the third is not
	share(t, "completion", c.Completion, 2, 4)        // late and missing are misses; what is due on Friday is not asked yet
	want := map[string][4]int{"a": {2, 3, 1, 3}, "b": {1 + 1, 3, 1, 1}, "never": {0, 3, 0, 0}}
	for _, r := range c.Reps {
		w := want[r.Person]
		share(t, r.Person, r.Adherence, w[0], w[1])
		share(t, r.Person+", actions", r.Completion, w[2], w[3])
	}
	if len(c.Coaches) != 2 || c.Coaches[0].Person != "m1" || c.Coaches[0].Reps != 2 || c.Coaches[1].Person != "m2" {
		t.Fatalf("a rep who was never coached is the manager's of the team: %+v", c.Coaches)
	}
	share(t, "m1", c.Coaches[0].Adherence, 4, 6)
	share(t, "m2", c.Coaches[1].Adherence, 0, 3)
	if !reflect.DeepEqual(c.Due, []string{"a", "never"}) {
		t.Errorf("due this week %v", c.Due)
	}
	if len(c.Steps) != 2 || c.Steps[0].Round != "k3" || c.Steps[1].Round != "k4" {
		t.Errorf("to ask about %+v", c.Steps)
	}
}

func TestCoachingStart(t *testing.T) {
	e := coached()
	if c := follow.OfCoaching(e, "2026-05-03"); c.Adherence != nil || c.Start != "" {
		t.Errorf("before the start there is no number: %+v", c)
	}
	share(t, "on a Sunday its week is over", follow.OfCoaching(e, "2026-05-17").Finished, 3, 6)
	e.CoachingStart = "" // the team's first round: the week of 27 April
	c := follow.OfCoaching(e, "2026-05-20")
	if c.Start != "2026-05-01" || c.Weeks != 4 {
		t.Errorf("%+v", c)
	}
	share(t, "from the first round on", c.Adherence, 5, 12)
	e.Coaching = nil
	if follow.Adherence(e, "2026-05-20") != nil {
		t.Error("nobody began")
	}
}

func TestEnd(t *testing.T) {
	e := &model.Engagement{PlanStart: "2026-01-05", Weeks: []model.Week{{Week: "2026-04-13"}}, Reviews: []model.Review{{Date: "2026-04-06"}}}
	for _, x := range []struct {
		today, day model.Date
		over       bool
	}{
		{"2026-03-01", "2026-03-01", false}, // within the 90 days
		{"2026-05-02", "2026-05-02", false}, // 13 days after the last week, which ends on the 19th
		{"2026-05-03", "2026-04-19", true},
		{"2026-11-24", "2026-04-19", true},
	} {
		if day, over := follow.End(e, x.today); day != x.day || over != x.over {
			t.Errorf("on %s: %s, %v", x.today, day, over)
		}
	}
	e.Weeks, e.Reviews = nil, nil
	if day, over := follow.End(e, "2026-11-24"); over || day != "2026-11-24" {
		t.Error("what was never followed has no end")
	}
	e.Reviews = []model.Review{{Date: "2026-02-04"}} // followed to day 30: the weeks to day 90 count
	if day, _ := follow.End(e, "2026-11-24"); day != "2026-04-05" {
		t.Errorf("%s", day)
	}
}
