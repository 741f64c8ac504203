package crm

import (
	"cmp"
	"math"
	"slices"
)

// complete adds to a deal's events what their rows say of other times: the stage before the first change, a stage that was
// left without having been entered, the close date before its first edit, the stage today. born says that the creation day
// is known.
func (c *collector) complete(p *past, born bool) {
	if len(p.events) == 0 {
		return
	}
	c.untie(p)
	p.firstClose()
	if len(p.events) == 0 {
		return
	}
	c.departures(p, born)
	last := p.events[len(p.events)-1]
	switch today := p.today(); {
	case today == 0:
	case !slices.ContainsFunc(p.events, func(e entry) bool { return e.stage > 0 }):
		e := blankEntry(today, p.events[0].when)
		e.close, e.bits = p.firstKnown, untimed|last.bits&outcomeBits
		p.events = slices.Insert(p.events, 0, e)
	case last.bits&anyOrder != 0 && last.now > 0 && last.stage != last.now:
		e := blankEntry(last.now, never.at(0))
		e.bits = untimed | last.bits&outcomeBits
		p.events = append(p.events, e)
	}
}

func blankEntry(stage uint16, when stamp) entry {
	return entry{stage: stage, when: when, amount: math.NaN()}
}

// today is the present stage that the history or a list beside it names.
func (p *past) today() uint16 {
	if len(p.list) > 0 && p.now == 0 {
		return p.list[len(p.list)-1].stage
	}
	return p.now
}

// firstClose finds the close date that was valid before the first edit of it, and drops the entries that hold nothing but
// such dates.
func (p *past) firstClose() {
	p.firstKnown = p.events[0].close
	for i, e := range p.events {
		if e.created == before {
			if p.firstKnown = e.close; i > 0 {
				p.events[0].close = e.close
			}
			break
		}
		if e.close > 0 {
			break
		}
	}
	p.events = slices.DeleteFunc(p.events, func(e entry) bool { return e.created == before })
}

// departures adds the stages that were left without having been entered: the first one, which the deal was created in, and
// those of which the rows are missing.
func (c *collector) departures(p *past, born bool) {
	at := uint16(0)
	for i := 0; i < len(p.events); i++ {
		e := p.events[i]
		if e.from > 0 && e.from != at {
			add := blankEntry(e.from, e.when)
			add.bits = untimed
			where := i
			if at == 0 {
				where = 0
				first := p.events[0]
				add.close, add.when = p.firstKnown, first.when
				if day := p.created.at(0); born && day <= first.when {
					add.when, add.bits = day, 0
				}
				p.unborn = !born
			} else {
				add.close = e.close // so that what happened before it is not counted as slipping there
				p.gap = p.gap || c.stages[e.from-1].means != c.stages[at-1].means
			}
			p.events = slices.Insert(p.events, where, add)
			i++
		}
		if e.stage > 0 {
			at = e.stage
		} else if e.from > 0 {
			at = e.from
		}
	}
}

// untie orders the events of one moment by what they say themselves, where the order of the rows says little: edits before
// changes of stage where one save makes several rows, changes from stage to stage as a chain, the stages of a wide row as
// they stand in the pipeline.
func (c *collector) untie(p *past) {
	at := uint16(0)
	for i := 0; i < len(p.events); {
		j := i + 1
		for j < len(p.events) && p.events[j].when == p.events[i].when {
			j++
		}
		if tied := p.events[i:j]; len(tied) > 1 {
			if slices.ContainsFunc(tied, func(e entry) bool { return e.bits&(pieces|anyOrder) != 0 }) {
				slices.SortStableFunc(tied, func(a, b entry) int { return cmp.Compare(c.rank(&a), c.rank(&b)) })
			}
			if len(tied) <= longestChain {
				chain(tied, at)
			}
		}
		for _, e := range p.events[i:j] {
			if e.stage > 0 {
				at = e.stage
			}
		}
		i = j
	}
}

// longestChain bounds the work for a deal with very many changes at one moment, which is no real deal.
const longestChain = 64

// chain orders changes so that each leaves the stage which the one before it entered. Rows without a stage that was left
// keep their places.
func chain(tied []entry, at uint16) {
	for i := range tied {
		if tied[i].from > 0 {
			if next := pick(tied[i:], at); next > 0 {
				e := tied[i+next]
				copy(tied[i+1:i+next+1], tied[i:i+next])
				tied[i] = e
			}
		}
		if tied[i].stage > 0 {
			at = tied[i].stage
		}
	}
}

// pick finds the change that comes first: an edit in the stage where the deal stands, else a change that leaves it, else one
// that leaves a stage which none of the others enters.
func pick(changes []entry, at uint16) int {
	best, grade := 0, 0
	for i := range changes {
		e := &changes[i]
		here := e.from == at || at == 0 && !enteredBy(changes, e.from)
		g := 0
		switch {
		case e.from == 0 && e.stage > 0 && at == 0:
			g = 3 // the creation
		case e.from == 0:
		case here && e.stage == e.from:
			g = 3
		case here:
			g = 2
		case !enteredBy(changes, e.from):
			g = 1
		}
		if g > grade {
			best, grade = i, g
		}
	}
	return best
}

// enteredBy says whether one of the changes enters a stage from another.
func enteredBy(changes []entry, stage uint16) bool {
	for i := range changes {
		if changes[i].stage == stage && changes[i].from != stage {
			return true
		}
	}
	return false
}

// rank puts what happened at one moment in order.
func (c *collector) rank(e *entry) int {
	switch {
	case e.created == before:
		return -3
	case e.stage == 0:
		return -2
	case e.bits&anyOrder == 0:
		return 0
	case e.stage == e.now:
		return math.MaxInt
	}
	switch m := c.stages[e.stage-1].means; m.kind {
	case inPipeline:
		return m.pos
	case closedWon, closedLost, closedByFlag:
		return math.MaxInt - 1
	}
	return -1
}
