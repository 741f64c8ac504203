package crm

import "math"

// step is a deal's entry into a stage of the pipeline, won or lost. Positions count the pipeline from 0; beyond it is won.
type step struct {
	at    date
	pos   int
	close date // the close date known on entry
	timed bool // at is known
}

const posLost = -1

// course is the way of one deal through the pipeline.
type course struct {
	steps    []step
	furthest int  // the latest position ever entered, -1 for none
	state    int  // the position now
	wonEver  bool // it entered won, then or now
	history  bool // the steps have dates that mean something
	close    date // latest known
	amount   float64
	currency uint8
}

// follow turns a deal's entries into its course. The steps are those of the last call, reused.
func (c *collector) follow(entries []entry, pipeline int, co *course) {
	*co = course{steps: co.steps[:0], furthest: -1, amount: math.NaN()}
	pos, start, known := 0, 0, false
	for i := range entries {
		e := &entries[i]
		if e.close > 0 {
			co.close = e.close
		}
		if !math.IsNaN(e.amount) {
			co.amount, co.currency = e.amount, e.currency
		}
		next, ok := c.position(e.stage, e.outcome(), pipeline)
		if !ok || known && next == pos {
			continue
		}
		pos, start, known = next, i, true
		co.steps = append(co.steps, step{at: e.when.date(), pos: next, close: co.close, timed: e.bits&(fromList|untimed) == 0})
	}
	if !known {
		return
	}
	co.flagged(entries, start, pipeline)
	for _, s := range co.steps {
		co.furthest = max(co.furthest, s.pos)
	}
	co.state = co.steps[len(co.steps)-1].pos
	co.wonEver = co.furthest == pipeline
	co.history = !entries[0].list()
}

// position is where a raw stage puts the deal; ok is false where it moves nothing.
func (c *collector) position(stage uint16, flag outcome, pipeline int) (pos int, ok bool) {
	if stage == 0 {
		return 0, false
	}
	m := c.stages[stage-1].means
	switch m.kind {
	case inPipeline:
		return m.pos, true
	case closedWon:
		return pipeline, true
	case closedLost:
		return posLost, true
	case closedByFlag:
		if flag == outcomeWon {
			return pipeline, true
		}
		return posLost, true
	}
	return 0, false
}

// flagged closes a deal that stands in a stage of the pipeline while its latest rows are flagged as won or lost. Where an
// earlier row of the same visit (which began at entry start) was not flagged, the flag's first row is the day of closing;
// else nobody knows it.
func (co *course) flagged(entries []entry, start, pipeline int) {
	last := co.steps[len(co.steps)-1]
	flag := entries[len(entries)-1].outcome()
	if last.pos == posLost || last.pos == pipeline || flag != outcomeWon && flag != outcomeLost {
		return
	}
	k := len(entries) - 1
	for k > start && entries[k-1].outcome() == flag {
		k--
	}
	closing := step{at: entries[k].when.date(), pos: posLost, close: co.close, timed: k > start && !entries[k].list()}
	if flag == outcomeWon {
		closing.pos = pipeline
	}
	co.steps = append(co.steps, closing)
}
