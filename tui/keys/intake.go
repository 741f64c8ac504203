package keys

import "slices"

const (
	TakeIn   Action = "take-in"  // accepts what an import found
	Complete Action = "complete" // what is selected ends the path that is typed
)

// Path is the scope of the file chooser while a path is typed, and not some letters of a name.
const Path Scope = "typing a path"

// choosing are the keys of the file chooser, but for tab.
func choosing(scope Scope) []Binding {
	return []Binding{
		{Scope: scope, Action: Left, Keys: []string{"shift+tab"}, Help: "folder above", Typing: true, Footer: true},
		{Scope: scope, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
		{Scope: scope, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
		{Scope: scope, Action: PageUp, Keys: []string{"pgup"}, Help: "page up", Typing: true},
		{Scope: scope, Action: PageDown, Keys: []string{"pgdown"}, Help: "page down", Typing: true},
	}
}

var intake = slices.Concat([]Binding{
	{Scope: Import, Action: Open, Keys: []string{"enter"}, Help: "change", Footer: true},
	{Scope: Import, Action: TakeIn, Keys: []string{"a"}, Help: "accept", Footer: true},
	{Scope: Import, Action: New, Keys: []string{"n"}, Help: "another file", Footer: true},
	{Scope: Import, Action: Remove, Keys: []string{"x", "delete"}, Help: "leave out", Footer: true},
	{Scope: Import, Action: MoveUp, Keys: []string{"K", "shift+up"}, Help: "move up", Footer: true},
	{Scope: Import, Action: MoveDown, Keys: []string{"J", "shift+down"}, Help: "move down"},
	{Scope: Import, Action: Next, Keys: []string{"tab"}, Help: "read on", Footer: true},

	{Scope: Pick, Action: Open, Keys: []string{"enter"}, Help: "take it", Typing: true, Footer: true},
	{Scope: Pick, Action: Next, Keys: []string{"tab"}, Help: "mark several", Typing: true, Footer: true},
	{Scope: Path, Action: Open, Keys: []string{"enter"}, Help: "take it", Typing: true, Footer: true},
	{Scope: Path, Action: Complete, Keys: []string{"tab"}, Help: "complete", Typing: true, Footer: true},
}, choosing(Pick), choosing(Path))
