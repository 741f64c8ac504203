package keys

// TakeIn accepts what an import found.
const TakeIn Action = "take-in"

var intake = []Binding{
	{Scope: Import, Action: Open, Keys: []string{"enter"}, Help: "change", Footer: true},
	{Scope: Import, Action: TakeIn, Keys: []string{"a"}, Help: "accept", Footer: true},
	{Scope: Import, Action: New, Keys: []string{"n"}, Help: "another file", Footer: true},
	{Scope: Import, Action: Remove, Keys: []string{"x", "delete"}, Help: "leave out", Footer: true},
	{Scope: Import, Action: MoveUp, Keys: []string{"K", "shift+up"}, Help: "move up", Footer: true},
	{Scope: Import, Action: MoveDown, Keys: []string{"J", "shift+down"}, Help: "move down"},
	{Scope: Import, Action: Next, Keys: []string{"tab"}, Help: "read on", Footer: true},

	{Scope: Pick, Action: Open, Keys: []string{"enter"}, Help: "take it", Typing: true, Footer: true},
	{Scope: Pick, Action: Next, Keys: []string{"tab"}, Help: "mark several", Typing: true, Footer: true},
	{Scope: Pick, Action: Left, Keys: []string{"shift+tab"}, Help: "folder above", Typing: true, Footer: true},
	{Scope: Pick, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Pick, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
	{Scope: Pick, Action: PageUp, Keys: []string{"pgup"}, Help: "page up", Typing: true},
	{Scope: Pick, Action: PageDown, Keys: []string{"pgdown"}, Help: "page down", Typing: true},
}
