package place

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// sections are the parts of the file: what one record of each is called, and the page that shows it.
var sections = map[string]struct {
	one  string
	page screen.Kind
}{
	"people":         {"person", screen.People},
	"stages":         {"stage", screen.Stages},
	"audits":         {"audit", screen.Audit},
	"interviews":     {"interview", screen.Interview},
	"calls":          {"call", screen.Call},
	"findings":       {"finding", screen.Finding},
	"lines":          {"line of a note", screen.Triage},
	"funnels":        {"funnel", screen.Funnel},
	"crm":            {"CRM import", screen.Funnel},
	"plan":           {"action", screen.Plan},
	"maps":           {"mutual action plan", screen.MAP},
	"coaching":       {"coaching round", screen.Round},
	"weeks":          {"week", screen.Week},
	"reviews":        {"review", screen.Reviews},
	"targets":        {"target", screen.Scores},
	"readout":        {"readout", screen.Readout},
	"client":         {"client", screen.Home},
	"title":          {"title", screen.Home},
	"consultants":    {"consultants", screen.Home},
	"started":        {"start", screen.Home},
	"plan_start":     {"start of the plan", screen.Home},
	"capacity":       {"capacity", screen.Plan},
	"coaching_start": {"start of the coaching", screen.Coaching},
	"playbook":       {"playbook", ""},
	"unsettled":      {"field to settle:", screen.Settle},
}

// Words name the place as a person would: interview with Marcus Webb, rep-next-step, rating.
func (p Place) Words(e *model.Engagement) []string {
	if len(p.path) == 0 {
		return nil
	}
	top, _ := p.path[0].(string)
	var out []string
	if s, ok := sections[top]; ok {
		out = append(out, s.one)
	} else {
		out = append(out, top)
	}
	rest := p.path[1:]
	if top == "plan" && len(rest) > 0 {
		rest = rest[1:] // its actions
	}
	n, list := 0, ""
	for i, step := range rest {
		switch step := step.(type) {
		case int:
			name := ""
			if n < len(p.Records) {
				name = Label(e, p.Records[n])
				n++
			}
			switch {
			case i == 0:
				out[0] += " " + cmp.Or(name, strconv.Itoa(step+1))
			case name != "":
				out = append(out, name)
			default:
				out = append(out, strings.TrimSpace(strings.TrimSuffix(list, "s")+" "+strconv.Itoa(step+1)))
			}
		case string:
			list = strings.ReplaceAll(step, "_", " ")
			if i+1 < len(rest) && isList(rest[i+1]) {
				continue // it says nothing beside the name of the entry
			}
			out = append(out, list)
		}
	}
	return out
}

// About is the same in two parts: the record, and the field in it.
func (p Place) About(e *model.Engagement) (record, field string) {
	w := p.Words(e)
	if len(w) < 2 {
		return strings.Join(w, ""), ""
	}
	return layout.Clean(strings.Join(w[:len(w)-1], ", ")), layout.Clean(w[len(w)-1])
}

func isList(step any) bool { _, ok := step.(int); return ok }

// Label is how a record is called.
func Label(e *model.Engagement, r any) string {
	switch r := r.(type) {
	case model.Interview:
		name := r.Person
		if p := e.Person(r.Person); p != nil {
			name = p.Label()
		}
		return strings.TrimSpace("with " + cmp.Or(name, r.ID))
	case model.Audit:
		name := r.Subject
		if s := e.Stage(r.Subject); s != nil {
			name = s.Label()
		}
		return "of " + cmp.Or(name, r.ID)
	case model.Action:
		return cmp.Or(r.Title, r.ID)
	case model.MAP:
		return cmp.Or(r.Deal, r.ID)
	case model.Round:
		name := r.Rep
		if p := e.Person(r.Rep); p != nil {
			name = p.Label()
		}
		return strings.TrimSpace(cmp.Or(name, r.ID) + " " + string(r.Date))
	case model.Line:
		return r.Text
	case model.Record:
		return "record of deal " + r.Deal
	case model.Answer:
		return cmp.Or(r.Question, r.Ask)
	case interface{ Label() string }:
		return r.Label()
	}
	return exact.Key(reflect.ValueOf(r))
}

// Route is the page that shows the place: the record's own, or the room that it belongs to. False when there is none.
func (p Place) Route(has func(screen.Kind) bool) (screen.Route, bool) {
	if len(p.path) == 0 {
		return screen.Route{}, false
	}
	top, _ := p.path[0].(string)
	kind := sections[top].page
	if kind == "" {
		return screen.Route{}, false
	}
	r := screen.Route{Kind: kind}
	id := ""
	if len(p.Records) > 0 {
		id = exact.Key(reflect.ValueOf(p.Records[0]))
	}
	switch kind {
	case screen.Audit, screen.Interview, screen.Call, screen.Finding, screen.MAP, screen.Round:
		if len(p.Records) == 0 || p.Records[0].(model.Rec).RecordID() == "" || !has(kind) {
			r.Kind = kind.Parent()
			break
		}
		r.ID = id
		if len(p.Records) > 1 {
			r.At = item(p.Records[1])
		}
	case screen.Readout:
		r.At, _ = p.path[len(p.path)-1].(string) // the summary, or a section
	default:
		r.At = id
	}
	return r, has(r.Kind)
}

func item(r any) string {
	switch r := r.(type) {
	case model.Answer:
		return cmp.Or(r.Question, r.Ask)
	case model.AuditCheck:
		return r.Check
	case model.CallCheck:
		return r.Check
	case model.Objection:
		return string(r.At)
	case model.Milestone:
		return r.What
	}
	return ""
}
