package keys

const (
	Samples  Action = "samples"   // lists the finished examples
	OpenFrom Action = "open-from" // opens a file of another folder
)

var library = []Binding{
	{Scope: Library, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Library, Action: New, Keys: []string{"n"}, Help: "new engagement", Footer: true},
	{Scope: Library, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Library, Action: Samples, Keys: []string{"s"}, Help: "samples", Footer: true},
	{Scope: Library, Action: OpenFrom, Keys: []string{"o"}, Help: "open from elsewhere", Footer: true},
	{Scope: Library, Action: OpenPortfolio, Keys: []string{"p"}, Help: "portfolio", Footer: true},
	{Scope: Library, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Library, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Library, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
