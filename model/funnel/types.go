// Package funnel computes what a pipeline snapshot says: conversion and days by stage, win rate, velocity, value at
// stake, the bottleneck, and what moved between two snapshots. It is a pure function of an engagement: it imports model
// and nothing else of gapbook, and never touches files, clocks or randomness.
//
// A number that does not exist is nil, never 0, and nothing is rounded.
package funnel

import (
	"bytes"
	"encoding/json"

	"github.com/gapbook/gapbook/model"
)

// Few counts of a stage: with fewer decided deals than this a conversion is shown as counts only, and has no value.
const Few = 20

// Result is one snapshot, computed. Its JSON is the document of `gapbook funnel --json`.
type Result struct {
	Label       string     `json:"label"`
	From        model.Date `json:"from"`
	To          model.Date `json:"to"`
	Stages      []Stage    `json:"stages"` // in pipeline order, those that the snapshot holds
	Won         *int       `json:"won"`
	Lost        *int       `json:"lost"`
	Open        *int       `json:"open"`
	WinRate     *float64   `json:"win_rate"`     // won / (won + lost)
	AverageDeal *float64   `json:"average_deal"` // won amount / won
	CycleDays   *float64   `json:"cycle_days"`   // median, created to won
	Velocity    *float64   `json:"velocity"`     // money a day
	AnnualWon   *float64   `json:"annual_won"`   // won from the deals created in the period, a year's worth
	Bottleneck  *string    `json:"bottleneck"`   // stage id
	Busiest     *string    `json:"busiest"`      // stage id; most open deals

	WinShare *Share `json:"-"` // the win rate with its interval
	Days     int    `json:"-"` // of the period, both ends included; 0 when it is not known
	Note     string `json:"note"`

	By []Split `json:"by,omitempty"` // only where asked for: the names of owners are names of people. See Splits
}

// Split is the snapshot once more by owner, team or segment.
type Split struct {
	By     string  `json:"split"`
	Groups []Group `json:"groups"`
}

// Group is one group of a split.
type Group struct {
	Name    string   `json:"name"`
	Won     *int     `json:"won"`
	Lost    *int     `json:"lost"`
	Open    *int     `json:"open"`
	WinRate *float64 `json:"win_rate"`
	Stages  []Stage  `json:"stages"`

	WinShare *Share `json:"-"` // the win rate with its interval
}

// MarshalJSON writes a label or a day that is not there as null.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // whoever asked decides
	err := enc.Encode(struct {
		Label *string     `json:"label"`
		From  *model.Date `json:"from"`
		To    *model.Date `json:"to"`
		plain
	}{orNil(r.Label), orNil(r.From), orNil(r.To), plain(r)})
	return out.Bytes(), err
}

func orNil[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

// Stage is one stage of a snapshot.
type Stage struct {
	Stage      string   `json:"stage"`
	Reached    int      `json:"reached"`
	Advanced   int      `json:"advanced"`
	Lost       int      `json:"lost"`
	Open       int      `json:"open"`
	Conversion *float64 `json:"conversion"` // advanced / (advanced + lost)
	Few        bool     `json:"few"`        // advanced + lost below 20: show counts, never a bare percentage
	MedianDays *float64 `json:"median_days"`
	P90Days    *float64 `json:"p90_days"`
	StallDays  *float64 `json:"stall_days"`
	Slipped    *int     `json:"slipped"`
	Slippage   *float64 `json:"slippage"` // slipped / reached
	Target     *float64 `json:"target"`
	Value      *Value   `json:"value"`

	Name            string `json:"-"` // as the engagement calls it, else the id
	ConversionShare *Share `json:"-"` // with its interval
	SlippageShare   *Share `json:"-"` // with its interval
}

// Value is the annual won amount at stake when 25, 50 or 100 % of the gap to the target is closed. The values of stages
// overlap: never add them.
type Value struct {
	Low  float64 `json:"low"`
	Base float64 `json:"base"`
	High float64 `json:"high"`
}

// ValueNote stands wherever values of more than one stage are printed.
const ValueNote = "Values of stages overlap: they do not add up."

// Stage finds a stage of the snapshot by id; nil when there is none.
func (r *Result) Stage(id string) *Stage {
	if r == nil || id == "" {
		return nil
	}
	for i := range r.Stages {
		if r.Stages[i].Stage == id {
			return &r.Stages[i]
		}
	}
	return nil
}

// Verdict says what a difference between two periods allows to be said. Wording is never causal.
type Verdict string

const (
	Moved  Verdict = "moved"           // the interval of the difference excludes 0
	Chance Verdict = "could be chance" // it does not
	Silent Verdict = ""                // one of the two shares does not exist
)

// Comparison sets two snapshots side by side, a before b.
type Comparison struct {
	A             *Result       `json:"a"`
	B             *Result       `json:"b"`
	Stages        []StageChange `json:"stages"` // in pipeline order, those that either snapshot holds
	WinRate       ShareChange   `json:"win_rate"`
	MQLToSQL      ShareChange   `json:"mql_sql"`
	CycleDays     Change        `json:"cycle_days"`
	AverageDeal   Change        `json:"average_deal"`
	Velocity      Change        `json:"velocity"`
	ResponseHours Change        `json:"response_hours"`
	Notes         []string      `json:"notes"` // what a reader must know beside any verdict
}

// StageChange is what became of one stage.
type StageChange struct {
	Stage      string      `json:"stage"`
	Conversion ShareChange `json:"conversion"`
	Slippage   ShareChange `json:"slippage"`
	MedianDays Change      `json:"median_days"`
	P90Days    Change      `json:"p90_days"`

	Name string `json:"-"`
}

// ShareChange is the difference of two shares, b - a, with its 95 % Newcombe interval.
type ShareChange struct {
	A        *Share   `json:"a"`
	B        *Share   `json:"b"`
	Change   *float64 `json:"change"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Relative *float64 `json:"relative"` // (b - a) / a
	Few      bool     `json:"few"`      // fewer than 20 on either side
	Verdict  Verdict  `json:"verdict"`
}

// Change is the difference of two numbers, b - a, each with the count it rests on, where that is known. There is no verdict:
// a snapshot holds no spread.
type Change struct {
	A        *float64 `json:"a"`
	B        *float64 `json:"b"`
	NA       *int     `json:"n_a"`
	NB       *int     `json:"n_b"`
	Change   *float64 `json:"change"`
	Relative *float64 `json:"relative"`
}
