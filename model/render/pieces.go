package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

// piece is one piece of evidence, looked up: what was said, what was noted as a gap, and what was entered.
type piece struct {
	quotes []string
	gaps   []string // the marked lines that became the finding
	who    string   // who said it, or where it was seen
	ask    string   // what was looked for, as it stands in the fact
	fact   string   // a rating, a sample or a result, with what was looked for
	full   string   // the same with all there is to it, where nothing else speaks
}

// unasked is a piece without its question, which an earlier one has asked.
func (p piece) unasked() piece {
	if p.ask != "" {
		question := asked(p.ask, "")
		p.fact, p.full = strings.Replace(p.fact, question, "", 1), strings.Replace(p.full, question, "", 1)
	}
	return p
}

func (p piece) inlines() []document.Inline {
	where := p.who
	if p.fact != "" {
		where += ": " + p.fact
	}
	noted := strings.Join(p.gaps, "; ")
	switch {
	case len(p.quotes) > 0:
		out := []document.Inline{{Text: "“" + strings.Join(p.quotes, "” “") + "”", Italic: true}, {Text: " (" + where + ")", Muted: true}}
		if noted != "" {
			out = append(out, document.Inline{Text: ". Noted: " + noted})
		}
		return out
	case noted != "":
		return []document.Inline{{Text: upperFirst(noted)}, {Text: " (" + where + ")", Muted: true}}
	}
	if p.full != "" {
		where = p.who + p.full
	}
	return document.Text(upperFirst(where))
}

// inTheseWords is said of a note that became the finding's title as it stood.
const inTheseWords = ": noted in these words"

func sameWords(a, b string) bool {
	return slices.EqualFunc(names.Words(a), names.Words(b), func(x, y string) bool { return names.Fold(x) == names.Fold(y) })
}

// pieces are what a finding rests on, each once; then the marked lines that became it and stand elsewhere.
func (b *builder) pieces(f *model.Finding) []piece {
	var out []piece
	seen := map[string]bool{}
	used := map[int]bool{}
	for _, s := range f.Evidence {
		if seen[s] {
			continue
		}
		seen[s] = true
		ref := model.ParseRef(s)
		p := b.piece(ref)
		if p.who == "" { // `check` reports what refers to nothing; a client does not need to read it
			continue
		}
		for _, i := range b.look.lines[f.ID] {
			l := b.e.Lines[i]
			if used[i] || l.In != (model.Ref{Record: ref.Record, Item: ref.Item}).String() {
				continue
			}
			if n := b.stillThere(l); n != nil && (ref.At == "" || n.At == "" || apart(n.At, ref.At) <= lateStamp) {
				used[i] = true
				if !sameWords(n.Text, f.Label()) { // which stands above it
					p.gaps = append(p.gaps, b.people.say(n.Text))
				} else if len(p.quotes) == 0 && p.fact == "" && p.full == "" {
					p.full = inTheseWords
				}
			}
		}
		out = append(out, p)
	}
	for _, i := range b.look.lines[f.ID] {
		l := b.e.Lines[i]
		n := b.stillThere(l)
		if used[i] || n == nil {
			continue
		}
		ref := model.ParseRef(l.In)
		ref.At = n.At
		switch p := b.piece(ref); {
		case p.who == "":
		case sameWords(n.Text, f.Label()):
			out = append(out, piece{who: p.who, full: inTheseWords})
		default:
			out = append(out, piece{who: p.who, gaps: []string{b.people.say(n.Text)}})
		}
	}
	return out
}

// stillThere finds a settled line in its note; nil where the note no longer has it.
func (b *builder) stillThere(l model.Line) *model.NoteLine {
	if b.marked == nil {
		b.marked = map[string][]model.NoteLine{}
		for _, n := range b.e.Notes() {
			b.marked[n.In] = append(b.marked[n.In], model.NoteLines(n.Text)...)
		}
	}
	for i, n := range b.marked[l.In] {
		if n.Mark == model.GapLine && n.Text == strings.TrimSpace(l.Text) {
			return &b.marked[l.In][i]
		}
	}
	return nil
}

// piece looks one reference up, but for the marked lines.
func (b *builder) piece(ref model.Ref) piece {
	if i := b.e.Interview(ref.Record); i != nil {
		return b.interview(i, ref)
	}
	if c := b.e.Call(ref.Record); c != nil {
		return b.call(c, ref)
	}
	if a := b.e.Audit(ref.Record); a != nil {
		return b.audit(a, ref)
	}
	return piece{}
}

func (b *builder) interview(i *model.Interview, ref model.Ref) piece {
	who := b.people.person(i.Person)
	if who == "" {
		who = "someone"
	}
	p := piece{who: who + ", interview"}
	note, practice := i.Note, ""
	if ref.Item != "" {
		note = ""
		for _, a := range i.Answers {
			if a.Question != ref.Item && (a.Question != "" || a.Ask != ref.Item) {
				continue
			}
			note, practice = a.Note, a.Practice
			if q := b.pb.Question(a.Question); q != nil {
				practice = q.Practice
			}
			if !a.NA {
				var anchor string
				if p.fact, anchor = b.rated(a.Rating, practice); b.believes(i.Person) && p.fact != "" {
					p.fact = "belief " + p.fact
				}
				if p.fact != "" {
					p.full = ": " + p.fact + anchor
				}
			}
			break
		}
	}
	if b.quotable(i.Person) {
		p.quotes = b.quotes(note, "")
	}
	if p.fact == "" {
		if b.quotable(i.Person) { // plain notes of a talk are close to what was said
			p.full = after(": ", b.remark(i.Person, note, ""))
		}
		if p.full == "" && practice != "" {
			p.full = ", on " + b.practiceName(practice)
		}
	}
	return p
}

// believes says whether a person was asked what they believe rather than what they do.
func (b *builder) believes(person string) bool {
	x := b.e.Person(person)
	return x != nil && b.pb.Lens(x.Role) == playbook.Believed
}

func (b *builder) call(c *model.Call, ref model.Ref) piece {
	p := piece{who: "call “" + b.people.say(c.Label()) + "”"}
	if ref.At != "" {
		p.who += " at " + document.Clean(string(ref.At))
	}
	if who := b.people.person(c.Rep); who != "" {
		p.who += ", " + who
	}
	quotable := b.quotable(c.Rep) // whoever spoke: it was said in this person's call
	for _, x := range c.Checks {
		if (ref.Item != "" && x.Check != ref.Item) || (ref.Item == "" && (ref.At == "" || x.At != ref.At)) {
			continue
		}
		if q := b.pb.CallCheck(x.Check); q != nil {
			if x.Result != "" && x.Result != model.NotApplicable {
				p.ask = b.people.say(q.Ask)
				p.fact = asked(p.ask, upperFirst(string(x.Result)))
				if ref.At == "" && x.At != "" {
					p.fact += ", at " + document.Clean(string(x.At))
				}
			} else {
				p.full = ", on " + b.practiceName(q.Practice)
			}
		}
		if quotable {
			p.quotes = b.quotes(x.Note, "")
		}
		if s := b.remark(c.Rep, x.Note, ""); s != "" {
			p.full = after(": ", p.fact) + ": " + s
		}
		break
	}
	if quotable && len(p.quotes) == 0 && ref.At != "" {
		for _, o := range c.Objections {
			if q := b.people.quote(unquoted(o.Quote)); o.At == ref.At && q != "" && len(p.quotes) == 0 {
				p.quotes = []string{document.Short(q, longestQuote)}
			}
		}
		if len(p.quotes) == 0 {
			p.quotes = b.quotes(c.Note, ref.At)
		}
	}
	if quotable && len(p.quotes) == 0 && ref.At == "" && ref.Item == "" {
		p.quotes = b.quotes(c.Note, "")
	}
	if p.fact == "" && p.full == "" && ref.At != "" {
		p.full = after(": ", b.remark(c.Rep, c.Note, ref.At))
	}
	return p
}

func (b *builder) audit(a *model.Audit, ref model.Ref) piece {
	p := piece{who: b.subject(a) + ", " + document.Clean(string(a.Kind)) + " audit"}
	if ref.Item == "" {
		if b.quotable("") {
			p.quotes = b.quotes(a.Note, "")
		}
		return p
	}
	for _, x := range a.Checks {
		if x.Check != ref.Item {
			continue
		}
		ask, practice := "", ""
		if q := b.pb.AuditCheck(a.Kind, a.Subject, x.Check); q != nil {
			ask, practice = b.people.say(q.Ask), q.Practice
		}
		rating, anchor, sample := "", "", ""
		if !x.NA {
			rating, anchor = b.rated(x.Rating, practice)
			if s := x.Sample; s != nil && s.Of > 0 {
				sample = fmt.Sprintf("%d of %s", s.Met, many(s.Of, "sampled record"))
			}
		}
		if rating != "" && sample != "" {
			sample = "; " + sample + " (the rating counts)"
		}
		remark := b.remark("", x.Note, "")
		switch {
		case rating+sample != "":
			p.ask = ask
			p.fact = asked(ask, upperFirst(rating+sample))
			p.full = ": " + asked(ask, upperFirst(rating+anchor+sample)) + after(". ", upperFirst(remark))
		case remark != "":
			p.full = ": " + remark
		case practice != "":
			p.full = ", on " + b.practiceName(practice)
		}
		if b.quotable("") {
			p.quotes = b.quotes(x.Note, "")
		}
		break
	}
	return p
}

// subject is what an audit looked at, by name.
func (b *builder) subject(a *model.Audit) string {
	if s := b.e.Stage(a.Subject); s != nil && a.Kind == model.StageAudit {
		return document.Clean(s.Label())
	}
	if s := b.pb.Subject(a.Kind, a.Subject); s != nil && s.Name != "" {
		return document.Clean(s.Name)
	}
	return document.Clean(a.Subject)
}
