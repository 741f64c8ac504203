package portfolio

import (
	"math"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// Rows are those of one engagement, table by table as in Tables. The first cell of each is the engagement's id.
type Rows [][][]string

// rows makes them. A cell is empty where there is no value.
func (f *found) rows() Rows {
	out := make(Rows, len(Tables))
	for i, t := range Tables {
		add := func(cells ...string) {
			out[i] = append(out[i], append([]string{f.id}, cells...))
		}
		switch t.Name {
		case "engagements":
			add(f.engagement()...)
		case "practices":
			f.practices(add)
		case "findings":
			f.findings(add)
		case "objections":
			for _, o := range f.sc.Objections {
				add(text(o.Theme), itoa(o.Calls), itoa(o.Of))
			}
		case "snapshots":
			f.snapshots(add)
		case "funnel_stages":
			f.stages(add)
		case "actions":
			f.actions(add)
		case "milestones":
			f.milestones(add)
		case "rounds":
			f.rounds(add)
		case "indicators":
			for _, x := range f.Indicators {
				id, stage, _ := strings.Cut(x.ID, "@")
				for _, p := range x.Points {
					add(text(id), text(stage), date(p.Week), number(&p.Value), yes(x.Computed), x.Better, number(x.Baseline), number(x.Target))
				}
			}
		case "changes":
			f.changes(add)
		}
	}
	return out
}

// adder adds the cells behind the id.
type adder func(cells ...string)

func (f *found) engagement() []string {
	x := f.entry()
	met, due := counts(x.MAPs)
	coached, weeks := counts(x.CORE)
	return []string{
		text(x.Client), text(x.Title), text(f.e.Client.Segment), text(f.e.Client.Currency), text(f.pb.ID),
		date(f.e.Started), date(f.e.PlanStart), date(f.day), itoa(x.Interviews), itoa(x.Calls), number(x.Overall), itoa(x.Scored),
		number(x.BlindSpots), maybe(x.Bottleneck), number(x.AnnualWon), itoa(x.Actions), itoa(x.Done), itoa(x.Overdue), met, due, coached, weeks,
	}
}

func (f *found) practices(add adder) {
	seen := map[string]bool{}
	for _, a := range f.e.Audits {
		seen[a.Round] = true
	}
	for _, i := range f.e.Interviews {
		seen[i.Round] = true
	}
	for _, c := range f.e.Calls {
		seen[c.Round] = true
	}
	for _, round := range []string{score.Baseline, "day-30", "day-60", "day-90"} {
		sc := f.sc
		if round != score.Baseline {
			if !seen[round] {
				continue
			}
			sc = score.Compute(f.e, f.pb, score.Options{AsOf: f.opt.AsOf, Round: round})
		}
		for _, p := range sc.Practices {
			if round != score.Baseline && p.Field == nil && p.Lenses.Believed.N == 0 {
				continue
			}
			l := p.Lenses
			add(round, text(p.Practice), text(p.Domain), number(&p.Target), number(p.Field), number(p.Gap), number(p.BlindSpot), yes(p.Clear),
				string(p.Confidence), yes(p.Contested), number(l.Believed.Score), itoa(l.Believed.N), number(l.Reported.Score), itoa(l.Reported.N),
				number(l.Observed.Score), itoa(l.Observed.N), number(l.Recorded.Score), itoa(l.Recorded.N))
		}
	}
}

func (f *found) findings(add adder) {
	for i, x := range f.sc.Findings {
		kind, tag, evidence := "gap", "", 0
		if !x.Gap {
			kind = "strength"
		}
		if of := f.e.Finding(x.ID); of != nil {
			tag, evidence = string(of.Tag), len(of.Evidence)
		}
		priority, quadrant, value := "", "", ""
		if x.Priority != nil {
			priority = itoa(*x.Priority)
		}
		if x.Quadrant != nil {
			quadrant = string(*x.Quadrant)
		}
		if x.Value != nil {
			value = number(&x.Value.Base)
		}
		add(itoa(i+1), kind, text(x.Practice), text(x.Stage), text(tag), itoa(x.Impact), string(x.ImpactFrom), itoa(x.Ease), string(x.EaseFrom),
			priority, quadrant, value, itoa(evidence))
	}
}

func (f *found) snapshots(add adder) {
	for i := range f.e.Funnels {
		x := &f.e.Funnels[i]
		r := funnel.Compute(f.e, x)
		leads, forecast := x.Leads, x.Forecast
		if leads == nil {
			leads = &model.Leads{}
		}
		if forecast == nil {
			forecast = &model.Forecast{}
		}
		horizon := ""
		if x.Horizon > 0 {
			horizon = itoa(x.Horizon)
		}
		add(itoa(i+1), date(x.From), date(x.To), horizon, whole(x.Won), whole(x.Lost), whole(x.Open), number(x.WonAmount), number(x.CycleDays),
			number(r.Velocity), whole(leads.MQL), whole(leads.SQL), number(leads.ResponseHours), number(forecast.Committed), number(forecast.Closed))
	}
}

func (f *found) stages(add adder) {
	for i := range f.e.Funnels {
		r := funnel.Compute(f.e, &f.e.Funnels[i])
		for n, s := range r.Stages {
			value := ""
			if s.Value != nil {
				value = number(&s.Value.Base)
			}
			add(itoa(i+1), itoa(n+1), text(s.Stage), itoa(s.Reached), itoa(s.Advanced), itoa(s.Lost), itoa(s.Open), number(s.Conversion),
				number(s.MedianDays), number(s.P90Days), whole(s.Slipped), number(s.Target), value, yes(r.Bottleneck != nil && *r.Bottleneck == s.Stage))
		}
	}
}

func (f *found) actions(add adder) {
	for i, a := range f.e.Actions() {
		m := plan.MeasureOf(f.e, f.pb, f.sc.Funnel, a)
		baseline, target := "", ""
		if a.Metric != nil {
			baseline, target = number(a.Metric.Baseline), number(a.Metric.Target)
		}
		add(itoa(i+1), text(a.Remedy), text(a.Practice), itoa(plan.Phase(a.Phase)), f.status(a), date(a.Due), date(a.Done), number(a.Effort),
			m.From, text(m.Stage), baseline, target)
	}
}

func (f *found) milestones(add adder) {
	all := follow.Milestones(f.e, f.day)
	for i, m := range f.e.MAPs {
		for n := range m.Milestones {
			s := all[0]
			all = all[1:]
			add(itoa(i+1), itoa(n+1), text(s.Stage), text(s.Owner), date(s.Agreed), date(s.Due), date(s.Done), string(s.Outcome))
		}
	}
}

func (f *found) rounds(add adder) {
	reps, coaches := numbering{}, numbering{}
	for _, r := range f.e.Coaching {
		due, done := "", ""
		if r.Execute != nil {
			due, done = date(r.Execute.Due), date(r.Execute.Done)
		}
		add(reps.of(r.Rep), coaches.of(r.Coach), date(r.Date), due, done)
	}
}

// numbering stands for people whose ids may be made of their names.
type numbering map[string]int

func (n numbering) of(id string) string {
	if id == "" {
		return ""
	}
	if n[id] == 0 {
		n[id] = len(n) + 1
	}
	return itoa(n[id])
}

func (f *found) changes(add adder) {
	if f.moved == nil {
		return
	}
	for _, s := range f.moved.Shares {
		add(s.From, text(s.Stage), yes(s.Primary), itoa(s.A.K), itoa(s.A.N), itoa(s.B.K), itoa(s.B.N), number(s.Change), number(s.Low),
			number(s.High), s.Better, string(s.Verdict))
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return itoa(*n)
}

func number(x *float64) string {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func yes(b bool) string { return strconv.FormatBool(b) }

// date is empty where it is none: a table must be read as it is.
func date(d model.Date) string {
	if _, ok := d.Time(); !ok {
		return ""
	}
	return string(d)
}

func maybe(s *string) string {
	if s == nil {
		return ""
	}
	return text(*s)
}

// text keeps a spreadsheet from reading a text as a formula, a terminal from obeying it, and it in one line.
func text(s string) string {
	s = document.Clean(s)
	if s != "" && strings.ContainsAny(s[:1], "=+-@") {
		return "'" + s
	}
	return s
}

func counts(s *funnel.Share) (k, n string) {
	if s == nil {
		return "", ""
	}
	return itoa(s.K), itoa(s.N)
}
