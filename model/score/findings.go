package score

import (
	"cmp"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

const (
	assumed   = 3 // impact or ease that nobody gave
	highScore = 4 // from here on impact or ease is high
)

// steps are the shares of annual won below which a base value suggests an impact of 1, 2, 3 and 4.
var steps = []float64{0.01, 0.03, 0.07, 0.15}

// findings puts all that are not dismissed in their order: gaps first, then strengths.
func findings(e *model.Engagement, r *Result) []Finding {
	out := []Finding{}
	for _, f := range unique(e.Findings, model.Finding.RecordID) {
		if f.Status != model.Dismissed {
			out = append(out, finding(f, r))
		}
	}
	slices.SortStableFunc(out, inOrder)
	return out
}

func finding(f model.Finding, r *Result) Finding {
	x := Finding{ID: f.ID, Gap: f.IsGap(), Practice: f.Practice, Stage: f.Stage, Confidence: None}
	if p := r.Practice(f.Practice); p != nil {
		x.BlindSpot, x.Field, x.Confidence = p.BlindSpot, p.Field, p.Confidence
	}
	if s := r.Funnel.Stage(f.Stage); s != nil {
		x.Value = s.Value
		x.Ratio = ofAnnual(s.Value, r.Funnel.AnnualWon)
	}
	x.Impact, x.ImpactFrom = impact(f.Impact, x.Ratio)
	x.Ease, x.EaseFrom = assumed, Assumed
	if graded(f.Ease) {
		x.Ease, x.EaseFrom = *f.Ease, Given
	}
	if x.Gap {
		priority := x.Impact * x.Ease
		x.Priority = &priority
		x.Quadrant = quadrant(x)
	}
	return x
}

// ofAnnual is the base value as a share of annual won; nil unless the value is above 0.
func ofAnnual(v *funnel.Value, annual *float64) *float64 {
	if v == nil || annual == nil || !(v.Base > 0) || !(*annual > 0) {
		return nil
	}
	share := v.Base / *annual
	return &share
}

// impact is as given, else suggested from the value at stake, else assumed.
func impact(given *int, share *float64) (int, From) {
	if graded(given) {
		return *given, Given
	}
	if share == nil {
		return assumed, Assumed
	}
	n := 1
	for _, step := range steps {
		if *share >= step-1e-12 { // a share of exactly 3 % is not below it, however it was divided
			n++
		}
	}
	return n, FromValue
}

// graded says whether an impact or ease is there and is one: whole numbers from 1 to 5.
func graded(n *int) bool { return n != nil && *n >= 1 && *n <= 5 }

func quadrant(x Finding) *Quadrant {
	if x.ImpactFrom == Assumed || x.EaseFrom == Assumed {
		return nil
	}
	q := Park
	switch {
	case x.Impact >= highScore && x.Ease >= highScore:
		q = QuickWin
	case x.Impact >= highScore:
		q = BigBet
	case x.Ease >= highScore:
		q = EasyFix
	}
	return &q
}

// inOrder: gaps by priority, then blind spot of the practice, then confidence; strengths after them by field score; both
// at last by id.
func inOrder(a, b Finding) int {
	if a.Gap != b.Gap {
		if a.Gap {
			return -1
		}
		return 1
	}
	if !a.Gap {
		return cmp.Or(cmp.Compare(rank(b.Field, -1), rank(a.Field, -1)), cmp.Compare(a.ID, b.ID))
	}
	return cmp.Or(
		cmp.Compare(*b.Priority, *a.Priority),
		cmp.Compare(rank(b.BlindSpot, 0), rank(a.BlindSpot, 0)),
		cmp.Compare(grade(b.Confidence), grade(a.Confidence)),
		cmp.Compare(a.ID, b.ID),
	)
}

func grade(c Confidence) int {
	return slices.Index([]Confidence{None, Low, Medium, High}, c)
}
