// Package talk is what the list of interviews and an interview's own page share: the form for what stands around the
// answers. It imports the page contract and the dialogs, and no page.
package talk

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// Details is the form for what an interview says about itself.
func Details(env *screen.Env, id string, then func(dialog.Values)) *dialog.Form {
	iv := env.E().Interview(id)
	before := dialog.Values{
		"consent": iv.Consent, "date": string(iv.Date), "by": iv.By, "round": iv.Round, "status": string(iv.StatusOr()),
	}
	if iv.Minutes > 0 {
		before["minutes"] = strconv.Itoa(iv.Minutes)
	}
	statuses := []dialog.Option{}
	for _, s := range iv.Status.Values() {
		statuses = append(statuses, dialog.Option{Value: s, Label: s})
	}
	field := func(id, label, hint string, kind dialog.FieldKind) dialog.Field {
		return dialog.Field{ID: id, Label: label, Value: before[id], Hint: hint, Kind: kind}
	}
	status := field("status", "Status", "", dialog.Choice)
	status.Options = statuses
	return &dialog.Form{
		Title: "Interview",
		Fields: []dialog.Field{
			field("consent", "Consent", "what the person agreed to: notes, quoted by role", dialog.Text),
			field("date", "Date", "", dialog.Date),
			field("by", "By", "", dialog.Text),
			field("minutes", "Minutes", "how long it took", dialog.Text),
			status,
			field("round", "Round", "empty: the first look; a later one: day-90", dialog.Text),
		},
		Check: func(v dialog.Values) (string, string) {
			if n, err := strconv.Atoi(v["minutes"]); v["minutes"] != "" && (err != nil || n < 0) {
				return "minutes", "a whole number of minutes"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			var edits []screen.Edit
			for _, id2 := range []string{"consent", "date", "by", "minutes", "status", "round"} {
				if v[id2] == before[id2] {
					continue
				}
				var value any
				switch s := strings.TrimSpace(v[id2]); {
				case s == "":
				case id2 == "minutes":
					value, _ = strconv.Atoi(s)
				default:
					value = s
				}
				edits = append(edits, screen.Set(value, "interviews", id, id2))
			}
			if env.Edit("edit interview", edits...) == nil && then != nil {
				then(v)
			}
			return nil
		},
	}
}
