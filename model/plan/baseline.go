package plan

import (
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
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

// What numbers of the follow-through are called: they are counted to a day, not taken from a snapshot.
const (
	MAPHits = "maps.hit_rate"
	CORE    = "coaching.adherence"
)

// Followed says whether a number is counted from what is followed week by week.
func Followed(from string) bool { return from == MAPHits || from == CORE }

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
	case "funnel.conversion", "funnel.slippage", "funnel.win_rate", "funnel.mql_sql", "funnel.forecast", MAPHits, CORE:
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
	Value *float64      // nil: there is no such number yet
	Where string        // "Discovery, baseline funnel, 212 of 370"; absent where there is no number
	Stage string        // id of the stage it is about; absent for a number of the whole
	Few   bool          // it rests on too few to be shown as a bare share
	Share *funnel.Share // the same as k of n, where it is one
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
	Snapshot   *model.Funnel // another than the baseline; nil: the baseline
}

// Baseline finds the number that `from` names. Where the stage asked for is not in the snapshot, the bottleneck's stands
// for it. An unknown name has no number.
func (n Numbers) Baseline(from string, at Place) Number {
	switch from {
	case "practice.field":
		return n.field(at.Practice)
	case MAPHits:
		return shareOf(follow.HitRate(n.Engagement, n.AsOf), "mutual action plans, %d of %d milestones")
	case CORE:
		return shareOf(follow.Adherence(n.Engagement, n.AsOf), "coaching rounds, %d of %d rep-weeks")
	}
	if check, ok := strings.CutPrefix(from, "calls."); ok {
		return n.call(check)
	}
	if !strings.HasPrefix(from, "funnel.") {
		return Number{}
	}
	if n.Snapshot != nil {
		return n.funnel(from, funnel.Compute(n.Engagement, n.Snapshot), n.Snapshot, at.Stage)
	}
	if n.Score != nil && n.Score.Funnel != nil {
		return n.funnel(from, n.Score.Funnel, funnel.Baseline(n.Engagement), at.Stage)
	}
	return Number{}
}

// source is the snapshot in words.
func (n Numbers) source() string {
	if n.Snapshot == nil {
		return "baseline funnel"
	}
	return fmt.Sprintf("funnel “%s”", n.Snapshot.Label)
}

func (n Numbers) funnel(from string, f *funnel.Result, base *model.Funnel, stage string) Number {
	s := f.Stage(stage)
	switch from {
	case "funnel.slippage":
		if s == nil || s.Slippage == nil {
			s = wholePipeline(f)
		}
		if s != nil && s.Slippage != nil {
			return n.share(*s.Slippage, s.Name, *s.Slipped, s.Reached, s.Stage)
		}
		return Number{}
	case "funnel.conversion", "funnel.median_days", "funnel.p90_days":
		if s == nil && f.Bottleneck != nil {
			s = f.Stage(*f.Bottleneck)
		}
		if s == nil {
			return Number{}
		}
		return n.ofStage(from, s)
	}
	if base == nil {
		base = &model.Funnel{}
	}
	switch from {
	case "funnel.win_rate":
		if f.WinRate != nil {
			return n.share(*f.WinRate, "", *f.Won, *f.Won+*f.Lost, "")
		}
	case "funnel.velocity":
		if f.Velocity != nil {
			return some(f.Velocity, fmt.Sprintf("%s, %d open deals", n.source(), *f.Open))
		}
	case "funnel.mql_sql":
		if l := base.Leads; l != nil && l.SQL != nil && l.MQL != nil {
			if s := funnel.ShareOf(*l.SQL, *l.MQL); s != nil {
				return n.share(s.Value, "leads", s.K, s.N, "")
			}
		}
	case "funnel.response_hours":
		if l := base.Leads; l != nil {
			return some(l.ResponseHours, "leads, "+n.source()+", median")
		}
	case "funnel.forecast":
		// One less the miss, so that selling far more than was committed is no better a forecast than far less.
		if c := base.Forecast; c != nil && c.Committed != nil && c.Closed != nil && *c.Committed > 0 {
			accuracy := max(0, 1 - math.Abs(*c.Closed-*c.Committed) / *c.Committed)
			return some(&accuracy, n.source()+", closed against committed")
		}
	}
	return Number{}
}

func (n Numbers) ofStage(from string, s *funnel.Stage) Number {
	switch {
	case from == "funnel.conversion" && s.Conversion != nil:
		decided := s.Advanced + s.Lost
		where := fmt.Sprintf("%s, %s, %d of %d", s.Name, n.source(), s.Advanced, decided)
		out := share0(*s.Conversion, where, s.Few)
		out.Share = s.ConversionShare
		return at(s, out)
	case from == "funnel.median_days":
		return at(s, some(s.MedianDays, s.Name+", "+n.source()+", median"))
	case from == "funnel.p90_days":
		return at(s, some(s.P90Days, s.Name+", "+n.source()+", 90th percentile"))
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
			return shareOf(item.Share, "call reviews, %d of %d calls")
		}
	}
	return Number{}
}

func (n Numbers) share(x float64, name string, k, of int, stage string) Number {
	where := fmt.Sprintf("%s, %d of %d", n.source(), k, of)
	if name != "" {
		where = name + ", " + where
	}
	out := share0(x, where, of < 10)
	out.Stage, out.Share = stage, funnel.ShareOf(k, of)
	return out
}

// shareOf is a share with the words that say of what.
func shareOf(s *funnel.Share, where string) Number {
	if s == nil {
		return Number{}
	}
	out := share0(s.Value, fmt.Sprintf(where, s.K, s.N), s.Few)
	out.Share = s
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
