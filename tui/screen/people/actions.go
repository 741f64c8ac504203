package people

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// open goes to the person's interview: to the only one, to one of several, or to a new one.
func (p *Page) open() {
	r := p.chosen()
	switch {
	case r == nil:
	case r.p.ID == "":
		p.Env.Say("this person has no id to interview them by; see the problems")
	case p.Env.E().Person(r.p.ID) != r.p:
		p.Env.Say("someone else has the same id; see the problems")
	case len(r.asked) == 0:
		p.plan(r.p)
	case len(r.asked) == 1:
		p.goTo(r.asked[0].ID)
	default:
		c := &dialog.Choose{Title: "Interviews with " + r.p.Label(), Enter: "go there", Then: func(v string) tea.Cmd {
			if v == another {
				p.plan(r.p)
			} else {
				p.goTo(v)
			}
			return nil
		}}
		for _, i := range r.asked {
			c.Options = append(c.Options, dialog.Option{Value: i.ID, Label: state(i), Detail: i.By})
		}
		c.Options = append(c.Options, dialog.Option{Value: another, Label: "plan another"})
		c.Value = r.asked[len(r.asked)-1].ID
		p.Env.Ask(c)
	}
}

const another = "+" // no id is so

// state is an interview in a few words.
func state(i model.Interview) string {
	s := string(i.StatusOr())
	if i.Date != "" {
		s += " " + string(i.Date)
	}
	if i.Round != "" {
		s += ", " + i.Round
	}
	return s
}

func (p *Page) plan(x *model.Person) {
	i := model.Interview{ID: model.NewID("i"), Person: x.ID, By: p.Env.Me, Status: model.Planned}
	if p.Env.Edit("plan an interview", screen.Add(i, "interviews")) == nil {
		p.goTo(i.ID)
		p.Env.Say("an interview with " + x.Label() + " is planned")
	}
}

func (p *Page) goTo(interview string) {
	switch r := (screen.Route{Kind: screen.Interview, ID: interview}); {
	case p.Env.Has(r.Kind):
		p.Env.Go(r)
	case p.Env.Has(screen.Interviews):
		p.Env.Go(screen.Route{Kind: screen.Interviews, At: interview})
	}
}

// form adds a person, or edits one.
func (p *Page) form(r *row) *dialog.Form {
	x, title := model.Person{}, "New person"
	if r != nil {
		x, title = *r.p, "Person"
	} else if at := p.chosen(); at != nil {
		x.Team = at.p.Team // a role decides which questions are asked, so it is never taken over
	}
	quote := "yes"
	if x.Quote != nil && !*x.Quote {
		quote = "no"
	}
	var roles []dialog.Option
	known := false
	for _, role := range model.Roles() {
		roles = append(roles, dialog.Option{Value: string(role), Label: oneOf(role)})
		known = known || role == x.Role
	}
	switch {
	case r == nil:
		roles = append([]dialog.Option{{Label: "choose…"}}, roles...)
	case !known:
		roles = append(roles, dialog.Option{Value: string(x.Role), Label: cmp.Or(string(x.Role), "none") + " (not a role)"})
	}
	return &dialog.Form{
		Title: title,
		Fields: []dialog.Field{
			{ID: "name", Label: "Name", Value: x.Name, Required: r == nil || x.Name != ""},
			{ID: "role", Label: "Role", Value: string(x.Role), Kind: dialog.Choice, Options: roles, Required: r == nil},
			{ID: "title", Label: "Title", Value: x.Title, Placeholder: "VP Sales"},
			{ID: "team", Label: "Team", Value: x.Team, Placeholder: "East"},
			{
				ID: "quote", Label: "Quotes", Value: quote, Kind: dialog.Choice,
				Options: []dialog.Option{{Value: "yes", Label: "may be quoted"}, {Value: "no", Label: "never quoted in an export"}},
			},
		},
		Then: func(v dialog.Values) tea.Cmd {
			if r == nil {
				p.add(v)
			} else {
				p.change(r, v, quote)
			}
			return nil
		},
	}
}

func (p *Page) add(v dialog.Values) {
	x := model.Person{ID: model.NewID("p"), Name: v["name"], Role: model.Role(v["role"]), Title: v["title"], Team: v["team"]}
	if v["quote"] == "no" {
		never := false
		x.Quote = &never
	}
	if p.Env.Edit("add "+x.Name, screen.Add(x, "people")) == nil {
		p.Refresh()
		p.list.Select(x.ID)
	}
}

func (p *Page) change(r *row, v dialog.Values, quote string) {
	var edits []screen.Edit
	set := func(was, field string) {
		if v[field] != was {
			edits = append(edits, screen.SetText(v[field], "people", r.step, field))
		}
	}
	set(string(r.p.Role), "role")
	set(r.p.Title, "title")
	set(r.p.Team, "team")
	if v["quote"] != quote {
		edits = append(edits, p.quoted(r, v["quote"] == "yes"))
	}
	set(r.p.Name, "name") // last: where there is no id, the name is the key
	_ = p.Env.Edit("edit "+r.p.Label(), edits...)
}

// quoted clears the field where quotes are allowed: that is what an absent one means.
func (p *Page) quoted(r *row, may bool) screen.Edit {
	if may {
		return screen.Set(nil, "people", r.step, "quote")
	}
	return screen.Set(false, "people", r.step, "quote")
}

func (p *Page) turnQuote() {
	r := p.chosen()
	if r == nil {
		return
	}
	may := !mayBeQuoted(r.p)
	if p.Env.Edit("quotes of "+r.p.Label(), p.quoted(r, may)) != nil {
		return
	}
	if may {
		p.Env.Say(r.p.Label() + " may be quoted")
	} else {
		p.Env.Say(r.p.Label() + " is never quoted in an export")
	}
}

func mayBeQuoted(x *model.Person) bool { return x.Quote == nil || *x.Quote }

// remove takes away a person whom nothing names; else it lists where they are named, and goes there.
func (p *Page) remove() {
	r := p.chosen()
	if r == nil {
		return
	}
	e := p.Env.E()
	uses := place.OfPerson(e, r.p.ID)
	if first := e.Person(r.p.ID); first != nil && first != r.p {
		uses = nil // the other one of that id is the one that is meant
	}
	place.Delete(p.Env, uses, r.p.Label(), "them", "people", r.step)
}
