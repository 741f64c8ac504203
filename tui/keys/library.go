package keys

// Samples lists the finished examples.
const Samples Action = "samples"

var library = []Binding{
	{Scope: Library, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Library, Action: New, Keys: []string{"n"}, Help: "new engagement", Footer: true},
	{Scope: Library, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Library, Action: Samples, Keys: []string{"s"}, Help: "samples", Footer: true},
	{Scope: Library, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Library, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Library, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}
