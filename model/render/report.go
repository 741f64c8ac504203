package render

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// Section is a part of the report that can be chosen. Its name is also the key of the text written by hand for it.
type Section struct {
	Name, Title string
	build       func(*builder)
}

// Sections are the parts of the report, in their order.
func Sections() []Section {
	return []Section{
		{"summary", "Summary", (*builder).executive},
		{"coverage", "How we worked", (*builder).coverage},
		{"scores", "Scores and blind spots", (*builder).scorecard},
		{"cards", "What is said and what is done", (*builder).cards},
		{"findings", "Findings", (*builder).reportFindings},
		{"strengths", "What already works", (*builder).reportStrengths},
		{"funnel", "The funnel", (*builder).reportFunnel},
		{"objections", "Objections heard", (*builder).reportObjections},
		{"plan", "The 30-60-90 day plan", (*builder).reportPlan},
		{"indicators", "Indicators and reviews", (*builder).measures},
		{"appendix", "Appendix", (*builder).appendix},
	}
}

// SectionNames are what a report can be made of.
func SectionNames() []string {
	var out []string
	for _, s := range Sections() {
		out = append(out, s.Name)
	}
	return out
}

// Report is the whole readout: what was found, what it costs, and what to do about it.
func Report(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) *document.Document {
	b := newBuilder(e, pb, sc, d, opt)
	b.doc.Title = "Readout"
	b.doc.Meta = b.meta()
	b.report = true
	if b.has("findings") {
		for i, g := range b.gaps() {
			b.finding[g.ID] = i + 1
		}
	}
	for _, s := range Sections() {
		if s.Name == "appendix" && len(opt.Sections) == 0 {
			b.unfiled()
		}
		if b.has(s.Name) {
			s.build(b)
		}
	}
	b.glossary()
	return b.doc
}

// has says whether a section was asked for; all are where none is named.
func (b *builder) has(section string) bool {
	return len(b.opt.Sections) == 0 || slices.Contains(b.opt.Sections, section)
}

// open begins a section with its title and the text written by hand for it.
func (b *builder) open(name string) {
	if slices.Contains([]string{"scores", "findings", "funnel", "plan", "indicators", "appendix"}, name) && len(b.doc.Blocks) > 0 {
		b.add(document.PageBreak{Soft: true})
	}
	for _, s := range Sections() {
		if s.Name == name {
			b.head(1, name, s.Title)
		}
	}
	b.byHand(name)
}

// byHand adds what was written by hand for a section.
func (b *builder) byHand(name string) {
	if r := b.e.Readout; r != nil {
		b.add(b.markdown(r.Sections[name], 2)...)
	}
}

// unfiled are the texts written by hand for sections that the report does not know: they stand under their own names.
func (b *builder) unfiled() {
	if b.e.Readout == nil {
		return
	}
	var names []string
	for name, text := range b.e.Readout.Sections {
		if strings.TrimSpace(text) != "" && !slices.Contains(SectionNames(), name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		b.head(1, "", upperFirst(spoken(b.people.say(name))))
		b.byHand(name)
	}
}

// spoken is a name of the file as words.
func spoken(id string) string { return strings.NewReplacer("_", " ", "-", " ").Replace(id) }
