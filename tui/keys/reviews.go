package keys

// ReAudit begins an audit or an interview of the review's round.
const ReAudit Action = "re-audit"

var reviews = []Binding{
	{Scope: Reviews, Action: Next, Keys: []string{"tab"}, Help: "next step", Footer: true},
	{Scope: Reviews, Action: Prev, Keys: []string{"shift+tab"}, Help: "step before"},
	{Scope: Reviews, Action: Right, Keys: []string{"right", "l"}, Help: "other day", Footer: true},
	{Scope: Reviews, Action: Left, Keys: []string{"left", "h"}, Help: "day before"},
	{Scope: Reviews, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Reviews, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: Reviews, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Reviews, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Reviews, Action: ReAudit, Keys: []string{"a"}, Help: "rate again", Footer: true},
	{Scope: Reviews, Action: SetDue, Keys: []string{"d"}, Help: "date", Footer: true},
	{Scope: Reviews, Action: DoExport, Keys: []string{"w"}, Help: "export", Footer: true},
	{Scope: Reviews, Action: Next, Keys: []string{"tab"}, Help: "next step", Typing: true, Footer: true},
	{Scope: Reviews, Action: Prev, Keys: []string{"shift+tab"}, Help: "step before", Typing: true},
}
