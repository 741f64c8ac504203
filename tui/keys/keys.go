// Package keys is the one place where keys get their meaning: a table of bindings from which the footer, the help
// overlay, the palette and the README are made. Screens ask Match for the Action of a key and never look at raw keys.
// It imports only Bubble Tea, for the key message, and must not import any other room of the app.
package keys

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Action is what a key means. The empty action is "not a command": in a text field the key types.
type Action string

// None is the action of a key that is bound to nothing here.
const None Action = ""

// Scope is where bindings hold. A screen names its own; includes says which others hold there too.
type Scope string

// Binding gives keys a meaning in one scope.
type Binding struct {
	Scope  Scope
	Action Action
	Keys   []string // as tea.KeyPressMsg.String writes them; the first is the one shown
	Help   string   // two or three words; without them the binding is not shown anywhere
	Footer bool     // important enough for the footer
	Typing bool     // holds while a text field has the keyboard, and is then shown in the footer
	Always bool     // holds in both states: alone, Typing means only while typing
}

// In says whether the binding holds in that state of the keyboard.
func (b Binding) In(typing bool) bool { return b.Always || b.Typing == typing }

// Match finds the meaning of a key. While typing, a key that types is never a command, whatever the table says.
func Match(scope Scope, typing bool, msg tea.KeyPressMsg) Action {
	if typing && msg.Text != "" {
		return None
	}
	key := Name(msg)
	if a := find(scope, typing, key); a != None || typing {
		return a
	}
	// On another keyboard layout (Cyrillic, say) the key still means what is printed on its place.
	if msg.BaseCode != 0 && msg.BaseCode < 128 && msg.Mod == 0 {
		return find(scope, typing, string(msg.BaseCode))
	}
	return None
}

func find(scope Scope, typing bool, key string) Action {
	for _, s := range chain(scope) {
		for _, b := range byScope[s] {
			if b.In(typing) && slices.Contains(b.Keys, key) {
				return b.Action
			}
		}
	}
	return None
}

// Name is a key as the table writes it; the number pad is the same as the keys it repeats.
func Name(msg tea.KeyPressMsg) string {
	s := msg.String()
	if rest, ok := strings.CutPrefix(s, "kp"); ok && len(rest) > 1 {
		return rest
	}
	return s
}

// Of lists the bindings that hold in a scope and state, the most specific first. The list is the caller's.
func Of(scope Scope, typing bool) []Binding {
	var out []Binding
	for _, s := range chain(scope) {
		for _, b := range byScope[s] {
			if b.In(typing) {
				out = append(out, b)
			}
		}
	}
	return out
}

// All is the whole table, for the README and for tests.
func All() []Binding { return slices.Clone(table) }

// Shown is how a key is written for people.
func Shown(key string) string {
	if s, ok := shown[key]; ok {
		return s
	}
	return strings.ReplaceAll(key, "ctrl+", "^")
}

var shown = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "enter", "esc": "esc", "shift+tab": "shift+tab",
	"pgup": "pgup", "pgdown": "pgdn", "space": "space",
}

func chain(scope Scope) []Scope {
	out := append([]Scope{scope}, includes[scope]...)
	if !alone[scope] {
		out = append(out, Goto, Global)
	}
	return out
}

var byScope = func() map[Scope][]Binding {
	m := map[Scope][]Binding{}
	for _, b := range table {
		m[b.Scope] = append(m[b.Scope], b)
	}
	return m
}()
