package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/sheet"
	"github.com/gapbook/gapbook/model/score"
)

func (b *builder) summarySheet() sheet.Sheet {
	s := sheet.Sheet{Name: "Summary", Columns: []sheet.Column{{Head: "What", Width: 34}, {Head: "Value", Width: 26, Kind: sheet.Number}, {Head: "Note", Width: 70}}}
	add := func(what string, c sheet.Cell, note string) {
		if c != (sheet.Cell{}) {
			s.Rows = append(s.Rows, []sheet.Cell{str(what), c, str(note)})
		}
	}
	m := b.meta()
	add("Client", str(m.Client), m.Kicker)
	add("Prepared by", str(document.Clean(list(m.Authors))), "")
	add("As of", date(m.Date), "")
	add("Field score, 0 to 100", in(sheet.Whole, b.sc.Overall.Score), fmt.Sprintf("over %s", many(b.sc.Overall.Practices, "practice")))
	add("Blind-spot index", in(sheet.Whole, b.sc.BlindSpotIndex), b.widest())
	add("Gaps", num(len(b.gaps())), b.counted())
	c := b.sc.Coverage
	for _, r := range model.Roles() {
		if n := c.Interviews[r]; n > 0 {
			add("Interviews, "+string(r), num(n), "")
		}
	}
	add("Calls reviewed", num(c.Calls.Reviewed), map[bool]string{false: fmt.Sprintf("fewer than %d: too few for a pattern", c.Calls.Wanted.Min)}[c.Calls.Enough])
	if f := b.sc.Funnel; f != nil {
		if x := f.Stage(deref(f.Bottleneck)); x != nil {
			add("Bottleneck", str(document.Clean(x.Name)), b.bottleneck())
			if x.Value != nil {
				add("At stake in a year, half the gap closed", in(sheet.Money, &x.Value.Base), inCurrency(b.e.Client.Currency)+formula)
			}
		}
		add("Won in a year", in(sheet.Money, f.AnnualWon), "from the deals created in the period, a year's worth"+but(f.YearDoubt()))
		add("Win rate", in(sheet.Percent, f.WinRate), shareText(f.WinShare, 20))
	} else {
		add("Funnel", str("none"), "nothing is said about value")
	}
	add("Actions in the plan", num(len(b.number)), strings.Join(b.settled(), " "))
	add("Plan starts", date(b.d.Start), "")
	return s
}

func (b *builder) practiceSheet() sheet.Sheet {
	score0 := func(head string) sheet.Column { return sheet.Column{Head: head, Kind: sheet.Whole, Width: 10} }
	s := sheet.Sheet{Name: "Practices", Names: 2, Columns: []sheet.Column{
		{Head: "Domain", Width: 16},
		{Head: "Practice", Width: 34},
		score0("Belief"), score0("Belief, n"), score0("Field"), score0("Field, n"), score0("Target"), score0("Gap"),
		score0("Blind spot"),
		{Head: "Clear", Width: 8},
		score0("Said"), score0("Said, n"), score0("Calls"), score0("Calls, n"),
		score0("Records"), score0("Records, n"),
		{Head: "Confidence", Width: 12},
		{Head: "Contested", Width: 11},
	}}
	for _, p := range b.sc.Practices {
		domain := p.Domain
		for _, d := range b.pb.Domains {
			if d.ID == p.Domain {
				domain = named(d.Name, d.ID)
			}
		}
		l := p.Lenses
		s.Rows = append(s.Rows, []sheet.Cell{
			str(document.Clean(domain)), str(b.practiceName(p.Practice)), val(l.Believed.Score), num(l.Believed.N), val(p.Field), num(p.FieldSources), val(&p.Target), val(p.Gap),
			val(p.BlindSpot), yes(p.Clear), val(l.Reported.Score), num(l.Reported.N), val(l.Observed.Score), num(l.Observed.N),
			val(l.Recorded.Score), num(l.Recorded.N), str(string(p.Confidence)), yes(p.Contested),
		})
	}
	return s
}

func (b *builder) findingSheet() sheet.Sheet {
	s := sheet.Sheet{Name: "Findings", Names: 2, Columns: []sheet.Column{
		{Head: "No.", Kind: sheet.Whole, Width: 5},
		{Head: "Finding", Width: 46},
		{Head: "Kind", Width: 9},
		{Head: "Practice", Width: 26},
		{Head: "Stage", Width: 16},
		{Head: "Tag", Width: 12, Choices: model.Tag("").Values(), Only: true},
		{Head: "Impact", Kind: sheet.Whole, Width: 9},
		{Head: "Impact is", Width: 10},
		{Head: "Ease", Kind: sheet.Whole, Width: 8},
		{Head: "Ease is", Width: 10},
		{Head: "Priority", Kind: sheet.Whole, Width: 10},
		{Head: "Quadrant", Width: 12},
		{Head: "At stake at the stage, a year", Kind: sheet.Money, Width: 15},
		{Head: "Status", Width: 12, Choices: model.FindingStatus("").Values(), Only: true},
		{Head: "Actions", Width: 12},
	}}
	b.eachFinding(func(n int, x score.Finding, f *model.Finding) {
		kind, stage, quadrant := "strength", "", ""
		if x.Gap {
			kind = "gap"
		}
		if st := b.e.Stage(f.Stage); st != nil {
			stage = document.Clean(st.Label())
		}
		if x.Quadrant != nil {
			quadrant = string(*x.Quadrant)
		}
		var value *float64
		if x.Value != nil {
			value = &x.Value.Base
		}
		impact, ease, from, easeFrom := sheet.Cell{}, sheet.Cell{}, "", ""
		if x.Gap {
			impact, ease, from, easeFrom = num(x.Impact), num(x.Ease), string(x.ImpactFrom), string(x.EaseFrom)
		}
		status := f.Status
		if status == "" {
			status = model.Open
		}
		practice := ""
		if f.Practice != "" {
			practice = b.practiceName(f.Practice)
		}
		s.Rows = append(s.Rows, []sheet.Cell{
			num(n), str(b.people.say(f.Label())), str(kind), str(practice), str(stage), str(document.Clean(string(f.Tag))), impact, str(from), ease, str(easeFrom),
			maybe(x.Priority), str(quadrant), val(value), str(document.Clean(string(status))), str(b.actionNumbers(f.ID)),
		})
	})
	return s
}

// eachFinding goes through gaps and strengths in their order, numbered as in the report.
func (b *builder) eachFinding(do func(n int, x score.Finding, f *model.Finding)) {
	n := 0
	for _, x := range b.sc.Findings {
		if f := b.look.findings[x.ID]; f != nil {
			n++
			do(n, x, f)
		}
	}
}

func (b *builder) actionNumbers(finding string) string {
	var out []string
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			if slices.Contains(b.carried(a), finding) {
				out = append(out, itoa(b.number[a.ID]))
			}
		}
	}
	return strings.Join(out, ", ")
}

func (b *builder) evidenceSheet() sheet.Sheet {
	s := sheet.Sheet{Name: "Evidence", Columns: []sheet.Column{
		{Head: "No.", Kind: sheet.Whole, Width: 6}, {Head: "Finding", Width: 44}, {Head: "Kind", Width: 12}, {Head: "What was seen or said", Width: 70}, {Head: "Where", Width: 46},
	}}
	b.eachFinding(func(n int, _ score.Finding, f *model.Finding) {
		add := func(kind, text, where string) {
			if text != "" {
				s.Rows = append(s.Rows, []sheet.Cell{num(n), str(b.people.say(f.Label())), str(kind), str(text), str(upperFirst(where))})
			}
		}
		for _, p := range b.pieces(f) {
			for _, q := range p.quotes {
				add("quote", "“"+q+"”", p.who)
			}
			for _, g := range p.gaps {
				add("noted", upperFirst(g), p.who)
			}
			fact := p.fact
			if len(p.quotes)+len(p.gaps) == 0 && p.full != "" {
				fact = strings.TrimLeft(p.full, ":, ")
			}
			add("seen", upperFirst(fact), p.who)
		}
	})
	return s
}

func inCurrency(c string) string {
	if c = document.Clean(c); c != "" {
		return "In " + c + ". "
	}
	return ""
}
