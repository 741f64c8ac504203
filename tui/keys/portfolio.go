package keys

// Of many engagements.
const (
	OpenPortfolio Action = "portfolio"
	Sort          Action = "sort"
	Names         Action = "names" // clients by name, or by an id
)

var portfolio = []Binding{
	{Scope: Portfolio, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Portfolio, Action: Next, Keys: []string{"tab"}, Help: "other view", Footer: true},
	{Scope: Portfolio, Action: Sort, Keys: []string{"s"}, Help: "sort", Footer: true},
	{Scope: Portfolio, Action: Names, Keys: []string{"i"}, Help: "ids for names", Footer: true},
	{Scope: Portfolio, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Portfolio, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Portfolio, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Portfolio, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
