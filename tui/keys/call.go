package keys

import "slices"

// What one does while a recording plays.
const (
	BackTen      Action = "back-10s"
	AheadTen     Action = "ahead-10s"
	GoTime       Action = "go-to-time"
	AddObjection Action = "objection"
	AttachFile   Action = "attach-transcript"
	SecondRater  Action = "second-rater"

	AnswerYes    Action = "answer-yes"
	AnswerPartly Action = "answer-partly"
	AnswerNo     Action = "answer-no"
	AnswerNA     Action = "answer-na"

	TakeQuote   Action = "quote"      // the cue becomes a > line of the note
	MapSpeakers Action = "speakers"   // who is who in the transcript
	NextMatch   Action = "next-match" // of what was looked for
	PrevMatch   Action = "match-before"
	NextHint    Action = "next-hint"    // the next words that may be an objection
	Confirmed   Action = "is-one"       // they are one
	Follow      Action = "follow-clock" // the transcript goes with the clock again
)

// The scopes of a call review beside that of the rubric and the note, which is Call.
const (
	// Verdict is the scope after ctrl+r in the note: the next letter answers the rubric. It stands alone, so that every
	// key comes to the page and none is lost.
	Verdict Scope = "rubric"
	// Heard holds on an objection, and on words that may be one, beside the rubric.
	Heard Scope = "objection"
	// Script holds in the transcript.
	Script Scope = "transcript"
	// Blind is the rubric of the second rater.
	Blind Scope = "second rater"
)

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

// playing are the keys of the clock outside text; f6, f7 and f8 hold in text, too.
func playing(scope Scope) []Binding {
	return []Binding{
		{Scope: scope, Action: Clock, Keys: []string{"space", "t", "ctrl+t"}, Help: "clock", Footer: true},
		{Scope: scope, Action: BackTen, Keys: []string{"f7", "-", ","}, Help: "10 s back"},
		{Scope: scope, Action: AheadTen, Keys: []string{"f8", "+", "."}, Help: "10 s ahead"},
		{Scope: scope, Action: GoTime, Keys: []string{"f6", "@"}, Help: "go to a time"},
	}
}

var call = slices.Concat([]Binding{
	{Scope: Call, Action: Rate, Keys: []string{"ctrl+r"}, Help: "rubric", Typing: true, Footer: true},
	{Scope: Call, Action: Clock, Keys: []string{"ctrl+t"}, Help: "clock", Typing: true, Footer: true},
	{Scope: Call, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next", Typing: true, Footer: true},
	{Scope: Call, Action: More, Keys: []string{"ctrl+l"}, Help: "transcript", Typing: true, Footer: true},
	{Scope: Call, Action: MakeFinding, Keys: []string{"ctrl+g"}, Help: "finding", Typing: true, Footer: true},
	{Scope: Call, Action: Next, Keys: []string{"tab"}, Help: "to the rubric", Typing: true, Footer: true},
	{Scope: Call, Action: AddObjection, Keys: []string{"ctrl+o"}, Help: "objection", Typing: true},
	{Scope: Call, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "item before", Typing: true},
	{Scope: Call, Action: GoTime, Keys: []string{"f6"}, Help: "go to a time", Typing: true},
	{Scope: Call, Action: BackTen, Keys: []string{"f7"}, Help: "10 s back", Typing: true},
	{Scope: Call, Action: AheadTen, Keys: []string{"f8"}, Help: "10 s ahead", Typing: true},
}, verdicts(Call), verdicts(Verdict), playing(Call), []Binding{
	{Scope: Call, Action: Next, Keys: []string{"tab"}, Help: "next pane", Footer: true},
	{Scope: Call, Action: Open, Keys: []string{"enter"}, Help: "remark", Footer: true},
	{Scope: Call, Action: AttachFile, Keys: []string{"i"}, Help: "attach transcript", Footer: true},
	{Scope: Call, Action: AddObjection, Keys: []string{"o", "ctrl+o"}, Help: "objection", Footer: true},
	{Scope: Call, Action: Edit, Keys: []string{"e"}, Help: "edit", Footer: true},
	{Scope: Call, Action: SecondRater, Keys: []string{"2"}, Help: "second rater", Footer: true},
	{Scope: Call, Action: MakeFinding, Keys: []string{"m", "ctrl+g"}, Help: "finding"},
	{Scope: Call, Action: More, Keys: []string{"v", "ctrl+l"}, Help: "transcript"},
	{Scope: Call, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
	{Scope: Call, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "item before"},
	{Scope: Verdict, Action: Cancel, Keys: []string{"esc"}, Help: "leave as is", Footer: true},

	{Scope: Heard, Action: Confirmed, Keys: []string{"y"}, Help: "it is one", Footer: true},
	{Scope: Heard, Action: Open, Keys: []string{"enter"}, Help: "edit", Footer: true},
	{Scope: Heard, Action: Remove, Keys: []string{"x", "delete"}, Help: "take away", Footer: true},
	{Scope: Heard, Action: Next, Keys: []string{"tab"}, Help: "next pane", Footer: true},
	{Scope: Heard, Action: AddObjection, Keys: []string{"o", "ctrl+o"}, Help: "new one", Footer: true},
	{Scope: Heard, Action: MakeFinding, Keys: []string{"m", "ctrl+g"}, Help: "finding", Footer: true},
	{Scope: Heard, Action: More, Keys: []string{"v", "ctrl+l"}, Help: "transcript"},
	{Scope: Heard, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
	{Scope: Heard, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "before"},
}, playing(Heard), []Binding{
	{Scope: Script, Action: TakeQuote, Keys: []string{">"}, Help: "quote", Footer: true},
	{Scope: Script, Action: AddObjection, Keys: []string{"#", "o"}, Help: "objection", Footer: true},
	{Scope: Script, Action: Rate, Keys: []string{"r", "ctrl+r"}, Help: "evidence", Footer: true},
	{Scope: Script, Action: Open, Keys: []string{"enter"}, Help: "clock to here", Footer: true},
	{Scope: Script, Action: Filter, Keys: []string{"/"}, Help: "search", Footer: true},
	{Scope: Script, Action: Follow, Keys: []string{"f"}, Help: "follow clock", Footer: true},
	{Scope: Script, Action: Confirmed, Keys: []string{"y"}, Help: "it is an objection", Footer: true},
	{Scope: Script, Action: Remove, Keys: []string{"x"}, Help: "it is none", Footer: true},
	{Scope: Script, Action: NextHint, Keys: []string{"s"}, Help: "next suggested", Footer: true},
	{Scope: Script, Action: NextMatch, Keys: []string{"n"}, Help: "next match"},
	{Scope: Script, Action: PrevMatch, Keys: []string{"p"}, Help: "match before"},
	{Scope: Script, Action: MapSpeakers, Keys: []string{"w"}, Help: "who speaks"},
	{Scope: Script, Action: MakeFinding, Keys: []string{"m", "ctrl+g"}, Help: "finding"},
	{Scope: Script, Action: SecondRater, Keys: []string{"2"}, Help: "second rater"},
	{Scope: Script, Action: AttachFile, Keys: []string{"i"}, Help: "another file"},
	{Scope: Script, Action: More, Keys: []string{"v", "ctrl+l"}, Help: "to the note"},
	{Scope: Script, Action: Next, Keys: []string{"tab"}, Help: "next pane"},
	{Scope: Script, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next rubric item"},
	{Scope: Script, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "rubric item before"},
}, playing(Script), verdicts(Blind), []Binding{
	{Scope: Blind, Action: Open, Keys: []string{"enter"}, Help: "remark", Footer: true},
	{Scope: Blind, Action: SecondRater, Keys: []string{"2"}, Help: "end", Footer: true},
	{Scope: Blind, Action: Next, Keys: []string{"tab"}, Help: "next pane"},
	{Scope: Blind, Action: More, Keys: []string{"v", "ctrl+l"}, Help: "transcript"},
	{Scope: Blind, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next"},
	{Scope: Blind, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "item before"},
}, playing(Blind))
