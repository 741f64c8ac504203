package render

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/sheet"
)

func (b *builder) planSheet() sheet.Sheet {
	s := sheet.Sheet{Name: "Plan", Names: 2, Columns: []sheet.Column{
		{Head: "No.", Kind: sheet.Whole, Width: 6},
		{Head: "Action", Width: 48},
		{Head: "Phase", Kind: sheet.Whole, Width: 8, Choices: []string{"30", "60", "90"}, Only: true},
		{Head: "Owner", Width: 24, Choices: b.owners()},
		{Head: "Due", Kind: sheet.Date, Width: 12},
		{Head: "Status", Width: 10, Choices: model.ActionStatus("").Values(), Only: true},
		{Head: "Done", Kind: sheet.Date, Width: 12},
		{Head: "Effort, days", Kind: sheet.Number, Width: 9},
		{Head: "Deliverable", Width: 44},
		{Head: "Why", Width: 54},
		{Head: "Measured by", Width: 34},
		{Head: "Baseline", Kind: sheet.Number, Width: 10},
		{Head: "Target", Kind: sheet.Number, Width: 10},
		{Head: "Depends on", Width: 12},
	}}
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			measured, baseline, target := "", sheet.Cell{}, sheet.Cell{}
			if m := a.Metric; m != nil {
				kind := kindOf(b.unit(a))
				measured, baseline, target = b.metricName(a), in(kind, m.Baseline), in(kind, m.Target)
			}
			var needs []string
			for _, id := range a.Depends {
				if n := b.number[id]; n > 0 {
					needs = append(needs, itoa(n))
				}
			}
			s.Rows = append(s.Rows, []sheet.Cell{
				num(b.number[a.ID]), str(b.title(a)), num(phase), str(b.owner(a)), date(a.Due), str(document.Clean(string(a.StatusOr()))), date(a.Done), val(a.Effort),
				str(b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable })), str(plainText(b.why(a, b.d.Reasons[a.ID], b.carried(a)))),
				str(measured), baseline, target, str(strings.Join(needs, ", ")),
			})
		}
	}
	return s
}

// owners are those in the plan, then the client's people as they are shown.
func (b *builder) owners() []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			add(b.owner(a))
		}
	}
	for _, p := range b.e.People {
		add(b.people.byTitle(p))
	}
	return out
}

func (b *builder) funnelSheet() sheet.Sheet {
	count := func(head string) sheet.Column { return sheet.Column{Head: head, Kind: sheet.Whole, Width: 9} }
	share := func(head string) sheet.Column { return sheet.Column{Head: head, Kind: sheet.Percent, Width: 11} }
	value := func(head string) sheet.Column { return sheet.Column{Head: head, Kind: sheet.Money, Width: 16} }
	s := sheet.Sheet{Name: "Funnel", Names: 1, Columns: []sheet.Column{
		{Head: "Stage", Width: 26},
		count("Reached"), count("Moved on"), count("Lost"), count("Open"), share("Conversion"), share("95% from"), share("95% to"),
		{Head: "Few", Width: 7},
		share("Target"), count("Median days"), count("90% within, days"), count("Slipped"), share("Slippage"), value("At stake, quarter of gap"), value("At stake, half"), value("At stake, all"),
		{Head: "Bottleneck", Width: 12},
	}}
	f := b.sc.Funnel
	if f == nil {
		return s
	}
	for _, x := range f.Stages {
		conversion, low, high := sheet.Cell{}, sheet.Cell{}, sheet.Cell{}
		if c := x.ConversionShare; c != nil && !x.Few { // else the counts beside it are all there is to say
			conversion, low, high = val(&c.Value), val(&c.Low), val(&c.High)
		}
		quarter, half, all := sheet.Cell{}, sheet.Cell{}, sheet.Cell{}
		if v := x.Value; v != nil {
			quarter, half, all = val(&v.Low), val(&v.Base), val(&v.High)
		}
		s.Rows = append(s.Rows, []sheet.Cell{
			str(document.Clean(x.Name)), num(x.Reached), num(x.Advanced), num(x.Lost), num(x.Open), conversion, low, high, yes(x.Few),
			val(x.Target), val(x.MedianDays), val(x.P90Days), maybe(x.Slipped), val(x.Slippage), quarter, half, all, yes(x.Stage == deref(f.Bottleneck)),
		})
	}
	return s
}

// indicatorSheet has where each indicator began, and then every week there is.
func (b *builder) indicatorSheet() sheet.Sheet {
	s := sheet.Sheet{Name: "Indicators", Columns: []sheet.Column{
		{Head: "Indicator", Width: 36}, {Head: "Stage", Width: 20}, {Head: "Week", Kind: sheet.Date, Width: 12}, {Head: "Value", Kind: sheet.Number, Width: 12}, {Head: "Better", Width: 8}, {Head: "Taken from", Width: 48},
	}}
	weeks := slices.Clone(b.e.Weeks)
	slices.SortStableFunc(weeks, func(x, y model.Week) int { return cmp.Compare(x.Week, y.Week) })
	for _, i := range b.pb.Indicators {
		unit := plan.UnitOf(i.From)
		if unit == plan.Unknown {
			unit = plan.Unit(i.Unit)
		}
		name := document.Clean(named(i.Name, i.ID))
		n := b.indicatorNumber(i)
		from, stage := "not measured", ""
		if n.Value != nil {
			from = b.takenFrom(i, n)
		}
		if st := b.e.Stage(n.Stage); st != nil {
			stage = document.Clean(st.Label())
		}
		s.Rows = append(s.Rows, []sheet.Cell{str(name), str(stage), {}, in(kindOf(unit), n.Value), str(document.Clean(i.Better)), str(from)})
		for _, w := range weeks {
			if b.tooLate(w.Week) {
				continue
			}
			for _, key := range slices.Sorted(maps.Keys(w.Indicators)) {
				id, at, _ := strings.Cut(key, "@")
				if id != i.ID {
					continue
				}
				x, stage := w.Indicators[key], document.Clean(at)
				if st := b.e.Stage(at); st != nil {
					stage = document.Clean(st.Label())
				}
				s.Rows = append(s.Rows, []sheet.Cell{str(name), str(stage), date(w.Week), in(kindOf(unit), &x), str(document.Clean(i.Better)), str("weekly row")})
			}
		}
	}
	return s
}
