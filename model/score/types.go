// Package score computes the scores of an engagement: practices by lens, blind spots, domains, findings in order, and
// what the numbers rest on. It is a pure function of the engagement, its playbook and an as-of date. It imports model,
// model/playbook and model/funnel, and never touches files, clocks, randomness or a screen.
//
// Scores are 0 to 100. A number that does not exist is nil, never 0, and nothing is rounded. Fields tagged json:"-" are
// not part of `score --json`: they let a screen explain every number.
package score

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
)

// Baseline is the round of a record that names none.
const Baseline = "baseline"

// Options choose what is looked at.
type Options struct {
	AsOf  model.Date // records dated later are left out; absent: none is
	Round string     // absent: baseline
}

// Result is everything. Its JSON is the document of `gapbook score --json`.
type Result struct {
	Overall        Overall     `json:"overall"`
	BlindSpotIndex *float64    `json:"blind_spot_index"`
	Domains        []Domain    `json:"domains"`   // in playbook order
	Practices      []Practice  `json:"practices"` // in playbook order
	Findings       []Finding   `json:"findings"`  // gaps in order of priority, then strengths; dismissed left out
	Coverage       Coverage    `json:"coverage"`
	Objections     []Objection `json:"objections"` // themes heard, most calls first
	Agreement      *Agreement  `json:"agreement"`  // of the two raters; null where no item has two results

	CallItems []CallItem     `json:"-"` // the rubric's items, in playbook order
	Funnel    *funnel.Result `json:"-"` // the baseline, where values at stake come from; nil without a snapshot
	Options   Options        `json:"-"` // as asked for, the round filled in
}

// Practice finds a practice by id; nil when there is none.
func (r *Result) Practice(id string) *Practice {
	if r == nil {
		return nil
	}
	for i := range r.Practices {
		if r.Practices[i].Practice == id {
			return &r.Practices[i]
		}
	}
	return nil
}

// Finding finds a finding by id; nil when there is none or it is dismissed.
func (r *Result) Finding(id string) *Finding {
	if r == nil {
		return nil
	}
	for i := range r.Findings {
		if r.Findings[i].ID == id {
			return &r.Findings[i]
		}
	}
	return nil
}

// Overall is the mean over all practices, not over domains.
type Overall struct {
	Score     *float64 `json:"score"`
	Practices int      `json:"practices"` // those with a field score
}

// Domain is the mean over its practices.
type Domain struct {
	Domain    string   `json:"domain"`
	Score     *float64 `json:"score"`
	Practices int      `json:"practices"` // those with a field score
}

// Confidence is how much the field score of a practice rests on.
type Confidence string

const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
	None   Confidence = "none"
)

// Practice is one practice, scored.
type Practice struct {
	Practice   string       `json:"practice"`
	Domain     string       `json:"domain"`
	Target     float64      `json:"target"`
	Field      *float64     `json:"field"`
	Gap        *float64     `json:"gap"`
	BlindSpot  *float64     `json:"blind_spot"` // believed - field
	Clear      bool         `json:"clear"`      // else a blind spot is a first sign
	Confidence Confidence   `json:"confidence"`
	Contested  bool         `json:"contested"`
	Lenses     Lenses       `json:"lenses"`
	Stages     []StageScore `json:"stages"` // those with observations, in pipeline order

	Weight       float64       `json:"-"`
	Roles        []RoleScore   `json:"-"` // interviewed roles apart, in the order roles are shown
	Sources      []Source      `json:"-"` // lens by lens, in file order
	Observations []Observation `json:"-"` // interviews, calls, audits, each in file order
	Clarity      Clarity       `json:"-"`
	FieldSources int           `json:"-"` // how many sources the field rests on
	Spread       *float64      `json:"-"` // sample standard deviation of the field's source means; from 2 sources on
}

// Lenses are the four scores of a practice, always there.
type Lenses struct {
	Believed LensScore `json:"believed"`
	Reported LensScore `json:"reported"`
	Observed LensScore `json:"observed"`
	Recorded LensScore `json:"recorded"`
}

// Of is the score through one lens.
func (l Lenses) Of(lens playbook.Lens) LensScore {
	switch lens {
	case playbook.Believed:
		return l.Believed
	case playbook.Reported:
		return l.Reported
	case playbook.Observed:
		return l.Observed
	case playbook.Recorded:
		return l.Recorded
	}
	return LensScore{}
}

// LensScore is the mean over sources of each source's mean, and the number of sources.
type LensScore struct {
	Score *float64 `json:"score"`
	N     int      `json:"n"`
}

// StageScore is a practice at one stage of the pipeline.
type StageScore struct {
	Stage string   `json:"stage"`
	Field *float64 `json:"field"`
	N     int      `json:"n"` // sources

	Lenses Lenses `json:"-"`
}

// RoleScore is what people of one role say.
type RoleScore struct {
	Role  model.Role
	Lens  playbook.Lens
	Score *float64
	N     int // people
}

// SourceKind says what a source is.
type SourceKind string

const (
	PersonSource SourceKind = "person"
	CallSource   SourceKind = "call"
	AuditSource  SourceKind = "audit"
)

// Source is one voice about one practice: a person (all their interviews), a call or an audit.
type Source struct {
	Kind SourceKind
	ID   string // of the person, call or audit
	Who  string // the person's name, the call's title, the audit's subject
	Role model.Role
	Lens playbook.Lens
	Mean float64
	N    int // observations

	source int // its place, as in its observations
}

// Observation is one rating of one practice.
type Observation struct {
	Practice string
	Lens     playbook.Lens
	Kind     SourceKind
	Source   string // id of the person, call or audit
	Record   string // id of the interview, call or audit it stands in
	Item     string // question or check id; absent for a question of one's own
	Index    int    // its place among the answers or checks of the record
	Label    string // what was asked
	Who      string
	Role     model.Role
	Stage    string // of a stage audit or a call
	Value    float64
	From     string // what was entered: "rating 2", "partly", "3 of 10"

	source int // place of its source in the order of first use, so that records without an id stay apart
}

// Clarity says why a blind spot is clear, or what it still lacks.
type Clarity struct {
	Believed int      // sources; 2 are needed
	Field    int      // sources; 3 are needed
	Large    bool     // 25 or more either way
	Hinges   []Source // sources without which the sign changes or goes; none may
}

// Quadrant is where a finding stands by impact and ease.
type Quadrant string

const (
	QuickWin Quadrant = "quick win"
	BigBet   Quadrant = "big bet"
	EasyFix  Quadrant = "easy fix"
	Park     Quadrant = "park"
)

// From says where an impact or ease came from.
type From string

const (
	Given     From = "given"
	FromValue From = "value"
	Assumed   From = "assumed"
)

// Finding is one finding that is not dismissed, in its place.
type Finding struct {
	ID         string        `json:"id"`
	Priority   *int          `json:"priority"` // null for a strength
	Impact     int           `json:"impact"`
	Ease       int           `json:"ease"`
	ImpactFrom From          `json:"impact_from"`
	EaseFrom   From          `json:"ease_from"`
	Quadrant   *Quadrant     `json:"quadrant"` // null for a strength, and while impact or ease is only assumed
	Value      *funnel.Value `json:"value"`

	Gap        bool       `json:"-"` // else a strength
	Practice   string     `json:"-"`
	Stage      string     `json:"-"`
	BlindSpot  *float64   `json:"-"` // of its practice
	Field      *float64   `json:"-"` // of its practice
	Confidence Confidence `json:"-"` // of its practice
	Ratio      *float64   `json:"-"` // base value / annual won, which suggests the impact
}

// Coverage is what has been looked at so far.
type Coverage struct {
	Stages     Part               `json:"stages"`
	Handoffs   Part               `json:"handoffs"`
	Cadences   Part               `json:"cadences"`
	Interviews map[model.Role]int `json:"interviews"` // started or done; leader, manager and rep always there
	Calls      CallCoverage       `json:"calls"`
}

// Part is how many of the subjects there are have been audited.
type Part struct {
	Audited int `json:"audited"`
	Of      int `json:"of"`
}

// CallCoverage is how many recordings have been reviewed.
type CallCoverage struct {
	Reviewed int    `json:"reviewed"` // calls with at least one check that has a result, or an objection
	Enough   bool   `json:"enough"`
	Wanted   Wanted `json:"wanted"`
}

// Wanted is how many recordings make a pattern.
type Wanted struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Objection is one theme over the reviewed calls, each call counted once.
type Objection struct {
	Theme string  `json:"theme"`
	Calls int     `json:"calls"`
	Of    int     `json:"of"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Few   bool    `json:"few"`

	IDs []string `json:"-"` // of the calls, in file order
}

// CallItem is one item of the rubric over the calls where it has a result other than n/a.
type CallItem struct {
	Check    string
	Practice string
	Yes      int
	Partly   int
	No       int
	NA       int
	Share    *funnel.Share // yes of yes, partly and no
}
