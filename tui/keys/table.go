package keys

import "slices"

// The scopes. Every screen has one; List and the scopes of dialogs are shared.
const (
	Global Scope = "everywhere"
	List   Scope = "lists"
	Goto   Scope = "go to"

	Library    Scope = "library"
	Home       Scope = "home"
	Audits     Scope = "audits"
	Audit      Scope = "audit"
	Interviews Scope = "interviews"
	Interview  Scope = "interview"
	Calls      Scope = "calls"
	Call       Scope = "call"
	Triage     Scope = "triage"
	Findings   Scope = "findings"
	Finding    Scope = "finding"
	Scores     Scope = "scores"
	Card       Scope = "scores: why" // one practice, theme or the whole, down to its sources
	Funnel     Scope = "funnel"
	Plan       Scope = "plan"
	MAPs       Scope = "mutual action plans"
	MAP        Scope = "mutual action plan"
	Coaching   Scope = "coaching"
	Round      Scope = "coaching round"
	Week       Scope = "weekly dashboard"
	Reviews    Scope = "reviews"
	Portfolio  Scope = "portfolio"
	Export     Scope = "export"
	Readout    Scope = "readout"
	Problems   Scope = "problems"
	Settle     Scope = "settling a merge"
	People     Scope = "people"
	Stages     Scope = "stages"
	Import     Scope = "import"
	Pick       Scope = "choosing a file"

	Rating  Scope = "rating"  // after ctrl+r: the next digit rates
	Confirm Scope = "confirm" // a yes-or-no dialog
	Dialog  Scope = "dialog"  // any other dialog
	Discard Scope = "discard" // esc in a form in which something was typed
	Help    Scope = "help"

	NotSaved Scope = "not saved" // everywhere, while the file cannot be written
	Leaving  Scope = "leaving"   // the question whether to leave all the same
)

// includes says which shared scopes hold in a screen's own.
var includes = map[Scope][]Scope{
	Library: {List}, Home: {List}, Audits: {List}, Audit: {List}, Interviews: {List}, Interview: {List},
	Calls: {List}, Call: {List}, Heard: {List}, Script: {List}, Blind: {List}, Findings: {List}, Finding: {List}, Scores: {List}, Card: {List}, Funnel: {List},
	Records: {Audit, List}, Plan: {List}, Week: {List}, Reviews: {List}, Portfolio: {List}, MAPs: {List}, MAP: {List}, Coaching: {List}, Round: {List}, Export: {List}, Readout: {List}, Problems: {List}, Settle: {List}, People: {List}, Stages: {List}, Import: {List},
}

// alone are the scopes in which nothing else holds: a question on the screen is answered before anything else happens.
var alone = map[Scope]bool{Rating: true, Verdict: true, Confirm: true, Dialog: true, Discard: true, Help: true, NotSaved: true, Leaving: true}

// Actions that more than one room knows.
const (
	Quit     Action = "quit"
	AskHelp  Action = "help"
	Back     Action = "back"
	Undo     Action = "undo"
	Redo     Action = "redo"
	Palette  Action = "palette"   // every command and every record
	Search   Action = "search"    // all text
	SaveCopy Action = "save-copy" // of an engagement that cannot be written where it is
	Stop     Action = "stop"      // ctrl+c outside text: says how to quit

	Up       Action = "up"
	Down     Action = "down"
	Left     Action = "left"
	Right    Action = "right"
	PageUp   Action = "page-up"
	PageDown Action = "page-down"
	Top      Action = "top"
	Bottom   Action = "bottom"
	Open     Action = "open"
	Next     Action = "next" // the next pane or field
	Prev     Action = "prev"
	Filter   Action = "filter"

	NextItem    Action = "next-item" // the next question, check or finding, without leaving the note
	PrevItem    Action = "prev-item"
	MakeFinding Action = "make-finding" // from what is on the screen, evidence attached
	Rate        Action = "rate"         // then a digit of the Rating scope
	Clock       Action = "clock"        // start and stop
	New         Action = "new"
	Edit        Action = "edit"
	Remove      Action = "remove"
	DoExport    Action = "export"

	Yes    Action = "yes"
	No     Action = "no"
	Accept Action = "accept"
	Cancel Action = "cancel"
)

// The go-to actions: one capital letter a room, the same in home's menu and everywhere outside text.
const (
	GoLibrary    Action = "go-library"
	GoHome       Action = "go-home"
	GoAudits     Action = "go-audits"
	GoInterviews Action = "go-interviews"
	GoCalls      Action = "go-calls"
	GoTriage     Action = "go-triage"
	GoFindings   Action = "go-findings"
	GoScores     Action = "go-scores"
	GoFunnel     Action = "go-funnel"
	GoPlan       Action = "go-plan"
	GoMAPs       Action = "go-maps"
	GoCoaching   Action = "go-coaching"
	GoWeek       Action = "go-week"
	GoReviews    Action = "go-reviews"
	GoExport     Action = "go-export"
	GoPeople     Action = "go-people"
	GoStages     Action = "go-stages"
	GoProblems   Action = "go-problems"
	GoSettle     Action = "go-settle"
)

// table is every binding of the app. Each room's own stand in the file of its name.
var table = slices.Concat(
	global, list, goTo, dialogs,
	library, home, audits, audit, interviews, interview, calls, call, triage,
	findings, finding, scores, funnel, plan, maps, coaching, week, reviews, portfolio, export, readout, problems, settle, people, stages, intake,
)

var global = []Binding{
	{Scope: Global, Action: Back, Keys: []string{"esc"}, Help: "back", Footer: true, Always: true},
	{Scope: Global, Action: Undo, Keys: []string{"ctrl+z"}, Help: "undo", Always: true},
	{Scope: Global, Action: Redo, Keys: []string{"ctrl+y"}, Help: "redo", Always: true},
	{Scope: Global, Action: Palette, Keys: []string{"ctrl+k"}, Help: "commands, records", Always: true},
	{Scope: Global, Action: Search, Keys: []string{"ctrl+f"}, Help: "search all text", Always: true},
	{Scope: Global, Action: AskHelp, Keys: []string{"?", "f1"}, Help: "help"},
	{Scope: Global, Action: AskHelp, Keys: []string{"f1"}, Help: "help", Typing: true},
	{Scope: Global, Action: Quit, Keys: []string{"ctrl+q"}, Help: "quit", Always: true},
	{Scope: Global, Action: Stop, Keys: []string{"ctrl+c"}},
}

var goTo = []Binding{
	{Scope: Goto, Action: GoHome, Keys: []string{"H"}, Help: "home"},
	{Scope: Goto, Action: GoAudits, Keys: []string{"A"}, Help: "audits"},
	{Scope: Goto, Action: GoInterviews, Keys: []string{"I"}, Help: "interviews"},
	{Scope: Goto, Action: GoCalls, Keys: []string{"C"}, Help: "calls"},
	{Scope: Goto, Action: GoTriage, Keys: []string{"T"}, Help: "triage"},
	{Scope: Goto, Action: GoFindings, Keys: []string{"F"}, Help: "findings"},
	{Scope: Goto, Action: GoScores, Keys: []string{"S"}, Help: "scores"},
	{Scope: Goto, Action: GoFunnel, Keys: []string{"U"}, Help: "funnel"},
	{Scope: Goto, Action: GoPlan, Keys: []string{"P"}, Help: "plan"},
	{Scope: Goto, Action: GoMAPs, Keys: []string{"O"}, Help: "mutual action plans"},
	{Scope: Goto, Action: GoCoaching, Keys: []string{"N"}, Help: "coaching"},
	{Scope: Goto, Action: GoWeek, Keys: []string{"B"}, Help: "weekly board"},
	{Scope: Goto, Action: GoReviews, Keys: []string{"R"}, Help: "reviews"},
	{Scope: Goto, Action: GoExport, Keys: []string{"E"}, Help: "export"},
	{Scope: Goto, Action: GoPeople, Keys: []string{"W"}, Help: "people (who)"},
	{Scope: Goto, Action: GoStages, Keys: []string{"D"}, Help: "deal stages"},
	{Scope: Goto, Action: GoProblems, Keys: []string{"!"}, Help: "problems"},
	{Scope: Goto, Action: GoSettle, Keys: []string{"M"}, Help: "settle a merge"},
	{Scope: Goto, Action: GoLibrary, Keys: []string{"L"}, Help: "library"},
}

var list = []Binding{
	{Scope: List, Action: Up, Keys: []string{"up", "k"}, Help: "up"},
	{Scope: List, Action: Down, Keys: []string{"down", "j"}, Help: "down"},
	{Scope: List, Action: Left, Keys: []string{"left", "h"}, Help: "left"},
	{Scope: List, Action: Right, Keys: []string{"right", "l"}, Help: "right"},
	{Scope: List, Action: PageUp, Keys: []string{"pgup", "ctrl+u"}, Help: "page up"},
	{Scope: List, Action: PageDown, Keys: []string{"pgdown", "ctrl+d"}, Help: "page down"},
	{Scope: List, Action: Top, Keys: []string{"home", "g"}, Help: "first"},
	{Scope: List, Action: Bottom, Keys: []string{"end", "G"}, Help: "last"},
	{Scope: List, Action: Next, Keys: []string{"tab"}, Help: "next pane", Always: true},
	{Scope: List, Action: Prev, Keys: []string{"shift+tab"}, Help: "pane before", Always: true},
}

var dialogs = []Binding{
	{Scope: Confirm, Action: Yes, Keys: []string{"y", "enter"}, Help: "yes", Footer: true},
	{Scope: Confirm, Action: No, Keys: []string{"n", "esc"}, Help: "no", Footer: true},

	{Scope: Dialog, Action: Accept, Keys: []string{"enter"}, Help: "done", Footer: true, Always: true},
	{Scope: Dialog, Action: Cancel, Keys: []string{"esc"}, Help: "cancel", Footer: true, Always: true},
	{Scope: Dialog, Action: Next, Keys: []string{"tab"}, Help: "next field", Always: true},
	{Scope: Dialog, Action: Prev, Keys: []string{"shift+tab"}, Help: "field before", Always: true},
	{Scope: Dialog, Action: Up, Keys: []string{"up", "ctrl+p"}, Help: "up", Always: true},
	{Scope: Dialog, Action: Down, Keys: []string{"down", "ctrl+n"}, Help: "down", Always: true},
	{Scope: Dialog, Action: PageUp, Keys: []string{"pgup"}, Help: "page up", Always: true},
	{Scope: Dialog, Action: PageDown, Keys: []string{"pgdown"}, Help: "page down", Always: true},
	{Scope: Dialog, Action: AskHelp, Keys: []string{"f1"}, Help: "help", Footer: true, Always: true},

	{Scope: Discard, Action: Yes, Keys: []string{"y", "esc"}, Help: "discard it", Footer: true},
	{Scope: Discard, Action: No, Keys: []string{"n"}, Help: "keep typing", Footer: true},

	{Scope: NotSaved, Action: SaveCopy, Keys: []string{"ctrl+s"}, Help: "save a copy elsewhere", Footer: true, Always: true},
	{Scope: Leaving, Action: SaveCopy, Keys: []string{"c", "ctrl+s"}, Help: "save a copy", Footer: true},
	{Scope: Leaving, Action: Yes, Keys: []string{"y"}, Help: "quit all the same", Footer: true},
	{Scope: Leaving, Action: No, Keys: []string{"n", "esc"}, Help: "stay", Footer: true},

	{Scope: Rating, Action: "0", Keys: []string{"0"}, Help: "to 4 rates", Footer: true},
	{Scope: Rating, Action: "1", Keys: []string{"1"}, Help: "rate 1"},
	{Scope: Rating, Action: "2", Keys: []string{"2"}, Help: "rate 2"},
	{Scope: Rating, Action: "3", Keys: []string{"3"}, Help: "rate 3"},
	{Scope: Rating, Action: "4", Keys: []string{"4"}, Help: "rate 4"},
	{Scope: Rating, Action: "na", Keys: []string{"n", "-"}, Help: "not applicable", Footer: true},
	{Scope: Rating, Action: Remove, Keys: []string{"x", "backspace", "delete"}, Help: "clear", Footer: true},
	{Scope: Rating, Action: Cancel, Keys: []string{"esc"}, Help: "leave as is", Footer: true},

	{Scope: Help, Action: Cancel, Keys: []string{"esc", "?", "f1", "enter", "q"}, Help: "close", Footer: true},
	{Scope: Help, Action: Up, Keys: []string{"up", "k"}},
	{Scope: Help, Action: Down, Keys: []string{"down", "j"}},
	{Scope: Help, Action: PageUp, Keys: []string{"pgup"}},
	{Scope: Help, Action: PageDown, Keys: []string{"pgdown", "space"}},
}
