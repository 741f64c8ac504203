package plan

import (
	"fmt"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// askStatus asks for the status; the one that comes next is selected, so that s and enter go on. Done remembers the day,
// and the day stays where it is done already.
func (p *Page) askStatus(a model.Action) *dialog.Choose {
	all := []model.ActionStatus{model.Todo, model.Doing, model.ActionDone, model.Dropped}
	c := &dialog.Choose{Title: "Status", Then: func(v string) tea.Cmd {
		p.setStatus(a, model.ActionStatus(v))
		return nil
	}}
	for i, s := range all {
		detail := ""
		switch {
		case s == a.StatusOr():
			detail = "as it is"
			c.Value = string(all[min(i+1, len(all)-2)]) // nobody drops by accident
		case s == model.Dropped:
			detail = "not done; the draft won't offer it"
		}
		c.Options = append(c.Options, dialog.Option{Value: string(s), Label: style.Status(string(s)) + " " + string(s), Detail: detail})
	}
	return c
}

func (p *Page) setStatus(a model.Action, to model.ActionStatus) {
	if to == a.StatusOr() {
		return
	}
	edits := []screen.Edit{set(a.ID, string(to), "status")}
	switch {
	case to == model.ActionDone && a.Done == "":
		edits = append(edits, set(a.ID, string(p.Env.Today()), "done"))
	case to != model.ActionDone && a.Done != "":
		edits = append(edits, set(a.ID, nil, "done"))
	}
	if p.Env.Edit("mark action "+string(to), edits...) == nil {
		p.Env.Say(string(to) + ": " + short(a))
	}
	p.fill()
}

// someoneElse is the choice of an owner who is not on the list.
const someoneElse = "\x00"

// askOwner asks for one of the people, or for a name or a role of one's own.
func (p *Page) askOwner(a model.Action) *dialog.Choose {
	c := &dialog.Choose{Title: "Who owns it?", Value: a.Owner}
	for _, x := range p.Env.E().People {
		c.Options = append(c.Options, dialog.Option{Value: x.ID, Label: x.Label(), Detail: explain.Or(x.Title, string(x.Role))})
	}
	c.Options = append(c.Options, dialog.Option{Value: someoneElse, Label: "Someone else…", Detail: "a name, a role, a team"})
	c.Then = func(v string) tea.Cmd {
		if v != someoneElse {
			p.own(a, v)
			return nil
		}
		who, _ := p.owner(a)
		p.Env.Ask(dialog.Prompt("Owner", "Owner", who, nil, func(v string) tea.Cmd {
			p.own(a, p.ownerOf(v))
			return nil
		}))
		return nil
	}
	return c
}

func (p *Page) own(a model.Action, owner string) {
	if owner != a.Owner {
		_ = p.Env.Edit("set owner", set(a.ID, orNil(owner), "owner"))
		p.fill()
	}
}

// askDue asks for the date. Whoever dates an action wants it there: it is pinned, and where its day lies in another phase
// it goes along.
func (p *Page) askDue(a model.Action) *dialog.Form {
	return &dialog.Form{
		Title:  "Due date",
		Fields: []dialog.Field{{ID: "due", Label: "Due", Kind: dialog.Date, Value: string(a.Due), Hint: "a date, or today, tomorrow"}},
		Says: func(v dialog.Values) string {
			d := model.Date(v["due"])
			if _, ok := d.Time(); !ok {
				return ""
			}
			return p.dayOf(d)
		},
		Then: func(v dialog.Values) tea.Cmd {
			d := model.Date(v["due"])
			if d == a.Due {
				return nil
			}
			edits := []screen.Edit{set(a.ID, orNil(string(d)), "due")}
			if phase := p.phaseOn(d); phase != 0 && phase != plan.Phase(a.Phase) {
				edits = append(edits, set(a.ID, phase, "phase"))
			}
			if !a.Pinned {
				edits = append(edits, set(a.ID, true, "pinned"))
			}
			if p.Env.Edit("set due date", edits...) == nil {
				p.fill()
				p.selectID(a.ID)
			}
			return nil
		},
	}
}

// dayOf says which day of the plan a date is.
func (p *Page) dayOf(d model.Date) string {
	n, ok := p.dayNumber(d)
	switch {
	case !ok:
		return ""
	case n < 0:
		return "before the plan starts"
	case n > 90:
		return fmt.Sprintf("day %d: after the 90 days", n)
	}
	return fmt.Sprintf("day %d, in days %s", n, plan.Span(p.phaseOn(d)))
}

// phaseOn is the phase in which a date lies; 0 where the plan has no start, or the date lies outside.
func (p *Page) phaseOn(d model.Date) int {
	n, ok := p.dayNumber(d)
	if !ok || n < 0 || n > 90 {
		return 0
	}
	return max(30*((n+29)/30), 30)
}

func (p *Page) dayNumber(d model.Date) (int, bool) {
	start, ok := p.Env.E().PlanStart.Time()
	day, ok2 := d.Time()
	if !ok || !ok2 {
		return 0, false
	}
	return int(math.Round(day.Sub(start).Hours() / 24)), true
}

// askDepends lists the other actions; enter ticks and unticks one, and the list stays. What waits for this one, however far
// away, is left out: nothing can wait for itself.
func (p *Page) askDepends(a model.Action) *dialog.Choose {
	c := &dialog.Choose{Title: "What does it wait for?", Enter: "tick"}
	for _, x := range p.Env.E().Actions() {
		if x.ID == a.ID || x.Status == model.Dropped || p.waits(x.ID, a.ID, map[string]bool{}) {
			continue
		}
		mark := "  "
		if slices.Contains(a.Depends, x.ID) {
			mark = style.Check + " "
		}
		c.Options = append(c.Options, dialog.Option{Value: x.ID, Label: mark + short(x), Detail: "days " + plan.Span(plan.Phase(x.Phase))})
	}
	c.Then = func(v string) tea.Cmd {
		rest := slices.Clone(a.Depends)
		if i := slices.Index(rest, v); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			rest = append(rest, v)
		}
		var value any = rest
		if len(rest) == 0 {
			value = nil
		}
		if p.Env.Edit("what an action waits for", set(a.ID, value, "depends")) == nil {
			p.fill()
			if r, ok := p.find(a.ID); ok {
				next := p.askDepends(r.a)
				next.Value = v
				p.Env.Ask(next)
			}
		}
		return nil
	}
	return c
}

// waits says whether an action waits for another, over whatever lies between.
func (p *Page) waits(id, other string, seen map[string]bool) bool {
	x := model.ByID(p.Env.E().Actions(), id)
	if x == nil || seen[id] {
		return false
	}
	seen[id] = true
	return slices.ContainsFunc(x.Depends, func(d string) bool { return d == other || p.waits(d, other, seen) })
}

// askSplit makes two of an action: the second waits for the first, and takes the rest of the effort.
func (p *Page) askSplit(a model.Action) *dialog.Form {
	half := ""
	if a.Effort != nil {
		x := math.Ceil(*a.Effort) / 2
		half = text(&x)
	}
	return &dialog.Form{
		Title: "Split in two",
		Fields: []dialog.Field{
			{ID: "first", Label: "First", Value: short(a), Required: true},
			{ID: "second", Label: "Then", Required: true, Hint: "what is left, as an action of its own"},
			{ID: "effort", Label: "Effort of it", Kind: dialog.Number, Value: half, Hint: "days, taken from the first"},
			{ID: "due", Label: "Due", Kind: dialog.Date, Value: string(a.Due)},
		},
		Check: func(v dialog.Values) (string, string) {
			x := number(v["effort"])
			switch {
			case x == nil:
			case !(*x >= 0):
				return "effort", "days cannot be fewer than none"
			case a.Effort != nil && *x > *a.Effort:
				return "effort", "the whole has " + explain.Tenths(*a.Effort) + " days"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			b := model.Action{
				ID: model.NewID("x"), Title: v["second"], Phase: plan.Phase(a.Phase), Owner: a.Owner, Due: model.Date(v["due"]),
				Effort: number(v["effort"]), Practice: a.Practice, Findings: slices.Clone(a.Findings), Metric: a.Metric,
				Depends: []string{a.ID}, Status: model.Todo,
			}
			if phase := p.phaseOn(b.Due); phase > b.Phase {
				b.Phase = phase
			}
			edits := []screen.Edit{screen.Add(b, "plan", "actions")}
			if v["first"] != strings.TrimSpace(a.Title) {
				edits = append(edits, set(a.ID, v["first"], "title"))
			}
			if a.Effort != nil && b.Effort != nil {
				edits = append(edits, set(a.ID, *a.Effort-*b.Effort, "effort"))
			}
			if p.Env.Edit("split action", edits...) == nil {
				p.fill()
				p.selectID(b.ID)
			}
			return nil
		},
	}
}

// alternative is a link to a remedy that is not in the plan.
type alternative string

// takeAlternative puts a remedy into the plan that the draft does not propose.
func (p *Page) takeAlternative(id string) {
	now := p.Env.Now()
	a, ok := plan.Alternative(now.E, now.Playbook, p.sc, p.Env.Today(), id)
	if !ok {
		return
	}
	p.take("take "+short(a), row{a: a, offered: true})
	p.doc.Set(p.why())
}
