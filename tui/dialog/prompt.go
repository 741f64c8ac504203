package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
)

// Prompt asks for one line of text. Check may refuse it with a reason.
func Prompt(title, label, value string, check func(string) string, then func(string) tea.Cmd) *Form {
	f := &Form{
		Title:  title,
		Fields: []Field{{ID: "value", Label: label, Value: value, Replace: true}},
		Then:   func(v Values) tea.Cmd { return then(v["value"]) },
	}
	if check != nil {
		f.Check = func(v Values) (string, string) { return "value", check(v["value"]) }
	}
	return f
}

// typed says whether a message belongs to a text field before it can be a command.
func typed(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return msg.Text != ""
	}
	return false
}

func match(msg tea.Msg) keys.Action {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		return keys.Match(keys.Dialog, true, key)
	}
	return keys.None
}
