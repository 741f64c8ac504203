package screen

import "github.com/gapbook/gapbook/tui/keys"

// Kind is a kind of page.
type Kind string

const (
	Library    Kind = "library"
	Home       Kind = "home"
	Audits     Kind = "audits"
	Audit      Kind = "audit"
	Interviews Kind = "interviews"
	Interview  Kind = "interview"
	Calls      Kind = "calls"
	Call       Kind = "call"
	Triage     Kind = "triage"
	Findings   Kind = "findings"
	Finding    Kind = "finding"
	Scores     Kind = "scores"
	Funnel     Kind = "funnel"
	Plan       Kind = "plan"
	MAPs       Kind = "maps"
	MAP        Kind = "map"
	Coaching   Kind = "coaching"
	Round      Kind = "round"
	Week       Kind = "week"
	Reviews    Kind = "reviews"
	Portfolio  Kind = "portfolio"
	Export     Kind = "export"
	Readout    Kind = "readout"
	Problems   Kind = "problems"
	Settle     Kind = "settle"
	People     Kind = "people"
	Stages     Kind = "stages"
	Import     Kind = "import"
)

// Route leads to one page: a kind, the id of the record it shows, and a place in that, which does not make it another page:
// a question, check or time, and a line of the note there.
type Route struct {
	Kind Kind
	ID   string
	At   string
	Line string
}

// SecondRater is the place in a call where its second rater answers.
const SecondRater = "second rater"

// NewRound is the place in a coaching round that is not in the file yet; the rep's id follows it.
const NewRound = "new round with "

// Page is the route without the place in it: what pages are kept by.
func (r Route) Page() Route { return Route{Kind: r.Kind, ID: r.ID} }

// Room is one entry of home's menu, in order.
type Room struct {
	Kind Kind
	Go   keys.Action
	Name string
}

// Rooms are the pages that one can go to from everywhere, in the order of the work.
func Rooms() []Room {
	return []Room{
		{Stages, keys.GoStages, "Deal stages"},
		{People, keys.GoPeople, "People"},
		{Audits, keys.GoAudits, "Audits"},
		{Interviews, keys.GoInterviews, "Interviews"},
		{Calls, keys.GoCalls, "Calls"},
		{Funnel, keys.GoFunnel, "Funnel"},
		{Triage, keys.GoTriage, "Triage"},
		{Findings, keys.GoFindings, "Findings"},
		{Scores, keys.GoScores, "Scores"},
		{Plan, keys.GoPlan, "Plan"},
		{MAPs, keys.GoMAPs, "MAPs"},
		{Coaching, keys.GoCoaching, "Coaching"},
		{Week, keys.GoWeek, "Weekly"},
		{Reviews, keys.GoReviews, "Reviews"},
		{Export, keys.GoExport, "Export"},
		{Problems, keys.GoProblems, "Problems"},
	}
}

// Parent is the page one level up: where esc leads when there is no page before, and the middle of the breadcrumb.
func (k Kind) Parent() Kind {
	switch k {
	case Library:
		return ""
	case Home, Portfolio:
		return Library
	case Audit:
		return Audits
	case Interview:
		return Interviews
	case Call:
		return Calls
	case Finding:
		return Findings
	case Import:
		return Funnel
	case MAP:
		return MAPs
	case Round:
		return Coaching
	case Readout:
		return Export
	}
	return Home
}

// Name is how a kind of page is called in the breadcrumb.
func (k Kind) Name() string {
	for _, r := range Rooms() {
		if r.Kind == k {
			return r.Name
		}
	}
	switch k {
	case Library:
		return "Library"
	case Home:
		return "Home"
	case Settle:
		return "Settle"
	case Portfolio:
		return "Portfolio"
	}
	return ""
}
