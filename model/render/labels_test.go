package render_test

import (
	"testing"

	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// TestLabelsCanBeReadOnPaper: with seventy findings too, no label is smaller than 7 points where a picture fits a page.
func TestLabelsCanBeReadOnPaper(t *testing.T) {
	pb := playbook.Builtin()
	for _, n := range []int{1, 70} {
		e := manyFindings(n, pb)
		sc := score.Compute(e, pb, score.Options{AsOf: "2026-04-01"})
		seen := 0
		for _, b := range render.Report(e, pb, sc, plan.Draft(e, pb, sc, "2026-04-01"), render.Options{AsOf: "2026-04-01"}).Blocks {
			p, ok := b.(document.Picture)
			if !ok {
				continue
			}
			seen++
			by := min(482/p.W, 600/p.H)
			for _, s := range p.Shapes {
				if l, ok := s.(document.Label); ok && l.Size*by < 7 {
					t.Errorf("%d findings: %q is %.1f points in %q", n, l.Text, l.Size*by, p.Title)
				}
			}
		}
		if seen < 2 {
			t.Errorf("%d pictures", seen)
		}
	}
}
