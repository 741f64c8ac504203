package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// summary is the paragraph for the one who reads nothing else, and what the plan's dates count from.
func (b *builder) summary() {
	var s []string
	o := b.sc.Overall
	if o.Score != nil {
		line := b.firstImpression() + fmt.Sprintf("Sales execution in the field scores %s of 100, over %s.", whole(*o.Score), many(o.Practices, "practice"))
		s = append(s, line)
		if line := b.blindSpots(); line != "" {
			s = append(s, line)
		}
	} else {
		s = append(s, "Nothing has been scored in the field yet.")
	}
	if line := b.bottleneck(); line != "" {
		s = append(s, line)
	}
	s = append(s, b.settled()...)
	b.add(document.Para{Text: document.Text(strings.Join(s, " ")), Lead: true})
	if v := b.atStake(); v != "" {
		b.add(document.Note{Kind: document.Info, Title: "What is at stake", Text: [][]document.Inline{document.Text(v), document.Text(formula + " " + funnel.ValueNote)}})
	}
	b.dates()
}

// blindSpots says what the index is made of, and who was asked.
func (b *builder) blindSpots() string {
	if b.sc.BlindSpotIndex == nil {
		return ""
	}
	n := 0
	var roles [][]score.RoleScore
	for _, p := range b.sc.Practices {
		if p.BlindSpot != nil {
			n++
			roles = append(roles, p.Roles)
		}
	}
	over := fmt.Sprintf("On average over the %d practices where both are known", n)
	if n == 1 {
		over = "On the one practice where both are known"
	}
	points := inPoints(*b.sc.BlindSpotIndex)
	return fmt.Sprintf("%s, %s put the score %s above what the field shows: that is the blind-spot index. Where they put it below, it counts 0.",
		over, believers(roles...), points)
}

// settled counts the actions, and says what is still open: owners without a name, numbers without a baseline.
func (b *builder) settled() []string {
	actions, unnamed, unmeasured, done, late := 0, 0, 0, 0, 0
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			actions++
			done += boolInt(b.statusOn(a) == model.ActionDone)
			late += boolInt(b.overdue(a))
			if !b.named(a.Owner) {
				unnamed++
			}
			if a.Metric == nil || a.Metric.Baseline == nil {
				unmeasured++
			}
		}
	}
	if actions == 0 {
		return nil
	}
	line := fmt.Sprintf("The plan has %s", many(actions, "action"))
	if _, ok := b.d.Start.Time(); ok {
		end, last := b.d.Start.AddDays(90), b.d.Start.AddDays(90)
		for _, a := range b.d.Actions {
			if a.Status != model.Dropped && a.Due.After(last) {
				last = a.Due
			}
		}
		line += fmt.Sprintf(" from %s", period(b.d.Start, end))
		if last != end {
			line += ", the last due on " + day(last)
		}
	}
	if done > 0 {
		line += fmt.Sprintf("; %d %s done", done, areIs(done))
	}
	if late > 0 {
		line += fmt.Sprintf("; %d %s overdue", late, areIs(late))
	}
	line += "."
	if len(b.gaps()) == 0 && len(b.d.Added) > 0 {
		line += " No finding stands behind them yet: they are what the method begins with."
	}
	return []string{
		line, stillOpen(actions, unnamed, "has a named owner", "have a named owner", "owner", "named"),
		stillOpen(actions, unmeasured, "has a baseline to judge it by", "have a baseline to judge them by", "baseline", "measured"),
	}
}

// named says whether an owner is somebody rather than a role that is still to become a person.
func (b *builder) named(owner string) bool {
	owner = strings.TrimSpace(owner)
	return b.e.Person(owner) != nil || (owner != "" && !slices.Contains(model.Role("").Values(), owner))
}

func stillOpen(of, open int, has, have, what, done string) string {
	rest := fmt.Sprintf("%s are still to be %s.", many(open, what), done)
	if open == 1 {
		rest = fmt.Sprintf("1 %s is still to be %s.", what, done)
	}
	switch n := of - open; {
	case open == 0 && of == 1:
		return "It " + has + "."
	case open == 0:
		return "All " + have + "."
	case n == 0:
		return upperFirst(rest)
	case n == 1:
		return "1 of them " + has + "; " + rest
	default:
		return fmt.Sprintf("%d of them %s; %s", n, have, rest)
	}
}

const formula = "Value at stake = won in a year × share of the gap closed × (target − conversion) ÷ conversion."

// measured says what the numbers rest on, and their limits.
func (b *builder) measured() {
	b.add(document.PageBreak{Soft: true})
	b.head(1, "measured", "How this was measured")
	b.add(document.Para{Text: document.Text("Each practice is scored from 0 to 100 in up to four ways: what " + b.whoBelieves() + " believe, what the people who " +
		"do the work say, what recorded calls show, and what records and documents show. The field score is the weighted mean of the last three. " +
		"The gap is the distance from there to the target; the blind spot is the distance from belief to field.")})
	b.add(b.lookedAt())
	if l := b.limits(); len(l) > 0 {
		b.add(document.Note{Kind: document.Limit, Title: "Limits of these numbers", Text: l})
	}
}

// lookedAt counts what the numbers rest on.
func (b *builder) lookedAt() document.Facts {
	c := b.sc.Coverage
	f := document.Facts{}
	fact := func(name, text string) {
		f.Items = append(f.Items, document.Fact{Name: name, Text: document.Text(text)})
	}
	part := func(name string, audited, of int) {
		if of > 0 {
			fact(name, fmt.Sprintf("%d of %d", audited, of))
		}
	}
	var who []string
	for _, r := range model.Roles() {
		if n := c.Interviews[r]; n > 0 {
			who = append(who, interviewed(r, n))
		}
	}
	if len(who) > 0 {
		fact("Interviews", strings.Join(who, ", "))
	} else {
		fact("Interviews", "none")
	}
	fact("Calls reviewed", fmt.Sprint(c.Calls.Reviewed))
	part("Stages audited", c.Stages.Audited, c.Stages.Of)
	part("Handoffs audited", c.Handoffs.Audited, c.Handoffs.Of)
	part("Cadences audited", c.Cadences.Audited, c.Cadences.Of)
	if fn := b.sc.Funnel; fn != nil {
		fact("Funnel", "deals created "+period(fn.From, fn.To)+": "+outcomes(fn))
	}
	if b.opt.AsOf != "" {
		fact("As of", day(b.opt.AsOf))
	}
	return f
}

// interviewed counts people of a role. "Rep 4" would be the fourth rep.
func interviewed(r model.Role, n int) string {
	switch r {
	case model.Leader, model.Manager, model.Rep:
		return many(n, string(r))
	}
	return fmt.Sprintf("%d in %s", n, r)
}

// limits are said aloud.
func (b *builder) limits() [][]document.Inline {
	var out [][]document.Inline
	say := func(format string, args ...any) { out = append(out, document.Text(fmt.Sprintf(format, args...))) }
	c := b.sc.Coverage
	if !c.Calls.Enough && c.Calls.Wanted.Min > 0 {
		say("%s reviewed, fewer than %d: too few for a pattern. What calls show here is an example, not a rate.", many(c.Calls.Reviewed, "call"), c.Calls.Wanted.Min)
	}
	unsure, unseen := 0, 0
	for _, p := range b.sc.Practices {
		switch p.Confidence {
		case "low":
			unsure++
		case "none":
			unseen++
		}
	}
	if unsure > 0 {
		say("%s with low confidence: few sources, all of one kind.", many(unsure, "practice"))
	}
	if unseen > 0 {
		say("%s could not be scored in the field.", many(unseen, "practice"))
	}
	if f := b.sc.Funnel; f == nil {
		say("There is no funnel from the CRM, so nothing is said about value.")
	} else {
		var few []string
		for _, s := range f.Stages {
			if s.Few {
				few = append(few, document.Clean(s.Name))
			}
		}
		if len(few) > 0 {
			say("Fewer than %d decided deals at %s: no value is given there.", funnel.Few, list(few))
		}
		say("Value at stake assumes that the deals which would move on are like those that do. It is an order of magnitude, not a forecast.")
	}
	if !b.opt.Names && len(b.e.People) > 0 {
		say("People are shown by role and number; an owner by job title where only one person holds it.")
	}
	return out
}
