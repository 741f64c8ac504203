package crm

import (
	"bytes"
	"math"
	"strings"
)

// entry is what is kept of an event: 40 bytes. Entries of one deal are chained backwards in the order of the files.
type entry struct {
	when           stamp
	amount         float64 // NaN where there is none
	close, created date
	prev           uint32 // 1 + the deal's entry before this one
	row            uint32
	stage          uint16 // 1 + raw stage, 0 where the row names none
	from           uint16 // the same of the stage that was left
	now            uint16 // the same of the deal's stage today
	currency       uint8  // 1 + currency
	bits           uint8
}

const (
	outcomeBits = 3      // the outcome by flags
	singlePoint = 1 << 2 // the amount has one point before three digits
	singleComma = 1 << 3
	fromList    = 1 << 4 // a present stage, not an entry into one
	untimed     = 1 << 5 // entered on a day that nobody knows; only in what complete adds
	pieces      = 1 << 6 // an edit of one field: what was saved together stands in several rows
	anyOrder    = 1 << 7 // of a wide row: equal times say nothing of what came first
)

func (e *entry) outcome() outcome { return outcome(e.bits & outcomeBits) }
func (e *entry) list() bool       { return e.bits&fromList != 0 }

// rawStage is a stage as the export names it.
type rawStage struct {
	name, pipeline string
	outcomes       [4]int // rows by flag
	probabilities  [101]int32
	means          meaning
	usual          bool // it is closed by name or flag, not by a map
}

// collector keeps the events of all files by deal.
type collector struct {
	deals      map[string]uint32
	last       []uint32 // by deal: 1 + its last entry
	chunks     [][]entry
	n          uint32
	stages     []rawStage
	stageIndex map[string]uint16
	key        []byte
	pipelines  map[string]bool
	currencies []string
	client     string
	files      []*readFile
	full       bool
	judged     []judged
	rich       bool // some entries have to be completed; see complete
	splits     []*split
	squeeze    squeeze
}

const chunkBits = 15

func newCollector(clientCurrency string, by []string) *collector {
	return &collector{
		splits: newSplits(by),
		deals:  map[string]uint32{}, stageIndex: map[string]uint16{}, pipelines: map[string]bool{},
		client: strings.ToUpper(strings.TrimSpace(clientCurrency)),
	}
}

func (c *collector) entry(i uint32) *entry { return &c.chunks[i>>chunkBits][i&(1<<chunkBits-1)] }

// add keeps one event.
func (c *collector) add(e *event, d *decoding) {
	id := e.deal
	if len(id) == 18 && bytes.HasPrefix(id, []byte("006")) {
		id = id[:15]
	}
	deal, ok := c.deals[string(id)]
	if !ok {
		deal = uint32(len(c.last))
		c.deals[string(id)] = deal
		c.last = append(c.last, 0)
	}
	k := entry{
		when: e.when, close: e.close, created: e.created, row: e.row, prev: c.last[deal],
		amount: math.NaN(), stage: c.stage(e), bits: uint8(e.outcome) | e.bits,
	}
	if e.from != nil {
		k.from = c.intern(e.from, e.pipeline)
	}
	if e.now != nil {
		k.now = c.intern(e.now, e.pipeline)
	}
	c.rich = c.rich || k.from|k.now > 0 || k.bits&(pieces|anyOrder) > 0
	if e.money.ok {
		k.amount = e.money.value
		k.currency = c.currency(e, d)
		switch e.money.single {
		case '.':
			k.bits |= singlePoint
		case ',':
			k.bits |= singleComma
		}
	}
	if d.list {
		k.bits |= fromList
	}
	if c.squeeze.on && c.redundant(deal, &k, d) {
		k.prev = c.entry(c.last[deal] - 1).prev
		*c.entry(c.last[deal] - 1) = k
		return
	}
	if c.n>>chunkBits == uint32(len(c.chunks)) {
		c.chunks = append(c.chunks, make([]entry, 1<<chunkBits))
	}
	*c.entry(c.n) = k
	c.n++
	c.last[deal] = c.n
}

// stage interns the stage of an event and notes what its row shows of it.
func (c *collector) stage(e *event) uint16 {
	if e.stage == nil {
		return 0
	}
	i := c.intern(e.stage, e.pipeline)
	if i > 0 {
		s := &c.stages[i-1]
		s.outcomes[e.outcome]++
		if e.probability >= 0 {
			s.probabilities[e.probability]++
		}
	}
	return i
}

// intern numbers the name of a stage with its pipeline, from 1.
func (c *collector) intern(stage, pipeline []byte) uint16 {
	c.key = append(append(append(c.key[:0], stage...), 0), pipeline...)
	i, ok := c.stageIndex[string(c.key)]
	if !ok {
		if len(c.stages) >= maxStageNames {
			c.full = true
			return 0
		}
		c.stages = append(c.stages, rawStage{name: shown(string(stage)), pipeline: shown(string(pipeline))})
		i = uint16(len(c.stages))
		c.stageIndex[string(c.key)] = i
		c.pipelines[string(pipeline)] = true
	}
	return i
}

// maxStageNames is more than any pipeline has: beyond it the column is no column of stages.
const maxStageNames = 1000

// currency interns the currency of an amount, 0 for the client's own where the row names none.
func (c *collector) currency(e *event, d *decoding) uint8 {
	code := currencyOf(e.money.currency, c.client)
	if !isBlank(e.currency) {
		code = strings.ToUpper(shown(string(e.currency)))
	} else if code == "" {
		code = d.money.implied
	}
	if code == "" {
		return 0
	}
	for i, known := range c.currencies {
		if known == code {
			return uint8(i + 1)
		}
	}
	if len(c.currencies) == math.MaxUint8 {
		return math.MaxUint8
	}
	c.currencies = append(c.currencies, code)
	return uint8(len(c.currencies))
}

// label names a raw stage, with its pipeline where there are several.
func (c *collector) label(i int) string {
	s := &c.stages[i]
	if len(c.pipelines) > 1 && s.pipeline != "" {
		return s.name + " (" + s.pipeline + ")"
	}
	return s.name
}
