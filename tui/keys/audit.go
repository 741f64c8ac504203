package keys

// Actions of an audit.
const (
	TakeSample Action = "sample" // so many of so many sampled records meet the check
	AddRecord  Action = "record" // a sampled CRM record
	Tick       Action = "tick"   // one of many
)

// Ticks are the boxes in the dialog of a sampled record.
const Ticks Scope = "boxes"

var audit = append(guided(Audit), []Binding{
	{Scope: Audit, Action: TakeSample, Keys: []string{"ctrl+s"}, Help: "sample", Typing: true, Footer: true},
	{Scope: Audit, Action: AddRecord, Keys: []string{"ctrl+o"}, Help: "add record", Typing: true, Footer: true},
	{Scope: Audit, Action: Edit, Keys: []string{"ctrl+d"}, Help: "criteria, date", Typing: true},

	{Scope: Audit, Action: TakeSample, Keys: []string{"s", "ctrl+s"}, Help: "sample", Footer: true},
	{Scope: Audit, Action: AddRecord, Keys: []string{"o", "ctrl+o"}, Help: "add record"},
	{Scope: Audit, Action: Edit, Keys: []string{"e"}, Help: "criteria, date", Footer: true},
	{Scope: Audit, Action: Remove, Keys: []string{"x", "delete"}, Help: "remove"},

	{Scope: Ticks, Action: Tick, Keys: []string{"space", "x"}, Help: "tick", Footer: true},
	{Scope: Ticks, Action: Left, Keys: []string{"left", "h"}},
	{Scope: Ticks, Action: Right, Keys: []string{"right", "l"}},
}...)
