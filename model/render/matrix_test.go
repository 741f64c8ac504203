package render

import (
	"math"
	"testing"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// TestDotsDoNotOverlap: however many findings share a place, each is seen, within its cell.
func TestDotsDoNotOverlap(t *testing.T) {
	for _, n := range []int{1, 2, 5, 8, 13, 40} {
		p := matrix(make([]score.Finding, n))
		var dots []document.Dot
		for _, s := range p.Shapes {
			if d, ok := s.(document.Dot); ok {
				dots = append(dots, d)
			}
		}
		if len(dots) != n {
			t.Fatalf("%d dots for %d findings", len(dots), n)
		}
		for i, a := range dots {
			for _, b := range dots[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < a.R+b.R {
					t.Errorf("of %d, two overlap", n)
				}
			}
			if math.Abs(a.X-dots[0].X) > mxCell || math.Abs(a.Y-dots[0].Y) > mxRise {
				t.Errorf("of %d, one is outside its cell", n)
			}
		}
	}
}
