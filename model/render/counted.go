package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
)

// countedTo is the day to which coaching and milestones are counted: the dashboard's, so that two documents of one day say
// the same.
func (b *builder) countedTo() model.Date {
	if b.opt.Followed != "" {
		return b.opt.Followed
	}
	return b.opt.AsOf
}

// indicatorNumber is where an indicator stands.
func (b *builder) indicatorNumber(i playbook.Indicator) plan.Number {
	numbers := plan.Numbers{Engagement: b.e, Playbook: b.pb, Score: b.sc, AsOf: b.opt.AsOf}
	if plan.Followed(i.From) {
		numbers.AsOf = b.countedTo()
	}
	return numbers.Baseline(i.From, plan.Place{})
}

// takenFrom is where that number comes from, in words.
func (b *builder) takenFrom(i playbook.Indicator, n plan.Number) string {
	s := b.people.say(n.Where)
	if !plan.Followed(i.From) || n.Value == nil {
		return s
	}
	s += ", to " + day(b.countedTo())
	if i.From == plan.CORE {
		s += b.kept(follow.OfCoaching(b.e, b.countedTo()))
	}
	return s
}

// kept says that the rounds of the file end before the weeks that are counted.
func (b *builder) kept(c *follow.Coaching) string {
	if last := c.Kept(); last != "" {
		return "; the rounds in the file end on " + day(last)
	}
	return ""
}
