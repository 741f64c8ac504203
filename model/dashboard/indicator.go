package dashboard

import (
	"math"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
)

// Recent is how many weeks the lift is a mean of.
const Recent = 4

// Indicator is one line of the page.
type Indicator struct {
	ID       string   `json:"indicator"` // as a week names it: mql-sql, conversion@discovery
	Name     string   `json:"name"`
	Stage    *string  `json:"stage"`
	Unit     string   `json:"unit"`
	Better   string   `json:"better"` // up or down; absent: the playbook does not say
	Points   []Point  `json:"weeks"`  // oldest first, those that have a value
	Computed bool     `json:"computed"`
	Now      *Now     `json:"now"`
	Baseline *float64 `json:"baseline"`
	BaseFrom string   `json:"baseline_from"` // "plan", or where it was computed from
	Target   *float64 `json:"target"`
	Action   *string  `json:"action"`  // the plan's action that this number judges
	Actions  []string `json:"actions"` // all that it judges
	Mean     *float64 `json:"mean"`    // of the last four weeks with a value
	Weeks    int      `json:"mean_of"` // how many these are
	Lift     *float64 `json:"lift"`    // mean - baseline
	Way      *float64 `json:"share_of_way"`

	StageName string       `json:"-"`
	Measure   plan.Measure `json:"-"`
}

// Point is one week.
type Point struct {
	Week  model.Date    `json:"week"` // its Monday
	Value float64       `json:"value"`
	Share *funnel.Share `json:"share,omitempty"` // where it was computed as one
}

// Now is what the file itself gives for the day: maps, coaching rounds, a later snapshot.
type Now struct {
	Value float64       `json:"value"`
	Share *funnel.Share `json:"share"`
	Where string        `json:"where"`
}

// Label is the name with its stage.
func (i Indicator) Label() string {
	if i.StageName != "" {
		return i.Name + ", " + i.StageName
	}
	return i.Name
}

// In is its unit: that of its number, else what the playbook calls it.
func (i Indicator) In() plan.Unit {
	if u := plan.UnitOf(i.Measure.From); u != plan.Unknown {
		return u
	}
	switch i.Unit {
	case "share":
		return plan.Share
	case "days":
		return plan.Days
	case "hours":
		return plan.Hours
	}
	return plan.Unknown
}

// Improved says whether the lift goes the better way; nil where there is none, or nobody said which way that is.
func (i Indicator) Improved() *bool {
	if i.Lift == nil || *i.Lift == 0 || i.Better == "" {
		return nil
	}
	up := (*i.Lift > 0) == (i.Better == "up")
	return &up
}

// Apart says whether the latest week as entered is another number than the file gives. A snapshot of a funnel covers a
// period of its own, so it may well be.
func (i Indicator) Apart() bool {
	if i.Computed || i.Now == nil || len(i.Points) == 0 || strings.HasPrefix(i.Measure.From, "funnel.") {
		return false
	}
	const rounding = 0.0051
	return math.Abs(i.Points[len(i.Points)-1].Value-i.Now.Value) > rounding
}

// indicators are those that a week names, those that the file gives by itself, and those that the plan is judged by: in the
// playbook's order, then by stage of the pipeline; what the playbook does not know comes last.
func (b *board) indicators() []Indicator {
	out := []Indicator{}
	known := map[string]bool{}
	for _, x := range b.pb.Indicators {
		for _, id := range b.named(x) {
			if !known[id] {
				known[id] = true
				if i := b.indicator(id, &x); i != nil {
					out = append(out, *i)
				}
			}
		}
	}
	var own []string
	for _, w := range b.weeks() {
		for id := range w.Indicators {
			if !known[id] {
				known[id] = true
				own = append(own, id)
			}
		}
	}
	slices.Sort(own)
	for _, id := range own {
		if i := b.indicator(id, nil); i != nil {
			out = append(out, *i)
		}
	}
	return out
}

// weeks are those that had begun by the day, oldest first. Of two rows for one week the first counts.
func (b *board) weeks() []model.Week {
	var out []model.Week
	for _, w := range b.e.Weeks {
		_, ok := w.Week.Time()
		if ok && !w.Week.After(b.day) && !slices.ContainsFunc(out, func(x model.Week) bool { return x.Week == w.Week }) {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(x, y model.Week) int { return strings.Compare(string(x.Week), string(y.Week)) })
	return out
}

// named are the ids under which an indicator is looked for.
func (b *board) named(x playbook.Indicator) []string {
	has := map[string]bool{}
	for _, w := range b.weeks() {
		for id := range w.Indicators {
			if base, _, _ := strings.Cut(id, "@"); base == x.ID {
				has[id] = true
			}
		}
	}
	bare := plan.Measure{From: x.From}.At(b.sc.Funnel).Stage // what a week means that names no stage
	for _, a := range b.e.Actions() {
		m := plan.MeasureOf(b.e, b.pb, b.sc.Funnel, a)
		if m.From == "" || m.From != x.From || plan.StatusOn(a, b.day) == model.Dropped || (has[x.ID] && m.Stage == bare) {
			continue
		}
		has[ofStage(x.ID, m.Stage)] = true
	}
	if plan.Followed(x.From) {
		has[x.ID] = true
	}
	out := []string{}
	if has[x.ID] {
		out = append(out, x.ID)
	}
	for _, s := range b.e.Stages {
		if id := ofStage(x.ID, s.ID); has[id] {
			out = append(out, id)
		}
	}
	var rest []string
	for id := range has {
		if !slices.Contains(out, id) {
			rest = append(rest, id)
		}
	}
	slices.Sort(rest)
	return append(out, rest...)
}

func ofStage(id, stage string) string {
	if stage == "" {
		return id
	}
	return id + "@" + stage
}

// indicator is one line; nil where there is nothing to show in it.
func (b *board) indicator(id string, x *playbook.Indicator) *Indicator {
	base, stage, _ := strings.Cut(id, "@")
	i := &Indicator{ID: id, Name: base, Points: []Point{}, Actions: []string{}}
	if x != nil {
		i.Unit, i.Better, i.Measure.From = x.Unit, x.Better, x.From
		if x.Name != "" {
			i.Name = x.Name
		}
	}
	if stage != "" {
		i.Stage, i.StageName, i.Measure.Stage = &stage, stage, stage
		if s := b.e.Stage(stage); s != nil {
			i.StageName = s.Label()
		}
	}
	for _, w := range b.weeks() {
		if v, ok := w.Indicators[id]; ok && !math.IsNaN(v) && !math.IsInf(v, 0) {
			i.Points = append(i.Points, Point{Week: w.Week, Value: v})
		}
	}
	i.Measure = i.Measure.At(b.sc.Funnel)
	if x != nil {
		b.compute(i)
		b.plan(i)
	}
	if len(i.Points) == 0 && i.Now == nil && i.Baseline == nil {
		return nil
	}
	i.lift()
	return i
}

// lift is the mean of the last weeks against the baseline. The way to the target may be more than all of it, or go back.
func (i *Indicator) lift() {
	last := i.Points[max(0, len(i.Points)-Recent):]
	i.Weeks = len(last)
	if i.Weeks == 0 {
		return
	}
	sum := 0.0
	for _, p := range last {
		sum += p.Value
	}
	mean := sum / float64(i.Weeks)
	i.Mean = sound(&mean)
	if i.Mean == nil || i.Baseline == nil {
		return
	}
	lift := mean - *i.Baseline
	i.Lift = sound(&lift)
	if i.Lift != nil && i.Target != nil && *i.Target != *i.Baseline {
		way := lift / (*i.Target - *i.Baseline)
		i.Way = sound(&way)
	}
}
