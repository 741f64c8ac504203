package model

// Finding is a gap or a strength with the evidence for it.
type Finding struct {
	ID       string        `yaml:"id,required"`
	Title    string        `yaml:"title"`
	Practice string        `yaml:"practice"`
	Stage    string        `yaml:"stage"`
	Tag      Tag           `yaml:"tag"`
	Impact   *int          `yaml:"impact" doc:"1 to 5; absent: suggested from the value at stake."`
	Ease     *int          `yaml:"ease" doc:"1 to 5."`
	Kind     FindingKind   `yaml:"kind" doc:"Absent: gap."`
	Status   FindingStatus `yaml:"status" doc:"Absent: open."`
	Evidence []string      `yaml:"evidence,line" doc:"record, record/question, record/check or call@mm:ss."`
	Note     string        `yaml:"note"`
}

// Line is what became of one ! or ? line of a note, found again by its exact text.
type Line struct {
	In        string `yaml:"in,required" doc:"The note it stands in, written like evidence."`
	Text      string `yaml:"text,required"`
	Finding   string `yaml:"finding"`
	Dismissed bool   `yaml:"dismissed"`
	Done      Date   `yaml:"done"`
}

// CRM remembers how an export was mapped, so that it is asked once.
type CRM struct {
	Stages  map[string]string  `yaml:"stages" doc:"Stage id by the export's stage name."`
	Columns map[string]string  `yaml:"columns" doc:"The export's column by field."`
	Rates   map[string]float64 `yaml:"rates" doc:"Client currency for one unit, by currency code."`
}

// Funnel is a snapshot of the pipeline over one period, from the CRM.
type Funnel struct {
	Label     string        `yaml:"label"`
	Source    *Source       `yaml:"source,line"`
	From      Date          `yaml:"from" doc:"First creation day, included."`
	To        Date          `yaml:"to" doc:"Last creation day, included."`
	Stages    []FunnelStage `yaml:"stages"`
	Won       *int          `yaml:"won" doc:"Absent: not known."`
	Lost      *int          `yaml:"lost" doc:"Absent: not known."`
	Open      *int          `yaml:"open" doc:"Absent: not known."`
	WonAmount *float64      `yaml:"won_amount" doc:"In the client's currency."`
	CycleDays *float64      `yaml:"cycle_days" doc:"Median days from created to won."`
	Horizon   int           `yaml:"horizon" doc:"Only what happened within so many days of a deal's creation was counted."`
	Leads     *Leads        `yaml:"leads,line"`
	Forecast  *Forecast     `yaml:"forecast,line"`
	Notes     []string      `yaml:"notes"`
	By        []Split       `yaml:"by" doc:"The same deals once more, by owner, team or segment."`
}

// Split is a snapshot's deals by who owns them or what they are.
type Split struct {
	By     string  `yaml:"split,required" doc:"owner, team, segment, or a column of the export."`
	Groups []Group `yaml:"groups"`
}

// NoGroup is the name of the deals that belong to no group of a split.
const NoGroup = "(none)"

// Group is the funnel of one group of a split.
type Group struct {
	Name      string        `yaml:"name,required"`
	Won       *int          `yaml:"won"`
	Lost      *int          `yaml:"lost"`
	Open      *int          `yaml:"open"`
	WonAmount *float64      `yaml:"won_amount"`
	CycleDays *float64      `yaml:"cycle_days"`
	Stages    []FunnelStage `yaml:"stages"`
}

// Source says which file a snapshot came from.
type Source struct {
	File     string `yaml:"file"`
	SHA256   string `yaml:"sha256"`
	Rows     int    `yaml:"rows"`
	Imported Date   `yaml:"imported"`
}

// FunnelStage counts the deals of one stage. Advanced, lost and open add up to reached.
type FunnelStage struct {
	Stage      string   `yaml:"stage,required"`
	Reached    int      `yaml:"reached,required"`
	Advanced   int      `yaml:"advanced,required"`
	Lost       int      `yaml:"lost,required"`
	Open       int      `yaml:"open,required"`
	MedianDays *float64 `yaml:"median_days"`
	P90Days    *float64 `yaml:"p90_days"`
	StallDays  *float64 `yaml:"stall_days" doc:"75th percentile of the days in stage."`
	Slipped    *int     `yaml:"slipped" doc:"Deals whose close date moved to a later month."`
}

// Leads counts what marketing handed over.
type Leads struct {
	MQL           *int     `yaml:"mql"`
	SQL           *int     `yaml:"sql" doc:"Of these MQLs."`
	ResponseHours *float64 `yaml:"response_hours" doc:"Median hours to the first response."`
}

// Forecast compares what was committed with what closed.
type Forecast struct {
	Committed *float64 `yaml:"committed"`
	Closed    *float64 `yaml:"closed"`
}

// Plan is the client's 30-60-90 day plan.
type Plan struct {
	Actions []Action `yaml:"actions"`
}

// Action is one line of the plan.
type Action struct {
	ID          string       `yaml:"id,required"`
	Title       string       `yaml:"title"`
	Phase       int          `yaml:"phase" doc:"30, 60 or 90."`
	Owner       string       `yaml:"owner" doc:"A person id, or free text."`
	Due         Date         `yaml:"due"`
	Effort      *float64     `yaml:"effort" doc:"Days."`
	Practice    string       `yaml:"practice"`
	Findings    []string     `yaml:"findings,line"`
	Remedy      string       `yaml:"remedy" doc:"The playbook's remedy it was drafted from."`
	Deliverable string       `yaml:"deliverable"`
	Metric      *Metric      `yaml:"metric,line"`
	Depends     []string     `yaml:"depends,line" doc:"Action ids."`
	Status      ActionStatus `yaml:"status" doc:"Absent: todo."`
	Done        Date         `yaml:"done"`
	Pinned      bool         `yaml:"pinned" doc:"A re-draft leaves phase and due alone."`
	Note        string       `yaml:"note"`
}

// Metric is the one number by which an action is judged.
type Metric struct {
	Name     string   `yaml:"name"`
	From     string   `yaml:"from" doc:"Where the baseline came from."`
	Baseline *float64 `yaml:"baseline"`
	Target   *float64 `yaml:"target"`
}

// MAP is one mutual action plan, agreed with a buyer.
type MAP struct {
	ID         string      `yaml:"id,required"`
	Deal       string      `yaml:"deal"`
	Link       string      `yaml:"link"`
	Stage      string      `yaml:"stage"`
	Rep        string      `yaml:"rep"`
	Milestones []Milestone `yaml:"milestones"`
}

// Milestone is one dated step of a mutual action plan.
type Milestone struct {
	What     string `yaml:"what"`
	Owner    string `yaml:"owner" doc:"buyer or seller"`
	Due      Date   `yaml:"due"`
	Done     Date   `yaml:"done"`
	FirstDue Date   `yaml:"first_due" doc:"The date first agreed, when it was moved."`
}

// Round is one CORE coaching round: clarify, observe, reflect, execute.
type Round struct {
	ID      string   `yaml:"id,required"`
	Rep     string   `yaml:"rep"`
	Coach   string   `yaml:"coach"`
	Date    Date     `yaml:"date"`
	Clarify string   `yaml:"clarify"`
	Observe string   `yaml:"observe"`
	Reflect string   `yaml:"reflect"`
	Execute *Execute `yaml:"execute,line"`
}

// Execute is the one action agreed in a coaching round.
type Execute struct {
	Action string `yaml:"action"`
	Due    Date   `yaml:"due"`
	Done   Date   `yaml:"done"`
}

// Week is one row of the weekly dashboard.
type Week struct {
	Week       Date               `yaml:"week,required" doc:"Its Monday."`
	Indicators map[string]float64 `yaml:"indicators,line" doc:"By indicator id; of one stage: indicator@stage."`
	Note       string             `yaml:"note"`
}

// Readout holds text written by hand for the report, in Markdown.
type Readout struct {
	Summary  string            `yaml:"summary"`
	Sections map[string]string `yaml:"sections"`
}

// Review is the look back at day 30, 60 or 90.
type Review struct {
	Day    int      `yaml:"day,required"`
	Date   Date     `yaml:"date"`
	Note   string   `yaml:"note"`
	Wins   []string `yaml:"wins"`
	Expand []string `yaml:"expand"`
}

// Unsettled is a field that both sides of a merge changed. The file holds ours until someone settles it.
type Unsettled struct {
	Field    string `yaml:"field,required"`
	Ours     any    `yaml:"ours"`
	Theirs   any    `yaml:"theirs"`
	TheirsBy string `yaml:"theirs_by"`
}
