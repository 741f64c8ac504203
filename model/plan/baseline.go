package plan

import (
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Unit is what a number counts.
type Unit string

const (
	Share   Unit = "share" // 0 to 1
	Points  Unit = "score" // 0 to 100
	Days    Unit = "days"
	Hours   Unit = "hours"
	PerDay  Unit = "money a day"
	Unknown Unit = ""
)

// UnitOf is the unit of the number that a metric or indicator takes its baseline from.
func UnitOf(from string) Unit {
	switch from {
	case "funnel.median_days", "funnel.p90_days":
		return Days
	case "funnel.response_hours":
		return Hours
	case "funnel.velocity":
		return PerDay
	case "practice.field":
		return Points
	case "funnel.conversion", "funnel.slippage", "funnel.win_rate", "funnel.mql_sql", "funnel.forecast", "maps.hit_rate",
		"coaching.adherence":
		return Share
	}
	if strings.HasPrefix(from, "calls.") {
		return Share
	}
	return Unknown
}

// Clamp keeps a target within what its unit can hold.
func (u Unit) Clamp(x float64) float64 {
	switch u {
	case Share:
		return min(max(x, 0), 1)
	case Points:
		return min(max(x, 0), 100)
	case Unknown:
		return x
	}
	return max(x, 0)
}

// Number is a number with where it came from, in words.
type Number struct {
	Value *float64 // nil: there is no such number yet
	Where string   // "Discovery, baseline funnel, 212 of 370"; absent where there is no number
	Stage string   // id of the stage it is about; absent for a number of the whole
	Few   bool     // it rests on too few to be shown as a bare share
}

// Place narrows a number down. Both are optional.
type Place struct {
	Practice string // for practice.field
	Stage    string // for a number of one stage; absent: the bottleneck, for slippage the whole pipeline
}

// Numbers is where baselines come from.
type Numbers struct {
	Engagement *model.Engagement
	Playbook   *playbook.Playbook
	Score      *score.Result
	AsOf       model.Date
}

// Baseline finds the number that `from` names. Where the stage asked for is not in the snapshot, the bottleneck's stands
// for it. An unknown name has no number.
func (n Numbers) Baseline(from string, at Place) Number {
	switch from {
	case "practice.field":
		return n.field(at.Practice)
	case "maps.hit_rate":
		return n.hitRate()
	case "coaching.adherence":
		return n.adherence()
	}
	if check, ok := strings.CutPrefix(from, "calls."); ok {
		return n.call(check)
	}
	if strings.HasPrefix(from, "funnel.") && n.Score != nil && n.Score.Funnel != nil {
		return n.funnel(from, n.Score.Funnel, at.Stage)
	}
	return Number{}
}

func (n Numbers) funnel(from string, f *funnel.Result, stage string) Number {
	s := f.Stage(stage)
	switch from {
	case "funnel.slippage":
		if s == nil || s.Slippage == nil {
			s = wholePipeline(f)
		}
		if s != nil && s.Slippage != nil {
			return share(*s.Slippage, s.Name, *s.Slipped, s.Reached, s.Stage)
		}
		return Number{}
	case "funnel.conversion", "funnel.median_days", "funnel.p90_days":
		if s == nil && f.Bottleneck != nil {
			s = f.Stage(*f.Bottleneck)
		}
		if s == nil {
			return Number{}
		}
		return ofStage(from, s)
	}
	base := model.Funnel{}
	if b := funnel.Baseline(n.Engagement); b != nil {
		base = *b
	}
	switch from {
	case "funnel.win_rate":
		if f.WinRate != nil {
			return share(*f.WinRate, "", *f.Won, *f.Won+*f.Lost, "")
		}
	case "funnel.velocity":
		if f.Velocity != nil {
			return some(f.Velocity, fmt.Sprintf("baseline funnel, %d open deals", *f.Open))
		}
	case "funnel.mql_sql":
		if l := base.Leads; l != nil && l.SQL != nil && l.MQL != nil {
			if s := funnel.ShareOf(*l.SQL, *l.MQL); s != nil {
				return share(s.Value, "leads", s.K, s.N, "")
			}
		}
	case "funnel.response_hours":
		if l := base.Leads; l != nil {
			return some(l.ResponseHours, "leads, baseline funnel, median")
		}
	case "funnel.forecast":
		// One less the miss, so that selling far more than was committed is no better a forecast than far less.
		if c := base.Forecast; c != nil && c.Committed != nil && c.Closed != nil && *c.Committed > 0 {
			accuracy := max(0, 1 - math.Abs(*c.Closed-*c.Committed) / *c.Committed)
			return some(&accuracy, "baseline funnel, closed against committed")
		}
	}
	return Number{}
}

func ofStage(from string, s *funnel.Stage) Number {
	switch {
	case from == "funnel.conversion" && s.Conversion != nil:
		decided := s.Advanced + s.Lost
		where := fmt.Sprintf("%s, baseline funnel, %d of %d", s.Name, s.Advanced, decided)
		return at(s, share0(*s.Conversion, where, s.Few))
	case from == "funnel.median_days":
		return at(s, some(s.MedianDays, s.Name+", baseline funnel, median"))
	case from == "funnel.p90_days":
		return at(s, some(s.P90Days, s.Name+", baseline funnel, 90th percentile"))
	}
	return Number{}
}

// wholePipeline is the stage whose slippage is that of all deals: the first that counts any.
func wholePipeline(f *funnel.Result) *funnel.Stage {
	for i := range f.Stages {
		if f.Stages[i].Slippage != nil {
			return &f.Stages[i]
		}
	}
	return nil
}

func (n Numbers) field(practice string) Number {
	p := n.Score.Practice(practice)
	if p == nil || p.Field == nil {
		return Number{}
	}
	name := practice
	if n.Playbook != nil {
		if x := n.Playbook.Practice(practice); x != nil && x.Name != "" {
			name = x.Name
		}
	}
	return some(p.Field, fmt.Sprintf("%s, field score, %s", name, count(p.FieldSources, "source")))
}

func (n Numbers) call(check string) Number {
	if n.Score == nil {
		return Number{}
	}
	for _, item := range n.Score.CallItems {
		if item.Check == check && item.Share != nil {
			return share0(item.Share.Value, fmt.Sprintf("call reviews, %d of %d calls", item.Share.K, item.Share.N), item.Share.Few)
		}
	}
	return Number{}
}

func share(x float64, of string, k, n int, stage string) Number {
	where := fmt.Sprintf("baseline funnel, %d of %d", k, n)
	if of != "" {
		where = of + ", " + where
	}
	out := share0(x, where, n < 10)
	out.Stage = stage
	return out
}

func share0(x float64, where string, few bool) Number {
	if few {
		where += " (few)"
	}
	return Number{Value: &x, Where: where, Few: few}
}

func some(x *float64, where string) Number {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return Number{}
	}
	v := *x
	return Number{Value: &v, Where: where}
}

func at(s *funnel.Stage, n Number) Number {
	if n.Value != nil {
		n.Stage = s.Stage
	}
	return n
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
