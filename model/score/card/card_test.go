package card_test

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/model/workbook"
)

// exits is one practice seen from four sides, with sums that can be done by hand: belief (75+100)/2, field
// (1*50 + 2*0 + 2*25)/5 = 20.
const exits = `gapbook: 1
client: {name: Small}
playbook: sales-execution
people:
  - {id: p-1, name: Lena Hart, role: leader}
  - {id: p-2, name: Omar Reyes, role: manager}
  - {id: p-3, name: Ana Sousa, role: rep}
  - {id: p-4, name: Bo Lund, role: rep, quote: false}
stages:
  - {id: discovery, name: Discovery}
  - {id: proposal, name: Proposal}
audits:
  - {id: a-1, kind: stage, subject: discovery, checks: [{check: exit-criteria-written, rating: 1, note: "! the field is empty in all ten\nA list on the wiki."}]}
interviews:
  - {id: i-1, person: p-1, date: "2026-03-02", answers: [{question: lead-stage-exits, rating: 3, note: "> we have exit criteria\n> and they hold"}]}
  - {id: i-2, person: p-2, answers: [{question: mgr-stage-exits, rating: 4, note: "> all my people know them"}]}
  - {id: i-3, person: p-3, answers: [{question: rep-stage-exit, rating: 4, note: "> I go by the wiki"}]}
  - {id: i-4, person: p-4, answers: [{question: rep-stage-exit, rating: 0, note: "> nobody has ever seen them"}]}
calls:
  - {id: c-1, title: Acme, rep: p-3, stage: discovery, date: "2026-03-09", checks: [{check: exit-criterion-worked, result: "no", at: "12:40"}],
     note: "[02:10] > hello\n[12:45] > let us just move it along"}
  - {id: c-2, title: Borax, rep: p-4, stage: proposal, checks: [{check: exit-criterion-worked, result: "no", note: "> he said he skips it\nNot asked at all."}]}
findings:
  - {id: f-1, title: Exits are folklore, practice: stage-exits, stage: discovery}
  - {id: f-2, title: Let go, practice: stage-exits, status: dismissed}
  - {id: f-3, title: Elsewhere, practice: stage-exits, stage: proposal, kind: strength}
`

func build(t *testing.T, yaml string, opt card.Options) *card.Card {
	t.Helper()
	now, err := workbook.ReadBytes([]byte(yaml), "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	sc := score.Compute(now.E, now.Playbook, score.Options{})
	return card.Build(now.E, now.Playbook, sc, "stage-exits", opt)
}

func words(c *card.Card, l playbook.Lens) string {
	w := c.Voice(l).Words
	if w == nil {
		return ""
	}
	if w.Quote {
		return "> " + w.Text
	}
	return w.Text
}

func TestStrongestWords(t *testing.T) {
	c := build(t, exits, card.Options{})
	for l, want := range map[playbook.Lens]string{
		playbook.Believed: "> all my people know them",     // believed 87.5, above the field: the highest rating
		playbook.Reported: "> I go by the wiki",            // the lowest is Bo's, who is not to be quoted
		playbook.Observed: "> let us just move it along",   // from the call's own note, five seconds on
		playbook.Recorded: "the field is empty in all ten", // no verbatim line: the gap before the remark
	} {
		if got := words(c, l); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if w := c.Voice(playbook.Observed).Words; w.At != "12:45" || w.Date != "2026-03-09" || w.From.Source != "c-1" {
		t.Errorf("the words stand at %+v", w)
	}
	c = build(t, exits, card.Options{NoQuotes: true})
	for l, want := range map[playbook.Lens]string{
		playbook.Believed: "", playbook.Reported: "", playbook.Observed: "Not asked at all.", playbook.Recorded: "the field is empty in all ten",
	} {
		if got := words(c, l); got != want {
			t.Errorf("without quotes, %s: %q, want %q", l, got, want)
		}
	}
}

// Where the field is better than believed, belief is heard at its lowest and the field at its highest.
func TestStrongestWordsOfAStrength(t *testing.T) {
	c := build(t, `gapbook: 1
client: {name: Small}
playbook: sales-execution
people:
  - {id: p-1, name: Lena Hart, role: leader}
  - {id: p-2, name: Omar Reyes, role: manager}
  - {id: p-3, name: Ana Sousa, role: rep}
  - {id: p-4, name: Bo Lund, role: rep}
interviews:
  - {id: i-1, person: p-1, answers: [{question: lead-stage-exits, rating: 0, note: "> a mess"}]}
  - {id: i-2, person: p-2, answers: [{question: mgr-stage-exits, rating: 1, note: "> middling"}]}
  - {id: i-3, person: p-3, answers: [{question: rep-stage-exit, rating: 3, note: "> mostly"}]}
  - {id: i-4, person: p-4, answers: [{question: rep-stage-exit, rating: 4, note: "> always"}]}
`, card.Options{})
	if b, r := words(c, playbook.Believed), words(c, playbook.Reported); b != "> a mess" || r != "> always" {
		t.Errorf("belief says %q and the field %q", b, r)
	}
}

// A quote beside an answer that says the opposite is not the strongest word: a plain remark on its side is.
func TestWordsOnItsOwnSide(t *testing.T) {
	c := build(t, `gapbook: 1
client: {name: Small}
playbook: sales-execution
people:
  - {id: p-1, name: Lena Hart, role: leader}
interviews:
  - {id: i-1, person: p-1, answers: [{question: lead-stage-exits, rating: 3}]}
calls:
  - {id: c-1, title: Acme, checks: [{check: exit-criterion-worked, result: "yes", note: "> which of your three proofs is open?"}]}
  - {id: c-2, title: Borax, checks: [{check: exit-criterion-worked, result: "no", note: Moved on a hope.}]}
  - {id: c-3, title: Cobalt, checks: [{check: exit-criterion-worked, result: "no"}]}
`, card.Options{})
	if got := words(c, playbook.Observed); got != "Moved on a hope." {
		t.Errorf("calls say %q", got)
	}
}

func TestNumbersAndSources(t *testing.T) {
	c := build(t, exits, card.Options{})
	if len(c.Voices) != 4 || *c.Voice(playbook.Believed).Score != 87.5 || c.Voice(playbook.Believed).N != 2 || len(c.Voice(playbook.Believed).Roles) != 2 {
		t.Errorf("belief is %+v", c.Voice(playbook.Believed))
	}
	// reported (100+0)/2, observed 0, recorded 25: (50 + 0 + 50)/5
	if *c.Score.Field != 20 || *c.Score.BlindSpot != 67.5 {
		t.Errorf("field %v, blind spot %v", *c.Score.Field, *c.Score.BlindSpot)
	}
	if s := c.Spread; s.Sources != 5 || *s.Lowest != 0 || *s.Highest != 100 || !c.Score.Contested {
		t.Errorf("spread %+v", s)
	}
	n := 0
	for _, s := range c.Sources {
		sum := 0.0
		for _, r := range s.Ratings {
			sum += r.Value
		}
		if len(s.Ratings) != s.N || sum/float64(s.N) != s.Mean {
			t.Errorf("%s has %d ratings with the sum %v; n %d, mean %v", s.ID, len(s.Ratings), sum, s.N, s.Mean)
		}
		n++
	}
	if n != 7 {
		t.Errorf("%d sources", n)
	}
	if len(c.Findings) != 2 || c.Findings[0].ID != "f-1" || !c.Findings[0].Gap || c.Findings[1].Gap {
		t.Errorf("findings %+v", c.Findings)
	}
}

func TestAtAStage(t *testing.T) {
	c := build(t, exits, card.Options{Stage: "discovery"})
	// observed 0 and recorded 25, alike in weight; nothing said in an interview has a stage
	if *c.Score.Field != 12.5 || c.Score.BlindSpot != nil || c.Voice(playbook.Believed).N != 0 || c.Score.FieldSources != 2 {
		t.Errorf("at the stage: %+v", c.Score)
	}
	if len(c.Findings) != 1 || c.Findings[0].ID != "f-1" {
		t.Errorf("findings %+v", c.Findings)
	}
	for _, st := range []string{"discovery", "proposal"} {
		at := build(t, exits, card.Options{Stage: st})
		if got, want := *at.Score.Field, *build(t, exits, card.Options{}).Score.Stages[map[string]int{"discovery": 0, "proposal": 1}[st]].Field; got != want {
			t.Errorf("%s scores %v on the card and %v among the stages", st, got, want)
		}
	}
}

func TestNoSuchPractice(t *testing.T) {
	e, pb := &model.Engagement{}, &playbook.Playbook{}
	if c := card.Build(e, pb, score.Compute(e, pb, score.Options{}), "nothing", card.Options{}); c != nil {
		t.Errorf("a card of nothing: %+v", c)
	}
}
