package keys

// Print writes an interview guide to take along on paper.
const Print Action = "print"

var interviews = []Binding{
	{Scope: Interviews, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Interviews, Action: New, Keys: []string{"n"}, Help: "new interview", Footer: true},
	{Scope: Interviews, Action: Edit, Keys: []string{"e"}, Help: "details", Footer: true},
	{Scope: Interviews, Action: Print, Keys: []string{"p"}, Help: "guide on paper", Footer: true},
	{Scope: Interviews, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Interviews, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Interviews, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Interviews, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Interviews, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
