package transcript

import (
	"html"
	"regexp"
	"strings"
)

// tags are those that WebVTT and SRT know, and times inside a cue. Whatever else stands in angle brackets is text.
var (
	tags      = regexp.MustCompile(`(?i)</?(?:c|i|b|u|s|ruby|rt|lang|font|span)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\an?\d\}`)
	voiceTag  = regexp.MustCompile(`(?i)</?v(?:\.[^\s<>]*)?(?:[ \t\n]+([^<>]*))?>`)
	reference = regexp.MustCompile(`&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});`)
)

// plainText takes the markup off a text.
func plainText(s string) string {
	if strings.ContainsAny(s, `<{`) {
		s = tags.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "&") {
		s = reference.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	return s
}

// oneLine joins the lines of a text, without the blanks at their ends.
func oneLine(s string) string {
	if !strings.Contains(s, "\n") {
		return trim(s)
	}
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = trim(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, " ")
}

// splitVoices cuts the text of a cue at its voice tags: <v Last, First>text</v>, the closing tag or not. There is always
// one part, if only an empty one. Lines are kept apart where there is no tag: a second line may name a second speaker.
func splitVoices(s string) []part {
	var found [][]int
	if strings.Contains(s, "<") {
		found = voiceTag.FindAllStringSubmatchIndex(s, -1)
	}
	if len(found) == 0 {
		return []part{{text: plainText(s)}}
	}
	var out []part
	now, texts, from := part{}, []string{}, 0
	take := func(until int) {
		if text := oneLine(plainText(s[from:until])); text != "" {
			texts = append(texts, text)
		}
		from = until
	}
	turn := func(next part) {
		if len(texts) > 0 {
			now.text = strings.Join(texts, " ")
			out, texts = append(out, now), nil
		}
		now = next
	}
	for _, at := range found {
		take(at[0])
		from = at[1]
		if s[at[0]+1] == '/' {
			continue // what follows a closing tag goes on with the speaker
		}
		next := part{voiced: true}
		if at[2] >= 0 {
			next.speaker = cleanName(plainText(s[at[2]:at[3]]))
		}
		if next != now {
			turn(next)
		}
	}
	take(len(s))
	last := now
	turn(part{})
	if len(out) == 0 {
		return []part{last}
	}
	return out
}
