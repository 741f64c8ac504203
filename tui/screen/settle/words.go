package settle

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// words says values and places as a person would.
type words struct {
	e  *model.Engagement
	pb *playbook.Playbook
}

// about names a place: the record, what in it, the field.
func (w words) about(at place.Place) []string {
	names := map[string]string{}
	for _, r := range at.Records {
		switch r := r.(type) {
		case model.Answer:
			if q := w.pb.Question(r.Question); q != nil {
				names[r.Question] = q.Ask
			}
		case model.AuditCheck:
			if a, ok := place.Record[model.Audit](at); ok {
				if c := w.pb.AuditCheck(a.Kind, a.Subject, r.Check); c != nil {
					names[r.Check] = c.Ask
				}
			}
		case model.CallCheck:
			if c := w.pb.CallCheck(r.Check); c != nil {
				names[r.Check] = c.Ask
			}
		case model.Objection:
			if t := w.pb.Theme(r.Theme); t != nil {
				names[r.Theme] = t.Name
			}
		case model.FunnelStage:
			names[r.Stage] = w.name("stage", r.Stage)
		}
	}
	last := at.Edit[len(at.Edit)-1]
	switch at.Pattern {
	case "targets/*":
		return []string{w.name("practice", last), "target"}
	case "weeks/*/indicators/*":
		id, stage, ofStage := strings.Cut(last, "@")
		for _, x := range w.pb.Indicators {
			if x.ID == id {
				names[last] = x.Name
			}
		}
		if ofStage {
			names[last] = cmp.Or(names[last], id) + ", " + w.name("stage", stage)
		}
	}
	out := at.Words(w.e)
	if len(out) == 1 {
		out = append([]string{"engagement"}, out...)
	}
	for i, s := range out {
		out[i] = cmp.Or(names[s], s)
	}
	return out
}

// isReference says whether a field names another record.
func isReference(key string) bool { return slices.Contains(references, key) }

var references = []string{
	"person", "rep", "coach", "owner", "stage", "subject", "practice", "finding", "findings", "theme", "question", "remedy", "playbook",
	"evidence", "in", "depends", "check",
}

// name is how the record is called that a field names.
func (w words) name(key, id string) string {
	name := ""
	switch key {
	case "person", "rep", "coach", "owner":
		if x := w.e.Person(id); x != nil {
			name = x.Label()
		}
	case "stage":
		if x := w.e.Stage(id); x != nil {
			name = x.Label()
		}
	case "subject":
		if x := w.e.Stage(id); x != nil {
			name = x.Label()
		}
		for _, kind := range []model.AuditKind{model.HandoffAudit, model.CadenceAudit} {
			if x := w.pb.Subject(kind, id); x != nil {
				name = x.Name
			}
		}
	case "practice":
		if x := w.pb.Practice(id); x != nil {
			name = x.Name
		}
	case "finding", "findings":
		if x := model.ByID(w.e.Findings, id); x != nil {
			name = x.Title
		}
	case "depends":
		if x := model.ByID(w.e.Actions(), id); x != nil {
			name = x.Title
		}
	case "theme":
		if x := w.pb.Theme(id); x != nil {
			name = x.Name
		}
	case "question":
		if x := w.pb.Question(id); x != nil {
			name = x.Ask
		}
	case "remedy":
		if x := w.pb.Remedy(id); x != nil {
			name = x.Title
		}
	}
	return cmp.Or(name, id)
}

func (w words) of(key string, value any) string { return w.value(key, reflect.ValueOf(value)) }

// value says a value of the field of that key; empty where there is none.
func (w words) value(key string, v reflect.Value) string {
	for v.IsValid() && (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) {
		v = v.Elem()
	}
	if !v.IsValid() {
		return ""
	}
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[model.Result]() && v.String() == string(model.NotApplicable) {
			return "not applicable"
		}
		return w.name(key, v.String())
	case reflect.Bool:
		if v.Bool() {
			return "yes"
		}
		return "no"
	case reflect.Float32, reflect.Float64:
		if key == "target_conversion" {
			return strconv.FormatFloat(math.Round(v.Float()*1e6)/1e4, 'f', -1, 64) + "%"
		}
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Slice:
		var parts []string
		sep := ", "
		for i := range v.Len() {
			s := w.value(key, v.Index(i))
			if len(s) > 30 || strings.Contains(s, "\n") {
				sep = "\n"
			}
			parts = append(parts, s)
		}
		return strings.Join(parts, sep)
	case reflect.Struct:
		var lines []string
		for i := range v.NumField() {
			k, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if k != "" && !v.Field(i).IsZero() {
				lines = append(lines, w.line(k, v.Field(i)))
			}
		}
		return strings.Join(lines, "\n")
	case reflect.Map:
		var lines []string
		for _, k := range v.MapKeys() {
			lines = append(lines, w.line(fmt.Sprint(k), v.MapIndex(k)))
		}
		slices.Sort(lines)
		return strings.Join(lines, "\n")
	}
	return fmt.Sprint(v.Interface())
}

func (w words) line(key string, v reflect.Value) string {
	return strings.ReplaceAll(key, "_", " ") + ": " + w.value(key, v)
}

// kind is what a field takes, as far as it can be typed.
type kind int

const (
	other kind = iota
	text
	date
)

func kindOf(t reflect.Type) kind {
	if t == reflect.TypeFor[model.Date]() {
		return date
	}
	zero := reflect.Zero(t).Interface()
	_, isEnum := zero.(exact.Enum)
	_, isShaped := zero.(exact.Shaped)
	if t.Kind() == reflect.String && !isEnum && !isShaped {
		return text
	}
	return other
}
