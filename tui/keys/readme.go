package keys

import "strings"

// Markdown writes the bindings that hold in most places as tables for the README.
func Markdown() string {
	var b strings.Builder
	for _, part := range []struct {
		title  string
		scope  Scope
		typing bool
	}{
		{"Everywhere", Global, false},
		{"Go to, outside text", Goto, false},
		{"In lists", List, false},
		{"In the note of an interview", Interview, true},
		{"In the note of an audit", Audit, true},
		{"In the note of a call", Call, true},
	} {
		b.WriteString("\n**" + part.title + ":** ")
		var hints []string
		seen := map[Action]bool{}
		for _, x := range byScope[part.scope] {
			if x.Help == "" || !x.In(part.typing) || seen[x.Action] {
				continue
			}
			seen[x.Action] = true
			var names []string
			for _, k := range x.Keys {
				names = append(names, "`"+Shown(k)+"`")
			}
			hints = append(hints, strings.Join(names, " ")+" "+x.Help)
		}
		b.WriteString(strings.Join(hints, ", ") + "\n")
	}
	return b.String()
}
