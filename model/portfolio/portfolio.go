// Package portfolio looks at many engagements side by side: where each stands, how each practice is spread over all of them,
// and tidy tables for those who have outgrown one laptop. Files are read in parallel, in bounded memory, and never written
// to. It imports model and its rooms down to workbook, and no screen.
//
// Clients, people and whatever was written in free text stay out, unless names are asked for: an engagement has an id made
// of its client's name, its title and its start, the same on every machine.
package portfolio

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unique"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/model/score"
)

// Options choose what is looked at.
type Options struct {
	AsOf   model.Date
	Fixed  bool // as of that day, even where an engagement was finished before it
	Names  bool // clients and titles too
	Tables bool // the rows of the tables too
}

// Entry is where one engagement stands. It holds nothing of the file that it was read from, which may be large.
type Entry struct {
	ID         string        `json:"engagement"`
	Client     string        `json:"client,omitempty"`
	Title      string        `json:"title,omitempty"`
	Segment    *string       `json:"segment"`
	Currency   *string       `json:"currency"`
	Playbook   string        `json:"playbook"`
	Started    *model.Date   `json:"started"`
	PlanStart  *model.Date   `json:"plan_start"`
	AsOf       model.Date    `json:"as_of"` // the day that it is looked at: its end, where it was followed to one
	Interviews int           `json:"interviews"`
	Calls      int           `json:"calls"`
	Overall    *float64      `json:"overall"`
	BlindSpots *float64      `json:"blind_spot_index"`
	Scored     int           `json:"practices_scored"`
	Bottleneck *string       `json:"bottleneck"` // the client's stage id
	AnnualWon  *float64      `json:"annual_won"` // in its currency
	Actions    int           `json:"actions"`
	Done       int           `json:"done"`
	Overdue    int           `json:"overdue"`
	MAPs       *funnel.Share `json:"map_hit_rate"`
	CORE       *funnel.Share `json:"core_adherence"`
	Compared   int           `json:"shares_compared"` // that an action is judged by, before and after
	Moved      int           `json:"shares_moved"`    // of these, for the better
	Practices  []Practice    `json:"practices"`

	Stands   string     `json:"-"` // in two words, on the day of the look
	Next     model.Date `json:"-"` // of an open action or a review to come; absent: none
	Audited  int        `json:"-"` // stages
	OfStages int        `json:"-"`
}

// Practice is what one engagement found of a practice.
type Practice struct {
	Practice   string           `json:"practice"`
	Field      *float64         `json:"field"`
	BlindSpot  *float64         `json:"blind_spot"`
	Confidence score.Confidence `json:"confidence"`
}

// found is one engagement with all that was computed of it.
type found struct {
	id  string
	e   *model.Engagement
	pb  *playbook.Playbook
	opt Options
	day model.Date
	sc  *score.Result
	*dashboard.Dashboard
	moved *review.Funnel
}

func look(e *model.Engagement, pb *playbook.Playbook, opt Options) *found {
	f := &found{id: idOf(e), e: e, pb: pb, opt: opt, day: opt.AsOf}
	if end, over := follow.End(e, opt.AsOf); over && !opt.Fixed {
		f.day = end
	}
	f.sc = score.Compute(e, pb, score.Options{AsOf: opt.AsOf})
	f.Dashboard = dashboard.On(e, pb, f.sc, f.day)
	f.moved, _ = review.Compare(e, pb, f.sc, f.day, opt.AsOf)
	return f
}

func (f *found) entry() *Entry {
	x := &Entry{
		ID: f.id, Segment: kept(f.e.Client.Segment), Currency: kept(f.e.Client.Currency), Playbook: intern(f.pb.ID), AsOf: intern(f.day),
		Started: kept(f.e.Started), PlanStart: kept(f.e.PlanStart),
		Calls: f.sc.Coverage.Calls.Reviewed, Overall: f.sc.Overall.Score, BlindSpots: f.sc.BlindSpotIndex, Scored: f.sc.Overall.Practices,
		Actions: f.Plan.Actions, Done: f.Plan.Done, Overdue: len(f.Plan.Overdue), MAPs: f.MAPs.Hits.Share, CORE: f.Coaching.Adherence,
		Practices: []Practice{},
	}
	x.Stands, x.Next = f.stands(), intern(f.next())
	x.Audited, x.OfStages = f.sc.Coverage.Stages.Audited, f.sc.Coverage.Stages.Of
	if f.opt.Names {
		x.Client, x.Title = strings.Clone(f.e.Client.Name), strings.Clone(f.e.Title)
	}
	for _, n := range f.sc.Coverage.Interviews {
		x.Interviews += n
	}
	if f.sc.Funnel != nil {
		x.AnnualWon = f.sc.Funnel.AnnualWon
		if f.sc.Funnel.Bottleneck != nil {
			x.Bottleneck = kept(*f.sc.Funnel.Bottleneck)
		}
	}
	if f.moved != nil {
		for _, s := range f.moved.Shares {
			if !s.Primary {
				continue
			}
			x.Compared++
			if s.Moved() && s.Improved(s.Change) {
				x.Moved++
			}
		}
	}
	for _, p := range f.sc.Practices {
		x.Practices = append(x.Practices, Practice{intern(p.Practice), p.Field, p.BlindSpot, p.Confidence})
	}
	return x
}

// idOf is the id of an engagement: it tells nobody the client, but who knows name, title and start can make it again.
func idOf(e *model.Engagement) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{e.Client.Name, e.Title, string(e.Started)}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// kept is a text apart from the file that it was read from; nil where there is none.
func kept[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	s = intern(s)
	return &s
}

// intern holds a text that many engagements share once.
func intern[S ~string](s S) S { return S(unique.Make(string(s)).Value()) }

// status is an action's on the day.
func (f *found) status(a model.Action) string { return string(plan.StatusOn(a, f.day)) }
