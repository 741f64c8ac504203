package capture

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// NewCall asks for a recording to review; its title is enough. The page of the new call is shown.
func NewCall(env *screen.Env) *dialog.Form {
	return &dialog.Form{Title: "New call", Fields: callFields(env, model.Call{Date: env.Today()}), Check: callCheck, Then: func(v dialog.Values) tea.Cmd {
		c := model.Call{
			ID: model.NewID("c"), Title: v["title"], Rep: v["rep"], Stage: v["stage"], Date: model.Date(v["date"]),
			Length: model.Clock(v["length"]), Recording: v["recording"], Consent: v["consent"], Library: v["library"] == yes, Teaches: v["teaches"],
			By: env.Me,
		}
		if env.Edit("add call "+c.Label(), screen.Add(c, "calls")) == nil {
			env.Go(screen.Route{Kind: screen.Call, ID: c.ID})
		}
		return nil
	}}
}

// EditCall asks for what a call says about itself. Only what was changed is written.
func EditCall(env *screen.Env, c model.Call) *dialog.Form {
	fields := callFields(env, c)
	return &dialog.Form{Title: "Call", Fields: fields, Check: callCheck, Then: func(v dialog.Values) tea.Cmd {
		var edits []screen.Edit
		for _, f := range fields {
			if v[f.ID] == f.Value {
				continue
			}
			var x any
			switch {
			case f.ID == "library":
				if v[f.ID] == yes {
					x = true
				}
			case v[f.ID] != "":
				x = v[f.ID]
			}
			edits = append(edits, screen.Set(x, "calls", c.ID, f.ID))
		}
		_ = env.Edit("edit call "+c.Label(), edits...)
		return nil
	}}
}

// RemoveCall asks whether a call may go, and says what points at it.
func RemoveCall(env *screen.Env, c model.Call) *dialog.Confirm {
	used := 0
	for _, f := range env.E().Findings {
		for _, ref := range f.Evidence {
			if model.ParseRef(ref).Record == c.ID {
				used++
				break
			}
		}
	}
	text := "“" + c.Label() + "” with its rubric, objections and note."
	if used > 0 {
		text += " It is evidence of " + count(used, "finding", "findings") + ", which will point at nothing."
	}
	return &dialog.Confirm{
		Title: "Delete this call?", Text: text, YesLabel: "delete", NoLabel: "keep",
		Yes: func() tea.Cmd {
			_ = env.Edit("delete call "+c.Label(), screen.Remove("calls", c.ID))
			return nil
		},
	}
}

const yes, no = "yes", "no"

// callFields are named like the keys of the file.
func callFields(env *screen.Env, c model.Call) []dialog.Field {
	reps := []dialog.Option{{Label: "not said"}}
	for _, p := range env.E().People {
		reps = append(reps, dialog.Option{Value: p.ID, Label: p.Label() + ", " + string(p.Role)})
	}
	stages := []dialog.Option{{Label: "not said"}}
	for _, s := range env.E().Stages {
		stages = append(stages, dialog.Option{Value: s.ID, Label: s.Label()})
	}
	library := no
	if c.Library {
		library = yes
	}
	return []dialog.Field{
		{ID: "title", Label: "Title", Value: c.Title, Required: true, Placeholder: "Acme discovery"},
		choice("rep", "Rep", c.Rep, "who sells on the call; people are added in their own room", reps),
		choice("stage", "Stage", c.Stage, "", stages),
		{ID: "date", Label: "Date", Value: string(c.Date), Kind: dialog.Date},
		{ID: "length", Label: "Length", Value: string(c.Length), Placeholder: "38:20", Hint: "mm:ss or h:mm:ss; the clock counts down from it"},
		{ID: "recording", Label: "Recording", Value: c.Recording, Hint: "where it is: a path, a link or a label"},
		{ID: "consent", Label: "Consent", Value: c.Consent, Hint: "what those on the call agreed to"},
		choice("library", "Library", library, "worth keeping in the coaching call library", plain([]string{no, yes})),
		{ID: "teaches", Label: "Teaches", Value: c.Teaches, Hint: "what a rep learns from it; it stands in the library"},
	}
}

func callCheck(v dialog.Values) (field, problem string) {
	if s := v["length"]; s != "" && model.Clock(s).Problem() != "" {
		return "length", "a length looks like 38:20 or 1:02:41"
	}
	return "", ""
}

// choice is a field of options. A value that is none of them (an id that is not there any more) is shown as it stands.
func choice(id, label, value, hint string, options []dialog.Option) dialog.Field {
	has := false
	for _, o := range options {
		has = has || o.Value == value
	}
	if !has {
		options = append(options, dialog.Option{Value: value, Label: value})
	}
	return dialog.Field{ID: id, Label: label, Value: value, Kind: dialog.Choice, Options: options, Hint: hint}
}
