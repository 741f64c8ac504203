package render_test

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
)

// draftOf is the plan as it stands, without a playbook.
func draftOf(e *model.Engagement) *plan.Drafted { return plan.Draft(e, nil, nil, "") }
