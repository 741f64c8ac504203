package keys

const (
	Compare Action = "compare" // two snapshots side by side
	Groups  Action = "groups"  // by owner, team or segment
)

var funnel = []Binding{
	{Scope: Funnel, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Funnel, Action: Right, Keys: []string{"right", "l"}, Help: "snapshot", Footer: true},
	{Scope: Funnel, Action: Left, Keys: []string{"left", "h"}, Help: "snapshot before"},
	{Scope: Funnel, Action: Compare, Keys: []string{"c"}, Help: "compare", Footer: true},
	{Scope: Funnel, Action: Groups, Keys: []string{"o"}, Help: "by owner", Footer: true},
	{Scope: Funnel, Action: New, Keys: []string{"n"}, Help: "import", Footer: true},
	{Scope: Funnel, Action: Edit, Keys: []string{"e"}, Help: "leads, forecast", Footer: true},
	{Scope: Funnel, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete snapshot"},
}
