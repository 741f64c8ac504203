package funnel

import "github.com/gapbook/gapbook/model"

// Later is the snapshot to set against the baseline: of those after it in the file that were there by a day, the one whose
// period ends last; nil when there is none. A snapshot is there from its import on, else from the end of its period.
func Later(e *model.Engagement, day model.Date) *model.Funnel {
	var later *model.Funnel
	for i := range e.Funnels {
		f := &e.Funnels[i]
		if i == 0 || known(f).After(day) {
			continue
		}
		if later == nil || !later.To.After(f.To) {
			later = f
		}
	}
	return later
}

// LatestOn is the snapshot to go by on a day: the later one, else the baseline.
func LatestOn(e *model.Engagement, day model.Date) *model.Funnel {
	if f := Later(e, day); f != nil {
		return f
	}
	return Baseline(e)
}

func known(f *model.Funnel) model.Date {
	if f.Source != nil && f.Source.Imported != "" {
		return f.Source.Imported
	}
	return f.To
}
