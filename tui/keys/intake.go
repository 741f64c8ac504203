package keys

var intake = []Binding{
	{Scope: Pick, Action: Open, Keys: []string{"enter"}, Help: "take it", Typing: true, Footer: true},
	{Scope: Pick, Action: Next, Keys: []string{"tab"}, Help: "mark several", Typing: true, Footer: true},
	{Scope: Pick, Action: Left, Keys: []string{"shift+tab"}, Help: "folder above", Typing: true, Footer: true},
	{Scope: Pick, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Pick, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
	{Scope: Pick, Action: PageUp, Keys: []string{"pgup"}, Help: "page up", Typing: true},
	{Scope: Pick, Action: PageDown, Keys: []string{"pgdown"}, Help: "page down", Typing: true},
}
