package erase

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// gone stands where a copy of the person's words was.
const gone = "[…]"

// So many words in a row make a copy; of a verbatim quote that is shorter, all of them, if there are at least so many.
const (
	run   = 6
	least = 3
)

// said is what the person said, to be found again where it was copied to.
type said struct {
	runs   map[string]bool // of run words
	quotes map[string]bool // short ones, whole
}

// add takes up a note about the person, line by line. The consultant's own lines (! and ?) are not what they said.
func (s *said) add(note string) {
	if s.runs == nil {
		s.runs, s.quotes = map[string]bool{}, map[string]bool{}
	}
	for line := range strings.SplitSeq(note, "\n") {
		n := model.ParseLine(line)
		if n.Mark == model.GapLine || n.Mark == model.FollowUp {
			continue
		}
		text, quote := n.Text, n.Mark == model.Quote
		if n.Mark == model.ObjLine {
			if q, ok := strings.CutPrefix(text, ">"); ok {
				text, quote = q, true
			}
		}
		w := folded(text, names.Spans(text))
		for i := range len(w) - run + 1 {
			s.runs[strings.Join(w[i:i+run], " ")] = true
		}
		if quote && len(w) >= least && len(w) < run {
			s.quotes[strings.Join(w, " ")] = true
		}
	}
}

func folded(s string, at [][2]int) []string {
	out := make([]string, len(at))
	for i, x := range at {
		out[i] = names.Fold(s[x[0]:x[1]])
	}
	return out
}

// cut takes copies out of a text. Lines of which nothing is left go, unless they are all there is.
func (s *said) cut(text string) string {
	at := names.Spans(text)
	w := folded(text, at)
	copied := make([]bool, len(w))
	found := false
	for i := range w {
		n := s.copied(w[i:])
		for j := range n {
			copied[i+j], found = true, true
		}
	}
	if !found {
		return text
	}
	var b strings.Builder
	last := 0
	for i := 0; i < len(w); i++ {
		if !copied[i] {
			continue
		}
		from := at[i][0]
		for i+1 < len(w) && copied[i+1] && !strings.Contains(text[at[i][1]:at[i+1][0]], "\n") {
			i++
		}
		b.WriteString(text[last:from] + gone)
		last = at[i][1]
	}
	b.WriteString(text[last:])
	return withoutEmpty(b.String())
}

// copied says how many of the words ahead are a copy.
func (s *said) copied(w []string) int {
	if len(w) >= run && s.runs[strings.Join(w[:run], " ")] {
		return run
	}
	for n := min(run-1, len(w)); n >= least; n-- {
		if s.quotes[strings.Join(w[:n], " ")] {
			return n
		}
	}
	return 0
}

// withoutEmpty drops the lines of which only the gap is left.
func withoutEmpty(text string) string {
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.Contains(line, gone) || len(names.Spans(model.ParseLine(line).Text)) > 0 {
			kept = append(kept, line)
		}
	}
	if out := strings.Join(kept, "\n"); strings.TrimSpace(out) != "" {
		return out
	}
	if strings.HasSuffix(text, "\n") {
		return gone + "\n"
	}
	return gone
}
