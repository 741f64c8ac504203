package funnel

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// whyStage explains a stage: its counts, each formula with the numbers put in, and what was found there.
func (p *Page) whyStage(id string) []explain.Item {
	t, r := p.Env.Style, p.shown()
	s := r.Stage(id)
	if s == nil {
		return []explain.Item{{Text: "This stage is not in the snapshot."}}
	}
	var out []explain.Item
	head := func(text string) { out = append(out, explain.Item{Head: true, Text: text}) }
	say := func(text string) { out = append(out, explain.Item{Text: text}) }
	head(s.Name + " in " + label(r))
	say(fmt.Sprintf("Reached by %s: %d went on, %s lost here, %s still open. A skipped stage counts as reached.",
		explain.Count(s.Reached, "deal", "deals"), s.Advanced, explain.Count(s.Lost, "was", "were"), explain.Count(s.Open, "is", "are")))
	say("Goes on: " + explain.Share(s.ConversionShare, funnel.Few) + " of the decided ones; open deals are in neither.")
	switch {
	case s.MedianDays == nil:
		say("Days in stage: not known; the export had no stage history.")
	case s.P90Days == nil:
		say(fmt.Sprintf("Days in stage: median %s.", explain.Tenths(*s.MedianDays)))
	default:
		say(fmt.Sprintf("Days in stage: median %s, one in ten stayed %s or longer.", explain.Tenths(*s.MedianDays), explain.Tenths(*s.P90Days)))
	}
	if s.StallDays != nil {
		say(fmt.Sprintf("Stalled from %s days: three in four moved on sooner.", explain.Tenths(*s.StallDays)))
	}
	if s.SlippageShare != nil {
		say("Close date moved to a later month: " + explain.Share(s.SlippageShare, 10) + ".")
	}
	head("Value at stake in a year")
	for _, x := range p.stake(r, s) {
		say(x)
	}
	head("Bottleneck")
	say(p.bottleneck(r))
	var notes []string
	if r.Note != "" {
		notes = append(notes, r.Note)
	}
	if f := p.snapshot(); f != nil {
		if p.at > 0 {
			notes = append(notes, fmt.Sprintf("Findings and plan rest on the first snapshot, %s; this is another.", label(p.results[0])))
		}
		notes = append(notes, f.Notes...)
		if f.Source != nil {
			notes = append(notes, fmt.Sprintf("From %s, %d rows, imported %s.", explain.Or(f.Source.File, "an unnamed file"), f.Source.Rows, f.Source.Imported))
		}
	}
	if len(notes) > 0 {
		head("About this snapshot")
		for _, n := range notes {
			out = append(out, explain.Item{Text: n, Look: &t.Dim})
		}
	}
	first := true
	for _, f := range p.Env.E().Findings {
		if f.Stage != id || f.Status == model.Dismissed {
			continue
		}
		if first {
			head("Findings at this stage")
			first = false
		}
		out = append(out, explain.Item{Text: f.Label(), Link: screen.Route{Kind: screen.Finding, ID: f.ID}})
	}
	return out
}

// stake is the value at stake with its formula, or why there is none.
func (p *Page) stake(r *funnel.Result, s *funnel.Stage) []string {
	switch {
	case s.Few:
		return []string{fmt.Sprintf("None is said: %d deals are decided here, fewer than %d.", s.Advanced+s.Lost, funnel.Few)}
	case s.Target == nil:
		return []string{"None: the stage has no target conversion. Set one on the page of deal stages."}
	case r.AnnualWon == nil:
		return []string{"None: the won amount or the period of the snapshot is not known."}
	case s.Value == nil:
		return []string{"None: nothing went on from here, so there is nothing to scale up."}
	case s.Value.High == 0:
		return []string{fmt.Sprintf("Nothing: at %s the conversion reaches its target of %s.", explain.Percent(*s.Conversion), explain.Percent(*s.Target))}
	}
	cur := p.currency()
	formula := func(name string, part int, v float64) string {
		return fmt.Sprintf("%s %s = annual won %s × %d%% × (target %s − %s) / %s", name, explain.Amount(cur, v), explain.Amount("", *r.AnnualWon),
			part, percent1(*s.Target), percent1(*s.Conversion), percent1(*s.Conversion))
	}
	out := []string{formula("Low", 25, s.Value.Low), formula("Base", 50, s.Value.Base), formula("High", 100, s.Value.High)}
	out = append(out, "The shares are how much of the gap to the target is closed.")
	if f := p.snapshot(); f != nil && f.WonAmount != nil && r.Days > 0 {
		out = append(out, fmt.Sprintf("Annual won %s = won %s × 365 / %d days: won from the deals created in the period, a year's worth.",
			explain.Amount(cur, *r.AnnualWon), explain.Amount("", *f.WonAmount), r.Days))
	}
	if s := r.YearDoubt(); s != "" {
		out = append(out, "The annual won is "+s+".")
	}
	return append(out, funnel.ValueNote)
}

func percent1(x float64) string { return explain.Tenths(100*x) + "%" }

// bottleneck says where it is and why, and sets it against the busiest stage.
func (p *Page) bottleneck(r *funnel.Result) string {
	busy := ""
	if b := p.find(r, r.Busiest); b != nil {
		busy = fmt.Sprintf(" Busiest is %s with %s; ", b.Name, explain.Count(b.Open, "open deal", "open deals"))
		if r.Bottleneck != nil && *r.Bottleneck == b.Stage {
			busy += "here both are the same stage."
		} else {
			busy += "busy is not where most is lost."
		}
	}
	s := p.find(r, r.Bottleneck)
	switch {
	case s == nil:
		return "No stage can be called the bottleneck: none has a value at stake above 0, or all have few decided deals." + busy
	case s.Value != nil && s.Value.Base > 0:
		return fmt.Sprintf("%s: closing half its gap to target is worth %s a year (base), more than at any other stage.",
			s.Name, explain.Money(p.currency(), s.Value.Base)) + busy
	}
	return fmt.Sprintf("%s: no stage has a target, so the lowest conversion stands for it (%s).", s.Name, explain.Percent(*s.Conversion)) + busy
}

func (p *Page) find(r *funnel.Result, id *string) *funnel.Stage {
	if id == nil {
		return nil
	}
	return r.Stage(*id)
}
