package interviews

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// someoneNew is the choice of a person who is not in the file yet.
const someoneNew = ""

// newForm asks whom: someone of the file, or someone new, in the same form. People who were not asked yet come first.
func (p *Page) newForm() *dialog.Form {
	e := p.Env.E()
	asked := map[string]string{}
	for _, iv := range e.Interviews {
		word := "asked already"
		if iv.StatusOr() == model.Planned {
			word = "planned already"
		}
		if asked[iv.Person] == "" || iv.StatusOr() != model.Planned {
			asked[iv.Person] = word
		}
	}
	var fresh, again []dialog.Option
	for _, x := range e.People {
		label := layout.Clean(x.Label()) + ", " + cmp.Or(string(x.Role), "no role")
		if word := asked[x.ID]; word != "" {
			again = append(again, dialog.Option{Value: x.ID, Label: label + " (" + word + ")"})
		} else {
			fresh = append(fresh, dialog.Option{Value: x.ID, Label: label})
		}
	}
	people := append(append(fresh, dialog.Option{Value: someoneNew, Label: "someone new"}), again...)
	roles := []dialog.Option{{Label: "choose…"}}
	for _, r := range model.Roles() {
		roles = append(roles, dialog.Option{Value: string(r), Label: string(r)})
	}
	return &dialog.Form{
		Title: "New interview", Enter: "go on",
		Fields: []dialog.Field{
			{
				ID: "person", Label: "Person", Kind: dialog.Choice, Options: people, Value: people[0].Value,
				Hint: "← → or type a name; for someone new, fill in below",
			},
			{ID: "name", Label: "New: name", Hint: "only for someone who is not in the list"},
			{ID: "role", Label: "New: role", Kind: dialog.Choice, Options: roles, Hint: "it decides which questions are asked. ← → or type"},
			{ID: "title", Label: "New: title", Hint: "as on a business card: VP Sales"},
			{ID: "when", Label: "When", Kind: dialog.Choice, Value: "now", Options: []dialog.Option{
				{Value: "now", Label: "now: open it"}, {Value: "later", Label: "later: only plan it"},
			}},
			{ID: "date", Label: "Date", Kind: dialog.Date, Value: string(p.Env.Today())},
		},
		Says: p.plans,
		Check: func(v dialog.Values) (string, string) {
			isNew := v["person"] == someoneNew || v["name"] != ""
			switch {
			case isNew && v["name"] == "":
				return "name", "a name is needed for someone new"
			case isNew && v["role"] == "":
				return "role", "a role is needed: it decides which questions are asked"
			}
			return "", ""
		},
		Then: p.create,
	}
}

// plans says who is asked as what, since a name that is typed says more than the choice left above it.
func (p *Page) plans(v dialog.Values) string {
	begin := "Opens an interview with "
	if v["when"] == "later" {
		begin = "Plans an interview with "
	}
	switch x := p.Env.E().Person(v["person"]); {
	case v["name"] != "":
		return begin + v["name"] + ", new, " + cmp.Or(v["role"], "role to be chosen") + "."
	case x != nil:
		return begin + x.Label() + ", " + cmp.Or(string(x.Role), "no role") + "."
	}
	return begin + "someone new: name and role are needed."
}

// create adds the interview, and the person where a name was typed: a name says more than the choice left above it.
func (p *Page) create(v dialog.Values) tea.Cmd {
	var edits []screen.Edit
	person := v["person"]
	if v["name"] != "" {
		person = model.NewID("p")
		edits = append(edits, screen.Add(model.Person{
			ID: person, Name: v["name"], Role: model.Role(v["role"]), Title: v["title"],
		}, "people"))
	}
	iv := model.Interview{ID: model.NewID("i"), Person: person, By: p.Env.Me, Date: model.Date(v["date"]), Status: model.Planned}
	edits = append(edits, screen.Add(iv, "interviews"))
	if p.Env.Edit("new interview", edits...) != nil {
		return nil
	}
	p.Refresh()
	p.list.Select(iv.ID)
	if v["when"] == "now" {
		p.Env.Go(screen.Route{Kind: screen.Interview, ID: iv.ID})
	}
	return nil
}
