package keys

// Actions of an audit.
const (
	TakeSample Action = "sample" // so many of so many sampled records meet the check
	AddRecord  Action = "record" // a sampled CRM record
	Tick       Action = "tick"   // one of many
)

const (
	// Records is the table of sampled records, in the place of a note.
	Records Scope = "sampled records"
	// Ticks are the boxes in the dialog of a sampled record.
	Ticks Scope = "boxes"
)

var audit = append(guided(Audit), []Binding{
	{Scope: Audit, Action: TakeSample, Keys: []string{"ctrl+s"}, Help: "sample", Typing: true, Footer: true},
	{Scope: Audit, Action: AddRecord, Keys: []string{"ctrl+o"}, Help: "add record", Typing: true, Footer: true},
	{Scope: Audit, Action: Edit, Keys: []string{"ctrl+d"}, Help: "criteria, date", Typing: true},

	{Scope: Audit, Action: TakeSample, Keys: []string{"s", "ctrl+s"}, Help: "sample", Footer: true},
	{Scope: Audit, Action: AddRecord, Keys: []string{"n", "o", "ctrl+o"}, Help: "add record"},
	{Scope: Audit, Action: Edit, Keys: []string{"e"}, Help: "criteria, date", Footer: true},
	{Scope: Audit, Action: Remove, Keys: []string{"x", "delete"}, Help: "remove"},

	{Scope: Records, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Records, Action: AddRecord, Keys: []string{"n", "o", "ctrl+o"}, Help: "add record", Footer: true},
	{Scope: Records, Action: Remove, Keys: []string{"x", "delete"}, Help: "remove", Footer: true},

	{Scope: Ticks, Action: Tick, Keys: []string{"space"}, Help: "tick", Footer: true},
	{Scope: Ticks, Action: Left, Keys: []string{"left"}, Help: "checklist before"},
	{Scope: Ticks, Action: Right, Keys: []string{"right"}, Help: "next checklist", Footer: true},
}...)
