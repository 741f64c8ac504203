package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// mostMissed are the missed milestones that a page lists.
const mostMissed = 10

// rate is k of n in a table: a share with its interval, or counts where there are few.
func rate(s *funnel.Share) string {
	switch {
	case s == nil:
		return "-"
	case s.Few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s (%d of %d; %s to %s)", percent(s.Value), s.K, s.N, percent(s.Low), percent(s.High))
}

// milestones is the hit-rate of the mutual action plans, whole and in parts; in full with what was missed.
func (b *builder) milestones(m *follow.MAPs, full bool) {
	if m.Plans == 0 {
		return
	}
	b.head(1, "maps", "Mutual action plans")
	h := m.Hits
	if h.Share == nil {
		b.add(document.Para{Text: document.Text(fmt.Sprintf("%s, none with a milestone due yet.", many(m.Plans, "plan")))})
		return
	}
	b.add(document.Para{Text: document.Text(fmt.Sprintf("%s. Met by the date first agreed: %s of the milestones due by %s. The misses: %d late, %d re-dated, %d not done.",
		many(m.Plans, "plan"), shareText(h.Share, 10), day(m.AsOf), h.Late, h.Redated, h.Missing))})
	t := document.Table{Columns: []document.Column{{Head: "Milestones"}, {Head: "Met, 95% interval"}, {Head: "Late", Align: document.Right}, {Head: "Re-dated", Align: document.Right}, {Head: "Not done", Align: document.Right}}}
	part := func(title string, groups []follow.Group, name func(string) string) {
		if len(groups) == 0 {
			return
		}
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(title)}})
		for _, g := range groups {
			t.Rows = append(t.Rows, texts(name(g.Of), rate(g.Hits.Share), fmt.Sprint(g.Hits.Late), fmt.Sprint(g.Hits.Redated), fmt.Sprint(g.Hits.Missing)))
		}
	}
	said := func(s string) string {
		if s == "" {
			return "not said"
		}
		return document.Clean(s)
	}
	part("By side", m.ByOwner, func(s string) string { return upperFirst(said(s)) })
	part("By stage of the deal", m.ByStage, func(s string) string { return said(b.stageName(s)) })
	part("By month of the date first agreed", m.ByMonth, said)
	b.add(t)
	if !full || len(m.Missed) == 0 {
		return
	}
	l := document.Table{Caption: "Missed, latest first", Columns: []document.Column{{Head: "Deal"}, {Head: "Milestone"}, {Head: "Side"}, {Head: "First agreed"}, {Head: "Done"}}}
	for _, s := range m.Missed[:min(mostMissed, len(m.Missed))] {
		done := "-"
		if s.Done != "" {
			done = shortDay(s.Done)
		}
		l.Rows = append(l.Rows, texts(b.people.say(s.Deal), b.people.say(s.What), said(s.Owner), shortDay(s.Agreed), done))
	}
	b.add(l)
	if n := len(m.Missed) - mostMissed; n > 0 {
		b.add(document.Para{Text: []document.Inline{{Muted: true, Text: fmt.Sprintf("And %d before these.", n)}}})
	}
}

// coaching is adherence and completion, whole and by person; in full with who is due this week.
func (b *builder) coaching(c *follow.Coaching, full bool) {
	if c.Start == "" {
		return
	}
	b.head(1, "coaching", "CORE coaching")
	text := fmt.Sprintf("From %s to %s: a round in %s of the rep-weeks", day(c.Start), day(c.AsOf), shareText(c.Adherence, 10))
	if f := c.Finished; f != nil && f.N != c.Adherence.N {
		text += fmt.Sprintf("; the week of %s is not over: before it, %d of %d", day(c.Week), f.K, f.N)
	}
	b.add(document.Para{Text: document.Text(text + fmt.Sprintf(". Agreed actions done by their date: %s. Reps without any round are counted too.", shareText(c.Completion, 10)))})
	t := document.Table{Columns: []document.Column{{Head: ""}, {Head: "Rounds", Align: document.Right}, {Head: "Weeks with a round"}, {Head: "Actions on time"}, {Head: "Latest round"}}}
	part := func(title string, list []follow.Coached) {
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(title)}})
		for _, x := range list {
			name := "no coach named"
			if x.Person != "" {
				name = b.who(x.Person)
			}
			last := "none"
			if x.Last != "" {
				last = shortDay(x.Last)
			}
			t.Rows = append(t.Rows, texts(name, fmt.Sprint(x.Rounds), rate(x.Adherence), rate(x.Completion), last))
		}
	}
	part("By coach", c.Coaches)
	part("By rep", c.Reps)
	b.add(t)
	if !full {
		return
	}
	if len(c.Due) > 0 {
		var who []string
		for _, id := range c.Due {
			who = append(who, b.who(id))
		}
		b.add(document.Para{Text: document.Text("No round yet in the week of " + day(c.Week) + ": " + list(who) + ".")})
	}
	var items [][]document.Inline
	for _, s := range c.Steps {
		items = append(items, document.Text(fmt.Sprintf("%s, due %s: %s", b.who(s.Rep), shortDay(s.Due), b.people.say(s.Action))))
	}
	if len(items) > 0 {
		b.add(document.Para{Text: document.Text("Agreed and not done:")}, document.List{Items: items})
	}
}

// who is a person, or what stands in the place of one.
func (b *builder) who(id string) string {
	if s := b.people.person(id); s != "" {
		return s
	}
	return b.people.say(id)
}

// progress is the plan by phase, and what holds it up.
func (b *builder) progress(p *plan.Progress) {
	if p.Actions == 0 {
		return
	}
	b.head(1, "plan", "The plan")
	t := document.Table{Columns: []document.Column{
		{Head: "Days"},
		{Head: "Actions", Align: document.Right},
		{Head: "Done", Align: document.Right},
		{Head: "Doing", Align: document.Right},
		{Head: "Overdue", Align: document.Right},
		{Head: "Effort, days", Align: document.Right},
	}}
	for _, x := range p.Phases {
		effort := plain(x.Effort)
		if x.Capacity != nil {
			effort += " of " + plain(*x.Capacity)
			if x.Over {
				effort += " (over)"
			}
		}
		t.Rows = append(t.Rows, texts(plan.Span(x.Phase), fmt.Sprint(x.Actions), fmt.Sprint(x.Done), fmt.Sprint(x.Doing), fmt.Sprint(x.Overdue), effort))
	}
	b.add(t)
	var items [][]document.Inline
	if late := b.actionTitles(p.Overdue); len(late) > 0 {
		items = append(items, document.Text("Overdue: "+strings.Join(late, "; ")+"."))
	}
	for _, x := range p.Blocked {
		if title := b.actionTitles([]string{x.Action}); len(title) > 0 {
			items = append(items, document.Text(title[0]+" waits for: "+strings.Join(b.actionTitles(x.By), "; ")+"."))
		}
	}
	if p.Dropped > 0 {
		items = append(items, document.Text(many(p.Dropped, "action")+" dropped, not counted above."))
	}
	if len(items) > 0 {
		b.add(document.List{Items: items})
	}
}

// briefRate is k of n where there is no room for an interval.
func briefRate(s *funnel.Share) string {
	switch {
	case s == nil:
		return "-"
	case s.Few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s (%d of %d)", percent(s.Value), s.K, s.N)
}
