// Package card sets what is said against what is done: for one practice, and one stage of it if wanted, what leaders say,
// what reps say, what calls show and what the records show, each with its number and the words that say it best, and the
// sources under every number. It is pure: same engagement, same card. It imports model, model/playbook and model/score,
// and never a screen or a way to write; people are named, and it is for whoever shows a card to protect them.
package card

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Options choose what is on a card.
type Options struct {
	Stage    string // only what was seen at this stage; absent: everything
	NoQuotes bool   // no verbatim words
}

// Card is one practice, seen from four sides.
type Card struct {
	Practice string
	Name     string // of the practice, in the playbook's words
	Why      string // why it matters, in the playbook's words
	Stage    string // absent: all of it

	Score    score.Practice // its numbers; at a stage those of the stage
	Voices   []Voice        // believed, reported, observed, recorded: always all four
	Spread   Spread
	Sources  []Source // under every number, lens by lens, each in file order
	Findings []Finding
}

// Voice is what is seen through one lens.
type Voice struct {
	Lens  playbook.Lens
	Score *float64
	N     int               // sources
	Roles []score.RoleScore // who said it, where people did: leaders and managers apart
	Words *Words            // what says it best; nil where nothing may be shown
}

// Words are one line of a note, and where it stands.
type Words struct {
	Text  string
	Quote bool // said in these very words; else noted by the consultant
	Heard bool // it stands in the call's own note, at a time, and not beside the answer
	At    model.Clock
	Date  model.Date // of the interview, call or audit
	From  Rating
}

// Spread is how far the field's sources lie apart, each by its own mean.
type Spread struct {
	Sources   int
	Lowest    *float64
	Highest   *float64
	Deviation *float64 // sample standard deviation; from 2 sources on
}

// Source is a person, call or audit with its ratings.
type Source struct {
	score.Source
	Quotable bool // the person, or the call's rep, may be quoted outside
	Ratings  []Rating
}

// Rating is one rating of a source, with all that was noted beside it.
type Rating struct {
	score.Observation
	Note  string
	Heard string // of a call: the lines of its own note that are stamped within seconds of the answer
}

// Finding is one made on the practice; at a stage those of the stage, and of none.
type Finding struct {
	ID       string
	Title    string
	Gap      bool // else a strength
	Stage    string
	Priority *int
}

// Build makes the card of a practice; nil when there is no such practice. An engagement newer than its scores gives a card
// all the same: notes that are no longer where they were are left out.
func Build(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, practice string, opt Options) *Card {
	p := sc.Practice(practice)
	if p == nil || e == nil || pb == nil {
		return nil
	}
	c := &Card{Practice: practice, Name: practice, Stage: opt.Stage, Score: *p}
	if x := pb.Practice(practice); x != nil {
		c.Why = x.Why
		if x.Name != "" {
			c.Name = x.Name
		}
	}
	if opt.Stage != "" {
		c.Score = score.AtStage(pb, p, opt.Stage)
	}
	n := newNotes(e, opt)
	c.Sources = sources(&c.Score, n)
	for _, l := range playbook.Lenses() {
		c.Voices = append(c.Voices, c.voice(l, n))
	}
	c.Spread = spread(&c.Score)
	c.Findings = findings(e, sc, practice, opt.Stage)
	return c
}

// Voice is the one of a lens.
func (c *Card) Voice(l playbook.Lens) Voice {
	for _, v := range c.Voices {
		if v.Lens == l {
			return v
		}
	}
	return Voice{Lens: l}
}

func (c *Card) voice(l playbook.Lens, n *notes) Voice {
	s := c.Score.Lenses.Of(l)
	v := Voice{Lens: l, Score: s.Score, N: s.N}
	for _, r := range c.Score.Roles {
		if r.Lens == l {
			v.Roles = append(v.Roles, r)
		}
	}
	from, high := c.side(l)
	v.Words = strongest(c.ratings(l), from, high, n)
	return v
}

// ratings are those seen through a lens, in file order: interviews, calls, audits.
func (c *Card) ratings(l playbook.Lens) []Rating {
	var out []Rating
	for _, s := range c.Sources {
		if s.Lens == l {
			out = append(out, s.Ratings...)
		}
	}
	return out
}

// side says on which side of what it disagrees with a lens stands: belief against the field, a field lens against belief,
// either against the target where the other is not known. Where they agree, belief speaks for high and the field for low.
func (c *Card) side(l playbook.Lens) (from float64, high bool) {
	own, other := c.Score.Lenses.Of(l).Score, c.Score.Lenses.Believed.Score
	if l == playbook.Believed {
		other = c.Score.Field
	}
	if other == nil {
		other = &c.Score.Target
	}
	if own == nil || *own == *other {
		return *other, l == playbook.Believed
	}
	return *other, *own > *other
}

func sources(p *score.Practice, n *notes) []Source {
	var out []Source
	for _, s := range p.Sources {
		x := Source{Source: s}
		for _, o := range p.Observations {
			if o.Of(s) {
				person, _ := n.of(o)
				x.Quotable = n.quotable(person)
				x.Ratings = append(x.Ratings, n.rating(o))
			}
		}
		out = append(out, x)
	}
	return out
}

func spread(p *score.Practice) Spread {
	x := Spread{Sources: p.FieldSources, Deviation: p.Spread}
	for i := range p.Sources {
		s := &p.Sources[i]
		if s.Lens == playbook.Believed {
			continue
		}
		if x.Lowest == nil || s.Mean < *x.Lowest {
			x.Lowest = &s.Mean
		}
		if x.Highest == nil || s.Mean > *x.Highest {
			x.Highest = &s.Mean
		}
	}
	return x
}

func findings(e *model.Engagement, sc *score.Result, practice, stage string) []Finding {
	var out []Finding
	for _, s := range sc.Findings {
		if s.Practice != practice || (stage != "" && s.Stage != "" && s.Stage != stage) {
			continue
		}
		if f := e.Finding(s.ID); f != nil {
			out = append(out, Finding{s.ID, f.Label(), s.Gap, s.Stage, s.Priority})
		}
	}
	return out
}
