package render

import (
	"math"
	"testing"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// TestDotsDoNotOverlap: however many findings share a place, each is seen and none covers a name; a crowd is one ring.
func TestDotsDoNotOverlap(t *testing.T) {
	for _, n := range []int{1, 2, 5, 8, 13, 40, 60, 61, 5000} {
		gaps := make([]score.Finding, n)
		for i := range gaps {
			gaps[i].Impact, gaps[i].Ease = 5, 4
		}
		p := matrix(gaps)
		var dots []document.Dot
		names := map[string]float64{}
		for _, s := range p.Shapes {
			switch s := s.(type) {
			case document.Dot:
				dots = append(dots, s)
			case document.Label:
				names[s.Text] = s.Y
			}
		}
		if want := map[bool]int{true: n, false: 1}[n <= mxMost]; len(dots) != want {
			t.Fatalf("%d dots for %d findings", len(dots), n)
		}
		for i, a := range dots {
			for _, b := range dots[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < a.R+b.R {
					t.Errorf("of %d, two overlap", n)
				}
			}
			if math.Abs(a.X-dots[0].X) > mxCell || a.Y-a.R < names["Quick wins"] || a.Y+a.R > names["Park"]-10 {
				t.Errorf("of %d, one is outside its cell", n)
			}
		}
		if p.H > 720/482.0*600 {
			t.Errorf("%d findings: %.0f points do not go on a page", n, p.H)
		}
	}
}
