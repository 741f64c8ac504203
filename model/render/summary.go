package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
)

// summary is the paragraph for the one who reads nothing else, and what the plan's dates count from.
func (b *builder) summary() {
	var s []string
	o := b.sc.Overall
	if o.Score != nil {
		line := fmt.Sprintf("Sales execution in the field scores %s of 100, over %s.", whole(*o.Score), many(o.Practices, "practice"))
		if i := b.sc.BlindSpotIndex; i != nil {
			line += fmt.Sprintf(" The blind-spot index is %s: by so many points, on average, leaders and managers believe more than the field shows.", whole(*i))
		}
		s = append(s, line)
	} else {
		s = append(s, "Nothing has been scored in the field yet.")
	}
	if line := b.bottleneck(); line != "" {
		s = append(s, line)
	}
	actions := 0
	for _, phase := range plan.Phases() {
		actions += len(b.d.InPhase(phase))
	}
	if actions > 0 {
		line := fmt.Sprintf("The plan has %s", many(actions, "action"))
		if _, ok := b.d.Start.Time(); ok {
			line += fmt.Sprintf(" from %s", period(b.d.Start, b.d.Start.AddDays(90)))
		}
		s = append(s, line+", each with an owner and one number to judge it by.")
	}
	b.add(Para{Text: Text(strings.Join(s, " ")), Lead: true})
	if v := b.atStake(); v != "" {
		b.add(Note{Kind: Info, Title: "What is at stake", Text: [][]Inline{Text(v), Text(formula + " " + funnel.ValueNote)}})
	}
	if b.d.From == plan.FromAsOf && len(b.number) > 0 {
		b.add(Note{Kind: Limit, Title: "Dates", Text: [][]Inline{Text(
			"No start of the plan has been agreed. The dates count from " + day(b.d.Start) + ".")}})
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
	line := fmt.Sprintf("The bottleneck is %s: ", clean(s.Name))
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
		"Won from the deals created in the baseline period, a year's worth: %s.", clean(s.Name), m(s.Value.Base), m(s.Value.Low), m(s.Value.High), m(*f.AnnualWon))
}

// measured says what the numbers rest on and what they cannot bear.
func (b *builder) measured() {
	b.add(PageBreak{})
	b.head(1, "measured", "How this was measured")
	b.add(Para{Text: Text("Each practice is scored from 0 to 100 through up to four lenses: what leaders and managers believe, what the people who " +
		"do the work report, what recordings show, and what records and documents show. The field score is the weighted mean of the last three. " +
		"The gap is the distance from there to the target; the blind spot is the distance from belief to field.")})
	c := b.sc.Coverage
	f := Facts{}
	fact := func(name, text string) { f.Items = append(f.Items, Fact{Name: name, Text: Text(text)}) }
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
		fact("Funnel", fmt.Sprintf("deals created %s: %d won, %d lost, %d open", period(fn.From, fn.To), fn.Won, fn.Lost, fn.Open))
	}
	if b.opt.AsOf != "" {
		fact("As of", day(b.opt.AsOf))
	}
	b.add(f)
	if l := b.limits(); len(l) > 0 {
		b.add(Note{Kind: Limit, Title: "What these numbers cannot bear", Text: l})
	}
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
func (b *builder) limits() [][]Inline {
	var out [][]Inline
	say := func(format string, args ...any) { out = append(out, Text(fmt.Sprintf(format, args...))) }
	c := b.sc.Coverage
	if !c.Calls.Enough {
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
				few = append(few, clean(s.Name))
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
