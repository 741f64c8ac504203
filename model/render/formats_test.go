package render_test

import (
	"os"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
)

// BenchmarkFormats writes a sample's plan in each format, from the scores on: Word should take under 100 ms, PDF under a second.
func BenchmarkFormats(b *testing.B) {
	src, err := os.ReadFile("../../engagements/midmarket-saas.yaml")
	if err != nil {
		b.Fatal(err)
	}
	file, err := exact.Parse(src)
	if err != nil {
		b.Fatal(err)
	}
	var e model.Engagement
	file.Decode(&e)
	pb := playbook.Builtin()
	sc := score.Compute(&e, pb, score.Options{AsOf: e.PlanStart})
	d := plan.Draft(&e, pb, sc, e.PlanStart)
	for _, format := range render.PlanFormats {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := render.PlanAs(format, &e, pb, sc, d, render.Options{AsOf: e.PlanStart}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
