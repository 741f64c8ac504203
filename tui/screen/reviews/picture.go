package reviews

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// text gathers the items of a step.
type text struct {
	p     *Page
	items []explain.Item
}

func (t *text) head(s string) { t.items = append(t.items, explain.Item{Head: true, Text: s}) }
func (t *text) say(s string)  { t.items = append(t.items, explain.Item{Text: s}) }
func (t *text) dim(s string) {
	t.items = append(t.items, explain.Item{Text: s, Look: &t.p.Env.Style.Dim})
}

// line is a name with what stands at the other end of it.
func (t *text) line(name, right string) {
	t.items = append(t.items, explain.Item{Draw: func(w int) string {
		return layout.Between(t.p.Env.Style.Text.Render(layout.Words(layout.Clean(name), w-layout.Width(right)-2)), right, w)
	}})
}

// action is a line that leads to an action of the plan.
func (t *text) action(id, more, mark string) {
	name := id
	if a := model.ByID(t.p.Env.E().Actions(), id); a != nil {
		name = explain.Or(a.Title, a.ID)
	}
	t.items = append(t.items, explain.Item{Text: name + more, Mark: mark, Link: screen.Route{Kind: screen.Plan, At: id}})
}

// items is the shown step in words.
func (p *Page) items() []explain.Item {
	r := p.known[p.day]
	t := &text{p: p}
	switch {
	case r == nil:
		t.dim("Being computed…")
	case p.step == stepDone:
		t.done(r)
	case p.step == stepMoved:
		t.moved(r)
	case p.step == stepRated:
		t.rated(r)
	case p.step == stepNext:
		t.next(r)
	}
	return t.items
}

func (t *text) done(r *review.Review) {
	th, pl := t.p.Env.Style, r.Plan
	t.head("The plan on " + explain.Day(r.On))
	if pl.Actions == 0 {
		t.say("There is no plan yet.")
	} else {
		t.say(fmt.Sprintf("%d of %s done. %d were due: %d of these done, %d by their date.", pl.Done, explain.Count(pl.Actions, "action", "actions"), pl.Due, pl.DueDone, pl.OnTime))
	}
	for _, x := range pl.Phases {
		if x.Actions == 0 {
			continue
		}
		right := fmt.Sprintf("%d of %d done", x.Done, x.Actions)
		if x.Overdue > 0 {
			right = th.Bad.Render(fmt.Sprintf("%s %d overdue", style.Clock, x.Overdue)) + "  " + right
		}
		t.line("Days "+plan.Span(x.Phase), right)
	}
	if pl.Dropped > 0 {
		t.dim(explain.Count(pl.Dropped, "action was dropped and counts", "actions were dropped and count") + " nowhere.")
	}
	if len(pl.Overdue) > 0 {
		t.head("Overdue, the longest first")
		for _, id := range pl.Overdue {
			t.action(id, "", th.Bad.Render(style.Clock))
		}
	}
	t.head("Along the way")
	t.line("Mutual action plans: milestones met by the date first agreed", brief(r.MAPs.Hits.Share))
	t.line("CORE rounds: weeks of reps with one", brief(r.Coaching.Adherence))
	t.line("What was agreed in a round, done by its date", brief(r.Coaching.Completion))
	for _, s := range r.Notes {
		t.items = append(t.items, explain.Item{Text: s, Look: &th.Warn})
	}
}

// brief is a share with its interval, short.
func brief(s *funnel.Share) string {
	switch {
	case s == nil:
		return style.Minus
	case s.Few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s of %d (%s to %s)", explain.Percent(s.Value), s.N, explain.Percent(s.Low), explain.Percent(s.High))
}

func (t *text) moved(r *review.Review) {
	th := t.p.Env.Style
	if f := r.Funnel; f == nil {
		t.head("The funnel")
		t.say(r.NoFunnel)
	} else {
		t.dim(fmt.Sprintf("%s against %s. Moved: the 95 %% interval of the difference excludes 0. It moved after the plan began, not necessarily because of it.",
			explain.Or(f.After, "the later snapshot"), explain.Or(f.Before, "the baseline")))
		heads := map[bool]string{true: "What the plan's actions are judged by", false: "Exploratory: no action is judged by these"}
		for _, primary := range []bool{true, false} {
			headed := false
			head := func() {
				if !headed {
					t.head(heads[primary])
				}
				headed = true
			}
			for _, s := range f.Shares {
				if s.Primary == primary {
					head()
					t.share(s)
				}
			}
			for _, n := range f.Numbers {
				if n.Primary == primary {
					head()
					t.number(n)
				}
			}
		}
		if n := len(f.Shares); n > 1 {
			t.dim(fmt.Sprintf("%d shares are compared. Of twenty that stay as they are, one looks as if it had moved; what no action is judged by is a hint at most.", n))
		}
		for _, s := range f.Notes {
			t.items = append(t.items, explain.Item{Text: s, Look: &th.Warn})
		}
	}
	t.head("Week by week, on " + explain.Day(r.On))
	for i := range r.Indicators {
		x := &r.Indicators[i]
		unit, right := x.In(), "no week yet"
		if x.Lift != nil {
			right = fmt.Sprintf("%s to %s  %s", explain.Value(x.Baseline, unit), explain.Value(x.Mean, unit), explain.Delta(x.Lift, unit))
			if x.Way != nil {
				right += ", " + explain.Percent(*x.Way) + " of the way"
			}
		} else if x.Mean != nil {
			right = "no baseline; " + explain.Value(x.Mean, unit)
		}
		t.line(x.Label(), th.Dim.Render(right))
	}
	if len(r.Indicators) == 0 {
		t.say("Nothing was followed by week.")
	}
}

// share is a share before and after: its verdict, and below it the numbers that this comes from.
func (t *text) share(s review.Share) {
	th := t.p.Env.Style
	verdict := th.Dim.Render("could be chance")
	switch {
	case s.Verdict == funnel.Moved && s.Improved(s.Change):
		verdict = th.Good.Render(style.Check + " moved for the better")
	case s.Verdict == funnel.Moved:
		verdict = th.Bad.Render(style.Warn + " moved for the worse")
	case s.Verdict != funnel.Chance:
		verdict = th.Dim.Render("too few to say")
	}
	t.line(s.Name, verdict)
	line := fmt.Sprintf("%s to %s: %s points (95%% %s to %s)", counted(s.A), counted(s.B),
		explain.SignedTenths(100**s.Change), explain.SignedTenths(100**s.Low), explain.SignedTenths(100**s.High))
	switch {
	case s.Few:
		line += ", few"
	case s.Relative != nil:
		line += ", " + explain.Signed(100**s.Relative) + "%"
	}
	t.items = append(t.items, explain.Item{Text: line, Indent: 2, Look: &th.Dim})
}

func counted(s *funnel.Share) string {
	if s == nil {
		return style.Minus
	}
	return fmt.Sprintf("%s%% (%d/%d)", explain.Tenths(100*s.Value), s.K, s.N)
}

// number is a median or an amount before and after; there is no interval for it.
func (t *text) number(n review.Number) {
	unit := plan.UnitOf(n.From)
	if unit == plan.Unknown && n.From == "funnel.cycle_days" {
		unit = plan.Days
	} else if unit == plan.Unknown {
		unit = plan.PerDay
	}
	t.line(n.Name, t.p.Env.Style.Dim.Render(fmt.Sprintf("%s to %s  no interval", explain.Value(n.A, unit), explain.Value(n.B, unit))))
}

func (t *text) rated(r *review.Review) {
	th := t.p.Env.Style
	again := " Audits and interviews of the round " + r.Round + " are set beside the first ones: " + keys.First(keys.ReAudit) + " begins one."
	if len(r.Practices) == 0 {
		t.head("Nothing has been rated again yet")
		t.say("A re-audit is short: what the plan worked on." + again)
		return
	}
	t.head("Practices rated again, by what both rounds asked")
	for _, x := range r.Practices {
		name := x.Practice
		if y := t.p.Env.Now().Playbook.Practice(x.Practice); y != nil {
			name = explain.Or(y.Name, name)
		}
		if x.Like == nil {
			t.line(name, th.Dim.Render("nothing asked both times; now "+explain.Points(x.After)))
			continue
		}
		l := x.Like
		look := th.Good
		if *x.Change < 0 {
			look = th.Bad
		}
		t.line(name, fmt.Sprintf("%s to %s  ", explain.Whole(l.Before), explain.Whole(l.After))+look.Render(explain.Signed(*x.Change)))
		t.items = append(t.items, explain.Item{
			Text: fmt.Sprintf("from %s before and %d now; all of the first round %s, target %s", explain.Count(l.NBefore, "source", "sources"), l.NAfter,
				explain.Points(x.Before), explain.Whole(x.Target)),
			Indent: 2, Look: &th.Dim,
		})
	}
	t.dim("Few sources, and no interval: a rating is what was seen, not a measurement." + again)
}

func (t *text) next(r *review.Review) {
	th := t.p.Env.Style
	t.head("Still to be done")
	for _, x := range r.Next {
		mark, more := th.Dim.Render(style.Ring), ""
		if x.Due != "" {
			more = ", due " + explain.Day(x.Due)
		}
		if x.Overdue {
			mark, more = th.Bad.Render(style.Clock), more+", overdue"
		}
		if n := len(x.Waits); n > 0 {
			more += ", waits for " + explain.Count(n, "action", "actions")
		}
		t.action(x.Action, more, mark)
	}
	if len(r.Next) == 0 {
		t.say("Nothing of the plan is open.")
	}
	if b := r.Bottleneck; b != nil {
		t.head("The bottleneck to coach next")
		s := b.Name
		if b.Conversion != nil {
			s += ": " + explain.Share(b.Conversion, funnel.Few) + " of the decided deals go on"
			if b.Target != nil {
				s += ", target " + explain.Percent(*b.Target)
			}
		}
		t.items = append(t.items, explain.Item{Text: s + ".", Link: screen.Route{Kind: screen.Funnel, At: b.Stage}})
	}
	if w := t.p.written(t.p.day); len(w.Expand) > 0 {
		t.head("What to expand")
		for _, s := range w.Expand {
			t.say(style.Bullet + " " + s)
		}
	}
}
