package model

import "strings"

// Mark is what the first character of a line in a note makes of it.
type Mark int

const (
	Plain    Mark = iota
	Quote         // > said in these very words
	GapLine       // ! a gap to triage
	FollowUp      // ? something to chase
	ObjLine       // #theme an objection
)

// NoteLine is one line of a note, taken apart.
type NoteLine struct {
	Mark  Mark
	At    Clock  // from a leading [mm:ss]
	Theme string // of an objection
	Text  string // without stamp and mark, trimmed
}

// ParseLine reads one line of a note: an optional [mm:ss] stamp, then an optional mark.
func ParseLine(line string) NoteLine {
	var n NoteLine
	s := strings.TrimSpace(line)
	if strings.HasPrefix(s, "[") {
		if stamp, rest, ok := strings.Cut(s[1:], "]"); ok {
			if _, ok := Clock(stamp).Seconds(); ok {
				n.At, s = Clock(stamp), strings.TrimSpace(rest)
			}
		}
	}
	n.Text = s
	if s == "" {
		return n
	}
	switch s[0] {
	case '>':
		n.Mark, n.Text = Quote, strings.TrimSpace(s[1:])
	case '!':
		n.Mark, n.Text = GapLine, strings.TrimSpace(s[1:])
	case '?':
		n.Mark, n.Text = FollowUp, strings.TrimSpace(s[1:])
	case '#':
		theme, rest, _ := strings.Cut(s[1:], " ")
		if theme != "" && ValidID(theme) {
			n.Mark, n.Theme, n.Text = ObjLine, theme, strings.TrimSpace(rest)
		}
	}
	return n
}

// NoteLines takes a whole note apart and keeps the marked lines.
func NoteLines(note string) []NoteLine {
	var out []NoteLine
	for line := range strings.SplitSeq(note, "\n") {
		if n := ParseLine(line); n.Mark != Plain && (n.Text != "" || n.Mark == ObjLine) {
			out = append(out, n)
		}
	}
	return out
}
