package exact

import (
	"iter"
	"reflect"
	"strings"
	"sync"
)

// field is one key of a record, as its struct declares it.
type field struct {
	name     string
	index    int
	required bool // always written, and a problem when missing
	line     bool // written on one line where that fits
	doc      string
}

var fieldCache sync.Map // reflect.Type -> []field

// fieldsOf lists the keys of a struct in the order in which they are written.
func fieldsOf(t reflect.Type) []field {
	if f, ok := fieldCache.Load(t); ok {
		return f.([]field)
	}
	var out []field
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("yaml")
		if !ok {
			continue
		}
		name, opts, _ := strings.Cut(tag, ",")
		out = append(out, field{
			name: name, index: i, required: strings.Contains(opts, "required"), line: strings.Contains(opts, "line"),
			doc: t.Field(i).Tag.Get("doc"),
		})
	}
	fieldCache.Store(t, out)
	return out
}

func fieldNamed(t reflect.Type, name string) (field, bool) {
	for _, f := range fieldsOf(t) {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

// isRecords says whether t is a list of structs.
func isRecords(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct
}

// Key is what a record is found by: its first field, or its second where the first is absent.
func Key(v reflect.Value) string {
	for _, f := range fieldsOf(v.Type())[:min(2, len(fieldsOf(v.Type())))] {
		if s := v.Field(f.index); s.Kind() == reflect.String && s.Len() > 0 {
			return s.String()
		}
	}
	return ""
}

// absent says whether a value is left out of the file. A pointer to a number is never absent, however small the number.
func absent(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return v.IsNil() || v.Elem().Kind() == reflect.Struct && emptyStruct(v.Elem())
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		return emptyStruct(v)
	case reflect.Interface:
		return v.IsNil()
	}
	return v.IsZero()
}

func emptyStruct(v reflect.Value) bool {
	for _, f := range fieldsOf(v.Type()) {
		if f.required && v.Field(f.index).Kind() == reflect.Int || !absent(v.Field(f.index)) {
			return false
		}
	}
	return true
}

// Equal compares as the file would: an empty list, an empty record and an absent one are the same.
func Equal(a, b reflect.Value) bool {
	if a.IsValid() != b.IsValid() {
		return false
	}
	if !a.IsValid() {
		return true
	}
	switch a.Kind() {
	case reflect.Struct:
		for _, f := range fieldsOf(a.Type()) {
			if !Equal(a.Field(f.index), b.Field(f.index)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if a.Pointer() == b.Pointer() {
			return true
		}
		if absent(a) || absent(b) {
			return absent(a) == absent(b)
		}
		return Equal(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		if a.Len() == 0 || a.Pointer() == b.Pointer() {
			return true
		}
		for i := range a.Len() {
			if !Equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, k := range a.MapKeys() {
			if v := b.MapIndex(k); !v.IsValid() || !Equal(a.MapIndex(k), v) {
				return false
			}
		}
		return true
	case reflect.Interface:
		return reflect.DeepEqual(a.Interface(), b.Interface())
	}
	return a.Equal(b)
}

// FieldIndex finds a field of a struct by its key in the file.
func FieldIndex(t reflect.Type, key string) (int, bool) {
	f, ok := fieldNamed(t, key)
	return f.index, ok
}

// SetKey gives a new record the key that it is found by. False where its first field is no text.
func SetKey(v reflect.Value, key string) bool {
	fields := fieldsOf(v.Type())
	if len(fields) == 0 || v.Field(fields[0].index).Kind() != reflect.String {
		return false
	}
	v.Field(fields[0].index).SetString(key)
	return true
}

// IsKey says whether key is one of the fields that a record is found by.
func IsKey(t reflect.Type, key string) bool {
	f, ok := fieldNamed(t, key)
	return ok && f.index < 2
}

// Fields gives the keys of a struct with the index of each, in the order of the file.
func Fields(t reflect.Type) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, f := range fieldsOf(t) {
			if !yield(f.name, f.index) {
				return
			}
		}
	}
}

// Required says whether a field of a struct is always written, and a problem when missing.
func Required(f reflect.StructField) bool {
	_, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return strings.Contains(opts, "required")
}
