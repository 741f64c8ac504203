package crm

import (
	"math"
	"slices"
)

// past is one deal's entries in order: what happened, and what lists say of its present.
type past struct {
	deal       int
	events     []entry
	list       []entry
	created    date
	unborn     bool // created is only the day on which the history begins, and the deal is older
	firstKnown date // the first close date
	gap        bool // it left another stage than the one it was last known to be in
	now        uint16
	duplicates int
	rows       []uint32 // its rows in order, those of lists last; only where the funnel is split
}

// eachDeal visits every deal with its entries in the order of time. The slices live until the next visit.
func (c *collector) eachDeal(visit func(*past)) {
	var p past
	var order []uint32
	for deal := range c.last {
		order = order[:0]
		for i := c.last[deal]; i > 0; i = c.entry(i - 1).prev {
			order = append(order, i-1)
		}
		slices.Reverse(order)
		c.turnNewestFirst(order)
		p = past{deal: deal, events: p.events[:0], list: p.list[:0], rows: p.rows[:0]}
		var created date
		for _, i := range order {
			e := *c.entry(i)
			e.prev = i
			if e.created > 0 && e.created != before && (created == 0 || e.created < created) {
				created = e.created
			}
			if e.now > 0 {
				p.now = e.now
			}
			switch {
			case e.list():
				p.list = append(p.list, e)
			case e.when > 0:
				p.events = append(p.events, e)
			}
		}
		slices.SortStableFunc(p.events, byTime)
		slices.SortStableFunc(p.list, byTime)
		p.events = p.distinct(p.events)
		p.list = p.distinct(p.list)
		if len(c.splits) > 0 {
			for _, entries := range [][]entry{p.events, p.list} {
				for _, e := range entries {
					p.rows = append(p.rows, e.prev)
				}
			}
		}
		p.created = created
		if created == 0 && len(p.events) > 0 {
			p.created = p.events[0].when.date()
		}
		if c.rich {
			c.complete(&p, created > 0)
		}
		visit(&p)
	}
}

func byTime(a, b entry) int {
	switch {
	case a.when < b.when:
		return -1
	case a.when > b.when:
		return 1
	}
	return 0
}

// turnNewestFirst reverses the entries that come from files which run backwards, so that equal times keep their order.
func (c *collector) turnNewestFirst(order []uint32) {
	if len(order) < 2 {
		return
	}
	for _, f := range c.files {
		if !f.newestFirst {
			continue
		}
		from, _ := slices.BinarySearch(order, f.first)
		to := from
		for to < len(order) && order[to] >= f.first && order[to] < f.end {
			to++
		}
		slices.Reverse(order[from:to])
	}
}

// distinct drops entries that repeat one of the same time in everything.
func (p *past) distinct(entries []entry) []entry {
	kept := entries[:0]
	for _, e := range entries {
		twice := false
		for i := len(kept) - 1; i >= max(0, len(kept)-256) && kept[i].when == e.when && !twice; i-- {
			twice = same(&kept[i], &e)
		}
		if twice {
			if e.bits&anyOrder == 0 && e.created != before { // these do not stand for a row each
				p.duplicates++
			}
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

func same(a, b *entry) bool {
	return a.stage == b.stage && a.from == b.from && a.now == b.now && a.row == b.row && a.close == b.close && a.created == b.created && a.bits == b.bits &&
		a.currency == b.currency && (a.amount == b.amount || math.IsNaN(a.amount) && math.IsNaN(b.amount))
}
