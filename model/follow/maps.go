package follow

import (
	"cmp"
	"slices"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

// MAPs are the mutual action plans of an engagement, measured on a day.
type MAPs struct {
	AsOf    model.Date  `json:"as_of"`
	Plans   int         `json:"plans"`
	Hits    Hits        `json:"hit_rate"`
	ByOwner []Group     `json:"by_owner"` // buyer, seller, then those that nobody owns
	ByStage []Group     `json:"by_stage"` // in pipeline order; of the deal's stage as the plan has it
	ByMonth []Group     `json:"by_month"` // of the date first agreed
	Missed  []Milestone `json:"missed"`   // latest date first
	Due     []Milestone `json:"due"`      // not done, and due within a week of the day
}

// Hits are milestones met by the date first agreed, of those agreed for the day or before. What is no hit is missing, or was
// re-dated, or was late: each miss is one of these, the first that is true.
type Hits struct {
	Share   *funnel.Share `json:"share"`
	Late    int           `json:"late"`    // done, after its date
	Redated int           `json:"redated"` // moved to a later date, and done
	Missing int           `json:"missing"` // not done yet, moved or not
}

// Group is the hit-rate of some of the milestones.
type Group struct {
	Of   string `json:"of"` // a side, a stage id, a month as 2026-03; absent: not said
	Hits Hits   `json:"hit_rate"`
}

// Milestone is one step of a plan with what became of it.
type Milestone struct {
	MAP     string     `json:"map"`
	Deal    string     `json:"deal"`
	What    string     `json:"what"`
	Owner   string     `json:"owner"`
	Rep     string     `json:"rep"`
	Stage   string     `json:"stage"`
	Agreed  model.Date `json:"agreed"` // the date first agreed
	Due     model.Date `json:"due"`
	Done    model.Date `json:"done"` // absent: not by the day
	Outcome Outcome    `json:"outcome"`
}

// Outcome is what became of a milestone by a day.
type Outcome string

const (
	Hit     Outcome = "hit"
	Late    Outcome = "late"
	Redated Outcome = "re-dated"
	Missing Outcome = "missing"
	Ahead   Outcome = "ahead" // its date has not come
	Undated Outcome = "undated"
)

// Milestones are those of all plans, in file order.
func Milestones(e *model.Engagement, asOf model.Date) []Milestone {
	var out []Milestone
	day, ok := asOf.Time()
	for _, m := range e.MAPs {
		for _, x := range m.Milestones {
			s := Milestone{MAP: m.ID, Deal: m.Deal, What: x.What, Owner: x.Owner, Rep: m.Rep, Stage: m.Stage, Agreed: x.FirstDue, Due: x.Due}
			if s.Agreed == "" {
				s.Agreed = x.Due
			}
			if t, is := x.Done.Time(); is && ok && !t.After(day) {
				s.Done = x.Done
			}
			s.Outcome = outcome(s, day, ok)
			out = append(out, s)
		}
	}
	return out
}

func outcome(s Milestone, day time.Time, known bool) Outcome {
	agreed, ok := s.Agreed.Time()
	done, isDone := s.Done.Time()
	switch {
	case !ok || !known:
		return Undated
	case agreed.After(day):
		return Ahead
	case isDone && !done.After(agreed):
		return Hit
	case !isDone:
		return Missing
	case s.Due.After(s.Agreed):
		return Redated
	}
	return Late
}

// OfMAPs measures the mutual action plans as of a day.
func OfMAPs(e *model.Engagement, asOf model.Date) *MAPs {
	m := &MAPs{AsOf: asOf, Plans: len(e.MAPs), ByOwner: []Group{}, ByStage: []Group{}, ByMonth: []Group{}, Missed: []Milestone{}, Due: []Milestone{}}
	all := Milestones(e, asOf)
	m.Hits = count(all)
	m.ByOwner = groups(all, func(s Milestone) string { return s.Owner }, []string{"buyer", "seller"})
	var stages []string
	for _, s := range e.Stages {
		stages = append(stages, s.ID)
	}
	m.ByStage = groups(all, func(s Milestone) string { return s.Stage }, stages)
	m.ByMonth = groups(all, func(s Milestone) string {
		if len(s.Agreed) < len("2026-03") {
			return ""
		}
		return string(s.Agreed[:len("2026-03")])
	}, nil)
	week := asOf.AddDays(7)
	for _, s := range all {
		if s.Outcome == Late || s.Outcome == Redated || s.Outcome == Missing {
			m.Missed = append(m.Missed, s)
		}
		if _, ok := s.Due.Time(); ok && s.Done == "" && !s.Due.After(week) && s.Outcome != Undated {
			m.Due = append(m.Due, s)
		}
	}
	slices.SortStableFunc(m.Missed, func(a, b Milestone) int { return cmp.Compare(b.Agreed, a.Agreed) })
	slices.SortStableFunc(m.Due, func(a, b Milestone) int { return cmp.Compare(a.Due, b.Due) })
	return m
}

// HitRate is the share alone: nil where no milestone was due by the day.
func HitRate(e *model.Engagement, asOf model.Date) *funnel.Share {
	return count(Milestones(e, asOf)).Share
}

func count(list []Milestone) Hits {
	var h Hits
	met := 0
	for _, s := range list {
		switch s.Outcome {
		case Hit:
			met++
		case Late:
			h.Late++
		case Redated:
			h.Redated++
		case Missing:
			h.Missing++
		}
	}
	h.Share = funnel.ShareOf(met, met+h.Late+h.Redated+h.Missing)
	return h
}

// groups counts by a key, those of order first, the others sorted; groups in which nothing was due are left out.
func groups(all []Milestone, key func(Milestone) string, order []string) []Group {
	by := map[string][]Milestone{}
	for _, s := range all {
		by[key(s)] = append(by[key(s)], s)
	}
	var rest []string
	for k := range by {
		if !slices.Contains(order, k) {
			rest = append(rest, k)
		}
	}
	slices.SortFunc(rest, func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a) // what is not said comes last
		}
		return cmp.Compare(a, b)
	})
	out := []Group{}
	seen := map[string]bool{}
	for _, k := range append(slices.Clone(order), rest...) {
		if h := count(by[k]); h.Share != nil && !seen[k] {
			seen[k] = true
			out = append(out, Group{k, h})
		}
	}
	return out
}
