package merge

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// Settle says where an unsettled field stands, as keys from the top, record keys and #places among them, and which value one
// of the sides gave it, of the field's type; nil is no value. An edit that sets one to the other settles the field. With
// an error, the path is there where the field is and only the value does not fit it.
func Settle(e *model.Engagement, u model.Unsettled, theirs bool) (path []string, value any, err error) {
	path, typ := find(reflect.ValueOf(*e), u.Field)
	if typ == nil {
		return nil, nil, fmt.Errorf("%s is not in the file any more, or is no field that gapbook knows; settle it in a text editor", u.Field)
	}
	given := u.Ours
	if theirs {
		given = u.Theirs
	}
	if given == nil {
		return path, nil, nil
	}
	src := exact.Marshal(struct {
		V any `yaml:"v"`
	}{given})
	doc, err := exact.Parse(src)
	if err != nil {
		return nil, nil, err
	}
	box := reflect.New(reflect.StructOf([]reflect.StructField{{Name: "V", Type: typ, Tag: `yaml:"v"`}}))
	for _, p := range doc.Decode(box.Interface()) {
		if !p.Warning {
			return path, nil, fmt.Errorf("%s: %s; settle it in a text editor", u.Field, p.Message)
		}
	}
	return path, box.Elem().Field(0).Interface(), nil
}

// find follows a field as spot.path wrote it. Names may have dots in them, so every reading is tried.
func find(top reflect.Value, field string) ([]string, reflect.Type) {
	if path, t := follow(top, field); t != nil {
		return path, t
	}
	plan := top.FieldByName("Plan")
	for key, i := range exact.Fields(top.Type()) {
		if path, t := inRecords(top.Field(i), field); t != nil {
			return append([]string{key}, path...), t
		}
	}
	if !plan.IsNil() {
		if path, t := inRecords(plan.Elem().FieldByName("Actions"), field); t != nil {
			return append([]string{"plan", "actions"}, path...), t
		}
	}
	return nil, nil
}

// inRecords looks for a record by its id.
func inRecords(list reflect.Value, field string) ([]string, reflect.Type) {
	if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct {
		return nil, nil
	}
	if _, ok := exact.FieldIndex(list.Type().Elem(), "id"); !ok {
		return nil, nil
	}
	return follow(list, field)
}

func follow(v reflect.Value, rest string) ([]string, reflect.Type) {
	for v.Kind() == reflect.Pointer {
		if rest == "" {
			return nil, v.Type()
		}
		if v.IsNil() {
			v = reflect.Zero(v.Type().Elem())
		} else {
			v = v.Elem()
		}
	}
	if rest == "" {
		return nil, v.Type()
	}
	step := func(name string, x reflect.Value) ([]string, reflect.Type) {
		tail, ok := strings.CutPrefix(rest, name)
		if !ok || tail != "" && tail[0] != '.' {
			return nil, nil
		}
		path, t := follow(x, strings.TrimPrefix(tail, "."))
		if t == nil {
			return nil, nil
		}
		return append([]string{name}, path...), t
	}
	switch v.Kind() {
	case reflect.Struct:
		for key, i := range exact.Fields(v.Type()) {
			if path, t := step(key, v.Field(i)); t != nil {
				return path, t
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			x := v.Index(i)
			if x.Kind() == reflect.Struct && exact.Key(x) != "" {
				if path, t := step(exact.Key(x), x); t != nil {
					return path, t
				}
			}
			if path, t := step("#"+strconv.Itoa(i), x); t != nil {
				return path, t
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if path, t := step(k.String(), v.MapIndex(k)); t != nil {
				return path, t
			}
		}
		return []string{rest}, v.Type().Elem() // ours took the key away
	}
	return nil, nil
}
