package keys

// On mutual action plans, and in one of them.
const (
	MarkDone Action = "mark-done" // done today, or not done after all
	FromBook Action = "from-book" // the playbook's milestones
)

var maps = []Binding{
	{Scope: MAPs, Action: Open, Keys: []string{"enter"}, Help: "milestones", Footer: true},
	{Scope: MAPs, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: MAPs, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: MAPs, Action: TakeList, Keys: []string{"i"}, Help: "import a list", Footer: true},
	{Scope: MAPs, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: MAPs, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: MAPs, Action: Accept, Keys: []string{"enter"}, Help: "done", Typing: true, Footer: true},
	{Scope: MAPs, Action: Up, Keys: []string{"up"}, Typing: true},
	{Scope: MAPs, Action: Down, Keys: []string{"down"}, Typing: true},

	{Scope: MAP, Action: MarkDone, Keys: []string{"s", "space"}, Help: "done today", Footer: true},
	{Scope: MAP, Action: SetDue, Keys: []string{"d"}, Help: "move the date", Footer: true},
	{Scope: MAP, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: MAP, Action: Open, Keys: []string{"enter"}, Help: "edit"},
	{Scope: MAP, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: MAP, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: MAP, Action: TakeList, Keys: []string{"i"}, Help: "import a list", Footer: true},
	{Scope: MAP, Action: FromBook, Keys: []string{"t"}, Help: "usual milestones", Footer: true},
	{Scope: MAP, Action: PlanFrame, Keys: []string{"c"}, Help: "deal, stage, rep", Footer: true},
}
