package review

import (
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Practice is a practice in both rounds. A re-audit is short: the change is taken over those lenses alone through which
// both rounds saw it.
type Practice struct {
	Practice string          `json:"practice"`
	Target   float64         `json:"target"`
	Before   *float64        `json:"before"` // field, through all lenses
	After    *float64        `json:"after"`
	Lenses   []playbook.Lens `json:"lenses"` // seen through in both rounds
	Like     *Like           `json:"like"`   // null where there is no such lens
	Change   *float64        `json:"change"` // of like with like
}

// Like is the field through the lenses of both rounds, with its sources.
type Like struct {
	Before  float64 `json:"before"`
	NBefore int     `json:"n_before"`
	After   float64 `json:"after"`
	NAfter  int     `json:"n_after"`
}

// fieldLenses are those of the field.
var fieldLenses = []playbook.Lens{playbook.Reported, playbook.Observed, playbook.Recorded}

func (r *Review) rerated(pb *playbook.Playbook, before, after *score.Result) {
	for _, b := range after.Practices {
		if b.Field == nil {
			continue
		}
		p := Practice{Practice: b.Practice, Target: b.Target, After: b.Field, Lenses: []playbook.Lens{}}
		if a := before.Practice(b.Practice); a != nil {
			p.Before = a.Field
			p.compare(pb, a.Lenses, b.Lenses)
		}
		r.Practices = append(r.Practices, p)
	}
}

func (p *Practice) compare(pb *playbook.Playbook, a, b score.Lenses) {
	var l Like
	weights := 0.0
	for _, lens := range fieldLenses {
		x, y, w := a.Of(lens), b.Of(lens), pb.LensWeight(lens)
		if x.Score == nil || y.Score == nil || !(w > 0) {
			continue
		}
		p.Lenses = append(p.Lenses, lens)
		weights += w
		l.Before += w * *x.Score
		l.After += w * *y.Score
		l.NBefore += x.N
		l.NAfter += y.N
	}
	if weights > 0 {
		l.Before, l.After = l.Before/weights, l.After/weights
		change := l.After - l.Before
		p.Like, p.Change = &l, &change
	}
}
