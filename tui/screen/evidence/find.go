package evidence

import (
	"cmp"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// Piece is one piece of evidence, looked up.
type Piece struct {
	Ref string
	Place
	Text    string     // the words it points at; absent where nothing was noted there
	Mark    model.Mark // of those words
	Problem string     // why it leads nowhere
}

// Find looks a piece of evidence up. One that leads nowhere has a Problem and nothing else.
func Find(e *model.Engagement, pb *playbook.Playbook, ref string) Piece {
	x := Piece{Ref: ref}
	if x.Problem = check.Unresolved(e, ref); x.Problem != "" {
		return x
	}
	r := model.ParseRef(ref)
	for _, p := range record(e, pb, r.Record) {
		if p.Item == r.Item {
			x.Place = p
			break
		}
	}
	if r.At != "" {
		x.At = r.At
		x.Text, x.Mark = heard(e.Call(r.Record), r.At)
		return x
	}
	x.Text, x.Mark = x.Excerpt()
	return x
}

// Route leads to where the evidence stands: to the moment, in a recording.
func (x Piece) Route() screen.Route {
	r := x.Place.Route()
	if ref := model.ParseRef(x.Ref); ref.At != "" {
		r.At = string(ref.At)
	}
	return r
}

func record(e *model.Engagement, pb *playbook.Playbook, id string) []Place {
	if i := e.Interview(id); i != nil {
		return interviewPlaces(e, pb, i)
	}
	if c := e.Call(id); c != nil {
		return callPlaces(e, pb, c)
	}
	if a := e.Audit(id); a != nil {
		return auditPlaces(e, pb, a)
	}
	return nil
}

// near is how many seconds a stamp may be away from the moment that evidence names: people stamp late.
const near = 10

// heard is what was noted at a moment of a recording: a stamped line, an objection's quote, or the note of an answer.
func heard(c *model.Call, at model.Clock) (string, model.Mark) {
	moment, ok := at.Seconds()
	if c == nil || !ok {
		return "", model.Plain
	}
	best, text, mark := near+1, "", model.Plain
	take := func(when model.Clock, words string, m model.Mark) {
		if s, ok := when.Seconds(); ok && words != "" && max(s-moment, moment-s) < best {
			best, text, mark = max(s-moment, moment-s), words, m
		}
	}
	for line := range strings.SplitSeq(c.Note, "\n") {
		n := model.ParseLine(line)
		take(n.At, n.Text, n.Mark)
	}
	for _, o := range c.Objections {
		take(o.At, o.Quote, model.Quote)
	}
	for _, x := range c.Checks {
		take(x.At, cmp.Or(x.Note, ResultWord(x.Result)), model.Plain)
	}
	return text, mark
}

// Choice is something that could become evidence.
type Choice struct{ Ref, Label, Detail string }

// Choices lists what could become evidence: every answer and check in which there is something, the notes, and the
// stamped moments of recordings.
func Choices(e *model.Engagement, pb *playbook.Playbook, but []string) []Choice {
	taken := map[string]bool{}
	for _, ref := range but {
		taken[ref] = true
	}
	var out []Choice
	add := func(ref, label, detail string) {
		if !taken[ref] {
			taken[ref] = true
			out = append(out, Choice{ref, label, detail})
		}
	}
	for _, p := range All(e, pb) {
		if p.Note == "" && p.Value == "" {
			continue
		}
		text, _ := p.Excerpt()
		label := p.Who
		switch {
		case text != "":
			label += ": " + text
		case p.Ask != "":
			label += ": " + p.Ask
		}
		add(p.Ref(), label, strings.TrimSpace(cmp.Or(practiceName(pb, p.Practice), p.Detail)+" "+p.Value))
		if p.Kind != screen.Call || p.Item != "" {
			continue
		}
		for line := range strings.SplitSeq(p.Note, "\n") {
			if n := model.ParseLine(line); n.At != "" && n.Text != "" {
				add(p.Record+"@"+string(n.At), p.Who+": "+n.Text, "at "+string(n.At))
			}
		}
	}
	return out
}

func practiceName(pb *playbook.Playbook, id string) string {
	if p := pb.Practice(id); p != nil {
		return cmp.Or(p.Name, id)
	}
	return id
}
