package workbook

import (
	"reflect"
	"strings"
	"unicode/utf8"
)

// mended is a value in which every text is UTF-8: a file cannot hold other bytes, and one such letter in a paste would
// keep all the rest from being saved. A value that is in order is not copied.
func mended(value any) any {
	v := reflect.ValueOf(value)
	if !v.IsValid() || sound(v) {
		return value
	}
	out := reflect.New(v.Type()).Elem()
	mend(out, v)
	return out.Interface()
}

func sound(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Pointer, reflect.Interface:
		return v.IsNil() || sound(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !sound(v.Field(i)) {
				return false
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if !sound(v.Index(i)) {
				return false
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if !sound(k) || !sound(v.MapIndex(k)) {
				return false
			}
		}
	}
	return true
}

// mend copies v to out, with the mark for what cannot be shown in place of other bytes.
func mend(out, v reflect.Value) {
	switch {
	case v.Kind() == reflect.String:
		out.SetString(strings.ToValidUTF8(v.String(), "\ufffd"))
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(reflect.New(v.Type().Elem()))
		mend(out.Elem(), v.Elem())
	case v.Kind() == reflect.Interface && !v.IsNil():
		x := reflect.New(v.Elem().Type()).Elem()
		mend(x, v.Elem())
		out.Set(x)
	case v.Kind() == reflect.Struct && v.NumField() > 0 && v.Type().Field(0).IsExported():
		for i := range v.NumField() {
			mend(out.Field(i), v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			mend(out.Index(i), v.Index(i))
		}
	case v.Kind() == reflect.Map:
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for _, k := range v.MapKeys() {
			key, x := reflect.New(k.Type()).Elem(), reflect.New(v.Type().Elem()).Elem()
			mend(key, k)
			mend(x, v.MapIndex(k))
			out.SetMapIndex(key, x)
		}
	default:
		out.Set(v)
	}
}
