package keys

var calls = []Binding{
	{Scope: Calls, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Calls, Action: New, Keys: []string{"n"}, Help: "new call", Footer: true},
	{Scope: Calls, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Calls, Action: AttachFile, Keys: []string{"i"}, Help: "attach transcript", Footer: true},
	{Scope: Calls, Action: Next, Keys: []string{"tab"}, Help: "library, objections", Footer: true},
	{Scope: Calls, Action: SecondRater, Keys: []string{"2"}, Help: "second rater"},
	{Scope: Calls, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Calls, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Calls, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Calls, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Calls, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
