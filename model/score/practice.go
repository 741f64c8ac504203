package score

import (
	"math"

	"github.com/gapbook/gapbook/model/playbook"
)

// What makes a blind spot clear and a practice contested.
const (
	clearBelieved    = 2
	clearField       = 3
	clearSize        = 25
	contestedSources = 4
	contestedSpread  = 30
)

// practice scores one practice from its observations.
func (s *scope) practice(p playbook.Practice, seen []Observation) Practice {
	r := Practice{Practice: p.ID, Domain: p.Domain, Target: s.target(p), Weight: weightOf(p), Stages: s.byStage(seen)}
	s.measure(&r, seen)
	return r
}

// AtStage is a practice as it was seen at one stage of the pipeline: the same numbers by the same rules, over what carries
// that stage.
// Nothing said in an interview does: at a stage there is what was seen, and no belief to set against it.
func AtStage(pb *playbook.Playbook, p *Practice, stage string) Practice {
	var here []Observation
	for _, o := range p.Observations {
		if o.Stage == stage && stage != "" {
			here = append(here, o)
		}
	}
	r := Practice{Practice: p.Practice, Domain: p.Domain, Target: p.Target, Weight: p.Weight, Stages: []StageScore{}}
	for _, x := range p.Stages {
		if x.Stage == stage {
			r.Stages = append(r.Stages, x)
		}
	}
	(&scope{pb: pb}).measure(&r, here)
	return r
}

// measure gives a practice its numbers; its target is known.
func (s *scope) measure(r *Practice, seen []Observation) {
	sources := sourcesOf(seen)
	r.Lenses, r.Roles, r.Sources, r.Observations = lensesOf(sources, -1), rolesOf(sources), sources, seen
	r.Field = fieldOf(s.pb, r.Lenses)
	if r.Field != nil {
		gap := max(0, r.Target-*r.Field)
		r.Gap = &gap
	}
	r.BlindSpot = blindSpot(r.Lenses, r.Field)
	r.Confidence = confidence(r.Lenses)

	var means []float64
	for _, x := range sources {
		if x.Lens != playbook.Believed {
			means = append(means, x.Mean)
		}
	}
	r.FieldSources, r.Spread = len(means), deviation(means)
	r.Contested = r.FieldSources >= contestedSources && *r.Spread >= contestedSpread-hair
	r.Clear, r.Clarity = s.clarity(*r)
}

// clarity says whether a blind spot would stand without any single source, believed or field.
func (s *scope) clarity(p Practice) (bool, Clarity) {
	c := Clarity{Believed: p.Lenses.Believed.N, Field: p.FieldSources}
	if p.BlindSpot == nil {
		return false, c
	}
	c.Large = math.Abs(*p.BlindSpot) >= clearSize-hair
	type alike struct { // sources of one lens and one mean: leaving out either comes to the same
		lens playbook.Lens
		mean float64
	}
	needed := map[alike]bool{}
	for i, source := range p.Sources {
		like := alike{source.Lens, source.Mean}
		need, tried := needed[like]
		if !tried {
			without := lensesOf(p.Sources, i)
			b := blindSpot(without, fieldOf(s.pb, without))
			need = b == nil || sign(*b) != sign(*p.BlindSpot)
			needed[like] = need
		}
		if need {
			c.Hinges = append(c.Hinges, source)
		}
	}
	return c.Believed >= clearBelieved && c.Field >= clearField && c.Large && len(c.Hinges) == 0, c
}

// confidence is by how many field lenses see the practice, and through how many sources each.
func confidence(lenses Lenses) Confidence {
	seen, three, five := 0, 0, 0
	for _, l := range fieldLenses() {
		n := lenses.Of(l).N
		if n >= 1 {
			seen++
		}
		if n >= 3 {
			three++
		}
		if n >= 5 {
			five++
		}
	}
	switch {
	case three >= 2:
		return High
	case seen >= 2 || five >= 1:
		return Medium
	case seen == 1:
		return Low
	}
	return None
}

// byStage scores the practice at each stage of the pipeline where something was seen. A stage that the pipeline does not
// know has no place in it.
func (s *scope) byStage(seen []Observation) []StageScore {
	out := []StageScore{}
	for _, st := range s.stages {
		var here []Observation
		for _, o := range seen {
			if o.Stage == st.ID {
				here = append(here, o)
			}
		}
		if len(here) == 0 {
			continue
		}
		sources := sourcesOf(here)
		lenses := lensesOf(sources, -1)
		out = append(out, StageScore{Stage: st.ID, Field: fieldOf(s.pb, lenses), N: len(sources), Lenses: lenses})
	}
	return out
}

// target is the engagement's, else the playbook's, else the default. A number that is none counts as not set.
func (s *scope) target(p playbook.Practice) float64 {
	if t, ok := s.e.Targets[p.ID]; ok && finite(t) {
		return t
	}
	if p.Target != nil && finite(*p.Target) {
		return *p.Target
	}
	return playbook.DefaultTarget
}

// weightOf is what a practice counts in its domain and in the whole.
func weightOf(p playbook.Practice) float64 {
	if p.Weight == nil || !finite(*p.Weight) {
		return 1
	}
	return max(0, *p.Weight)
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
