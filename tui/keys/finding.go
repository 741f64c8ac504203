package keys

// Why shows where a finding's place comes from, where the page has no room for it beside the evidence.
const Why Action = "why"

var finding = append([]Binding{
	{Scope: Finding, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
	{Scope: Finding, Action: New, Keys: []string{"n"}, Help: "add evidence", Footer: true},
	{Scope: Finding, Action: Remove, Keys: []string{"x", "delete"}, Help: "take it away", Footer: true},
	{Scope: Finding, Action: Next, Keys: []string{"tab"}, Help: "note", Footer: true},
	{Scope: Finding, Action: Why, Keys: []string{"v"}, Help: "why", Footer: true},
	{Scope: Finding, Action: Next, Keys: []string{"tab"}, Help: "evidence", Typing: true, Footer: true},
}, judging(Finding)...)
