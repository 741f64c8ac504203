package funnel

import (
	"math"

	"github.com/gapbook/gapbook/model"
)

// Compute works out one snapshot. A nil snapshot gives a result without stages, in which no number exists.
func Compute(e *model.Engagement, f *model.Funnel) *Result {
	r := &Result{Stages: []Stage{}, Note: ValueNote}
	if f == nil {
		return r
	}
	r.Label, r.From, r.To = f.Label, f.From, f.To
	r.Won, r.Lost, r.Open = f.Won, f.Lost, f.Open
	r.Days = days(f.From, f.To)
	if f.Won != nil && f.Lost != nil {
		r.WinShare = ShareOf(*f.Won, *f.Won+*f.Lost)
		r.WinRate = ratio(float64(*f.Won), float64(*f.Won+*f.Lost))
	}
	r.CycleDays = sound(f.CycleDays)
	if amount := sound(f.WonAmount); amount != nil {
		if f.Won != nil {
			r.AverageDeal = ratio(*amount, float64(*f.Won))
		}
		r.AnnualWon = ratio(*amount*365, float64(r.Days))
	}
	r.Velocity = velocity(r)

	rows, names, targets := pipeline(e, f)
	for i, row := range rows {
		r.Stages = append(r.Stages, stage(row, names[i], targets[i], r.AnnualWon))
	}
	r.Bottleneck = bottleneck(e, r.Stages)
	r.Busiest = busiest(r.Stages)
	return r
}

// pipeline puts the snapshot's stages in the order of the client's pipeline. What the pipeline does not know follows in
// file order, so that without a pipeline the snapshot's own order stands. Of two rows for one stage the first counts.
func pipeline(e *model.Engagement, f *model.Funnel) (rows []model.FunnelStage, names []string, targets []*float64) {
	taken := map[string]bool{}
	take := func(id, name string, target *float64) {
		for _, row := range f.Stages {
			if row.Stage == id && !taken[id] {
				taken[id] = true
				rows, names, targets = append(rows, row), append(names, name), append(targets, target)
			}
		}
	}
	for _, s := range e.Stages {
		take(s.ID, s.Label(), sound(s.TargetConversion))
	}
	for _, row := range f.Stages {
		take(row.Stage, row.Stage, nil)
	}
	return rows, names, targets
}

func stage(row model.FunnelStage, name string, target, annual *float64) Stage {
	decided := row.Advanced + row.Lost
	s := Stage{
		Stage: row.Stage, Name: name,
		Reached: row.Reached, Advanced: row.Advanced, Lost: row.Lost, Open: row.Open,
		Conversion:      ratio(float64(row.Advanced), float64(decided)),
		ConversionShare: ShareOf(row.Advanced, decided),
		Few:             decided < Few,
		MedianDays:      sound(row.MedianDays), P90Days: sound(row.P90Days), StallDays: sound(row.StallDays),
		Slipped: row.Slipped,
		Target:  target,
	}
	if row.Slipped != nil {
		s.Slippage = ratio(float64(*row.Slipped), float64(row.Reached))
		s.SlippageShare = ShareOf(*row.Slipped, row.Reached)
	}
	if !s.Few {
		s.Value = value(s.Conversion, target, annual)
	}
	return s
}

// value is what a better conversion would be worth in a year: annual won grows in proportion to the conversion.
func value(conversion, target, annual *float64) *Value {
	if conversion == nil || target == nil || annual == nil {
		return nil
	}
	c := *conversion
	if c >= *target {
		return &Value{}
	}
	if c == 0 {
		return nil // nothing was won through this stage, so nothing can be scaled up
	}
	whole := *annual * (min(1, *target) - c) / c
	if math.IsNaN(whole) || math.IsInf(whole, 0) {
		return nil
	}
	return &Value{Low: 0.25 * whole, Base: 0.5 * whole, High: whole}
}

// bottleneck is the stage with most to gain. Only where nobody set any target does the lowest conversion stand for it.
func bottleneck(e *model.Engagement, stages []Stage) *string {
	targets := false
	for _, s := range e.Stages {
		targets = targets || sound(s.TargetConversion) != nil
	}
	best := -1
	for i, s := range stages {
		switch {
		case targets:
			if s.Value != nil && s.Value.Base > 0 && (best < 0 || s.Value.Base > stages[best].Value.Base*(1+hair)) {
				best = i
			}
		case s.Conversion != nil && !s.Few:
			if best < 0 || *s.Conversion < *stages[best].Conversion {
				best = i
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &stages[best].Stage
}

// hair keeps two stages with the same value apart only by more than a rounding error; the earlier of equals counts.
const hair = 1e-9

func busiest(stages []Stage) *string {
	best := -1
	for i, s := range stages {
		if s.Open > 0 && (best < 0 || s.Open > stages[best].Open) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return &stages[best].Stage
}

func velocity(r *Result) *float64 {
	if r.WinRate == nil || r.AverageDeal == nil || r.CycleDays == nil || r.Open == nil {
		return nil
	}
	return ratio(float64(*r.Open)**r.WinRate**r.AverageDeal, *r.CycleDays)
}

// days counts both ends; 0 where the period is not known or ends before it begins.
func days(from, to model.Date) int {
	a, ok := from.Time()
	b, ok2 := to.Time()
	if !ok || !ok2 || b.Before(a) {
		return 0
	}
	return int(b.Sub(a).Hours()/24) + 1
}

// ratio is a / b; nil where b is not above 0 or the result is no number.
func ratio(a, b float64) *float64 {
	if !(b > 0) {
		return nil
	}
	x := a / b
	return sound(&x)
}

// sound drops what JSON cannot hold: a hand-written .nan or .inf is no number.
func sound(x *float64) *float64 {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return nil
	}
	v := *x
	return &v
}
