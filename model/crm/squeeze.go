package crm

import (
	"errors"
	"math"
)

// squeeze bounds memory by the deals and their stages. Systems write a row for each edit, and of the edits in one stage only
// the first row and the last matter: when the stage was entered, with which close date, and what stands there now. So the
// one between two others is not kept, as long as the rows of a deal come in order of time, forwards or backwards. Where a row
// of such a deal falls out of order, the files are read once more with all of their rows.
type squeeze struct {
	on, broken bool
	way        []uint8 // by deal
	first      uint32  // the first entry of the file that is being read
	up, down   int     // rows of the file that were left out, by the way they ran
	asked      order
}

var errDisorder = errors.New("the rows stand in no order")

// canSqueeze says whether nothing that is asked for needs every row.
func canSqueeze(files []File, opt *Options) bool {
	for _, f := range files {
		if f.Once {
			return false
		}
	}
	return opt.Horizon == 0 && len(opt.By) == 0
}

func (s *squeeze) begin(first uint32, opt *Options) {
	s.first, s.up, s.down = first, 0, 0
	s.asked, _ = askedOrder(opt.DateOrder)
}

// What is known of the order of a deal's rows.
const (
	upward   = 1
	downward = 2
	mixed    = 3
	leftOut  = 4 // a bit: some row was left out
)

// redundant says whether the deal's last entry need not be kept beside the one before it and the new one. It notices a row
// out of order.
func (c *collector) redundant(deal uint32, k *entry, d *decoding) bool {
	s, last := &c.squeeze, c.last[deal]
	for int(deal) >= len(s.way) {
		s.way = append(s.way, 0)
	}
	if last == 0 {
		return false
	}
	p, way := c.entry(last-1), &s.way[deal]
	when, known := s.clock(k.when, c.n, d)
	before, knownToo := s.clock(p.when, last-1, d)
	switch {
	case !known || !knownToo:
		*way |= mixed
	case when > before:
		*way |= upward
	case when < before:
		*way |= downward
	}
	if *way&mixed == mixed {
		s.broken = s.broken || *way&leftOut > 0
		return false
	}
	if p.prev == 0 || p.prev-1 < s.first || when == before || !alike(p, k) || p.from > 0 && p.from != p.stage {
		return false
	}
	q := c.entry(p.prev - 1)
	if first, _ := s.clock(q.when, p.prev-1, d); first == before || !alike(q, p) {
		return false
	}
	*way |= leftOut
	if *way&upward > 0 {
		s.up++
	} else {
		s.down++
	}
	return true
}

// order is the order of day and month that is certain by now.
func (s *squeeze) order(d *decoding) order {
	switch {
	case d.dates.when.month.line > 0:
		return monthFirst
	case d.dates.when.day.line > 0:
		return dayFirst
	}
	return s.asked
}

// clock is the time of an entry, if it is certain by now. Those of files before this one are settled.
func (s *squeeze) clock(w stamp, at uint32, d *decoding) (stamp, bool) {
	if w == 0 {
		return 0, false
	}
	if at < s.first || w.date()&ambiguous == 0 {
		return w, true
	}
	o := s.order(d)
	return w.settle(o), o != unsettled
}

// alike says whether two entries stand in one stage, and differ in nothing but their times, amounts and close dates.
func alike(a, b *entry) bool {
	return a.stage == b.stage && a.stage > 0 && a.now == b.now && a.created == b.created && a.bits == b.bits && a.currency == b.currency &&
		a.bits&(fromList|pieces|anyOrder) == 0 && a.close > 0 == (b.close > 0) && math.IsNaN(a.amount) == math.IsNaN(b.amount)
}
