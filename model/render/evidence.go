package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
)

const (
	mostEvidence = 5   // pieces shown with an action
	longestQuote = 180 // characters
)

// evidence lists what the findings rest on, each piece once, those with a quote first: they are what a reader believes.
func (b *builder) evidence(findings []string) [][]Inline {
	var quoted, rest [][]Inline
	seen := map[string]bool{}
	for _, id := range findings {
		f := b.e.Finding(id)
		if f == nil {
			continue
		}
		for _, ref := range f.Evidence {
			if seen[ref] {
				continue
			}
			seen[ref] = true
			what, quote := b.piece(model.ParseRef(ref))
			switch {
			case what == "":
			case quote != "":
				quoted = append(quoted, []Inline{{Text: "“" + quote + "”", Italic: true}, {Text: " (" + what + ")", Muted: true}})
			default:
				rest = append(rest, Text(upperFirst(what)))
			}
		}
	}
	all := append(quoted, rest...)
	if n := len(all) - mostEvidence; n > 1 {
		all = append(all[:mostEvidence:mostEvidence], []Inline{{Text: fmt.Sprintf("and %d more pieces of evidence", n), Muted: true}})
	}
	return all
}

// piece says what one reference points at, and a quote from there where one may be shown.
func (b *builder) piece(ref model.Ref) (what, quote string) {
	if i := b.e.Interview(ref.Record); i != nil {
		return b.interview(i, ref)
	}
	if c := b.e.Call(ref.Record); c != nil {
		return b.call(c, ref)
	}
	if a := b.e.Audit(ref.Record); a != nil {
		return b.audit(a, ref), ""
	}
	return "", "" // `check` reports what refers to nothing; a client does not need to read it
}

func (b *builder) interview(i *model.Interview, ref model.Ref) (what, quote string) {
	who := b.people.person(i.Person)
	if who == "" {
		who = "someone"
	}
	note, asked := i.Note, ""
	if ref.Item != "" {
		note = ""
		for _, a := range i.Answers {
			if a.Question == ref.Item {
				note, asked = a.Note, a.Ask
				break
			}
		}
		if q := b.pb.Question(ref.Item); q != nil {
			asked = q.Ask
		}
	}
	if b.quotable(i.Person) {
		quote = b.firstQuote(note, "")
	}
	what = who + ", interview"
	if quote == "" && asked != "" {
		what += ", asked “" + b.people.say(asked) + "”"
	}
	return what, quote
}

func (b *builder) call(c *model.Call, ref model.Ref) (what, quote string) {
	what = "call “" + b.people.say(c.Label()) + "”"
	if ref.At != "" {
		what += " at " + clean(string(ref.At))
	}
	if who := b.people.person(c.Rep); who != "" {
		what += ", " + who
	}
	for _, x := range c.Checks {
		if (ref.Item != "" && x.Check == ref.Item) || (ref.Item == "" && ref.At != "" && x.At == ref.At) {
			if q := b.pb.CallCheck(x.Check); q != nil && x.Result != "" && x.Result != model.NotApplicable {
				what += ": " + b.people.say(q.Ask) + " " + upperFirst(string(x.Result))
			}
			if b.quotable(c.Rep) {
				quote = b.firstQuote(x.Note, "")
			}
			break
		}
	}
	if !b.quotable(c.Rep) { // whoever spoke: it was said in this person's call
		return what, ""
	}
	for _, o := range c.Objections {
		if quote == "" && ref.At != "" && o.At == ref.At {
			quote = short(b.people.say(o.Quote), longestQuote)
		}
	}
	if quote == "" && ref.At != "" {
		quote = b.firstQuote(c.Note, ref.At)
	}
	return what, quote
}

func (b *builder) audit(a *model.Audit, ref model.Ref) string {
	subject := clean(a.Subject)
	if s := b.e.Stage(a.Subject); s != nil && a.Kind == model.StageAudit {
		subject = clean(s.Label())
	} else if s := b.pb.Subject(a.Kind, a.Subject); s != nil && s.Name != "" {
		subject = clean(s.Name)
	}
	what := subject + ", " + clean(string(a.Kind)) + " audit"
	for _, x := range a.Checks {
		if x.Check != ref.Item || ref.Item == "" {
			continue
		}
		if q := b.pb.AuditCheck(a.Kind, a.Subject, x.Check); q != nil && q.Ask != "" {
			what += ": " + b.people.say(q.Ask)
		}
		switch {
		case x.Rating != nil:
			what += fmt.Sprintf(" Rated %d of 4", *x.Rating)
		case x.Sample != nil:
			what += fmt.Sprintf(" %d of %d sampled", x.Sample.Met, x.Sample.Of)
		}
		break
	}
	return what
}

// quotable says whether a person's words may be shown. A person whom the file does not know never agreed to it; a call
// without a rep has nobody to ask.
func (b *builder) quotable(person string) bool {
	if b.opt.NoQuotes {
		return false
	}
	if person == "" {
		return true
	}
	for _, p := range b.e.People {
		if p.ID == person {
			return p.Quote == nil || *p.Quote
		}
	}
	return false
}

// firstQuote is the first verbatim line of a note; with a position, the first at that position.
func (b *builder) firstQuote(note string, at model.Clock) string {
	for _, l := range model.NoteLines(note) {
		if l.Mark == model.Quote && (at == "" || l.At == at) {
			return short(strings.Trim(b.people.say(l.Text), `"“” `), longestQuote)
		}
	}
	return ""
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r, size := firstRune(s)
	return strings.ToUpper(string(r)) + s[size:]
}
