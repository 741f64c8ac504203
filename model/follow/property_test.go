package follow_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
)

var (
	genDay  = rapid.Map(rapid.IntRange(0, 120), func(n int) model.Date { return model.Date("2026-01-05").AddDays(n) })
	genDate = rapid.OneOf(genDay, rapid.SampledFrom([]model.Date{"", "soon"}))
	genWho  = rapid.SampledFrom([]string{"a", "b", "c", ""})
)

// TestCountsAddUp holds for any file: every due milestone is a hit or one kind of miss and is in one group of each kind; no
// share passes 1; and what happens after the day changes nothing.
func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := &model.Engagement{CoachingStart: genDate.Draw(t, "start")}
		for range rapid.IntRange(0, 3).Draw(t, "plans") {
			m := model.MAP{Stage: genWho.Draw(t, "stage")}
			for range rapid.IntRange(0, 5).Draw(t, "milestones") {
				m.Milestones = append(m.Milestones, model.Milestone{
					Owner: genWho.Draw(t, "side"), Due: genDate.Draw(t, "due"), Done: genDate.Draw(t, "done"), FirstDue: genDate.Draw(t, "first"),
				})
			}
			e.MAPs = append(e.MAPs, m)
		}
		for _, id := range []string{"a", "b"} {
			e.People = append(e.People, model.Person{ID: id, Role: model.Rep})
		}
		for range rapid.IntRange(0, 8).Draw(t, "rounds") {
			e.Coaching = append(e.Coaching, model.Round{
				Rep: genWho.Draw(t, "rep"), Coach: genWho.Draw(t, "coach"), Date: genDate.Draw(t, "held"),
				Execute: &model.Execute{Due: genDate.Draw(t, "x due"), Done: genDate.Draw(t, "x done")},
			})
		}
		day := genDay.Draw(t, "day")
		m, c := follow.OfMAPs(e, day), follow.OfCoaching(e, day)
		k, n := 0, 0
		if s := m.Hits.Share; s != nil {
			k, n = s.K, s.N
		}
		if k+m.Hits.Late+m.Hits.Redated+m.Hits.Missing != n || len(m.Missed) != n-k {
			t.Fatalf("%+v", m.Hits)
		}
		for _, groups := range [][]follow.Group{m.ByOwner, m.ByStage, m.ByMonth} {
			sum := 0
			for _, g := range groups {
				sum += g.Hits.Share.N
			}
			if sum != n {
				t.Fatalf("groups of %d, of %d in all: %+v", sum, n, groups)
			}
		}
		weeks, of := 0, 0
		for _, r := range c.Reps {
			weeks, of = weeks+r.Adherence.K, of+r.Adherence.N
			if r.Adherence.K > c.Weeks {
				t.Fatalf("%+v in %d weeks", r, c.Weeks)
			}
		}
		if c.Adherence != nil && (c.Adherence.K != weeks || c.Adherence.N != of) {
			t.Fatalf("%+v, by rep %d of %d", c.Adherence, weeks, of)
		}
		later := *e
		later.Coaching = append(later.Coaching[:len(later.Coaching):len(later.Coaching)], model.Round{Rep: "a", Date: day.AddDays(1)})
		if got := follow.OfCoaching(&later, day); (got.Adherence == nil) != (c.Adherence == nil) || got.Rounds != c.Rounds {
			t.Fatal("a round to come counts")
		}
	})
}
