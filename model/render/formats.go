// Package render turns a draft plan, and the numbers, into what leaves the laptop: it builds a document from an engagement
// and hands it to the writer of a format. Tables for other programs (CSV, JSON) are made from the same values.
// Same input, same bytes: it imports the pure parts of the model and touches no files, clocks, randomness or screen.
package render

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// PlanFormats are the ways in which a plan can be written.
var PlanFormats = []string{"md", "html", "csv", "json"}

// PlanAs writes the plan in one of PlanFormats.
func PlanAs(format string, e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) ([]byte, error) {
	switch format {
	case "md":
		return Markdown(Plan(e, pb, sc, d, opt)), nil
	case "html":
		return HTML(Plan(e, pb, sc, d, opt))
	case "csv":
		return PlanCSV(e, pb, sc, d, opt)
	case "json":
		return PlanJSON(e, pb, d, opt)
	}
	return nil, fmt.Errorf("no way to write a plan as %q", format)
}
