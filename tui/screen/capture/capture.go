// Package capture is how findings and calls are written, the same from wherever one does it: the forms, the single keys
// by which a finding is judged, and the words for why it stands where it does. It imports the page contract, the dialogs,
// evidence and explain, and no page.
package capture

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// New asks for a new finding. What draft holds stands in the form already; its evidence and note are taken as they are.
// With it, as one undo step, come the edits that more makes for the new id.
func New(env *screen.Env, draft model.Finding, more func(id string) []screen.Edit) *dialog.Form {
	title := "New finding"
	if !draft.IsGap() {
		title = "New strength"
	}
	return &dialog.Form{Title: title, Fields: fields(env, draft, false), Then: func(v dialog.Values) tea.Cmd {
		f := filled(draft, v)
		f.ID = model.NewID("f")
		edits := []screen.Edit{screen.Add(f, "findings")}
		if more != nil {
			edits = append(edits, more(f.ID)...)
		}
		if env.Edit("make finding “"+f.Title+"”", edits...) == nil {
			env.Say("made: " + f.Title)
		}
		return nil
	}}
}

// Edit asks for what a finding says about itself. Only what was changed is written.
func Edit(env *screen.Env, f model.Finding) *dialog.Form {
	return &dialog.Form{Title: "Finding", Fields: fields(env, f, true), Then: func(v dialog.Values) tea.Cmd {
		var edits []screen.Edit
		for _, x := range fields(env, f, true) {
			if v[x.ID] != x.Value {
				edits = append(edits, screen.Set(value(x.ID, v[x.ID]), "findings", f.ID, x.ID))
			}
		}
		_ = env.Edit("edit finding “"+f.Label()+"”", edits...)
		return nil
	}}
}

// fields are named like the keys of the file.
func fields(env *screen.Env, f model.Finding, known bool) []dialog.Field {
	now := env.Now()
	practices := []dialog.Option{{Label: "none yet"}}
	for _, p := range now.Playbook.Practices {
		practices = append(practices, dialog.Option{Value: p.ID, Label: cmp.Or(p.Name, p.ID)})
	}
	stages := []dialog.Option{{Label: "none in particular"}}
	for _, s := range now.E.Stages {
		stages = append(stages, dialog.Option{Value: s.ID, Label: s.Label()})
	}
	tags := []dialog.Option{{Label: "none yet"}}
	for _, t := range model.Tag("").Values() {
		tags = append(tags, dialog.Option{Value: t, Label: t})
	}
	out := []dialog.Field{
		{ID: "title", Label: "Title", Value: f.Title, Required: true, Hint: "what goes wrong, or right, in one sentence"},
		choice("practice", "Practice", f.Practice, "← → or type: its blind spot and score come with it", practices),
		choice("stage", "Stage", f.Stage, "← → or type: the value at stake is that of the stage", stages),
		choice("tag", "Tag", string(f.Tag), "process: the rule; enablement: the skill; culture: the habit", tags),
		choice("impact", "Impact", number(f.Impact), "absent: suggested from the value at stake, else 3 is assumed",
			grades("as the value at stake suggests", "least", "most")),
		choice("ease", "Ease", number(f.Ease), "absent: 3 is assumed", grades("not said: 3 is assumed", "hard", "easy")),
		choice("kind", "Kind", cmp.Or(string(f.Kind), string(model.Gap)), "a strength stands beside the gaps, never in the plan",
			plain(model.FindingKind("").Values())),
	}
	if known {
		out = append(out, choice("status", "Status", cmp.Or(string(f.Status), string(model.Open)),
			"dismissed: out of the order, the matrix and the plan", plain(model.FindingStatus("").Values())))
	}
	return out
}

func grades(none, low, high string) []dialog.Option {
	out := []dialog.Option{{Label: none}}
	for n := 1; n <= 5; n++ {
		label := strconv.Itoa(n)
		switch n {
		case 1:
			label += " " + low
		case 5:
			label += " " + high
		}
		out = append(out, dialog.Option{Value: strconv.Itoa(n), Label: label})
	}
	return out
}

func plain(values []string) []dialog.Option {
	var out []dialog.Option
	for _, v := range values {
		out = append(out, dialog.Option{Value: v, Label: v})
	}
	return out
}

func filled(f model.Finding, v dialog.Values) model.Finding {
	f.Title, f.Practice, f.Stage, f.Tag = v["title"], v["practice"], v["stage"], model.Tag(v["tag"])
	f.Impact, f.Ease, f.Kind = grade(v["impact"]), grade(v["ease"]), model.FindingKind(v["kind"])
	return f
}

// value is what an edit sets: nil clears the field.
func value(field, s string) any {
	switch {
	case s == "":
		return nil
	case field == "impact" || field == "ease":
		if n := grade(s); n != nil {
			return *n
		}
		return nil
	}
	return s
}

func grade(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return nil
	}
	return &n
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// Remove asks whether a finding may go, and says what goes with it.
func Remove(env *screen.Env, f model.Finding, then func()) *dialog.Confirm {
	lines, actions := 0, 0
	for _, l := range env.E().Lines {
		if l.Finding == f.ID {
			lines++
		}
	}
	for _, a := range env.E().Actions() {
		for _, id := range a.Findings {
			if id == f.ID {
				actions++
			}
		}
	}
	text := "“" + f.Label() + "”"
	if lines > 0 {
		text += " Its " + count(lines, "note line goes", "note lines go") + " back to triage."
	}
	if actions > 0 {
		text += " " + count(actions, "action of the plan no longer carries it.", "actions of the plan no longer carry it.")
	}
	return &dialog.Confirm{
		Title: "Delete this finding?", Text: text, YesLabel: "delete", NoLabel: "keep",
		Yes: func() tea.Cmd {
			edits := append(evidence.Forget(env.E(), f.ID), screen.Remove("findings", f.ID))
			if env.Edit("delete finding “"+f.Label()+"”", edits...) == nil && then != nil {
				then()
			}
			return nil
		},
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Ordered lists the findings that are not dismissed in the order of the scores; those not scored yet come last.
func Ordered(env *screen.Env) []*model.Finding {
	e := env.E()
	var out []*model.Finding
	seen := map[string]bool{}
	take := func(f *model.Finding) {
		if f != nil && !seen[f.ID] && f.Status != model.Dismissed {
			seen[f.ID] = true
			out = append(out, f)
		}
	}
	if n := env.Numbers; n != nil && n.Result != nil {
		for i := range n.Result.Findings {
			take(e.Finding(n.Result.Findings[i].ID))
		}
	}
	for i := range e.Findings {
		take(&e.Findings[i])
	}
	return out
}
