package keys

// On the weekly dashboard.
const (
	TakeSnapshot Action = "take-snapshot" // the week's funnel numbers from the latest snapshot
	AddIndicator Action = "add-indicator" // one that is not on the page yet
)

var week = []Binding{
	{Scope: Week, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Week, Action: New, Keys: []string{"n"}, Help: "this week", Footer: true},
	{Scope: Week, Action: TakeSnapshot, Keys: []string{"t"}, Help: "from the funnel", Footer: true},
	{Scope: Week, Action: Left, Keys: []string{"left", "h"}, Help: "week before", Footer: true},
	{Scope: Week, Action: Right, Keys: []string{"right", "l"}, Help: "week after"},
	{Scope: Week, Action: Edit, Keys: []string{"e"}, Help: "edit week", Footer: true},
	{Scope: Week, Action: AddIndicator, Keys: []string{"a"}, Help: "another number", Footer: true},
	{Scope: Week, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete week"},
	{Scope: Week, Action: DoExport, Keys: []string{"w"}, Help: "export", Footer: true},
}
