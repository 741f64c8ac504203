// Package transcript reads what recorders and meeting tools hand over as the text of a call: WebVTT (Zoom, Teams), SRT,
// plain "Name: text" with or without times, and the JSON of Gong and Fireflies. Bytes go in, cues come out, with plain
// sentences on what was mended. It also answers what a review asks of a transcript: who talked how much, who asked, what
// was said at a time, where a word stands, which objections the playbook's words point to. It opens no file, knows no
// screen, and imports only the types of model and the playbook.
//
// # The road
//
// bytes -> text (text.go) -> recognised by content (Parse) -> one reader per format (cues.go, plain.go, json.go), which
// make drafts -> names (speaker.go) -> one place that puts times in order and counts (mend.go). Nothing is guessed where
// the file is silent: a cue without a name has no speaker, a cue without a length counts no talking time.
//
// # Decisions
//
// Times are milliseconds of the recording, as the file has them; the first cue need not be at 0. Cues are in order of
// their beginnings. Cues that overlap stay as they are (people do talk at the same time); a speaker's talking time counts
// a moment once. A plain transcript without times has all its cues at 0, and its shares are of words.
package transcript

import (
	"fmt"
	"sort"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// Format is how a transcript is written.
type Format string

const (
	WebVTT    Format = "WebVTT"
	SRT       Format = "SRT"
	Plain     Format = "plain text"
	Gong      Format = "Gong JSON"
	Fireflies Format = "Fireflies JSON"
)

// Cue is one thing that was said.
type Cue struct {
	Start, End int    // milliseconds of the recording
	Speaker    string // empty where the file names nobody
	Text       string // on one line, otherwise as it came: control characters and all
}

// At is where the cue begins, as the engagement file writes it.
func (c Cue) At() model.Clock { return model.ClockAt(c.Start / 1000) }

// Transcript is what was said on one call.
type Transcript struct {
	Format   Format
	Encoding string // UTF-8, UTF-16 or Windows-1252
	Timed    bool   // false: plain text without times
	Cues     []Cue  // by their beginnings
	Speakers []string
	Mended   []string        // what was put right, in sentences
	Noted    []string        // what is odd and was left as it is
	Sides    map[string]Side // of speakers, where the file itself tells (Gong)
}

// Error refuses a file that is no transcript, at a line where there is one.
type Error struct {
	Line    int
	Problem string
	Advice  string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Problem
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Problem)
}

// Hint says what to do.
func (e *Error) Hint() string { return e.Advice }

// Formats says what Parse takes.
const Formats = "gapbook reads WebVTT, SRT, plain text written as Name: text, and the JSON of Gong and Fireflies"

// Parse reads a transcript. The error is an *Error.
func Parse(src []byte) (*Transcript, error) {
	text, encoding, strange, err := decode(src)
	if err != nil {
		return nil, err
	}
	t := &Transcript{Encoding: encoding}
	m := &mender{t: t, count: map[trouble]tally{}}
	if strange > 0 {
		m.count[notUTF8] = tally{n: strange}
	}
	start := strings.TrimLeft(text, " \t\r\n")
	if isJSON(start) {
		err = m.json(text)
	} else {
		lines := splitLines(text)
		switch {
		case strings.HasPrefix(start, "WEBVTT"), hasTiming(lines):
			err = m.cues(lines)
		default:
			err = m.plain(lines)
		}
	}
	if err != nil {
		return nil, err
	}
	if err := m.finish(); err != nil {
		return nil, err
	}
	return t, nil
}

// Length is where the last cue ends, in milliseconds; 0 without times.
func (t *Transcript) Length() int {
	end := 0
	for _, c := range t.Cues {
		end = max(end, c.End)
	}
	return end
}

// At finds the cue that was the last to begin at a time (in milliseconds), -1 before the first. During says that it has
// not ended yet.
func (t *Transcript) At(ms int) (cue int, during bool) {
	i := sort.Search(len(t.Cues), func(i int) bool { return t.Cues[i].Start > ms }) - 1
	return i, i >= 0 && ms < t.Cues[i].End
}
