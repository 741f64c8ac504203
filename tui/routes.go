package tui

import (
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/audit"
	"github.com/gapbook/gapbook/tui/screen/audits"
	"github.com/gapbook/gapbook/tui/screen/call"
	"github.com/gapbook/gapbook/tui/screen/calls"
	"github.com/gapbook/gapbook/tui/screen/coaching"
	"github.com/gapbook/gapbook/tui/screen/export"
	"github.com/gapbook/gapbook/tui/screen/finding"
	"github.com/gapbook/gapbook/tui/screen/findings"
	"github.com/gapbook/gapbook/tui/screen/funnel"
	"github.com/gapbook/gapbook/tui/screen/home"
	"github.com/gapbook/gapbook/tui/screen/intake"
	"github.com/gapbook/gapbook/tui/screen/interview"
	"github.com/gapbook/gapbook/tui/screen/interviews"
	"github.com/gapbook/gapbook/tui/screen/library"
	"github.com/gapbook/gapbook/tui/screen/mutual"
	"github.com/gapbook/gapbook/tui/screen/mutuals"
	"github.com/gapbook/gapbook/tui/screen/people"
	"github.com/gapbook/gapbook/tui/screen/plan"
	"github.com/gapbook/gapbook/tui/screen/portfolio"
	"github.com/gapbook/gapbook/tui/screen/problems"
	"github.com/gapbook/gapbook/tui/screen/readout"
	"github.com/gapbook/gapbook/tui/screen/reviews"
	"github.com/gapbook/gapbook/tui/screen/round"
	"github.com/gapbook/gapbook/tui/screen/scores"
	"github.com/gapbook/gapbook/tui/screen/settle"
	"github.com/gapbook/gapbook/tui/screen/stages"
	"github.com/gapbook/gapbook/tui/screen/triage"
	"github.com/gapbook/gapbook/tui/screen/week"
)

// makers is every page there is. What is not in here is nowhere offered.
var makers = map[screen.Kind]screen.Maker{
	screen.Audits:     audits.New,
	screen.Audit:      audit.New,
	screen.Library:    library.New,
	screen.Home:       home.New,
	screen.Interviews: interviews.New,
	screen.Interview:  interview.New,
	screen.Triage:     triage.New,
	screen.Findings:   findings.New,
	screen.Finding:    finding.New,
	screen.Scores:     scores.New,
	screen.Funnel:     funnel.New,
	screen.Import:     intake.New,
	screen.Calls:      calls.New,
	screen.Call:       call.New,
	screen.People:     people.New,
	screen.Stages:     stages.New,
	screen.Problems:   problems.New,
	screen.Settle:     settle.New,
	screen.Plan:       plan.New,
	screen.MAPs:       mutuals.New,
	screen.MAP:        mutual.New,
	screen.Coaching:   coaching.New,
	screen.Round:      round.New,
	screen.Week:       week.New,
	screen.Reviews:    reviews.New,
	screen.Portfolio:  portfolio.New,
	screen.Export:     export.New,
	screen.Readout:    readout.New,
}
