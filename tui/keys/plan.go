package keys

// On the plan. Capital A goes to the audits from everywhere, so taking the whole draft is the small letter.
const (
	Take       Action = "take"
	TakeAll    Action = "take-all"
	SetStatus  Action = "set-status"
	SetOwner   Action = "set-owner"
	SetDue     Action = "set-due"
	SetDepends Action = "set-depends" // what an action waits for
	Split      Action = "split"
	Pin        Action = "pin"
	MovePhase  Action = "move-phase"
	PlanFrame  Action = "plan-frame"
	Timeline   Action = "timeline"
)

var plan = []Binding{
	{Scope: Plan, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Plan, Action: Take, Keys: []string{"t"}, Help: "take", Footer: true},
	{Scope: Plan, Action: TakeAll, Keys: []string{"a"}, Help: "take all", Footer: true},
	{Scope: Plan, Action: SetStatus, Keys: []string{"s"}, Help: "status", Footer: true},
	{Scope: Plan, Action: SetOwner, Keys: []string{"o"}, Help: "owner", Footer: true},
	{Scope: Plan, Action: SetDue, Keys: []string{"d"}, Help: "due date", Footer: true},
	{Scope: Plan, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Plan, Action: MovePhase, Keys: []string{">"}, Help: "phase", Footer: true},
	{Scope: Plan, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: Plan, Action: Timeline, Keys: []string{"v"}, Help: "timeline", Footer: true},
	{Scope: Plan, Action: PlanFrame, Keys: []string{"c"}, Help: "start, capacity", Footer: true},
	{Scope: Plan, Action: SetDepends, Keys: []string{"w"}, Help: "waits for"},
	{Scope: Plan, Action: Split, Keys: []string{"2"}, Help: "split in two"},
	{Scope: Plan, Action: Pin, Keys: []string{"p"}, Help: "pin"},
	{Scope: Plan, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete"},
}
