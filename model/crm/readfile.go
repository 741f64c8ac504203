package crm

import (
	"errors"
	"fmt"
	"hash"
	"io"
	"path/filepath"
	"strings"
)

// readFile is one file as it was read.
type readFile struct {
	name, encoding string
	layout         string
	head           *header
	*decoding
	rows        int
	first, end  uint32 // its entries
	newestFirst bool
}

// readInto streams one file into the collector.
func readInto(c *collector, f File, sum hash.Hash, opt *Options, usual map[string]string, before int) (*readFile, error) {
	rf := &readFile{name: base(f.Name), first: c.n}
	c.squeeze.begin(c.n, opt)
	in, err := f.Open()
	if err != nil {
		return nil, &Error{File: rf.name, Problem: "cannot be opened: " + err.Error(), Err: err}
	}
	defer func() { _ = in.Close() }()
	text, encoding, problem, err := decodeText(io.TeeReader(in, sum))
	if problem != "" {
		return nil, &Error{File: rf.name, Line: 1, Problem: problem, Err: err, Hint: "export the deals or their stage history as CSV"}
	}
	rf.encoding = encoding
	sample, err := text.Peek(sampleSize)
	if err != nil && err != io.EOF {
		return nil, &Error{File: rf.name, Problem: "cannot be read: " + err.Error(), Err: err}
	}
	rec := &records{r: text}
	if zero := strings.IndexByte(string(sample), 0); zero >= 0 {
		return nil, &Error{
			File: rf.name, Line: 1 + strings.Count(string(sample[:zero]), "\n"), Problem: "this is not text: it holds zero bytes",
			Hint: "export as CSV in UTF-8",
		}
	}
	head, lay, refused := findHeader(sample, opt, usual)
	if refused != nil {
		if e := truncation(sample); e != nil {
			refused = &Error{Line: e.line, Problem: e.problem, Hint: "export the file again: it is cut off or damaged"}
		}
		refused.File = rf.name
		return nil, refused
	}
	rec.sep = head.sep
	for rec.line < head.line-1 {
		if _, err := rec.readLine(); err != nil {
			return nil, rf.broken(err)
		}
	}
	dec := lay.open(head)
	rf.layout, rf.head, rf.decoding = lay.name, head, dec.about()
	if err := rec.next(); err != nil {
		return nil, rf.broken(err)
	}
	if err := rf.stream(c, rec, dec, opt, before); err != nil {
		return nil, err
	}
	rf.end = c.n
	return rf, rf.settle(c, opt)
}

func (rf *readFile) stream(c *collector, rec *records, dec decoder, opt *Options, before int) error {
	emit := func(e *event) { c.add(e, rf.decoding) }
	if len(c.splits) > 0 {
		columns := rf.head.findColumns(c.splits)
		emit = func(e *event) {
			c.add(e, rf.decoding)
			for i, s := range c.splits {
				s.note(rec.field(columns[i]))
			}
		}
	}
	for {
		err := rec.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return rf.broken(err)
		}
		if len(rec.fields) == 1 && len(rec.field(0)) == 0 {
			continue
		}
		if rf.head.repeats(rec) || rf.head.frames(rec) {
			rf.other++
			continue
		}
		other := rf.other
		dec.decode(rec, emit)
		if c.squeeze.broken {
			return errDisorder
		}
		if rf.other > other {
			continue
		}
		if rf.rows++; opt.Progress != nil && (before+rf.rows)%(1<<16) == 0 {
			opt.Progress(before + rf.rows)
		}
		if c.full {
			return &Error{
				File: rf.name, Line: rec.at, Problem: fmt.Sprintf(
					"column %q holds more than %s names: it is no column of stages", rf.columnOf("stage"), grouped(maxStageNames)),
				Hint: "name the right one with --map stage=COLUMN",
			}
		}
	}
	if rf.leads != nil && len(rf.leads.leads) == 0 {
		return &Error{File: rf.name, Line: rec.line, Problem: "no leads below the header", Hint: "check that the export holds rows"}
	}
	if rf.first == c.n && rf.leads == nil {
		return &Error{File: rf.name, Line: rec.line, Problem: "no deals below the header", Hint: "check that the export holds rows"}
	}
	return nil
}

// settle finds whether a date of the last change makes a history, reads the dates of the file's entries by the order that
// their columns show, and finds which way the file runs.
func (rf *readFile) settle(c *collector, opt *Options) error {
	asked, err := askedOrder(opt.DateOrder)
	if err != nil {
		return err
	}
	if rf.weak && !rf.severalDates(c) {
		rf.becomeList(c)
	}
	if rf.leads != nil {
		return rf.settleLeads(c, asked)
	}
	if rf.list { // nothing there depends on these
		rf.dates.close.both = proof{}
	}
	if err := settleDates(rf.name, rf.dates.all(), asked); err != nil {
		return err
	}
	up, down := c.squeeze.up, c.squeeze.down
	for i := rf.first; i < rf.end; i++ {
		e := c.entry(i)
		e.when = e.when.settle(rf.dates.when.order)
		e.close = e.close.settle(rf.dates.close.order)
		e.created = e.created.settle(rf.dates.created.order)
		if e.created == sameDay {
			e.created = e.when.date()
		}
		if e.bits&singlePoint != 0 && rf.money.point || e.bits&singleComma != 0 && rf.money.comma {
			e.amount /= 1000
		}
		if e.when == 0 && !e.list() {
			rf.noDate++
		}
		if e.prev > rf.first && e.when > 0 {
			switch before := c.entry(e.prev - 1).when; {
			case before == 0:
			case before < e.when:
				up++
			case before > e.when:
				down++
			}
		}
	}
	rf.newestFirst = down > up
	if rf.list {
		return nil
	}
	if uint32(rf.noDate) == rf.end-rf.first {
		line, what := rf.dates.when.bad.line, "holds no dates"
		if line > 0 {
			what = fmt.Sprintf("holds no dates: %q is none", rf.dates.when.bad.value)
		} else {
			line = rf.head.line
		}
		return &Error{
			File: rf.name, Line: line, Problem: fmt.Sprintf("column %q %s", rf.dates.when.name, what),
			Hint: "name the date of change with --map date=COLUMN",
		}
	}
	return nil
}

// severalDates says whether some deal has more than one date of change.
func (rf *readFile) severalDates(c *collector) bool {
	for i := rf.first; i < rf.end; i++ {
		if e := c.entry(i); e.prev > rf.first && e.when != c.entry(e.prev-1).when {
			return true
		}
	}
	return false
}

// becomeList takes a file with one date for each deal for what it is.
func (rf *readFile) becomeList(c *collector) {
	rf.list, rf.layout, rf.dates.when = true, layouts[len(layouts)-1].name, dateColumn{}
	delete(rf.head.matched, "date")
	for i := rf.first; i < rf.end; i++ {
		e := c.entry(i)
		e.when, e.bits = 0, e.bits|fromList
	}
}

func askedOrder(s string) (order, error) {
	switch strings.ToLower(s) {
	case "":
		return unsettled, nil
	case "mdy":
		return monthFirst, nil
	case "dmy":
		return dayFirst, nil
	}
	return unsettled, &UsageError{fmt.Sprintf("date order %q is neither mdy nor dmy", s), "mdy is month first, dmy is day first"}
}

func (rf *readFile) columnOf(field string) string {
	if i, ok := rf.head.matched[field]; ok {
		return rf.head.names[i]
	}
	return ""
}

func (rf *readFile) broken(err error) error {
	var e *splitError
	if !errors.As(err, &e) {
		return &Error{File: rf.name, Line: 1, Problem: "the file ends in its header", Err: err}
	}
	hint := "export the file again: it is cut off or damaged"
	return &Error{File: rf.name, Line: e.line, Problem: e.problem, Hint: hint, Err: e.err}
}

// truncation finds a quote in a short file that opens and never closes; such a file may have no readable header.
func truncation(sample []byte) *splitError {
	if len(sample) >= sampleSize || strings.Count(string(sample), `"`)%2 == 0 {
		return nil
	}
	i := strings.LastIndexByte(string(sample), '"')
	return &splitError{1 + strings.Count(string(sample[:i]), "\n"), "a quote opens here and is not closed before the end of the file", nil}
}

func base(name string) string {
	return shown(filepath.Base(strings.ReplaceAll(name, `\`, "/")))
}
