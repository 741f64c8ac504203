// Package place turns a place of the engagement file, keys and indexes from the top, into what the app needs of it: the
// path for an edit, its words, and the page that shows it; and it lists the places that name a person or a stage. It is
// pure, and imports model, layout and the routes of the page contract.
package place

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// Place is one value of the engagement, or where one should be.
type Place struct {
	Edit    []string      // its path for an edit
	Pattern string        // with * for every place in a list and key of a map: interviews/*/answers/*/question
	Type    reflect.Type  // of the value
	Value   reflect.Value // not valid where there is none
	Records []any         // on the way, from the outermost, the engagement left out
	Key     string        // the last key of the file on the way
	Need    bool          // the record cannot be without it
	InList  bool          // it is an entry of a list

	path   []any
	mapped bool // the last step was a key of a map
	known  map[listAt]map[string]int
}

// Map follows many paths in one engagement: it counts the keys of each list once.
type Map struct {
	e     *model.Engagement
	known map[listAt]map[string]int
}

// listAt tells a list from all others of an engagement.
type listAt struct {
	first uintptr
	n     int
	of    reflect.Type
}

// NewMap is for one engagement, which must not change.
func NewMap(e *model.Engagement) *Map { return &Map{e, map[listAt]map[string]int{}} }

// Of follows a path as a problem has it. False when it leads nowhere in an engagement.
func (m *Map) Of(path []any) (Place, bool) { return of(m.e, m.known, path) }

// Of is the same for one path.
func Of(e *model.Engagement, path []any) (Place, bool) { return of(e, nil, path) }

func of(e *model.Engagement, known map[listAt]map[string]int, path []any) (Place, bool) {
	p := Place{path: path, Type: reflect.TypeOf(*e), Value: reflect.ValueOf(*e), known: known}
	var pattern []string
	for _, step := range path {
		p.deref()
		var ok bool
		switch step := step.(type) {
		case string:
			ok = p.key(step)
			if p.mapped {
				step = "*"
			}
			pattern = append(pattern, step)
		case int:
			ok = p.index(step)
			pattern = append(pattern, "*")
		}
		if !ok {
			return p, false
		}
	}
	p.deref()
	p.Pattern = strings.Join(pattern, "/")
	return p, len(path) > 0
}

// At follows a path as an edit has it.
func At(e *model.Engagement, edit []string) (Place, bool) {
	var path []any
	for _, step := range edit {
		p, _ := Of(e, path)
		if p.Type.Kind() != reflect.Slice {
			path = append(path, step)
			continue
		}
		i := entry(p.Value, step)
		if i < 0 {
			return p, false
		}
		path = append(path, i)
	}
	return Of(e, path)
}

// entry finds what step names in a list; -1 when it is not there.
func entry(list reflect.Value, name string) int {
	if !list.IsValid() {
		return -1
	}
	if s, ok := strings.CutPrefix(name, "#"); ok {
		i, err := strconv.Atoi(s)
		if err != nil || i < 0 || i >= list.Len() || strconv.Itoa(i) != s {
			return -1
		}
		return i
	}
	if list.Type().Elem().Kind() != reflect.Struct || name == "" {
		return -1
	}
	at := -1
	for i := range list.Len() {
		if exact.Key(list.Index(i)) == name {
			if at >= 0 {
				return -1 // two of that key: only their places tell them apart
			}
			at = i
		}
	}
	return at
}

func (p *Place) deref() {
	for p.Type.Kind() == reflect.Pointer {
		p.Type = p.Type.Elem()
		if p.Value.IsValid() {
			p.Value = p.Value.Elem() // not valid where it points nowhere
		}
	}
}

func (p *Place) key(step string) bool {
	p.InList, p.Need, p.mapped = false, false, p.Type.Kind() == reflect.Map
	switch p.Type.Kind() {
	case reflect.Struct:
		i, ok := exact.FieldIndex(p.Type, step)
		if !ok {
			return false
		}
		f := p.Type.Field(i)
		p.Key, p.Need, p.Type = step, strings.Contains(f.Tag.Get("yaml"), ",required"), f.Type
		if p.Value.IsValid() {
			p.Value = p.Value.Field(i)
		}
	case reflect.Map:
		k := reflect.ValueOf(step).Convert(p.Type.Key())
		p.Type = p.Type.Elem()
		if p.Value.IsValid() {
			p.Value = p.Value.MapIndex(k)
		}
	default:
		return false
	}
	p.Edit = append(p.Edit, step)
	return true
}

func (p *Place) index(i int) bool {
	if p.Type.Kind() != reflect.Slice || !p.Value.IsValid() || i < 0 || i >= p.Value.Len() {
		return false
	}
	p.Edit = append(p.Edit, step(p.Value, i, p.known))
	p.Type, p.Value, p.InList, p.Need, p.mapped = p.Type.Elem(), p.Value.Index(i), true, false, false
	if p.Type.Kind() == reflect.Struct {
		p.Records = append(p.Records, p.Value.Interface())
	}
	return true
}

// step names an entry of a list for an edit: by its key where no other has the same, else by its place.
func step(list reflect.Value, i int, known map[listAt]map[string]int) string {
	byPlace := "#" + strconv.Itoa(i)
	if list.Type().Elem().Kind() != reflect.Struct {
		return byPlace
	}
	key := exact.Key(list.Index(i))
	if key == "" || strings.HasPrefix(key, "#") {
		return byPlace
	}
	if known != nil {
		at := listAt{list.Pointer(), list.Len(), list.Type()}
		if known[at] == nil {
			known[at] = map[string]int{}
			for j := range list.Len() {
				known[at][exact.Key(list.Index(j))]++
			}
		}
		if known[at][key] > 1 {
			return byPlace
		}
		return key
	}
	for j := range list.Len() {
		if j != i && exact.Key(list.Index(j)) == key {
			return byPlace
		}
	}
	return key
}

// Step names a record of a list for an edit, also where two have the same id.
func Step[R any](list []R, i int) string { return step(reflect.ValueOf(list), i, nil) }

// Given says whether something stands there, as far as it could be read.
func (p Place) Given() bool { return p.Value.IsValid() && !p.Value.IsZero() }

// Text is the value as one would type it.
func (p Place) Text() string {
	if !p.Value.IsValid() {
		return ""
	}
	switch p.Value.Kind() {
	case reflect.String:
		return p.Value.String()
	case reflect.Int:
		return strconv.FormatInt(p.Value.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(p.Value.Float(), 'f', -1, 64)
	case reflect.Bool:
		return strconv.FormatBool(p.Value.Bool())
	}
	return ""
}

// Same says whether two looks at a path saw the same place with the same value.
func (p Place) Same(o Place) bool {
	return slices.Equal(p.Edit, o.Edit) && exact.Equal(p.Value, o.Value)
}

// Record is the innermost record of type R on the way.
func Record[R any](p Place) (r R, ok bool) {
	for i := len(p.Records) - 1; i >= 0; i-- {
		if r, ok := p.Records[i].(R); ok {
			return r, true
		}
	}
	return r, false
}
