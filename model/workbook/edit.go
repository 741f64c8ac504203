package workbook

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// Edit is one small change of an engagement: the unit of undo and of the journal.
// Its path is made of keys of the file and, in a list, of the key of a record (its first field) or #3 for a place.
type Edit struct {
	Op    Op
	Path  []string
	Value any
	Index int
}

// Op is what an edit does.
type Op int

const (
	OpSet Op = iota
	OpAdd
	OpInsert
	OpRemove
	OpMove
)

// Set sets a field; records on the way are made when missing. A nil value clears it.
//
//	Set(3, "interviews", id, "answers", "rep-next-step", "rating")
func Set(value any, path ...string) Edit { return Edit{Op: OpSet, Value: value, Path: path} }

// Add appends a record to a list.
func Add(record any, path ...string) Edit { return Edit{Op: OpAdd, Value: record, Path: path} }

// Insert puts a record into a list at a place.
func Insert(record any, index int, path ...string) Edit {
	return Edit{Op: OpInsert, Value: record, Index: index, Path: path}
}

// Remove takes a record or a field away.
func Remove(path ...string) Edit { return Edit{Op: OpRemove, Path: path} }

// Move puts a record of a list at another place.
func Move(index int, path ...string) Edit { return Edit{Op: OpMove, Index: index, Path: path} }

func (e Edit) String() string { return fmt.Sprintf("%v %s", e.Op, strings.Join(e.Path, "/")) }

// apply gives the engagement with the edit made, and the edit that takes it back. What is not on the edit's path is
// shared between the two; neither is ever changed again.
func apply(old *model.Engagement, e Edit) (*model.Engagement, Edit, error) {
	if len(e.Path) == 0 {
		return nil, Edit{}, fmt.Errorf("an edit of nothing")
	}
	inverse, err := inverseOf(reflect.ValueOf(*old), e)
	if err != nil {
		return nil, Edit{}, err
	}
	v, err := change(reflect.ValueOf(*old), e.Path, e)
	if err != nil {
		return nil, Edit{}, fmt.Errorf("%s: %w", strings.Join(e.Path, "/"), err)
	}
	next := v.Interface().(model.Engagement)
	return &next, inverse, nil
}

// change gives a copy of v in which e is done at path.
func change(v reflect.Value, path []string, e Edit) (reflect.Value, error) {
	if len(path) == 0 {
		return atEnd(v, e)
	}
	step, rest := path[0], path[1:]
	switch v.Kind() {
	case reflect.Pointer:
		inner := reflect.New(v.Type().Elem())
		if !v.IsNil() {
			inner.Elem().Set(v.Elem())
		}
		x, err := change(inner.Elem(), path, e)
		if err != nil {
			return v, err
		}
		inner.Elem().Set(x)
		return inner, nil
	case reflect.Struct:
		i, ok := exact.FieldIndex(v.Type(), step)
		if !ok {
			return v, fmt.Errorf("no field %q", step)
		}
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		if len(rest) == 0 && e.Op == OpRemove {
			out.Field(i).SetZero()
			return out, nil
		}
		x, err := change(v.Field(i), rest, e)
		if err != nil {
			return v, err
		}
		out.Field(i).Set(x)
		return out, nil
	case reflect.Slice:
		return changeList(v, step, rest, e)
	case reflect.Map:
		return changeMap(v, step, rest, e)
	}
	return v, fmt.Errorf("nothing lies below %q", step)
}

func changeList(v reflect.Value, step string, rest []string, e Edit) (reflect.Value, error) {
	i := indexOf(v, step)
	if i < 0 && (e.Op == OpRemove || e.Op == OpMove || strings.HasPrefix(step, "#")) {
		return v, fmt.Errorf("no record %q", step)
	}
	list := clone(v)
	if i < 0 { // a record is made when something is said about it
		x := reflect.New(v.Type().Elem()).Elem()
		if x.Kind() != reflect.Struct || !exact.SetKey(x, step) {
			return v, fmt.Errorf("no record %q", step)
		}
		list = reflect.Append(list, x)
		i = list.Len() - 1
	}
	if len(rest) > 0 || e.Op != OpRemove && e.Op != OpMove {
		x, err := change(list.Index(i), rest, e)
		if err != nil {
			return v, err
		}
		list.Index(i).Set(x)
		return list, nil
	}
	x := reflect.New(v.Type().Elem()).Elem()
	x.Set(list.Index(i))
	list = reflect.AppendSlice(list.Slice(0, i), list.Slice(i+1, list.Len()))
	if e.Op == OpMove {
		return insert(list, e.Index, x), nil
	}
	return list, nil
}

func changeMap(v reflect.Value, step string, rest []string, e Edit) (reflect.Value, error) {
	out := reflect.MakeMap(v.Type())
	for _, k := range v.MapKeys() {
		out.SetMapIndex(k, v.MapIndex(k))
	}
	key := reflect.ValueOf(step).Convert(v.Type().Key())
	if len(rest) == 0 && (e.Op == OpRemove || e.Op == OpSet && e.Value == nil) {
		out.SetMapIndex(key, reflect.Value{})
		return out, nil
	}
	x := reflect.New(v.Type().Elem()).Elem()
	if old := v.MapIndex(key); old.IsValid() {
		x.Set(old)
	}
	x, err := change(x, rest, e)
	if err != nil {
		return v, err
	}
	out.SetMapIndex(key, x)
	return out, nil
}

// atEnd does what e says to the value at the end of its path.
func atEnd(v reflect.Value, e Edit) (reflect.Value, error) {
	switch e.Op {
	case OpSet:
		return convert(e.Value, v.Type())
	case opSplice:
		s, isSplice := e.Value.(splice)
		if !isSplice || v.Kind() != reflect.String {
			return v, fmt.Errorf("not a text")
		}
		text, ok := s.in(v.String())
		if !ok {
			return v, fmt.Errorf("the text is another one by now")
		}
		return reflect.ValueOf(text).Convert(v.Type()), nil
	case OpAdd, OpInsert:
		if v.Kind() != reflect.Slice {
			return v, fmt.Errorf("not a list")
		}
		x, err := convert(e.Value, v.Type().Elem())
		if err != nil {
			return v, err
		}
		i := v.Len()
		if e.Op == OpInsert {
			i = e.Index
		}
		return insert(clone(v), i, x), nil
	}
	return v, fmt.Errorf("this cannot be done here")
}

// convert makes a value of type t: 3 serves for an *int, a string for a Role.
func convert(value any, t reflect.Type) (reflect.Value, error) {
	if value == nil {
		return reflect.Zero(t), nil
	}
	v := reflect.ValueOf(value)
	switch {
	case v.Type().AssignableTo(t):
		out := reflect.New(t).Elem()
		out.Set(v)
		return out, nil
	case t.Kind() == reflect.Pointer:
		x, err := convert(value, t.Elem())
		if err != nil {
			return v, err
		}
		p := reflect.New(t.Elem())
		p.Elem().Set(x)
		return p, nil
	case v.Kind() == reflect.Pointer && !v.IsNil():
		return convert(v.Elem().Interface(), t)
	case v.Kind() == t.Kind() && v.Type().ConvertibleTo(t), v.CanInt() && t.Kind() == reflect.Float64:
		return v.Convert(t), nil
	}
	return v, fmt.Errorf("%T does not fit here", value)
}
