package workbook

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/exact"
)

// inverseOf finds what takes e back, before it is made.
func inverseOf(v reflect.Value, e Edit) (Edit, error) {
	at, missing := walk(v, e.Path)
	if missing >= 0 { // the first thing on the way that is not there: taking that away takes all away
		if e.Op == OpRemove || e.Op == OpMove {
			return Edit{}, fmt.Errorf("%s: nothing there", strings.Join(e.Path, "/"))
		}
		return Remove(e.Path[:missing+1]...), nil
	}
	path := pinned(v, e.Path)
	list, last := path[:len(path)-1], len(path)-1
	switch e.Op {
	case OpAdd, OpInsert:
		if at.Kind() != reflect.Slice {
			return Edit{}, fmt.Errorf("%s: not a list", strings.Join(e.Path, "/"))
		}
		i := at.Len()
		if e.Op == OpInsert {
			i = min(max(e.Index, 0), i)
		}
		return Remove(append(path, "#"+strconv.Itoa(i))...), nil
	case OpRemove, OpMove:
		in, _ := walk(v, e.Path[:last])
		if in.Kind() != reflect.Slice {
			return Set(at.Interface(), path...), nil
		}
		i := indexOf(in, e.Path[last])
		if e.Op == OpRemove {
			return Insert(at.Interface(), i, list...), nil
		}
		return Move(i, append(list, "#"+strconv.Itoa(min(max(e.Index, 0), in.Len()-1)))...), nil
	case opSplice:
		if s, ok := e.Value.(splice); ok {
			return Edit{Op: opSplice, Path: path, Value: s.inverse()}, nil
		}
	}
	return Set(at.Interface(), path...), nil
}

// pinned is a path that leads to the same place after the edit, too: by place in the list where the key is changed by the
// edit, or is not the only one of its kind.
func pinned(v reflect.Value, path []string) []string {
	out := slices.Clone(path)
	for n := range path {
		list, missing := walk(v, path[:n])
		if missing >= 0 || list.Kind() != reflect.Slice || strings.HasPrefix(path[n], "#") {
			continue
		}
		i := indexOf(list, path[n])
		rest, _ := walk(v, path[:n+1])
		keyed := n+2 == len(path) && rest.Kind() == reflect.Struct && exact.IsKey(rest.Type(), path[n+1])
		twice := i+1 < list.Len() && indexOf(list.Slice(i+1, list.Len()), path[n]) >= 0
		if keyed || twice {
			out[n] = "#" + strconv.Itoa(i)
		}
	}
	return out
}

// walk follows a path; missing is the index of the first step that leads nowhere, or -1.
func walk(v reflect.Value, path []string) (at reflect.Value, missing int) {
	for n, step := range path {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, max(n-1, 0)
			}
			v = v.Elem()
		}
		switch v.Kind() {
		case reflect.Struct:
			i, ok := exact.FieldIndex(v.Type(), step)
			if !ok {
				return v, n
			}
			v = v.Field(i)
		case reflect.Slice:
			i := indexOf(v, step)
			if i < 0 {
				return v, n
			}
			v = v.Index(i)
		case reflect.Map:
			x := v.MapIndex(reflect.ValueOf(step).Convert(v.Type().Key()))
			if !x.IsValid() {
				return v, n
			}
			v = x
		default:
			return v, n
		}
	}
	return v, -1
}

// indexOf finds a record of a list by key, or by #place.
func indexOf(list reflect.Value, step string) int {
	if s, ok := strings.CutPrefix(step, "#"); ok {
		if i, err := strconv.Atoi(s); err == nil {
			if i >= 0 && i < list.Len() {
				return i
			}
			return -1
		}
	}
	for i := range list.Len() {
		if x := list.Index(i); x.Kind() == reflect.Struct && exact.Key(x) == step && step != "" {
			return i
		}
	}
	return -1
}

func clone(list reflect.Value) reflect.Value {
	out := reflect.MakeSlice(list.Type(), list.Len(), list.Len()+1)
	reflect.Copy(out, list)
	return out
}

func insert(list reflect.Value, i int, x reflect.Value) reflect.Value {
	i = min(max(i, 0), list.Len())
	list = reflect.Append(list, x)
	reflect.Copy(list.Slice(i+1, list.Len()), list.Slice(i, list.Len()-1))
	list.Index(i).Set(x)
	return list
}
