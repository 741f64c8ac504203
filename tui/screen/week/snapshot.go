package week

import (
	"fmt"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// askSnapshot offers this week's funnel numbers from the latest snapshot, to be looked at before they are kept.
func (p *Page) askSnapshot() {
	e, today := p.Env.E(), p.Env.Today()
	f := funnel.Later(e, today)
	if f == nil {
		p.Env.Ask(&dialog.Confirm{
			Title: "No snapshot after the baseline", YesLabel: "go to the funnel", NoLabel: "stay",
			Text: "A week's funnel numbers come from an import of the CRM's deals that is newer than the baseline. The funnel imports one.",
			Yes: func() tea.Cmd {
				p.Env.Go(screen.Route{Kind: screen.Funnel})
				return nil
			},
		})
		return
	}
	from := &taken{values: map[string]float64{}, where: map[string]string{}}
	from.from = "the snapshot “" + explain.Or(f.Label, "without a label") + "”"
	if f.From != "" && f.To != "" {
		from.from += fmt.Sprintf(", deals created %s to %s", explain.Day(f.From), explain.Day(f.To))
	}
	numbers := plan.Numbers{Engagement: e, Playbook: p.Env.Now().Playbook, AsOf: today, Snapshot: f}
	var more []string
	for _, i := range p.board.Indicators {
		if !strings.HasPrefix(i.Measure.From, "funnel.") {
			continue
		}
		n := numbers.Baseline(i.Measure.From, plan.Place{Stage: i.Measure.Stage})
		if n.Value == nil || (i.Measure.Stage != "" && n.Stage != i.Measure.Stage) {
			continue // another stage is no stand-in for it
		}
		from.values[i.ID], from.where[i.ID] = rounded(*n.Value, i.In()), n.Where
	}
	if len(from.values) == 0 { // nothing of the funnel is followed yet: what it gives as a whole begins it
		for _, x := range p.Env.Now().Playbook.Indicators {
			if !strings.HasPrefix(x.From, "funnel.") {
				continue
			}
			if n := numbers.Baseline(x.From, plan.Place{}); n.Value != nil && n.Stage == "" {
				from.values[x.ID], from.where[x.ID] = rounded(*n.Value, plan.UnitOf(x.From)), n.Where
				more = append(more, x.ID)
			}
		}
	}
	if len(from.values) == 0 {
		p.Env.Say("the snapshot has none of these numbers")
		return
	}
	slices.Sort(more)
	p.askWeek(p.monday(), from, more...)
}

// rounded is a number as a week is written: a share to a tenth of a percent, else one digit after the point.
func rounded(x float64, unit plan.Unit) float64 {
	if unit == plan.Share {
		return math.Round(1000*x) / 1000
	}
	return math.Round(10*x) / 10
}

// askAnother chooses a number that is not on the page yet, and asks for it.
func (p *Page) askAnother() {
	e := p.Env.E()
	var options []dialog.Option
	add := func(id, detail string) {
		x := p.indicator(id)
		if x == nil {
			y := p.unknown(id)
			options = append(options, dialog.Option{Value: id, Label: y.Label(), Detail: detail})
		}
	}
	for _, x := range p.Env.Now().Playbook.Indicators {
		detail := how(plan.UnitOf(x.From))
		if staged(x.From) {
			for _, s := range e.Stages {
				add(x.ID+"@"+s.ID, detail)
			}
			continue
		}
		add(x.ID, detail)
	}
	if len(options) == 0 {
		p.Env.Say("every number of the playbook is here already")
		return
	}
	p.Env.Ask(&dialog.Choose{Title: "Another number", Options: options, Then: func(id string) tea.Cmd {
		p.askWeek(p.monday(), nil, id)
		return nil
	}})
}

// staged says whether a number is that of one stage.
func staged(from string) bool {
	switch from {
	case "funnel.conversion", "funnel.median_days", "funnel.p90_days", "funnel.slippage":
		return true
	}
	return false
}
