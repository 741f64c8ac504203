package keys

// On the plan. Capital A goes to the audits from everywhere, so taking the whole draft is the small letter.
const (
	Take       Action = "take"
	TakeAll    Action = "take-all"
	TurnStatus Action = "turn-status"
	Pin        Action = "pin"
	MovePhase  Action = "move-phase"
	PlanFrame  Action = "plan-frame"
)

var plan = []Binding{
	{Scope: Plan, Action: Open, Keys: []string{"enter"}, Help: "why", Footer: true},
	{Scope: Plan, Action: Take, Keys: []string{"t"}, Help: "take", Footer: true},
	{Scope: Plan, Action: TakeAll, Keys: []string{"a"}, Help: "take all", Footer: true},
	{Scope: Plan, Action: TurnStatus, Keys: []string{"s"}, Help: "status", Footer: true},
	{Scope: Plan, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Plan, Action: MovePhase, Keys: []string{"m"}, Help: "move", Footer: true},
	{Scope: Plan, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: Plan, Action: PlanFrame, Keys: []string{"c"}, Help: "start, capacity", Footer: true},
	{Scope: Plan, Action: Pin, Keys: []string{"p"}, Help: "pin"},
	{Scope: Plan, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete"},
}
