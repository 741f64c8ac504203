package erase

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// kind is what stands at a place of the file.
type kind int

const (
	text  kind = iota // written by hand, or of a key that nobody knows
	label             // the client's own names of things: only a full name is meant as one
	id                // ids and fixed words: a name in them is no mention
	ref               // a record, and perhaps an item of it
	file              // the path of a transcript
)

// ids are the keys whose values are ids of this file or of the playbook, wherever they stand.
var ids = []string{
	"id", "person", "rep", "coach", "stage", "subject", "check", "question", "practice", "remedy", "findings", "depends", "finding",
	"found", "playbook", "theme", "currency", "sha256", "round",
}

// labels are paths, without the places in lists, of the client's own names of things.
var labels = []string{"client.name", "stages.name", "funnels.label", "crm.stages", "crm.columns"}

// kindAt says what a path of the file leads to.
func kindAt(path []any) kind {
	t := reflect.TypeFor[model.Engagement]()
	key, trail := "", ""
	for _, step := range path {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			name, ok := step.(string)
			if !ok {
				return text
			}
			i, known := exact.FieldIndex(t, name)
			if !known {
				return text
			}
			t, key = t.Field(i).Type, name
			trail += "." + name
		case reflect.Slice, reflect.Map:
			t = t.Elem()
		default:
			return text
		}
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	trail = strings.TrimPrefix(trail, ".")
	switch {
	case t.Kind() == reflect.String && t != reflect.TypeFor[string](): // a role, a date
		return id
	case trail == "findings" || trail == "plan.actions": // what should be a list of records, and is not
		return text
	case key == "evidence" || trail == "lines.in" || trail == "unsettled.field":
		return ref
	case key == "transcript":
		return file
	case slices.Contains(labels, trail):
		return label
	case slices.Contains(ids, key):
		return id
	}
	return text
}

// known says whether a path leads to a key that the program knows.
func known(path []any) bool {
	t := reflect.TypeFor[model.Engagement]()
	for _, step := range path {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			name, _ := step.(string)
			i, ok := exact.FieldIndex(t, name)
			if !ok {
				return false
			}
			t = t.Field(i).Type
		case reflect.Slice, reflect.Map:
			t = t.Elem()
		default:
			return false
		}
	}
	return true
}

// place is a path as people read it: findings/f-2hq8d/note.
func place(e *model.Engagement, path []any) string {
	v := reflect.ValueOf(*e)
	var out []string
	for _, step := range path {
		for v.IsValid() && v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		name := fmt.Sprint(step)
		switch s := step.(type) {
		case int:
			name = fmt.Sprint(s + 1)
			if v.IsValid() && v.Kind() == reflect.Slice && s < v.Len() {
				v = v.Index(s)
				if v.Kind() == reflect.Struct && exact.Key(v) != "" {
					name = exact.Key(v)
				}
			}
		case string:
			var next reflect.Value
			if v.IsValid() && v.Kind() == reflect.Struct {
				if i, ok := exact.FieldIndex(v.Type(), s); ok {
					next = v.Field(i)
				}
			}
			v = next
		}
		out = append(out, name)
	}
	return strings.Join(out, "/")
}
