package funnel

import (
	"errors"
	"fmt"
	"math"

	"github.com/gapbook/gapbook/model"
)

// mostOpen is the share of open deals above which a comparison carries a note.
const mostOpen = 0.2

// Compare sets snapshot b beside the earlier a. Periods that overlap are refused: the same deals would be on both sides.
func Compare(e *model.Engagement, a, b *model.Funnel) (*Comparison, error) {
	if a == nil || b == nil {
		return nil, errors.New("a comparison needs two snapshots")
	}
	if overlap(a, b) {
		return nil, fmt.Errorf("the periods of %q (%s to %s) and %q (%s to %s) overlap",
			a.Label, a.From, a.To, b.Label, b.From, b.To)
	}
	c := &Comparison{A: Compute(e, a), B: Compute(e, b), Stages: []StageChange{}, Notes: notes(a, b)}
	for _, id := range both(e, c.A, c.B) {
		c.Stages = append(c.Stages, stageChange(id, c.A.Stage(id), c.B.Stage(id)))
	}
	c.WinRate = shareChange(c.A.WinShare, c.B.WinShare)
	c.MQLToSQL = shareChange(sqlShare(a), sqlShare(b))
	c.CycleDays = change(c.A.CycleDays, c.B.CycleDays, a.Won, b.Won)
	c.AverageDeal = change(c.A.AverageDeal, c.B.AverageDeal, a.Won, b.Won)
	c.Velocity = change(c.A.Velocity, c.B.Velocity, a.Open, b.Open)
	c.ResponseHours = responseChange(a.Leads, b.Leads)
	return c, nil
}

// both lists the stages of either side: the pipeline's in order, then what it does not know, a's before b's.
func both(e *model.Engagement, a, b *Result) []string {
	var ids []string
	seen := map[string]bool{}
	take := func(id string) {
		if !seen[id] && (a.Stage(id) != nil || b.Stage(id) != nil) {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, s := range e.Stages {
		take(s.ID)
	}
	for _, s := range a.Stages {
		take(s.Stage)
	}
	for _, s := range b.Stages {
		take(s.Stage)
	}
	return ids
}

func stageChange(id string, a, b *Stage) StageChange {
	c := StageChange{Stage: id, Name: id}
	// A snapshot does not say how many stays its medians rest on; the deals that left the stage come nearest.
	leftA, leftB := left(a), left(b)
	if a == nil {
		a = &Stage{}
	}
	if b == nil {
		b = &Stage{}
	}
	for _, s := range []*Stage{a, b} {
		if s.Name != "" {
			c.Name = s.Name
		}
	}
	c.Conversion = shareChange(a.ConversionShare, b.ConversionShare)
	c.Slippage = shareChange(a.SlippageShare, b.SlippageShare)
	c.MedianDays = change(a.MedianDays, b.MedianDays, leftA, leftB)
	c.P90Days = change(a.P90Days, b.P90Days, leftA, leftB)
	return c
}

// left counts the deals that are decided at a stage; nil where the snapshot does not hold it.
func left(s *Stage) *int {
	if s == nil {
		return nil
	}
	n := s.Advanced + s.Lost
	return &n
}

func shareChange(a, b *Share) ShareChange {
	c := ShareChange{A: a, B: b}
	c.Few = (a != nil && a.N < Few) || (b != nil && b.N < Few)
	if a == nil || b == nil {
		return c
	}
	diff, low, high, _ := Newcombe(a.K, a.N, b.K, b.N)
	c.Change, c.Low, c.High = &diff, &low, &high
	c.Relative = ratio(diff, a.Value)
	c.Verdict = Chance
	if low > 0 || high < 0 {
		c.Verdict = Moved
	}
	return c
}

func change(a, b *float64, na, nb *int) Change {
	c := Change{A: a, B: b, NA: na, NB: nb}
	if a != nil && b != nil {
		diff := *b - *a
		c.Change = sound(&diff)
		c.Relative = ratio(diff, *a)
	}
	return c
}

func sqlShare(f *model.Funnel) *Share {
	if f.Leads == nil || f.Leads.SQL == nil || f.Leads.MQL == nil {
		return nil
	}
	return ShareOf(*f.Leads.SQL, *f.Leads.MQL)
}

func responseChange(a, b *model.Leads) Change {
	if a == nil {
		a = &model.Leads{}
	}
	if b == nil {
		b = &model.Leads{}
	}
	return change(sound(a.ResponseHours), sound(b.ResponseHours), a.MQL, b.MQL)
}

// overlap says whether two periods share a day. A period that is not known overlaps nothing; a note says so.
func overlap(a, b *model.Funnel) bool {
	if days(a.From, a.To) == 0 || days(b.From, b.To) == 0 {
		return a == b
	}
	return !a.From.After(b.To) && !b.From.After(a.To)
}

func notes(a, b *model.Funnel) []string {
	out := []string{}
	for _, f := range []*model.Funnel{a, b} {
		if days(f.From, f.To) == 0 {
			out = append(out, fmt.Sprintf("The period of %q is not known, so it may overlap the other.", f.Label))
		}
	}
	if days(a.From, a.To) > 0 && days(b.From, b.To) > 0 && a.From.After(b.To) {
		out = append(out, fmt.Sprintf("%q is the earlier period: read the differences from right to left.", b.Label))
	}
	if a.Horizon != b.Horizon {
		out = append(out, fmt.Sprintf("Unequal horizons: %q counts %s, %q counts %s.",
			a.Label, horizon(a.Horizon), b.Label, horizon(b.Horizon)))
	}
	for _, f := range []*model.Funnel{a, b} {
		if f.Won == nil || f.Lost == nil || f.Open == nil {
			continue
		}
		all := *f.Won + *f.Lost + *f.Open
		if share := ratio(float64(*f.Open), float64(all)); share != nil && *share > mostOpen {
			out = append(out, fmt.Sprintf("%d of %d deals of %q are still open (%d %%).", *f.Open, all, f.Label, int(math.Round(100**share))))
		}
	}
	return out
}

func horizon(days int) string {
	if days == 0 {
		return "everything up to the export"
	}
	return fmt.Sprintf("the first %d days of a deal", days)
}
