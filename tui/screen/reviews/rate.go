package reviews

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// round is that of the review's re-audit.
func (p *Page) round() string { return fmt.Sprintf("day-%d", p.day) }

// askReAudit begins or opens an audit or an interview of the review's round. What was looked at before, and holds a practice
// that the plan works on, comes first: a re-audit is short.
func (p *Page) askReAudit() {
	e, pb := p.Env.E(), p.Env.Now().Playbook
	worked := map[string]bool{}
	for _, a := range e.Actions() {
		worked[a.Practice] = a.Practice != ""
	}
	type choice struct {
		dialog.Option
		rank int
	}
	var all []choice
	seen := map[string]bool{}
	for _, a := range e.Audits {
		id := string(a.Kind) + ":" + a.Subject
		if seen[id] {
			continue
		}
		seen[id] = true
		c := choice{dialog.Option{Value: "audit " + id, Label: "Audit: " + p.subject(a)}, 1}
		for _, x := range pb.Checks(a.Kind, a.Subject) {
			if worked[x.Practice] {
				c.Detail, c.rank = "the plan works on it", 0
			}
		}
		if slices.ContainsFunc(e.Audits, func(x model.Audit) bool { return x.Kind == a.Kind && x.Subject == a.Subject && x.Round == p.round() }) {
			c.Detail = "begun: goes on"
		}
		all = append(all, c)
	}
	asked := map[string]bool{}
	for _, x := range e.Interviews {
		who := e.Person(x.Person)
		if who == nil || asked[x.Person] {
			continue
		}
		asked[x.Person] = true
		c := choice{dialog.Option{Value: "interview " + x.Person, Label: "Interview: " + who.Label(), Detail: string(who.Role)}, 2}
		if slices.ContainsFunc(e.Interviews, func(y model.Interview) bool { return y.Person == x.Person && y.Round == p.round() }) {
			c.Detail = "begun: goes on"
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		p.Env.Say("nothing was audited and nobody interviewed the first time, so there is nothing to compare with")
		return
	}
	slices.SortStableFunc(all, func(a, b choice) int { return a.rank - b.rank })
	c := &dialog.Choose{Title: "Rate again, round " + p.round(), Enter: "open it", Then: p.rateAgain}
	for _, x := range all {
		c.Options = append(c.Options, x.Option)
	}
	p.Env.Ask(c)
}

func (p *Page) subject(a model.Audit) string {
	if s := p.Env.E().Stage(a.Subject); s != nil {
		return s.Label()
	}
	if s := p.Env.Now().Playbook.Subject(a.Kind, a.Subject); s != nil {
		return explain.Or(s.Name, s.ID)
	}
	return a.Subject
}

// rateAgain opens what was chosen in the round of the review.
func (p *Page) rateAgain(choice string) tea.Cmd {
	e := p.Env.E()
	kind, id, _ := strings.Cut(choice, " ")
	if kind == "audit" {
		of, subject, _ := strings.Cut(id, ":")
		to := id + ":" + p.round() // it comes into the file with its first answer
		for _, a := range e.Audits {
			if string(a.Kind) == of && a.Subject == subject && a.Round == p.round() {
				to = a.ID
			}
		}
		p.Env.Go(screen.Route{Kind: screen.Audit, ID: to})
		return nil
	}
	for _, x := range e.Interviews {
		if x.Person == id && x.Round == p.round() {
			p.Env.Go(screen.Route{Kind: screen.Interview, ID: x.ID})
			return nil
		}
	}
	iv := model.Interview{ID: model.NewID("i"), Person: id, By: p.Env.Me, Date: p.Env.Today(), Status: model.Planned, Round: p.round()}
	if p.Env.Edit("new interview", screen.Add(iv, "interviews")) == nil {
		p.Env.Go(screen.Route{Kind: screen.Interview, ID: iv.ID})
	}
	return nil
}
