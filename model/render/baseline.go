package render

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/render/document"
)

// created says when the deals of a snapshot were created: in the first half of 2025.
func created(from, to model.Date) string {
	a, ok := from.Time()
	z, ok2 := to.Time()
	if !ok || !ok2 {
		return ""
	}
	next := z.AddDate(0, 0, 1)
	if a.Day() == 1 && next.Day() == 1 && a.Year() == z.Year() {
		months, first := int(z.Month()-a.Month())+1, int(a.Month())-1
		nth := []string{"first", "second", "third", "fourth"}
		switch {
		case months == 12:
			return fmt.Sprintf("in %d", a.Year())
		case months == 6 && first%6 == 0:
			return fmt.Sprintf("in the %s half of %d", nth[first/6], a.Year())
		case months == 3 && first%3 == 0:
			return fmt.Sprintf("in the %s quarter of %d", nth[first/3], a.Year())
		}
	}
	return "from " + period(from, to)
}

// movedOn is how many of a stage's decided deals moved on, and when these deals were created.
func movedOn(s *funnel.Stage, from, to model.Date) string {
	share := shareText(s.ConversionShare, funnel.Few)
	if when := created(from, to); when != "" {
		return fmt.Sprintf("of the deals created %s, %s of those decided moved on", when, share)
	}
	return share + " of the decided deals moved on"
}

// bottleneck is the stage that the plan is about, with its number then and, where there is one, its number since.
func (b *builder) bottleneck() string {
	f, s := b.narrowest()
	if s == nil {
		return ""
	}
	is, then := "is", ""
	if later := b.since(s.Stage); later != nil {
		is, then = "was", " Of those created since it is "
		if when := created(b.newer.From, b.newer.To); when != "" {
			then = " Of those created " + when + " it is "
		}
		then += shareText(later.ConversionShare, funnel.Few) + "."
	}
	line := fmt.Sprintf("The bottleneck %s %s: %s", is, document.Clean(s.Name), movedOn(s, f.From, f.To))
	if s.Target != nil {
		return line + fmt.Sprintf(", against a target of %s.", percent(*s.Target)) + then
	}
	return line + ", the fewest of any stage." + then
}

// narrowest is the bottleneck of the baseline; nil where there is none.
func (b *builder) narrowest() (*funnel.Result, *funnel.Stage) {
	f := b.sc.Funnel
	if f == nil || f.Bottleneck == nil {
		return f, nil
	}
	return f, f.Stage(*f.Bottleneck)
}

// since is a stage in the later snapshot; nil where there is none that says something of it.
func (b *builder) since(stage string) *funnel.Stage {
	snap := funnel.Later(b.e, b.opt.AsOf)
	if snap == nil {
		return nil
	}
	if b.newer == nil {
		b.newer = funnel.Compute(b.e, snap)
	}
	if s := b.newer.Stage(stage); s != nil && s.ConversionShare != nil {
		return s
	}
	return nil
}

// costs is the bottleneck with its value at stake, or why there is none.
func (b *builder) costs() []string {
	f, s := b.narrowest()
	switch {
	case f == nil:
		return []string{"There is no funnel from the CRM yet, so nothing is said about what the gaps cost."}
	case s == nil:
		return []string{"No stage is short of its target on enough decided deals, so the funnel names no bottleneck and no value at stake."}
	}
	out := []string{b.bottleneck()}
	if s.Value == nil || !(s.Value.Base > 0) {
		return out
	}
	would := "Closing half of that gap would be worth about"
	if b.since(s.Stage) != nil {
		would = "Closing half of the gap as it was then would be worth about"
	}
	return append(out, fmt.Sprintf("%s %s of won business a year, from %s for a quarter of it to %s for all of it%s.",
		would, b.cash(s.Value.Base), b.cash(s.Value.Low), b.cash(s.Value.High), but(f.YearDoubt())))
}

// atStake is the bottleneck's value, as a range.
func (b *builder) atStake() string {
	f, s := b.narrowest()
	if s == nil || s.Value == nil || !(s.Value.Base > 0) || f.AnnualWon == nil {
		return ""
	}
	then := ""
	if b.since(s.Stage) != nil {
		then = ", as it was then,"
	}
	return fmt.Sprintf("Closing half of the gap at %s%s would be worth about %s of won business a year; a quarter of it %s, all of it %s. "+
		"Won from the deals created in the baseline period, a year's worth: %s%s.", document.Clean(s.Name), then, b.cash(s.Value.Base), b.cash(s.Value.Low), b.cash(s.Value.High), b.cash(*f.AnnualWon), but(f.YearDoubt()))
}
