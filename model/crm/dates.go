package crm

import (
	"strings"
	"time"

	"github.com/gapbook/gapbook/model"
)

// date is a day: 0 is none, else the days since the year 1 plus 1. With the top bit set it is a day whose day and month can
// still be read both ways: year, first and second number. settle turns those into days.
type date uint32

const ambiguous date = 1 << 31

// What stands for a day in a few entries, beyond the last day of the calendar.
const (
	never   = ambiguous - 1 // later than any horizon
	sameDay = ambiguous - 2 // as a creation day: the day of the entry itself
	before  = ambiguous - 3 // as a creation day: the entry holds the close date that was valid up to then
)

// stamp is a date with a time of day in milliseconds, by its own clock. Settled stamps compare as they are.
type stamp uint64

func (d date) at(ms int) stamp { return stamp(d)<<27 | stamp(ms) }
func (s stamp) date() date     { return date(s >> 27) }
func (s stamp) settle(o order) stamp {
	return s.date().settle(o).at(int(s & (1<<27 - 1)))
}

func (d date) settle(o order) date {
	if d&ambiguous == 0 {
		return d
	}
	year, a, b := int(d&^ambiguous)>>10, int(d>>5)&31, int(d)&31
	if o == dayFirst {
		a, b = b, a
	}
	return civil(year, a, b)
}

var dayOne = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)

func (d date) time() time.Time   { return dayOne.AddDate(0, 0, int(d)-1) }
func (d date) model() model.Date { return model.DateOf(d.time()) }
func (d date) long() string      { return d.time().Format("2 January 2006") }

// month counts calendar months.
func (d date) month() int {
	t := d.time()
	return t.Year()*12 + int(t.Month())
}

func dateOf(d model.Date) date {
	t, ok := d.Time()
	if !ok {
		return 0
	}
	return civil(t.Year(), int(t.Month()), t.Day())
}

// civil is the day of a calendar date, 0 if there is no such day.
func civil(y, m, d int) date {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0
	}
	if m <= 2 {
		y, m = y-1, m+12
	}
	return date(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 306)
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// order is which of day and month comes first.
type order uint8

const (
	unsettled order = iota
	monthFirst
	dayFirst
)

// parsed is a date as it was written. ok is false where there is none.
type parsed struct {
	day   date
	ms    int
	order order  // what this date shows of the order; unsettled: nothing
	style string // how it is written where the order matters: separator and digits of the year
	ok    bool
}

// parseDate reads a date with or without a time. The time's offset or zone is dropped.
func parseDate(b []byte) (p parsed) {
	s := scanner{b: b}
	if s.iso(&p) {
		return p
	}
	if s.more() && isLetter(s.b[0]) {
		s.monthWord(&p) // Jan 5, 2026, perhaps after a weekday
	} else {
		s.numbers(&p)
	}
	if p.day == 0 {
		return parsed{}
	}
	p.ms, p.ok = s.clock()
	return p
}

// iso reads 2026-01-31 and 2026-01-31T09:30:00.000Z, which most exports are full of, without the detour. It says no, and has
// read nothing, where the cell is anything else.
func (s *scanner) iso(p *parsed) bool {
	b := s.b
	if len(b) < 10 || b[4] != '-' || b[7] != '-' {
		return false
	}
	two := func(i int) int {
		if hi, lo := b[i]-'0', b[i+1]-'0'; hi <= 9 && lo <= 9 {
			return int(hi)*10 + int(lo)
		}
		return -1
	}
	century, year, m, d := two(0), two(2), two(5), two(8)
	if century < 0 || year < 0 || m < 0 || d < 0 {
		return false
	}
	day, ms := civil(century*100+year, m, d), 0
	if len(b) > 10 {
		if len(b) < 19 || b[10] != 'T' && b[10] != ' ' || b[13] != ':' || b[16] != ':' ||
			!(len(b) == 19 || len(b) == 20 && b[19] == 'Z' || len(b) == 24 && b[19] == '.' && b[23] == 'Z') {
			return false
		}
		hour, minute, second, millis := two(11), two(14), two(17), 0
		if len(b) == 24 {
			if millis = two(20) * 10; millis < 0 || b[22] < '0' || b[22] > '9' {
				return false
			}
			millis += int(b[22] - '0')
		}
		if hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 {
			return false
		}
		ms = (hour*60+minute)*60000 + second*1000 + millis
	}
	if day == 0 {
		return false
	}
	p.day, p.ms, p.ok = day, ms, true
	return true
}

func (s *scanner) numbers(p *parsed) {
	a, digits := s.number()
	switch {
	case digits == 8:
		p.day = civil(a/10000, a/100%100, a%100)
		return
	case digits == 4:
		sep := s.eat("-/.")
		m, d1 := s.number()
		if sep == 0 || d1 == 0 || s.eat(string(sep)) == 0 {
			return
		}
		if d, d2 := s.number(); d1 <= 2 && d2 >= 1 && d2 <= 2 {
			p.day = civil(a, m, d)
		}
		return
	case digits == 0 || digits > 2:
		return
	}
	sep := s.eat("/.- ")
	if sep == 0 {
		return
	}
	for s.eat(" ") != 0 {
	}
	if s.more() && isLetter(s.b[0]) { // 5 Jan 2026, 5. January 2026, 05-Jan-26
		m := month(s.word())
		s.blanks()
		y, digits := s.number()
		p.day = civil(century(y, digits), m, a)
		return
	}
	b, digits := s.number()
	if digits == 0 || digits > 2 || sep == ' ' || s.eat(string(sep)) == 0 {
		return
	}
	y, digits := s.number()
	if digits != 2 && digits != 4 {
		return
	}
	p.numeric(a, b, century(y, digits), sep, digits)
}

// numeric settles what can be settled of a/b/year by itself.
func (p *parsed) numeric(a, b, year int, sep byte, digits int) {
	p.style = string(sep) + "yyyy"[:digits]
	switch {
	case a == b:
		p.day = civil(year, a, b)
	case a > 12:
		p.day, p.order = civil(year, b, a), dayFirst
	case b > 12:
		p.day, p.order = civil(year, a, b), monthFirst
	case a > 0 && b > 0 && year > 0:
		p.day = ambiguous | date(year)<<10 | date(a)<<5 | date(b)
	}
	if p.day == 0 {
		p.order = unsettled
	}
}

func (s *scanner) monthWord(p *parsed) {
	m := 0
	for range 2 {
		if m = month(s.word()); m > 0 {
			break
		}
		s.blanks()
	}
	s.blanks()
	d, digits := s.number()
	if m == 0 || digits == 0 || digits > 2 {
		return
	}
	s.blanks()
	y, digits := s.number()
	p.day = civil(century(y, digits), m, d)
}

func century(y, digits int) int {
	switch {
	case digits == 4:
		return y
	case digits == 2 && y <= 69:
		return 2000 + y
	case digits == 2:
		return 1900 + y
	}
	return 0
}

func month(w string) int {
	w = strings.ToLower(w)
	if len(w) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), w) || m == time.September && w == "sept" {
			return int(m)
		}
	}
	return 0
}
