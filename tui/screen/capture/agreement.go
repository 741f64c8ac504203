package capture

import (
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// Agreement says in few words how far two raters agree.
func Agreement(a *score.Agreement) string {
	s := explain.Whole(a.Percent) + " % alike, "
	if a.Kappa == nil {
		s += "no kappa"
	} else {
		s += "kappa " + render.Kappa(a)
	}
	if a.Few {
		s += ", few"
	}
	return s
}
