package dashboard

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
)

// Bottleneck is the stage to coach this week, and what on its calls is farthest from target.
type Bottleneck struct {
	Stage      string        `json:"stage"`
	Name       string        `json:"name"`
	Snapshot   string        `json:"snapshot"` // label of the one it was found in
	Conversion *funnel.Share `json:"conversion"`
	Target     *float64      `json:"target"`
	Value      *funnel.Value `json:"value"`
	Weeks      []string      `json:"indicators"` // those of this stage that have weeks
	Practice   *string       `json:"practice"`   // of those heard on its calls, the one with the largest gap
	Field      *float64      `json:"field"`      // its score at this stage
	N          int           `json:"n"`          // sources
	Actions    []string      `json:"actions"`    // open ones for this stage
}

// fewest sources that one practice of a stage has to rest on to be named.
const fewest = 2

func (b *board) bottleneck(d *Dashboard) *Bottleneck {
	snap := funnel.LatestOn(b.e, b.day)
	r := funnel.Compute(b.e, snap)
	if snap == nil || r.Bottleneck == nil {
		return nil
	}
	s := r.Stage(*r.Bottleneck)
	if s == nil {
		return nil // a stage without an id
	}
	out := &Bottleneck{
		Stage: s.Stage, Name: s.Name, Snapshot: snap.Label, Conversion: s.ConversionShare, Target: s.Target, Value: s.Value,
		Weeks: []string{}, Actions: []string{},
	}
	for _, i := range d.Indicators {
		if i.Measure.Stage == s.Stage && len(i.Points) > 0 {
			out.Weeks = append(out.Weeks, i.ID)
		}
	}
	widest := 0.0
	for _, p := range b.sc.Practices {
		for _, at := range p.Stages {
			if at.Stage != s.Stage || at.Field == nil || at.Lenses.Observed.N == 0 || at.N < fewest {
				continue
			}
			if gap := p.Target - *at.Field; gap > widest {
				widest, out.Practice, out.Field, out.N = gap, &p.Practice, at.Field, at.N
			}
		}
	}
	for _, a := range b.e.Actions() {
		if st := plan.StatusOn(a, b.day); st != model.ActionDone && st != model.Dropped && b.at(a, s.Stage) {
			out.Actions = append(out.Actions, a.ID)
		}
	}
	return out
}

// at says whether an action is for a stage: its number is that stage's, or one of its findings is.
func (b *board) at(a model.Action, stage string) bool {
	if plan.MeasureOf(b.e, b.pb, b.sc.Funnel, a).Stage == stage {
		return true
	}
	for _, id := range a.Findings {
		if f := b.e.Finding(id); f != nil && f.Stage == stage {
			return true
		}
	}
	return false
}
