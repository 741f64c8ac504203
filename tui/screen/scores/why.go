package scores

import (
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// why explains a practice: the formulas with the numbers put in, then everything they rest on.
func (p *Page) why(x *score.Practice) []explain.Item {
	if x == nil {
		return []explain.Item{{Text: "This practice is no longer in the playbook."}}
	}
	t := p.Env.Style
	var out []explain.Item
	say := func(text string) { out = append(out, explain.Item{Text: text}) }
	if pr := p.Env.Now().Playbook.Practice(x.Practice); pr != nil && pr.Why != "" {
		out = append(out, explain.Item{Text: pr.Why, Look: &t.Dim})
	}
	out = append(out, explain.Item{Head: true, Text: "How the numbers come about"})
	for _, s := range p.formulas(x) {
		say(s)
	}
	out = append(out, explain.Item{Head: true, Text: "How sure that is"})
	say(sure(x))
	say(clear(x))
	say(contested(x))
	if len(x.Roles) > 0 {
		out = append(out, explain.Item{Head: true, Text: "Roles apart"})
		for _, r := range x.Roles {
			say(roleLine(r))
		}
	}
	out = append(out, p.voices(x)...)
	for _, l := range playbook.Lenses() {
		out = append(out, p.lens(x, l)...)
	}
	return append(out, p.findings(x)...)
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
		score.High:   "two or more field lenses with 3 or more sources each",
		score.Medium: "two field lenses, or one with 5 or more sources; high needs two with 3 or more each",
		score.Low:    "one field lens with fewer than 5 sources; medium needs a second lens, or 5 sources",
	}[x.Confidence]
	return fmt.Sprintf("Confidence %s (sources: %s): %s.", x.Confidence, explain.List(seen), rule)
}

// clear says why a blind spot is clear, or what it lacks.
func clear(x *score.Practice) string {
	c := x.Clarity
	if x.BlindSpot == nil {
		return "No blind spot can be said: it needs belief and field."
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

func contested(x *score.Practice) string {
	switch {
	case x.Spread == nil:
		return "Contested: too few to say; one source cannot disagree with itself."
	case x.Contested:
		return fmt.Sprintf("Contested: the means of the %d field sources spread by %s (standard deviation); 30 or more with 4 or more sources is contested.", x.FieldSources, explain.Tenths(*x.Spread))
	case x.FieldSources < 4:
		return fmt.Sprintf("Contested: too few to say, %d of the 4 field sources that this needs (spread %s).", x.FieldSources, explain.Tenths(*x.Spread))
	}
	return fmt.Sprintf("Not contested: the means of the %d field sources spread by %s; it takes 30.", x.FieldSources, explain.Tenths(*x.Spread))
}

func roleLine(r score.RoleScore) string {
	s := fmt.Sprintf("%s %s (n %d), counted as %s", roleName(r.Role), explain.Points(r.Score), r.N, r.Lens)
	if r.N == 1 {
		s += ": one voice, too few to say"
	}
	return s
}

func roleName(r model.Role) string {
	names := map[model.Role]string{
		model.Leader: "Leaders", model.Manager: "Managers", model.Rep: "Reps", model.Marketing: "Marketing",
		model.Delivery: "Delivery", model.Ops: "Operations",
	}
	return explain.Or(names[r], roleOf(r))
}

// lens lists every source seen through a lens, and under each its ratings with the words that were noted.
func (p *Page) lens(x *score.Practice, l playbook.Lens) []explain.Item {
	t, s := p.Env.Style, x.Lenses.Of(l)
	head := fmt.Sprintf("%s %s: nothing yet", style.Lens(string(l)), strings.ToUpper(string(l[:1]))+string(l[1:]))
	if s.Score != nil {
		head = fmt.Sprintf("%s %s %s, mean of %s", style.Lens(string(l)), strings.ToUpper(string(l[:1]))+string(l[1:]),
			explain.Tenths(*s.Score), explain.Count(s.N, "source", "sources"))
	}
	out := []explain.Item{{Head: true, Text: head}}
	for _, src := range x.Sources {
		if src.Lens != l {
			continue
		}
		who := explain.Or(src.Who, src.ID)
		if src.Kind == score.PersonSource {
			who += ", " + roleOf(src.Role)
		}
		mean := explain.Tenths(src.Mean)
		if src.N > 1 {
			mean += fmt.Sprintf(", mean of %d ratings", src.N)
		}
		out = append(out, explain.Item{Text: who + ": " + mean, Look: &t.Strong})
		for _, o := range x.Observations {
			if o.Kind != src.Kind || o.Source != src.ID || o.Lens != l {
				continue
			}
			text := fmt.Sprintf("%s = %s  %s", o.From, explain.Tenths(o.Value), explain.Or(o.Label, o.Item))
			if o.Stage != "" && o.Kind == score.CallSource {
				text += "  (" + p.stage(o.Stage) + ")"
			}
			out = append(out, explain.Item{Text: text, Indent: 2, Link: route(o)})
			if note, look := p.excerpt(o); note != "" {
				out = append(out, explain.Item{Text: note, Indent: 4, Look: look})
			}
		}
	}
	return out
}

// findings are those made of this practice.
func (p *Page) findings(x *score.Practice) []explain.Item {
	var out []explain.Item
	for _, f := range p.Env.E().Findings {
		if f.Practice == x.Practice && f.Status != model.Dismissed {
			if out == nil {
				out = append(out, explain.Item{Head: true, Text: "Findings on this practice"})
			}
			out = append(out, explain.Item{Text: f.Label(), Link: screen.Route{Kind: screen.Finding, ID: f.ID}})
		}
	}
	return out
}
