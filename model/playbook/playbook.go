// Package playbook is the method as data: practices, audits, interview guides, call rubric, objection themes, checklists,
// remedies and indicators, read from a YAML file. The built-in one is sales-execution; a firm may write its own. The
// code knows the shape, never an id of the content. It imports model, for its types, and model/exact, for the file.
package playbook

import "github.com/gapbook/gapbook/model"

// Lens is one way of seeing a practice.
type Lens string

const (
	Believed Lens = "believed" // what leaders and managers say happens
	Reported Lens = "reported" // what the people who do the work say
	Observed Lens = "observed" // what recordings show
	Recorded Lens = "recorded" // what records and documents show
)

// Lenses lists all four, belief first.
func Lenses() []Lens { return []Lens{Believed, Reported, Observed, Recorded} }

// Values are the lenses that a file may name.
func (Lens) Values() []string { return []string{"believed", "reported", "observed", "recorded"} }

// Playbook is one method.
type Playbook struct {
	Version     int                 `yaml:"gapbook_playbook,required"`
	ID          string              `yaml:"id,required"`
	Name        string              `yaml:"name"`
	LensWeights map[Lens]float64    `yaml:"lens_weights,line"`
	Roles       map[model.Role]Lens `yaml:"roles,line"`
	CallsWanted *CallsWanted        `yaml:"calls_wanted,line"`
	PerPhase    *int                `yaml:"per_phase" doc:"Most actions beyond the backbone in one phase."`
	Domains     []Domain            `yaml:"domains"`
	Practices   []Practice          `yaml:"practices"`
	Audits      Audits              `yaml:"audits"`
	Guides      []Guide             `yaml:"guides"`
	Calls       Rubric              `yaml:"calls"`
	Checklists  []Checklist         `yaml:"checklists"`
	Remedies    []Remedy            `yaml:"remedies"`
	Indicators  []Indicator         `yaml:"indicators"`
	Appendix    []Handout           `yaml:"appendix" doc:"What the report's appendix hands to the client."`
	MapTemplate []Step              `yaml:"map_template" doc:"What a new mutual action plan begins with."`
}

// CallsWanted says how many recordings make a pattern.
type CallsWanted struct {
	Min int `yaml:"min"`
	Max int `yaml:"max"`
}

// Domain groups practices.
type Domain struct {
	ID   string `yaml:"id,required"`
	Name string `yaml:"name"`
}

// Practice is something that a sales organisation does well or badly, with five levels one can see.
type Practice struct {
	ID      string   `yaml:"id,required"`
	Domain  string   `yaml:"domain"`
	Name    string   `yaml:"name"`
	Why     string   `yaml:"why"`
	Target  *float64 `yaml:"target"`
	Weight  *float64 `yaml:"weight"`
	Anchors []string `yaml:"anchors" doc:"What one sees at 0, 1, 2, 3 and 4."`
}

// Audits are the checks to make at stages, handoffs and cadences.
type Audits struct {
	Stage    []Check   `yaml:"stage"`
	Handoffs []Subject `yaml:"handoffs"`
	Cadences []Subject `yaml:"cadences"`
}

// Subject is a handoff or a cadence with its checks.
type Subject struct {
	ID     string  `yaml:"id,required"`
	Name   string  `yaml:"name"`
	Checks []Check `yaml:"checks"`
}

// Check is one thing to look at, in an audit or on a recording.
type Check struct {
	ID       string `yaml:"id,required"`
	Practice string `yaml:"practice"`
	Ask      string `yaml:"ask"`
	LookFor  string `yaml:"look_for"`
}

// Guide is what to ask a person of one role.
type Guide struct {
	Role      model.Role `yaml:"role,required"`
	Minutes   int        `yaml:"minutes"`
	Opening   string     `yaml:"opening"`
	Questions []Question `yaml:"questions"`
	Closing   string     `yaml:"closing"`
}

// Question is one question of a guide.
type Question struct {
	ID        string   `yaml:"id,required"`
	Practice  string   `yaml:"practice"`
	Ask       string   `yaml:"ask"`
	Probes    []string `yaml:"probes"`
	ListenFor string   `yaml:"listen_for"`
}

// Rubric is what to look for on a recording.
type Rubric struct {
	Checks     []Check `yaml:"checks"`
	Objections []Theme `yaml:"objections"`
}

// Theme is a kind of objection and the words that give it away.
type Theme struct {
	ID    string   `yaml:"id,required"`
	Name  string   `yaml:"name"`
	Words []string `yaml:"words"`
}

// Checklist is a qualification method whose items are looked for as text in the notes.
type Checklist struct {
	ID    string `yaml:"id,required"`
	Name  string `yaml:"name"`
	Items []Item `yaml:"items"`
}

// Item is one letter of a checklist.
type Item struct {
	ID   string `yaml:"id,required"`
	Name string `yaml:"name"`
	Ask  string `yaml:"ask"`
}

// Remedy is an action that mends a practice.
type Remedy struct {
	ID          string     `yaml:"id,required"`
	Practices   []string   `yaml:"practices"`
	Title       string     `yaml:"title"`
	Phase       int        `yaml:"phase"`
	Effort      *float64   `yaml:"effort" doc:"Days."`
	OwnerRole   model.Role `yaml:"owner_role"`
	Deliverable string     `yaml:"deliverable"`
	Metric      *Metric    `yaml:"metric"`
	Depends     []string   `yaml:"depends"`
	Backbone    bool       `yaml:"backbone"`
}

// Metric is the number that tells whether a remedy worked: where its baseline comes from, and the change hoped for.
type Metric struct {
	Name string   `yaml:"name"`
	From string   `yaml:"from"`
	Lift *float64 `yaml:"lift"`
}

// Indicator is one line of the weekly dashboard.
type Indicator struct {
	ID     string `yaml:"id,required"`
	Name   string `yaml:"name"`
	Unit   string `yaml:"unit"`
	Better string `yaml:"better" doc:"up or down"`
	From   string `yaml:"from"`
}

// Step is one milestone that a new mutual action plan begins with.
type Step struct {
	What  string `yaml:"what,required"`
	Owner string `yaml:"owner" doc:"buyer or seller"`
	Days  int    `yaml:"days" doc:"From the day on which the plan is agreed."`
}

// Handout is a page for the client to use: a template or a guide.
type Handout struct {
	ID    string `yaml:"id,required"`
	Title string `yaml:"title"`
	Text  string `yaml:"text" doc:"Markdown: paragraphs, lists, tables."`
}
