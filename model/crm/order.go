package crm

import "fmt"

// dateColumn reads one column of dates and remembers what it shows of the order of day and month.
type dateColumn struct {
	name string
	seen bool // it held a date

	month, day, both proof // month first, day first, could be either
	bad              proof // unreadable
	badRows          int

	order  order // once settled
	lender string
}

// proof is one value with its line.
type proof struct {
	line         int
	value, style string
}

func (p *proof) note(line int, value []byte, style string) {
	if p.line == 0 {
		*p = proof{line, shown(string(value)), style}
	}
}

// read parses one cell. The time is by the cell's own clock.
func (c *dateColumn) read(b []byte, line int) stamp {
	if isBlank(b) {
		return 0
	}
	p := parseDate(b)
	if !p.ok {
		c.badRows++
		c.bad.note(line, b, "")
		return 0
	}
	c.seen = true
	switch {
	case p.order == monthFirst:
		c.month.note(line, b, p.style)
	case p.order == dayFirst:
		c.day.note(line, b, p.style)
	case p.day&ambiguous != 0:
		c.both.note(line, b, p.style)
	}
	return p.day.at(p.ms)
}

// own settles the order by what the column shows, or by what was asked for.
func (c *dateColumn) own(file string, asked order) error {
	if c.month.line > 0 && c.day.line > 0 {
		return &Error{
			File: file, Line: max(c.month.line, c.day.line), Problem: fmt.Sprintf(
				"column %q mixes dates: %s on line %d has the month first, %s on line %d the day", c.name,
				c.month.value, c.month.line, c.day.value, c.day.line),
			Hint: "write the dates of the column in one way, best as 2026-01-31",
		}
	}
	switch {
	case c.month.line > 0:
		c.order = monthFirst
	case c.day.line > 0:
		c.order = dayFirst
	case c.both.line > 0:
		c.order = asked
	}
	if p := c.proof(); p != nil && asked != unsettled && asked != c.order {
		return &Error{
			File: file, Line: p.line, Problem: fmt.Sprintf(
				"column %q: %s cannot be read in the date order asked for", c.name, p.value),
			Hint: "leave --dates out: the column settles it",
		}
	}
	return nil
}

func (c *dateColumn) proof() *proof {
	switch {
	case c.month.line > 0:
		return &c.month
	case c.day.line > 0:
		return &c.day
	}
	return nil
}

// borrow settles a column that shows nothing by another of its file that is written in the same way, or by the convention
// that dates with points have the day first.
func (c *dateColumn) borrow(others []*dateColumn) {
	if c.both.line == 0 || c.order != unsettled {
		return
	}
	for _, o := range others {
		if p := o.proof(); p != nil && p.style == c.both.style {
			c.order, c.lender = o.order, o.name
			return
		}
	}
	if c.both.style[0] == '.' {
		c.order = dayFirst
	}
}

// settleDates finds the order of every date column of a file, or the error that names both readings.
func settleDates(file string, columns []*dateColumn, asked order) error {
	for _, c := range columns {
		if err := c.own(file, asked); err != nil {
			return err
		}
	}
	for _, c := range columns {
		c.borrow(columns)
		if c.both.line > 0 && c.order == unsettled {
			d := parseDate([]byte(c.both.value)).day
			return &OrderError{
				File: file, Column: c.name, Line: c.both.line, Value: c.both.value,
				MDY: d.settle(monthFirst).long(), DMY: d.settle(dayFirst).long(),
			}
		}
	}
	return nil
}
