package scores

import (
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// why is a card with all that its numbers rest on: the face first, then how sure it is, the formulas with the numbers put
// in, and every source.
func (p *Page) why(c *card.Card) []explain.Item {
	if c == nil {
		return []explain.Item{{Text: "This practice is no longer in the playbook."}}
	}
	t, x := p.Env.Style, &c.Score
	out := p.face(c)
	say := func(text string) { out = append(out, explain.Item{Text: text}) }
	out = append(out, explain.Item{Head: true, Text: "How sure that is"})
	say(sure(x))
	say(clear(x))
	say(contested(c))
	out = append(out, explain.Item{Head: true, Text: "How the numbers come about"})
	if c.Why != "" {
		out = append(out, explain.Item{Text: c.Why, Look: &t.Dim})
	}
	for _, s := range p.formulas(x) {
		say(s)
	}
	for _, v := range c.Voices {
		out = append(out, p.sources(c, v)...)
	}
	return append(out, findings(c)...)
}

// formulas are gap, field and blind spot in words, with the numbers put in.
func (p *Page) formulas(x *score.Practice) []string {
	var out []string
	pb := p.Env.Now().Playbook
	if x.Field == nil {
		out = append(out, "Field: nothing reported, observed or recorded yet, so there is no field score, no gap and no blind spot: too few to say.")
	} else {
		var parts []string
		weights := 0.0
		for _, l := range playbook.Lenses() {
			if s := x.Lenses.Of(l); l != playbook.Believed && s.Score != nil && pb.LensWeight(l) > 0 {
				parts = append(parts, fmt.Sprintf("%s × %s %s", explain.Tenths(pb.LensWeight(l)), l, explain.Tenths(*s.Score)))
				weights += pb.LensWeight(l)
			}
		}
		out = append(out, fmt.Sprintf("Field %s = (%s) / %s, the lenses that saw something under their weights.",
			explain.Tenths(*x.Field), strings.Join(parts, " + "), explain.Tenths(weights)))
		from := "from the playbook"
		if _, ok := p.Env.E().Targets[x.Practice]; ok {
			from = "set for this client"
		} else if pr := pb.Practice(x.Practice); pr == nil || pr.Target == nil {
			from = "the default"
		}
		if *x.Gap > 0 {
			out = append(out, fmt.Sprintf("Gap %s = target %s − field %s. The target is %s.",
				explain.Tenths(*x.Gap), explain.Tenths(x.Target), explain.Tenths(*x.Field), from))
		} else {
			out = append(out, fmt.Sprintf("Gap 0: the field score %s is at or above the target %s, %s.",
				explain.Tenths(*x.Field), explain.Tenths(x.Target), from))
		}
	}
	switch {
	case x.BlindSpot != nil:
		out = append(out, fmt.Sprintf("Blind spot %s = believed %s − field %s.", explain.SignedTenths(*x.BlindSpot),
			explain.Tenths(*x.Lenses.Believed.Score), explain.Tenths(*x.Field)))
		if *x.BlindSpot < 0 {
			out = append(out, "It is below 0: a strength that leaders do not see.")
		}
	case x.Field != nil && p.open.stage != "":
		out = append(out, "Blind spot: belief is about all stages, so none can be said of one.")
	case x.Field != nil:
		out = append(out, "Blind spot: no leader or manager has been asked, so belief cannot be set against the field.")
	}
	return append(out, "A lens is the mean over its sources, and a source the mean of its own ratings: one talkative person is one voice. "+
		"A rating of 0 to 4 counts 25 a step; yes 100, partly 50, no 0; a sample met / of.")
}

// sure says why the confidence is what it is.
func sure(x *score.Practice) string {
	var seen []string
	for _, l := range playbook.Lenses() {
		if n := x.Lenses.Of(l).N; l != playbook.Believed && n > 0 {
			seen = append(seen, fmt.Sprintf("%s %d", l, n))
		}
	}
	if x.Confidence == score.None {
		return "Confidence none: no field observations."
	}
	rule := map[score.Confidence]string{
		score.High:   "two or more of what is said, calls and records have 3 or more sources each",
		score.Medium: "two of what is said, calls and records speak of it, or one with 5 or more sources; high needs two with 3 or more each",
		score.Low:    "only one of what is said, calls and records speaks of it, with fewer than 5 sources; medium needs a second, or 5 sources",
	}[x.Confidence]
	return fmt.Sprintf("Confidence %s (sources: %s): %s.", x.Confidence, explain.List(seen), rule)
}

// clear says why a blind spot is clear, or what it lacks.
func clear(x *score.Practice) string {
	c := x.Clarity
	if x.BlindSpot == nil {
		return "No blind spot can be said: it needs both belief and field."
	}
	if x.Clear {
		return fmt.Sprintf("The blind spot is clear: %d believed sources (2 needed), %d field sources (3 needed), 25 or more, and its sign holds whichever one source is left out.",
			c.Believed, c.Field)
	}
	var lacks []string
	if c.Believed < 2 {
		lacks = append(lacks, fmt.Sprintf("%s of belief, 2 are needed", explain.Count(c.Believed, "source", "sources")))
	}
	if c.Field < 3 {
		lacks = append(lacks, fmt.Sprintf("%s in the field, 3 are needed", explain.Count(c.Field, "source", "sources")))
	}
	if !c.Large {
		lacks = append(lacks, fmt.Sprintf("%s is less than 25 either way", explain.Tenths(math.Abs(*x.BlindSpot))))
	}
	if n := len(c.Hinges); n > 0 {
		var who []string
		for i, s := range c.Hinges {
			if i == 3 && n > 4 {
				who = append(who, fmt.Sprintf("%d others", n-3))
				break
			}
			who = append(who, s.Who)
		}
		lacks = append(lacks, "without "+strings.Join(who, " or without ")+" its sign would not hold")
	}
	return "The blind spot is a first sign, not clear: " + strings.Join(lacks, "; ") + "."
}

func contested(c *card.Card) string {
	x, s := &c.Score, c.Spread
	if s.Sources < 2 {
		return "Contested: too few to say; one source cannot disagree with itself."
	}
	spread := fmt.Sprintf("the %d field sources lie from %s to %s, standard deviation %s", s.Sources, explain.Whole(*s.Lowest),
		explain.Whole(*s.Highest), explain.Tenths(*s.Deviation))
	switch {
	case x.Contested:
		return "Contested: " + spread + "; 30 or more with 4 or more sources is contested."
	case s.Sources < 4:
		return "Contested: too few to say, 4 field sources are needed; " + spread + "."
	}
	return "Not contested: " + spread + "; it takes 30."
}
