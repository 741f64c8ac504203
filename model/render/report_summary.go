package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// executive is the page for the one who reads nothing else: what was written by hand, then what the numbers say.
func (b *builder) executive() {
	b.open("summary")
	found := []string{b.firstImpression() + b.inTheField(), b.widest(), b.counted()}
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
	steps, what := b.steps()
	say(steps, what...)
	say("How sure this is", b.restsOn(), b.unsure())
	b.add(f)
	if b.has("plan") {
		b.dates()
	}
}

// firstImpression says before any score that there is little under it.
func (b *builder) firstImpression() string {
	low, of := 0, 0
	for _, p := range b.sc.Practices {
		of += boolInt(p.Field != nil)
		low += boolInt(p.Confidence == score.Low)
	}
	if of == 0 || 2*low <= of {
		return ""
	}
	return fmt.Sprintf("This is a first impression, from %s: the confidence is low for %d of %s. ", b.rests(), low, many(of, "score"))
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

func (b *builder) cash(x float64) string { return money(b.e.Client.Currency, x) }

// restsOn counts what was looked at.
func (b *builder) restsOn() string {
	line := "This rests on " + b.rests() + "."
	if c := b.sc.Coverage.Calls; !c.Enough && c.Wanted.Min > 0 {
		line += fmt.Sprintf(" Fewer than %d calls show no pattern: what they show is an example.", c.Wanted.Min)
	}
	return line
}

func (b *builder) rests() string {
	c := b.sc.Coverage
	n := 0
	for _, x := range c.Interviews {
		n += x
	}
	audits := c.Stages.Audited + c.Handoffs.Audited + c.Cadences.Audited
	audited := "audited stages, handoffs and cadences"
	if audits == 1 {
		audited = "audited stage, handoff or cadence"
	}
	return fmt.Sprintf("%s, %s and %d %s", many(n, "interview"), many(c.Calls.Reviewed, "reviewed call"), audits, audited)
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
