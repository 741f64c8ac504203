package keys

// Mend puts something right in place; Clear takes away what is wrong.
const (
	Mend  Action = "mend"
	Clear Action = "clear"
)

var problems = []Binding{
	{Scope: Problems, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
	{Scope: Problems, Action: Mend, Keys: []string{"e"}, Help: "mend here", Footer: true},
	{Scope: Problems, Action: Clear, Keys: []string{"x", "delete"}, Help: "clear", Footer: true},
}
