package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name is at most so long.
const (
	longestName = 64 // characters
	mostWords   = 8
)

// cleanName makes the blanks of a name single ones.
func cleanName(s string) string { return strings.Join(strings.Fields(s), " ") }

// named cuts "Name: text" in two. It asks only whether this can be a name at all; whether it is one is for the whole file
// to say (see believed).
func named(s string) (name, text string, ok bool) {
	s = strings.TrimPrefix(s, ">> ")
	for i, r := range s {
		if i > 4*longestName {
			return "", "", false
		}
		if r != ':' && r != '：' {
			continue
		}
		rest := s[i+utf8.RuneLen(r):]
		if next, _ := utf8.DecodeRuneInString(rest); r == ':' && rest != "" && !unicode.IsSpace(next) {
			return "", "", false // a time, a link
		}
		name = cleanName(strings.TrimPrefix(s[:i], "- "))
		return name, trim(rest), possibleName(name)
	}
	return "", "", false
}

func possibleName(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= longestName && words(s) <= mostWords && !strings.ContainsAny(s, "?!;<>") &&
		!strings.HasSuffix(s, ",") && !strings.Contains(s, "...")
}

// shaped says whether a name is written as names are: no word but a particle begins with a small letter.
func shaped(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(['@#"))
		if unicode.IsLower(r) && !particle[strings.ToLower(w)] {
			return false
		}
	}
	return s != ""
}

var particle = map[string]bool{
	"de": true, "da": true, "di": true, "do": true, "dos": true, "du": true, "del": true, "della": true, "la": true, "le": true, "van": true,
	"von": true, "der": true, "den": true, "ter": true, "ten": true, "zu": true, "zum": true, "bin": true, "al": true, "el": true, "y": true, "e": true,
	"and": true, "of": true, "und": true, "et": true,
}

// headings are words before a colon that name no speaker: of a letter, of minutes, of a sentence.
var headings = map[string]bool{
	"from": true, "to": true, "cc": true, "bcc": true, "subject": true, "date": true, "sent": true, "re": true, "time": true, "duration": true,
	"attendees": true, "participants": true, "invited": true, "title": true, "topic": true, "meeting": true, "meeting title": true, "recording": true,
	"location": true, "agenda": true, "summary": true, "transcript": true, "action items": true, "notes": true, "note": true, "host": true,
	"organizer": true, "language": true, "kind": true, "file": true, "created": true, "speakers": true, "call": true, "ps": true, "p.s.": true,
	"http": true, "https": true, "keywords": true, "outline": true, "next steps": true, "example": true, "warning": true, "error": true,
}

func isHeading(name string) bool { return headings[strings.ToLower(name)] }

// believed says which of the possible names are names. Where nearly all of what is said begins with one (every), they all
// are, but for a phrase that is there once; elsewhere a name must come back, or look like one.
func believed(counts map[string]int, of int) map[string]bool {
	found := 0
	for _, n := range counts {
		found += n
	}
	every := found*10 >= of*9
	out := map[string]bool{}
	for name, n := range counts {
		switch {
		case isHeading(name):
		case found == of, every && (n > 1 || shaped(name) || words(name) < 3):
			out[name] = true
		case every:
		case n == 1 && strings.ContainsAny(name, `"“”`):
		case n > 1 && (shaped(name) || words(name) == 1), shaped(name) && (words(name) > 1 || found*2 >= of):
			out[name] = true
		}
	}
	return out
}

// nameCues finds the speakers of cues that name them in their text.
func (m *mender) nameCues() {
	counts, of := map[string]int{}, 0
	for i := range m.drafts {
		d := &m.drafts[i]
		if d.voiced || trim(d.text) == "" {
			continue
		}
		for j, l := range strings.Split(trim(d.text), "\n") {
			if j > 0 && !strings.HasPrefix(trim(l), "- ") && !strings.HasPrefix(trim(l), ">> ") {
				continue // only what is marked as another speaker's is
			}
			of++
			if name, _, ok := named(trim(l)); ok {
				counts[name]++
			}
		}
	}
	names := believed(counts, of)
	drafts := m.drafts
	m.drafts = make([]draft, 0, len(drafts))
	for _, d := range drafts {
		if d.voiced {
			m.drafts = append(m.drafts, d)
			continue
		}
		parts := nameLines(trim(d.text), names)
		if len(parts) > 1 {
			m.note(split, d.line)
		}
		m.spread(d, parts)
	}
}

// nameLines cuts a text where a line begins with a speaker's name.
func nameLines(s string, names map[string]bool) []part {
	var out []part
	now, lines := part{}, []string{}
	take := func() {
		now.text = oneLine(strings.Join(lines, "\n"))
		out, lines = append(out, now), lines[:0]
	}
	for l := range strings.SplitSeq(s, "\n") {
		name, text, ok := named(trim(l))
		switch {
		case !ok || !names[name]:
			text = l
		case name != now.speaker && (now.speaker != "" || len(lines) > 0):
			take()
			now = part{speaker: name}
		default:
			now.speaker = name
		}
		lines = append(lines, text)
	}
	take()
	return out
}
