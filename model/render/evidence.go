package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
)

const (
	mostEvidence = 8   // pieces shown with a finding
	longestQuote = 180 // characters
)

// evidence prints the note of each finding of an action and what it rests on, once in a document; an action further on
// says where that is.
func (b *builder) evidence(a model.Action, findings []string) {
	var blocks []document.Block
	told := map[int][]string{} // titles by the number of the action where it stands
	var where []int
	live := b.live(findings)
	for _, f := range live {
		title := b.people.say(f.Label())
		n, before := b.proved[f.ID]
		if before {
			if n > 0 && told[n] == nil {
				where = append(where, n)
			}
			told[n] = append(told[n], title)
			continue
		}
		proof := b.proof(f)
		b.proved[f.ID] = 0 // there is nothing to point at
		if len(proof) > 0 {
			b.proved[f.ID] = b.number[a.ID]
			if len(live) > 1 {
				blocks = append(blocks, document.Para{Text: []document.Inline{document.Bold(title)}})
			}
		}
		blocks = append(blocks, proof...)
	}
	for _, n := range where {
		start := "As given with "
		if len(blocks) > 0 || len(where) > 1 {
			start = "For “" + strings.Join(told[n], "” and “") + "”: as given with "
		}
		to := document.Inline{Text: fmt.Sprintf("action %d", n), Link: fmt.Sprintf("#action-%d", n)}
		blocks = append(blocks, document.Para{Text: []document.Inline{{Text: start}, to, {Text: " above."}}})
	}
	if len(blocks) > 0 {
		b.head(3, "", "Evidence")
		b.add(blocks...)
	}
}

// live are the findings there are; those that a person dismissed are out of everything.
func (b *builder) live(ids []string) []*model.Finding {
	var out []*model.Finding
	for _, id := range ids {
		if f := b.look.findings[id]; f != nil && f.Status != model.Dismissed {
			out = append(out, f)
		}
	}
	return out
}

// unplanned are the gaps that no action in the three phases carries: found all the same, with what they rest on.
func (b *builder) unplanned() {
	headed := false
	for _, s := range b.sc.Findings {
		f := b.look.findings[s.ID]
		if _, told := b.proved[s.ID]; told || f == nil || !s.Gap {
			continue
		}
		if !headed {
			b.head(1, "unplanned", "Gaps that no action in these 90 days takes up")
			headed = true
		}
		b.head(2, "", b.people.say(f.Label()))
		if p := b.practice(f.Practice); p != "" {
			b.add(document.Para{Text: document.Text(p)})
		}
		b.add(b.proof(f)...)
	}
}

// proof is a finding's note and its evidence: quotes first, they are what a reader believes; then what was noted as a
// gap; then ratings, samples and results.
func (b *builder) proof(f *model.Finding) []document.Block {
	var out []document.Block
	for _, p := range b.findingNote(f) {
		out = append(out, document.Para{Text: p})
	}
	var quoted, noted, rest []piece
	for _, p := range b.pieces(f) {
		switch {
		case len(p.quotes) > 0:
			quoted = append(quoted, p)
		case len(p.gaps) > 0:
			noted = append(noted, p)
		default:
			rest = append(rest, p)
		}
	}
	var all [][]document.Inline
	asked := map[string]bool{}
	for _, p := range slices.Concat(quoted, noted, rest) {
		if asked[p.ask] {
			p = p.unasked()
		}
		asked[p.ask] = true
		all = append(all, p.inlines())
	}
	if n := len(all) - mostEvidence; n > 1 {
		all = append(all[:mostEvidence:mostEvidence], []document.Inline{{Text: fmt.Sprintf("and %d more pieces of evidence", n), Muted: true}})
	}
	if len(all) > 0 {
		out = append(out, document.List{Items: all})
	}
	return out
}

// findingNote is a finding's own note as paragraphs: lines that follow one another are one. Whose the quotes in it are is not
// known, so they are left out where somebody of the evidence may not be quoted. What is still to be chased is no news
// for a client.
func (b *builder) findingNote(f *model.Finding) [][]document.Inline {
	var out [][]document.Inline
	var open []string
	flush := func() {
		if s := b.people.say(strings.Join(open, " ")); s != "" {
			out = append(out, document.Text(s))
		}
		open = nil
	}
	for line := range strings.SplitSeq(document.CleanLines(f.Note), "\n") {
		l := model.ParseLine(line)
		if l.Mark != model.Plain || l.Text == "" || strings.HasPrefix(l.Text, "- ") || strings.HasPrefix(l.Text, "* ") {
			flush()
		}
		switch l.Mark {
		case model.Plain:
			open = append(open, l.Text)
		case model.GapLine:
			open = append(open, l.Text)
			flush()
		case model.ObjLine:
			open = append(open, strings.TrimSuffix(b.themeName(l.Theme)+": "+l.Text, ": "))
			flush()
		case model.Quote:
			if q := b.people.quote(unquoted(l.Text)); q != "" && b.allQuotable(f) {
				out = append(out, []document.Inline{{Text: "“" + q + "”", Italic: true}})
			}
		}
	}
	flush()
	return out
}

func (b *builder) themeName(id string) string {
	if t := b.pb.Theme(id); t != nil && t.Name != "" {
		return t.Name
	}
	return id
}

// allQuotable says whether everyone whom a finding's evidence comes from may be quoted.
func (b *builder) allQuotable(f *model.Finding) bool {
	for _, s := range f.Evidence {
		ref := model.ParseRef(s)
		if i := b.e.Interview(ref.Record); i != nil && !b.quotable(i.Person) {
			return false
		}
		if c := b.e.Call(ref.Record); c != nil && !b.quotable(c.Rep) {
			return false
		}
	}
	return !b.opt.NoQuotes
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

func unquoted(s string) string { return strings.Trim(s, `"“”„ `) }

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
