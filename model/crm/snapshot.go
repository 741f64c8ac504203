package crm

import (
	"math"
	"slices"

	"github.com/gapbook/gapbook/model"
)

// funnel is the tally as a snapshot.
func (t *tally) funnel(stages []model.Stage) model.Funnel {
	f := model.Funnel{Won: &t.won, Lost: &t.lost, Open: &t.open, CycleDays: median(t.cycle)}
	for i, s := range stages {
		st := &t.stages[i]
		fs := model.FunnelStage{
			Stage: s.ID, Reached: st.reached, Advanced: st.advanced, Lost: st.lost, Open: st.open,
			MedianDays: median(st.days), P90Days: nearestRank(st.days, 90), StallDays: nearestRank(st.days, 75),
		}
		if t.closes {
			slipped := st.slipped
			fs.Slipped = &slipped
		}
		f.Stages = append(f.Stages, fs)
	}
	if t.hasAmounts && (t.won == 0 || len(t.amounts) > 0) {
		slices.Sort(t.amounts) // so that the sum does not depend on the order of the rows
		sum := 0.0
		for _, a := range t.amounts {
			sum += a
		}
		sum = math.Round(sum*100) / 100
		f.WonAmount = &sum
	}
	return f
}
