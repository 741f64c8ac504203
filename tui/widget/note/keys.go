package note

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// The keys that move. With shift they select. (find and select are what home
// and end are called on some terminals.)
var motions = map[string]motion{
	"left": left, "right": right, "up": up, "down": down,
	"home": home, "end": end, "ctrl+a": home, "ctrl+e": end, "find": home, "select": end,
	"ctrl+left": wordLeft, "alt+left": wordLeft, "alt+b": wordLeft,
	"ctrl+right": wordRight, "alt+right": wordRight, "alt+f": wordRight,
	"ctrl+home": docStart, "ctrl+end": docEnd,
	"pgup": pageUp, "pgdown": pageDown,
}

// The keys that change the text.
var edits = map[string]func(*Editor){
	"enter":  (*Editor).newLine,
	"ctrl+j": (*Editor).newLine,

	"backspace":      (*Editor).backspace,
	"ctrl+h":         (*Editor).backspace,
	"delete":         func(e *Editor) { e.deleteTo(deleting, right) },
	"ctrl+w":         func(e *Editor) { e.deleteTo(once, wordLeft) },
	"alt+backspace":  func(e *Editor) { e.deleteTo(once, wordLeft) },
	"ctrl+backspace": func(e *Editor) { e.deleteTo(once, wordLeft) },
	"ctrl+delete":    func(e *Editor) { e.deleteTo(once, wordRight) },
	"alt+delete":     func(e *Editor) { e.deleteTo(once, wordRight) },
	"alt+d":          func(e *Editor) { e.deleteTo(once, wordRight) },
	"ctrl+u":         func(e *Editor) { e.deleteTo(once, home) },
}

// Update takes keys and pastes while the editor is focused, and reports
// whether it had a use for msg. It has none for tab, esc and the chords that
// are the app's, and leaves the mouse to Click, Drag and Wheel.
func (e *Editor) Update(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	if !e.focused {
		return nil, false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		e.InsertString(msg.Content)
		return nil, true
	case tea.KeyPressMsg:
		return nil, e.key(msg)
	}
	return nil, false
}

func (e *Editor) key(msg tea.KeyPressMsg) bool {
	// Text comes first: whatever prints is typed, however it was pressed.
	if msg.Text != "" && !unicode.IsControl(first(msg.Text)) {
		k := typing
		if utf8.RuneCountInString(msg.Text) > 1 { // an input method's word
			k = once
		}
		e.insert(k, msg.Text)
		return true
	}
	stroke := msg.Keystroke()
	if stroke == "ctrl+shift+a" {
		e.SelectAll()
		return true
	}
	key := strings.Replace(stroke, "shift+", "", 1)
	if m, ok := motions[key]; ok {
		e.move(m, key, key != stroke)
		return true
	}
	if f, ok := edits[key]; ok {
		f(e)
		return true
	}
	return false
}

// move carries out a motion. Without shift, left and right first go to the
// selection's end on their side.
func (e *Editor) move(m motion, key string, shift bool) {
	switch key {
	case "up", "down", "pgup", "pgdown":
	default:
		e.goal = none
	}
	from, to := e.selected()
	switch {
	case shift:
		e.selectTo(m(e, e.cur))
	case e.selecting && key == "left":
		e.moveTo(from)
	case e.selecting && key == "right":
		e.moveTo(to)
	default:
		e.selecting = false
		e.place(m(e, e.cur))
	}
}
