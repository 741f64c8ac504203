package evidence_test

import (
	"slices"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

var book = &playbook.Playbook{
	Guides: []playbook.Guide{{Role: model.Rep, Questions: []playbook.Question{{ID: "q-1", Practice: "next-steps", Ask: "What comes next?"}}}},
	Calls:  playbook.Rubric{Checks: []playbook.Check{{ID: "agenda", Practice: "next-steps", Ask: "Was there an agenda?"}}},
}

func rating(n int) *int { return &n }

func engagement() *model.Engagement {
	return &model.Engagement{
		People: []model.Person{{ID: "p-1", Name: "Marcus Webb", Role: model.Rep}},
		Interviews: []model.Interview{{
			ID: "i-1", Person: "p-1",
			Answers: []model.Answer{
				{Question: "q-1", Rating: rating(1), Note: "it depends\n! nobody knows\n> we push the date\n"},
				{Ask: "What would you drop?", Note: "! the Monday call"},
			},
			Note: "! outside the guide\n? ask ops",
		}},
		Calls: []model.Call{{
			ID: "c-1", Title: "Acme", Note: "[01:00] hello\n[12:41] ! no budget asked\n",
			Checks: []model.CallCheck{{Check: "agenda", Result: model.No, At: "00:30", Note: "none"}},
		}},
		Lines: []model.Line{{In: "i-1", Text: "ask ops", Done: "2026-03-04"}},
	}
}

func TestFind(t *testing.T) {
	e := engagement()
	for _, c := range []struct{ ref, who, text, at string }{
		{"i-1/q-1", "Marcus Webb", "we push the date", "q-1"},
		{"i-1/What would you drop?", "Marcus Webb", "the Monday call", "What would you drop?"},
		{"c-1@12:41", "Acme", "no budget asked", "12:41"},
		{"c-1@12:45", "Acme", "no budget asked", "12:45"}, // people stamp late
		{"c-1@00:30", "Acme", "none", "00:30"},
		{"c-1@30:00", "Acme", "", "30:00"},
		{"c-1/agenda", "Acme", "none", "agenda"},
	} {
		x := evidence.Find(e, book, c.ref)
		if x.Problem != "" || x.Who != c.who || x.Text != c.text || x.Route().At != c.at {
			t.Errorf("%s: %q %q %q, problem %q", c.ref, x.Who, x.Text, x.Route().At, x.Problem)
		}
	}
	for _, ref := range []string{"i-9", "i-1/q-9", "i-1@12:00", "c-1@x"} {
		if evidence.Find(e, book, ref).Problem == "" {
			t.Errorf("%s leads nowhere, and nothing is said", ref)
		}
	}
}

func TestLines(t *testing.T) {
	e := engagement()
	var refs, proofs []string
	for _, l := range evidence.Lines(e, book, model.GapLine) {
		refs, proofs = append(refs, l.Place.Ref()), append(proofs, l.Evidence())
		if !l.Open() {
			t.Errorf("%q is open", l.Text)
		}
	}
	if want := []string{"i-1/q-1", "i-1/What would you drop?", "i-1", "c-1"}; !slices.Equal(refs, want) {
		t.Errorf("in %v, want %v", refs, want)
	}
	if want := []string{"i-1/q-1", "i-1/What would you drop?", "i-1", "c-1@12:41"}; !slices.Equal(proofs, want) {
		t.Errorf("evidence %v, want %v", proofs, want)
	}
	chase := evidence.Lines(e, book, model.FollowUp)
	if len(chase) != 1 || chase[0].Open() || len(chase[0].Reopen()) != 1 {
		t.Errorf("the follow-up is done: %+v", chase)
	}
	before, after := evidence.Lines(e, book, model.GapLine)[0].Around(2)
	if !slices.Equal(before, []string{"it depends"}) || !slices.Equal(after, []string{"> we push the date"}) {
		t.Errorf("around it: %q and %q", before, after)
	}
}

// What is taken away must not move what is taken away after it.
func TestForget(t *testing.T) {
	e := engagement()
	e.Lines = []model.Line{{In: "i-1", Text: "a", Finding: "f-1"}, {In: "i-1", Text: "b", Finding: "f-2"}, {In: "i-1", Text: "c", Finding: "f-1"}}
	e.Plan = &model.Plan{Actions: []model.Action{{ID: "x-1", Findings: []string{"f-1", "f-2"}}}}
	var got []string
	for _, x := range evidence.Forget(e, "f-1") {
		got = append(got, x.String())
	}
	if want := []string{"3 lines/#2", "3 lines/#0", "0 plan/actions/x-1/findings"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
