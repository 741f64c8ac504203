package exact

import (
	"reflect"
	"strings"
)

// Below is the type of what stands under a key of a value of type t; nil where it is not known.
func Below(t reflect.Type, key string) reflect.Type {
	switch t = Deref(t); {
	case t == nil:
	case t.Kind() == reflect.Struct:
		if f, ok := fieldNamed(t, key); ok {
			return t.Field(f.index).Type
		}
	case t.Kind() == reflect.Map:
		return t.Elem()
	}
	return nil
}

// Elem is the type of the entries of a list of type t; nil where it is not known.
func Elem(t reflect.Type) reflect.Type {
	if t = Deref(t); t != nil && t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return nil
}

// Deref takes pointers off a type, which may be nil.
func Deref(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// Identity is what a record of type t is found by in two versions of a file: its id, else what it is about, which is all
// texts that it must have (the note and the text of a triaged line, say), else its key. Nothing where it has none of these.
func Identity(n *Node, t reflect.Type) string {
	said := func(key string) string {
		if x := n.Get(key); x != nil && x.Kind == Scalar {
			return x.Text
		}
		return ""
	}
	if t = Deref(t); t == nil || t.Kind() != reflect.Struct {
		return said("id")
	}
	fields := fieldsOf(t)
	if len(fields) > 0 && fields[0].name == "id" {
		return said("id")
	}
	var parts []string
	for i, f := range fields {
		ft := t.Field(f.index).Type
		_, isEnum := reflect.Zero(ft).Interface().(Enum)
		if !f.required || isEnum || i > 0 && ft.Kind() != reflect.String {
			continue
		}
		if said(f.name) == "" {
			return ""
		}
		parts = append(parts, said(f.name))
	}
	if len(parts) > 0 {
		return strings.Join(parts, "\x00")
	}
	return NodeKey(n, t)
}

// NodeKey is Key for a record that is a node.
func NodeKey(n *Node, t reflect.Type) string {
	if t = Deref(t); t == nil || t.Kind() != reflect.Struct {
		return ""
	}
	for _, f := range fieldsOf(t)[:min(2, len(fieldsOf(t)))] {
		if x := n.Get(f.name); t.Field(f.index).Type.Kind() == reflect.String && x != nil && x.Kind == Scalar && x.Text != "" {
			return x.Text
		}
	}
	return ""
}

// Absent says whether a node of type t means what its absence would mean. Where the type is not known, only a node that is
// not there is absent.
func Absent(n *Node, t reflect.Type) bool {
	switch {
	case n == nil:
		return true
	case t == nil || n.Tag != "":
		return false
	case n.Kind == Null:
		return true
	}
	pointer := t.Kind() == reflect.Pointer
	switch t = Deref(t); t.Kind() {
	case reflect.String:
		return n.Kind == Scalar && n.Text == ""
	case reflect.Bool, reflect.Int, reflect.Float64:
		x, ok := n.as(t)
		return ok && !pointer && x.IsZero()
	case reflect.Slice:
		return n.Kind == List && len(n.Items) == 0
	case reflect.Map:
		return n.Kind == Map && len(n.Items) == 0
	case reflect.Struct:
		if n.Kind != Map {
			return false
		}
		for i, key := range n.Keys {
			f, known := fieldNamed(t, key)
			if !known || f.required && t.Field(f.index).Type.Kind() == reflect.Int || !Absent(n.Items[i], t.Field(f.index).Type) {
				return false
			}
		}
		return true
	}
	return false
}

// Same says whether two nodes mean the same to a program that reads them as t: 0.5 is 0.50, and an empty list none.
func Same(a, b *Node, t reflect.Type) bool {
	if x, y := Absent(a, t), Absent(b, t); x || y {
		return x && y
	}
	if a == b {
		return true
	}
	if t = Deref(t); t == nil || a.Kind != b.Kind || a.Tag != b.Tag {
		return Identical(a, b)
	}
	switch {
	case t.Kind() == reflect.String && a.Kind == Scalar:
		return a.Text == b.Text
	case a.Kind == Scalar:
		x, ok := a.as(t)
		y, ok2 := b.as(t)
		return ok && ok2 && x.Equal(y) || Identical(a, b)
	case a.Kind == List && t.Kind() == reflect.Slice:
		if len(a.Items) != len(b.Items) {
			return false
		}
		for i, x := range a.Items {
			if !Same(x, b.Items[i], t.Elem()) {
				return false
			}
		}
		return true
	case a.Kind == Map && (t.Kind() == reflect.Map || t.Kind() == reflect.Struct):
		for i, key := range a.Keys {
			if !Same(a.Items[i], b.Get(key), Below(t, key)) {
				return false
			}
		}
		for i, key := range b.Keys {
			if a.Get(key) == nil && !Absent(b.Items[i], Below(t, key)) {
				return false
			}
		}
		return true
	}
	return Identical(a, b)
}

// as reads a scalar as a number or a truth value.
func (n *Node) as(t reflect.Type) (reflect.Value, bool) {
	v := reflect.New(t).Elem()
	if n.Kind != Scalar || !n.Plain || n.from == nil {
		return v, false
	}
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Float64:
		dec := decoder{doc: n.from.doc}
		dec.scalar(bare(n.from.value()), v, "")
		return v, len(dec.problems) == 0
	}
	return v, false
}
