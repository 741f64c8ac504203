package problems

import (
	"cmp"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// references lists what a reference may name; what is empty where the place is none.
func (p *Page) references(r *row) (what string, options []dialog.Option) {
	e, pb := p.Env.E(), p.Env.Now().Playbook
	add := func(value, name, detail string) {
		if value != "" {
			options = append(options, dialog.Option{Value: value, Label: layout.Clean(cmp.Or(name, value)), Detail: layout.Clean(detail)})
		}
	}
	checks := func(list []playbook.Check) {
		for _, c := range list {
			add(c.ID, c.Ask, c.ID)
		}
	}
	section, key := r.at.Edit[0], r.at.Key
	switch {
	case key == "person" || key == "rep" || key == "coach":
		what = "person"
		for _, x := range e.People {
			add(x.ID, x.Name, string(x.Role))
		}
	case key == "stage" || section == "crm" && key == "stages":
		what = "stage"
		for _, x := range e.Stages {
			add(x.ID, x.Name, x.ID)
		}
	case key == "practice":
		what = "practice"
		for _, x := range pb.Practices {
			add(x.ID, x.Name, x.ID)
		}
	case key == "finding" || section == "plan" && key == "findings":
		what = "finding"
		for _, x := range e.Findings {
			add(x.ID, x.Title, x.ID)
		}
	case key == "depends":
		what = "action"
		for _, x := range e.Actions() {
			add(x.ID, x.Title, x.ID)
		}
	case key == "remedy":
		what = "remedy"
		for _, x := range pb.Remedies {
			add(x.ID, x.Title, x.ID)
		}
	case key == "evidence" || key == "in":
		what = "place"
		for _, x := range evidence.Choices(e, pb, nil) {
			add(x.Ref, x.Label, x.Detail)
		}
	case key == "question":
		what = "question"
		for _, g := range guides(pb, e, r.at) {
			for _, q := range g.Questions {
				add(q.ID, q.Ask, q.ID)
			}
		}
	case key == "theme":
		what = "theme"
		for _, x := range pb.Calls.Objections {
			add(x.ID, x.Name, x.ID)
		}
	case key == "found":
		what = "item"
		for _, l := range pb.Checklists {
			for _, it := range l.Items {
				add(it.ID, it.Name, l.Name)
			}
		}
	case key == "check" && section == "calls":
		what = "check"
		checks(pb.Calls.Checks)
	case key == "check":
		what = "check"
		if a, ok := place.Record[model.Audit](r.at); ok {
			checks(pb.Checks(a.Kind, a.Subject))
		}
	case key == "subject":
		what, options = p.subjects(r)
	}
	return what, options
}

// subjects are what an audit of its kind can look at.
func (p *Page) subjects(r *row) (what string, options []dialog.Option) {
	a, _ := place.Record[model.Audit](r.at)
	pb := p.Env.Now().Playbook
	subjects := pb.Audits.Cadences
	switch a.Kind {
	case model.StageAudit:
		for _, s := range p.Env.E().Stages {
			options = append(options, dialog.Option{Value: s.ID, Label: layout.Clean(s.Label()), Detail: layout.Clean(s.ID)})
		}
		return "stage", options
	case model.HandoffAudit:
		subjects = pb.Audits.Handoffs
	}
	for _, s := range subjects {
		options = append(options, dialog.Option{Value: s.ID, Label: layout.Clean(cmp.Or(s.Name, s.ID)), Detail: layout.Clean(s.ID)})
	}
	return "subject", options
}

// guides are the one for the interviewee's role, else all.
func guides(pb *playbook.Playbook, e *model.Engagement, at place.Place) []playbook.Guide {
	if i, ok := place.Record[model.Interview](at); ok {
		if x := e.Person(i.Person); x != nil {
			if g := pb.Guide(x.Role); g != nil {
				return []playbook.Guide{*g}
			}
		}
	}
	return pb.Guides
}

// practiceOf is the practice that a rating is about; nil when there is none.
func (p *Page) practiceOf(r *row) *playbook.Practice {
	pb := p.Env.Now().Playbook
	if a, ok := place.Record[model.Answer](r.at); ok {
		if q := pb.Question(a.Question); q != nil {
			return pb.Practice(q.Practice)
		}
		return pb.Practice(a.Practice)
	}
	a, ok := place.Record[model.Audit](r.at)
	c, ok2 := place.Record[model.AuditCheck](r.at)
	if ok && ok2 {
		if x := pb.AuditCheck(a.Kind, a.Subject, c.Check); x != nil {
			return pb.Practice(x.Practice)
		}
	}
	return nil
}

// prefixes are those of new ids, by the section of the file.
var prefixes = map[string]string{
	"people": "p", "stages": "s", "audits": "a", "interviews": "i", "calls": "c", "findings": "f", "plan": "x", "maps": "m",
	"coaching": "k",
}

// newID gives a record an id of its own. What names the old one goes on naming the record that had it first.
func (p *Page) newID(r *row) *remedy {
	id := model.Slug(r.at.Text())
	if id == "" || place.Taken(p.Env.E(), id) {
		id = model.NewID(cmp.Or(prefixes[r.at.Edit[0]], "r"))
	}
	was := r.at.Text()
	x := p.typed(r, "give it an id of its own", dialog.Field{Label: "Id", Value: id, Required: true}, func(s string) {
		edits := []screen.Edit{screen.Set(s, r.at.Edit...)}
		if !strings.Contains(r.Message, "twice") { // no other record has it: whoever names it means this one
			edits = append(edits, p.follow(r, was, s)...)
		}
		_ = p.Env.Edit("give an id", edits...)
	})
	return &remedy{say: x.say, dialog: func() dialog.Dialog {
		f := x.dialog().(*dialog.Form)
		f.Check = func(v dialog.Values) (string, string) {
			switch s := v["value"]; {
			case !model.ValidID(s):
				return "value", "letters, digits, - and _ only"
			case place.Taken(p.Env.E(), s):
				return "value", "another record has that id"
			}
			return "", ""
		}
		return f
	}}
}

// follow renames a person or stage where they are named, too.
func (p *Page) follow(r *row, was, id string) []screen.Edit {
	var out []screen.Edit
	var uses []place.Place
	switch r.at.Edit[0] {
	case "people":
		uses = place.OfPerson(p.Env.E(), was)
	case "stages":
		uses = place.OfStage(p.Env.E(), was)
	}
	for _, u := range uses {
		if u.Edit[0] != "weeks" { // there the stage is part of a key
			out = append(out, screen.Set(id, u.Edit...))
		}
	}
	return out
}

// otherKey puts the target of a practice that there is not under one that there is.
func (p *Page) otherKey(r *row) *remedy {
	pb, e := p.Env.Now().Playbook, p.Env.E()
	var options []dialog.Option
	for _, x := range pb.Practices {
		if _, taken := e.Targets[x.ID]; !taken {
			options = append(options, dialog.Option{Value: x.ID, Label: layout.Clean(cmp.Or(x.Name, x.ID)), Detail: layout.Clean(x.ID)})
		}
	}
	if len(options) == 0 || !r.at.Value.IsValid() {
		return nil
	}
	return &remedy{say: "choose another practice", dialog: func() dialog.Dialog {
		return p.choice(r, "Which practice?", options, func(v string) {
			_ = p.Env.Edit("mend a target", screen.Remove(r.at.Edit...), screen.Set(r.at.Value.Float(), "targets", v))
		})
	}}
}

// sample asks for the two numbers of a sample.
func (p *Page) sample(r *row) *remedy {
	var s model.Sample
	if r.at.Value.IsValid() {
		s, _ = r.at.Value.Interface().(model.Sample)
	}
	count := func(id, label string, n int) dialog.Field {
		return dialog.Field{ID: id, Label: label, Value: strconv.Itoa(n), Kind: dialog.Number, Required: true}
	}
	return &remedy{say: "count the sample again", dialog: func() dialog.Dialog {
		return &dialog.Form{
			Title:  "Sampled records",
			Fields: []dialog.Field{count("met", "Meet it", s.Met), count("of", "Of", s.Of)},
			Check: func(v dialog.Values) (string, string) {
				met, err := strconv.Atoi(v["met"])
				of, err2 := strconv.Atoi(v["of"])
				if err != nil || err2 != nil || met < 0 || of < 1 || met > of {
					return "met", "whole numbers, no more than were sampled"
				}
				return "", ""
			},
			Then: func(v dialog.Values) tea.Cmd {
				met, _ := strconv.Atoi(v["met"])
				of, _ := strconv.Atoi(v["of"])
				p.set(r, model.Sample{Met: met, Of: of})
				return nil
			},
		}
	}}
}
