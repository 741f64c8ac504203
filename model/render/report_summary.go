package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// executive is the page for the one who reads nothing else: what was written by hand, then what the numbers say.
func (b *builder) executive() {
	b.open("summary")
	found := []string{b.inTheField(), b.widest(), b.counted()}
	if r := b.e.Readout; r != nil && strings.TrimSpace(r.Summary) != "" {
		b.add(b.markdown(r.Summary, 2)...)
	} else {
		b.add(document.Para{Text: document.Text(found[0] + " " + found[1]), Lead: true})
		found = found[2:]
	}
	var f document.Facts
	say := func(name string, sentences ...string) {
		sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
		if len(sentences) > 0 {
			f.Items = append(f.Items, document.Fact{Name: name, Text: document.Text(strings.Join(sentences, " "))})
		}
	}
	say("What we found", found...)
	say("What it costs", b.costs()...)
	say("What to do first", b.firstSteps()...)
	say("How sure this is", b.restsOn(), b.unsure())
	b.add(f)
	if b.d.From == plan.FromAsOf && len(b.number) > 0 && b.has("plan") {
		b.add(b.noStart())
	}
}

func (b *builder) inTheField() string {
	o := b.sc.Overall
	if o.Score == nil {
		return "Nothing has been scored in the field yet."
	}
	return fmt.Sprintf("In the field, sales execution scores %s of 100 over %s.", whole(*o.Score), many(o.Practices, "practice"))
}

// widest names the widest blind spot, a clear one where there is one.
func (b *builder) widest() string {
	var best, unseen *score.Practice
	clear, both, better := 0, 0, 0
	for i := range b.sc.Practices {
		p := &b.sc.Practices[i]
		if p.BlindSpot == nil {
			continue
		}
		both++
		if *p.BlindSpot <= 0 {
			if p.Clear {
				if better++; unseen == nil || *p.BlindSpot < *unseen.BlindSpot {
					unseen = p
				}
			}
			continue
		}
		if p.Clear {
			clear++
		}
		if best == nil || (p.Clear && !best.Clear) || (p.Clear == best.Clear && *p.BlindSpot > *best.BlindSpot) {
			best = p
		}
	}
	switch {
	case both == 0:
		return "Belief and field are not yet known of the same practice, so nothing is said about blind spots."
	case best == nil || whole(*best.BlindSpot) == "0":
		return "Nowhere do those who lead believe more than the field shows."
	}
	gap := fmt.Sprintf("%s put it at %s, the field shows %s.", believers(best.Roles), whole(*best.Lenses.Believed.Score), whole(*best.Field))
	if unseen != nil {
		gap += fmt.Sprintf(" The other way round, %s better than is believed, most of all “%s”.", areOf(better, "practice"), b.practiceName(unseen.Practice))
	}
	switch {
	case clear == 0:
		return fmt.Sprintf("No blind spot is clear yet. The widest first sign is “%s”: %s", b.practiceName(best.Practice), gap)
	case clear == 1:
		return fmt.Sprintf("One blind spot is clear, “%s”: %s", b.practiceName(best.Practice), gap)
	}
	return fmt.Sprintf("%s are clear. The widest is “%s”: %s", many(clear, "blind spot"), b.practiceName(best.Practice), gap)
}

func areOf(n int, one string) string {
	if n == 1 {
		return "one " + one + " is"
	}
	return fmt.Sprintf("%d %ss are", n, one)
}

// counted says how many gaps and strengths there are, and which comes first.
func (b *builder) counted() string {
	gaps, strengths, quick := b.gaps(), 0, 0
	for _, s := range b.sc.Findings {
		if !s.Gap {
			strengths++
		}
		if s.Quadrant != nil && *s.Quadrant == score.QuickWin {
			quick++
		}
	}
	if len(gaps) == 0 && strengths == 0 {
		return "No finding is written down yet."
	}
	what := many(len(gaps), "gap")
	if strengths > 0 {
		what += " and " + many(strengths, "strength")
	}
	verb := "were"
	if len(gaps)+strengths == 1 {
		verb = "was"
	}
	line := fmt.Sprintf("%s %s found.", upperFirst(what), verb)
	switch {
	case quick == 1:
		line += " One gap is a quick win: high impact, easy to close."
	case quick > 1:
		line += fmt.Sprintf(" %d gaps are quick wins: high impact, easy to close.", quick)
	}
	if len(gaps) > 0 {
		line += fmt.Sprintf(" First in order: “%s”.", strings.TrimRight(b.people.say(b.look.findings[gaps[0].ID].Label()), "."))
	}
	return line
}

// costs is the bottleneck with its value at stake, or why there is none.
func (b *builder) costs() []string {
	f := b.sc.Funnel
	if f == nil {
		return []string{"There is no funnel from the CRM yet, so nothing is said about what the gaps cost."}
	}
	s := f.Stage(deref(f.Bottleneck))
	if s == nil {
		return []string{"No stage is short of its target on enough decided deals, so the funnel names no bottleneck and no value at stake."}
	}
	out := []string{b.bottleneck()}
	if s.Value != nil && s.Value.Base > 0 {
		out = append(out, fmt.Sprintf("Closing half of that gap would be worth about %s of won business a year, from %s for a quarter of it to %s for all of it.",
			b.cash(s.Value.Base), b.cash(s.Value.Low), b.cash(s.Value.High)))
	}
	return out
}

func (b *builder) cash(x float64) string { return money(b.e.Client.Currency, x) }

// firstSteps are up to three actions still to be done: of the first phase that has any, those that the order of findings puts first.
func (b *builder) firstSteps() []string {
	for _, phase := range plan.Phases() {
		todo := slices.DeleteFunc(b.d.InPhase(phase), func(a model.Action) bool { return a.Status == model.ActionDone })
		if len(todo) == 0 {
			continue
		}
		rank := func(a model.Action) int {
			if r := b.d.Reasons[a.ID]; len(r.Practices) > 0 {
				return r.Practices[0].Rank
			}
			return 1 << 20
		}
		slices.SortStableFunc(todo, func(x, y model.Action) int { return rank(x) - rank(y) })
		todo = todo[:min(3, len(todo))]
		slices.SortStableFunc(todo, func(x, y model.Action) int { return strings.Compare(string(x.Due), string(y.Due)) })
		var steps []string
		for _, a := range todo {
			step := fmt.Sprintf("“%s” (%s", strings.TrimRight(b.title(a), "."), b.owner(a))
			if a.Due != "" {
				step += ", by " + strings.ReplaceAll(b.dueDay(a.Due), "\u00A0", " ")
			}
			steps = append(steps, step+")")
		}
		lead := fmt.Sprintf("In days %s: ", plan.Span(phase))
		out := []string{lead + list(steps) + "."}
		return append(out, b.settled()...)
	}
	if len(b.number) > 0 {
		return []string{"Every action of the plan is done."}
	}
	return []string{"There is no action in the plan yet."}
}

// restsOn counts what was looked at.
func (b *builder) restsOn() string {
	c := b.sc.Coverage
	n := 0
	for _, x := range c.Interviews {
		n += x
	}
	audits := c.Stages.Audited + c.Handoffs.Audited + c.Cadences.Audited
	line := fmt.Sprintf("This rests on %s, %s and %s.", many(n, "interview"), many(c.Calls.Reviewed, "reviewed call"), many(audits, "audited stage, handoff or cadence"))
	if audits != 1 {
		line = strings.Replace(line, "audited stage, handoff or cadences", "audited stages, handoffs and cadences", 1)
	}
	if !c.Calls.Enough && c.Calls.Wanted.Min > 0 {
		line += fmt.Sprintf(" Fewer than %d calls show no pattern: what they show is an example.", c.Calls.Wanted.Min)
	}
	return line
}

// unsure counts the practices that few sources or no source speak of.
func (b *builder) unsure() string {
	low, none := 0, 0
	for _, p := range b.sc.Practices {
		switch p.Confidence {
		case score.Low:
			low++
		case score.None:
			none++
		}
	}
	var parts []string
	if low > 0 {
		parts = append(parts, many(low, "practice")+" with low confidence")
	}
	if none > 0 {
		parts = append(parts, many(none, "practice")+" not scored in the field")
	}
	if len(parts) == 0 {
		return ""
	}
	return upperFirst(list(parts)) + "."
}

func (b *builder) noStart() document.Note {
	return document.Note{Kind: document.Limit, Title: "Dates", Text: [][]document.Inline{document.Text(
		"No start of the plan has been agreed. The dates count from " + day(b.d.Start) + ".")}}
}
