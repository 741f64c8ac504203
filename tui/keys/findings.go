package keys

// Judging a finding, in the list and on its own page: a tag is one key, a grade is i or o and its digit.
const (
	TagProcess    Action = "tag-process"
	TagEnablement Action = "tag-enablement"
	TagCulture    Action = "tag-culture"
	AskImpact     Action = "impact" // then a digit of the Grade scope
	AskEase       Action = "ease"
	AskStatus     Action = "status" // then a letter of the Standing scope
	TurnKind      Action = "kind"   // gap or strength
	Matrix        Action = "matrix"

	StandOpen      Action = "open-again"
	StandAccepted  Action = "accepted"
	StandDismissed Action = "dismissed"
)

// The scopes that follow i, o and s. They leave the keys that hold everywhere alone.
const (
	Grade    Scope = "impact and ease"
	Standing Scope = "status of a finding"
)

// judging is bound in the list of findings and on the page of one. Impact and ease, i and o, lie side by side.
func judging(scope Scope) []Binding {
	return []Binding{
		{Scope: scope, Action: TagProcess, Keys: []string{"p"}, Help: "process", Footer: true},
		{Scope: scope, Action: TagEnablement, Keys: []string{"a"}, Help: "enablement", Footer: true},
		{Scope: scope, Action: TagCulture, Keys: []string{"c"}, Help: "culture", Footer: true},
		{Scope: scope, Action: AskImpact, Keys: []string{"i"}, Help: "impact, 1–5", Footer: true},
		{Scope: scope, Action: AskEase, Keys: []string{"o"}, Help: "ease, 1–5", Footer: true},
		{Scope: scope, Action: AskStatus, Keys: []string{"s"}, Help: "status", Footer: true},
		{Scope: scope, Action: TurnKind, Keys: []string{"+"}, Help: "gap or strength"},
		{Scope: scope, Action: Same, Keys: []string{"="}, Help: "same as another", Footer: true},
		{Scope: scope, Action: Split, Keys: []string{"2"}, Help: "split in two"},
		{Scope: scope, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	}
}

var findings = append([]Binding{
	{Scope: Findings, Action: Open, Keys: []string{"enter"}, Help: "open", Footer: true},
	{Scope: Findings, Action: New, Keys: []string{"n"}, Help: "new", Footer: true},
	{Scope: Findings, Action: Matrix, Keys: []string{"v"}, Help: "matrix", Footer: true},
	{Scope: Findings, Action: Filter, Keys: []string{"/"}, Help: "filter", Footer: true},
	{Scope: Findings, Action: Remove, Keys: []string{"x", "delete"}, Help: "delete"},
	{Scope: Findings, Action: Open, Keys: []string{"enter"}, Help: "open", Typing: true, Footer: true},
	{Scope: Findings, Action: Up, Keys: []string{"up"}, Typing: true},
	{Scope: Findings, Action: Down, Keys: []string{"down"}, Typing: true},

	{Scope: Grade, Action: "1", Keys: []string{"1"}, Help: "least", Footer: true},
	{Scope: Grade, Action: "2", Keys: []string{"2"}, Help: "2"},
	{Scope: Grade, Action: "3", Keys: []string{"3"}, Help: "3"},
	{Scope: Grade, Action: "4", Keys: []string{"4"}, Help: "4"},
	{Scope: Grade, Action: "5", Keys: []string{"5"}, Help: "most", Footer: true},
	{Scope: Grade, Action: Remove, Keys: []string{"x", "backspace", "delete"}, Help: "not given", Footer: true},

	{Scope: Standing, Action: StandOpen, Keys: []string{"o"}, Help: "open", Footer: true},
	{Scope: Standing, Action: StandAccepted, Keys: []string{"a"}, Help: "accepted", Footer: true},
	{Scope: Standing, Action: StandDismissed, Keys: []string{"d"}, Help: "dismissed", Footer: true},
}, judging(Findings)...)
