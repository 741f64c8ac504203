package review

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Funnel sets the baseline against the later snapshot.
type Funnel struct {
	Before  string   `json:"before"` // labels
	After   string   `json:"after"`
	Shares  []Share  `json:"shares"`  // those that an action is judged by first
	Numbers []Number `json:"numbers"` // those that an action is judged by first
	Notes   []string `json:"notes"`

	A, B *funnel.Result `json:"-"`
}

// Metric is a number of the funnel. Each action names one; those are primary, all else is exploratory.
type Metric struct {
	From    string   `json:"metric"` // as the playbook names it
	Stage   string   `json:"stage"`
	Name    string   `json:"name"`
	Primary bool     `json:"primary"`
	Actions []string `json:"actions"`
	Better  string   `json:"better"`
}

// Share is a share before and after.
type Share struct {
	Metric
	funnel.ShareChange
}

// Number is a median or an amount before and after. A snapshot holds no spread, so there is no verdict.
type Number struct {
	Metric
	funnel.Change
}

// Moved says whether the interval of the difference excludes 0.
func (s Share) Moved() bool { return s.Verdict == funnel.Moved }

// Improved says whether the difference goes the better way.
func (m Metric) Improved(change *float64) bool {
	return change != nil && *change != 0 && (*change > 0) == (m.Better != "down")
}

// Compare sets the snapshots that were there by asOf side by side; why says why there are no two. What the plan is judged
// by is taken as of another day.
func Compare(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, on, asOf model.Date) (f *Funnel, why string) {
	a, b := funnel.Baseline(e), funnel.Later(e, asOf)
	switch {
	case a == nil:
		return nil, "There is no funnel snapshot."
	case b == nil:
		return nil, "There is no snapshot after the baseline yet. Deals need their time: import one when those created since the plan began have had theirs."
	}
	c, err := funnel.Compare(e, a, b)
	if err != nil {
		return nil, "The snapshots cannot be compared: " + err.Error() + "."
	}
	f = &Funnel{Before: a.Label, After: b.Label, Notes: c.Notes, A: c.A, B: c.B}
	m := metrics{e, pb, sc.Funnel, on}
	for i := range c.Stages {
		s := &c.Stages[i]
		f.Shares = append(f.Shares,
			Share{m.of("funnel.conversion", s.Stage, "Conversion, "+s.Name, "up"), s.Conversion},
			Share{m.of("funnel.slippage", s.Stage, "Slippage, "+s.Name, "down"), s.Slippage})
		f.Numbers = append(f.Numbers,
			Number{m.of("funnel.median_days", s.Stage, "Median days, "+s.Name, "down"), s.MedianDays},
			Number{m.of("funnel.p90_days", s.Stage, "90th percentile of days, "+s.Name, "down"), s.P90Days})
	}
	f.Shares = append(f.Shares, Share{m.of("funnel.win_rate", "", "Win rate", "up"), c.WinRate},
		Share{m.of("funnel.mql_sql", "", "MQL to SQL", "up"), c.MQLToSQL})
	f.Numbers = append(f.Numbers, Number{m.of("funnel.response_hours", "", "Hours to the first answer, median", "down"), c.ResponseHours},
		Number{m.of("funnel.cycle_days", "", "Days, created to won, median", "down"), c.CycleDays},
		Number{m.of("funnel.average_deal", "", "Average deal", "up"), c.AverageDeal},
		Number{m.of("funnel.velocity", "", "Velocity a day", "up"), c.Velocity})
	f.Shares = primaryFirst(f.Shares, func(s Share) (bool, bool) { return s.Change != nil, s.Primary })
	f.Numbers = primaryFirst(f.Numbers, func(n Number) (bool, bool) { return n.Change.Change != nil, n.Primary })
	return f, ""
}

// primaryFirst drops what could not be compared.
func primaryFirst[T any](list []T, of func(T) (there, primary bool)) []T {
	out, rest := []T{}, []T{}
	for _, x := range list {
		switch there, primary := of(x); {
		case there && primary:
			out = append(out, x)
		case there:
			rest = append(rest, x)
		}
	}
	return append(out, rest...)
}

// metrics knows which numbers the plan is judged by.
type metrics struct {
	e  *model.Engagement
	pb *playbook.Playbook
	f  *funnel.Result
	on model.Date
}

func (m metrics) of(from, stage, name, better string) Metric {
	out := Metric{From: from, Stage: stage, Name: name, Better: better, Actions: []string{}}
	for _, a := range m.e.Actions() {
		if plan.StatusOn(a, m.on) == model.Dropped {
			continue
		}
		x := plan.MeasureOf(m.e, m.pb, m.f, a)
		if x.From == "funnel.slippage" && x.Stage == "" {
			x.Stage = m.whole()
		}
		if x.From == from && x.Stage == stage {
			out.Primary = true
			out.Actions = append(out.Actions, a.ID)
		}
	}
	return out
}

// whole is the stage whose slippage is that of all deals.
func (m metrics) whole() string {
	if m.f == nil {
		return ""
	}
	for _, s := range m.f.Stages {
		if s.Slippage != nil {
			return s.Stage
		}
	}
	return ""
}
