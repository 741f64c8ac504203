package keys

var interviews = []Binding{
	{Scope: Interviews, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Interviews, Action: New, Keys: []string{"n"}, Help: "new interview", Footer: true},
	{Scope: Interviews, Action: Edit, Keys: []string{"e"}, Help: "details", Footer: true},
	{Scope: Interviews, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Interviews, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Interviews, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Interviews, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Interviews, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
