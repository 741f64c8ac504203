package keys

// What one does in an interview and in an audit, without leaving the note.
const (
	Skip   Action = "skip"
	Own    Action = "own-question"
	More   Action = "more"   // probes, where there is no room for them beside the question
	Finish Action = "finish" // the interview is done, or it is not after all
)

// Find is the filter of the list beside a note: enter takes what is found, where in a note it ends the line.
const Find Scope = "find"

// guided are the bindings of every page on which one goes through questions or checks with a note under each.
func guided(s Scope) []Binding {
	return []Binding{
		{Scope: s, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
		{Scope: s, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "before"},
		{Scope: s, Action: Rate, Keys: []string{"r", "ctrl+r"}, Help: "rate", Footer: true},
		{Scope: s, Action: MakeFinding, Keys: []string{"m", "ctrl+g"}, Help: "finding"},
		{Scope: s, Action: More, Keys: []string{"v", "ctrl+l"}, Help: "probes"},

		{Scope: s, Action: Rate, Keys: []string{"ctrl+r"}, Help: "rate", Typing: true, Footer: true},
		{Scope: s, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next", Typing: true, Footer: true},
		{Scope: s, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "before", Typing: true},
		{Scope: s, Action: MakeFinding, Keys: []string{"ctrl+g"}, Help: "finding", Typing: true, Footer: true},
		{Scope: s, Action: More, Keys: []string{"ctrl+l"}, Help: "probes", Typing: true},

		{Scope: s, Action: Open, Keys: []string{"enter"}, Help: "note", Footer: true},
		{Scope: s, Action: Filter, Keys: []string{"/"}, Help: "find", Footer: true},
		{Scope: s, Action: "0", Keys: []string{"0"}},
		{Scope: s, Action: "1", Keys: []string{"1"}},
		{Scope: s, Action: "2", Keys: []string{"2"}},
		{Scope: s, Action: "3", Keys: []string{"3"}},
		{Scope: s, Action: "4", Keys: []string{"4"}},
		{Scope: s, Action: "na", Keys: []string{"-"}},
	}
}

var interview = append(guided(Interview), []Binding{
	{Scope: Interview, Action: Skip, Keys: []string{"ctrl+x"}, Help: "skip", Typing: true, Footer: true},
	{Scope: Interview, Action: Own, Keys: []string{"ctrl+o"}, Help: "own question", Typing: true, Footer: true},
	{Scope: Interview, Action: Finish, Keys: []string{"f9"}, Help: "done", Typing: true},
	{Scope: Interview, Action: Edit, Keys: []string{"ctrl+d"}, Help: "consent, date", Typing: true},
	{Scope: Interview, Action: Clock, Keys: []string{"ctrl+t"}, Help: "clock, stop or go", Typing: true},

	{Scope: Interview, Action: Finish, Keys: []string{"f", "f9"}, Help: "done", Footer: true},
	{Scope: Interview, Action: Edit, Keys: []string{"e"}, Help: "consent, date", Footer: true},
	{Scope: Interview, Action: Skip, Keys: []string{"s", "ctrl+x"}, Help: "skip"},
	{Scope: Interview, Action: Own, Keys: []string{"n", "o", "ctrl+o"}, Help: "own question"},
	{Scope: Interview, Action: Clock, Keys: []string{"t", "ctrl+t"}, Help: "clock, stop or go"},
	{Scope: Interview, Action: Remove, Keys: []string{"x", "delete"}, Help: "remove own answer"},

	{Scope: Find, Action: Open, Keys: []string{"enter"}, Help: "go there", Typing: true, Footer: true},
	{Scope: Find, Action: Up, Keys: []string{"up"}, Help: "up", Typing: true},
	{Scope: Find, Action: Down, Keys: []string{"down"}, Help: "down", Typing: true},
}...)
