package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
)

const (
	longestRemark = 140 // characters
	mostQuotes    = 2   // of one piece
	lateStamp     = 10  // seconds: people stamp late
)

// rated says a rating, and in short what one sees at it.
func (b *builder) rated(rating *int, practice string) (fact, anchor string) {
	if rating == nil || *rating < 0 || *rating > 4 {
		return "", ""
	}
	if p := b.pb.Practice(practice); p != nil && *rating < len(p.Anchors) {
		anchor, _, _ = strings.Cut(document.Clean(p.Anchors[*rating]), ";")
		anchor = strings.TrimRight(document.Short(anchor, longestRemark), ". ")
	}
	return fmt.Sprintf("rated %d of 4", *rating), after(": ", anchor)
}

// after is a text with what leads up to it; nothing where there is none.
func after(lead, s string) string {
	if s == "" {
		return ""
	}
	return lead + s
}

// asked is a question with its answer.
func asked(ask, answer string) string {
	switch {
	case ask == "":
		return answer
	case strings.ContainsAny(ask[len(ask)-1:], "?.!:"):
		return ask + " " + answer
	}
	return ask + ": " + answer
}

// quotes are the verbatim lines of a note; with a position, those at that position, else those nearest to it.
func (b *builder) quotes(note string, at model.Clock) []string {
	var out []string
	for _, l := range nearest(note, at, func(l model.NoteLine) bool { return l.Mark == model.Quote }) {
		if q := document.Short(b.people.quote(unquoted(l.Text)), longestQuote); q != "" && len(out) < mostQuotes {
			out = append(out, q)
		}
	}
	return out
}

// remark is the unmarked text of a note, in short, to follow a fact. What was said is often in it between quotation
// marks: where a person may not be quoted, that is a quote.
func (b *builder) remark(person, note string, at model.Clock) string {
	var words []string
	for _, l := range nearest(note, at, func(l model.NoteLine) bool { return l.Mark == model.Plain }) {
		words = append(words, l.Text)
	}
	s := b.people.say(strings.Join(words, " "))
	if s == "" || (strings.ContainsAny(s, `"“”„«»`) && !b.quotable(person)) {
		return ""
	}
	return strings.TrimRight(document.Short(s, longestRemark), ". ")
}

// nearest are the lines of a kind at a position in a recording; where none stands there, those nearest to it.
func nearest(note string, at model.Clock, kind func(model.NoteLine) bool) []model.NoteLine {
	var out []model.NoteLine
	best := lateStamp + 1
	for line := range strings.SplitSeq(note, "\n") {
		l := model.ParseLine(line)
		if l.Text == "" || !kind(l) {
			continue
		}
		if at == "" {
			out = append(out, l)
			continue
		}
		switch d := apart(l.At, at); {
		case d < best:
			best, out = d, []model.NoteLine{l}
		case d == best && d <= lateStamp:
			out = append(out, l)
		}
	}
	return out
}

// apart is how many seconds lie between two positions; more than any recording has where one is none.
func apart(a, b model.Clock) int {
	x, ok := a.Seconds()
	y, ok2 := b.Seconds()
	if !ok || !ok2 {
		return 1 << 30
	}
	return max(x-y, y-x)
}
