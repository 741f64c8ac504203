package keys

// On the scores: what is looked at, and in which order.
const (
	SortBy     Action = "sort"
	ByStage    Action = "by-stage"
	Objections Action = "objections"
	Whole      Action = "why-whole" // the numbers at the top
)

var scores = []Binding{
	{Scope: Scores, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Scores, Action: SortBy, Keys: []string{"s"}, Help: "sort", Footer: true},
	{Scope: Scores, Action: ByStage, Keys: []string{"m"}, Help: "stage map", Footer: true},
	{Scope: Scores, Action: Objections, Keys: []string{"o"}, Help: "objections", Footer: true},
	{Scope: Scores, Action: Whole, Keys: []string{"w"}, Help: "why the whole", Footer: true},
}
