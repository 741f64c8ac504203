package problems

import (
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// clear finds what can be taken away: a field that a record can be without, an entry of a list, or the whole of a small
// record that means nothing without what is wrong in it. Nil: nothing.
func (p *Page) clear(r *row) *remedy {
	if !r.found || r.mended {
		return nil
	}
	switch at := r.at; {
	case at.InList && at.Type.Kind() == reflect.String, strings.HasSuffix(at.Pattern, "/*") && !at.InList && at.Given():
		return &remedy{say: "take " + short(at.Text(), last(at.Edit)) + " away", do: func() {
			_ = p.Env.Edit("take "+at.Text()+" away", screen.Remove(at.Edit...))
		}}
	case at.InList && (len(at.Records) > 1 || !at.Given()):
		return p.drop(r, at.Edit)
	case at.Need && !at.InList && (len(at.Records) > 1 || at.Edit[0] == "lines"):
		return p.drop(r, at.Edit[:len(at.Edit)-1])
	case at.Need || !at.Given() || at.InList || at.Type.Kind() == reflect.Slice || at.Type.Kind() == reflect.Map:
		return nil
	default:
		return &remedy{say: "clear the " + words(at.Key), do: func() {
			if p.Env.Edit("clear "+words(at.Key), screen.Remove(at.Edit...)) == nil {
				p.Env.Say(words(at.Key) + " is cleared; ctrl+z brings it back")
			}
		}}
	}
}

// drop asks whether a small record may go, and shows what goes with it.
func (p *Page) drop(r *row, path []string) *remedy {
	return &remedy{say: "take this entry away", dialog: func() dialog.Dialog {
		text := "It goes with all that stands in it; ctrl+z brings it back."
		if note := strings.TrimSpace(noteOf(r.at.Records[len(r.at.Records)-1])); note != "" {
			text += " Its note: " + layout.Clean(note)
		}
		return &dialog.Confirm{
			Title: "Take this entry away?", Text: text, YesLabel: "take it away", NoLabel: "keep it",
			Yes: func() tea.Cmd {
				_ = p.Env.Edit("take an entry away", screen.Remove(path...))
				return nil
			},
		}
	}}
}

func noteOf(record any) string {
	switch x := record.(type) {
	case model.Answer:
		return x.Note
	case model.AuditCheck:
		return x.Note
	case model.CallCheck:
		return x.Note
	case model.Objection:
		return x.Quote
	case model.Record:
		return x.Text
	case model.Line:
		return x.Text
	}
	return ""
}

func words(key string) string { return strings.ReplaceAll(key, "_", " ") }

func short(s, other string) string {
	if s == "" {
		return other
	}
	return layout.Words(layout.Clean(s), 30)
}
