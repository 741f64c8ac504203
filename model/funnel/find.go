package funnel

import "github.com/gapbook/gapbook/model"

// Baseline is the first snapshot, on which plan and findings rest; nil when there is none.
func Baseline(e *model.Engagement) *model.Funnel {
	if len(e.Funnels) == 0 {
		return nil
	}
	return &e.Funnels[0]
}

// Latest is the snapshot whose period ends last, of those the later in the file; nil when there is none.
func Latest(e *model.Engagement) *model.Funnel {
	var latest *model.Funnel
	for i := range e.Funnels {
		f := &e.Funnels[i]
		if _, ok := f.To.Time(); latest == nil || (ok && !latest.To.After(f.To)) {
			latest = f
		}
	}
	return latest
}

// ByLabel finds a snapshot, the first of that label; nil when there is none.
func ByLabel(e *model.Engagement, label string) *model.Funnel {
	for i := range e.Funnels {
		if e.Funnels[i].Label == label {
			return &e.Funnels[i]
		}
	}
	return nil
}
