package erase

import (
	"regexp"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

var (
	voice   = regexp.MustCompile(`<v(?:\.[^ >]*)? +([^>]*)>`) // <v Marcus Webb>
	speaker = regexp.MustCompile(`^(\s*(?:-\s*)?(?:\[[\d:.]+\]\s*)?)([\p{L}][\p{L}\p{M}\p{N} .,'’()/_-]{0,60}):(\s|$)`)
)

// Transcript takes the person out of a WebVTT, SRT or plain transcript: their name becomes the role, and what they say
// becomes a gap. A line without a speaker goes on with the one before. e is the engagement before it was changed.
func Transcript(src string, e *model.Engagement, t *Target) string {
	find, _ := t.finders(e)
	if len(t.Names) == 0 {
		return src
	}
	known := map[string]bool{} // by the names that transcripts use
	for _, c := range e.Calls {
		for name, of := range c.Speakers {
			known[names.Fold(name)] = known[names.Fold(name)] || t.is(of)
		}
	}
	theirs := func(name string) bool { return known[names.Fold(name)] || find.Replace(name) != name }
	lines := strings.SplitAfter(src, "\n")
	speaking := false
	for i, l := range lines {
		body := strings.TrimRight(l, "\r\n")
		end := l[len(body):]
		switch v, m := voice.FindStringSubmatchIndex(body), speaker.FindStringSubmatchIndex(body); {
		case strings.TrimSpace(body) == "", strings.Contains(body, "-->"), strings.Trim(body, "0123456789") == "", strings.HasPrefix(body, "WEBVTT"):
		case v != nil:
			if speaking = theirs(body[v[2]:v[3]]); speaking {
				body = body[:v[1]] + gap(body[v[1]:])
			}
		case m != nil:
			if speaking = theirs(body[m[4]:m[5]]); speaking {
				body = body[:m[5]+1] + gap(body[m[5]+1:])
			}
		case speaking:
			body = gap(body)
		}
		lines[i] = find.Replace(body) + end
	}
	return strings.Join(lines, "")
}

// gap stands for words, where there are any.
func gap(s string) string {
	if len(names.Spans(s)) == 0 {
		return s
	}
	if strings.HasPrefix(s, " ") {
		return " " + gone
	}
	return gone
}
