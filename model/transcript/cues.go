package transcript

import (
	"strings"
	"unicode"
)

// hasTiming tells WebVTT and SRT, by their times, from text.
func hasTiming(lines []string) bool {
	for _, l := range lines {
		if t, ok := readTiming(l); ok && (t.startOK || t.endOK) {
			return true
		}
	}
	return false
}

// cues reads WebVTT and SRT. It goes by the lines with times, not by empty lines: those are missing or too many in files
// that somebody has edited.
func (m *mender) cues(lines []string) error {
	m.t.Timed = true
	m.t.Format = formatOf(lines)
	if m.t.Format == WebVTT && !heading(lines) {
		m.note(noHeading, 0)
	}
	var at []int
	var times []timing
	readable := false
	note := notes(lines)
	for i, l := range lines {
		if t, ok := readTiming(l); ok && !note[i] {
			at, times = append(at, i), append(times, t)
			readable = readable || t.startOK || t.endOK
		}
	}
	if !readable {
		if len(at) > 0 {
			return &Error{Line: at[0] + 1, Problem: "no time of the file can be read, here for example: " + excerpt(lines[at[0]]), Advice: Formats}
		}
		return &Error{Line: 1, Problem: "the file begins as WebVTT and has no cues in it", Advice: Formats}
	}
	for k, i := range at {
		until := len(lines)
		if k+1 < len(at) {
			until = at[k+1]
			if isID(lines, until-1, i) {
				until--
			}
		}
		m.cue(lines, note, i, until, times[k])
	}
	m.nameCues()
	return nil
}

func heading(lines []string) bool {
	for _, l := range lines {
		if l = trim(l); l != "" {
			return strings.HasPrefix(l, "WEBVTT")
		}
	}
	return false
}

// formatOf tells the two apart, which differ by the heading and the sign before the fraction.
func formatOf(lines []string) Format {
	if heading(lines) {
		return WebVTT
	}
	for _, l := range lines {
		if t, ok := readTiming(l); ok && t.startOK && t.start.decimal == '.' {
			return WebVTT
		} else if ok && t.startOK {
			return SRT
		}
	}
	return SRT
}

// notes marks the lines of comments, styles and regions: from such a word after an empty line to the next empty line.
func notes(lines []string) []bool {
	out := make([]bool, len(lines))
	in, fresh := false, true
	for i, l := range lines {
		blank := trim(l) == ""
		in = !blank && (in || fresh && isNote(l))
		out[i], fresh = in, blank
	}
	return out
}

func isNote(line string) bool {
	s := trim(line)
	return s == "NOTE" || s == "STYLE" || s == "REGION" || strings.HasPrefix(s, "NOTE ") || strings.HasPrefix(s, "NOTE\t")
}

// isID says whether the line above a time is the cue's id rather than the end of the text before it: it stands alone, or
// looks like nothing else (a number, 12-0, a GUID with or without /12-0).
func isID(lines []string, i, last int) bool {
	if i <= last || trim(lines[i]) == "" {
		return false
	}
	if i-1 == last || trim(lines[i-1]) == "" {
		return true
	}
	digits := 0
	for _, r := range trim(lines[i]) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune("abcdefABCDEF-/", r):
			return false
		}
	}
	return digits > 0
}

// cue takes up the text between two times.
func (m *mender) cue(lines []string, note []bool, i, until int, t timing) {
	d := draft{line: i + 1}
	if t.startOK {
		m.begin(&d, t.start)
	}
	if t.endOK {
		m.end(&d, t.end)
	}
	if !t.startOK || !t.endOK {
		m.note(unread, d.line)
	}
	want := byte('.')
	if m.t.Format == SRT {
		want = ','
	}
	if t.unusual || t.startOK && t.start.decimal != want || t.endOK && t.end.decimal != want {
		m.note(unusual, d.line)
	}
	var text []string
	gap := false
	if end := whole(lines, i+1, until); end < until {
		m.note(cutOff, end+1)
		until = end
	}
	for j := i + 1; j < until; j++ {
		l := trim(lines[j])
		switch {
		case l == "":
			gap = true
		case note[j]:
		case gap && j == until-1 && allDigits(l): // the number of a cue that was cut off
		default:
			if gap && len(text) > 0 {
				m.note(broken, d.line)
			}
			gap = false
			text = append(text, l)
		}
	}
	m.voices(d, strings.Join(text, "\n"))
}

// whole is where the text of the last cue ends: before the beginnings of another one, of which the file has no more than
// a piece of its first time, after its number perhaps.
func whole(lines []string, from, until int) int {
	if until != len(lines) {
		return until
	}
	last := until - 1
	for last > from && trim(lines[last]) == "" {
		last--
	}
	if last <= from {
		return until
	}
	l := trim(lines[last])
	if !strings.Contains(l, ":") || strings.Trim(l, "0123456789:.,-> ") != "" {
		return until
	}
	if above := trim(lines[last-1]); above != "" && allDigits(above) {
		last--
	}
	if last == from || trim(lines[last-1]) != "" {
		return until
	}
	return last
}

// voices makes a draft for each speaker of a cue.
func (m *mender) voices(d draft, text string) {
	parts := splitVoices(text)
	if len(parts) > 1 {
		m.note(split, d.line)
	}
	m.spread(d, parts)
}

// part is what one speaker says in a cue.
type part struct {
	speaker, text string
	voiced        bool
}

// spread shares the time of a cue among its parts by their words.
func (m *mender) spread(d draft, parts []part) {
	all := 0
	for _, p := range parts {
		all += words(p.text)
	}
	begin, length, done := d.start, d.end-d.start, 0
	for _, p := range parts {
		x := d
		x.speaker, x.text, x.voiced = p.speaker, p.text, p.voiced
		if len(parts) > 1 && d.hasStart && d.hasEnd && length > 0 && all > 0 {
			x.start = begin + length*done/all
			done += words(p.text)
			x.end = begin + length*done/all
		}
		m.drafts = append(m.drafts, x)
	}
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
