package funnel

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// change is one row of the comparison: a share, which can be judged, or a number, which cannot.
type change struct {
	heading string
	what    string
	share   *funnel.ShareChange
	number  *funnel.Change
	unit    string
	few     int // below so many cases a share is shown as counts
}

func (c change) key() string {
	if c.heading != "" {
		return ""
	}
	return c.what
}

// changesOf lists everything two snapshots can be compared by: conversions first.
func changesOf(c *funnel.Comparison) []change {
	if c == nil {
		return nil
	}
	var out []change
	out = append(out, change{heading: "Goes on to the next stage"})
	for i := range c.Stages {
		s := &c.Stages[i]
		out = append(out, change{what: s.Name, share: &s.Conversion, few: funnel.Few})
	}
	out = append(out, change{heading: "The whole"}, change{what: "Win rate", share: &c.WinRate, few: funnel.Few})
	if c.MQLToSQL.A != nil || c.MQLToSQL.B != nil {
		out = append(out, change{what: "MQL to SQL", share: &c.MQLToSQL, few: funnel.Few})
	}
	for _, n := range []struct {
		what, unit string
		c          *funnel.Change
	}{
		{"Cycle, median", "days", &c.CycleDays},
		{"Average deal", "money", &c.AverageDeal},
		{"Velocity a day", "money", &c.Velocity},
		{"First response", "hours", &c.ResponseHours},
	} {
		if n.c.A != nil || n.c.B != nil {
			out = append(out, change{what: n.what, number: n.c, unit: n.unit})
		}
	}
	out = append(out, change{heading: "Close date slipped"})
	for i := range c.Stages {
		s := &c.Stages[i]
		out = append(out, change{what: s.Name + ", slipped", share: &s.Slippage, few: funnel.Few})
	}
	out = append(out, change{heading: "Median days in stage"})
	for i := range c.Stages {
		s := &c.Stages[i]
		out = append(out, change{what: s.Name + ", days", number: &s.MedianDays, unit: "days"})
	}
	return out
}

func (p *Page) changeCell(c change, col int) string {
	t := p.Env.Style
	if c.heading != "" {
		if col == 0 {
			return "  " + c.heading
		}
		return ""
	}
	if c.share != nil {
		s := c.share
		switch col {
		case 0:
			return layout.Clean(c.what)
		case 1:
			return share(s.A, c.few)
		case 2:
			return share(s.B, c.few)
		case 3:
			return points(s)
		case 4:
			return relative(s.Relative, s.Few)
		}
		switch {
		case s.Verdict == funnel.Moved:
			return t.Accent.Render(style.Check + " moved" + fewMark(s.Few))
		case s.Verdict == funnel.Chance:
			return t.Dim.Render("could be chance")
		}
		return t.Dim.Render("too few to say")
	}
	n := c.number
	switch col {
	case 0:
		return layout.Clean(c.what)
	case 1:
		return p.quantity(n.A, c.unit)
	case 2:
		return p.quantity(n.B, c.unit)
	case 3:
		if n.Change == nil {
			return t.Dim.Render(style.Minus)
		}
		if *n.Change > 0 {
			return "+" + p.quantity(n.Change, c.unit)
		}
		return strings.Replace(p.quantity(n.Change, c.unit), "-", "−", 1)
	case 4:
		return relative(n.Relative, false)
	}
	return t.Dim.Render("no interval")
}

func fewMark(few bool) string {
	if few {
		return " (few)"
	}
	return ""
}

func share(s *funnel.Share, few int) string {
	switch {
	case s == nil:
		return style.Minus
	case s.N < few:
		return fmt.Sprintf("%d of %d", s.K, s.N)
	}
	return explain.Percent(s.Value)
}

// points is the difference of two shares in points, with its interval.
func points(s *funnel.ShareChange) string {
	if s.Change == nil {
		return style.Minus
	}
	return explain.SignedTenths(100**s.Change) + " (" + explain.Signed(100**s.Low) + " to " + explain.Signed(100**s.High) + ")"
}

func relative(x *float64, few bool) string {
	if x == nil || few {
		return style.Minus
	}
	return explain.Signed(100**x) + " %"
}

func (p *Page) quantity(x *float64, unit string) string {
	switch {
	case x == nil:
		return style.Minus
	case unit == "money":
		return explain.Money("", *x)
	case unit == "hours":
		return explain.Tenths(*x) + " h"
	}
	return explain.Tenths(*x) + " d"
}

// over is what a number rests on, where that is known.
func over(n *int) string {
	if n == nil {
		return ""
	}
	return ", over " + explain.Count(*n, "deal", "deals")
}

// whyChange explains one row of the comparison.
func (p *Page) whyChange(what string) []explain.Item {
	t := p.Env.Style
	var out []explain.Item
	say := func(s string) { out = append(out, explain.Item{Text: s}) }
	for _, c := range p.changes {
		if c.key() != what {
			continue
		}
		a, b := p.both.A, p.both.B
		if c.number != nil {
			n := c.number
			say(fmt.Sprintf("%s (%s to %s): %s%s", label(a), a.From, a.To, p.quantity(n.A, c.unit), over(n.NA)))
			say(fmt.Sprintf("%s (%s to %s): %s%s", label(b), b.From, b.To, p.quantity(n.B, c.unit), over(n.NB)))
			say("A snapshot holds no spread, so there is no interval here and nothing can be said of chance.")
			break
		}
		s := c.share
		say(fmt.Sprintf("Before, %s (%s to %s): %s", label(a), a.From, a.To, explain.Share(s.A, c.few)))
		say(fmt.Sprintf("After, %s (%s to %s): %s", label(b), b.From, b.To, explain.Share(s.B, c.few)))
		if s.Change == nil {
			say("One of the two has no cases: too few to say.")
			break
		}
		say(fmt.Sprintf("Difference %s points, 95 %% interval %s to %s: put together from the two intervals (Wilson, then Newcombe).",
			explain.SignedTenths(100**s.Change), explain.SignedTenths(100**s.Low), explain.SignedTenths(100**s.High)))
		if s.Relative != nil && !s.Few {
			say(fmt.Sprintf("Relative change %s = %s points / %s before.", relative(s.Relative, false), explain.SignedTenths(100**s.Change), explain.Percent(s.A.Value)))
		}
		if s.Verdict == funnel.Moved {
			say("The interval excludes 0: it moved. Moved after, not because of: a comparison of two periods says nothing about causes.")
		} else {
			say("The interval includes 0: the difference could be chance.")
		}
		if s.Few {
			out = append(out, explain.Item{Text: "Few: fewer than 20 cases on one side. Read it as counts.", Look: &t.Warn})
		}
	}
	for _, n := range p.both.Notes {
		out = append(out, explain.Item{Text: n, Look: &t.Warn})
	}
	return append(out, explain.Item{Text: "Each action of the plan names one number it is judged by; all else here is exploratory.", Look: &t.Dim})
}
