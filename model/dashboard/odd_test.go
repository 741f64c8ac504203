package dashboard_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/model/score"
)

var (
	oddID   = rapid.SampledFrom([]string{"", "a", "b", "disc", "x@y"})
	oddDate = rapid.SampledFrom([]model.Date{"", "soon", "2026-01-05", "2026-02-03", "2026-03-31", "9999-12-31"})
	oddNum  = rapid.Ptr(rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, 0.5, 1})), true)
	oddInt  = rapid.Ptr(rapid.IntRange(-3, 40), true)
)

// TestOddFiles shows the page and the reviews of any file, however wrong: `check` reports it, and the rest is shown.
func TestOddFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := &model.Engagement{PlanStart: oddDate.Draw(t, "start"), CoachingStart: oddDate.Draw(t, "coaching"), Capacity: oddNum.Draw(t, "capacity"), Plan: &model.Plan{}}
		for range rapid.IntRange(0, 2).Draw(t, "records") {
			id := oddID.Draw(t, "id")
			e.Stages = append(e.Stages, model.Stage{ID: id, TargetConversion: oddNum.Draw(t, "target")})
			e.People = append(e.People, model.Person{ID: id, Role: model.Rep, Name: id})
			e.Funnels = append(e.Funnels, model.Funnel{
				From: oddDate.Draw(t, "from"), To: oddDate.Draw(t, "to"), Won: oddInt.Draw(t, "won"), Lost: oddInt.Draw(t, "lost"), WonAmount: oddNum.Draw(t, "amount"),
				Stages: []model.FunnelStage{{Stage: id, Reached: rapid.IntRange(-1, 50).Draw(t, "r"), Advanced: rapid.IntRange(-1, 50).Draw(t, "ad"), Slipped: oddInt.Draw(t, "s"), MedianDays: oddNum.Draw(t, "m")}},
				Leads:  &model.Leads{MQL: oddInt.Draw(t, "mql"), SQL: oddInt.Draw(t, "sql")},
			})
			e.Plan.Actions = append(e.Plan.Actions, model.Action{
				ID: oddID.Draw(t, "action"), Due: oddDate.Draw(t, "due"), Done: oddDate.Draw(t, "done"), Depends: []string{oddID.Draw(t, "on")}, Effort: oddNum.Draw(t, "effort"),
				Status: rapid.SampledFrom([]model.ActionStatus{"", "done", "doing", "odd"}).Draw(t, "status"), Findings: []string{oddID.Draw(t, "f")},
				Metric: &model.Metric{From: rapid.SampledFrom([]string{"", "funnel.conversion", "funnel.slippage", "maps.hit_rate", "funnel.response_hours"}).Draw(t, "of"), Baseline: oddNum.Draw(t, "b"), Target: oddNum.Draw(t, "t")},
			})
			e.MAPs = append(e.MAPs, model.MAP{ID: id, Milestones: []model.Milestone{{Owner: oddID.Draw(t, "side"), Due: oddDate.Draw(t, "mdue"), Done: oddDate.Draw(t, "mdone")}}})
			e.Coaching = append(e.Coaching, model.Round{Rep: oddID.Draw(t, "rep"), Date: oddDate.Draw(t, "held"), Execute: &model.Execute{Due: oddDate.Draw(t, "xdue")}})
			w := model.Week{Week: oddDate.Draw(t, "week"), Indicators: map[string]float64{}}
			for _, name := range []string{"conversion@disc", "slippage@", "@", "hits", "odd"} {
				if x := oddNum.Draw(t, name); x != nil {
					w.Indicators[name] = *x
				}
			}
			e.Weeks = append(e.Weeks, w)
			e.Reviews = append(e.Reviews, model.Review{Day: 30, Date: oddDate.Draw(t, "reviewed")})
		}
		for _, pb := range []*playbook.Playbook{book(), {}} {
			day := oddDate.Draw(t, "day")
			sc := score.Compute(e, pb, score.Options{AsOf: day})
			opt := render.Options{AsOf: day, Blocks: true}
			d := dashboard.On(e, pb, sc, day)
			r := review.Of(e, pb, 30, day)
			for _, doc := range [][]byte{render.Markdown(render.Dashboard(e, pb, d, opt)), render.Markdown(render.Review(e, pb, r, opt))} {
				if len(doc) == 0 {
					t.Fatal("nothing to read")
				}
			}
			for _, v := range []any{render.DashboardValue(e, d, opt), render.ReviewValue(e, r, opt)} {
				if _, err := json.Marshal(v); err != nil {
					t.Fatal(err)
				}
			}
			for _, i := range d.Indicators {
				if i.Lift != nil && (i.Mean == nil || i.Baseline == nil || i.Weeks < 1 || i.Weeks > dashboard.Recent) {
					t.Fatalf("a lift from nothing: %+v", i)
				}
			}
		}
	})
}
