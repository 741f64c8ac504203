package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// gaps are the findings that ask for something, in order of priority.
func (b *builder) gaps() []score.Finding {
	var out []score.Finding
	for _, s := range b.sc.Findings {
		if s.Gap && b.look.findings[s.ID] != nil {
			out = append(out, s)
		}
	}
	return out
}

// reportFindings are all gaps at a glance, then each with what it rests on.
func (b *builder) reportFindings() {
	b.open("findings")
	gaps := b.gaps()
	if len(gaps) == 0 {
		b.add(document.Para{Text: document.Text("No gap is written down yet.")})
		return
	}
	b.add(matrix(gaps), b.gapTable(gaps), document.Para{Text: []document.Inline{{Muted: true, Text: "Priority is impact times ease, each from 1 to 5: 25 is the most."}}})
	for i, s := range gaps {
		b.gap(i+1, s)
	}
}

func (b *builder) gap(n int, s score.Finding) {
	f := b.look.findings[s.ID]
	b.head(2, fmt.Sprintf("finding-%d", n), fmt.Sprintf("%d. %s", n, b.people.say(f.Label())))
	var facts document.Facts
	fact := func(name string, text ...document.Inline) {
		if len(text) > 0 && text[0].Text != "" {
			facts.Items = append(facts.Items, document.Fact{Name: name, Text: text})
		}
	}
	about := []string{}
	if st := b.e.Stage(f.Stage); st != nil {
		about = append(about, "at "+document.Clean(st.Label()))
	}
	if f.Tag != "" {
		about = append(about, document.Clean(string(f.Tag)))
	}
	if s.Quadrant != nil {
		about = append(about, string(*s.Quadrant))
	}
	fact("In short", document.Inline{Text: upperFirst(strings.Join(about, ", "))})
	fact("Practice", document.Inline{Text: b.practice(f.Practice)})
	fact("At stake", b.stake(n, s)...)
	fact("Taken up by", b.takenUp(f.ID)...)
	b.add(facts)
	b.add(b.proof(f)...)
}

// stake is the value at stake of a finding's stage, which is one sum however many findings stand at the stage.
func (b *builder) stake(n int, s score.Finding) []document.Inline {
	if s.Value == nil || !(s.Value.Base > 0) {
		return nil
	}
	if first := b.staked[s.Stage]; first > 0 {
		return []document.Inline{{Text: "the same " + b.cash(s.Value.Base) + " as "}, {Text: fmt.Sprintf("finding %d", first), Link: fmt.Sprintf("#finding-%d", first)}}
	}
	b.staked[s.Stage] = n
	return document.Text(fmt.Sprintf("closing half of this stage's gap to target would be worth about %s of won business a year", b.cash(s.Value.Base)))
}

// takenUp are the actions of the plan that carry a finding.
func (b *builder) takenUp(id string) []document.Inline {
	var out []document.Inline
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			if !slices.Contains(b.carried(a), id) {
				continue
			}
			if len(out) > 0 {
				out = append(out, document.Inline{Text: "; "})
			}
			x := document.Inline{Text: fmt.Sprintf("action %d, %s", b.number[a.ID], b.title(a))}
			if b.has("plan") {
				x.Link = "#" + b.anchor(a)
			}
			out = append(out, x)
		}
	}
	if len(out) == 0 {
		return document.Text("no action in these 90 days")
	}
	return out
}

// carried are the findings that speak for an action.
func (b *builder) carried(a model.Action) []string {
	if r := b.d.Reasons[a.ID]; len(r.Findings) > 0 {
		return r.Findings
	}
	return a.Findings
}

// reportStrengths are what already works; without one there is no such section, unless a hand wrote something for it.
func (b *builder) reportStrengths() {
	any := b.e.Readout != nil && strings.TrimSpace(b.e.Readout.Sections["strengths"]) != ""
	for _, s := range b.sc.Findings {
		any = any || !s.Gap && b.look.findings[s.ID] != nil
	}
	if !any {
		return
	}
	b.open("strengths")
	b.strengthList()
}
