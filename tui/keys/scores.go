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
	{Scope: Scores, Action: ByStage, Keys: []string{"v"}, Help: "by stage", Footer: true},
	{Scope: Scores, Action: Objections, Keys: []string{"o"}, Help: "objections", Footer: true},
	{Scope: Scores, Action: Whole, Keys: []string{"w"}, Help: "whole", Footer: true},

	{Scope: Card, Action: Open, Keys: []string{"enter"}, Help: "go there", Footer: true},
	{Scope: Card, Action: Next, Keys: []string{"tab"}, Help: "source", Footer: true},
	{Scope: Card, Action: Prev, Keys: []string{"shift+tab"}, Help: "source before"},
	{Scope: Card, Action: Right, Keys: []string{"right", "l"}, Help: "next practice", Footer: true},
	{Scope: Card, Action: Left, Keys: []string{"left", "h"}, Help: "practice before"},
	{Scope: Card, Action: ByStage, Keys: []string{"v"}, Help: "stage", Footer: true},
}
