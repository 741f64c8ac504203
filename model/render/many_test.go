package render_test

import (
	"fmt"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
)

// manyFindings is an engagement with n findings, each with a quote for evidence, over all practices.
func manyFindings(n int, pb *playbook.Playbook) *model.Engagement {
	e := &model.Engagement{Client: model.Client{Name: "X"}, PlanStart: "2026-04-06", Stages: []model.Stage{{ID: "disc", Name: "Discovery"}}}
	for i := range 20 {
		p := model.Person{ID: fmt.Sprint("p", i), Name: fmt.Sprintf("Anna%c Hart%c", 'a'+i, 'a'+i), Role: model.Rep}
		e.People = append(e.People, p)
		e.Interviews = append(e.Interviews, model.Interview{ID: fmt.Sprint("i", i), Person: p.ID, Note: "> we just push the date\n"})
	}
	for i := range n {
		e.Findings = append(e.Findings, model.Finding{
			ID: fmt.Sprint("f", i), Title: fmt.Sprintf("Deals leave Annab's stage %d without a buyer", i), Stage: "disc",
			Practice: pb.Practices[i%len(pb.Practices)].ID, Evidence: []string{fmt.Sprint("i", i%20)},
		})
	}
	return e
}

// BenchmarkManyFindings shows that the time grows with the number of findings, not with its square.
func BenchmarkManyFindings(b *testing.B) {
	pb := playbook.Builtin()
	for _, n := range []int{1000, 5000, 20000} {
		e := manyFindings(n, pb)
		sc := score.Compute(e, pb, score.Options{AsOf: "2026-04-01"})
		d := plan.Draft(e, pb, sc, "2026-04-01")
		b.Run(fmt.Sprint("draft/", n), func(b *testing.B) {
			for b.Loop() {
				plan.Draft(e, pb, sc, "2026-04-01")
			}
		})
		b.Run(fmt.Sprint("scores/", n), func(b *testing.B) {
			for b.Loop() {
				render.Markdown(render.Scores(e, pb, sc))
			}
		})
		for _, kind := range []string{"md", "csv", "json", "html"} {
			b.Run(fmt.Sprint(kind, "/", n), func(b *testing.B) {
				for b.Loop() {
					if _, _, err := render.PlanAs(kind, e, pb, sc, d, render.Options{AsOf: "2026-04-01"}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
