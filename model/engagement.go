// Package model holds the domain of gapbook in plain types: one engagement, and all that is recorded in it. It does no
// input or output, knows no screen, and imports nothing but the standard library.
//
// The types mirror the engagement file: the yaml tags are the file's keys and the order of the fields is the order in
// which a new record is written. The option "line" asks for a record to be written on one line where it fits.
// An absent value is the zero value or nil, so 0 and "not there" stay apart wherever the difference means something.
package model

// FormatVersion is the version of the engagement file that this program reads and writes.
const FormatVersion = 1

// Engagement is one execution gap analysis: everything in one file.
type Engagement struct {
	Gapbook       int                `yaml:"gapbook" doc:"Format version of the file, 1."`
	Client        Client             `yaml:"client"`
	Title         string             `yaml:"title"`
	Consultants   []string           `yaml:"consultants,line"`
	Started       Date               `yaml:"started"`
	PlanStart     Date               `yaml:"plan_start" doc:"Day 0 of the 30-60-90 day plan."`
	Playbook      string             `yaml:"playbook" doc:"Name of the built-in playbook, or a path relative to this file."`
	Targets       map[string]float64 `yaml:"targets,line" doc:"Target score, 0 to 100, by practice; overrides the playbook's."`
	Capacity      *float64           `yaml:"capacity" doc:"Effort days that the client can spend in each 30-day phase."`
	People        []Person           `yaml:"people"`
	Stages        []Stage            `yaml:"stages" doc:"The client's own pipeline in order, without the closed stages."`
	Audits        []Audit            `yaml:"audits"`
	Interviews    []Interview        `yaml:"interviews"`
	Calls         []Call             `yaml:"calls"`
	Findings      []Finding          `yaml:"findings"`
	Lines         []Line             `yaml:"lines" doc:"What became of the ! and ? lines of the notes."`
	CRM           *CRM               `yaml:"crm" doc:"How the client's export was understood."`
	Funnels       []Funnel           `yaml:"funnels" doc:"One snapshot per period; the first is the baseline."`
	Plan          *Plan              `yaml:"plan"`
	MAPs          []MAP              `yaml:"maps" doc:"Mutual action plans."`
	Coaching      []Round            `yaml:"coaching" doc:"CORE coaching rounds."`
	Weeks         []Week             `yaml:"weeks" doc:"The weekly dashboard."`
	CoachingStart Date               `yaml:"coaching_start"`
	Readout       *Readout           `yaml:"readout"`
	Reviews       []Review           `yaml:"reviews"`
	Unsettled     []Unsettled        `yaml:"unsettled" doc:"Fields that both sides of a merge changed."`
}

// Client is the organisation under analysis.
type Client struct {
	Name     string `yaml:"name,required"`
	Segment  string `yaml:"segment"`
	Currency string `yaml:"currency" doc:"ISO 4217 code."`
}

// Person is someone of the client: interviewed, heard on a call, or an owner in the plan.
type Person struct {
	ID    string `yaml:"id,required"`
	Name  string `yaml:"name"`
	Role  Role   `yaml:"role,required"`
	Title string `yaml:"title"`
	Team  string `yaml:"team"`
	Quote *bool  `yaml:"quote" doc:"false: never quoted in an export."`
}

// Stage is one step of the client's pipeline.
type Stage struct {
	ID               string   `yaml:"id,required"`
	Name             string   `yaml:"name"`
	ExitCriteria     []string `yaml:"exit_criteria,line"`
	MandatoryFields  []string `yaml:"mandatory_fields,line"`
	TargetConversion *float64 `yaml:"target_conversion" doc:"Share of deals that should reach the next stage (the last one: won), 0 to 1."`
}

// Audit is one look at a stage, a handoff or a cadence.
type Audit struct {
	ID      string       `yaml:"id,required"`
	Kind    AuditKind    `yaml:"kind,required"`
	Subject string       `yaml:"subject,required" doc:"A stage id, or a handoff or cadence id of the playbook."`
	By      string       `yaml:"by"`
	Date    Date         `yaml:"date"`
	Round   string       `yaml:"round" doc:"Absent: baseline."`
	Checks  []AuditCheck `yaml:"checks"`
	Records []Record     `yaml:"records" doc:"Sampled CRM records."`
	Note    string       `yaml:"note"`
}

// AuditCheck is the answer to one check of an audit. A rating counts before a sample.
type AuditCheck struct {
	Check  string  `yaml:"check,required"`
	Rating *int    `yaml:"rating"`
	NA     bool    `yaml:"na"`
	Sample *Sample `yaml:"sample,line" doc:"Counts only when there is no rating."`
	Note   string  `yaml:"note"`
}

// Sample counts the sampled records that meet a check.
type Sample struct {
	Met int `yaml:"met,required"`
	Of  int `yaml:"of,required"`
}

// Record is one sampled CRM record: which checklist items stand there as text.
type Record struct {
	Deal  string   `yaml:"deal,required"`
	Found []string `yaml:"found,line" doc:"Checklist item ids of the playbook."`
	Text  string   `yaml:"text"`
}

// Interview is one conversation with one person.
type Interview struct {
	ID      string          `yaml:"id,required"`
	Person  string          `yaml:"person,required"`
	By      string          `yaml:"by"`
	Date    Date            `yaml:"date"`
	Status  InterviewStatus `yaml:"status" doc:"Absent: done."`
	Round   string          `yaml:"round"`
	Minutes int             `yaml:"minutes" doc:"How long it took."`
	Consent string          `yaml:"consent" doc:"What the person agreed to."`
	Answers []Answer        `yaml:"answers"`
	Note    string          `yaml:"note" doc:"Outside the guide."`
}

// Answer is what was said to one question: of the guide (Question), or of one's own (Ask, Practice).
type Answer struct {
	Question string `yaml:"question"`
	Ask      string `yaml:"ask"`
	Practice string `yaml:"practice" doc:"For a question of one's own."`
	Rating   *int   `yaml:"rating"`
	NA       bool   `yaml:"na"`
	Skipped  bool   `yaml:"skipped"`
	Note     string `yaml:"note"`
}

// Call is the review of one recording.
type Call struct {
	ID         string            `yaml:"id,required"`
	Title      string            `yaml:"title"`
	Recording  string            `yaml:"recording" doc:"Where the recording is: a path, a link or a label."`
	Transcript string            `yaml:"transcript" doc:"Transcript file, relative to this file: WebVTT, SRT, plain text, or JSON of Gong or Fireflies."`
	Speakers   map[string]string `yaml:"speakers,line" doc:"Who the transcript's speakers are: a person id, buyer or seller, by the name that it uses."`
	Rep        string            `yaml:"rep"`
	Stage      string            `yaml:"stage"`
	Date       Date              `yaml:"date"`
	Length     Clock             `yaml:"length"`
	By         string            `yaml:"by"`
	Round      string            `yaml:"round"`
	Consent    string            `yaml:"consent"`
	Checks     []CallCheck       `yaml:"checks"`
	Objections []Objection       `yaml:"objections"`
	RuledOut   []string          `yaml:"ruled_out,line" doc:"Words of the transcript that are no objection after all, as theme@mm:ss; they are not suggested again."`
	Note       string            `yaml:"note"`
	Library    bool              `yaml:"library" doc:"Worth keeping in the coaching call library."`
	Teaches    string            `yaml:"teaches" doc:"What a rep learns from it, for the library."`
	Second     *Second           `yaml:"second" doc:"A second rater; for agreement only."`
}

// CallCheck is the answer to one item of the rubric.
type CallCheck struct {
	Check  string `yaml:"check,required"`
	Result Result `yaml:"result"`
	At     Clock  `yaml:"at"`
	Note   string `yaml:"note"`
}

// Objection is one objection heard on a call.
type Objection struct {
	Theme   string `yaml:"theme,required"`
	At      Clock  `yaml:"at"`
	Quote   string `yaml:"quote"`
	Speaker string `yaml:"speaker" doc:"Who said it: a person id, buyer or seller, as speakers has it; else as the transcript calls them."`
}

// Second is the rubric as a second rater answered it. It never counts in a score.
type Second struct {
	By     string      `yaml:"by"`
	Checks []CallCheck `yaml:"checks"`
}
