package keys

import "slices"

// What one does while a recording plays.
const (
	BackTen      Action = "back-10s"
	AheadTen     Action = "ahead-10s"
	GoTime       Action = "go-to-time"
	AddObjection Action = "objection"

	AnswerYes    Action = "answer-yes"
	AnswerPartly Action = "answer-partly"
	AnswerNo     Action = "answer-no"
	AnswerNA     Action = "answer-na"
)

// Verdict is the scope after ctrl+r in the note: the next letter answers the rubric. It stands alone, so that every key
// comes to the page and none is lost.
const Verdict Scope = "rubric"

// verdicts are the letters that answer, in the rubric itself and after ctrl+r.
func verdicts(scope Scope) []Binding {
	return []Binding{
		{Scope: scope, Action: AnswerYes, Keys: []string{"y"}, Help: "yes", Footer: true},
		{Scope: scope, Action: AnswerPartly, Keys: []string{"p"}, Help: "partly", Footer: true},
		{Scope: scope, Action: AnswerNo, Keys: []string{"n"}, Help: "no", Footer: true},
		{Scope: scope, Action: AnswerNA, Keys: []string{"a"}, Help: "n/a", Footer: true},
		{Scope: scope, Action: Remove, Keys: []string{"x", "delete"}, Help: "clear", Footer: true},
	}
}

var call = slices.Concat([]Binding{
	{Scope: Call, Action: Rate, Keys: []string{"ctrl+r"}, Help: "rubric", Typing: true, Footer: true},
	{Scope: Call, Action: Clock, Keys: []string{"ctrl+t"}, Help: "clock", Typing: true, Footer: true},
	{Scope: Call, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next", Typing: true, Footer: true},
	{Scope: Call, Action: MakeFinding, Keys: []string{"ctrl+g"}, Help: "finding", Typing: true, Footer: true},
	{Scope: Call, Action: Next, Keys: []string{"tab"}, Help: "to the rubric", Typing: true, Footer: true},
	{Scope: Call, Action: AddObjection, Keys: []string{"ctrl+o"}, Help: "objection", Typing: true},
	{Scope: Call, Action: GoTime, Keys: []string{"ctrl+l"}, Help: "go to a time", Typing: true},
	{Scope: Call, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "item before", Typing: true},
	{Scope: Call, Action: BackTen, Keys: []string{"f7"}, Help: "10 s back", Typing: true},
	{Scope: Call, Action: AheadTen, Keys: []string{"f8"}, Help: "10 s ahead", Typing: true},
}, verdicts(Call), verdicts(Verdict), []Binding{
	{Scope: Call, Action: Next, Keys: []string{"tab"}, Help: "note", Footer: true},
	{Scope: Call, Action: Clock, Keys: []string{"ctrl+t", "space", "t"}, Help: "clock", Footer: true},
	{Scope: Call, Action: Open, Keys: []string{"enter"}, Help: "remark", Footer: true},
	{Scope: Call, Action: AddObjection, Keys: []string{"ctrl+o", "o"}, Help: "objection", Footer: true},
	{Scope: Call, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Call, Action: MakeFinding, Keys: []string{"ctrl+g", "m"}, Help: "finding"},
	{Scope: Call, Action: BackTen, Keys: []string{"f7", "-", ","}, Help: "10 s back"},
	{Scope: Call, Action: AheadTen, Keys: []string{"f8", "+", "."}, Help: "10 s ahead"},
	{Scope: Call, Action: GoTime, Keys: []string{"ctrl+l", "@"}, Help: "go to a time"},
	{Scope: Call, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
	{Scope: Call, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "item before"},
	{Scope: Verdict, Action: Cancel, Keys: []string{"esc"}, Help: "leave as is", Footer: true},
})
