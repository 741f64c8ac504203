// Package guided is what the pages of the fieldwork are made of: those on which one goes through a list of things to
// ask or to look at, rates each, and types what is heard. The interview and the audit use the whole of it (Runner); a
// call review takes the pieces that it needs:
//
//	Notes    the note pane: one editor for each note, what was typed and not yet sent, newer text from the file
//	Rail     the list of items at the side, with what is answered and the marks of each note
//	Card     one item, large enough to read aloud, with probes and what to listen for
//	Strip    the rating of an item, and Anchors, the words for each level while one chooses
//	Map      one cell for each item: coverage in one line
//	Capture  a finding from the line under the cursor, evidence attached
//
// It knows items and notes, not where they stand in an engagement: a page (the Host) says that. It imports the page
// contract, capture, evidence, keys and widgets, and no page.
package guided

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
)

// Kind is what an item wants from the person.
type Kind int

const (
	Rated Kind = iota // a question or check: rated, with a note of its own
	Read              // read aloud, or only shown; what is typed meanwhile goes to the note it names
	Panel             // the page draws what lies under the card
)

// Item is one thing to go through.
type Item struct {
	Key     string // among the items; the interviewee's own words never change it
	Kind    Kind
	Section string // heading above it in the list, where it begins one
	Name    string // in the list: the practice, mostly
	Tag     string // over the question; empty: the name
	Ask     string // large
	Body    []string
	Probes  []string
	Look    string // what to listen or look for
	Hint    string // how Look is headed
	Problem string // what is wrong with it in the file

	Practice string
	Anchors  []string

	Rating  *int
	NA      bool
	Skipped bool
	Sample  *model.Sample

	Note    string // as it stands in the engagement
	NoteKey string // notes with the same key are one
}

// Recorded says whether anything stands there, be it only a note.
func (it Item) Recorded() bool {
	return it.Rating != nil || it.NA || it.Sample != nil || it.Kind == Rated && strings.TrimSpace(it.Note) != ""
}

// Answered says whether it is settled: a valid rating, a sample, or not applicable.
func (it Item) Answered() bool {
	return it.NA || it.Sample != nil || it.Rating != nil && *it.Rating >= 0 && *it.Rating <= 4
}

// AnsweredOf counts the items that want an answer, and those that have one.
func AnsweredOf(items []Item) (n, of int) {
	for _, it := range items {
		if it.Kind != Rated {
			continue
		}
		of++
		if it.Answered() {
			n++
		}
	}
	return n, of
}

// Marks counts the marked lines of a note.
type Marks struct{ Quotes, Gaps, Follows, Objections int }

// Add sums two counts.
func (m Marks) Add(o Marks) Marks {
	return Marks{m.Quotes + o.Quotes, m.Gaps + o.Gaps, m.Follows + o.Follows, m.Objections + o.Objections}
}

// MarksOf counts in a note of the file.
func MarksOf(note string) (m Marks) {
	if note == "" {
		return m
	}
	for line := range strings.SplitSeq(note, "\n") {
		switch model.ParseLine(line).Mark {
		case model.Quote:
			m.Quotes++
		case model.GapLine:
			m.Gaps++
		case model.FollowUp:
			m.Follows++
		case model.ObjLine:
			m.Objections++
		}
	}
	return m
}

// Words shortens text to w cells between words; only a single word that is too long is cut.
func Words(s string, w int) string {
	s = layout.Clean(s)
	if layout.Width(s) <= w {
		return s
	}
	out := ""
	for word := range strings.FieldsSeq(s) {
		next := strings.TrimSpace(out + " " + word)
		if layout.Width(next)+1 > w {
			break
		}
		out = next
	}
	if out == "" {
		return layout.Cut(s, w)
	}
	return strings.TrimRight(out, ",;:.") + "…"
}

// paragraph wraps text at blanks alone: a word with a hyphen stays whole.
func paragraph(s string, w int) []string {
	const stiff = "\u2011"
	s = strings.ReplaceAll(strings.Join(strings.Fields(layout.Clean(s)), " "), "-", stiff)
	out := layout.Wrap(s, w)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], stiff, "-")
	}
	return out
}

// Chord is the key for an action while one types in a note, as it is shown to people.
func Chord(scope keys.Scope, a keys.Action) string {
	for _, b := range keys.Of(scope, true) {
		if b.Action == a {
			return keys.Shown(b.Keys[0])
		}
	}
	return keys.First(a)
}
