package keys

import "strings"

// Hint is one entry of the footer or the help overlay.
type Hint struct {
	Key, Help string
	Action    Action
}

// Footer lists what matters now, most specific first: what is marked for the footer and holds in this state. A key stands
// once, with what it means here.
func Footer(scope Scope, typing bool) []Hint {
	var out []Hint
	seen := map[string]bool{}
	for _, b := range Of(scope, typing) {
		if b.Help != "" && b.Footer && !seen[b.Keys[0]] {
			out = append(out, Hint{Shown(b.Keys[0]), b.Help, b.Action})
			seen[b.Keys[0]] = true
		}
	}
	return out
}

// Section is one scope's part of the help.
type Section struct {
	Scope Scope
	Hints []Hint
}

// HelpFor lists everything that holds on a screen, by scope; while typing, only what holds in the text: all else would
// type there. One action stands once, with all of its keys.
func HelpFor(scope Scope, typing bool) []Section {
	var out []Section
	for _, s := range chain(scope) {
		sec := Section{Scope: s}
		at := map[Action]int{}
		for _, b := range byScope[s] {
			if b.Help == "" || typing && !b.In(true) {
				continue
			}
			i, known := at[b.Action]
			if !known {
				i = len(sec.Hints)
				at[b.Action] = i
				sec.Hints = append(sec.Hints, Hint{Help: b.Help, Action: b.Action})
			}
			for _, k := range b.Keys {
				sec.Hints[i].Key = join(sec.Hints[i].Key, Shown(k))
			}
		}
		if len(sec.Hints) > 0 {
			out = append(out, sec)
		}
	}
	return out
}

func join(list, key string) string {
	if list == "" {
		return key
	}
	for _, have := range strings.Fields(list) {
		if have == key {
			return list
		}
	}
	return list + " " + key
}

// First is the key that is shown for an action, wherever it is bound first; empty when it is bound nowhere.
func First(action Action) string {
	for _, b := range table {
		if b.Action == action {
			return Shown(b.Keys[0])
		}
	}
	return ""
}
