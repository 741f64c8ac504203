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
		line := fmt.Sprintf("Sales execution in the field scores %s of 100, over %s.", whole(*o.Score), many(o.Practices, "practice"))
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
	if b.d.From == plan.FromAsOf && len(b.number) > 0 {
		b.add(b.noStart())
	}
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
	over := fmt.Sprintf("the %d practices", n)
	if n == 1 {
		over = "the one practice"
	}
	return fmt.Sprintf("The blind-spot index is %s: over %s for which both are known, what %s believe lies by so many points, in the weighted mean, "+
		"above what the field shows; a practice that they see too darkly counts as 0.", whole(*b.sc.BlindSpotIndex), over, believers(roles...))
}

// settled counts the actions, and says what is still open: owners without a name, numbers without a baseline.
func (b *builder) settled() []string {
	actions, unnamed, unmeasured := 0, 0, 0
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			actions++
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
		line += fmt.Sprintf(" from %s", period(b.d.Start, b.d.Start.AddDays(90)))
	}
	return []string{
		line + ".", stillOpen(actions, unnamed, "has a named owner", "have a named owner", "owner", "named"),
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

func (b *builder) bottleneck() string {
	f := b.sc.Funnel
	if f == nil || f.Bottleneck == nil {
		return ""
	}
	s := f.Stage(*f.Bottleneck)
	if s == nil {
		return ""
	}
	line := fmt.Sprintf("The bottleneck is %s: ", document.Clean(s.Name))
	if s.Target != nil {
		line += fmt.Sprintf("%s of the decided deals move on, against a target of %s.", shareText(s.ConversionShare, funnel.Few), percent(*s.Target))
	} else {
		line += fmt.Sprintf("%s of the decided deals move on, the fewest of any stage.", shareText(s.ConversionShare, funnel.Few))
	}
	return line
}

// atStake is the bottleneck's value, as a range.
func (b *builder) atStake() string {
	f := b.sc.Funnel
	if f == nil || f.Bottleneck == nil {
		return ""
	}
	s := f.Stage(*f.Bottleneck)
	if s == nil || s.Value == nil || !(s.Value.Base > 0) || f.AnnualWon == nil {
		return ""
	}
	m := func(x float64) string { return money(b.e.Client.Currency, x) }
	return fmt.Sprintf("Closing half of the gap at %s would be worth about %s of won business a year; a quarter of it %s, all of it %s. "+
		"Won from the deals created in the baseline period, a year's worth: %s.", document.Clean(s.Name), m(s.Value.Base), m(s.Value.Low), m(s.Value.High), m(*f.AnnualWon))
}

// measured says what the numbers rest on and what they cannot bear.
func (b *builder) measured() {
	b.add(document.PageBreak{Soft: true})
	b.head(1, "measured", "How this was measured")
	b.add(document.Para{Text: document.Text("Each practice is scored from 0 to 100 through up to four lenses: what " + b.whoBelieves() + " believe, what the people who " +
		"do the work report, what recordings show, and what records and documents show. The field score is the weighted mean of the last three. " +
		"The gap is the distance from there to the target; the blind spot is the distance from belief to field.")})
	b.add(b.lookedAt())
	if l := b.limits(); len(l) > 0 {
		b.add(document.Note{Kind: document.Limit, Title: "What these numbers cannot bear", Text: l})
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
		say("%s with low confidence: one lens and few sources.", many(unsure, "practice"))
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
