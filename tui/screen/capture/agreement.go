package capture

import (
	"fmt"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
)

// Agreement says in few words how far two raters agree.
func Agreement(a *score.Agreement) string {
	s := fmt.Sprintf("%.0f %% alike, ", a.Percent)
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
