package keys

// In a coaching round.
const (
	LinkSeen Action = "link"   // the practice in focus; the call or the deal that was looked at
	LookAt   Action = "look"   // goes to what was linked
	StepDate Action = "step"   // the day of its one action
	Begin    Action = "begins" // since when coaching counts
)

var coaching = []Binding{
	{Scope: Coaching, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Coaching, Action: New, Keys: []string{"n"}, Help: "new round", Footer: true},
	{Scope: Coaching, Action: MarkDone, Keys: []string{"s", "space"}, Help: "action done", Footer: true},
	{Scope: Coaching, Action: Next, Keys: []string{"tab"}, Help: "rounds, focus", Footer: true},
	{Scope: Coaching, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Coaching, Action: Begin, Keys: []string{"c"}, Help: "counts since", Footer: true},
	{Scope: Coaching, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},
	{Scope: Coaching, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Coaching, Action: Accept, Keys: []string{"enter"}, Help: "done", Typing: true, Footer: true},
	{Scope: Coaching, Action: Up, Keys: []string{"up"}, Typing: true},
	{Scope: Coaching, Action: Down, Keys: []string{"down"}, Typing: true},

	{Scope: Round, Action: Open, Keys: []string{"enter"}, Help: "type", Footer: true},
	{Scope: Round, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
	{Scope: Round, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "before"},
	{Scope: Round, Action: MarkDone, Keys: []string{"s", "space", "f9"}, Help: "last action done", Footer: true},
	{Scope: Round, Action: StepDate, Keys: []string{"d"}, Help: "action's day", Footer: true},
	{Scope: Round, Action: LinkSeen, Keys: []string{"o", "ctrl+o"}, Help: "link", Footer: true},
	{Scope: Round, Action: LookAt, Keys: []string{"f"}, Help: "follow the link", Footer: true},
	{Scope: Round, Action: Edit, Keys: []string{"e", "f8"}, Help: "who, when", Footer: true},
	{Scope: Round, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete", Footer: true},

	{Scope: Round, Action: Next, Keys: []string{"tab"}, Help: "next", Typing: true, Footer: true},
	{Scope: Round, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next", Typing: true},
	{Scope: Round, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "before", Typing: true},
	{Scope: Round, Action: StepDate, Keys: []string{"ctrl+d"}, Help: "action's day", Typing: true, Footer: true},
	{Scope: Round, Action: LinkSeen, Keys: []string{"ctrl+o"}, Help: "link", Typing: true, Footer: true},
	{Scope: Round, Action: MarkDone, Keys: []string{"f9"}, Help: "last action done", Typing: true, Footer: true},
	{Scope: Round, Action: Edit, Keys: []string{"f8"}, Help: "who, when", Typing: true},
}
