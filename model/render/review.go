package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/review"
)

// Review is the look back of a day.
func Review(e *model.Engagement, pb *playbook.Playbook, r *review.Review, opt Options) *document.Document {
	b := newBuilder(e, pb, nil, nil, opt)
	b.titled(fmt.Sprintf("Review of day %d", r.Day), r.AsOf)
	lead := fmt.Sprintf("Plan, milestones, coaching and weekly indicators as of %s. ", day(r.On)) + planWords(r.Plan)
	if s := verdicts(r.Funnel); s != "" {
		lead += " " + s
	}
	b.add(document.Para{Lead: true, Text: document.Text(lead)})
	b.moved(r)
	b.rerated(r)
	b.wins(r)
	b.progress(r.Plan)
	if len(r.Indicators) > 0 {
		b.head(1, "indicators", "Weekly indicators against the baseline")
		b.indicators(r.Indicators, r.Coaching)
		if p := b.sparklines(r.Indicators); len(p.Shapes) > 0 {
			b.add(p)
		}
	}
	b.milestones(r.MAPs, false)
	b.coaching(r.Coaching, false)
	b.next(r)
	b.beside(r.Notes)
	return b.doc
}

// verdicts counts what the plan is judged by.
func verdicts(f *review.Funnel) string {
	if f == nil {
		return ""
	}
	primary, moved := 0, 0
	for _, s := range f.Shares {
		if s.Primary {
			primary++
			if s.Moved() {
				moved++
			}
		}
	}
	switch {
	case primary == 0:
		return ""
	case primary == 1 && moved == 1:
		return "The one share of the funnel that its actions are judged by moved after the plan began."
	case primary == 1:
		return "The one share of the funnel that its actions are judged by: the difference could be chance."
	}
	head := fmt.Sprintf("Of the %d shares of the funnel that its actions are judged by, ", primary)
	switch moved {
	case 0:
		return head + "none moved: each difference could be chance."
	case primary:
		return head + "all moved after the plan began."
	}
	return head + fmt.Sprintf("%d moved after the plan began; the difference of the others could be chance.", moved)
}

// moved sets the funnel's baseline against the later snapshot.
func (b *builder) moved(r *review.Review) {
	b.head(1, "moved", "What moved")
	f := r.Funnel
	if f == nil {
		b.add(document.Para{Text: document.Text(b.people.say(r.NoFunnel))})
		return
	}
	b.add(document.Para{Text: document.Text(fmt.Sprintf("%s (deals created %s) against %s (%s), as imported by %s.",
		upperFirst(document.Clean(f.Before)), period(f.A.From, f.A.To), document.Clean(f.After), period(f.B.From, f.B.To), day(r.AsOf)))})
	var items [][]document.Inline
	for _, s := range f.Shares {
		if s.Moved() {
			items = append(items, movedWords(s))
		}
	}
	if len(items) > 0 {
		b.add(document.List{Items: items})
	} else {
		b.add(document.Para{Text: document.Text("No share moved: each difference could be chance.")})
	}
	t := document.Table{Caption: "Shares", Columns: []document.Column{
		{Head: "Share", Width: 21},
		{Head: "Before", Width: 16},
		{Head: "After", Width: 16},
		{Head: "Change, points", Align: document.Right, Width: 9},
		{Head: "95% interval", Width: 14},
		{Head: "Relative", Align: document.Right, Width: 11},
		{Head: "Verdict", Width: 13},
	}}
	n := document.Table{Caption: "Medians and amounts; a snapshot holds no spread, so they have no verdict", Columns: []document.Column{
		{Head: "Number", Width: 40},
		{Head: "Before", Align: document.Right, Width: 20},
		{Head: "After", Align: document.Right, Width: 20},
		{Head: "Change", Align: document.Right, Width: 20},
	}}
	section := sectioned(&t)
	for i := range f.Shares {
		section(f.Shares[i].Primary)
		t.Rows = append(t.Rows, shareRow(document.Clean(f.Shares[i].Name), &f.Shares[i].ShareChange))
	}
	section = sectioned(&n)
	for i := range f.Numbers {
		section(f.Numbers[i].Primary)
		show := plain
		if x := f.Numbers[i].From; x == "funnel.average_deal" || x == "funnel.velocity" {
			show = func(x float64) string { return money(b.e.Client.Currency, x) }
		}
		n.Rows = append(n.Rows, changeRow(document.Clean(f.Numbers[i].Name), &f.Numbers[i].Change, show))
	}
	b.add(t, n)
	notes := [][]document.Inline{document.Text("Moved: the 95% interval of the difference excludes 0. What moved did so after the plan began, not necessarily because of it.")}
	if len(f.Shares) > 1 {
		notes = append(notes, document.Text(fmt.Sprintf("%d shares are compared. Of twenty that stay as they are, one looks as if it had moved; what no action is judged by is a hint at most.", len(f.Shares))))
	}
	for _, s := range f.Notes {
		notes = append(notes, document.Text(document.Clean(s)))
	}
	b.add(document.Note{Kind: document.Limit, Title: "How to read this", Text: notes})
}

// sectioned heads the primary rows of a table and the others, where there are both.
func sectioned(t *document.Table) func(primary bool) {
	begun := map[bool]bool{}
	return func(primary bool) {
		if begun[primary] {
			return
		}
		begun[primary] = true
		title := "Exploratory: no action is judged by these"
		if primary {
			title = "What the plan’s actions are judged by"
		}
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(title)}})
	}
}

// movedWords is one share that moved, in a sentence.
func movedWords(s review.Share) []document.Inline {
	kind := "exploratory"
	if s.Primary {
		kind = "judged by the plan"
	}
	way := "for the better"
	if !s.Improved(s.Change) {
		way = "for the worse"
	}
	text := fmt.Sprintf(": %s to %s, %s points (95%% interval %s to %s)", tenth(s.A.Value), tenth(s.B.Value), signedTenth(*s.Change), signedTenth(*s.Low), signedTenth(*s.High))
	if s.Relative != nil {
		text += fmt.Sprintf(", a relative change of %s%%", signedWhole(100**s.Relative))
	}
	return []document.Inline{document.Bold(document.Clean(s.Name) + " moved " + way), {Text: text + "; " + kind + "."}}
}

func signedTenth(x float64) string { return plusMinus(100*x, onePlace) }

func signedWhole(x float64) string { return plusMinus(x, whole) }

// rerated sets the practices of the re-audit beside the baseline.
func (b *builder) rerated(r *review.Review) {
	b.head(1, "practices", "Practices rated again")
	if len(r.Practices) == 0 {
		b.add(document.Para{Text: document.Text(fmt.Sprintf("Nothing has been rated again yet. Audits, interviews and calls of the round %s are set beside the baseline here.", r.Round))})
		return
	}
	t := document.Table{Columns: []document.Column{
		{Head: "Practice", Width: 30},
		{Head: "Baseline, all", Align: document.Right, Width: 12},
		{Head: "Same checks, before", Align: document.Right, Width: 14},
		{Head: "Same, after", Align: document.Right, Width: 14},
		{Head: "Change", Align: document.Right, Width: 10},
		{Head: "Target", Align: document.Right, Width: 8},
		{Head: "Seen in", Width: 12},
	}}
	for _, p := range r.Practices {
		before, after, change := "-", whole(*p.After), "-"
		var lenses []string
		for _, l := range p.Lenses {
			lenses = append(lenses, string(l))
		}
		if p.Like != nil {
			before = fmt.Sprintf("%s (%d)", whole(p.Like.Before), p.Like.NBefore)
			after = fmt.Sprintf("%s (%d)", whole(p.Like.After), p.Like.NAfter)
			change = signed(p.Change)
		}
		t.Rows = append(t.Rows, texts(b.practiceName(p.Practice), scoreCell(p.Before), before, after, change, whole(p.Target), list(lenses)))
	}
	b.add(t, document.Para{Text: []document.Inline{{Muted: true, Text: "Scores of 100; sources in brackets. A re-audit is short, so before and after are taken over the same questions " +
		"and checks alone. So few sources allow no verdict."}}})
}

// wins is what people wrote down for this day.
func (b *builder) wins(r *review.Review) {
	items := func(list []string) (out [][]document.Inline) {
		for _, s := range list {
			if s = b.people.say(s); s != "" {
				out = append(out, document.Text(s))
			}
		}
		return out
	}
	if l := items(r.Wins); len(l) > 0 {
		b.head(1, "wins", "Behaviour to celebrate")
		b.add(document.List{Items: l})
	}
	if l := items(strings.Split(b.reviewNote(r.Note), "\n")); len(l) > 0 {
		b.head(1, "notes", "What was said of it")
		b.add(document.List{Items: l})
	}
	if l := items(r.Expand); len(l) > 0 {
		b.head(1, "expand", "What to take further")
		b.add(document.List{Items: l})
	}
}

// reviewNote is a note line by line, without what is still to be chased, and without quotes: whose they are is not known.
func (b *builder) reviewNote(note string) string {
	var out []string
	for line := range strings.SplitSeq(document.CleanLines(note), "\n") {
		if l := model.ParseLine(line); l.Mark != model.Quote && l.Mark != model.FollowUp {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, "\n")
}

// next are the actions that are still open.
func (b *builder) next(r *review.Review) {
	if r.Plan.Actions == 0 {
		return // which was said at the top
	}
	b.head(1, "next", "Next actions")
	if len(r.Next) == 0 {
		b.add(document.Para{Text: document.Text("Every action of the plan is done.")})
		return
	}
	t := document.Table{Columns: []document.Column{{Head: "Action", Width: 44}, {Head: "Owner", Width: 20}, {Head: "Due", Width: 18}, {Head: "Waits for", Width: 18}}}
	for _, x := range r.Next {
		a := x.Of
		due := shortDay(x.Due)
		if x.Overdue {
			due += ", overdue"
		}
		name := b.title(a)
		if s := plan.StatusOn(a, r.On); s != model.Todo {
			name += " (" + document.Clean(string(s)) + ")"
		}
		t.Rows = append(t.Rows, texts(name, b.owner(a), due, strings.Join(b.actionTitles(x.Waits), "; ")))
	}
	b.add(t)
}
