package exact

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

// merged is a value as plain data, with what the file holds beyond it: unknown keys, and values that could not be read.
func merged(want reflect.Value, node ast.Node) any {
	node = bare(node)
	switch want.Kind() {
	case reflect.Pointer:
		if !want.IsNil() {
			return merged(want.Elem(), node)
		}
		return nil
	case reflect.Struct:
		out := map[string]any{}
		for _, f := range fieldsOf(want.Type()) {
			x, e := want.Field(f.index), entryNamed(node, f.name)
			switch {
			case !absent(x) || f.required:
				var n ast.Node
				if e != nil {
					n = e.Value
				}
				out[f.name] = merged(x, n)
			case e != nil && unreadable(e, x.Type()):
				out[f.name] = generic(e.Value)
			}
		}
		for _, e := range entries(node) {
			if _, known := fieldNamed(want.Type(), keyText(e)); !known {
				out[keyText(e)] = generic(e.Value)
			}
		}
		return out
	case reflect.Slice:
		if !isRecords(want.Type()) {
			break
		}
		seq, _ := node.(*ast.SequenceNode)
		out := make([]any, want.Len())
		for i := range out {
			out[i] = merged(want.Index(i), sameRecord(seq, want.Index(i)))
		}
		return out
	}
	return want.Interface()
}

// unreadable says whether an entry holds something that its type could not take.
func unreadable(e *ast.MappingValueNode, t reflect.Type) bool {
	dec := decoder{doc: &Document{}}
	dec.value(e.Value, reflect.New(t).Elem(), "")
	return len(dec.problems) > 0
}

func sameRecord(seq *ast.SequenceNode, want reflect.Value) ast.Node {
	if seq == nil || Key(want) == "" {
		return nil
	}
	for _, n := range seq.Values {
		have := reflect.New(want.Type()).Elem()
		(&decoder{doc: &Document{}}).value(n, have, "")
		if Key(have) == Key(want) {
			return n
		}
	}
	return nil
}
