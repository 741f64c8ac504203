package crm

import "math"

// stageTally counts the deals of one stage.
type stageTally struct {
	reached, advanced, lost, open, slipped int
	days                                   []int32 // one for each deal that has left the stage
}

// tally is the funnel while it is counted, with what was left out.
type tally struct {
	stages          []stageTally
	won, lost, open int
	cycle           []int32
	amounts         []float64 // of won deals

	deals, listed int // counted; of these known from a list only
	first, last   date
	createdOn     map[date]int   // deals by creation day
	closes        bool           // some deal with a history has a close date
	hasAmounts    bool           // some deal has an amount
	foreign       map[string]int // deals by currency without a rate
	noAmount      int            // won deals without an amount
	outside       int            // created outside of the period
	undated       int            // creation day unknown, so not known to be in the period
	silent        int            // no stage known
	never         int            // lost or open, but never in a stage of the pipeline
	undone        int            // won once, not now
	early         int            // won before they were created
	untimed       int            // won on an unknown day
	unborn        int            // older than their history, creation day unknown
	gaps          int            // left a stage that they were never seen to enter
	duplicates    int
	differ        int // the list says another stage than the history
}

// counter counts deals into a tally.
type counter struct {
	c        *collector
	opt      *Options
	from, to date
	rates    map[string]float64
	client   string // the client's currency
	t        tally
	co, now  course
	days     []int32
	in       []bool
	unknown  []bool // some stay began on an unknown day
}

func newCounter(c *collector, pipeline int, opt *Options, rates map[string]float64) *counter {
	k := &counter{c: c, opt: opt, from: dateOf(opt.From), to: dateOf(opt.To), rates: rates, client: c.client}
	k.t.stages = make([]stageTally, pipeline)
	k.t.foreign = map[string]int{}
	k.t.createdOn = map[date]int{}
	k.days, k.in = make([]int32, pipeline), make([]bool, pipeline)
	k.unknown = make([]bool, pipeline)
	if k.client == "" && len(c.currencies) == 1 {
		k.client = c.currencies[0]
	}
	return k
}

// deal counts one deal.
func (k *counter) deal(p *past) {
	t, n := &k.t, len(k.t.stages)
	t.duplicates += p.duplicates
	entries := p.events
	if len(entries) == 0 {
		if entries = p.list; len(entries) == 0 {
			return // no row of it has a date; counted as such
		}
	}
	if !k.inPeriod(p.created) {
		return
	}
	if k.opt.Horizon > 0 {
		entries = within(entries, p.created, k.opt.Horizon)
	}
	k.c.follow(entries, n, &k.co)
	co := &k.co
	if len(co.steps) == 0 {
		t.silent++
		return
	}
	if co.history && len(p.list) > 0 {
		k.c.follow(p.list, n, &k.now)
		if len(k.now.steps) > 0 && k.now.state != co.state {
			t.differ++
		}
		if math.IsNaN(co.amount) {
			co.amount, co.currency = k.now.amount, k.now.currency
		}
	}
	if co.history && len(p.list) == 0 && p.now > 0 && k.opt.Horizon == 0 {
		flag := entries[len(entries)-1].outcome()
		if pos, ok := k.c.position(p.now, flag, n); ok && pos != co.state {
			t.differ++
		}
	}
	if p.unborn {
		t.unborn++
	}
	if p.gap {
		t.gaps++
	}
	t.deals++
	if !co.history {
		t.listed++
	}
	k.period(p.created)
	k.stagesOf(co)
	k.outcome(co, p)
	k.money(co)
}

// inPeriod says whether a deal created on that day counts, and counts it if not.
func (k *counter) inPeriod(created date) bool {
	switch {
	case created == 0 && (k.from > 0 || k.to > 0) && !k.noCreated():
		k.t.undated++
		return false
	case created > 0 && (created < k.from || k.to > 0 && created > k.to):
		k.t.outside++
		return false
	}
	return true
}

// noCreated says whether no file has creation days; then the period is taken on the word of who gave it.
func (k *counter) noCreated() bool {
	for _, f := range k.c.files {
		if f.leads == nil && (f.dates.created.seen || !f.list) {
			return false
		}
	}
	return true
}

func within(entries []entry, created date, horizon int) []entry {
	n := 0
	for n < len(entries) && int(entries[n].when.date())-int(created) <= horizon {
		n++
	}
	return entries[:n]
}

func (k *counter) period(created date) {
	t := &k.t
	if created == 0 {
		return
	}
	t.createdOn[created]++
	if t.first == 0 || created < t.first {
		t.first = created
	}
	t.last = max(t.last, created)
}

// stagesOf counts the deal in each stage that it reached.
func (k *counter) stagesOf(co *course) {
	n := len(k.t.stages)
	k.stays(co)
	for s := range n {
		if co.furthest < s {
			break
		}
		st := &k.t.stages[s]
		st.reached++
		switch {
		case co.furthest > s:
			st.advanced++
		case co.state == posLost:
			st.lost++
		default:
			st.open++
		}
		if k.in[s] {
			st.days = append(st.days, k.days[s])
		}
		if co.history && co.slipped(s) {
			st.slipped++
		}
	}
	if co.furthest < 0 {
		k.t.never++
	}
}

// stays adds up the deal's days in each stage that it has left for good. in says for which there are any.
func (k *counter) stays(co *course) {
	clear(k.days)
	clear(k.in)
	if !co.history {
		return
	}
	n := len(k.days)
	clear(k.unknown)
	for i, s := range co.steps {
		if s.pos < 0 || s.pos >= n {
			continue
		}
		if k.unknown[s.pos] = k.unknown[s.pos] || !s.timed || i+1 < len(co.steps) && !co.steps[i+1].timed; k.unknown[s.pos] {
			k.in[s.pos] = false
		} else if i+1 < len(co.steps) && co.steps[i+1].timed {
			k.days[s.pos] += int32(co.steps[i+1].at) - int32(s.at)
			k.in[s.pos] = true
		} else {
			k.in[s.pos] = false // it stands there now, or left on an unknown day
		}
	}
}

// slipped says whether the close date moved to a later month since the deal entered s, or the first later stage.
func (co *course) slipped(s int) bool {
	var entry *step
	for i := range co.steps {
		if co.steps[i].pos == s {
			entry = &co.steps[i]
			break
		}
		if co.steps[i].pos > s && entry == nil {
			entry = &co.steps[i]
		}
	}
	return entry != nil && entry.close > 0 && co.close.month() > entry.close.month()
}

// outcome counts the deal as won, lost or open, and the days it took to win it.
func (k *counter) outcome(co *course, p *past) {
	t, n := &k.t, len(k.t.stages)
	if co.history && co.close > 0 {
		t.closes = true
	}
	if co.wonEver && co.state != n {
		t.undone++
	}
	switch co.state {
	case n:
		t.won++
		if !co.history {
			return
		}
		won := co.steps[len(co.steps)-1]
		switch {
		case !won.timed:
			t.untimed++
		case p.unborn: // counted as such
		case won.at < p.created:
			t.early++
		default:
			t.cycle = append(t.cycle, int32(won.at)-int32(p.created))
		}
	case posLost:
		t.lost++
	default:
		t.open++
	}
}
