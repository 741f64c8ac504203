package keys

const (
	TurnQuote Action = "quote"     // says whether a person may be quoted
	TakeList  Action = "take-list" // brings in a list: of people, of milestones
)

var people = []Binding{
	{Scope: People, Action: Open, Keys: []string{"enter"}, Help: "interview", Footer: true},
	{Scope: People, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: People, Action: TakeList, Keys: []string{"i"}, Help: "import a list", Footer: true},
	{Scope: People, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: People, Action: TurnQuote, Keys: []string{"c"}, Help: "quotes", Footer: true},
	{Scope: People, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: People, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: People, Action: Accept, Keys: []string{"enter"}, Help: "done", Typing: true, Footer: true},
	{Scope: People, Action: Up, Keys: []string{"up"}, Typing: true},
	{Scope: People, Action: Down, Keys: []string{"down"}, Typing: true},
}
