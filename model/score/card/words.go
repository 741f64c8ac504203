package card

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
)

// late is how many seconds after an answer its words may be stamped.
const late = 10

// notes finds what was written beside a rating, and says what of it may be shown.
type notes struct {
	e      *model.Engagement
	opt    Options
	silent map[string]bool // people who are never quoted
	known  map[string]bool
}

func newNotes(e *model.Engagement, opt Options) *notes {
	n := &notes{e: e, opt: opt, silent: map[string]bool{}, known: map[string]bool{}}
	for _, p := range e.People {
		if !n.known[p.ID] {
			n.known[p.ID], n.silent[p.ID] = true, p.Quote != nil && !*p.Quote
		}
	}
	return n
}

// quotable says whether a person's words may be shown. One whom the file does not know never agreed to it; a call without
// a rep, or an audit, has nobody to ask.
func (n *notes) quotable(person string) bool {
	return person == "" || n.known[person] && !n.silent[person]
}

// strongest is what says it best: a verbatim line beside the rating that is farthest on the lens's side; else a gap noted
// there; else any line. What stands beside ratings on the other side speaks only where nothing else does. Of ratings alike
// the first counts, and of a note's lines the first of its kind.
func strongest(ratings []Rating, from float64, high bool, n *notes) *Words {
	var best *Words
	rank := 0
	for _, r := range ratings {
		w, kind := n.words(r)
		if high && r.Value >= from || !high && r.Value <= from {
			kind += quote // whatever is said on its side before all that is said on the other
		}
		if w == nil || kind < rank {
			continue
		}
		if kind > rank || (high && r.Value > best.From.Value) || (!high && r.Value < best.From.Value) {
			best, rank = w, kind
		}
	}
	return best
}

// The kinds of words, the better the higher.
const (
	plain = iota + 1
	gap
	quote
)

// words are the best line beside a rating, and its kind. A note taken in a talk is close to what was said, so that of a
// person who is not to be quoted stays out whole; of their call, what was heard between quotation marks.
func (n *notes) words(r Rating) (*Words, int) {
	person, date := n.of(r.Observation)
	free := n.quotable(person) && !n.opt.NoQuotes
	if r.Kind == score.PersonSource && !free {
		return nil, 0
	}
	var best *Words
	rank := 0
	look := func(note string, heard bool) {
		for line := range strings.SplitSeq(note, "\n") {
			l := model.ParseLine(line)
			kind := map[model.Mark]int{model.Plain: plain, model.GapLine: gap, model.Quote: quote}[l.Mark]
			if l.Text == "" || kind <= rank || (!free && (kind == quote || strings.ContainsAny(l.Text, `"“”„«»`))) {
				continue
			}
			best, rank = &Words{Text: l.Text, Quote: kind == quote, Heard: heard, At: l.At, Date: date, From: r}, kind
		}
	}
	look(r.Note, false)
	look(r.Heard, true)
	if best != nil && best.At == "" && r.Kind == score.CallSource {
		best.At = n.at(r.Observation)
	}
	return best, rank
}

// of is whose words stand beside a rating, and of which day they are.
func (n *notes) of(o score.Observation) (person string, date model.Date) {
	switch o.Kind {
	case score.PersonSource:
		if i := n.e.Interview(o.Record); i != nil {
			return o.Source, i.Date
		}
	case score.CallSource:
		if c := n.e.Call(o.Record); c != nil {
			return c.Rep, c.Date
		}
	case score.AuditSource:
		if a := n.e.Audit(o.Record); a != nil {
			return "", a.Date
		}
	}
	return "", ""
}

// rating is an observation with what was noted beside it, found by its place, where the record is still what was scored.
func (n *notes) rating(o score.Observation) Rating {
	r := Rating{Observation: o}
	switch o.Kind {
	case score.PersonSource:
		if i := n.e.Interview(o.Record); i != nil && o.Index < len(i.Answers) && i.Answers[o.Index].Question == o.Item {
			r.Note = i.Answers[o.Index].Note
		}
	case score.CallSource:
		if x := n.check(o); x != nil {
			r.Note, r.Heard = x.Note, stamped(n.e.Call(o.Record).Note, x.At)
		}
	case score.AuditSource:
		if a := n.e.Audit(o.Record); a != nil && o.Index < len(a.Checks) && a.Checks[o.Index].Check == o.Item {
			r.Note = a.Checks[o.Index].Note
		}
	}
	return r
}

func (n *notes) check(o score.Observation) *model.CallCheck {
	if c := n.e.Call(o.Record); c != nil && o.Index < len(c.Checks) && c.Checks[o.Index].Check == o.Item {
		return &c.Checks[o.Index]
	}
	return nil
}

func (n *notes) at(o score.Observation) model.Clock {
	if x := n.check(o); x != nil {
		return x.At
	}
	return ""
}

// stamped are the lines of a note at a position in the recording, and seconds around it.
func stamped(note string, at model.Clock) string {
	want, ok := at.Seconds()
	if !ok {
		return ""
	}
	var out []string
	for line := range strings.SplitSeq(note, "\n") {
		if s, ok := model.ParseLine(line).At.Seconds(); ok && max(s-want, want-s) <= late {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
