// Package calendar writes all-day events as an iCalendar file (RFC 5545) that Outlook, Google and Apple take in, and take in
// again: an event keeps its UID, and a later day has a higher SEQUENCE. It knows events, never an engagement, and imports
// dates from the model and nothing else of this program.
package calendar

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
)

// Calendar is a file of events.
type Calendar struct {
	Name   string
	AsOf   model.Date // the day it was written
	Events []Event
}

// Event takes a whole day.
type Event struct {
	UID       string
	Day       model.Date
	Title     string
	Text      string // may have several lines
	Cancelled bool
}

// epoch is where SEQUENCE counts from, in days. Without a memory of earlier exports, the day is what only ever grows.
var epoch = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Write makes the file. Events without a day are left out.
func Write(c Calendar) []byte {
	var w writer
	at, ok := c.AsOf.Time()
	if !ok {
		at = epoch
	}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//gapbook//gapbook//EN")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	w.line("X-WR-CALNAME", escape(c.Name))
	for _, e := range c.Events {
		day, ok := e.Day.Time()
		if !ok {
			continue
		}
		w.line("BEGIN", "VEVENT")
		w.line("UID", e.UID)
		w.line("DTSTAMP", at.Format("20060102T150405Z"))
		w.line("LAST-MODIFIED", at.Format("20060102T150405Z"))
		w.line("SEQUENCE", fmt.Sprint(max(0, int(at.Sub(epoch).Hours()/24))))
		w.line("DTSTART;VALUE=DATE", day.Format("20060102"))
		w.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format("20060102"))
		w.line("SUMMARY", escape(e.Title))
		if e.Text != "" {
			w.line("DESCRIPTION", escape(e.Text))
		}
		w.line("TRANSP", "TRANSPARENT")
		if e.Cancelled {
			w.line("STATUS", "CANCELLED")
		} else {
			w.line("STATUS", "CONFIRMED")
		}
		w.line("END", "VEVENT")
	}
	w.line("END", "VCALENDAR")
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

// most is how many octets a line has, without its end.
const most = 75

// line writes one content line, folded between characters. A line that goes on begins with a blank, which counts.
func (w *writer) line(name, value string) {
	s := name + ":" + value
	room := most
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], most-1
	}
	w.WriteString(s + "\r\n")
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func escape(s string) string { return escapes.Replace(strings.ToValidUTF8(s, "\uFFFD")) }
