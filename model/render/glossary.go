package render

import (
	"regexp"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
)

// terms are the short words of the trade, and what they stand for, in the order in which they are explained. A client's
// reader need not know them.
var terms = []struct {
	word, means string
	in          *regexp.Regexp
}{
	{"CORE", "clarify, observe, reflect, execute: the four steps of a weekly coaching round", nil},
	{"CRM", "customer relationship management: the system in which the deals are kept", nil},
	{"ICP", "ideal customer profile", nil},
	{"MAP", "mutual action plan: the steps to a decision, with dates and owners on both sides, agreed with the buyer", nil},
	{"MEDDIC", "metrics, economic buyer, decision criteria, decision process, identify pain, champion: a checklist for qualifying a deal", nil},
	{"MQL", "marketing-qualified lead: one that Marketing hands over as worth a call", nil},
	{"SLA", "service-level agreement: here, the time in which a lead is answered", nil},
	{"SPICED", "situation, pain, impact, critical event, decision: a checklist for qualifying a deal", nil},
	{"SQL", "sales-qualified lead: one that Sales has accepted to work on", nil},
	{"Slippage", "the share of deals whose close date moved to a later month", regexp.MustCompile(`(?i)\bslippage\b`)},
	{"Few", "so few cases (under 10; under 20 decided deals of a stage) that they are an example rather than a rate", regexp.MustCompile(`\(few\)|\bfew \(\d`)},
}

// glossary explains those that the document uses, at its end.
func (b *builder) glossary() {
	var all strings.Builder
	for _, x := range b.doc.Blocks {
		all.WriteString(words(x) + "\n")
	}
	text := all.String()
	var f document.Facts
	for _, t := range terms {
		in := t.in
		if in == nil {
			if !strings.Contains(text, t.word) {
				continue
			}
			in = regexp.MustCompile(`\b` + t.word + `s?\b`)
		}
		if in.MatchString(text) {
			f.Items = append(f.Items, document.Fact{Name: t.word, Text: document.Text(upperFirst(t.means))})
		}
	}
	if len(f.Items) > 0 {
		b.head(1, "words", "Abbreviations and terms")
		b.add(f)
	}
}

// words is all that a block says.
func words(x document.Block) string {
	var s strings.Builder
	add := func(lists ...[]document.Inline) {
		for _, list := range lists {
			for _, i := range list {
				s.WriteString(i.Text)
			}
			s.WriteString("\n")
		}
	}
	switch x := x.(type) {
	case document.Heading:
		s.WriteString(x.Text)
	case document.Para:
		add(x.Text)
	case document.List:
		add(x.Items...)
	case document.Facts:
		for _, f := range x.Items {
			s.WriteString(f.Name + "\n")
			add(f.Text)
		}
	case document.Table:
		for _, r := range x.Rows {
			add(r.Cells...)
		}
	case document.Note:
		s.WriteString(x.Title + "\n")
		add(x.Text...)
	}
	return s.String()
}
