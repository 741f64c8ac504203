package render_test

import (
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// first is what someone has after a first day: a few answers, one call, one audit.
func first() *model.Engagement {
	return &model.Engagement{
		Client: model.Client{Name: "Tidewater", Currency: "EUR"}, PlanStart: "2026-11-30", Consultants: []string{"root"},
		People: []model.Person{
			{ID: "p-1", Name: "Ana Ruiz", Role: model.Manager, Title: "Head of Sales"},
			{ID: "p-2", Name: "Bob Stone", Role: model.Rep},
			{ID: "p-3", Name: "Cleo Park", Role: model.Rep, Quote: no()},
		},
		Stages: []model.Stage{{ID: "disc", Name: "Discovery"}},
		Audits: []model.Audit{{ID: "a-1", Kind: model.StageAudit, Subject: "disc", Note: "! close dates are a default nobody chose\n", Checks: []model.AuditCheck{
			{Check: "exit-criteria-written", Rating: whole(1), Sample: &model.Sample{Met: 3, Of: 10}, Note: "Bob says it changes"},
			{Check: "exit-criteria-held", Sample: &model.Sample{Met: 2, Of: 10}},
			{Check: "fields-filled"},
		}}},
		Interviews: []model.Interview{
			{ID: "i-1", Person: "p-2", Answers: []model.Answer{
				{Question: "rep-next-step", Rating: whole(1), Note: "> I just send the deck\n! steps live in heads, says Bob Stone\n! an open line\nplain words\n"},
				{Question: "rep-stage-exit", Rating: whole(1)},
			}},
			{ID: "i-2", Person: "p-1", Answers: []model.Answer{{Question: "mgr-next-steps", Rating: whole(3)}, {Question: "mgr-stage-exits", Rating: whole(3)}}},
			{ID: "i-3", Person: "p-3", Answers: []model.Answer{{Question: "rep-next-step", Note: "> secret words\nshe said so too\n"}}},
		},
		Calls: []model.Call{{
			ID: "c-1", Title: "Acme demo", Rep: "p-2", Stage: "disc", Note: "[46:32] ! nothing lands in a calendar\n",
			Checks:     []model.CallCheck{{Check: "mutual-next-step", Result: model.No, At: "46:30", Note: "ends on \"we will see\""}},
			Objections: []model.Objection{{Theme: "price", At: "12:41", Quote: "twice what we pay"}},
		}},
		Findings: []model.Finding{
			{
				ID: "f-1", Title: "Calls end without a date", Practice: "next-steps", Impact: whole(5), Ease: whole(4),
				Evidence: []string{"i-1/rep-next-step", "i-2/mgr-next-steps", "i-3/rep-next-step", "c-1/mutual-next-step"},
				Note:     "Bob and Cleo both wait\nfor the buyer.\n> whose words are these\n? ask Ana\n",
			},
			{
				ID: "f-2", Title: "Exit criteria are ours", Practice: "stage-exits",
				Evidence: []string{"a-1/exit-criteria-written", "a-1/exit-criteria-held", "a-1/fields-filled", "i-1/rep-stage-exit"},
			},
			{ID: "f-3", Title: "Nobody owns the number", Note: "Without a practice, so no action takes it up.", Evidence: []string{"c-1@46:30"}},
			{ID: "f-4", Title: "Wrongly seen", Practice: "next-steps", Status: model.Dismissed, Note: "dismissed note"},
		},
		Lines: []model.Line{
			{In: "i-1/rep-next-step", Text: "steps live in heads, says Bob Stone", Finding: "f-1"},
			{In: "a-1", Text: "close dates are a default nobody chose", Finding: "f-2"},
			{In: "c-1", Text: "nothing lands in a calendar", Finding: "f-3"},
			{In: "c-1", Text: "was edited away", Finding: "f-3"},
		},
	}
}

// flat is the plan as Markdown on one line, so that no wrapping hides a sentence.
func flat(t *testing.T, e *model.Engagement, opt render.Options) string {
	t.Helper()
	opt.AsOf = "2026-11-24"
	return strings.Join(strings.Fields(string(all(t, e, playbook.Builtin(), opt)["md"])), " ")
}

func holds(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("lacks %q in\n%s", w, text)
		}
	}
}

func lacks(t *testing.T, text string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(text, w) {
			t.Errorf("holds %q in\n%s", w, text)
		}
	}
}

func TestEvidenceSaysWhatWasRecorded(t *testing.T) {
	got := flat(t, first(), render.Options{})
	holds(t, got,
		"*“I just send the deck”* (Rep 1, interview: rated 1 of 4). Noted: steps live in heads, says Rep 1", // quote and the line that became it
		"Close dates are a default nobody chose (Discovery, stage audit)",                                   // a line in a note that no evidence names
		"Rep 1, interview: rated 1 of 4: A slide names the stages",                                          // a rating with its anchor
		"Manager 1, interview: belief rated 3 of 4: Most calls end with a date",                             // what is believed is said to be
		"Rated 1 of 4: A slide names the stages; 3 of 10 sampled records (the rating counts). Rep 1 says it changes",
		"2 of 10 sampled records",
		"No, at 46:30: ends on \"we will see\"",
		"Rep 2, interview, on Mutual next steps",
		"Nothing lands in a calendar (call “Acme demo” at 46:30, Rep 1:",
		"Rep 1 and Rep 2 both wait for the buyer.", // the finding's note, lines joined
		"## Gaps that no action in these 90 days takes up ### Nobody owns the number Without a practice, so no action takes it up.",
		"#### Evidence As given with action 1 above.", // of a finding with two actions
	)
	lacks(t, got, "asked “", "secret words", "she said so too", "an open line", "edited away", "whose words", "ask Ana", "Wrongly seen", "dismissed note", "Bob", "Cleo")
	if n := strings.Count(got, "A slide names the stages"); n != 2 {
		t.Errorf("evidence is printed %d times", n)
	}
}

func TestQuotesInFindingNotes(t *testing.T) {
	e := first()
	e.Findings[0].Evidence = e.Findings[0].Evidence[:2] // everybody left may be quoted
	holds(t, flat(t, e, render.Options{}), "*“whose words are these”*")
	got := flat(t, e, render.Options{NoQuotes: true})
	lacks(t, got, "whose words", "send the deck", "we will see", "plain words")
	holds(t, got, "Steps live in heads, says Rep 1 (Rep 1, interview: rated 1 of 4)", "Rep 1 and Rep 2 both wait")
}

func TestBlindSpotSentence(t *testing.T) {
	holds(t, flat(t, first(), render.Options{}),
		"On average over the 2 practices where both are known, managers put the score 58 points above what the field shows: that is the blind-spot index. Where they put it below, it counts 0.",
		"The one manager asked puts it at 75: a first sign")
	e := first()
	e.People[0].Role = model.Leader
	e.Interviews[1].Answers[0].Question = "lead-next-steps"
	holds(t, flat(t, e, render.Options{}), "leaders put the score 58 points above")
}

func TestOpenOwnersAndBaselinesAreCounted(t *testing.T) {
	holds(t, flat(t, first(), render.Options{}), "The plan has 12 actions", "6 of them have a named owner; 6 owners are still to be named.",
		"1 of them has a baseline to judge it by; 11 baselines are still to be measured.")
	e := told()
	e.Plan.Actions = e.Plan.Actions[:2]
	bare := func() string {
		return strings.Join(strings.Fields(string(render.Markdown(render.Plan(e, nil, nil, draftOf(e), render.Options{})))), " ")
	}
	holds(t, bare(), "All have a named owner. 1 of them has a baseline to judge it by; 1 baseline is still to be measured.")
	e.Plan.Actions[0].Owner = ""
	holds(t, bare(), "1 of them has a named owner; 1 owner is still to be named.")
}

func TestReasonsWithoutAFinding(t *testing.T) {
	got := flat(t, first(), render.Options{})
	holds(t, got, "**Why:** A week is short enough to still save the deal; by the quarterly review there is only the story left. Actions 7 and 9 build on it.",
		"**Why:** To have one story a week in the team meeting.")
	lacks(t, got, "backbone")
	e := first()
	e.Findings = nil
	holds(t, flat(t, e, render.Options{}), "The field is 57 points short of the target")
}

func TestObjectionsAreAsManyAsWereHeard(t *testing.T) {
	e := first()
	holds(t, flat(t, e, render.Options{}), "Build content for the objection heard on calls", "and a proof to send, for “Price or budget”")
	e.Calls[0].Objections = append(e.Calls[0].Objections, model.Objection{Theme: "timing"}, model.Objection{Theme: "authority"})
	holds(t, flat(t, e, render.Options{}), "Build content for the 3 objections heard on calls")
	e.Calls[0].Objections = nil
	holds(t, flat(t, e, render.Options{}), "Build content for the objections to be gathered from the calls", "send, for the objections to be gathered from the calls")
}

func TestTinyCountsAreMarked(t *testing.T) {
	got := flat(t, first(), render.Options{})
	holds(t, got, "**0% → 25%**, few (1 call) |", "**0% → 25%**, few (1 call), taken from: call reviews, 0 of 1 calls",
		"(too few to say much: 2 sources; medium confidence)")
	e := told()
	metric := func(from string) string {
		e.Plan.Actions = []model.Action{{ID: "a", Title: "A", Phase: 30, Practice: "x", Metric: &model.Metric{Name: "M", From: from, Baseline: num(0.3)}}}
		sc := &score.Result{
			Practices: []score.Practice{{Practice: "x", Field: num(10), FieldSources: 1}},
			CallItems: []score.CallItem{{Check: "rare", Share: funnel.ShareOf(1, 4)}, {Check: "often", Share: funnel.ShareOf(10, 40)}},
		}
		_, measured, _ := strings.Cut(string(render.Markdown(render.Plan(e, nil, sc, draftOf(e), render.Options{}))), "**Measured by:**")
		measured, _, _ = strings.Cut(measured, "#")
		return strings.Join(strings.Fields(measured), " ")
	}
	for from, want := range map[string]string{
		"Proposal, baseline funnel, 5 of 12 (few)": "few (12 deals)", "leads, baseline funnel, 1 of 1 (few)": "few (1 lead)",
		"coaching rounds, 2 of 8 rep-weeks (few)": "few (8 rep-weeks)", "X, field score, 2 sources": "too few to say much: 2 sources",
		"practice.field": "too few to say much: 1 source", "calls.rare": "few (4 calls)",
	} {
		if got := metric(from); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", from, want, got)
		}
	}
	for _, from := range []string{"calls.often", "X, field score, 3 sources", "Proposal, baseline funnel, 50 of 120", "a hand"} {
		lacks(t, metric(from), "few (", "too few")
	}
}

func TestTermsAreExplained(t *testing.T) {
	got := flat(t, first(), render.Options{})
	holds(t, got, "**MAP:** Mutual action plan", "**MQL:** Marketing-qualified lead", "**SQL:** Sales-qualified lead", "**CORE:** Clarify, observe, reflect, execute", "**Few:**")
	lacks(t, got, "**SLA:**", "**MEDDIC:**")
	e := told()
	lacks(t, string(render.Markdown(render.Plan(e, nil, nil, draftOf(e), render.Options{}))), "**MAP:**", "**SLA:**")
	e.Plan.Actions[0].Title = "Write the SLA down"
	holds(t, string(render.Markdown(render.Plan(e, nil, nil, draftOf(e), render.Options{}))), "Abbreviations and terms", "**SLA:** Service-level agreement")
}

func TestALoginIsNoAuthor(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []string
	}{
		{[]string{"root"}, nil},
		{[]string{"dana.ortiz7"}, nil},
		{[]string{"Dana"}, []string{"Dana"}},
		{[]string{"dana ortiz"}, []string{"dana ortiz"}},
		{[]string{"dana", "Ruth"}, []string{"dana", "Ruth"}},
		{[]string{"李娜"}, []string{"李娜"}},
		{nil, nil},
	} {
		doc := render.Plan(&model.Engagement{Consultants: c.in}, nil, nil, nil, render.Options{})
		if !slices.Equal(doc.Meta.Authors, c.want) {
			t.Errorf("%v: %v", c.in, doc.Meta.Authors)
		}
	}
}

func TestTimelineLabelsAreWhole(t *testing.T) {
	title := "Agree on one mutual action plan template and try it on five live deals before the quarter ends"
	e := told()
	e.Plan.Actions[0].Title = title
	page := html.UnescapeString(string(all(t, e, &playbook.Playbook{}, render.Options{})["html"]))
	_, picture, _ := strings.Cut(page, "<svg")
	picture, _, _ = strings.Cut(picture, "</svg>")
	lacks(t, picture, "…")
	holds(t, picture, ">Agree on one mutual action plan template and try it on")
	for _, e := range []*model.Engagement{first(), told()} {
		for _, b := range render.Plan(e, playbook.Builtin(), nil, draftOf(e), render.Options{}).Blocks {
			if p, ok := b.(document.Picture); ok && p.H/p.W > 1.3 {
				t.Errorf("%s: too tall for a page", p.Title)
			}
		}
	}
}

func TestEveryOutputEndsItsLine(t *testing.T) {
	docs := map[string]*document.Document{
		"plan": render.Plan(first(), playbook.Builtin(), nil, nil, render.Options{}), "empty": {Title: "Empty"},
		"funnel": render.Funnel(first(), &funnel.Result{}), "scores": render.Scores(first(), playbook.Builtin(), score.Compute(first(), playbook.Builtin(), score.Options{})),
	}
	for name, d := range docs {
		if s := string(render.Markdown(d)); !strings.HasSuffix(s, "\n") || strings.HasSuffix(s, "\n\n") {
			t.Errorf("%s: markdown ends in %q", name, s[len(s)-3:])
		}
		if s := string(render.Terminal(d, 80)); !strings.HasSuffix(s, "\n") {
			t.Errorf("%s: the terminal's ends in %q", name, s[len(s)-3:])
		}
	}
}
