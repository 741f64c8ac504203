package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
)

// Card is one practice as a document of its own: what is said against what is done, and what every number rests on. The
// card is built without quotes where the options ask for that.
func Card(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, c *card.Card, opt Options) *document.Document {
	b := newBuilder(e, pb, sc, nil, opt)
	d := b.doc
	d.Title = document.Clean(c.Name)
	if c.Stage != "" {
		d.Title += " at " + b.stageName(c.Stage)
	}
	d.Meta = document.Meta{Client: document.Clean(b.e.Client.Name), Date: opt.AsOf, Lang: "en"}
	b.add(b.voices(c)...)
	b.head(1, "sure", "How sure that is")
	b.add(document.Facts{Items: b.sure(c)})
	b.head(1, "rests", "What it rests on")
	b.add(b.sources(c)...)
	if len(c.Findings) > 0 {
		b.head(1, "findings", "Findings")
		b.add(document.List{Items: b.cardFindings(c)})
	}
	return d
}

// voices are the card's face: a sentence, and who says what. A report shows these blocks for each practice it speaks of.
func (b *builder) voices(c *card.Card) []document.Block {
	lead := document.Clean(c.Name)
	if c.Stage != "" {
		lead += " at " + b.stageName(c.Stage)
	}
	lead += b.fieldText(&c.Score)
	if !strings.HasSuffix(lead, ".") {
		lead += "."
	}
	t := document.Table{Columns: []document.Column{
		{Head: "Who", Width: 24},
		{Head: "Of 100", Align: document.Right, Width: 8},
		{Head: "n", Align: document.Right, Width: 6},
		{Head: "In their words", Width: 62},
	}}
	for _, v := range c.Voices {
		score, n := "-", "0"
		if v.Score != nil {
			score, n = whole(*v.Score), fmt.Sprint(v.N)
		}
		t.Rows = append(t.Rows, document.Row{Cells: [][]document.Inline{{document.Bold(document.Clean(v.Title()))}, document.Text(score), document.Text(n), b.cardWords(v.Words)}})
		if len(v.Roles) > 1 {
			for _, r := range v.Roles {
				t.Rows = append(t.Rows, texts("of these, "+document.Clean(card.Several(r.Role)), points(r.Score), fmt.Sprint(r.N), ""))
			}
		}
	}
	return []document.Block{document.Para{Lead: true, Text: document.Text(lead)}, t}
}

// cardWords are a line of a note with whose it is; words that are nobody's to show are not there.
func (b *builder) cardWords(w *card.Words) []document.Inline {
	if w == nil || (w.Quote && b.opt.NoQuotes) {
		return nil
	}
	say := b.people.say
	if w.Quote {
		say = b.people.quote
	}
	text := document.Short(say(unquoted(w.Text)), longestQuote)
	if text == "" {
		return nil
	}
	from := b.sourceName(w.From.Observation)
	if w.At != "" {
		from += " at " + document.Clean(string(w.At))
	}
	if w.Date != "" {
		from += ", " + day(w.Date)
	}
	if !w.Quote {
		return []document.Inline{{Text: upperFirst(text)}, {Text: " (" + from + ")", Muted: true}}
	}
	return []document.Inline{{Text: "“" + text + "”", Italic: true}, {Text: " (" + from + ")", Muted: true}}
}

// sourceName is a source as it may be shown.
func (b *builder) sourceName(o score.Observation) string {
	switch o.Kind {
	case score.PersonSource:
		if who := b.people.person(o.Source); who != "" {
			return who
		}
		return "someone"
	case score.CallSource:
		name := "call “" + b.people.say(o.Who) + "”"
		if c := b.e.Call(o.Record); c != nil {
			if who := b.people.person(c.Rep); who != "" {
				name += ", " + who
			}
		}
		return name
	}
	name := b.people.say(o.Who)
	if a := b.e.Audit(o.Record); a != nil {
		name += ", " + document.Clean(string(a.Kind)) + " audit"
	}
	return name
}

// sure says how far the numbers can be believed.
func (b *builder) sure(c *card.Card) []document.Fact {
	p := &c.Score
	out := []document.Fact{
		{Name: "Field", Text: document.Text(points(p.Field) + ", of " + many(p.FieldSources, "source"))},
		{Name: "Target", Text: document.Text(whole(p.Target))},
	}
	if p.Gap != nil {
		out = append(out, document.Fact{Name: "Gap", Text: document.Text(whole(*p.Gap))})
	}
	if p.BlindSpot != nil {
		kind := "a first sign"
		if p.Clear {
			kind = "clear"
		}
		out = append(out, document.Fact{Name: "Blind spot", Text: document.Text(signed(p.BlindSpot) + ", " + kind)})
	} else {
		out = append(out, document.Fact{Name: "Blind spot", Text: document.Text("cannot be said: it needs belief and field")})
	}
	return append(out, document.Fact{Name: "Confidence", Text: document.Text(string(p.Confidence))}, document.Fact{Name: "Contested", Text: document.Text(spreadText(c))})
}

// spreadText says how the sources of the field lie apart.
func spreadText(c *card.Card) string {
	s := c.Spread
	if s.Sources == 0 || s.Lowest == nil || s.Highest == nil {
		return "nothing seen in the field"
	}
	if s.Sources == 1 {
		return "one source only"
	}
	word := "no"
	switch {
	case c.Score.Contested:
		word = "yes"
	case s.Sources < 4:
		word = "too few to say"
	}
	return fmt.Sprintf("%s; %s from %s to %s, standard deviation %s", word, many(s.Sources, "source"), whole(*s.Lowest), whole(*s.Highest), whole(*s.Deviation))
}

// sources are all under the numbers, voice by voice, each with its ratings.
func (b *builder) sources(c *card.Card) []document.Block {
	t := document.Table{Columns: []document.Column{
		{Head: "Source", Width: 30},
		{Head: "Of 100", Align: document.Right, Width: 8},
		{Head: "Entered", Width: 12},
		{Head: "Asked or looked for", Width: 50},
	}}
	for _, v := range c.Voices {
		if v.N == 0 {
			continue
		}
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(fmt.Sprintf("%s: %s, mean of %s", document.Clean(v.Title()), points(v.Score), many(v.N, "source")))}})
		for _, s := range c.Sources {
			if s.Lens != v.Lens {
				continue
			}
			for i, r := range s.Ratings {
				name := ""
				if i == 0 {
					name = b.sourceName(r.Observation)
				}
				t.Rows = append(t.Rows, texts(name, whole(r.Value), document.Clean(r.From), b.askedText(r.Observation)))
			}
		}
	}
	if len(t.Rows) == 0 {
		return []document.Block{document.Para{Text: document.Text("Nothing has been rated yet.")}}
	}
	return []document.Block{t}
}

// askedText is what was asked: in the playbook's words, or in the consultant's own, in which a name may stand.
func (b *builder) askedText(o score.Observation) string {
	text := document.Clean(o.Label)
	if o.Item == "" {
		text = b.people.say(o.Label)
	}
	if text == "" {
		text = document.Clean(o.Item)
	}
	if st := b.e.Stage(o.Stage); st != nil && o.Kind == score.CallSource {
		text += " (" + document.Clean(st.Label()) + ")"
	}
	return text
}

func (b *builder) cardFindings(c *card.Card) [][]document.Inline {
	var out [][]document.Inline
	for _, f := range c.Findings {
		kind := "strength"
		if f.Gap && f.Priority != nil {
			kind = fmt.Sprintf("gap, priority %d of 25", *f.Priority)
		}
		if st := b.e.Stage(f.Stage); st != nil {
			kind += ", " + document.Clean(st.Label())
		}
		out = append(out, []document.Inline{{Text: b.people.say(f.Title)}, {Text: " (" + kind + ")", Muted: true}})
	}
	return out
}

func (b *builder) stageName(id string) string {
	if st := b.e.Stage(id); st != nil {
		return document.Clean(st.Label())
	}
	return document.Clean(id)
}

// givesAway says whether an id is made of its person's name, on whatever keyboard it was typed.
func (p *people) givesAway(id string, x model.Person) bool {
	if p.names {
		return false
	}
	var parts []string
	for _, w := range names.Words(id) {
		parts = append(parts, names.Fold(w))
	}
	for _, spelled := range names.Spellings(x.Name) {
		for _, w := range names.Words(spelled) {
			w = names.Fold(w)
			if n := len([]rune(w)); n >= 3 && strings.Contains(names.Fold(id), w) || n == 2 && slices.Contains(parts, w) {
				return true
			}
		}
	}
	return false
}

// recordID is an id as it may be shown; nothing where it is made of anybody's name.
func (p *people) recordID(id string) *string {
	for _, x := range p.list {
		if p.givesAway(id, x) {
			return nil
		}
	}
	return textOr(id)
}
