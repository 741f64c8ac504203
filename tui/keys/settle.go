package keys

// Settling a field that both sides of a merge changed.
const (
	KeepOurs   Action = "keep-ours"
	TakeTheirs Action = "take-theirs"
)

var settle = []Binding{
	{Scope: Settle, Action: KeepOurs, Keys: []string{"o"}, Help: "keep ours", Footer: true},
	{Scope: Settle, Action: TakeTheirs, Keys: []string{"t"}, Help: "take theirs", Footer: true},
	{Scope: Settle, Action: Edit, Keys: []string{"e"}, Help: "rewrite", Footer: true},
	{Scope: Settle, Action: Remove, Keys: []string{"x", "delete"}, Help: "off the list", Footer: true},
	{Scope: Settle, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
}
