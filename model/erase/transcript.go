package erase

import (
	"regexp"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

var (
	voice    = regexp.MustCompile(`<v(?:\.[^ >]*)? +([^>]*)>`) // <v Marcus Webb>
	speaker  = regexp.MustCompile(`^(\s*(?:-\s*)?(?:\[[\d:.]+\]\s*)?)([\p{L}][\p{L}\p{M}\p{N} .,'’()/_-]{0,60}):(\s|$)`)
	numbered = regexp.MustCompile(`(?i)^\p{L}*[ _-]*\d+$`) // Speaker 1: nobody's name
)

// Transcript takes the person out of a transcript of any kind: their name becomes the role, and what they say becomes a gap.
// A line without a speaker goes on with the one before. e is the engagement before it was changed.
func Transcript(src string, e *model.Engagement, t *Target) string {
	find, _ := t.finders(e)
	known := map[string]bool{} // by the names that transcripts use
	for _, c := range e.Calls {
		for name, of := range c.Speakers {
			known[names.Fold(name)] = known[names.Fold(name)] || t.is(of)
		}
	}
	if len(t.Names) == 0 && len(known) == 0 {
		return src
	}
	if len(t.Names) == 0 {
		find = names.New(nil, nil)
	}
	theirs := func(name string) bool { return known[names.Fold(name)] || find.Replace(name) != name }
	called := func(name string) string { // as the transcript calls them
		if known[names.Fold(name)] && !numbered.MatchString(name) {
			return standIn(t.Role)
		}
		return name
	}
	if root, err := parseJSON(src); err == nil && root.items != nil {
		return jsonTranscript(src, root, theirs, func(s string) string { return find.Replace(called(s)) })
	}
	lines := strings.SplitAfter(src, "\n")
	speaking := false
	for i, l := range lines {
		body := strings.TrimRight(l, "\r\n")
		end := l[len(body):]
		switch v, m := voice.FindStringSubmatchIndex(body), speaker.FindStringSubmatchIndex(body); {
		case strings.TrimSpace(body) == "", strings.Contains(body, "-->"), strings.Trim(body, "0123456789") == "", strings.HasPrefix(body, "WEBVTT"):
		case v != nil:
			if speaking = theirs(body[v[2]:v[3]]); speaking {
				body = body[:v[2]] + called(body[v[2]:v[3]]) + body[v[3]:v[1]] + gap(body[v[1]:])
			}
		case m != nil:
			if speaking = theirs(body[m[4]:m[5]]); speaking {
				body = body[:m[4]] + called(body[m[4]:m[5]]) + ":" + gap(body[m[5]+1:])
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
