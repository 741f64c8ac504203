package transcript

import (
	"regexp"
	"strings"
	"unicode"
)

// head is a line of a plain transcript that begins a turn: a time, a name, both, and perhaps the first words.
type head struct {
	begins, ends       moment
	hasBegin, hasEnd   bool
	halfDay            bool // am or pm stood after it
	name, text         string
	marked             bool // the time stands in brackets or at the very beginning, or a colon ends the name
	nameOnly, timeOnly bool
}

const momentShape = `\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`

var (
	// [00:12:41] …, (00:12 - 00:15) …, 00:12 …
	timeFirst = regexp.MustCompile(`^[\[(<]?\s*(` + momentShape + `)(?:\s*([AaPp])\.?[Mm]\.?)?(?:\s*(?:-->|[-–—]|to)\s*(` + momentShape + `))?\s*[\])>]?(?:\s*[-–—|]\s|:?\s+|$)`)
	// … (00:12): …, … 00:12, … [00:12 - 00:15] …
	timeLast = regexp.MustCompile(`^(.{1,64}?)(?:\s*[-–—|,@]\s*|\s+|\s*)([\[(]?)\s*(` + momentShape + `)(?:\s*([AaPp])\.?[Mm]\.?)?(?:\s*(?:-->|[-–—]|to)\s*(` + momentShape + `))?\s*[\])]?(:?)(?:\s+|$)`)
)

// readHead reads a line as the head of a turn. Whether its name is one, the whole file says.
func readHead(line string) (h head, ok bool) {
	line = trim(strings.ReplaceAll(line, "**", ""))
	if m := timeFirst.FindStringSubmatch(line); m != nil {
		if !h.times(m[1], m[2], m[3]) {
			return h, false
		}
		rest := trim(line[len(m[0]):])
		h.marked = true
		name, text, isNamed := named(rest)
		switch {
		case rest == "":
			h.timeOnly = true
		case isNamed:
			h.name, h.text = name, text
		case possibleName(rest) && shaped(rest) && words(rest) <= 5 && !strings.HasSuffix(rest, "."):
			h.name, h.nameOnly = cleanName(rest), true
		default:
			h.text = rest
		}
		return h, true
	}
	if name, text, isNamed := named(line); isNamed && !hasMoment.MatchString(name) {
		h.name, h.text, h.marked = name, text, true
		return h, true
	}
	m := timeLast.FindStringSubmatch(line)
	if m == nil || !h.times(m[3], m[4], m[5]) {
		return h, false
	}
	h.name = cleanName(strings.Trim(strings.TrimPrefix(m[1], "- "), "[]"))
	h.text = trim(line[len(m[0]):])
	h.marked = m[2] != "" || m[6] != ""
	h.nameOnly = h.text == ""
	if !possibleName(h.name) || strings.Contains(h.name, ":") || !h.marked && (!h.nameOnly || !shaped(h.name) || words(h.name) > 5 || dated(h.name)) {
		return head{}, false
	}
	return h, true
}

// dated says whether a name holds more digits than Speaker 12: it is a date, or a row of a table.
func dated(name string) bool {
	return strings.IndexFunc(name, unicode.IsLetter) < 0 || len(strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsDigit(r) })) > 1
}

var hasMoment = regexp.MustCompile(momentShape)

func (h *head) times(begin, half, end string) bool {
	var ok bool
	if half != "" && strings.Count(begin, ":") == 1 {
		begin += ":00"
	}
	if h.begins, ok = readMoment(begin); !ok {
		return false
	}
	h.hasBegin = true
	if half != "" {
		h.halfDay = true
		const halfDay = 12 * 3600 * 1000
		h.begins.ms %= halfDay
		if half == "p" || half == "P" {
			h.begins.ms += halfDay
		}
	}
	h.ends, h.hasEnd = readMoment(end)
	return true
}

// plain reads text that names who speaks, with times or without.
func (m *mender) plain(lines []string) error {
	m.t.Format = Plain
	heads := make([]*head, len(lines))
	counts, of, timed := map[string]int{}, 0, map[string]bool{}
	for i, l := range lines {
		h, ok := readHead(l)
		if !ok || unicode.IsSpace(first(l)) && !h.hasBegin {
			continue
		}
		heads[i] = &h
		if h.name != "" {
			of++
			counts[h.name]++
			timed[h.name] = timed[h.name] || h.hasBegin && h.marked
		}
	}
	names := believed(counts, of+1) // +1: what is there once must look like a name
	for name, is := range timed {
		names[name] = names[name] || is && !isHeading(name)
	}
	for i, h := range heads {
		if h == nil || h.name == "" || names[h.name] {
			continue
		}
		if !h.hasBegin {
			heads[i] = nil
			continue
		}
		h.text, h.name, h.nameOnly = withName(h), "", false
	}
	if err := enough(lines, heads); err != nil {
		return err
	}
	m.turns(lines, heads)
	m.dayTimes(heads)
	m.ends()
	return nil
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// withName gives the words back that were taken for a name.
func withName(h *head) string {
	if h.nameOnly {
		return h.name
	}
	return trim(h.name + ": " + h.text)
}

// enough says whether this is a transcript at all: times with names or before most lines, or at least two turns of people
// who come back. A letter or a list has words with colons too, and each of them once.
func enough(lines []string, heads []*head) error {
	turns, times, timesNamed, full := 0, 0, 0, 0
	names := map[string]bool{}
	wrong := -1
	for i, l := range lines {
		h := heads[i]
		switch {
		case h == nil:
			if trim(l) != "" {
				full++
				if wrong < 0 {
					wrong = i
				}
			}
			continue
		case h.hasBegin:
			times++
			if h.name != "" {
				timesNamed++
			}
		}
		full++
		if h.name != "" {
			turns++
			names[h.name] = true
		}
	}
	switch {
	case timesNamed > 1, timesNamed == 1 && full < 4, times > 1 && times*2 >= full:
		return nil
	case turns > 1 && len(names) <= turns/2+1:
		return nil
	case wrong < 0:
		wrong = 0
	}
	return &Error{Line: wrong + 1, Problem: "no speaker and no time here, this is no transcript: " + excerpt(lines[wrong]), Advice: Formats}
}

// turns makes drafts of the heads and the lines below each.
func (m *mender) turns(lines []string, heads []*head) {
	var waiting *head // a time on a line of its own
	var more []string // lines that go on with the last turn
	skipped := 0
	finish := func() {
		if len(more) > 0 {
			d := &m.drafts[len(m.drafts)-1]
			d.text = oneLine(d.text + "\n" + strings.Join(more, "\n"))
			more = more[:0]
		}
	}
	for i, l := range lines {
		h := heads[i]
		if h != nil || waiting != nil {
			finish()
		}
		switch {
		case h != nil && h.timeOnly:
			waiting = h
		case h != nil:
			d := draft{line: i + 1, speaker: h.name, text: h.text, voiced: true}
			if !h.hasBegin && waiting != nil {
				h.begins, h.hasBegin, h.ends, h.hasEnd = waiting.begins, true, waiting.ends, waiting.hasEnd
			}
			waiting = nil
			m.stamp(&d, h)
			m.drafts = append(m.drafts, d)
		case trim(l) == "":
		case waiting != nil:
			d := draft{line: i + 1, text: trim(l), voiced: true}
			m.stamp(&d, waiting)
			waiting = nil
			m.drafts = append(m.drafts, d)
		case len(m.drafts) > 0:
			more = append(more, l)
		default:
			skipped++
		}
	}
	finish()
	for range skipped {
		m.note(above, 0)
	}
}

func (m *mender) stamp(d *draft, h *head) {
	if h.hasBegin {
		m.t.Timed = true
		m.begin(d, h.begins)
	}
	if h.hasEnd {
		m.end(d, h.ends)
	}
}
