package stages

import (
	"math"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// usual is the pipeline that one begins with where the client's own is not known yet.
var usual = []string{"Qualification", "Discovery", "Demo", "Proposal", "Negotiation"}

func stepOf(list []model.Stage, i int) string { return place.Step(list, i) }

// open goes to the audit of the stage: to the only one, to one of several rounds, or to a new one.
func (p *Page) open() {
	r := p.chosen()
	switch {
	case r == nil:
	case r.s.ID == "":
		p.Env.Say("this stage has no id to audit it by; see the problems")
	case !p.Env.Has(screen.Audit):
		if p.Env.Has(screen.Audits) {
			p.Env.Go(screen.Route{Kind: screen.Audits, At: r.s.ID})
		}
	case len(r.audit) == 0:
		// It comes into the file with its first answer, not by being looked at.
		p.Env.Go(screen.Route{Kind: screen.Audit, ID: string(model.StageAudit) + ":" + r.s.ID})
	case len(r.audit) == 1:
		p.Env.Go(screen.Route{Kind: screen.Audit, ID: r.audit[0].ID})
	default:
		c := &dialog.Choose{Title: "Audits of " + r.s.Label(), Value: r.audit[len(r.audit)-1].ID, Enter: "go there", Then: func(v string) tea.Cmd {
			p.Env.Go(screen.Route{Kind: screen.Audit, ID: v})
			return nil
		}}
		for _, a := range r.audit {
			round := a.Round
			if round == "" {
				round = "baseline"
			}
			c.Options = append(c.Options, dialog.Option{Value: a.ID, Label: strings.TrimSpace(round + " " + string(a.Date)), Detail: a.By})
		}
		p.Env.Ask(c)
	}
}

// form adds a stage below the selected one, or edits one. The id of a stage stays when its name changes.
func (p *Page) form(r *row) *dialog.Form {
	title, name, target := "New stage", "", ""
	if r != nil {
		title, name, target = "Stage", r.s.Name, percent(r.s.TargetConversion)
	}
	f := &dialog.Form{
		Title: title,
		Fields: []dialog.Field{
			{ID: "name", Label: "Name", Value: name, Required: true, Placeholder: "as the client calls it"},
			{ID: "target", Label: "Target, %", Value: target, Hint: "how many deals should reach the next stage, or be won from the last"},
		},
		Check: func(v dialog.Values) (string, string) {
			if _, ok := share(v["target"]); !ok && v["target"] != "" && v["target"] != target {
				return "target", "a target is 0 to 100 percent"
			}
			return "", ""
		},
	}
	f.Then = func(v dialog.Values) tea.Cmd {
		if r == nil {
			p.add(v)
			return nil
		}
		var edits []screen.Edit
		if v["target"] != target {
			edits = append(edits, screen.Set(shareOrNil(v["target"]), "stages", r.step, "target_conversion"))
		}
		if v["name"] != name {
			edits = append(edits, screen.Set(v["name"], "stages", r.step, "name"))
		}
		_ = p.Env.Edit("edit stage "+r.s.Label(), edits...)
		return nil
	}
	return f
}

func (p *Page) add(v dialog.Values) {
	s := model.Stage{ID: p.id(v["name"]), Name: v["name"]}
	if x, ok := share(v["target"]); ok {
		s.TargetConversion = &x
	}
	if p.Env.Edit("add "+s.Name, screen.Insert(s, p.list.Index()+1, "stages")) == nil {
		p.Refresh()
		p.list.Select(s.ID)
	}
}

// id is one that a person would have chosen, where it is free.
func (p *Page) id(name string) string {
	if id := model.Slug(name); id != "" && !place.Taken(p.Env.E(), id) {
		return id
	}
	return model.NewID("s")
}

func (p *Page) move(by int) {
	i := p.list.Index()
	if i < 0 || i+by < 0 || i+by >= len(p.rows) {
		return
	}
	if p.Env.Edit("move "+p.rows[i].s.Label(), screen.Move(i+by, "stages", p.rows[i].step)) == nil {
		p.Refresh()
		p.list.Select(p.rows[i+by].step)
	}
}

// remove takes away a stage that nothing names; else it lists where it is named, and goes there.
func (p *Page) remove() {
	r := p.chosen()
	if r == nil {
		return
	}
	e := p.Env.E()
	uses := place.OfStage(e, r.s.ID)
	if first := e.Stage(r.s.ID); first != nil && first != r.s {
		uses = nil // the other one of that id is the one that is meant
	}
	place.Delete(p.Env, uses, r.s.Label(), "it", "stages", r.step)
}

// suggest lays down the usual pipeline where there is none.
func (p *Page) suggest() {
	if len(p.rows) > 0 {
		return
	}
	var edits []screen.Edit
	for _, name := range usual {
		edits = append(edits, screen.Add(model.Stage{ID: p.id(name), Name: name}, "stages"))
	}
	if p.Env.Edit("suggest a pipeline", edits...) == nil {
		p.Env.Say("the usual stages; e renames, K and J move")
	}
}

// percent is a share as one types it, without what a computer adds to 0.55 times 100.
func percent(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(math.Round(*x*1e6)/1e4, 'f', -1, 64)
}

// share reads percent; the point is moved in the text, so that 33.3 is exactly 0.333.
func share(s string) (float64, bool) {
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	if strings.ContainsAny(s, "eExX") {
		return 0, false
	}
	x, err := strconv.ParseFloat(s+"e-2", 64)
	return x, err == nil && x >= 0 && x <= 1
}

func shareOrNil(s string) any {
	if x, ok := share(s); ok {
		return x
	}
	return nil
}
