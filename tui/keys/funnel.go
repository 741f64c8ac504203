package keys

// Compare sets two snapshots of the funnel side by side.
const Compare Action = "compare"

var funnel = []Binding{
	{Scope: Funnel, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Funnel, Action: Right, Keys: []string{"right", "l"}, Help: "next snapshot", Footer: true},
	{Scope: Funnel, Action: Left, Keys: []string{"left", "h"}, Help: "snapshot before"},
	{Scope: Funnel, Action: Compare, Keys: []string{"c"}, Help: "compare", Footer: true},
}
