package render

import (
	"fmt"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

// appendix is what the client takes into use: checklists for their own stages, the playbook's handouts, and the method.
func (b *builder) appendix() {
	b.open("appendix")
	b.checklists()
	for _, h := range b.pb.Appendix {
		b.head(2, "", document.Clean(named(h.Title, h.ID)))
		b.add(b.handout(h.Text)...)
	}
	b.method()
}

// handout is text of the playbook. A firm wrote it, not somebody who knows the client's people: no word of it is a name.
func (b *builder) handout(text string) []document.Block {
	plain := *b
	plain.people = &people{}
	plain.opt.NoQuotes = false
	return plain.markdown(text, 3)
}

// checklists are a page for each stage of the client's own pipeline: what must be true to leave it.
func (b *builder) checklists() {
	if len(b.e.Stages) == 0 {
		return
	}
	b.head(2, "", "Stage exit checklists")
	b.add(document.Para{Text: document.Text("A deal moves on when every line is met and the proof is something that the buyer did. Criteria and fields are those of today; change them with the managers as the plan goes on.")})
	for _, s := range b.e.Stages {
		t := document.Table{Caption: "Exit checklist", Columns: []document.Column{
			{Head: "To leave " + document.Clean(s.Label()), Width: 45}, {Head: "Proof: what the buyer did", Width: 37}, {Head: "Met", Width: 12},
		}}
		row := func(text string) { t.Rows = append(t.Rows, texts(text, "", "")) }
		part := func(text string) {
			t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(text)}})
		}
		if len(s.ExitCriteria) == 0 {
			row("No exit criterion is written yet")
		}
		for _, c := range s.ExitCriteria {
			row(b.people.say(c))
		}
		if len(s.MandatoryFields) > 0 {
			part("Filled in the CRM")
			for _, f := range s.MandatoryFields {
				row(upperFirst(spoken(b.people.say(f))))
			}
		}
		b.head(3, "", document.Clean(s.Label()))
		b.add(t)
	}
}

// method is how every number of the report is made.
func (b *builder) method() {
	b.head(2, "method", "How this was measured")
	b.add(document.List{Items: [][]document.Inline{
		{document.Bold("Scores. "), {Text: "A rating of 0 to 4 counts as 0 to 100; on a recording, yes counts 100, partly 50 and no 0; a sample counts as the share that meets the check. " +
			"Each person, call or audit is one voice, however often it was asked."}},
		{document.Bold("Belief and field. "), {Text: fmt.Sprintf("Belief is what %s say. The field is the weighted mean of what is reported (weight %s), observed on calls (%s) and recorded (%s), of those that there are.",
			b.whoBelieves(), plain(b.pb.LensWeight(playbook.Reported)), plain(b.pb.LensWeight(playbook.Observed)), plain(b.pb.LensWeight(playbook.Recorded)))}},
		{document.Bold("Gap and blind spot. "), {Text: "The gap is the distance from the field to the target. The blind spot is belief minus field. It is clear when two or more believe and three or more sources of the field are known, " +
			"it is 25 points or more, and leaving out any one source does not turn it; else it is a first sign."}},
		{document.Bold("Confidence. "), {Text: "High: two or more ways of seeing the field with three sources each. Medium: two ways, or one with five sources. Low: less than that."}},
		{document.Bold("Order of findings. "), {Text: "Impact times ease, each from 1 to 5; then the blind spot of the practice, then confidence. An impact that nobody gave follows from the value at stake, else 3 is assumed and said to be."}},
		{document.Bold("Funnel. "), {Text: "A deal's furthest stage counts. Of those that reached a stage and are decided, conversion is the share that moved on; open deals are in neither. " +
			"The bottleneck is the stage where closing the gap to target is worth most. " + formula}},
		{document.Bold("Shares. "), {Text: "Shares are shown with their 95% Wilson interval, and marked “few” below 10 cases, below 20 decided deals of a stage."}},
	}})
}
