package render_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/review"
)

// spelt are people whose ids spell their names as a keyboard without the letters does, and one whose id shows nothing.
func spelt() (*model.Engagement, []string) {
	e := &model.Engagement{PlanStart: "2026-01-05", CoachingStart: "2026-01-05", Plan: &model.Plan{}}
	ids := []string{"p-krueger", "p-yilmaz", "p-soerensen", "p-weiss", "p-baath", "p-li", "p-nothing"}
	for i, name := range []string{"Jürgen Krüger", "Deniz Yılmaz", "Mads Sørensen", "Eva Weiß", "Kim Bååth", "Li Wu", "Ana Reyes"} {
		e.People = append(e.People, model.Person{ID: ids[i], Name: name, Role: model.Rep})
		e.Coaching = append(e.Coaching, model.Round{ID: "k-krueger", Rep: ids[i], Coach: ids[0], Date: "2026-01-06", Execute: &model.Execute{Action: "ask Krueger", Due: "2026-01-12"}})
		e.MAPs = append(e.MAPs, model.MAP{ID: "m-weiss-2", Rep: ids[i], Milestones: []model.Milestone{{What: "signed by Weiss", Due: "2026-01-12"}}})
		e.Plan.Actions = append(e.Plan.Actions, model.Action{ID: "x-" + string(rune('a'+i)), Title: "Ask Yilmaz", Owner: ids[i], Phase: 30, Due: "2026-01-12"})
	}
	return e, ids
}

func TestIDsDoNotGiveNamesAway(t *testing.T) {
	e, ids := spelt()
	day := model.Date("2026-01-20")
	text := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	pages := func(opt render.Options) []string {
		return []string{
			text(render.DashboardValue(e, dashboard.On(e, playbook.Builtin(), nil, day), opt)),
			text(render.ReviewValue(e, review.Of(e, playbook.Builtin(), 30, day), opt)),
		}
	}
	for _, page := range pages(render.Options{AsOf: day}) {
		for _, id := range ids {
			if strings.Contains(page, id) {
				t.Errorf("%s is in %s", id, page)
			}
		}
		lacks(t, page, "Krueger", "Weiss", "Yilmaz", "k-krueger", "m-weiss")
		holds(t, page, `"person":"Rep 7"`, "signed by Rep 4", "ask Rep 1")
	}
	for _, page := range pages(render.Options{AsOf: day, Names: true}) {
		holds(t, page, `"person":"p-nothing"`, "ask Krueger")
	}
	for format, data := range all(t, e, playbook.Builtin(), render.Options{AsOf: day}) {
		for _, id := range ids[:len(ids)-1] {
			if strings.Contains(string(data), id) {
				t.Errorf("%s: %s shows", format, id)
			}
		}
		if format == "json" {
			holds(t, string(data), `"owner": "p-nothing"`, `"title": "Ask Rep 2"`)
		}
	}
}
