package transcript

import (
	"fmt"
	"slices"
	"strings"
)

// draft is a cue on its way: with the times that the file gives, and the line it stands in.
type draft struct {
	start, end       int
	hasStart, hasEnd bool
	speaker, text    string
	voiced           bool // the speaker stands in a tag or a field, not in the text
	line             int
}

// trouble is a kind of oddity.
type trouble int

const (
	notUTF8 trouble = iota
	noHeading
	unusual
	carried
	unread
	negative
	backwards
	outOfOrder
	broken
	cutOff
	split
	between
	empty
	twice
	// what follows is left as it is
	overlap
	noLength
	unnamed
	onlyBegins
	dayTimes
	numbered
	above
	untimed
)

// said is how a trouble is told: for one, and for more.
var said = map[trouble][2]string{
	notUTF8:    {"1 line was not UTF-8: read as Windows-1252", "%d lines were not UTF-8: read as Windows-1252"},
	noHeading:  {"the heading WEBVTT is missing: read as WebVTT all the same", ""},
	unusual:    {"1 time is not written as the format has it: read all the same", "%d times are not written as the format has them: read all the same"},
	carried:    {"1 time has minutes or seconds past 59: carried over", "%d times have minutes or seconds past 59: carried over"},
	unread:     {"1 time cannot be read: its cue begins and ends with its neighbours", "%d times cannot be read: their cues begin and end with their neighbours"},
	negative:   {"1 time lies before the beginning: taken as 0", "%d times lie before the beginning: taken as 0"},
	backwards:  {"1 cue ends before it begins: taken as having no length", "%d cues end before they begin: taken as having no length"},
	outOfOrder: {"1 cue stood out of order: sorted in by its time", "%d cues stood out of order: sorted in by their times"},
	broken:     {"1 cue is broken by an empty line: what follows was kept with it", "%d cues are broken by empty lines: what follows was kept with them"},
	cutOff:     {"the file ends in the middle of a cue: what there is of it was left out", ""},
	split:      {"1 cue has several speakers: split by their words", "%d cues have several speakers: split by their words"},
	between:    {"1 turn has no time: placed between its neighbours by its words", "%d turns have no time: placed between their neighbours by their words"},
	empty:      {"1 cue has no text: left out", "%d cues have no text: left out"},
	twice:      {"1 cue is there twice: kept once", "%d cues are there twice: kept once"},
	overlap:    {"1 cue overlaps the one before it", "%d cues overlap the one before them"},
	noLength:   {"1 cue has no length and counts no talking time", "%d cues have no length and count no talking time"},
	unnamed:    {"1 cue names no speaker", "%d cues name no speaker"},
	onlyBegins: {"the file has only the beginning of a turn: it lasts until the next one begins", "the file has only the beginnings of turns: each lasts until the next one begins"},
	dayTimes:   {"the times are times of day: counted from the first one", ""},
	numbered:   {"1 speaker has no name in the file and got a number", "%d speakers have no name in the file and got numbers"},
	above:      {"1 line above the first turn was left out", "%d lines above the first turn were left out"},
	untimed:    {"the file has no times: shares are of words, and no clock can follow it", ""},
}

// tally counts a trouble and knows where it was first.
type tally struct{ n, line int }

// mender gathers drafts and troubles, and makes the transcript of them.
type mender struct {
	t      *Transcript
	drafts []draft
	count  map[trouble]tally
}

func (m *mender) note(x trouble, line int) {
	c := m.count[x]
	if c.n++; c.n == 1 || line < c.line {
		c.line = line
	}
	m.count[x] = c
}

// begin and end take up a time that the file gives.
func (m *mender) begin(d *draft, x moment) { d.start, d.hasStart = m.time(x, d.line), true }
func (m *mender) end(d *draft, x moment)   { d.end, d.hasEnd = m.time(x, d.line), true }

func (m *mender) time(x moment, line int) int {
	if x.carried {
		m.note(carried, line)
	}
	if x.ms < 0 {
		m.note(negative, line)
	}
	return max(x.ms, 0)
}

// finish puts the drafts in order and says what was mended.
func (m *mender) finish() error {
	m.drafts = slices.DeleteFunc(m.drafts, func(d draft) bool {
		if d.text == "" {
			m.note(empty, d.line)
		}
		return d.text == ""
	})
	if len(m.drafts) == 0 {
		return &Error{Problem: "the file has the form of a transcript, and nobody says anything in it", Advice: Formats}
	}
	if m.t.Timed {
		m.missing()
		m.sort()
	} else {
		m.note(untimed, 0)
	}
	m.take()
	for x := notUTF8; x <= untimed; x++ {
		c := m.count[x]
		if c.n == 0 {
			continue
		}
		s := said[x][0]
		if c.n > 1 && said[x][1] != "" {
			s = said[x][1]
			if strings.Contains(s, "%d") {
				s = fmt.Sprintf(s, c.n)
			}
		}
		if x < overlap {
			if c.line > 0 {
				where := "line"
				if c.n > 1 {
					where = "first in line"
				}
				s += fmt.Sprintf(" (%s %d)", where, c.line)
			}
			m.t.Mended = append(m.t.Mended, s)
		} else {
			m.t.Noted = append(m.t.Noted, s)
		}
	}
	return nil
}

// missing fills in the times that the file does not give, from the cues around.
func (m *mender) missing() {
	last := 0
	for i := range m.drafts {
		d := &m.drafts[i]
		if !d.hasStart {
			d.start = last
			if d.hasEnd && d.end < last {
				d.start = d.end
			}
		}
		if d.hasEnd {
			if d.end < d.start {
				m.note(backwards, d.line)
				d.end = d.start
			}
			last = d.end
			continue
		}
		d.end = d.start + slowest(d.text)
		if i+1 < len(m.drafts) && m.drafts[i+1].hasStart && m.drafts[i+1].start >= d.start {
			d.end = min(d.end, m.drafts[i+1].start)
		}
		last = d.end
	}
}

// slowest is how long the words take a very slow speaker: no turn without an end lasts through a long silence.
func slowest(text string) int { return 2000 + 1000*words(text) }

func words(s string) int { return len(strings.Fields(s)) }

// sort puts cues in the order of their beginnings; the file's order decides between equals.
func (m *mender) sort() {
	furthest := 0
	for i, d := range m.drafts {
		if i > 0 && d.start < furthest {
			m.note(outOfOrder, d.line)
		}
		furthest = max(furthest, d.start)
	}
	slices.SortStableFunc(m.drafts, func(a, b draft) int { return a.start - b.start })
}

// take makes cues of the drafts.
func (m *mender) take() {
	t := m.t
	seen := map[string]bool{}
	t.Cues = make([]Cue, 0, len(m.drafts))
	for _, d := range m.drafts {
		c := Cue{d.start, d.end, d.speaker, d.text}
		last := len(t.Cues) - 1
		switch {
		case !t.Timed:
		case last >= 0 && t.Cues[last] == c:
			m.note(twice, d.line)
			continue
		case c.Start == c.End:
			m.note(noLength, d.line)
		case last >= 0 && c.Start < t.Cues[last].End:
			m.note(overlap, d.line)
		}
		if c.Speaker == "" {
			m.note(unnamed, d.line)
		} else if !seen[c.Speaker] {
			seen[c.Speaker] = true
			t.Speakers = append(t.Speakers, c.Speaker)
		}
		t.Cues = append(t.Cues, c)
	}
}
