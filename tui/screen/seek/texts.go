package seek

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// Texts are the lines of all that a person wrote, in the order of the file.
func Texts(e *model.Engagement, has func(screen.Kind) bool) []Entry {
	var out []Entry
	in := place.NewMap(e)
	each(e, func(path []any, text string) {
		at, ok := whereabouts(e, in, has, path)
		if !ok {
			return
		}
		for line := range strings.SplitSeq(text, "\n") {
			if strings.TrimSpace(line) != "" {
				out = append(out, at.line(line, line))
			}
		}
	})
	return out
}

// whereabouts is the page that a text stands on, and the words for it. False where it is shown on none.
func whereabouts(e *model.Engagement, in *place.Map, has func(screen.Kind) bool, path []any) (Entry, bool) {
	p, ok := in.Of(path)
	if !ok {
		return Entry{}, false
	}
	to, ok := p.Route(has)
	record, field := p.About(e)
	if field == "note" {
		field = ""
	}
	return Entry{Detail: joined(record, field), To: to}, ok
}

func (x Entry) line(label, line string) Entry {
	x.Label, x.To.Line = layout.Clean(label), line
	return x
}

// each calls a function for every text of an engagement with its path, in the order of the file. The path is lent.
func each(e *model.Engagement, do func(path []any, text string)) {
	walk(reflect.ValueOf(*e), nil, do)
}

// What is no text of a person: sections that repeat what stands elsewhere, and, in a record, the names of others.
var (
	sections = map[string]bool{"playbook": true, "lines": true, "crm": true, "unsettled": true}
	names    = map[string]bool{
		"id": true, "subject": true, "round": true, "check": true, "found": true, "person": true, "question": true, "practice": true,
		"speakers": true, "rep": true, "stage": true, "theme": true, "finding": true, "findings": true, "evidence": true,
		"source": true, "remedy": true, "from": true, "depends": true, "coach": true, "transcript": true, "currency": true,
		"by": true, "owner": true,
	}
)

// walk goes through plain strings only: ids apart, the rest (dates, roles) has types of its own.
func walk(v reflect.Value, path []any, do func([]any, string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if skip := len(path) == 0 && sections[key] || len(path) > 0 && names[key]; key != "" && !skip {
				walk(v.Field(i), append(path, key), do)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), append(path, i), do)
		}
	case reflect.Map:
		m, ok := v.Interface().(map[string]string)
		if !ok {
			return
		}
		for _, k := range slices.Sorted(maps.Keys(m)) {
			do(append(path, k), m[k])
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.String() != "" {
			do(path, v.String())
		}
	}
}
