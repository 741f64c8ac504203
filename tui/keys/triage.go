package keys

import "slices"

// What becomes of a line.
const (
	LinkFinding  Action = "link-finding"
	Same         Action = "same" // what it looks like: one thing said twice
	MakeStrength Action = "make-strength"
	DismissLine  Action = "dismiss-line"
	TickOff      Action = "tick-off" // done, and open again
)

// Chase is the second tab of triage, the follow-ups.
const Chase Scope = "follow-ups"

// moving binds the keys of lists in a scope of its own: triage has a better use for l than to go right.
func moving(scope Scope) []Binding {
	var out []Binding
	for _, b := range list {
		if b.Action != Left && b.Action != Right && b.Action != Next && b.Action != Prev {
			b.Scope = scope
			out = append(out, b)
		}
	}
	return out
}

// inTabs is bound in both tabs of triage.
func inTabs(scope Scope, other string) []Binding {
	return []Binding{
		{Scope: scope, Action: Next, Keys: []string{"tab"}, Help: other, Footer: true},
		{Scope: scope, Action: Prev, Keys: []string{"shift+tab"}},
		{Scope: scope, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
		{Scope: scope, Action: Undo, Keys: []string{"u"}, Help: "undo", Footer: true},
		{Scope: scope, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
		{Scope: scope, Action: Accept, Keys: []string{"enter"}, Help: "done", Typing: true, Footer: true},
		{Scope: scope, Action: Up, Keys: []string{"up"}, Typing: true},
		{Scope: scope, Action: Down, Keys: []string{"down"}, Typing: true},
	}
}

var triage = slices.Concat([]Binding{
	{Scope: Triage, Action: MakeFinding, Keys: []string{"m"}, Help: "finding", Footer: true},
	{Scope: Triage, Action: Same, Keys: []string{"="}, Help: "same", Footer: true},
	{Scope: Triage, Action: LinkFinding, Keys: []string{"l"}, Help: "link", Footer: true},
	{Scope: Triage, Action: MakeStrength, Keys: []string{"+"}, Help: "strength", Footer: true},
	{Scope: Triage, Action: DismissLine, Keys: []string{"d"}, Help: "dismiss", Footer: true},
}, inTabs(Triage, "follow-ups"), moving(Triage), []Binding{
	{Scope: Chase, Action: TickOff, Keys: []string{"space", "d"}, Help: "done or open again", Footer: true},
}, inTabs(Chase, "gap lines"), moving(Chase))
