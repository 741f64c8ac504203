package keys

var home = []Binding{
	{Scope: Home, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
	{Scope: Home, Action: Edit, Keys: []string{"e"}, Help: "edit details", Footer: true},
}
