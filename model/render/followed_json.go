package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/review"
)

// DashboardValue is the document of `dashboard --json`. People are roles in it, as on the page, whatever their ids look like; by
// name they stay ids. Names in hand-written text are protected as everywhere.
func DashboardValue(e *model.Engagement, d *dashboard.Dashboard, opt Options) any {
	p := newPeople(e, opt.Names)
	out := *d
	out.MAPs, out.Coaching, out.Notes = p.maps(d.MAPs), p.rounds(d.Coaching), p.all(d.Notes)
	return &out
}

// ReviewValue is the document of `review --json`, protected in the same way.
func ReviewValue(e *model.Engagement, r *review.Review, opt Options) any {
	b := newBuilder(e, nil, nil, nil, opt)
	out := *r
	out.MAPs, out.Coaching, out.Notes = b.people.maps(r.MAPs), b.people.rounds(r.Coaching), b.people.all(r.Notes)
	out.Note, out.Wins, out.Expand = b.note(r.Note), b.people.all(r.Wins), b.people.all(r.Expand)
	return &out
}

// role is a person's id by name, else how the page shows them.
func (p *people) role(id string) string {
	if s := p.person(id); s != "" && !p.names {
		return s
	}
	return p.say(id)
}

func (p *people) all(list []string) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, p.say(s))
	}
	return out
}

func (p *people) maps(m *follow.MAPs) *follow.MAPs {
	out := *m
	each := func(list []follow.Milestone) []follow.Milestone {
		all := []follow.Milestone{}
		for _, s := range list {
			s.MAP, s.Deal, s.What, s.Owner = deref(p.recordID(s.MAP)), p.say(s.Deal), p.say(s.What), document.Clean(s.Owner)
			s.Rep = p.role(s.Rep)
			all = append(all, s)
		}
		return all
	}
	out.Missed, out.Due = each(m.Missed), each(m.Due)
	return &out
}

func (p *people) rounds(c *follow.Coaching) *follow.Coaching {
	out := *c
	each := func(list []follow.Coached) []follow.Coached {
		all := []follow.Coached{}
		for _, x := range list {
			x.Person, x.Coach, x.Focus = p.role(x.Person), p.role(x.Coach), p.say(x.Focus)
			all = append(all, x)
		}
		return all
	}
	out.Reps, out.Coaches, out.Due, out.Steps = each(c.Reps), each(c.Coaches), []string{}, []follow.Step{}
	for _, id := range c.Due {
		out.Due = append(out.Due, p.role(id))
	}
	for _, s := range c.Steps {
		s.Round, s.Rep, s.Coach, s.Action = deref(p.recordID(s.Round)), p.role(s.Rep), p.role(s.Coach), p.say(s.Action)
		out.Steps = append(out.Steps, s)
	}
	return &out
}
