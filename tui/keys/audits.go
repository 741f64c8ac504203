package keys

var audits = []Binding{
	{Scope: Audits, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Audits, Action: New, Keys: []string{"n"}, Help: "another round", Footer: true},
	{Scope: Audits, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Audits, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Audits, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Audits, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Audits, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
