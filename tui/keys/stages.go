package keys

const (
	MoveUp   Action = "move-up"
	MoveDown Action = "move-down"
	Criteria Action = "criteria" // one a line, in the editor
	Fields   Action = "fields"
	Suggest  Action = "suggest"
)

var stages = []Binding{
	{Scope: Stages, Action: Open, Keys: []string{"enter"}, Help: "audit", Footer: true},
	{Scope: Stages, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: Stages, Action: Edit, Keys: []string{"e", "r"}, Help: "edit", Footer: true},
	{Scope: Stages, Action: Criteria, Keys: []string{"c"}, Help: "criteria", Footer: true},
	{Scope: Stages, Action: Fields, Keys: []string{"f"}, Help: "fields", Footer: true},
	{Scope: Stages, Action: MoveUp, Keys: []string{"K", "shift+up"}, Help: "move up", Footer: true},
	{Scope: Stages, Action: MoveDown, Keys: []string{"J", "shift+down"}, Help: "move down"},
	{Scope: Stages, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete"},
	{Scope: Stages, Action: Suggest, Keys: []string{"s"}, Help: "usual pipeline", Footer: true},

	{Scope: Stages, Action: Next, Keys: []string{"tab"}, Help: "the other list", Typing: true, Footer: true},
}
