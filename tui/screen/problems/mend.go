package problems

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// mend finds what puts a problem right: another record for a reference that leads nowhere, another value for one that
// does not fit. Nil: only the file itself can be mended.
func (p *Page) mend(r *row) *remedy {
	if !r.found || r.mended {
		return nil
	}
	if strings.HasSuffix(r.at.Pattern, "/id") {
		return p.newID(r)
	}
	if what, options := p.references(r); what != "" {
		return p.another(r, what, options)
	}
	switch r.at.Pattern {
	case "targets/*":
		if p.Env.Now().Playbook.Practice(last(r.at.Edit)) == nil {
			return p.otherKey(r)
		}
	case "interviews/*/answers/*":
		return p.typed(r, "write the question", dialog.Field{Label: "Question", Required: true}, func(s string) {
			_ = p.Env.Edit("name the question", screen.Set(s, append(r.at.Edit, "ask")...))
		})
	case "audits/*/checks/*/sample":
		return p.sample(r)
	case "client":
		return p.typed(r, "name the client", dialog.Field{Label: "Client", Required: true}, func(s string) {
			_ = p.Env.Edit("name the client", screen.Set(s, "client", "name"))
		})
	case "playbook":
		return p.choose(r, "take the built-in playbook", []dialog.Option{{Value: "sales-execution", Label: "sales-execution", Detail: "built in"}})
	}
	return p.value(r)
}

// another chooses the record that is meant.
func (p *Page) another(r *row, what string, options []dialog.Option) *remedy {
	x := p.choose(r, "choose another "+what, options)
	bad := r.at.Text()
	if bad == "" || !model.ValidID(bad) || place.Taken(p.Env.E(), bad) {
		return x
	}
	// The reference may be right and the record not written down yet.
	var make func()
	switch what {
	case "person":
		make = func() { p.addPerson(bad) }
	case "stage":
		make = func() { _ = p.Env.Edit("add stage "+bad, screen.Add(model.Stage{ID: bad}, "stages")) }
	default:
		return x
	}
	add := dialog.Option{Value: "+", Label: "+ add " + bad + " as a new " + what}
	c := p.choice(r, "Which "+what+"?", append(options, add), func(v string) {
		if v == "+" {
			make()
		} else {
			p.set(r, v)
		}
	})
	return &remedy{say: "choose another " + what + ", or add this one", dialog: func() dialog.Dialog { return c }}
}

func (p *Page) addPerson(id string) {
	var roles []dialog.Option
	for _, role := range model.Roles() {
		roles = append(roles, dialog.Option{Value: string(role), Label: string(role)})
	}
	p.Env.Ask(&dialog.Choose{Title: "What is " + id + "?", Options: roles, Value: string(model.Rep), Then: func(v string) tea.Cmd {
		_ = p.Env.Edit("add "+id, screen.Add(model.Person{ID: id, Role: model.Role(v)}, "people"))
		return nil
	}})
}

// choose sets one of a list.
func (p *Page) choose(r *row, say string, options []dialog.Option) *remedy {
	if len(options) == 0 {
		return nil
	}
	return &remedy{say: say, dialog: func() dialog.Dialog {
		return p.choice(r, strings.ToUpper(say[:1])+say[1:], options, func(v string) { p.set(r, p.typedValue(r, v)) })
	}}
}

func (p *Page) choice(r *row, title string, options []dialog.Option, then func(string)) *dialog.Choose {
	return &dialog.Choose{Title: title, Options: options, Value: r.at.Text(), Then: func(v string) tea.Cmd {
		then(v)
		return nil
	}}
}

// typedValue makes what was chosen or typed fit the field.
func (p *Page) typedValue(r *row, s string) any {
	switch r.at.Type.Kind() {
	case reflect.Int:
		n, _ := strconv.Atoi(s)
		return n
	case reflect.Float64:
		x, _ := strconv.ParseFloat(s, 64)
		return x
	case reflect.Bool:
		return s == "true"
	}
	return s
}

// value asks for another value by the type of the field.
func (p *Page) value(r *row) *remedy {
	name := words(r.at.Key)
	if strings.HasSuffix(r.at.Pattern, "/*") {
		name = last(r.at.Edit)
	}
	label := strings.ToUpper(name[:min(1, len(name))]) + name[min(1, len(name)):]
	field := dialog.Field{Label: label, Value: r.at.Text(), Required: r.at.Need}
	zero := reflect.Zero(r.at.Type).Interface()
	if enum, ok := zero.(exact.Enum); ok {
		return p.choose(r, "choose the "+name, plain(enum.Values()))
	}
	switch zero.(type) {
	case model.Date:
		field.Kind = dialog.Date
		return p.typed(r, "give the date", field, nil)
	case model.Clock:
		field.Placeholder = "12:41"
		return p.typed(r, "give the position", field, nil)
	}
	switch r.at.Type.Kind() {
	case reflect.Bool:
		return p.choose(r, "say yes or no", []dialog.Option{{Value: "true", Label: "yes"}, {Value: "false", Label: "no"}})
	case reflect.Int:
		if options := p.scale(r); options != nil {
			return p.choose(r, "choose the "+name, options)
		}
		field.Kind = dialog.Number
		return p.typed(r, "give the number", field, nil)
	case reflect.Float64:
		field.Kind, field.Required = dialog.Number, true
		return p.typed(r, "give the number", field, nil)
	case reflect.String:
		if r.at.Key == "owner" && strings.HasPrefix(r.at.Pattern, "maps/") {
			return p.choose(r, "choose the owner", plain([]string{"buyer", "seller"}))
		}
		return p.typed(r, "type the "+name, field, nil)
	}
	return nil
}

// scale is the list of numbers that a field may hold, with their words where the playbook has some.
func (p *Page) scale(r *row) []dialog.Option {
	switch r.at.Key {
	case "rating":
		out := numbers(0, 4, 1)
		if pr := p.practiceOf(r); pr != nil {
			for i := range out {
				if i < len(pr.Anchors) {
					out[i].Label = layout.Words(out[i].Label+"  "+layout.Clean(pr.Anchors[i]), 60)
				}
			}
		}
		return out
	case "impact", "ease":
		return numbers(1, 5, 1)
	case "phase", "day":
		return numbers(30, 90, 30)
	}
	return nil
}

func numbers(from, to, by int) []dialog.Option {
	var out []dialog.Option
	for n := from; n <= to; n += by {
		out = append(out, dialog.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n)})
	}
	return out
}

func plain(values []string) []dialog.Option {
	var out []dialog.Option
	for _, v := range values {
		out = append(out, dialog.Option{Value: v, Label: v})
	}
	return out
}

// typed asks for one value in a field; then is what to do with it, where that is not simply to set it.
func (p *Page) typed(r *row, say string, f dialog.Field, then func(string)) *remedy {
	f.ID = "value"
	f.Label = cmp.Or(f.Label, "Value")
	return &remedy{say: say, dialog: func() dialog.Dialog {
		return &dialog.Form{
			Title:  strings.ToUpper(say[:1]) + say[1:],
			Fields: []dialog.Field{f},
			Check:  func(v dialog.Values) (string, string) { return "value", p.refuse(r, f.Kind, v["value"]) },
			Then: func(v dialog.Values) tea.Cmd {
				switch s := v["value"]; {
				case then != nil:
					then(s)
				case s == "":
					p.set(r, nil)
				default:
					p.set(r, p.typedValue(r, s))
				}
				return nil
			},
		}
	}}
}

// refuse says why a value would be wrong again, or nothing.
func (p *Page) refuse(r *row, kind dialog.FieldKind, s string) string {
	if s == "" {
		return ""
	}
	if _, clock := reflect.Zero(r.at.Type).Interface().(model.Clock); clock {
		return model.Clock(s).Problem()
	}
	if kind != dialog.Number {
		return ""
	}
	if r.at.Type.Kind() == reflect.Int {
		if _, err := strconv.Atoi(s); err != nil {
			return "a whole number, please"
		}
	}
	x, _ := strconv.ParseFloat(s, 64)
	switch {
	case x < 0:
		return "it should not be below 0"
	case r.at.Key == "target_conversion" && x > 1:
		return "a share, 0 to 1: 0.55 is 55 percent"
	case r.at.Pattern == "targets/*" && x > 100:
		return "a target is 0 to 100"
	}
	return ""
}
